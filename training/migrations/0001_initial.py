import core.fields.keys
import core.fields.models
import core.operations
import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.operations
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import training.models.course
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0002_people_and_documents'),
        ('files', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Certificate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=15, unique=True, verbose_name='number')),
                        ('holder_name', core.fields.models.PersianCharField(max_length=160, verbose_name='holder')),
                        ('course_name', core.fields.models.PersianCharField(max_length=160, verbose_name='course')),
                        ('hours', models.DecimalField(decimal_places=1, max_digits=6, verbose_name='hours')),
                        ('issued_at', models.DateTimeField(verbose_name='issued')),
                        ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked')),
                        ('revoked_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was revoked')),
                        ('issued_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='issued by')),
                        ('pdf', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='PDF')),
                        ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='revoked by')),
                    ],
                    options={
                        'verbose_name': 'certificate',
                        'verbose_name_plural': 'certificates',
                        'ordering': ['-issued_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='Course',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('slug', models.SlugField(max_length=60, unique=True, verbose_name='address')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('summary', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='what is taught')),
                        ('audience', models.CharField(choices=[('CRAFTSPEOPLE', 'craftspeople'), ('ENGINEERS', 'engineers'), ('MANAGERS', 'owners and managers of units'), ('CLUSTER_MEMBERS', 'members of a cluster'), ('PUBLIC', 'everybody')], default='PUBLIC', max_length=16, verbose_name='for whom')),
                        ('host', core.fields.models.PersianCharField(max_length=160, verbose_name='held by')),
                        ('owner_kind', models.CharField(blank=True, max_length=60, verbose_name='kind of owner')),
                        ('owner_key', models.CharField(blank=True, max_length=60, verbose_name='owner')),
                        ('instructor', core.fields.models.PersianCharField(max_length=120, verbose_name='teacher')),
                        ('place', core.fields.models.PersianCharField(max_length=200, verbose_name='place')),
                        ('county', models.CharField(choices=[('zanjan', 'Zanjan'), ('abhar', 'Abhar'), ('khodabandeh', 'Khodabandeh'), ('khorramdarreh', 'Khorramdarreh'), ('tarom', 'Tarom'), ('mahneshan', 'Mahneshan'), ('ijrud', 'Ijrud'), ('soltanieh', 'Soltanieh'), ('other', 'Another province')], max_length=40, verbose_name='county')),
                        ('capacity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1000)], verbose_name='seats')),
                        ('fee', core.fields.models.RialField(default=0, verbose_name='fee (rials)')),
                        ('registration_opens_at', models.DateTimeField(blank=True, null=True, verbose_name='registration from')),
                        ('registration_closes_at', models.DateTimeField(blank=True, null=True, verbose_name='registration until')),
                        ('starts_on', models.DateField(verbose_name='first day')),
                        ('ends_on', models.DateField(verbose_name='last day')),
                        ('minimum_attendance', models.PositiveSmallIntegerField(default=80, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='attendance needed (%)')),
                        ('exam_pass_mark', models.PositiveSmallIntegerField(blank=True, help_text='Out of 100. Leave empty when there is no examination.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='marks needed in the examination')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'announced'), ('RUNNING', 'running'), ('FINISHED', 'finished, results to come'), ('CLOSED', 'finished'), ('CANCELLED', 'cancelled')], db_index=True, default='DRAFT', editable=False, max_length=12, verbose_name='status')),
                        ('published_at', models.DateTimeField(editable=False, null=True, verbose_name='announced')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='results settled')),
                        ('cancelled_reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=4000, verbose_name='why it was cancelled')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed at')),
                        ('search_key', core.fields.keys.SearchKeyField(sources=['name', 'name_en', 'place', 'host'], verbose_name='search key')),
                        ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ],
                    options={
                        'verbose_name': 'course',
                        'verbose_name_plural': 'courses',
                        'ordering': ['-starts_on', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='CourseEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('slug', models.SlugField(db_index=False, max_length=60, verbose_name='address')),
                        ('name', core.fields.models.PersianCharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('summary', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='what is taught')),
                        ('audience', models.CharField(choices=[('CRAFTSPEOPLE', 'craftspeople'), ('ENGINEERS', 'engineers'), ('MANAGERS', 'owners and managers of units'), ('CLUSTER_MEMBERS', 'members of a cluster'), ('PUBLIC', 'everybody')], default='PUBLIC', max_length=16, verbose_name='for whom')),
                        ('host', core.fields.models.PersianCharField(max_length=160, verbose_name='held by')),
                        ('owner_kind', models.CharField(blank=True, max_length=60, verbose_name='kind of owner')),
                        ('owner_key', models.CharField(blank=True, max_length=60, verbose_name='owner')),
                        ('instructor', core.fields.models.PersianCharField(max_length=120, verbose_name='teacher')),
                        ('place', core.fields.models.PersianCharField(max_length=200, verbose_name='place')),
                        ('county', models.CharField(choices=[('zanjan', 'Zanjan'), ('abhar', 'Abhar'), ('khodabandeh', 'Khodabandeh'), ('khorramdarreh', 'Khorramdarreh'), ('tarom', 'Tarom'), ('mahneshan', 'Mahneshan'), ('ijrud', 'Ijrud'), ('soltanieh', 'Soltanieh'), ('other', 'Another province')], max_length=40, verbose_name='county')),
                        ('capacity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1000)], verbose_name='seats')),
                        ('fee', core.fields.models.RialField(default=0, verbose_name='fee (rials)')),
                        ('registration_opens_at', models.DateTimeField(blank=True, null=True, verbose_name='registration from')),
                        ('registration_closes_at', models.DateTimeField(blank=True, null=True, verbose_name='registration until')),
                        ('starts_on', models.DateField(verbose_name='first day')),
                        ('ends_on', models.DateField(verbose_name='last day')),
                        ('minimum_attendance', models.PositiveSmallIntegerField(default=80, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='attendance needed (%)')),
                        ('exam_pass_mark', models.PositiveSmallIntegerField(blank=True, help_text='Out of 100. Leave empty when there is no examination.', null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='marks needed in the examination')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'announced'), ('RUNNING', 'running'), ('FINISHED', 'finished, results to come'), ('CLOSED', 'finished'), ('CANCELLED', 'cancelled')], default='DRAFT', editable=False, max_length=12, verbose_name='status')),
                        ('published_at', models.DateTimeField(editable=False, null=True, verbose_name='announced')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='results settled')),
                        ('cancelled_reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=4000, verbose_name='why it was cancelled')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed at')),
                        ('created_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='training.course')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ExamResult',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('attempt', models.PositiveSmallIntegerField(default=1, verbose_name='attempt')),
                        ('score', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='marks')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('superseded', models.BooleanField(default=False, editable=False, verbose_name='corrected later')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was corrected')),
                        ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='training.examresult', verbose_name='corrects')),
                        ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                    ],
                    options={
                        'verbose_name': 'result of the examination',
                        'verbose_name_plural': 'results of the examination',
                        'ordering': ['registration', 'attempt', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='Registration',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('status', models.CharField(choices=[('WAITING', 'on the waiting list'), ('REGISTERED', 'registered'), ('CANCELLED', 'cancelled'), ('COMPLETED', 'passed'), ('FAILED', 'not passed')], default='WAITING', editable=False, max_length=12, verbose_name='status')),
                        ('registered_at', models.DateTimeField(verbose_name='registered at')),
                        ('seated_at', models.DateTimeField(editable=False, null=True, verbose_name='seat since')),
                        ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='ended at')),
                        ('reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='reason')),
                        ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='training.course', verbose_name='course')),
                        ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='course_registrations', to='accounts.person', verbose_name='participant')),
                        ('registered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registered by')),
                    ],
                    options={
                        'verbose_name': 'registration',
                        'verbose_name_plural': 'registrations',
                        'ordering': ['course', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ExamResultEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('attempt', models.PositiveSmallIntegerField(default=1, verbose_name='attempt')),
                        ('score', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='marks')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                        ('superseded', models.BooleanField(default=False, editable=False, verbose_name='corrected later')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was corrected')),
                        ('corrects', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='training.examresult', verbose_name='corrects')),
                        ('entered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='training.examresult')),
                        ('registration', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='training.registration', verbose_name='registration')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CertificateEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(max_length=15, verbose_name='number')),
                        ('holder_name', core.fields.models.PersianCharField(max_length=160, verbose_name='holder')),
                        ('course_name', core.fields.models.PersianCharField(max_length=160, verbose_name='course')),
                        ('hours', models.DecimalField(decimal_places=1, max_digits=6, verbose_name='hours')),
                        ('issued_at', models.DateTimeField(verbose_name='issued')),
                        ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='revoked')),
                        ('revoked_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was revoked')),
                        ('issued_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='issued by')),
                        ('pdf', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='PDF')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='training.certificate')),
                        ('revoked_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='revoked by')),
                        ('registration', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='training.registration', verbose_name='registration')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Attendance',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('state', models.CharField(choices=[('PRESENT', 'present'), ('LATE', 'late'), ('EXCUSED', 'excused'), ('ABSENT', 'absent')], max_length=8, verbose_name='attendance')),
                        ('noted_at', models.DateTimeField(verbose_name='noted at')),
                        ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                        ('registration', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='training.registration', verbose_name='registration')),
                    ],
                    options={
                        'verbose_name': 'attendance',
                        'verbose_name_plural': 'attendance',
                        'ordering': ['session', 'registration'],
                    },
                ),
                migrations.CreateModel(
                    name='RegistrationEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('status', models.CharField(choices=[('WAITING', 'on the waiting list'), ('REGISTERED', 'registered'), ('CANCELLED', 'cancelled'), ('COMPLETED', 'passed'), ('FAILED', 'not passed')], default='WAITING', editable=False, max_length=12, verbose_name='status')),
                        ('registered_at', models.DateTimeField(verbose_name='registered at')),
                        ('seated_at', models.DateTimeField(editable=False, null=True, verbose_name='seat since')),
                        ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='ended at')),
                        ('reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='reason')),
                        ('course', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='training.course', verbose_name='course')),
                        ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.person', verbose_name='participant')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='training.registration')),
                        ('registered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registered by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Session',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('position', models.PositiveSmallIntegerField(verbose_name='number')),
                        ('starts_at', models.DateTimeField(verbose_name='begins')),
                        ('ends_at', models.DateTimeField(verbose_name='ends')),
                        ('topic', core.fields.models.PersianCharField(max_length=200, verbose_name='topic')),
                        ('place', core.fields.models.PersianCharField(max_length=200, verbose_name='place')),
                        ('room', core.fields.models.PersianCharField(blank=True, max_length=80, verbose_name='room')),
                        ('instructor', core.fields.models.PersianCharField(max_length=120, verbose_name='teacher')),
                        ('is_live', models.BooleanField(default=True, editable=False, verbose_name='takes place')),
                        ('room_key', core.fields.keys.SearchKeyField(sources=['place', 'room'], verbose_name='key of the room')),
                        ('instructor_key', core.fields.keys.SearchKeyField(sources=['instructor'], verbose_name='key of the teacher')),
                        ('course', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='training.course', verbose_name='course')),
                    ],
                    options={
                        'verbose_name': 'session',
                        'verbose_name_plural': 'sessions',
                        'ordering': ['course', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='AttendanceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('state', models.CharField(choices=[('PRESENT', 'present'), ('LATE', 'late'), ('EXCUSED', 'excused'), ('ABSENT', 'absent')], max_length=8, verbose_name='attendance')),
                        ('noted_at', models.DateTimeField(verbose_name='noted at')),
                        ('noted_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='noted by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='training.attendance')),
                        ('registration', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='training.registration', verbose_name='registration')),
                        ('session', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='training.session', verbose_name='session')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SessionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('position', models.PositiveSmallIntegerField(verbose_name='number')),
                        ('starts_at', models.DateTimeField(verbose_name='begins')),
                        ('ends_at', models.DateTimeField(verbose_name='ends')),
                        ('topic', core.fields.models.PersianCharField(max_length=200, verbose_name='topic')),
                        ('place', core.fields.models.PersianCharField(max_length=200, verbose_name='place')),
                        ('room', core.fields.models.PersianCharField(blank=True, max_length=80, verbose_name='room')),
                        ('instructor', core.fields.models.PersianCharField(max_length=120, verbose_name='teacher')),
                        ('is_live', models.BooleanField(default=True, editable=False, verbose_name='takes place')),
                        ('course', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='training.course', verbose_name='course')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='training.session')),
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
                    model_name='examresult',
                    name='registration',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='results', to='training.registration', verbose_name='registration'),
                ),
                migrations.AddField(
                    model_name='certificate',
                    name='registration',
                    field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='certificate', to='training.registration', verbose_name='registration'),
                ),
                migrations.AddField(
                    model_name='attendance',
                    name='session',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='training.session', verbose_name='session'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddIndex(
                    model_name='course',
                    index=models.Index(condition=models.Q(('owner_kind', ''), _negated=True), fields=['owner_kind', 'owner_key'], name='course_by_owner'),
                ),
                migrations.AddIndex(
                    model_name='registration',
                    index=models.Index(fields=['course', 'status'], name='registration_by_state'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'PUBLISHED', 'RUNNING', 'FINISHED', 'CLOSED', 'CANCELLED'])), name='course_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('audience__in', ['CRAFTSPEOPLE', 'ENGINEERS', 'MANAGERS', 'CLUSTER_MEMBERS', 'PUBLIC'])), name='course_audience_known'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('county__in', ['zanjan', 'abhar', 'khodabandeh', 'khorramdarreh', 'tarom', 'mahneshan', 'ijrud', 'soltanieh', 'other'])), name='course_county_known'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('capacity__gte', 1), ('capacity__lte', 1000)), name='course_has_seats'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='course_ends_after_it_starts'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('registration_opens_at__lt', models.F('registration_closes_at'))), name='course_registration_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('minimum_attendance__lte', 100)), name='course_attendance_percent'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('exam_pass_mark__isnull', True), models.Q(('exam_pass_mark__gte', 1), ('exam_pass_mark__lte', 100)), _connector='OR'), name='course_pass_mark_to_100'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('owner_key', ''), ('owner_kind', '')), models.Q(models.Q(('owner_kind', ''), _negated=True), models.Q(('owner_key', ''), _negated=True)), _connector='OR'), name='course_owner_whole'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'CANCELLED']), models.Q(('published_at__isnull', False), ('registration_closes_at__isnull', False), ('registration_opens_at__isnull', False)), _connector='OR'), name='course_announced_is_complete'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'CANCELLED'), _negated=True), models.Q(('cancelled_reason', ''), _negated=True), _connector='OR'), name='course_cancelled_with_reason'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('status', 'CLOSED')), models.Q(models.Q(('status', 'CLOSED'), _negated=True), ('closed_at__isnull', True)), _connector='OR'), name='course_closed_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='course',
                    constraint=models.CheckConstraint(condition=models.Q(('slug', 'mine'), _negated=True), name='course_address_is_free'),
                ),
                migrations.AddConstraint(
                    model_name='registration',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['WAITING', 'REGISTERED', 'CANCELLED', 'COMPLETED', 'FAILED'])), name='registration_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='registration',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('WAITING', 'REGISTERED', 'COMPLETED', 'FAILED'))), fields=('course', 'person'), name='registration_one_live_per_person'),
                ),
                migrations.AddConstraint(
                    model_name='registration',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('seated_at__isnull', True), ('status', 'WAITING')), ('status', 'CANCELLED'), models.Q(('seated_at__isnull', False), ('status__in', ['REGISTERED', 'COMPLETED', 'FAILED'])), _connector='OR'), name='registration_seat_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='registration',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('status__in', ['WAITING', 'REGISTERED'])), models.Q(models.Q(('status__in', ['WAITING', 'REGISTERED']), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='registration_end_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='examresult',
                    constraint=models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', 100)), name='result_score_to_100'),
                ),
                migrations.AddConstraint(
                    model_name='examresult',
                    constraint=models.CheckConstraint(condition=models.Q(('attempt__gte', 1)), name='result_attempt_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='examresult',
                    constraint=models.UniqueConstraint(condition=models.Q(('superseded', False)), fields=('registration', 'attempt'), name='result_one_counts'),
                ),
                migrations.AddConstraint(
                    model_name='examresult',
                    constraint=models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('note', ''), _negated=True), _connector='OR'), name='result_correction_has_reason'),
                ),
                migrations.AddConstraint(
                    model_name='certificate',
                    constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^CT-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$')), name='certificate_code_shape'),
                ),
                migrations.AddConstraint(
                    model_name='certificate',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True), ('revoked_reason', '')), models.Q(('revoked_at__isnull', False), models.Q(('revoked_reason', ''), _negated=True)), _connector='OR'), name='certificate_revoked_with_reason'),
                ),
                migrations.AddConstraint(
                    model_name='session',
                    constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('course', 'position'), name='session_number_once'),
                ),
                migrations.AddConstraint(
                    model_name='session',
                    constraint=models.CheckConstraint(condition=models.Q(('position__gte', 1)), name='session_number_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='session',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='session_ends_after_it_begins'),
                ),
                migrations.AddConstraint(
                    model_name='session',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_at__lte', django.db.models.expressions.CombinedExpression(models.F('starts_at'), '+', models.Value(datetime.timedelta(seconds=57600))))), name='session_within_a_day'),
                ),
                migrations.AddConstraint(
                    model_name='session',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('is_live', True), models.Q(('room', ''), _negated=True)), expressions=[(training.models.course.TsTzRange('starts_at', 'ends_at', django.contrib.postgres.fields.ranges.RangeBoundary()), '&&'), ('room_key', '=')], name='session_room_is_free'),
                ),
                migrations.AddConstraint(
                    model_name='session',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('is_live', True)), expressions=[(training.models.course.TsTzRange('starts_at', 'ends_at', django.contrib.postgres.fields.ranges.RangeBoundary()), '&&'), ('instructor_key', '=')], name='session_teacher_is_free'),
                ),
                migrations.AddConstraint(
                    model_name='attendance',
                    constraint=models.UniqueConstraint(fields=('session', 'registration'), name='attendance_once'),
                ),
                migrations.AddConstraint(
                    model_name='attendance',
                    constraint=models.CheckConstraint(condition=models.Q(('state__in', ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT'])), name='attendance_state_known'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='course',
                    trigger=pgtrigger.compiler.Trigger(name='capacity_holds_the_seated', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.capacity < OLD.capacity AND NEW.capacity < (SELECT count(*) FROM training_registration r\nWHERE r.course_id = NEW.id AND r.status IN ('REGISTERED', 'COMPLETED', 'FAILED')) THEN\nRAISE EXCEPTION 'more seats of this course are taken than it would have' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='3dc773e19ca5b5ae45fadfd2cbc4e781d02c15cd', operation='UPDATE OF "capacity"', pgid='pgtrigger_capacity_holds_the_seated_36cd3', table='training_course', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='course',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_courseevent" ("audience", "cancelled_reason", "capacity", "closed_at", "county", "created_at", "created_by_id", "ends_on", "exam_pass_mark", "fee", "host", "id", "instructor", "is_illustrative", "minimum_attendance", "name", "name_en", "owner_key", "owner_kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "registration_closes_at", "registration_opens_at", "slug", "starts_on", "status", "summary", "updated_at") VALUES (NEW."audience", NEW."cancelled_reason", NEW."capacity", NEW."closed_at", NEW."county", NEW."created_at", NEW."created_by_id", NEW."ends_on", NEW."exam_pass_mark", NEW."fee", NEW."host", NEW."id", NEW."instructor", NEW."is_illustrative", NEW."minimum_attendance", NEW."name", NEW."name_en", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."published_at", NEW."registration_closes_at", NEW."registration_opens_at", NEW."slug", NEW."starts_on", NEW."status", NEW."summary", NEW."updated_at"); RETURN NULL;', hash='9523ad3ed24306bd5c136b9f06cddcd12801039a', operation='INSERT', pgid='pgtrigger_insert_insert_bfc1a', table='training_course', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='course',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."cancelled_reason" IS DISTINCT FROM (NEW."cancelled_reason") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."county" IS DISTINCT FROM (NEW."county") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."exam_pass_mark" IS DISTINCT FROM (NEW."exam_pass_mark") OR OLD."fee" IS DISTINCT FROM (NEW."fee") OR OLD."host" IS DISTINCT FROM (NEW."host") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instructor" IS DISTINCT FROM (NEW."instructor") OR OLD."is_illustrative" IS DISTINCT FROM (NEW."is_illustrative") OR OLD."minimum_attendance" IS DISTINCT FROM (NEW."minimum_attendance") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."owner_key" IS DISTINCT FROM (NEW."owner_key") OR OLD."owner_kind" IS DISTINCT FROM (NEW."owner_kind") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."registration_closes_at" IS DISTINCT FROM (NEW."registration_closes_at") OR OLD."registration_opens_at" IS DISTINCT FROM (NEW."registration_opens_at") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "training_courseevent" ("audience", "cancelled_reason", "capacity", "closed_at", "county", "created_at", "created_by_id", "ends_on", "exam_pass_mark", "fee", "host", "id", "instructor", "is_illustrative", "minimum_attendance", "name", "name_en", "owner_key", "owner_kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "registration_closes_at", "registration_opens_at", "slug", "starts_on", "status", "summary", "updated_at") VALUES (NEW."audience", NEW."cancelled_reason", NEW."capacity", NEW."closed_at", NEW."county", NEW."created_at", NEW."created_by_id", NEW."ends_on", NEW."exam_pass_mark", NEW."fee", NEW."host", NEW."id", NEW."instructor", NEW."is_illustrative", NEW."minimum_attendance", NEW."name", NEW."name_en", NEW."owner_key", NEW."owner_kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."published_at", NEW."registration_closes_at", NEW."registration_opens_at", NEW."slug", NEW."starts_on", NEW."status", NEW."summary", NEW."updated_at"); RETURN NULL;', hash='5a44a1034d435768123d836f58229acfd32e1a66', operation='UPDATE', pgid='pgtrigger_update_update_27da0', table='training_course', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='course',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_courseevent" ("audience", "cancelled_reason", "capacity", "closed_at", "county", "created_at", "created_by_id", "ends_on", "exam_pass_mark", "fee", "host", "id", "instructor", "is_illustrative", "minimum_attendance", "name", "name_en", "owner_key", "owner_kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "published_at", "registration_closes_at", "registration_opens_at", "slug", "starts_on", "status", "summary", "updated_at") VALUES (OLD."audience", OLD."cancelled_reason", OLD."capacity", OLD."closed_at", OLD."county", OLD."created_at", OLD."created_by_id", OLD."ends_on", OLD."exam_pass_mark", OLD."fee", OLD."host", OLD."id", OLD."instructor", OLD."is_illustrative", OLD."minimum_attendance", OLD."name", OLD."name_en", OLD."owner_key", OLD."owner_kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."published_at", OLD."registration_closes_at", OLD."registration_opens_at", OLD."slug", OLD."starts_on", OLD."status", OLD."summary", OLD."updated_at"); RETURN NULL;', hash='ed89052052d2f6aca383e0d5a89af79ee4dc1141', operation='DELETE', pgid='pgtrigger_delete_delete_9186d', table='training_course', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='courseevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='04f2ad052fd2dfe078dac16d7010b0075af5299d', operation='INSERT', pgid='pgtrigger_chain_9b295', table='training_courseevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='registration',
                    trigger=pgtrigger.compiler.Trigger(name='never_overbooked', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE seats integer; taken integer;', func="IF NEW.status NOT IN ('REGISTERED', 'COMPLETED', 'FAILED') THEN RETURN NEW; END IF;\nIF TG_OP = 'UPDATE' THEN IF OLD.status IN ('REGISTERED', 'COMPLETED', 'FAILED') AND OLD.course_id = NEW.course_id THEN\nRETURN NEW; END IF; END IF;\nSELECT c.capacity INTO seats FROM training_course c WHERE c.id = NEW.course_id FOR NO KEY UPDATE;\nSELECT count(*) INTO taken FROM training_registration r WHERE r.course_id = NEW.course_id\nAND r.status IN ('REGISTERED', 'COMPLETED', 'FAILED') AND r.id IS DISTINCT FROM NEW.id;\nIF taken >= seats THEN RAISE EXCEPTION 'every seat of this course is taken' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nRETURN NEW;", hash='f12c67d2a4f733d2e47b3cf46d560c6fed44fd9b', operation='INSERT OR UPDATE', pgid='pgtrigger_never_overbooked_29c40', table='training_registration', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='registration',
                    trigger=pgtrigger.compiler.Trigger(name='registration_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."course_id" IS DISTINCT FROM (NEW."course_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."registered_at" IS DISTINCT FROM (NEW."registered_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f3b9ea137d03e68c663ccf5312c28e43eb256a38', operation='UPDATE', pgid='pgtrigger_registration_facts_stay_75dde', table='training_registration', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='registration',
                    trigger=pgtrigger.compiler.Trigger(name='registration_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='40fdd24170dc74f23390e631b8b6dc4048c8fef9', operation='DELETE', pgid='pgtrigger_registration_stays_5454f', table='training_registration', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='registration',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_registrationevent" ("course_id", "ended_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "registered_at", "registered_by_id", "seated_at", "status") VALUES (NEW."course_id", NEW."ended_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."registered_at", NEW."registered_by_id", NEW."seated_at", NEW."status"); RETURN NULL;', hash='2b09857fe26ee81739b422d87431807c4fd62b1d', operation='INSERT', pgid='pgtrigger_insert_insert_4c6eb', table='training_registration', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='registration',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "training_registrationevent" ("course_id", "ended_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "registered_at", "registered_by_id", "seated_at", "status") VALUES (NEW."course_id", NEW."ended_at", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."registered_at", NEW."registered_by_id", NEW."seated_at", NEW."status"); RETURN NULL;', hash='881b607acbe9be94a5be610b73ef67aa28f8f2b4', operation='UPDATE', pgid='pgtrigger_update_update_12ffa', table='training_registration', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='registration',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_registrationevent" ("course_id", "ended_at", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "registered_at", "registered_by_id", "seated_at", "status") VALUES (OLD."course_id", OLD."ended_at", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."registered_at", OLD."registered_by_id", OLD."seated_at", OLD."status"); RETURN NULL;', hash='5101a01a6fb916629a0033333f7f964812afa517', operation='DELETE', pgid='pgtrigger_delete_delete_5382b', table='training_registration', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='examresultevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='d079eb7a12274a6d98c5196ed5e8a72d34b4d165', operation='INSERT', pgid='pgtrigger_chain_585a9', table='training_examresultevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='examresult',
                    trigger=pgtrigger.compiler.Trigger(name='result_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."registration_id" IS DISTINCT FROM (NEW."registration_id") OR OLD."attempt" IS DISTINCT FROM (NEW."attempt") OR OLD."score" IS DISTINCT FROM (NEW."score") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at") OR OLD."corrects_id" IS DISTINCT FROM (NEW."corrects_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b5b9032bff1b8a411800f86ed68e8c45c8b414e6', operation='UPDATE', pgid='pgtrigger_result_stays_58038', table='training_examresult', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='examresult',
                    trigger=pgtrigger.compiler.Trigger(name='result_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='78fc016a6ecfad4b7b388683d2f1c0dc687bac34', operation='DELETE', pgid='pgtrigger_result_is_kept_e9303', table='training_examresult', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='examresult',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_examresultevent" ("attempt", "corrects_id", "entered_at", "entered_by_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "score", "superseded") VALUES (NEW."attempt", NEW."corrects_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."registration_id", NEW."score", NEW."superseded"); RETURN NULL;', hash='59627c72851763c2c759fd36a240a877363667c8', operation='INSERT', pgid='pgtrigger_insert_insert_aa76b', table='training_examresult', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='examresult',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "training_examresultevent" ("attempt", "corrects_id", "entered_at", "entered_by_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "score", "superseded") VALUES (NEW."attempt", NEW."corrects_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."registration_id", NEW."score", NEW."superseded"); RETURN NULL;', hash='2505ee8d5aec67fecc5b3a7540b0c522f0466c8a', operation='UPDATE', pgid='pgtrigger_update_update_0c892', table='training_examresult', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='examresult',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_examresultevent" ("attempt", "corrects_id", "entered_at", "entered_by_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "score", "superseded") VALUES (OLD."attempt", OLD."corrects_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."registration_id", OLD."score", OLD."superseded"); RETURN NULL;', hash='d116333a4aaf30af59028210bcef65c953a396c5', operation='DELETE', pgid='pgtrigger_delete_delete_a5fa9', table='training_examresult', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificateevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='4a69583519a50f35f3df39184690a53d8b059039', operation='INSERT', pgid='pgtrigger_chain_38856', table='training_certificateevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificate',
                    trigger=pgtrigger.compiler.Trigger(name='only_who_passed', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NOT EXISTS (SELECT 1 FROM training_registration r\nWHERE r.id = NEW.registration_id AND r.status = 'COMPLETED') THEN\nRAISE EXCEPTION 'a certificate is for who passed the course' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='c7229c501bbdf4964b55433ed5ed7166cf0ed4e6', operation='INSERT', pgid='pgtrigger_only_who_passed_7ddce', table='training_certificate', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificate',
                    trigger=pgtrigger.compiler.Trigger(name='certificate_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."registration_id" IS DISTINCT FROM (NEW."registration_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."holder_name" IS DISTINCT FROM (NEW."holder_name") OR OLD."course_name" IS DISTINCT FROM (NEW."course_name") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_id" IS DISTINCT FROM (NEW."issued_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='a18dff53ac79bd4a92ff3a5c9df8888d89b4edb7', operation='UPDATE', pgid='pgtrigger_certificate_facts_stay_67bf7', table='training_certificate', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificate',
                    trigger=pgtrigger.compiler.Trigger(name='filled_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF (OLD.pdf_id IS NOT NULL AND NEW.pdf_id IS DISTINCT FROM OLD.pdf_id) OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN RAISE EXCEPTION 'this part of the row never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;", hash='01f5abb2d2686f680c3bdde0b900588e1c0bb038', operation='UPDATE', pgid='pgtrigger_filled_once_18b51', table='training_certificate', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificate',
                    trigger=pgtrigger.compiler.Trigger(name='certificate_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='4d73e7463305c1aadd752290cdea44d7e94d5456', operation='DELETE', pgid='pgtrigger_certificate_stays_6e5cc', table='training_certificate', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificate',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_certificateevent" ("code", "course_name", "holder_name", "hours", "id", "issued_at", "issued_by_id", "pdf_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "revoked_at", "revoked_by_id", "revoked_reason") VALUES (NEW."code", NEW."course_name", NEW."holder_name", NEW."hours", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."pdf_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."registration_id", NEW."revoked_at", NEW."revoked_by_id", NEW."revoked_reason"); RETURN NULL;', hash='80ceb69ad4491723bc6188906fa66da9916ed609', operation='INSERT', pgid='pgtrigger_insert_insert_909c3', table='training_certificate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificate',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "training_certificateevent" ("code", "course_name", "holder_name", "hours", "id", "issued_at", "issued_by_id", "pdf_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "revoked_at", "revoked_by_id", "revoked_reason") VALUES (NEW."code", NEW."course_name", NEW."holder_name", NEW."hours", NEW."id", NEW."issued_at", NEW."issued_by_id", NEW."pdf_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."registration_id", NEW."revoked_at", NEW."revoked_by_id", NEW."revoked_reason"); RETURN NULL;', hash='1089fb388174e13c1ca14aecf7f41ef012e47666', operation='UPDATE', pgid='pgtrigger_update_update_30092', table='training_certificate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='certificate',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_certificateevent" ("code", "course_name", "holder_name", "hours", "id", "issued_at", "issued_by_id", "pdf_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "revoked_at", "revoked_by_id", "revoked_reason") VALUES (OLD."code", OLD."course_name", OLD."holder_name", OLD."hours", OLD."id", OLD."issued_at", OLD."issued_by_id", OLD."pdf_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."registration_id", OLD."revoked_at", OLD."revoked_by_id", OLD."revoked_reason"); RETURN NULL;', hash='9c8591bf69b735b6f1afa1d4a7fc54af74930bca', operation='DELETE', pgid='pgtrigger_delete_delete_2af4d', table='training_certificate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='registrationevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='91538bed0297a09c6c309491bd1debc9cde033fd', operation='INSERT', pgid='pgtrigger_chain_e8ffd', table='training_registrationevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='session',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_sessionevent" ("course_id", "ends_at", "id", "instructor", "is_live", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "position", "room", "starts_at", "topic") VALUES (NEW."course_id", NEW."ends_at", NEW."id", NEW."instructor", NEW."is_live", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."position", NEW."room", NEW."starts_at", NEW."topic"); RETURN NULL;', hash='0e265eaad53fce72a345abe20714f14c7226c136', operation='INSERT', pgid='pgtrigger_insert_insert_e932a', table='training_session', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='session',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."course_id" IS DISTINCT FROM (NEW."course_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instructor" IS DISTINCT FROM (NEW."instructor") OR OLD."is_live" IS DISTINCT FROM (NEW."is_live") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."room" IS DISTINCT FROM (NEW."room") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."topic" IS DISTINCT FROM (NEW."topic"))', func='INSERT INTO "training_sessionevent" ("course_id", "ends_at", "id", "instructor", "is_live", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "position", "room", "starts_at", "topic") VALUES (NEW."course_id", NEW."ends_at", NEW."id", NEW."instructor", NEW."is_live", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."position", NEW."room", NEW."starts_at", NEW."topic"); RETURN NULL;', hash='92885b46695043d8f80088bb2a427312b8d2ac9a', operation='UPDATE', pgid='pgtrigger_update_update_4f7da', table='training_session', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='session',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_sessionevent" ("course_id", "ends_at", "id", "instructor", "is_live", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "position", "room", "starts_at", "topic") VALUES (OLD."course_id", OLD."ends_at", OLD."id", OLD."instructor", OLD."is_live", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."position", OLD."room", OLD."starts_at", OLD."topic"); RETURN NULL;', hash='04190434a556e04c3b862c6b30c86244c2d293de', operation='DELETE', pgid='pgtrigger_delete_delete_fe538', table='training_session', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='attendanceevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='2f7b8fa93f3b4f7243a23ea5936dea671375c8a6', operation='INSERT', pgid='pgtrigger_chain_861b3', table='training_attendanceevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='attendance',
                    trigger=pgtrigger.compiler.Trigger(name='of_the_same_course', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NOT EXISTS (SELECT 1 FROM training_session s JOIN training_registration r\nON r.course_id = s.course_id WHERE s.id = NEW.session_id AND r.id = NEW.registration_id) THEN\nRAISE EXCEPTION 'session and registration belong to one course' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='59dc5c2e2b236e2d4ffc45851d592de2cfa81b86', operation='INSERT OR UPDATE OF "session_id", "registration_id"', pgid='pgtrigger_of_the_same_course_77745', table='training_attendance', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='attendance',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_attendanceevent" ("id", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "session_id", "state") VALUES (NEW."id", NEW."noted_at", NEW."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."registration_id", NEW."session_id", NEW."state"); RETURN NULL;', hash='1e14017a93fce8c1ea1ef2ae15d214cee25925a6', operation='INSERT', pgid='pgtrigger_insert_insert_f3456', table='training_attendance', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='attendance',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "training_attendanceevent" ("id", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "session_id", "state") VALUES (NEW."id", NEW."noted_at", NEW."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."registration_id", NEW."session_id", NEW."state"); RETURN NULL;', hash='4287c5cb22cc1dfd46e0146e1e436f9e00052fae', operation='UPDATE', pgid='pgtrigger_update_update_8b904', table='training_attendance', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='attendance',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "training_attendanceevent" ("id", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "registration_id", "session_id", "state") VALUES (OLD."id", OLD."noted_at", OLD."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."registration_id", OLD."session_id", OLD."state"); RETURN NULL;', hash='27bb050d4ddaf640fabec6a22363d06c24f15344', operation='DELETE', pgid='pgtrigger_delete_delete_75519', table='training_attendance', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='sessionevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='77d402585eaaa8b1b7ec0979e920bc6e74add27b', operation='INSERT', pgid='pgtrigger_chain_16060', table='training_sessionevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
