import clinic.consultants.models.guards
import core.fields.keys
import core.fields.models
import core.operations
import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('estates', '0001_initial'),
        ('files', '0001_initial'),
        ('units', '0001_initial'),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(
        ),
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Absence',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('starts_on', models.DateField(verbose_name='first day')),
                        ('ends_on', models.DateField(verbose_name='last day')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=120, verbose_name='note')),
                    ],
                    options={
                        'verbose_name': 'absence',
                        'verbose_name_plural': 'absences',
                        'ordering': ['consultant', 'starts_on'],
                    },
                ),
                migrations.CreateModel(
                    name='Availability',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Saturday'), (1, 'Sunday'), (2, 'Monday'), (3, 'Tuesday'), (4, 'Wednesday'), (5, 'Thursday'), (6, 'Friday')], verbose_name='day of the week')),
                        ('starts_at', models.TimeField(verbose_name='from')),
                        ('ends_at', models.TimeField(verbose_name='until')),
                    ],
                    options={
                        'verbose_name': 'weekly hours',
                        'verbose_name_plural': 'weekly hours',
                        'ordering': ['consultant', 'weekday', 'starts_at'],
                    },
                ),
                migrations.CreateModel(
                    name='FeeRuleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('basis', models.CharField(choices=[('HOUR', 'hour of counselling'), ('VISIT', 'visit to the unit'), ('REPORT', 'part of a diagnostic report')], max_length=8, verbose_name='counted by')),
                        ('level', models.CharField(choices=[('ASSOCIATE', 'associate'), ('EXPERT', 'expert'), ('SENIOR', 'senior expert')], max_length=10, verbose_name='level')),
                        ('amount', core.fields.models.RialField(verbose_name='fee (rials)')),
                        ('unit_share', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='borne by the unit (%)')),
                        ('valid_from', models.DateField(verbose_name='from')),
                        ('valid_to', models.DateField(blank=True, null=True, verbose_name='until')),
                        ('source', core.fields.models.PersianCharField(max_length=200, verbose_name='set by')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PeerReview',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('case_number', models.CharField(max_length=20, verbose_name='case')),
                        ('report_version', models.PositiveSmallIntegerField(default=1, verbose_name='version of the report')),
                        ('status', models.CharField(choices=[('ASKED', 'asked for'), ('GIVEN', 'given'), ('DECLINED', 'declined')], default='ASKED', editable=False, max_length=8, verbose_name='status')),
                        ('asked_at', models.DateTimeField(verbose_name='asked at')),
                        ('due_on', models.DateField(verbose_name='due on')),
                        ('verdict', models.CharField(blank=True, choices=[('SOUND', 'sound'), ('MINOR', 'sound after small changes'), ('MAJOR', 'needs to be worked over')], max_length=6, verbose_name='verdict')),
                        ('text', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='review')),
                        ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                    ],
                    options={
                        'verbose_name': 'peer review',
                        'verbose_name_plural': 'peer reviews',
                        'ordering': ['-asked_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='PeerReviewEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('case_number', models.CharField(max_length=20, verbose_name='case')),
                        ('report_version', models.PositiveSmallIntegerField(default=1, verbose_name='version of the report')),
                        ('status', models.CharField(choices=[('ASKED', 'asked for'), ('GIVEN', 'given'), ('DECLINED', 'declined')], default='ASKED', editable=False, max_length=8, verbose_name='status')),
                        ('asked_at', models.DateTimeField(verbose_name='asked at')),
                        ('due_on', models.DateField(verbose_name='due on')),
                        ('verdict', models.CharField(blank=True, choices=[('SOUND', 'sound'), ('MINOR', 'sound after small changes'), ('MAJOR', 'needs to be worked over')], max_length=6, verbose_name='verdict')),
                        ('text', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='review')),
                        ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Qualification',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('DEGREE', 'academic degree'), ('LICENCE', 'licence to practise'), ('CERTIFICATE', 'certificate'), ('EXPERIENCE', 'record of work')], max_length=12, verbose_name='kind of paper')),
                        ('title', core.fields.models.PersianCharField(max_length=160, verbose_name='title')),
                        ('issuer', core.fields.models.PersianCharField(max_length=160, verbose_name='issued by')),
                        ('issued_on', models.DateField(verbose_name='issued on')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                        ('added_at', models.DateTimeField(verbose_name='added at')),
                        ('verified_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed at')),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
                    ],
                    options={
                        'verbose_name': 'qualification paper',
                        'verbose_name_plural': 'qualification papers',
                        'ordering': ['consultant', '-issued_on', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='QualificationEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('DEGREE', 'academic degree'), ('LICENCE', 'licence to practise'), ('CERTIFICATE', 'certificate'), ('EXPERIENCE', 'record of work')], max_length=12, verbose_name='kind of paper')),
                        ('title', core.fields.models.PersianCharField(max_length=160, verbose_name='title')),
                        ('issuer', core.fields.models.PersianCharField(max_length=160, verbose_name='issued by')),
                        ('issued_on', models.DateField(verbose_name='issued on')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                        ('added_at', models.DateTimeField(verbose_name='added at')),
                        ('verified_at', models.DateTimeField(blank=True, null=True, verbose_name='confirmed at')),
                        ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='taken back at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Rating',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('UNIT', 'the unit'), ('PEER', 'a colleague of the same team')], max_length=4, verbose_name='rated by')),
                        ('case_number', models.CharField(max_length=20, verbose_name='case')),
                        ('competence', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='knowledge of the subject')),
                        ('timeliness', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='kept to what was agreed')),
                        ('clarity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='clear words')),
                        ('cooperation', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='listened and worked with others')),
                        ('comment', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='comment')),
                        ('made_at', models.DateTimeField(verbose_name='given at')),
                    ],
                    options={
                        'verbose_name': 'rating',
                        'verbose_name_plural': 'ratings',
                        'ordering': ['-made_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='RatingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('UNIT', 'the unit'), ('PEER', 'a colleague of the same team')], max_length=4, verbose_name='rated by')),
                        ('case_number', models.CharField(max_length=20, verbose_name='case')),
                        ('competence', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='knowledge of the subject')),
                        ('timeliness', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='kept to what was agreed')),
                        ('clarity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='clear words')),
                        ('cooperation', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='listened and worked with others')),
                        ('comment', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='comment')),
                        ('made_at', models.DateTimeField(verbose_name='given at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseConference',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('case_number', models.CharField(max_length=20, verbose_name='case')),
                        ('subject', core.fields.models.PersianCharField(max_length=160, verbose_name='subject')),
                        ('question', core.fields.models.PersianTextField(max_length=2000, verbose_name='question')),
                        ('held_at', models.DateTimeField(verbose_name='held at')),
                        ('place', core.fields.models.PersianCharField(blank=True, max_length=160, verbose_name='place')),
                        ('called_at', models.DateTimeField(verbose_name='called at')),
                        ('conclusion', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='conclusion')),
                        ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed at')),
                        ('called_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='called by')),
                    ],
                    options={
                        'verbose_name': 'conference on a case',
                        'verbose_name_plural': 'conferences on cases',
                        'ordering': ['-held_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='CaseConferenceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('case_number', models.CharField(max_length=20, verbose_name='case')),
                        ('subject', core.fields.models.PersianCharField(max_length=160, verbose_name='subject')),
                        ('question', core.fields.models.PersianTextField(max_length=2000, verbose_name='question')),
                        ('held_at', models.DateTimeField(verbose_name='held at')),
                        ('place', core.fields.models.PersianCharField(blank=True, max_length=160, verbose_name='place')),
                        ('called_at', models.DateTimeField(verbose_name='called at')),
                        ('conclusion', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='conclusion')),
                        ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='closed at')),
                        ('called_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='called by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.caseconference')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ConductCode',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='version')),
                        ('text', core.fields.models.PersianTextField(max_length=8000, verbose_name='text')),
                        ('published_at', models.DateTimeField(verbose_name='published at')),
                        ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                    ],
                    options={
                        'verbose_name': 'code of conduct',
                        'verbose_name_plural': 'codes of conduct',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='ConductCodeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('text', core.fields.models.PersianTextField(max_length=8000, verbose_name='text')),
                        ('published_at', models.DateTimeField(verbose_name='published at')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.conductcode')),
                        ('published_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ConductSignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('signed_at', models.DateTimeField(verbose_name='signed at')),
                        ('code', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='consultants.conductcode', verbose_name='code of conduct')),
                    ],
                    options={
                        'verbose_name': 'signature under the code of conduct',
                        'verbose_name_plural': 'signatures under the code of conduct',
                        'ordering': ['-signed_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='ConferenceMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='consultants.caseconference', verbose_name='conference on a case')),
                    ],
                    options={
                        'verbose_name': 'member of a conference',
                        'verbose_name_plural': 'members of conferences',
                        'ordering': ['conference', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ConferenceNote',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='note')),
                        ('made_at', models.DateTimeField(verbose_name='written at')),
                        ('conference', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='consultants.caseconference', verbose_name='conference on a case')),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ],
                    options={
                        'verbose_name': 'note of a conference',
                        'verbose_name_plural': 'notes of conferences',
                        'ordering': ['conference', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ConferenceNoteEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='note')),
                        ('made_at', models.DateTimeField(verbose_name='written at')),
                        ('conference', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.caseconference', verbose_name='conference on a case')),
                        ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.conferencenote')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ConflictOfInterest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('OWNERSHIP', 'owns a share of it'), ('FAMILY', 'is related to its owners or managers'), ('EMPLOYMENT', 'works for it or did so lately'), ('COMPETITOR', 'works for a competitor'), ('CREDITOR', 'has a claim or a dispute with it'), ('OTHER', 'other')], max_length=12, verbose_name='reason')),
                        ('reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='in his words')),
                        ('starts_on', models.DateField(verbose_name='from')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                        ('declared_at', models.DateTimeField(verbose_name='declared at')),
                        ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='declared by')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conflicts', to='units.industrialunit', verbose_name='unit')),
                    ],
                    options={
                        'verbose_name': 'conflict of interest',
                        'verbose_name_plural': 'conflicts of interest',
                        'ordering': ['-declared_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='Consultant',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('about', core.fields.models.PersianTextField(blank=True, max_length=600, verbose_name='about')),
                        ('phone', core.fields.models.MobileField(blank=True, verbose_name='phone for the clinic')),
                        ('max_cases', models.PositiveSmallIntegerField(default=4, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)], verbose_name='most cases at once')),
                        ('is_active', models.BooleanField(default=True, verbose_name='takes cases')),
                        ('joined_on', models.DateField(verbose_name='with the clinic since')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed at')),
                        ('search_key', core.fields.keys.SearchKeyField(sources=['name'], verbose_name='search key')),
                        ('sort_key', core.fields.keys.SortKeyField(db_collation='C', max_length=200, sources=['name'], verbose_name='sort key')),
                        ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.county', verbose_name='county')),
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='consultant', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ],
                    options={
                        'verbose_name': 'consultant',
                        'verbose_name_plural': 'consultants',
                        'ordering': ['sort_key', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ConflictOfInterestEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('OWNERSHIP', 'owns a share of it'), ('FAMILY', 'is related to its owners or managers'), ('EMPLOYMENT', 'works for it or did so lately'), ('COMPETITOR', 'works for a competitor'), ('CREDITOR', 'has a claim or a dispute with it'), ('OTHER', 'other')], max_length=12, verbose_name='reason')),
                        ('reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='in his words')),
                        ('starts_on', models.DateField(verbose_name='from')),
                        ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                        ('declared_at', models.DateTimeField(verbose_name='declared at')),
                        ('declared_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='declared by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.conflictofinterest')),
                        ('unit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.industrialunit', verbose_name='unit')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ConferenceMemberEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('conference', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.caseconference', verbose_name='conference on a case')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.conferencemember')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ConductSignatureEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('signed_at', models.DateTimeField(verbose_name='signed at')),
                        ('code', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.conductcode', verbose_name='code of conduct')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.conductsignature')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AvailabilityEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Saturday'), (1, 'Sunday'), (2, 'Monday'), (3, 'Tuesday'), (4, 'Wednesday'), (5, 'Thursday'), (6, 'Friday')], verbose_name='day of the week')),
                        ('starts_at', models.TimeField(verbose_name='from')),
                        ('ends_at', models.TimeField(verbose_name='until')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.availability')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AbsenceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('starts_on', models.DateField(verbose_name='first day')),
                        ('ends_on', models.DateField(verbose_name='last day')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=120, verbose_name='note')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.absence')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ConsultantEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('about', core.fields.models.PersianTextField(blank=True, max_length=600, verbose_name='about')),
                        ('phone', core.fields.models.MobileField(blank=True, verbose_name='phone for the clinic')),
                        ('max_cases', models.PositiveSmallIntegerField(default=4, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(20)], verbose_name='most cases at once')),
                        ('is_active', models.BooleanField(default=True, verbose_name='takes cases')),
                        ('joined_on', models.DateField(verbose_name='with the clinic since')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed at')),
                        ('county', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.county', verbose_name='county')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.consultant')),
                        ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ConsultantSpecialty',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('specialty', models.CharField(choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='specialty')),
                        ('level', models.CharField(choices=[('ASSOCIATE', 'associate'), ('EXPERT', 'expert'), ('SENIOR', 'senior expert')], default='EXPERT', max_length=10, verbose_name='level')),
                        ('consultant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='specialties', to='consultants.consultant', verbose_name='consultant')),
                    ],
                    options={
                        'verbose_name': 'specialty of a consultant',
                        'verbose_name_plural': 'specialties of consultants',
                        'ordering': ['consultant', 'specialty'],
                    },
                ),
                migrations.CreateModel(
                    name='ConsultantSpecialtyEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('specialty', models.CharField(choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='specialty')),
                        ('level', models.CharField(choices=[('ASSOCIATE', 'associate'), ('EXPERT', 'expert'), ('SENIOR', 'senior expert')], default='EXPERT', max_length=10, verbose_name='level')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.consultantspecialty')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='FeeRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('basis', models.CharField(choices=[('HOUR', 'hour of counselling'), ('VISIT', 'visit to the unit'), ('REPORT', 'part of a diagnostic report')], max_length=8, verbose_name='counted by')),
                        ('level', models.CharField(choices=[('ASSOCIATE', 'associate'), ('EXPERT', 'expert'), ('SENIOR', 'senior expert')], max_length=10, verbose_name='level')),
                        ('amount', core.fields.models.RialField(verbose_name='fee (rials)')),
                        ('unit_share', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='borne by the unit (%)')),
                        ('valid_from', models.DateField(verbose_name='from')),
                        ('valid_to', models.DateField(blank=True, null=True, verbose_name='until')),
                        ('source', core.fields.models.PersianCharField(max_length=200, verbose_name='set by')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                    ],
                    options={
                        'verbose_name': 'fee rule',
                        'verbose_name_plural': 'fee rules',
                        'ordering': ['basis', 'level', '-valid_from'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('basis__in', ['HOUR', 'VISIT', 'REPORT'])), name='fee_basis_known'), models.CheckConstraint(condition=models.Q(('level__in', ['ASSOCIATE', 'EXPERT', 'SENIOR'])), name='fee_level_known'), models.CheckConstraint(condition=models.Q(('unit_share__lte', 100)), name='fee_share_percent'), models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='fee_in_order'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('basis', '='), ('level', '='), (clinic.consultants.models.guards.DateRange('valid_from', 'valid_to', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='fee_one_rule_a_day')],
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='conflictofinterest',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conflicts', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='conferencemember',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conferences', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='conductsignature',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='availability',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='availability', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='absence',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='absences', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='feeruleevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.feerule'),
                ),
                migrations.AddField(
                    model_name='peerreview',
                    name='asked_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by'),
                ),
                migrations.AddField(
                    model_name='peerreview',
                    name='reviewer',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='consultants.consultant', verbose_name='reviewer'),
                ),
                migrations.AddField(
                    model_name='peerreviewevent',
                    name='asked_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by'),
                ),
                migrations.AddField(
                    model_name='peerreviewevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.peerreview'),
                ),
                migrations.AddField(
                    model_name='peerreviewevent',
                    name='reviewer',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='reviewer'),
                ),
                migrations.AddField(
                    model_name='qualification',
                    name='added_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by'),
                ),
                migrations.AddField(
                    model_name='qualification',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='qualifications', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='qualification',
                    name='paper',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='paper'),
                ),
                migrations.AddField(
                    model_name='qualification',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by'),
                ),
                migrations.AddField(
                    model_name='qualificationevent',
                    name='added_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by'),
                ),
                migrations.AddField(
                    model_name='qualificationevent',
                    name='consultant',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='qualificationevent',
                    name='paper',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='paper'),
                ),
                migrations.AddField(
                    model_name='qualificationevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.qualification'),
                ),
                migrations.AddField(
                    model_name='qualificationevent',
                    name='verified_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by'),
                ),
                migrations.AddField(
                    model_name='rating',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='rating',
                    name='made_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='given by'),
                ),
                migrations.AddField(
                    model_name='rating',
                    name='peer',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ratings_given', to='consultants.consultant', verbose_name='colleague'),
                ),
                migrations.AddField(
                    model_name='rating',
                    name='unit',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.industrialunit', verbose_name='unit'),
                ),
                migrations.AddField(
                    model_name='ratingevent',
                    name='consultant',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='ratingevent',
                    name='made_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='given by'),
                ),
                migrations.AddField(
                    model_name='ratingevent',
                    name='peer',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='colleague'),
                ),
                migrations.AddField(
                    model_name='ratingevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='consultants.rating'),
                ),
                migrations.AddField(
                    model_name='ratingevent',
                    name='unit',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.industrialunit', verbose_name='unit'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='feerule',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_feeruleevent" ("amount", "basis", "id", "is_illustrative", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "unit_share", "valid_from", "valid_to") VALUES (NEW."amount", NEW."basis", NEW."id", NEW."is_illustrative", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source", NEW."unit_share", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='b9384dbfb50320d08dab91b6ecd0e2f7e4223de1', operation='INSERT', pgid='pgtrigger_insert_insert_9a189', table='consultants_feerule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='feerule',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_feeruleevent" ("amount", "basis", "id", "is_illustrative", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "unit_share", "valid_from", "valid_to") VALUES (NEW."amount", NEW."basis", NEW."id", NEW."is_illustrative", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source", NEW."unit_share", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='8f563c1bc45c27a87e0c343bd23a785de75c506c', operation='UPDATE', pgid='pgtrigger_update_update_f47fe', table='consultants_feerule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='feerule',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_feeruleevent" ("amount", "basis", "id", "is_illustrative", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "unit_share", "valid_from", "valid_to") VALUES (OLD."amount", OLD."basis", OLD."id", OLD."is_illustrative", OLD."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source", OLD."unit_share", OLD."valid_from", OLD."valid_to"); RETURN NULL;', hash='89c0afadcf3f362bb1a276b21e5850bf69dfee4d', operation='DELETE', pgid='pgtrigger_delete_delete_9a588', table='consultants_feerule', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='caseconference',
                    index=models.Index(fields=['case_number'], name='conference_by_case'),
                ),
                migrations.AddConstraint(
                    model_name='caseconference',
                    constraint=models.CheckConstraint(condition=models.Q(('case_number__regex', '^CL-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$')), name='conference_case_number_form'),
                ),
                migrations.AddConstraint(
                    model_name='caseconference',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('conclusion', '')), models.Q(('closed_at__isnull', False), models.Q(('conclusion', ''), _negated=True)), _connector='OR'), name='conference_closed_with_conclusion'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caseconference',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a5ef4a47cef838ff562e025431fed73ae156a432', operation='DELETE', pgid='pgtrigger_stays_cb86f', table='consultants_caseconference', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caseconference',
                    trigger=pgtrigger.compiler.Trigger(name='conference_case_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_number" IS DISTINCT FROM (NEW."case_number") OR OLD."called_by_id" IS DISTINCT FROM (NEW."called_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='57fab43ac896485d2ab1bd6e8fa55ad15b0902a4', operation='UPDATE', pgid='pgtrigger_conference_case_stays_c7d2f', table='consultants_caseconference', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caseconference',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_caseconferenceevent" ("called_at", "called_by_id", "case_number", "closed_at", "conclusion", "held_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "subject") VALUES (NEW."called_at", NEW."called_by_id", NEW."case_number", NEW."closed_at", NEW."conclusion", NEW."held_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."question", NEW."subject"); RETURN NULL;', hash='7d476a3d43c906efd62c3906ed6d593bf8e28a82', operation='INSERT', pgid='pgtrigger_insert_insert_6f59b', table='consultants_caseconference', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caseconference',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_caseconferenceevent" ("called_at", "called_by_id", "case_number", "closed_at", "conclusion", "held_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "subject") VALUES (NEW."called_at", NEW."called_by_id", NEW."case_number", NEW."closed_at", NEW."conclusion", NEW."held_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."question", NEW."subject"); RETURN NULL;', hash='c9cfe722ca238db5761073351e4a1d7793ae0386', operation='UPDATE', pgid='pgtrigger_update_update_76de2', table='consultants_caseconference', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caseconference',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_caseconferenceevent" ("called_at", "called_by_id", "case_number", "closed_at", "conclusion", "held_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "question", "subject") VALUES (OLD."called_at", OLD."called_by_id", OLD."case_number", OLD."closed_at", OLD."conclusion", OLD."held_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."question", OLD."subject"); RETURN NULL;', hash='c4dfec9def921bfc2e3cc15fed1a72dd5f13826b', operation='DELETE', pgid='pgtrigger_delete_delete_0d87c', table='consultants_caseconference', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caseconferenceevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ee300dd353825e7b0e9581e3a2cbaa035baf3c69', operation='INSERT', pgid='pgtrigger_chain_a674a', table='consultants_caseconferenceevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='conductcode',
                    constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='conduct_code_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='conductcode',
                    constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='conduct_code_has_text'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductcode',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eabfab37500268f6438e1e8be396f76f9a297880', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_2b0eb', table='consultants_conductcode', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductcode',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conductcodeevent" ("id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "text") VALUES (NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."text"); RETURN NULL;', hash='620c8728a9c743078f5163835629e647f2a3e0c2', operation='INSERT', pgid='pgtrigger_insert_insert_04a70', table='consultants_conductcode', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductcode',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_conductcodeevent" ("id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "text") VALUES (NEW."id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."text"); RETURN NULL;', hash='e844eadfe80dc7fc0847cf8686f56e298a0f4cdf', operation='UPDATE', pgid='pgtrigger_update_update_2a58f', table='consultants_conductcode', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductcode',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conductcodeevent" ("id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "text") VALUES (OLD."id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."text"); RETURN NULL;', hash='0a580aad84810b7c1ebffe1bd7dd434321978c2a', operation='DELETE', pgid='pgtrigger_delete_delete_b5570', table='consultants_conductcode', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductcodeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='b5c7aba241023a849bf882191cacb9f80b437fe6', operation='INSERT', pgid='pgtrigger_chain_6dec7', table='consultants_conductcodeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='conferencenote',
                    constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='conference_note_says_something'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencenote',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='716c027334dfcf178838977b11285636fd538cbb', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_ae404', table='consultants_conferencenote', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencenote',
                    trigger=pgtrigger.compiler.Trigger(name='closed_conference_stays', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE closed timestamptz;', func="SELECT c.closed_at INTO closed FROM consultants_caseconference c WHERE c.id = NEW.conference_id FOR KEY SHARE;\nIF closed IS NOT NULL THEN RAISE EXCEPTION 'this conference is closed' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;", hash='b83f93b4aaded7321061f8c7a607679f827e6cc1', operation='INSERT', pgid='pgtrigger_closed_conference_stays_43940', table='consultants_conferencenote', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencenote',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conferencenoteevent" ("conference_id", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."conference_id", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;', hash='99274b176312f94664031496fa14a4e5b8976546', operation='INSERT', pgid='pgtrigger_insert_insert_b2524', table='consultants_conferencenote', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencenote',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_conferencenoteevent" ("conference_id", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."conference_id", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;', hash='50edb66bf73945d7d9dd096a0b30f43224b736c6', operation='UPDATE', pgid='pgtrigger_update_update_60301', table='consultants_conferencenote', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencenote',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conferencenoteevent" ("conference_id", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."conference_id", OLD."id", OLD."made_at", OLD."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;', hash='570d839cb987b5fafef7bb61e052626802e480be', operation='DELETE', pgid='pgtrigger_delete_delete_42341', table='consultants_conferencenote', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencenoteevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='4fc45c39b720c95890a90e5e4ee16831ee9657f1', operation='INSERT', pgid='pgtrigger_chain_e3af5', table='consultants_conferencenoteevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='consultant',
                    constraint=models.CheckConstraint(condition=models.Q(('max_cases__gte', 1), ('max_cases__lte', 20)), name='consultant_most_cases'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultant',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='96cdb834bb7af8edc22acf7f7817e16ac25151ab', operation='DELETE', pgid='pgtrigger_stays_03d81', table='consultants_consultant', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultant',
                    trigger=pgtrigger.compiler.Trigger(name='consultant_person_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."user_id" IS DISTINCT FROM (NEW."user_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='0525a12ea3809bd0231add7a922dd5bc61b3dc91', operation='UPDATE', pgid='pgtrigger_consultant_person_stays_12e3b', table='consultants_consultant', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultant',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_consultantevent" ("about", "county_id", "created_at", "id", "is_active", "is_illustrative", "joined_on", "max_cases", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "updated_at", "user_id") VALUES (NEW."about", NEW."county_id", NEW."created_at", NEW."id", NEW."is_active", NEW."is_illustrative", NEW."joined_on", NEW."max_cases", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."updated_at", NEW."user_id"); RETURN NULL;', hash='2dda1fb83ea2d471ce4552a1d0b23a27ccb225b9', operation='INSERT', pgid='pgtrigger_insert_insert_3ae53', table='consultants_consultant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultant',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."county_id" IS DISTINCT FROM (NEW."county_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_illustrative" IS DISTINCT FROM (NEW."is_illustrative") OR OLD."joined_on" IS DISTINCT FROM (NEW."joined_on") OR OLD."max_cases" IS DISTINCT FROM (NEW."max_cases") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='INSERT INTO "consultants_consultantevent" ("about", "county_id", "created_at", "id", "is_active", "is_illustrative", "joined_on", "max_cases", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "updated_at", "user_id") VALUES (NEW."about", NEW."county_id", NEW."created_at", NEW."id", NEW."is_active", NEW."is_illustrative", NEW."joined_on", NEW."max_cases", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."updated_at", NEW."user_id"); RETURN NULL;', hash='5d6cb45e6505fe4e5240654f6620ef0d2ae1a51f', operation='UPDATE', pgid='pgtrigger_update_update_8baf7', table='consultants_consultant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultant',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_consultantevent" ("about", "county_id", "created_at", "id", "is_active", "is_illustrative", "joined_on", "max_cases", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "updated_at", "user_id") VALUES (OLD."about", OLD."county_id", OLD."created_at", OLD."id", OLD."is_active", OLD."is_illustrative", OLD."joined_on", OLD."max_cases", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."updated_at", OLD."user_id"); RETURN NULL;', hash='82cf2a08fb316fcf8f8cc15d6ab62005b762d31b', operation='DELETE', pgid='pgtrigger_delete_delete_a70e7', table='consultants_consultant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conflictofinterestevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f1d797d99512b3affc2ce5064efd6a61a5f6fa08', operation='INSERT', pgid='pgtrigger_chain_c8437', table='consultants_conflictofinterestevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='conflictofinterest',
                    constraint=models.UniqueConstraint(condition=models.Q(('ends_on__isnull', True)), fields=('consultant', 'unit'), name='conflict_one_open'),
                ),
                migrations.AddConstraint(
                    model_name='conflictofinterest',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['OWNERSHIP', 'FAMILY', 'EMPLOYMENT', 'COMPETITOR', 'CREDITOR', 'OTHER'])), name='conflict_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='conflictofinterest',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='conflict_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='conflictofinterest',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'OTHER'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='conflict_other_is_said'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conflictofinterest',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='5dce370ea5955065078f432b77b1f4110824c28e', operation='DELETE', pgid='pgtrigger_stays_0f7e7', table='consultants_conflictofinterest', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conflictofinterest',
                    trigger=pgtrigger.compiler.Trigger(name='conflict_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."consultant_id" IS DISTINCT FROM (NEW."consultant_id") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."declared_by_id" IS DISTINCT FROM (NEW."declared_by_id") OR OLD."declared_at" IS DISTINCT FROM (NEW."declared_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='79d8f31926726febe0e0ebbaa7388676bf3a6bf9', operation='UPDATE', pgid='pgtrigger_conflict_stays_1b499', table='consultants_conflictofinterest', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conflictofinterest',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conflictofinterestevent" ("consultant_id", "declared_at", "declared_by_id", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on", "unit_id") VALUES (NEW."consultant_id", NEW."declared_at", NEW."declared_by_id", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."starts_on", NEW."unit_id"); RETURN NULL;', hash='01dab66fea402bd29ec781e7a54f308ec2df9f36', operation='INSERT', pgid='pgtrigger_insert_insert_56831', table='consultants_conflictofinterest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conflictofinterest',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_conflictofinterestevent" ("consultant_id", "declared_at", "declared_by_id", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on", "unit_id") VALUES (NEW."consultant_id", NEW."declared_at", NEW."declared_by_id", NEW."ends_on", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."starts_on", NEW."unit_id"); RETURN NULL;', hash='0542e7d55ba9527f83c5b27f1f1caaef8ec3a8dc', operation='UPDATE', pgid='pgtrigger_update_update_17162', table='consultants_conflictofinterest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conflictofinterest',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conflictofinterestevent" ("consultant_id", "declared_at", "declared_by_id", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "starts_on", "unit_id") VALUES (OLD."consultant_id", OLD."declared_at", OLD."declared_by_id", OLD."ends_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."starts_on", OLD."unit_id"); RETURN NULL;', hash='95de4b5193018c69c037e115b97a0330a721bd0f', operation='DELETE', pgid='pgtrigger_delete_delete_2edbb', table='consultants_conflictofinterest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencememberevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ce16304c022237ba0c8c7f33530b50cc9df50f7d', operation='INSERT', pgid='pgtrigger_chain_2414a', table='consultants_conferencememberevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='conferencemember',
                    constraint=models.UniqueConstraint(fields=('conference', 'consultant'), name='conference_member_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencemember',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conferencememberevent" ("conference_id", "consultant_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."conference_id", NEW."consultant_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='4c0155104ea905d6d622e53f0176e29afd2804d9', operation='INSERT', pgid='pgtrigger_insert_insert_2e8ce', table='consultants_conferencemember', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencemember',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_conferencememberevent" ("conference_id", "consultant_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."conference_id", NEW."consultant_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='3bc54161ba683648c941b4be72e69ff74428eec6', operation='UPDATE', pgid='pgtrigger_update_update_89cc2', table='consultants_conferencemember', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conferencemember',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conferencememberevent" ("conference_id", "consultant_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."conference_id", OLD."consultant_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='7739fad7982586c46e18734200a9ab421dac77fb', operation='DELETE', pgid='pgtrigger_delete_delete_a1081', table='consultants_conferencemember', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductsignatureevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='cc5fd03e13c5699ff31e1f519de62acb3fd0c179', operation='INSERT', pgid='pgtrigger_chain_b5dd9', table='consultants_conductsignatureevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='conductsignature',
                    constraint=models.UniqueConstraint(fields=('consultant', 'code'), name='conduct_signed_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductsignature',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1ba2195fa2c33a56ac190ee048d7fc75e578bb69', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_305e3', table='consultants_conductsignature', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductsignature',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conductsignatureevent" ("code_id", "consultant_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at") VALUES (NEW."code_id", NEW."consultant_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."signed_at"); RETURN NULL;', hash='e88e99f606a864e043572f390c27d50db0589d5d', operation='INSERT', pgid='pgtrigger_insert_insert_4a106', table='consultants_conductsignature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductsignature',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_conductsignatureevent" ("code_id", "consultant_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at") VALUES (NEW."code_id", NEW."consultant_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."signed_at"); RETURN NULL;', hash='300936a1112925380f13fd4b87619d50f578d6f8', operation='UPDATE', pgid='pgtrigger_update_update_385bb', table='consultants_conductsignature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='conductsignature',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_conductsignatureevent" ("code_id", "consultant_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_at") VALUES (OLD."code_id", OLD."consultant_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."signed_at"); RETURN NULL;', hash='cba79bb04fca9023e06bd91d92fd07183001fd5d', operation='DELETE', pgid='pgtrigger_delete_delete_40ff1', table='consultants_conductsignature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='availabilityevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='a7ab47174797a4d11ea6593d646db8bcacf1423a', operation='INSERT', pgid='pgtrigger_chain_94023', table='consultants_availabilityevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='availability',
                    constraint=models.CheckConstraint(condition=models.Q(('weekday__in', [0, 1, 2, 3, 4, 5, 6])), name='availability_weekday_known'),
                ),
                migrations.AddConstraint(
                    model_name='availability',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='availability_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='availability',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_at__lte', datetime.time(22, 0)), ('starts_at__gte', datetime.time(6, 0))), name='availability_within_the_day'),
                ),
                migrations.AddConstraint(
                    model_name='availability',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('consultant', '='), ('weekday', '='), (clinic.consultants.models.guards.HoursRange(clinic.consultants.models.guards.OnOneDay('starts_at'), clinic.consultants.models.guards.OnOneDay('ends_at')), '&&')], name='availability_does_not_overlap'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='availability',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_availabilityevent" ("consultant_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "weekday") VALUES (NEW."consultant_id", NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts_at", NEW."weekday"); RETURN NULL;', hash='71762ef6632cb0e0b06fb92ee885aca93956ef45', operation='INSERT', pgid='pgtrigger_insert_insert_c64f6', table='consultants_availability', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='availability',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_availabilityevent" ("consultant_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "weekday") VALUES (NEW."consultant_id", NEW."ends_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts_at", NEW."weekday"); RETURN NULL;', hash='accab36d8e7e7c43e66adbb320f159fbd2f85f06', operation='UPDATE', pgid='pgtrigger_update_update_b8af1', table='consultants_availability', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='availability',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_availabilityevent" ("consultant_id", "ends_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_at", "weekday") VALUES (OLD."consultant_id", OLD."ends_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."starts_at", OLD."weekday"); RETURN NULL;', hash='6a18548302ca74fc7068c55fdd9821f592458cbc', operation='DELETE', pgid='pgtrigger_delete_delete_a0a55', table='consultants_availability', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='absenceevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='9460ff2869f7e75812b9fa8dd3b25f53025dbd67', operation='INSERT', pgid='pgtrigger_chain_9390a', table='consultants_absenceevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='absence',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='absence_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='absence',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('consultant', '='), (clinic.consultants.models.guards.DateRange('starts_on', 'ends_on', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='absence_does_not_overlap'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='absence',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_absenceevent" ("consultant_id", "ends_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."consultant_id", NEW."ends_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;', hash='52e1ec67c973bc72a2a0906cc67b0d38808d5ef6', operation='INSERT', pgid='pgtrigger_insert_insert_92661', table='consultants_absence', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='absence',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_absenceevent" ("consultant_id", "ends_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."consultant_id", NEW."ends_on", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;', hash='e038f163f4cd07a8c99c4bfc3a5c2d035490c58c', operation='UPDATE', pgid='pgtrigger_update_update_0f8bc', table='consultants_absence', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='absence',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_absenceevent" ("consultant_id", "ends_on", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."consultant_id", OLD."ends_on", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;', hash='82778fcb836dfdb64d7a3864dfc07b0aa33de7a2', operation='DELETE', pgid='pgtrigger_delete_delete_8a576', table='consultants_absence', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultantevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='3fddc30fee08b46abbef7133ea71bcf6dcb3e63d', operation='INSERT', pgid='pgtrigger_chain_5cc77', table='consultants_consultantevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='consultantspecialty',
                    index=models.Index(fields=['specialty', 'level'], name='consultant_by_specialty'),
                ),
                migrations.AddConstraint(
                    model_name='consultantspecialty',
                    constraint=models.UniqueConstraint(fields=('consultant', 'specialty'), name='consultant_specialty_once'),
                ),
                migrations.AddConstraint(
                    model_name='consultantspecialty',
                    constraint=models.CheckConstraint(condition=models.Q(('specialty__in', ['finance', 'insurance', 'industrial', 'commercial', 'tax', 'legal', 'technology', 'management', 'marketing', 'human_resources', 'energy_environment'])), name='consultant_specialty_known'),
                ),
                migrations.AddConstraint(
                    model_name='consultantspecialty',
                    constraint=models.CheckConstraint(condition=models.Q(('level__in', ['ASSOCIATE', 'EXPERT', 'SENIOR'])), name='consultant_level_known'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultantspecialty',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_consultantspecialtyevent" ("consultant_id", "id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty") VALUES (NEW."consultant_id", NEW."id", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."specialty"); RETURN NULL;', hash='e634c5d5a87b7d8635e8bfcfb97539c6ece7fcd0', operation='INSERT', pgid='pgtrigger_insert_insert_06c66', table='consultants_consultantspecialty', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultantspecialty',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_consultantspecialtyevent" ("consultant_id", "id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty") VALUES (NEW."consultant_id", NEW."id", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."specialty"); RETURN NULL;', hash='03df8c5781f43247f9ef2e669c43c429814624e3', operation='UPDATE', pgid='pgtrigger_update_update_f52a8', table='consultants_consultantspecialty', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultantspecialty',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_consultantspecialtyevent" ("consultant_id", "id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty") VALUES (OLD."consultant_id", OLD."id", OLD."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."specialty"); RETURN NULL;', hash='000b618df922903651d57d7060236be86b3bad83', operation='DELETE', pgid='pgtrigger_delete_delete_7186e', table='consultants_consultantspecialty', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='consultantspecialtyevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='6635f2fc8178944e887ac3d539a35f95c2643829', operation='INSERT', pgid='pgtrigger_chain_eba2d', table='consultants_consultantspecialtyevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='feeruleevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='1784d2119855695904f439fd672f05efacb80686', operation='INSERT', pgid='pgtrigger_chain_68b34', table='consultants_feeruleevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='peerreview',
                    index=models.Index(fields=['case_number'], name='peer_review_by_case'),
                ),
                migrations.AddConstraint(
                    model_name='peerreview',
                    constraint=models.UniqueConstraint(fields=('case_number', 'report_version', 'reviewer'), name='peer_review_once_per_version'),
                ),
                migrations.AddConstraint(
                    model_name='peerreview',
                    constraint=models.CheckConstraint(condition=models.Q(('case_number__regex', '^CL-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$')), name='peer_review_case_number_form'),
                ),
                migrations.AddConstraint(
                    model_name='peerreview',
                    constraint=models.CheckConstraint(condition=models.Q(('report_version__gte', 1)), name='peer_review_version_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='peerreview',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('status', 'ASKED'), ('text', ''), ('verdict', '')), models.Q(('answered_at__isnull', False), ('status', 'GIVEN'), ('verdict__in', ['SOUND', 'MINOR', 'MAJOR']), models.Q(('text', ''), _negated=True)), models.Q(('answered_at__isnull', False), ('status', 'DECLINED'), ('verdict', ''), models.Q(('text', ''), _negated=True)), _connector='OR'), name='peer_review_state_whole'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='peerreview',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b8810656e8148aaab446c32ae94ea6bea4208b04', operation='DELETE', pgid='pgtrigger_stays_866aa', table='consultants_peerreview', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='peerreview',
                    trigger=pgtrigger.compiler.Trigger(name='peer_review_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_number" IS DISTINCT FROM (NEW."case_number") OR OLD."report_version" IS DISTINCT FROM (NEW."report_version") OR OLD."reviewer_id" IS DISTINCT FROM (NEW."reviewer_id") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='8aa0197e1bfd26ef35b23596465c6e49b9243e75', operation='UPDATE', pgid='pgtrigger_peer_review_stays_8cc3f', table='consultants_peerreview', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='peerreview',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_peerreviewevent" ("answered_at", "asked_at", "asked_by_id", "case_number", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_version", "reviewer_id", "status", "text", "verdict") VALUES (NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."case_number", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_version", NEW."reviewer_id", NEW."status", NEW."text", NEW."verdict"); RETURN NULL;', hash='ddfb34ccf849871f0d56ea2debbd06324a5b93f9', operation='INSERT', pgid='pgtrigger_insert_insert_bce64', table='consultants_peerreview', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='peerreview',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_peerreviewevent" ("answered_at", "asked_at", "asked_by_id", "case_number", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_version", "reviewer_id", "status", "text", "verdict") VALUES (NEW."answered_at", NEW."asked_at", NEW."asked_by_id", NEW."case_number", NEW."due_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_version", NEW."reviewer_id", NEW."status", NEW."text", NEW."verdict"); RETURN NULL;', hash='f06ca9dee5dbca0f2300c0d8b85b040ba5e9e743', operation='UPDATE', pgid='pgtrigger_update_update_5161b', table='consultants_peerreview', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='peerreview',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_peerreviewevent" ("answered_at", "asked_at", "asked_by_id", "case_number", "due_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_version", "reviewer_id", "status", "text", "verdict") VALUES (OLD."answered_at", OLD."asked_at", OLD."asked_by_id", OLD."case_number", OLD."due_on", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_version", OLD."reviewer_id", OLD."status", OLD."text", OLD."verdict"); RETURN NULL;', hash='b61f18e72618eaa81a81c51f2003477bd63859e5', operation='DELETE', pgid='pgtrigger_delete_delete_7c51a', table='consultants_peerreview', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='peerreviewevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='917c5e3daeb4eb0834c678c29bbbaf17b7b2e43a', operation='INSERT', pgid='pgtrigger_chain_b983d', table='consultants_peerreviewevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='qualification',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['DEGREE', 'LICENCE', 'CERTIFICATE', 'EXPERIENCE'])), name='qualification_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='qualification',
                    constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gte', models.F('issued_on')), _connector='OR'), name='qualification_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='qualification',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('verified_at__isnull', True), ('verified_by__isnull', True)), models.Q(('verified_at__isnull', False), ('verified_by__isnull', False)), _connector='OR'), name='qualification_confirmed_whole'),
                ),
                migrations.AddConstraint(
                    model_name='qualification',
                    constraint=models.CheckConstraint(condition=models.Q(('verified_by__isnull', True), models.Q(('verified_by', models.F('added_by')), _negated=True), _connector='OR'), name='qualification_confirmed_by_another'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='qualification',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='880d0153c03a787e803e330c8f3b3f773891c1f3', operation='DELETE', pgid='pgtrigger_stays_7e0cd', table='consultants_qualification', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='qualification',
                    trigger=pgtrigger.compiler.Trigger(name='qualification_paper_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."consultant_id" IS DISTINCT FROM (NEW."consultant_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."issuer" IS DISTINCT FROM (NEW."issuer") OR OLD."issued_on" IS DISTINCT FROM (NEW."issued_on") OR OLD."valid_until" IS DISTINCT FROM (NEW."valid_until") OR OLD."paper_id" IS DISTINCT FROM (NEW."paper_id") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e4c3df860790da76ae5fa855b4450b57c5198e00', operation='UPDATE', pgid='pgtrigger_qualification_paper_stays_223ef', table='consultants_qualification', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='qualification',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_qualificationevent" ("added_at", "added_by_id", "consultant_id", "id", "issued_on", "issuer", "kind", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "valid_until", "verified_at", "verified_by_id", "withdrawn_at") VALUES (NEW."added_at", NEW."added_by_id", NEW."consultant_id", NEW."id", NEW."issued_on", NEW."issuer", NEW."kind", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."title", NEW."valid_until", NEW."verified_at", NEW."verified_by_id", NEW."withdrawn_at"); RETURN NULL;', hash='2b5f4559b387470b0f57172be43f2f75048c8ded', operation='INSERT', pgid='pgtrigger_insert_insert_5e437', table='consultants_qualification', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='qualification',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_qualificationevent" ("added_at", "added_by_id", "consultant_id", "id", "issued_on", "issuer", "kind", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "valid_until", "verified_at", "verified_by_id", "withdrawn_at") VALUES (NEW."added_at", NEW."added_by_id", NEW."consultant_id", NEW."id", NEW."issued_on", NEW."issuer", NEW."kind", NEW."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."title", NEW."valid_until", NEW."verified_at", NEW."verified_by_id", NEW."withdrawn_at"); RETURN NULL;', hash='6521bc0c42764d737664e8a6669bf49e8f7dd3dc', operation='UPDATE', pgid='pgtrigger_update_update_68bf4', table='consultants_qualification', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='qualification',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_qualificationevent" ("added_at", "added_by_id", "consultant_id", "id", "issued_on", "issuer", "kind", "paper_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "valid_until", "verified_at", "verified_by_id", "withdrawn_at") VALUES (OLD."added_at", OLD."added_by_id", OLD."consultant_id", OLD."id", OLD."issued_on", OLD."issuer", OLD."kind", OLD."paper_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."title", OLD."valid_until", OLD."verified_at", OLD."verified_by_id", OLD."withdrawn_at"); RETURN NULL;', hash='3f08f89f6dc5db11eca6f3fccf4f9f79bc835df1', operation='DELETE', pgid='pgtrigger_delete_delete_7b627', table='consultants_qualification', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='qualificationevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='acbcd8f8c681eb16b7aba2d653f1c3a506c7b714', operation='INSERT', pgid='pgtrigger_chain_f4944', table='consultants_qualificationevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='rating',
                    constraint=models.UniqueConstraint(condition=models.Q(('kind', 'UNIT')), fields=('consultant', 'case_number'), name='rating_once_by_unit'),
                ),
                migrations.AddConstraint(
                    model_name='rating',
                    constraint=models.UniqueConstraint(condition=models.Q(('kind', 'PEER')), fields=('consultant', 'case_number', 'peer'), name='rating_once_by_peer'),
                ),
                migrations.AddConstraint(
                    model_name='rating',
                    constraint=models.CheckConstraint(condition=models.Q(('case_number__regex', '^CL-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$')), name='rating_case_number_form'),
                ),
                migrations.AddConstraint(
                    model_name='rating',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'UNIT'), ('peer__isnull', True), ('unit__isnull', False)), models.Q(('kind', 'PEER'), ('peer__isnull', False), ('unit__isnull', True)), _connector='OR'), name='rating_names_who_rates'),
                ),
                migrations.AddConstraint(
                    model_name='rating',
                    constraint=models.CheckConstraint(condition=models.Q(('peer__isnull', True), models.Q(('peer', models.F('consultant')), _negated=True), _connector='OR'), name='rating_peer_is_another'),
                ),
                migrations.AddConstraint(
                    model_name='rating',
                    constraint=models.CheckConstraint(condition=models.Q(('clarity__gte', 1), ('clarity__lte', 5), ('competence__gte', 1), ('competence__lte', 5), ('cooperation__gte', 1), ('cooperation__lte', 5), ('timeliness__gte', 1), ('timeliness__lte', 5)), name='rating_from_1_to_5'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rating',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cde6d28e1b89dae3f5d9dbef84b076ef6b729002', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_ea94c', table='consultants_rating', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rating',
                    trigger=pgtrigger.compiler.Trigger(name='not_about_oneself', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM consultants_consultant c\nWHERE c.id = NEW.consultant_id AND c.user_id = NEW.made_by_id) THEN\nRAISE EXCEPTION 'nobody rates himself' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='54d31c477ddf139dd6373160eca0447586764aeb', operation='INSERT', pgid='pgtrigger_not_about_oneself_00c67', table='consultants_rating', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rating',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_ratingevent" ("case_number", "clarity", "comment", "competence", "consultant_id", "cooperation", "id", "kind", "made_at", "made_by_id", "peer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "timeliness", "unit_id") VALUES (NEW."case_number", NEW."clarity", NEW."comment", NEW."competence", NEW."consultant_id", NEW."cooperation", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."peer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."timeliness", NEW."unit_id"); RETURN NULL;', hash='80128ad8cfd51b6342f25484d0e3ad4242ee2bf5', operation='INSERT', pgid='pgtrigger_insert_insert_fefc5', table='consultants_rating', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rating',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "consultants_ratingevent" ("case_number", "clarity", "comment", "competence", "consultant_id", "cooperation", "id", "kind", "made_at", "made_by_id", "peer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "timeliness", "unit_id") VALUES (NEW."case_number", NEW."clarity", NEW."comment", NEW."competence", NEW."consultant_id", NEW."cooperation", NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."peer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."timeliness", NEW."unit_id"); RETURN NULL;', hash='5a32ff9d9fcd631b2eded1179237dadd6379bead', operation='UPDATE', pgid='pgtrigger_update_update_92f9b', table='consultants_rating', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rating',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "consultants_ratingevent" ("case_number", "clarity", "comment", "competence", "consultant_id", "cooperation", "id", "kind", "made_at", "made_by_id", "peer_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "timeliness", "unit_id") VALUES (OLD."case_number", OLD."clarity", OLD."comment", OLD."competence", OLD."consultant_id", OLD."cooperation", OLD."id", OLD."kind", OLD."made_at", OLD."made_by_id", OLD."peer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."timeliness", OLD."unit_id"); RETURN NULL;', hash='a56a0772cbfed3eb30b3177855ac5317b3ecdb66', operation='DELETE', pgid='pgtrigger_delete_delete_222d7', table='consultants_rating', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='ratingevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ba03b5d38fc1ffe9456d98d0f2e1e9c6d5426107', operation='INSERT', pgid='pgtrigger_chain_02587', table='consultants_ratingevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
