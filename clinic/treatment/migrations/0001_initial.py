import core.fields.models
import core.operations
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
        ('cases', '0001_initial'),
        ('files', '0001_initial'),
        ('units', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='RemedyEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.SlugField(db_index=False, max_length=40, verbose_name='code')),
                        ('name', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=120, verbose_name='name in English')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TreatmentPlan',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('status', models.CharField(choices=[('DRAFT', 'being written'), ('PROPOSED', 'before the committee'), ('COMMITTEE_APPROVED', 'before the unit'), ('ACCEPTED_BY_UNIT', 'agreed to'), ('RETURNED', 'sent back'), ('SUPERSEDED', 'replaced by a later version')], default='DRAFT', editable=False, max_length=20, verbose_name='status')),
                        ('aim', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='aim of the treatment')),
                        ('made_at', models.DateTimeField(verbose_name='written at')),
                        ('proposed_at', models.DateTimeField(editable=False, null=True, verbose_name='proposed at')),
                        ('approved_at', models.DateTimeField(editable=False, null=True, verbose_name='approved at')),
                        ('committee_session', core.fields.models.PersianCharField(blank=True, editable=False, max_length=200, verbose_name='session of the committee')),
                        ('committee_members', core.fields.models.PersianTextField(blank=True, editable=False, max_length=500, verbose_name='members present')),
                        ('accepted_at', models.DateTimeField(editable=False, null=True, verbose_name='agreed to at')),
                        ('on_paper', models.BooleanField(default=False, editable=False, verbose_name='answered on paper')),
                        ('return_reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=2000, verbose_name='why it was sent back')),
                    ],
                    options={
                        'verbose_name': 'plan of treatment',
                        'verbose_name_plural': 'plans of treatment',
                        'ordering': ['case', '-version'],
                    },
                ),
                migrations.CreateModel(
                    name='TreatmentPlanEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('status', models.CharField(choices=[('DRAFT', 'being written'), ('PROPOSED', 'before the committee'), ('COMMITTEE_APPROVED', 'before the unit'), ('ACCEPTED_BY_UNIT', 'agreed to'), ('RETURNED', 'sent back'), ('SUPERSEDED', 'replaced by a later version')], default='DRAFT', editable=False, max_length=20, verbose_name='status')),
                        ('aim', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='aim of the treatment')),
                        ('made_at', models.DateTimeField(verbose_name='written at')),
                        ('proposed_at', models.DateTimeField(editable=False, null=True, verbose_name='proposed at')),
                        ('approved_at', models.DateTimeField(editable=False, null=True, verbose_name='approved at')),
                        ('committee_session', core.fields.models.PersianCharField(blank=True, editable=False, max_length=200, verbose_name='session of the committee')),
                        ('committee_members', core.fields.models.PersianTextField(blank=True, editable=False, max_length=500, verbose_name='members present')),
                        ('accepted_at', models.DateTimeField(editable=False, null=True, verbose_name='agreed to at')),
                        ('on_paper', models.BooleanField(default=False, editable=False, verbose_name='answered on paper')),
                        ('return_reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=2000, verbose_name='why it was sent back')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseTask',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('text', core.fields.models.PersianCharField(max_length=300, verbose_name='what is to be done')),
                        ('for_unit', models.BooleanField(default=False, verbose_name='the unit does it')),
                        ('due_on', models.DateField(verbose_name='to be done by')),
                        ('status', models.CharField(choices=[('OPEN', 'to be done'), ('DONE', 'done'), ('CANCELLED', 'no longer needed')], default='OPEN', editable=False, max_length=10, verbose_name='status')),
                        ('set_at', models.DateTimeField(verbose_name='set at')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='done at')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='note')),
                        ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who does it')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='cases.case', verbose_name='case')),
                        ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                        ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by')),
                    ],
                    options={
                        'verbose_name': 'task of a case',
                        'verbose_name_plural': 'tasks of cases',
                        'ordering': ['case', 'due_on', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='FollowUp',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.PositiveSmallIntegerField(choices=[(3, '3 months'), (6, '6 months'), (12, '12 months')], verbose_name='after')),
                        ('due_on', models.DateField(verbose_name='due on')),
                        ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked for at')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='what was seen')),
                        ('waived_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was not measured')),
                        ('recorded_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='cases.case', verbose_name='case')),
                        ('reading', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_up', to='units.unitreading', verbose_name='reading')),
                        ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                    ],
                    options={
                        'verbose_name': 'follow-up',
                        'verbose_name_plural': 'follow-ups',
                        'ordering': ['case', 'month'],
                    },
                ),
                migrations.CreateModel(
                    name='FollowUpEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('month', models.PositiveSmallIntegerField(choices=[(3, '3 months'), (6, '6 months'), (12, '12 months')], verbose_name='after')),
                        ('due_on', models.DateField(verbose_name='due on')),
                        ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked for at')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='what was seen')),
                        ('waived_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was not measured')),
                        ('recorded_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                        ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.followup')),
                        ('reading', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.unitreading', verbose_name='reading')),
                        ('recorded_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Outcome',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('evidence', core.fields.models.PersianTextField(max_length=2000, verbose_name='evidence')),
                        ('recorded_at', models.DateTimeField(verbose_name='entered at')),
                        ('after', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unitreading', verbose_name='reading after')),
                        ('before', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unitreading', verbose_name='reading before')),
                        ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='result', to='cases.case', verbose_name='case')),
                        ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='paper')),
                        ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                    ],
                    options={
                        'verbose_name': 'outcome of a case',
                        'verbose_name_plural': 'outcomes of cases',
                        'ordering': ['-recorded_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='OutcomeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('evidence', core.fields.models.PersianTextField(max_length=2000, verbose_name='evidence')),
                        ('recorded_at', models.DateTimeField(verbose_name='entered at')),
                        ('after', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.unitreading', verbose_name='reading after')),
                        ('before', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.unitreading', verbose_name='reading before')),
                        ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case')),
                        ('file', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='paper')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.outcome')),
                        ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PaperAnswer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agreed', models.BooleanField(verbose_name='agreed')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='why it was sent back')),
                        ('signer', core.fields.models.PersianCharField(max_length=120, verbose_name='who signed')),
                        ('role', models.CharField(choices=[('OWNER', 'owner of the unit'), ('SIGNATORY', 'signatory of the company')], max_length=9, verbose_name='signed as')),
                        ('signed_on', models.DateField(verbose_name='day of the signature')),
                        ('recorded_at', models.DateTimeField(verbose_name='recorded at')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='the signed paper')),
                        ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                    ],
                    options={
                        'verbose_name': 'answer on paper',
                        'verbose_name_plural': 'answers on paper',
                        'ordering': ['-recorded_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='PaperAnswerEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('agreed', models.BooleanField(verbose_name='agreed')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='why it was sent back')),
                        ('signer', core.fields.models.PersianCharField(max_length=120, verbose_name='who signed')),
                        ('role', models.CharField(choices=[('OWNER', 'owner of the unit'), ('SIGNATORY', 'signatory of the company')], max_length=9, verbose_name='signed as')),
                        ('signed_on', models.DateField(verbose_name='day of the signature')),
                        ('recorded_at', models.DateTimeField(verbose_name='recorded at')),
                        ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='the signed paper')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.paperanswer')),
                        ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanWriter',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('since', models.DateTimeField(verbose_name='written at')),
                        ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ],
                    options={
                        'verbose_name': 'writer of a plan',
                        'verbose_name_plural': 'writers of plans',
                        'ordering': ['plan', 'since', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='PlanWriterEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('since', models.DateTimeField(verbose_name='written at')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.planwriter')),
                        ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Project',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='name of the project')),
                        ('description', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='what is done')),
                        ('effect', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='effect (1 to 5)')),
                        ('feasibility', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='feasibility (1 to 5)')),
                        ('cost_rials', core.fields.models.RialField(default=0, verbose_name='cost (rials)')),
                        ('cost_step', models.PositiveSmallIntegerField(editable=False, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='cost step (1 to 5)')),
                        ('score', models.DecimalField(decimal_places=2, editable=False, max_digits=6, verbose_name='rank score')),
                        ('position', models.PositiveSmallIntegerField(default=1, editable=False, verbose_name='place')),
                        ('wanted_position', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='place given by hand')),
                        ('overrule_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it has another place')),
                        ('owner', core.fields.models.PersianCharField(max_length=120, verbose_name='who is responsible')),
                        ('funds', models.CharField(choices=[('OWN', "the unit's own money"), ('PARTNER', 'a new partner or investor'), ('BANK', 'bank facility'), ('STATE', 'state support or grant'), ('CLINIC', 'budget of the clinic'), ('NONE', 'needs no money')], max_length=10, verbose_name='source of funds')),
                        ('due_on', models.DateField(verbose_name='to be done by')),
                        ('indicator', models.CharField(choices=[('CAPACITY', 'capacity in use'), ('STAFF', 'staff at work'), ('SALES', 'sales in a month'), ('ARREARS', 'arrears')], max_length=10, verbose_name='figure it changes')),
                        ('expected', models.DecimalField(decimal_places=2, max_digits=18, validators=[django.core.validators.MinValueValidator(0)], verbose_name='value expected then')),
                        ('status', models.CharField(choices=[('PLANNED', 'not begun'), ('UNDER_WAY', 'under way'), ('DONE', 'done'), ('DROPPED', 'given up')], default='PLANNED', editable=False, max_length=10, verbose_name='status')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='done or given up at')),
                        ('dropped_reason', core.fields.models.PersianCharField(blank=True, editable=False, max_length=300, verbose_name='why it was given up')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                        ('copied_from', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='treatment.project', verbose_name='taken over from')),
                    ],
                    options={
                        'verbose_name': 'improvement project',
                        'verbose_name_plural': 'improvement projects',
                        'ordering': ['plan', 'position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='CaseTaskEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('text', core.fields.models.PersianCharField(max_length=300, verbose_name='what is to be done')),
                        ('for_unit', models.BooleanField(default=False, verbose_name='the unit does it')),
                        ('due_on', models.DateField(verbose_name='to be done by')),
                        ('status', models.CharField(choices=[('OPEN', 'to be done'), ('DONE', 'done'), ('CANCELLED', 'no longer needed')], default='OPEN', editable=False, max_length=10, verbose_name='status')),
                        ('set_at', models.DateTimeField(verbose_name='set at')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='done at')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='note')),
                        ('assignee', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who does it')),
                        ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case')),
                        ('closed_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.casetask')),
                        ('set_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by')),
                        ('project', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.project', verbose_name='improvement project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProjectCause',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('node', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_links', to='cases.causenode', verbose_name='cause')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cause_links', to='treatment.project', verbose_name='improvement project')),
                    ],
                    options={
                        'verbose_name': 'cause of a project',
                        'verbose_name_plural': 'causes of projects',
                        'ordering': ['id'],
                    },
                ),
                migrations.CreateModel(
                    name='ProjectCauseEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('node', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.causenode', verbose_name='cause')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.projectcause')),
                        ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.project', verbose_name='improvement project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProjectStep',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='step')),
                        ('due_on', models.DateField(verbose_name='to be done by')),
                        ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                        ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                        ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='treatment.project', verbose_name='improvement project')),
                    ],
                    options={
                        'verbose_name': 'step of a project',
                        'verbose_name_plural': 'steps of projects',
                        'ordering': ['project', 'position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ProjectStepEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('position', models.PositiveSmallIntegerField(verbose_name='position')),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='step')),
                        ('due_on', models.DateField(verbose_name='to be done by')),
                        ('done_on', models.DateField(blank=True, null=True, verbose_name='done on')),
                        ('done_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.projectstep')),
                        ('project', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.project', verbose_name='improvement project')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RankRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='version')),
                        ('effect_weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(2)], verbose_name='weight of the effect')),
                        ('feasibility_weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(2)], verbose_name='weight of the feasibility')),
                        ('cost_weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(2)], verbose_name='weight of the cost')),
                        ('step_1', core.fields.models.RialField(verbose_name='cost step 1 up to (rials)')),
                        ('step_2', core.fields.models.RialField(verbose_name='cost step 2 up to (rials)')),
                        ('step_3', core.fields.models.RialField(verbose_name='cost step 3 up to (rials)')),
                        ('step_4', core.fields.models.RialField(verbose_name='cost step 4 up to (rials)')),
                        ('reason', core.fields.models.PersianCharField(max_length=300, verbose_name='why')),
                        ('made_at', models.DateTimeField(verbose_name='set at')),
                        ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by')),
                    ],
                    options={
                        'verbose_name': 'rule of ranking',
                        'verbose_name_plural': 'rules of ranking',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='RankRuleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('effect_weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(2)], verbose_name='weight of the effect')),
                        ('feasibility_weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(2)], verbose_name='weight of the feasibility')),
                        ('cost_weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(2)], verbose_name='weight of the cost')),
                        ('step_1', core.fields.models.RialField(verbose_name='cost step 1 up to (rials)')),
                        ('step_2', core.fields.models.RialField(verbose_name='cost step 2 up to (rials)')),
                        ('step_3', core.fields.models.RialField(verbose_name='cost step 3 up to (rials)')),
                        ('step_4', core.fields.models.RialField(verbose_name='cost step 4 up to (rials)')),
                        ('reason', core.fields.models.PersianCharField(max_length=300, verbose_name='why')),
                        ('made_at', models.DateTimeField(verbose_name='set at')),
                        ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.rankrule')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Referral',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(editable=False, max_length=20, verbose_name='number of the letter')),
                        ('recipient', models.CharField(choices=[('BANK', 'a bank'), ('INSURANCE', 'social insurance'), ('TAX', 'tax office'), ('UTILITY', 'water, power or gas company'), ('COURT', 'a court'), ('FACILITATION_HQ', 'Facilitation Headquarters'), ('OTHER', 'another body')], max_length=16, verbose_name='kind of body')),
                        ('recipient_name', core.fields.models.PersianCharField(max_length=150, verbose_name='name of the body')),
                        ('subject', core.fields.models.PersianCharField(max_length=200, verbose_name='subject')),
                        ('body', core.fields.models.PersianTextField(max_length=4000, verbose_name='text of the letter')),
                        ('asked', core.fields.models.PersianCharField(max_length=300, verbose_name='decision asked for')),
                        ('status', models.CharField(choices=[('DRAFT', 'being written'), ('SENT', 'waiting for an answer'), ('ANSWERED', 'answered'), ('EXECUTED', 'carried out'), ('WITHDRAWN', 'taken back')], default='DRAFT', editable=False, max_length=10, verbose_name='status')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                        ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent at')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                        ('decision', models.CharField(blank=True, choices=[('AGREED', 'agreed'), ('PARTLY', 'agreed in part'), ('REFUSED', 'refused')], max_length=8, verbose_name='decision')),
                        ('answer', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='answer')),
                        ('percent_executed', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='carried out (percent)')),
                        ('withdrawn_reason', core.fields.models.PersianCharField(blank=True, editable=False, max_length=300, verbose_name='why it was taken back')),
                        ('answer_file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='letter of answer')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='cases.case', verbose_name='case')),
                        ('pdf', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='letter')),
                        ('project', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='treatment.project', verbose_name='improvement project')),
                        ('signed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='signed by')),
                        ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ],
                    options={
                        'verbose_name': 'referral',
                        'verbose_name_plural': 'referrals',
                        'ordering': ['case', '-written_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='ReferralEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(editable=False, max_length=20, verbose_name='number of the letter')),
                        ('recipient', models.CharField(choices=[('BANK', 'a bank'), ('INSURANCE', 'social insurance'), ('TAX', 'tax office'), ('UTILITY', 'water, power or gas company'), ('COURT', 'a court'), ('FACILITATION_HQ', 'Facilitation Headquarters'), ('OTHER', 'another body')], max_length=16, verbose_name='kind of body')),
                        ('recipient_name', core.fields.models.PersianCharField(max_length=150, verbose_name='name of the body')),
                        ('subject', core.fields.models.PersianCharField(max_length=200, verbose_name='subject')),
                        ('body', core.fields.models.PersianTextField(max_length=4000, verbose_name='text of the letter')),
                        ('asked', core.fields.models.PersianCharField(max_length=300, verbose_name='decision asked for')),
                        ('status', models.CharField(choices=[('DRAFT', 'being written'), ('SENT', 'waiting for an answer'), ('ANSWERED', 'answered'), ('EXECUTED', 'carried out'), ('WITHDRAWN', 'taken back')], default='DRAFT', editable=False, max_length=10, verbose_name='status')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                        ('sent_at', models.DateTimeField(editable=False, null=True, verbose_name='sent at')),
                        ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                        ('decision', models.CharField(blank=True, choices=[('AGREED', 'agreed'), ('PARTLY', 'agreed in part'), ('REFUSED', 'refused')], max_length=8, verbose_name='decision')),
                        ('answer', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='answer')),
                        ('percent_executed', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='carried out (percent)')),
                        ('withdrawn_reason', core.fields.models.PersianCharField(blank=True, editable=False, max_length=300, verbose_name='why it was taken back')),
                        ('answer_file', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='letter of answer')),
                        ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case')),
                        ('pdf', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='letter')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.referral')),
                        ('project', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.project', verbose_name='improvement project')),
                        ('signed_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='signed by')),
                        ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Remedy',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                        ('name', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=120, verbose_name='name in English')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                    ],
                    options={
                        'verbose_name': 'remedy',
                        'verbose_name_plural': 'remedies',
                        'ordering': ['position', 'id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='remedy_has_name')],
                    },
                ),
                migrations.CreateModel(
                    name='ProjectEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', core.fields.models.PersianCharField(max_length=200, verbose_name='name of the project')),
                        ('description', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='what is done')),
                        ('effect', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='effect (1 to 5)')),
                        ('feasibility', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='feasibility (1 to 5)')),
                        ('cost_rials', core.fields.models.RialField(default=0, verbose_name='cost (rials)')),
                        ('cost_step', models.PositiveSmallIntegerField(editable=False, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='cost step (1 to 5)')),
                        ('score', models.DecimalField(decimal_places=2, editable=False, max_digits=6, verbose_name='rank score')),
                        ('position', models.PositiveSmallIntegerField(default=1, editable=False, verbose_name='place')),
                        ('wanted_position', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='place given by hand')),
                        ('overrule_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it has another place')),
                        ('owner', core.fields.models.PersianCharField(max_length=120, verbose_name='who is responsible')),
                        ('funds', models.CharField(choices=[('OWN', "the unit's own money"), ('PARTNER', 'a new partner or investor'), ('BANK', 'bank facility'), ('STATE', 'state support or grant'), ('CLINIC', 'budget of the clinic'), ('NONE', 'needs no money')], max_length=10, verbose_name='source of funds')),
                        ('due_on', models.DateField(verbose_name='to be done by')),
                        ('indicator', models.CharField(choices=[('CAPACITY', 'capacity in use'), ('STAFF', 'staff at work'), ('SALES', 'sales in a month'), ('ARREARS', 'arrears')], max_length=10, verbose_name='figure it changes')),
                        ('expected', models.DecimalField(decimal_places=2, max_digits=18, validators=[django.core.validators.MinValueValidator(0)], verbose_name='value expected then')),
                        ('status', models.CharField(choices=[('PLANNED', 'not begun'), ('UNDER_WAY', 'under way'), ('DONE', 'done'), ('DROPPED', 'given up')], default='PLANNED', editable=False, max_length=10, verbose_name='status')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='done or given up at')),
                        ('dropped_reason', core.fields.models.PersianCharField(blank=True, editable=False, max_length=300, verbose_name='why it was given up')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                        ('copied_from', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.project', verbose_name='taken over from')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.project')),
                        ('remedy', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.remedy', verbose_name='remedy')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='casetask',
                    name='project',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='treatment.project', verbose_name='improvement project'),
                ),
                migrations.AddField(
                    model_name='project',
                    name='causes',
                    field=models.ManyToManyField(related_name='projects', through='treatment.ProjectCause', to='cases.causenode', verbose_name='causes it removes'),
                ),
                migrations.AddField(
                    model_name='project',
                    name='remedy',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='treatment.remedy', verbose_name='remedy'),
                ),
                migrations.AddField(
                    model_name='remedyevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.remedy'),
                ),
                migrations.AddField(
                    model_name='treatmentplan',
                    name='accepted_by',
                    field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed to by'),
                ),
                migrations.AddField(
                    model_name='treatmentplan',
                    name='approved_by',
                    field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approval recorded by'),
                ),
                migrations.AddField(
                    model_name='treatmentplan',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='treatmentplan',
                    name='made_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='treatmentplan',
                    name='proposed_by',
                    field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by'),
                ),
                migrations.AddField(
                    model_name='treatmentplan',
                    name='rule',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='treatment.rankrule', verbose_name='rule of ranking'),
                ),
                migrations.AddField(
                    model_name='projectevent',
                    name='plan',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.treatmentplan', verbose_name='plan of treatment'),
                ),
                migrations.AddField(
                    model_name='project',
                    name='plan',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='treatment.treatmentplan', verbose_name='plan of treatment'),
                ),
                migrations.AddField(
                    model_name='planwriterevent',
                    name='plan',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.treatmentplan', verbose_name='plan of treatment'),
                ),
                migrations.AddField(
                    model_name='planwriter',
                    name='plan',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='writers', to='treatment.treatmentplan', verbose_name='plan of treatment'),
                ),
                migrations.AddField(
                    model_name='paperanswerevent',
                    name='plan',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.treatmentplan', verbose_name='plan of treatment'),
                ),
                migrations.AddField(
                    model_name='paperanswer',
                    name='plan',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='paper', to='treatment.treatmentplan', verbose_name='plan of treatment'),
                ),
                migrations.AddField(
                    model_name='treatmentplanevent',
                    name='accepted_by',
                    field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='agreed to by'),
                ),
                migrations.AddField(
                    model_name='treatmentplanevent',
                    name='approved_by',
                    field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='approval recorded by'),
                ),
                migrations.AddField(
                    model_name='treatmentplanevent',
                    name='case',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='treatmentplanevent',
                    name='made_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='treatmentplanevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='treatment.treatmentplan'),
                ),
                migrations.AddField(
                    model_name='treatmentplanevent',
                    name='proposed_by',
                    field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by'),
                ),
                migrations.AddField(
                    model_name='treatmentplanevent',
                    name='rule',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.rankrule', verbose_name='rule of ranking'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='remedy',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_remedyevent" ("code", "id", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."is_active", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;', hash='981fd38edae4c8d3c072610f8205911746be39bb', operation='INSERT', pgid='pgtrigger_insert_insert_5f13b', table='treatment_remedy', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='remedy',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_remedyevent" ("code", "id", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."id", NEW."is_active", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;', hash='bb74e1b93b5596e04d25266d3871c014a70c6a8f', operation='UPDATE', pgid='pgtrigger_update_update_54ecc', table='treatment_remedy', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='remedy',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_remedyevent" ("code", "id", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."id", OLD."is_active", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;', hash='9c71a27dceb69ec9032fd38e0ff45d830c027093', operation='DELETE', pgid='pgtrigger_delete_delete_72a91', table='treatment_remedy', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='followup',
                    index=models.Index(condition=models.Q(('recorded_at__isnull', True)), fields=['due_on'], name='follow_up_due'),
                ),
                migrations.AddConstraint(
                    model_name='followup',
                    constraint=models.UniqueConstraint(fields=('case', 'month'), name='follow_up_once_per_month'),
                ),
                migrations.AddConstraint(
                    model_name='followup',
                    constraint=models.CheckConstraint(condition=models.Q(('month__in', [3, 6, 12])), name='follow_up_month_known'),
                ),
                migrations.AddConstraint(
                    model_name='followup',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('note', ''), ('reading__isnull', True), ('recorded_at__isnull', True), ('recorded_by__isnull', True), ('waived_reason', '')), models.Q(('reading__isnull', False), ('recorded_at__isnull', False), ('recorded_by__isnull', False), ('waived_reason', '')), models.Q(('reading__isnull', True), ('recorded_at__isnull', False), ('recorded_by__isnull', False), models.Q(('waived_reason', ''), _negated=True)), _connector='OR'), name='follow_up_end_is_whole'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followup',
                    trigger=pgtrigger.compiler.Trigger(name='follow_up_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."month" IS DISTINCT FROM (NEW."month") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='bfdb77d403d56093cec9e2d88fd67427e7428767', operation='UPDATE', pgid='pgtrigger_follow_up_facts_stay_768c4', table='treatment_followup', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followup',
                    trigger=pgtrigger.compiler.Trigger(name='filled_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF (OLD.asked_at IS NOT NULL AND NEW.asked_at IS DISTINCT FROM OLD.asked_at) OR (OLD.reading_id IS NOT NULL AND NEW.reading_id IS DISTINCT FROM OLD.reading_id) OR (OLD.recorded_at IS NOT NULL AND NEW.recorded_at IS DISTINCT FROM OLD.recorded_at) OR (OLD.recorded_by_id IS NOT NULL AND NEW.recorded_by_id IS DISTINCT FROM OLD.recorded_by_id) THEN RAISE EXCEPTION 'this part of the row never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;", hash='4f1206bda540968fa3506efcb3020af5457a14b6', operation='UPDATE', pgid='pgtrigger_filled_once_05e16', table='treatment_followup', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followup',
                    trigger=pgtrigger.compiler.Trigger(name='readings_of_the_unit', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM units_unitreading r JOIN cases_case c ON c.id = NEW.case_id\nWHERE r.id IN (NEW.reading_id) AND r.unit_id <> c.unit_id) THEN\nRAISE EXCEPTION 'the reading was taken in another unit' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='45373b2415c5dbb051e3d9a68c1294ed1ac2252a', operation='INSERT OR UPDATE', pgid='pgtrigger_readings_of_the_unit_a4549', table='treatment_followup', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followup',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b25fc740d10a7a7bdab314de60766cde58e4bfc1', operation='DELETE', pgid='pgtrigger_stays_5db0d', table='treatment_followup', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followup',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_followupevent" ("asked_at", "case_id", "due_on", "id", "month", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "recorded_at", "recorded_by_id", "waived_reason") VALUES (NEW."asked_at", NEW."case_id", NEW."due_on", NEW."id", NEW."month", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reading_id", NEW."recorded_at", NEW."recorded_by_id", NEW."waived_reason"); RETURN NULL;', hash='793056caf05be3dd253cab25387b5a4d6bd22479', operation='INSERT', pgid='pgtrigger_insert_insert_b9ec4', table='treatment_followup', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followup',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_followupevent" ("asked_at", "case_id", "due_on", "id", "month", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "recorded_at", "recorded_by_id", "waived_reason") VALUES (NEW."asked_at", NEW."case_id", NEW."due_on", NEW."id", NEW."month", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reading_id", NEW."recorded_at", NEW."recorded_by_id", NEW."waived_reason"); RETURN NULL;', hash='583d85c1cd71a84378c407db548f1dc2e67ce7b5', operation='UPDATE', pgid='pgtrigger_update_update_dda13', table='treatment_followup', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followup',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_followupevent" ("asked_at", "case_id", "due_on", "id", "month", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "recorded_at", "recorded_by_id", "waived_reason") VALUES (OLD."asked_at", OLD."case_id", OLD."due_on", OLD."id", OLD."month", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reading_id", OLD."recorded_at", OLD."recorded_by_id", OLD."waived_reason"); RETURN NULL;', hash='454a9894d266e791ca96226a89b479e4173430c2', operation='DELETE', pgid='pgtrigger_delete_delete_6d545', table='treatment_followup', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='followupevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='6af99f37f679e109c90cffd9285606e2bf5aa1e7', operation='INSERT', pgid='pgtrigger_chain_514b9', table='treatment_followupevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='outcome',
                    constraint=models.CheckConstraint(condition=models.Q(('evidence', ''), _negated=True), name='clinic_outcome_has_evidence'),
                ),
                migrations.AddConstraint(
                    model_name='outcome',
                    constraint=models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='clinic_outcome_compares_two'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='outcome',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='547f42f25dcc79286ba5f5ec2da693f23c97fcfd', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_5780e', table='treatment_outcome', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='outcome',
                    trigger=pgtrigger.compiler.Trigger(name='readings_of_the_unit', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT 1 FROM units_unitreading r JOIN cases_case c ON c.id = NEW.case_id\nWHERE r.id IN (NEW.before_id, NEW.after_id) AND r.unit_id <> c.unit_id) THEN\nRAISE EXCEPTION 'the reading was taken in another unit' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='fcc493e17b130d7c1236079e5ec63700353c07cc', operation='INSERT OR UPDATE', pgid='pgtrigger_readings_of_the_unit_52c7e', table='treatment_outcome', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='outcome',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_outcomeevent" ("after_id", "before_id", "case_id", "evidence", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."after_id", NEW."before_id", NEW."case_id", NEW."evidence", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;', hash='8ebdde6e067d8dbf6ecf0c29b3696683031398fa', operation='INSERT', pgid='pgtrigger_insert_insert_1e459', table='treatment_outcome', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='outcome',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_outcomeevent" ("after_id", "before_id", "case_id", "evidence", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (NEW."after_id", NEW."before_id", NEW."case_id", NEW."evidence", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id"); RETURN NULL;', hash='bb166a7ef91403f3eaa4a386d437d18faa1fea13', operation='UPDATE', pgid='pgtrigger_update_update_89567', table='treatment_outcome', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='outcome',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_outcomeevent" ("after_id", "before_id", "case_id", "evidence", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id") VALUES (OLD."after_id", OLD."before_id", OLD."case_id", OLD."evidence", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id"); RETURN NULL;', hash='d8675838323888674162068d7c5459b6131d999d', operation='DELETE', pgid='pgtrigger_delete_delete_4bf3b', table='treatment_outcome', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='outcomeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='b07871419733e75eb9f06c1c0d1e1a6852bb1735', operation='INSERT', pgid='pgtrigger_chain_fa977', table='treatment_outcomeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casetaskevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='65615d53b4dcc3961f6ff83485261f99c61a1cbc', operation='INSERT', pgid='pgtrigger_chain_4a5c6', table='treatment_casetaskevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='casetask',
                    index=models.Index(fields=['status', 'due_on'], name='clinic_task_by_state'),
                ),
                migrations.AddConstraint(
                    model_name='casetask',
                    constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='clinic_task_has_text'),
                ),
                migrations.AddConstraint(
                    model_name='casetask',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['OPEN', 'DONE', 'CANCELLED'])), name='clinic_task_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='casetask',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('assignee__isnull', True), ('for_unit', True)), models.Q(('assignee__isnull', False), ('for_unit', False)), _connector='OR'), name='clinic_task_has_one_doer'),
                ),
                migrations.AddConstraint(
                    model_name='casetask',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('closed_by__isnull', True), ('status', 'OPEN')), models.Q(models.Q(('status', 'OPEN'), _negated=True), ('closed_at__gte', models.F('set_at')), ('closed_at__isnull', False)), _connector='OR'), name='clinic_task_end_has_time'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casetask',
                    trigger=pgtrigger.compiler.Trigger(name='task_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."set_by_id" IS DISTINCT FROM (NEW."set_by_id") OR OLD."set_at" IS DISTINCT FROM (NEW."set_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e2622e452a8acc6a3f4edef68df13337dcdd9042', operation='UPDATE', pgid='pgtrigger_task_facts_stay_27600', table='treatment_casetask', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casetask',
                    trigger=pgtrigger.compiler.Trigger(name='project_of_the_case', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treatment_project j\nJOIN treatment_treatmentplan p ON p.id = j.plan_id\nWHERE j.id = NEW.project_id AND p.case_id = NEW.case_id) THEN\nRAISE EXCEPTION 'the project belongs to another case' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='4fac6e4f619ab331e3b784454b2a45bba353d38d', operation='INSERT OR UPDATE', pgid='pgtrigger_project_of_the_case_e6fa6', table='treatment_casetask', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casetask',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='0243dab75eb06938b6c5164ec716f7c3d4e7cf63', operation='DELETE', pgid='pgtrigger_stays_fd825', table='treatment_casetask', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casetask',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_casetaskevent" ("assignee_id", "case_id", "closed_at", "closed_by_id", "due_on", "for_unit", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "set_at", "set_by_id", "status", "text") VALUES (NEW."assignee_id", NEW."case_id", NEW."closed_at", NEW."closed_by_id", NEW."due_on", NEW."for_unit", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."set_at", NEW."set_by_id", NEW."status", NEW."text"); RETURN NULL;', hash='6a6b44d96977df746175f4fc321f60df4099bda1', operation='INSERT', pgid='pgtrigger_insert_insert_b6ebe', table='treatment_casetask', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casetask',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_casetaskevent" ("assignee_id", "case_id", "closed_at", "closed_by_id", "due_on", "for_unit", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "set_at", "set_by_id", "status", "text") VALUES (NEW."assignee_id", NEW."case_id", NEW."closed_at", NEW."closed_by_id", NEW."due_on", NEW."for_unit", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."set_at", NEW."set_by_id", NEW."status", NEW."text"); RETURN NULL;', hash='be1770b1e685e4befaaea0fcb8735e8d56b12548', operation='UPDATE', pgid='pgtrigger_update_update_f3bcd', table='treatment_casetask', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casetask',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_casetaskevent" ("assignee_id", "case_id", "closed_at", "closed_by_id", "due_on", "for_unit", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "set_at", "set_by_id", "status", "text") VALUES (OLD."assignee_id", OLD."case_id", OLD."closed_at", OLD."closed_by_id", OLD."due_on", OLD."for_unit", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."set_at", OLD."set_by_id", OLD."status", OLD."text"); RETURN NULL;', hash='713ef532243b067d80cd382a3ba5bf60bee613b6', operation='DELETE', pgid='pgtrigger_delete_delete_08c8d', table='treatment_casetask', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='projectcause',
                    constraint=models.UniqueConstraint(fields=('project', 'node'), name='clinic_project_cause_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectcause',
                    trigger=pgtrigger.compiler.Trigger(name='cause_of_the_case', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text; home bigint; other bigint;', func="touched := CASE TG_OP WHEN 'DELETE' THEN OLD.project_id ELSE NEW.project_id END;\nSELECT p.status, p.case_id INTO state, home FROM treatment_treatmentplan p\nJOIN treatment_project j ON j.plan_id = p.id WHERE j.id = touched FOR KEY SHARE;\nIF state <> 'DRAFT' THEN RAISE EXCEPTION 'a plan that was proposed stays as it is' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nSELECT n.case_id INTO other FROM cases_causenode n WHERE n.id = NEW.node_id;\nIF home IS DISTINCT FROM other THEN RAISE EXCEPTION 'the cause belongs to another case' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;", hash='b34cbbeff6ddd78697e4bd9b4eb80eb232469758', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_cause_of_the_case_b18e4', table='treatment_projectcause', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectcause',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_projectcauseevent" ("id", "node_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."id", NEW."node_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id"); RETURN NULL;', hash='25db642d4df1aecb49889b614a00b0697ce8a412', operation='INSERT', pgid='pgtrigger_insert_insert_40245', table='treatment_projectcause', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectcause',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_projectcauseevent" ("id", "node_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (NEW."id", NEW."node_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id"); RETURN NULL;', hash='61e2247a1d6670d10451f0afe9f0202383051ad9', operation='UPDATE', pgid='pgtrigger_update_update_26003', table='treatment_projectcause', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectcause',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_projectcauseevent" ("id", "node_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id") VALUES (OLD."id", OLD."node_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id"); RETURN NULL;', hash='378efca263db4da62941da362aa0012f7872eec3', operation='DELETE', pgid='pgtrigger_delete_delete_d594f', table='treatment_projectcause', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectcauseevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='4a7fd370cb368e8950c76ef6a7eed00ce6951c68', operation='INSERT', pgid='pgtrigger_chain_c08b9', table='treatment_projectcauseevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='projectstep',
                    constraint=models.UniqueConstraint(fields=('project', 'position'), name='clinic_step_place_once'),
                ),
                migrations.AddConstraint(
                    model_name='projectstep',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), ('position__gte', 1)), name='clinic_step_has_name'),
                ),
                migrations.AddConstraint(
                    model_name='projectstep',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_by__isnull', True), ('done_on__isnull', True)), models.Q(('done_by__isnull', False), ('done_on__isnull', False)), _connector='OR'), name='clinic_step_done_is_whole'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectstep',
                    trigger=pgtrigger.compiler.Trigger(name='step_of_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text;', func="IF TG_OP <> 'UPDATE' OR ROW(NEW.project_id, NEW.position, NEW.name, NEW.due_on) IS DISTINCT FROM ROW(OLD.project_id, OLD.position, OLD.name, OLD.due_on) THEN\nFOREACH touched IN ARRAY array_remove(ARRAY[(SELECT j.plan_id FROM treatment_project j WHERE j.id = NEW.project_id), (SELECT j.plan_id FROM treatment_project j WHERE j.id = OLD.project_id)], NULL) LOOP\nSELECT p.status INTO state FROM treatment_treatmentplan p WHERE p.id = touched FOR KEY SHARE;\nIF state <> 'DRAFT' THEN RAISE EXCEPTION 'a plan that was proposed stays as it is' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND LOOP; END IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='b229fa365c07d3855b1d390a514abcc9b2ad04a9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_step_of_a_draft_7cb03', table='treatment_projectstep', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectstep',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_projectstepevent" ("done_by_id", "done_on", "due_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "project_id") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."project_id"); RETURN NULL;', hash='888ee08757591ce2f2d0a9081465ab93a6e30496', operation='INSERT', pgid='pgtrigger_insert_insert_54006', table='treatment_projectstep', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectstep',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_projectstepevent" ("done_by_id", "done_on", "due_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "project_id") VALUES (NEW."done_by_id", NEW."done_on", NEW."due_on", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."project_id"); RETURN NULL;', hash='7fc43f6305051c2eb7d0b6d6c6e9438ee8718208', operation='UPDATE', pgid='pgtrigger_update_update_3a271', table='treatment_projectstep', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectstep',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_projectstepevent" ("done_by_id", "done_on", "due_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "project_id") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."project_id"); RETURN NULL;', hash='85d42758f61829a6405df20700be632de0e0f1a6', operation='DELETE', pgid='pgtrigger_delete_delete_4d8e7', table='treatment_projectstep', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectstepevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='edd10626b6f367599f1487ac998863eef8a116e5', operation='INSERT', pgid='pgtrigger_chain_4fd64', table='treatment_projectstepevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='rankrule',
                    constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='rank_rule_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='rankrule',
                    constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='rank_rule_has_reason'),
                ),
                migrations.AddConstraint(
                    model_name='rankrule',
                    constraint=models.CheckConstraint(condition=models.Q(('cost_weight__lte', 2), ('effect_weight__gte', 1), ('effect_weight__lte', 2), ('feasibility_weight__lte', 2)), name='rank_rule_weights'),
                ),
                migrations.AddConstraint(
                    model_name='rankrule',
                    constraint=models.CheckConstraint(condition=models.Q(('step_2__gt', models.F('step_1')), ('step_3__gt', models.F('step_2')), ('step_4__gt', models.F('step_3'))), name='rank_rule_steps_rise'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rankrule',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6f2e5a48b28fea23d1aba9c8da85387ba2d4b8ba', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_02f5f', table='treatment_rankrule', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rankrule',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_rankruleevent" ("cost_weight", "effect_weight", "feasibility_weight", "id", "made_at", "made_by_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "step_1", "step_2", "step_3", "step_4") VALUES (NEW."cost_weight", NEW."effect_weight", NEW."feasibility_weight", NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."step_1", NEW."step_2", NEW."step_3", NEW."step_4"); RETURN NULL;', hash='b7dc6e49011fb4fbb46447405e70769ef1c2fbd6', operation='INSERT', pgid='pgtrigger_insert_insert_97d79', table='treatment_rankrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rankrule',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_rankruleevent" ("cost_weight", "effect_weight", "feasibility_weight", "id", "made_at", "made_by_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "step_1", "step_2", "step_3", "step_4") VALUES (NEW."cost_weight", NEW."effect_weight", NEW."feasibility_weight", NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."step_1", NEW."step_2", NEW."step_3", NEW."step_4"); RETURN NULL;', hash='871cb596c2f4c66be43576f405bedf7265d87002', operation='UPDATE', pgid='pgtrigger_update_update_52c4f', table='treatment_rankrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rankrule',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_rankruleevent" ("cost_weight", "effect_weight", "feasibility_weight", "id", "made_at", "made_by_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "step_1", "step_2", "step_3", "step_4") VALUES (OLD."cost_weight", OLD."effect_weight", OLD."feasibility_weight", OLD."id", OLD."made_at", OLD."made_by_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."step_1", OLD."step_2", OLD."step_3", OLD."step_4"); RETURN NULL;', hash='ecc57eac7f84ba16de02c5c49da67d4988215070', operation='DELETE', pgid='pgtrigger_delete_delete_1e594', table='treatment_rankrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rankruleevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='3a6163753be4351b08c51a8cd9cf766dc9f1ed40', operation='INSERT', pgid='pgtrigger_chain_962ef', table='treatment_rankruleevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='referral',
                    index=models.Index(fields=['status', 'sent_at'], name='clinic_referral_by_state'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.UniqueConstraint(fields=('code',), name='clinic_referral_code_once'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'SENT', 'ANSWERED', 'EXECUTED', 'WITHDRAWN'])), name='clinic_referral_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(('recipient__in', ['BANK', 'INSURANCE', 'TAX', 'UTILITY', 'COURT', 'FACILITATION_HQ', 'OTHER'])), name='clinic_referral_recipient_known'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('recipient_name', ''), _negated=True), models.Q(('subject', ''), _negated=True), models.Q(('body', ''), _negated=True), models.Q(('asked', ''), _negated=True)), name='clinic_referral_says_something'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('SENT', 'ANSWERED', 'EXECUTED')), _negated=True), models.Q(('sent_at__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='clinic_referral_sent_is_signed'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_on__isnull', False), ('decision__in', ['AGREED', 'PARTLY', 'REFUSED']), ('status__in', ('ANSWERED', 'EXECUTED')), models.Q(('answer', ''), _negated=True)), models.Q(models.Q(('status__in', ('ANSWERED', 'EXECUTED')), _negated=True), ('answer', ''), ('answer_file', None), ('answered_on__isnull', True), ('decision', '')), _connector='OR'), name='clinic_referral_answer_is_whole'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(('percent_executed', 0), models.Q(('decision__in', ['AGREED', 'PARTLY']), ('percent_executed__lte', 100)), _connector='OR'), name='clinic_referral_percent_of_what_was_agreed'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('percent_executed', 100), ('status', 'EXECUTED')), models.Q(models.Q(('status', 'EXECUTED'), _negated=True), models.Q(('percent_executed', 100), _negated=True)), _connector='OR'), name='clinic_referral_carried_out_is_whole'),
                ),
                migrations.AddConstraint(
                    model_name='referral',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'WITHDRAWN'), models.Q(('withdrawn_reason', ''), _negated=True)), models.Q(models.Q(('status', 'WITHDRAWN'), _negated=True), ('withdrawn_reason', '')), _connector='OR'), name='clinic_referral_taken_back_with_reason'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referral',
                    trigger=pgtrigger.compiler.Trigger(name='letter_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.code <> OLD.code OR (OLD.sent_at IS NOT NULL AND ROW(NEW.case_id, NEW.project_id, NEW.recipient, NEW.recipient_name, NEW.subject, NEW.body, NEW.asked, NEW.written_by_id, NEW.written_at) IS DISTINCT FROM ROW(OLD.case_id, OLD.project_id, OLD.recipient, OLD.recipient_name, OLD.subject, OLD.body, OLD.asked, OLD.written_by_id, OLD.written_at)) THEN\nRAISE EXCEPTION 'a letter that was sent stays as it is' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='7575a3aad1773e6735beb00ecdf8bc8d990e36b4', operation='UPDATE', pgid='pgtrigger_letter_stays_b1359', table='treatment_referral', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referral',
                    trigger=pgtrigger.compiler.Trigger(name='filled_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF (OLD.pdf_id IS NOT NULL AND NEW.pdf_id IS DISTINCT FROM OLD.pdf_id) OR (OLD.sent_at IS NOT NULL AND NEW.sent_at IS DISTINCT FROM OLD.sent_at) OR (OLD.signed_by_id IS NOT NULL AND NEW.signed_by_id IS DISTINCT FROM OLD.signed_by_id) OR (OLD.answered_on IS NOT NULL AND NEW.answered_on IS DISTINCT FROM OLD.answered_on) THEN RAISE EXCEPTION 'this part of the row never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;", hash='1bca148ecb604ab2bc485fbce39bdb468012d46d', operation='UPDATE', pgid='pgtrigger_filled_once_c0463', table='treatment_referral', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referral',
                    trigger=pgtrigger.compiler.Trigger(name='project_of_the_case', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.project_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treatment_project j\nJOIN treatment_treatmentplan p ON p.id = j.plan_id\nWHERE j.id = NEW.project_id AND p.case_id = NEW.case_id) THEN\nRAISE EXCEPTION 'the project belongs to another case' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='2de2dc68aeeeed7a74185a0e4d794ee7c896dfe2', operation='INSERT OR UPDATE', pgid='pgtrigger_project_of_the_case_29325', table='treatment_referral', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referral',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f00a0cc231868deff66961d7f0ea26bc8bf8e08d', operation='DELETE', pgid='pgtrigger_stays_6e4f5', table='treatment_referral', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referral',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_referralevent" ("answer", "answer_file_id", "answered_on", "asked", "body", "case_id", "code", "decision", "id", "pdf_id", "percent_executed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "recipient", "recipient_name", "sent_at", "signed_by_id", "status", "subject", "withdrawn_reason", "written_at", "written_by_id") VALUES (NEW."answer", NEW."answer_file_id", NEW."answered_on", NEW."asked", NEW."body", NEW."case_id", NEW."code", NEW."decision", NEW."id", NEW."pdf_id", NEW."percent_executed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."project_id", NEW."recipient", NEW."recipient_name", NEW."sent_at", NEW."signed_by_id", NEW."status", NEW."subject", NEW."withdrawn_reason", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='6d9e3b9840456aee421d1a5b9edc6f62f43bed85', operation='INSERT', pgid='pgtrigger_insert_insert_12fa6', table='treatment_referral', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referral',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_referralevent" ("answer", "answer_file_id", "answered_on", "asked", "body", "case_id", "code", "decision", "id", "pdf_id", "percent_executed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "recipient", "recipient_name", "sent_at", "signed_by_id", "status", "subject", "withdrawn_reason", "written_at", "written_by_id") VALUES (NEW."answer", NEW."answer_file_id", NEW."answered_on", NEW."asked", NEW."body", NEW."case_id", NEW."code", NEW."decision", NEW."id", NEW."pdf_id", NEW."percent_executed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."project_id", NEW."recipient", NEW."recipient_name", NEW."sent_at", NEW."signed_by_id", NEW."status", NEW."subject", NEW."withdrawn_reason", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='ba75afbc692b101785798a649f0ba1e75192ca48', operation='UPDATE', pgid='pgtrigger_update_update_f77fb', table='treatment_referral', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referral',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_referralevent" ("answer", "answer_file_id", "answered_on", "asked", "body", "case_id", "code", "decision", "id", "pdf_id", "percent_executed", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "recipient", "recipient_name", "sent_at", "signed_by_id", "status", "subject", "withdrawn_reason", "written_at", "written_by_id") VALUES (OLD."answer", OLD."answer_file_id", OLD."answered_on", OLD."asked", OLD."body", OLD."case_id", OLD."code", OLD."decision", OLD."id", OLD."pdf_id", OLD."percent_executed", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."project_id", OLD."recipient", OLD."recipient_name", OLD."sent_at", OLD."signed_by_id", OLD."status", OLD."subject", OLD."withdrawn_reason", OLD."written_at", OLD."written_by_id"); RETURN NULL;', hash='bd2b474c3729aa81d932129839f512f4575fa761', operation='DELETE', pgid='pgtrigger_delete_delete_e6ddf', table='treatment_referral', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='referralevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='c6ce1079e884969de9b6eecc0f7601d9ffae6530', operation='INSERT', pgid='pgtrigger_chain_7646c', table='treatment_referralevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='remedyevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='0935dc54499c9d2ed111afc20235ff8ea35827b9', operation='INSERT', pgid='pgtrigger_chain_9e583', table='treatment_remedyevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.UniqueConstraint(fields=('case', 'version'), name='clinic_plan_version_once'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('DRAFT', 'PROPOSED', 'COMMITTEE_APPROVED'))), fields=('case',), name='clinic_plan_one_being_decided'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'ACCEPTED_BY_UNIT')), fields=('case',), name='clinic_plan_one_agreed'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'PROPOSED', 'COMMITTEE_APPROVED', 'ACCEPTED_BY_UNIT', 'RETURNED', 'SUPERSEDED'])), name='clinic_plan_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='clinic_plan_version_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(('approved_by__isnull', True), models.Q(models.Q(('approved_by', models.F('made_by')), _negated=True), models.Q(('approved_by', models.F('proposed_by')), _negated=True)), _connector='OR'), name='clinic_plan_approver_is_not_maker'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('proposed_at__isnull', True), ('proposed_by__isnull', True), ('status', 'DRAFT')), models.Q(models.Q(('status', 'DRAFT'), _negated=True), ('proposed_at__isnull', False), ('proposed_by__isnull', False), models.Q(('aim', ''), _negated=True)), _connector='OR'), name='clinic_plan_proposal_is_whole'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('approved_by__isnull', True), ('committee_session', ''), models.Q(('status__in', ('COMMITTEE_APPROVED', 'ACCEPTED_BY_UNIT')), _negated=True)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False), models.Q(('committee_session', ''), _negated=True)), _connector='OR'), name='clinic_plan_approval_is_whole'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True), models.Q(('status', 'ACCEPTED_BY_UNIT'), _negated=True)), models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False), ('on_paper', False)), models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', True), ('on_paper', True)), _connector='OR'), name='clinic_plan_agreement_is_whole'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(('on_paper', False), models.Q(('approved_at__isnull', False), ('status__in', ('ACCEPTED_BY_UNIT', 'RETURNED', 'SUPERSEDED'))), _connector='OR'), name='clinic_plan_paper_is_an_answer'),
                ),
                migrations.AddConstraint(
                    model_name='treatmentplan',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'RETURNED'), models.Q(('return_reason', ''), _negated=True)), models.Q(models.Q(('status', 'RETURNED'), _negated=True), ('return_reason', '')), _connector='OR'), name='clinic_plan_sent_back_with_reason'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplan',
                    trigger=pgtrigger.compiler.Trigger(name='plan_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='fb6527005f9d36dd1f1f0855ad03ae712ca81034', operation='UPDATE', pgid='pgtrigger_plan_facts_stay_e8156', table='treatment_treatmentplan', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplan',
                    trigger=pgtrigger.compiler.Trigger(name='approver_is_no_writer', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW.approved_by_id IS NOT NULL)', func="IF EXISTS (SELECT 1 FROM treatment_planwriter w\nWHERE w.plan_id = NEW.id AND w.user_id = NEW.approved_by_id) THEN\nRAISE EXCEPTION 'who wrote in a plan does not approve it' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='dd77d2c3cc547f40ef5250cdceeea649d63db2b7', operation='INSERT OR UPDATE', pgid='pgtrigger_approver_is_no_writer_ee2b0', table='treatment_treatmentplan', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplan',
                    trigger=pgtrigger.compiler.Trigger(name='answered_on_paper', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW.on_paper)', func="IF NOT EXISTS (SELECT 1 FROM treatment_paperanswer a WHERE a.plan_id = NEW.id\nAND a.agreed = (NEW.accepted_at IS NOT NULL)) THEN\nRAISE EXCEPTION 'this answer is on no paper' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='bcdb74be213be98c8987b499ccc7281bdd68a8d4', operation='INSERT OR UPDATE', pgid='pgtrigger_answered_on_paper_6fae8', table='treatment_treatmentplan', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplan',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='888ac13f0c12a8e62754c49756a3b853095ba737', operation='DELETE', pgid='pgtrigger_stays_eab51', table='treatment_treatmentplan', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplan',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_treatmentplanevent" ("accepted_at", "accepted_by_id", "aim", "approved_at", "approved_by_id", "case_id", "committee_members", "committee_session", "id", "made_at", "made_by_id", "on_paper", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "return_reason", "rule_id", "status", "version") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."aim", NEW."approved_at", NEW."approved_by_id", NEW."case_id", NEW."committee_members", NEW."committee_session", NEW."id", NEW."made_at", NEW."made_by_id", NEW."on_paper", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."return_reason", NEW."rule_id", NEW."status", NEW."version"); RETURN NULL;', hash='926b5367c41ae07b6436f8f164bda190f724bdee', operation='INSERT', pgid='pgtrigger_insert_insert_4dd63', table='treatment_treatmentplan', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplan',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_treatmentplanevent" ("accepted_at", "accepted_by_id", "aim", "approved_at", "approved_by_id", "case_id", "committee_members", "committee_session", "id", "made_at", "made_by_id", "on_paper", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "return_reason", "rule_id", "status", "version") VALUES (NEW."accepted_at", NEW."accepted_by_id", NEW."aim", NEW."approved_at", NEW."approved_by_id", NEW."case_id", NEW."committee_members", NEW."committee_session", NEW."id", NEW."made_at", NEW."made_by_id", NEW."on_paper", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."return_reason", NEW."rule_id", NEW."status", NEW."version"); RETURN NULL;', hash='3842cda799f783fe0ea8e58da5888edd875f5c89', operation='UPDATE', pgid='pgtrigger_update_update_9989b', table='treatment_treatmentplan', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplan',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_treatmentplanevent" ("accepted_at", "accepted_by_id", "aim", "approved_at", "approved_by_id", "case_id", "committee_members", "committee_session", "id", "made_at", "made_by_id", "on_paper", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "return_reason", "rule_id", "status", "version") VALUES (OLD."accepted_at", OLD."accepted_by_id", OLD."aim", OLD."approved_at", OLD."approved_by_id", OLD."case_id", OLD."committee_members", OLD."committee_session", OLD."id", OLD."made_at", OLD."made_by_id", OLD."on_paper", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."return_reason", OLD."rule_id", OLD."status", OLD."version"); RETURN NULL;', hash='adca49065507c0fa25c217ff46b64f9b6a111f0f', operation='DELETE', pgid='pgtrigger_delete_delete_3c8fb', table='treatment_treatmentplan', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='projectevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='a769499da4b2cb2bbbdddaa7d62dc02c37b5bdc8', operation='INSERT', pgid='pgtrigger_chain_de124', table='treatment_projectevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('owner', ''), _negated=True)), name='clinic_project_has_name_and_owner'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(('effect__gte', 1), ('effect__lte', 5), ('feasibility__gte', 1), ('feasibility__lte', 5), ('cost_step__gte', 1), ('cost_step__lte', 5), ('score__gt', 0)), name='clinic_project_scales'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('wanted_position__gte', 1), ('wanted_position__isnull', False), models.Q(('overrule_reason', ''), _negated=True)), models.Q(('overrule_reason', ''), ('wanted_position__isnull', True)), _connector='OR'), name='clinic_project_place_given_with_reason'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(('funds__in', ['OWN', 'PARTNER', 'BANK', 'STATE', 'CLINIC', 'NONE'])), name='clinic_project_funds_known'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('funds', 'NONE'), _negated=True), ('cost_rials', 0), _connector='OR'), name='clinic_project_without_money_is_free'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(('expected__gte', 0), ('indicator__in', ['CAPACITY', 'STAFF', 'SALES', 'ARREARS'])), name='clinic_project_indicator_known'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['PLANNED', 'UNDER_WAY', 'DONE', 'DROPPED'])), name='clinic_project_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='project',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('dropped_reason', ''), ('status__in', ['PLANNED', 'UNDER_WAY'])), models.Q(('closed_at__isnull', False), ('dropped_reason', ''), ('status', 'DONE')), models.Q(('closed_at__isnull', False), ('status', 'DROPPED'), models.Q(('dropped_reason', ''), _negated=True)), _connector='OR'), name='clinic_project_end_is_whole'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='project',
                    trigger=pgtrigger.compiler.Trigger(name='project_of_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text;', func="IF TG_OP <> 'UPDATE' OR ROW(NEW.plan_id, NEW.remedy_id, NEW.name, NEW.description, NEW.effect, NEW.feasibility, NEW.cost_rials, NEW.cost_step, NEW.score, NEW.position, NEW.wanted_position, NEW.overrule_reason, NEW.owner, NEW.funds, NEW.due_on, NEW.indicator, NEW.expected) IS DISTINCT FROM ROW(OLD.plan_id, OLD.remedy_id, OLD.name, OLD.description, OLD.effect, OLD.feasibility, OLD.cost_rials, OLD.cost_step, OLD.score, OLD.position, OLD.wanted_position, OLD.overrule_reason, OLD.owner, OLD.funds, OLD.due_on, OLD.indicator, OLD.expected) THEN\nFOREACH touched IN ARRAY array_remove(ARRAY[NEW.plan_id, OLD.plan_id], NULL) LOOP\nSELECT p.status INTO state FROM treatment_treatmentplan p WHERE p.id = touched FOR KEY SHARE;\nIF state <> 'DRAFT' THEN RAISE EXCEPTION 'a plan that was proposed stays as it is' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND LOOP; END IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='1a39b6c57c18bfc9c3868da89550d85638410e76', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_project_of_a_draft_575da', table='treatment_project', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='project',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_projectevent" ("closed_at", "copied_from_id", "cost_rials", "cost_step", "description", "dropped_reason", "due_on", "effect", "expected", "feasibility", "funds", "id", "indicator", "name", "overrule_reason", "owner", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "remedy_id", "score", "status", "wanted_position", "written_at") VALUES (NEW."closed_at", NEW."copied_from_id", NEW."cost_rials", NEW."cost_step", NEW."description", NEW."dropped_reason", NEW."due_on", NEW."effect", NEW."expected", NEW."feasibility", NEW."funds", NEW."id", NEW."indicator", NEW."name", NEW."overrule_reason", NEW."owner", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."position", NEW."remedy_id", NEW."score", NEW."status", NEW."wanted_position", NEW."written_at"); RETURN NULL;', hash='3a78fcd7996a311b2fa834c6e3e0444930651bd9', operation='INSERT', pgid='pgtrigger_insert_insert_d321f', table='treatment_project', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='project',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_projectevent" ("closed_at", "copied_from_id", "cost_rials", "cost_step", "description", "dropped_reason", "due_on", "effect", "expected", "feasibility", "funds", "id", "indicator", "name", "overrule_reason", "owner", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "remedy_id", "score", "status", "wanted_position", "written_at") VALUES (NEW."closed_at", NEW."copied_from_id", NEW."cost_rials", NEW."cost_step", NEW."description", NEW."dropped_reason", NEW."due_on", NEW."effect", NEW."expected", NEW."feasibility", NEW."funds", NEW."id", NEW."indicator", NEW."name", NEW."overrule_reason", NEW."owner", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."position", NEW."remedy_id", NEW."score", NEW."status", NEW."wanted_position", NEW."written_at"); RETURN NULL;', hash='bccd89e1f62065cac9fc909c447057082ddc27fe', operation='UPDATE', pgid='pgtrigger_update_update_23818', table='treatment_project', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='project',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_projectevent" ("closed_at", "copied_from_id", "cost_rials", "cost_step", "description", "dropped_reason", "due_on", "effect", "expected", "feasibility", "funds", "id", "indicator", "name", "overrule_reason", "owner", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "remedy_id", "score", "status", "wanted_position", "written_at") VALUES (OLD."closed_at", OLD."copied_from_id", OLD."cost_rials", OLD."cost_step", OLD."description", OLD."dropped_reason", OLD."due_on", OLD."effect", OLD."expected", OLD."feasibility", OLD."funds", OLD."id", OLD."indicator", OLD."name", OLD."overrule_reason", OLD."owner", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."position", OLD."remedy_id", OLD."score", OLD."status", OLD."wanted_position", OLD."written_at"); RETURN NULL;', hash='3848fbe856c7c23345623333b6066e1c6c8e5aba', operation='DELETE', pgid='pgtrigger_delete_delete_257dc', table='treatment_project', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planwriterevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='eb192d0bcd2703ca1132a647417737d38961fe9b', operation='INSERT', pgid='pgtrigger_chain_45165', table='treatment_planwriterevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='planwriter',
                    constraint=models.UniqueConstraint(fields=('plan', 'user'), name='clinic_plan_writer_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planwriter',
                    trigger=pgtrigger.compiler.Trigger(name='writer_of_a_draft', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text;', func="IF TG_OP <> 'UPDATE' OR ROW(NEW.plan_id, NEW.user_id) IS DISTINCT FROM ROW(OLD.plan_id, OLD.user_id) THEN\nFOREACH touched IN ARRAY array_remove(ARRAY[NEW.plan_id, OLD.plan_id], NULL) LOOP\nSELECT p.status INTO state FROM treatment_treatmentplan p WHERE p.id = touched FOR KEY SHARE;\nIF state <> 'DRAFT' THEN RAISE EXCEPTION 'a plan that was proposed stays as it is' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND LOOP; END IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='1c35ecf06e27210e02631e807ae788c1be6be603', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_writer_of_a_draft_19428', table='treatment_planwriter', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planwriter',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ea387f3d414ea6901f49fe205bacc7cfdd59669d', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_27391', table='treatment_planwriter', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planwriter',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_planwriterevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "since", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."since", NEW."user_id"); RETURN NULL;', hash='2d66bfa1f5d1cf04428a234250b9b5a176141ced', operation='INSERT', pgid='pgtrigger_insert_insert_18226', table='treatment_planwriter', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planwriter',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_planwriterevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "since", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."since", NEW."user_id"); RETURN NULL;', hash='c6e533922bfdb03ac7f95272590e2e4613f43c56', operation='UPDATE', pgid='pgtrigger_update_update_e25fa', table='treatment_planwriter', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planwriter',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_planwriterevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "since", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."since", OLD."user_id"); RETURN NULL;', hash='f876dab59b14ea61433f893530ce7a19d2f84ff8', operation='DELETE', pgid='pgtrigger_delete_delete_1c1c4', table='treatment_planwriter', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paperanswerevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ae25f6117ba42bc98fe603e140c0094a521925aa', operation='INSERT', pgid='pgtrigger_chain_a2425', table='treatment_paperanswerevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='paperanswer',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('signer', ''), _negated=True), ('role__in', ['OWNER', 'SIGNATORY']), ('file__isnull', False)), name='clinic_paper_answer_is_whole'),
                ),
                migrations.AddConstraint(
                    model_name='paperanswer',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreed', True), ('reason', '')), models.Q(('agreed', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='clinic_paper_refusal_has_reason'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paperanswer',
                    trigger=pgtrigger.compiler.Trigger(name='paper_answers_an_approved_plan', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE state text; day date;', func="SELECT p.status, (p.approved_at AT TIME ZONE 'Asia/Tehran')::date INTO state, day\nFROM treatment_treatmentplan p WHERE p.id = NEW.plan_id FOR NO KEY UPDATE;\nIF state <> 'COMMITTEE_APPROVED' THEN RAISE EXCEPTION 'this plan does not lie before the unit' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF NEW.signed_on < day THEN RAISE EXCEPTION 'signed before the committee had approved the plan' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF NEW.signed_on > (NEW.recorded_at AT TIME ZONE 'Asia/Tehran')::date THEN RAISE EXCEPTION 'signed on a day to come' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nRETURN NEW;", hash='23b741300c208a23b80fa4a7e636176e45c5affa', operation='INSERT', pgid='pgtrigger_paper_answers_an_approved_plan_03d5b', table='treatment_paperanswer', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paperanswer',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5b3bb847f430de0dfbc3138d0da457bf3e7d1993', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_21d3e', table='treatment_paperanswer', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paperanswer',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_paperanswerevent" ("agreed", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "recorded_at", "recorded_by_id", "role", "signed_on", "signer") VALUES (NEW."agreed", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."role", NEW."signed_on", NEW."signer"); RETURN NULL;', hash='b4a6ff2be45c72551d8201d87ec61e17b894fa33', operation='INSERT', pgid='pgtrigger_insert_insert_c3edb', table='treatment_paperanswer', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paperanswer',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "treatment_paperanswerevent" ("agreed", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "recorded_at", "recorded_by_id", "role", "signed_on", "signer") VALUES (NEW."agreed", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."role", NEW."signed_on", NEW."signer"); RETURN NULL;', hash='98ca9933e5b5d39714e11d11f4210ea9e1b46c1a', operation='UPDATE', pgid='pgtrigger_update_update_11e36', table='treatment_paperanswer', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paperanswer',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "treatment_paperanswerevent" ("agreed", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "recorded_at", "recorded_by_id", "role", "signed_on", "signer") VALUES (OLD."agreed", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."role", OLD."signed_on", OLD."signer"); RETURN NULL;', hash='0ede98afddda996a477cf23bde41f6d6c37954ed', operation='DELETE', pgid='pgtrigger_delete_delete_3638d', table='treatment_paperanswer', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='treatmentplanevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='d7faef90e96f9aeedca7a9287632405e78343c41', operation='INSERT', pgid='pgtrigger_chain_4bcf8', table='treatment_treatmentplanevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
