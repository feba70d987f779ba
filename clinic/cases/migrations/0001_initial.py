import core.fields.models
import core.operations
import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import training.models.course
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0003_identity_of_the_national_sign_on'),
        ('consultants', '0001_initial'),
        ('files', '0001_initial'),
        ('instruments', '0001_initial'),
        ('units', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Agreement',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agrees', models.BooleanField(verbose_name='agrees')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='reason')),
                        ('at', models.DateTimeField(verbose_name='time')),
                        ('superseded', models.BooleanField(default=False, editable=False, verbose_name='superseded')),
                    ],
                    options={
                        'verbose_name': 'agreement',
                        'verbose_name_plural': 'agreements',
                        'ordering': ['member', 'at', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='CauseEdge',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ],
                    options={
                        'verbose_name': 'arrow of a cause tree',
                        'verbose_name_plural': 'arrows of cause trees',
                        'ordering': ['id'],
                    },
                ),
                migrations.CreateModel(
                    name='CauseEdgeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CauseEvent',
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
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CauseNode',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('SYMPTOM', 'symptom'), ('CAUSE', 'cause'), ('ROOT', 'root cause')], max_length=8, verbose_name='kind')),
                        ('text', core.fields.models.PersianCharField(blank=True, max_length=160, verbose_name='own text')),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('rank', models.CharField(blank=True, choices=[('PRIMARY', 'primary'), ('CONTRIBUTING', 'contributing')], max_length=12, verbose_name='rank')),
                        ('evidence', core.fields.models.PersianCharField(blank=True, max_length=500, verbose_name='evidence')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                    ],
                    options={
                        'verbose_name': 'node of a cause tree',
                        'verbose_name_plural': 'nodes of cause trees',
                        'ordering': ['case', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='CauseNodeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('SYMPTOM', 'symptom'), ('CAUSE', 'cause'), ('ROOT', 'root cause')], max_length=8, verbose_name='kind')),
                        ('text', core.fields.models.PersianCharField(blank=True, max_length=160, verbose_name='own text')),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('rank', models.CharField(blank=True, choices=[('PRIMARY', 'primary'), ('CONTRIBUTING', 'contributing')], max_length=12, verbose_name='rank')),
                        ('evidence', core.fields.models.PersianCharField(blank=True, max_length=500, verbose_name='evidence')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ClinicRequest',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(editable=False, max_length=20, verbose_name='number of the request')),
                        ('service', models.CharField(choices=[('DIAGNOSIS', 'diagnosis and treatment of a unit'), ('NEW_BUSINESS', 'advice for a new business'), ('TRAINING', 'training'), ('QUESTION', 'a question to a consultant')], max_length=16, verbose_name='service')),
                        ('unit_note', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='name and place of the unit, as written')),
                        ('topic', models.CharField(blank=True, choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='subject')),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='what is asked')),
                        ('phone', models.CharField(blank=True, max_length=15, verbose_name='phone for this request')),
                        ('on_behalf', models.BooleanField(default=False, verbose_name='written at the counter')),
                        ('status', models.CharField(choices=[('SUBMITTED', 'received'), ('ADMITTED', 'admitted'), ('REFUSED', 'not admitted'), ('ANSWERED', 'answered'), ('WITHDRAWN', 'taken back')], default='SUBMITTED', editable=False, max_length=10, verbose_name='status')),
                        ('reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=1000, verbose_name='reason')),
                        ('answer', core.fields.models.PersianTextField(blank=True, editable=False, max_length=4000, verbose_name='answer')),
                        ('submitted_at', models.DateTimeField(verbose_name='handed in')),
                        ('decided_at', models.DateTimeField(editable=False, null=True, verbose_name='decided')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                    ],
                    options={
                        'verbose_name': 'request to the clinic',
                        'verbose_name_plural': 'requests to the clinic',
                        'ordering': ['-submitted_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='ClinicRequestEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('number', models.CharField(editable=False, max_length=20, verbose_name='number of the request')),
                        ('service', models.CharField(choices=[('DIAGNOSIS', 'diagnosis and treatment of a unit'), ('NEW_BUSINESS', 'advice for a new business'), ('TRAINING', 'training'), ('QUESTION', 'a question to a consultant')], max_length=16, verbose_name='service')),
                        ('unit_note', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='name and place of the unit, as written')),
                        ('topic', models.CharField(blank=True, choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='subject')),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='what is asked')),
                        ('phone', models.CharField(blank=True, max_length=15, verbose_name='phone for this request')),
                        ('on_behalf', models.BooleanField(default=False, verbose_name='written at the counter')),
                        ('status', models.CharField(choices=[('SUBMITTED', 'received'), ('ADMITTED', 'admitted'), ('REFUSED', 'not admitted'), ('ANSWERED', 'answered'), ('WITHDRAWN', 'taken back')], default='SUBMITTED', editable=False, max_length=10, verbose_name='status')),
                        ('reason', core.fields.models.PersianTextField(blank=True, editable=False, max_length=1000, verbose_name='reason')),
                        ('answer', core.fields.models.PersianTextField(blank=True, editable=False, max_length=4000, verbose_name='answer')),
                        ('submitted_at', models.DateTimeField(verbose_name='handed in')),
                        ('decided_at', models.DateTimeField(editable=False, null=True, verbose_name='decided')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='DataSheet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('IDENTITY', 'identity of the unit'), ('LICENCES', 'licences'), ('CAPACITY', 'capacity'), ('STAFF', 'staff'), ('DEBTS', 'debts'), ('SALES', 'sales of three years'), ('MACHINES', 'machines'), ('MARKET', 'market'), ('ORDERS', 'orders')], max_length=12, verbose_name='sheet')),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('data', models.JSONField(verbose_name='content')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                    ],
                    options={
                        'verbose_name': 'data sheet',
                        'verbose_name_plural': 'data sheets',
                        'ordering': ['case', 'kind', '-version'],
                    },
                ),
                migrations.CreateModel(
                    name='DataSheetEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('IDENTITY', 'identity of the unit'), ('LICENCES', 'licences'), ('CAPACITY', 'capacity'), ('STAFF', 'staff'), ('DEBTS', 'debts'), ('SALES', 'sales of three years'), ('MACHINES', 'machines'), ('MARKET', 'market'), ('ORDERS', 'orders')], max_length=12, verbose_name='sheet')),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('data', models.JSONField(verbose_name='content')),
                        ('entered_at', models.DateTimeField(verbose_name='entered at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Finding',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='finding')),
                        ('severity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='severity (1 to 5)')),
                        ('evidence', core.fields.models.PersianTextField(max_length=2000, verbose_name='evidence')),
                        ('found_at', models.DateTimeField(verbose_name='written at')),
                        ('updated_at', models.DateTimeField(verbose_name='changed at')),
                    ],
                    options={
                        'verbose_name': 'finding',
                        'verbose_name_plural': 'findings',
                        'ordering': ['case', '-severity', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='FindingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('text', core.fields.models.PersianTextField(max_length=2000, verbose_name='finding')),
                        ('severity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='severity (1 to 5)')),
                        ('evidence', core.fields.models.PersianTextField(max_length=2000, verbose_name='evidence')),
                        ('found_at', models.DateTimeField(verbose_name='written at')),
                        ('updated_at', models.DateTimeField(verbose_name='changed at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='RequestLook',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='seen')),
                    ],
                    options={
                        'verbose_name': 'look at a request',
                        'verbose_name_plural': 'looks at requests',
                        'ordering': ['-at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='RequestLookEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('at', models.DateTimeField(verbose_name='seen')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SwotEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('STRENGTH', 'strengths'), ('WEAKNESS', 'weaknesses'), ('OPPORTUNITY', 'opportunities'), ('THREAT', 'threats')], max_length=12, verbose_name='kind')),
                        ('text', core.fields.models.PersianCharField(max_length=300, verbose_name='text')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                    ],
                    options={
                        'verbose_name': 'line of the SWOT table',
                        'verbose_name_plural': 'lines of the SWOT table',
                        'ordering': ['case', 'kind', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='SwotEntryEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('STRENGTH', 'strengths'), ('WEAKNESS', 'weaknesses'), ('OPPORTUNITY', 'opportunities'), ('THREAT', 'threats')], max_length=12, verbose_name='kind')),
                        ('text', core.fields.models.PersianCharField(max_length=300, verbose_name='text')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TeamMember',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('specialty', models.CharField(choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='specialty')),
                        ('joined_at', models.DateTimeField(verbose_name='from')),
                        ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='to')),
                        ('leaving_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why the membership ended')),
                    ],
                    options={
                        'verbose_name': 'member of a team',
                        'verbose_name_plural': 'members of teams',
                        'ordering': ['case', 'joined_at', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='TeamMemberEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('specialty', models.CharField(choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='specialty')),
                        ('joined_at', models.DateTimeField(verbose_name='from')),
                        ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='to')),
                        ('leaving_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why the membership ended')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Visit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('visited_at', models.DateTimeField(verbose_name='visited at')),
                        ('notes', core.fields.models.PersianTextField(max_length=4000, verbose_name='what was seen')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                    ],
                    options={
                        'verbose_name': 'visit',
                        'verbose_name_plural': 'visits',
                        'ordering': ['case', '-visited_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='VisitEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('visited_at', models.DateTimeField(verbose_name='visited at')),
                        ('notes', core.fields.models.PersianTextField(max_length=4000, verbose_name='what was seen')),
                        ('written_at', models.DateTimeField(verbose_name='written at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='VisitPhoto',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('caption', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='caption')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ],
                    options={
                        'verbose_name': 'photo of a visit',
                        'verbose_name_plural': 'photos of visits',
                        'ordering': ['visit', 'position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='VisitPhotoEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('caption', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='caption')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='AgreementEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('agrees', models.BooleanField(verbose_name='agrees')),
                        ('reason', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='reason')),
                        ('at', models.DateTimeField(verbose_name='time')),
                        ('superseded', models.BooleanField(default=False, editable=False, verbose_name='superseded')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.agreement')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Answer',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value')),
                        ('text', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='text')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=500, verbose_name='evidence')),
                        ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='instruments.question', verbose_name='question')),
                    ],
                    options={
                        'verbose_name': 'answer',
                        'verbose_name_plural': 'answers',
                        'ordering': ['answering', 'question'],
                    },
                ),
                migrations.CreateModel(
                    name='Answering',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('status', models.CharField(choices=[('DRAFT', 'being filled in'), ('HANDED_IN', 'handed in')], default='DRAFT', editable=False, max_length=10, verbose_name='status')),
                        ('started_at', models.DateTimeField(verbose_name='started at')),
                        ('updated_at', models.DateTimeField(verbose_name='saved at')),
                        ('handed_in_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='handed in at')),
                        ('consultant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answerings', to='consultants.consultant', verbose_name='consultant')),
                        ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answerings', to='instruments.instrumentversion', verbose_name='questionnaire')),
                    ],
                    options={
                        'verbose_name': 'answered questionnaire',
                        'verbose_name_plural': 'answered questionnaires',
                        'ordering': ['case', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='AnswerEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value')),
                        ('text', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='text')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=500, verbose_name='evidence')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.answer')),
                        ('question', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='instruments.question', verbose_name='question')),
                        ('answering', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.answering', verbose_name='answers')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Appointment',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('starts_at', models.DateTimeField(verbose_name='begins')),
                        ('ends_at', models.DateTimeField(verbose_name='ends')),
                        ('mode', models.CharField(choices=[('IN_PERSON', 'in person'), ('PHONE', 'by phone')], max_length=10, verbose_name='how')),
                        ('place', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='place')),
                        ('status', models.CharField(choices=[('BOOKED', 'booked'), ('HELD', 'held'), ('MISSED', 'missed'), ('CANCELLED', 'cancelled')], default='BOOKED', editable=False, max_length=10, verbose_name='status')),
                        ('booked_at', models.DateTimeField(verbose_name='booked at')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='noted at')),
                        ('reason', core.fields.models.PersianCharField(blank=True, editable=False, max_length=300, verbose_name='reason')),
                        ('booked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='booked by')),
                        ('consultant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='consultants.consultant', verbose_name='consultant')),
                    ],
                    options={
                        'verbose_name': 'appointment',
                        'verbose_name_plural': 'appointments',
                        'ordering': ['-starts_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='AppointmentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('starts_at', models.DateTimeField(verbose_name='begins')),
                        ('ends_at', models.DateTimeField(verbose_name='ends')),
                        ('mode', models.CharField(choices=[('IN_PERSON', 'in person'), ('PHONE', 'by phone')], max_length=10, verbose_name='how')),
                        ('place', core.fields.models.PersianCharField(blank=True, max_length=200, verbose_name='place')),
                        ('status', models.CharField(choices=[('BOOKED', 'booked'), ('HELD', 'held'), ('MISSED', 'missed'), ('CANCELLED', 'cancelled')], default='BOOKED', editable=False, max_length=10, verbose_name='status')),
                        ('booked_at', models.DateTimeField(verbose_name='booked at')),
                        ('closed_at', models.DateTimeField(editable=False, null=True, verbose_name='noted at')),
                        ('reason', core.fields.models.PersianCharField(blank=True, editable=False, max_length=300, verbose_name='reason')),
                        ('booked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='booked by')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.appointment')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Case',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.CharField(editable=False, max_length=20, verbose_name='number of the case')),
                        ('status', models.CharField(choices=[('REQUESTED', 'requested'), ('ADMITTED', 'admitted'), ('REFUSED', 'refused'), ('TEAM_ASSIGNED', 'team named'), ('VISITED', 'visited'), ('DIAGNOSED', 'diagnosed'), ('PLAN_APPROVED', 'plan approved'), ('IN_TREATMENT', 'in treatment'), ('FOLLOW_UP', 'in follow-up'), ('CLOSED', 'closed')], default='REQUESTED', editable=False, max_length=14, verbose_name='status')),
                        ('outcome', models.CharField(blank=True, choices=[('REVIVED', 'revived'), ('IMPROVED', 'improved'), ('NOT_REVIVABLE', 'cannot be revived'), ('TRANSFERRED', 'passed on to somebody else'), ('DROPPED', 'dropped')], editable=False, max_length=14, verbose_name='outcome')),
                        ('opened_at', models.DateTimeField(verbose_name='opened at')),
                        ('diagnosed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diagnosed at')),
                        ('closed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ended at')),
                        ('closing_reason', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='reason of the end')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                        ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='led by')),
                        ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='opened by')),
                        ('readmission_of', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='readmission', to='cases.case', verbose_name='readmission of')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='units.industrialunit', verbose_name='unit')),
                    ],
                    options={
                        'verbose_name': 'case',
                        'verbose_name_plural': 'cases',
                        'ordering': ['-opened_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='AnsweringEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('status', models.CharField(choices=[('DRAFT', 'being filled in'), ('HANDED_IN', 'handed in')], default='DRAFT', editable=False, max_length=10, verbose_name='status')),
                        ('started_at', models.DateTimeField(verbose_name='started at')),
                        ('updated_at', models.DateTimeField(verbose_name='saved at')),
                        ('handed_in_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='handed in at')),
                        ('consultant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.answering')),
                        ('version', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='instruments.instrumentversion', verbose_name='questionnaire')),
                        ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('number', models.CharField(editable=False, max_length=20, verbose_name='number of the case')),
                        ('status', models.CharField(choices=[('REQUESTED', 'requested'), ('ADMITTED', 'admitted'), ('REFUSED', 'refused'), ('TEAM_ASSIGNED', 'team named'), ('VISITED', 'visited'), ('DIAGNOSED', 'diagnosed'), ('PLAN_APPROVED', 'plan approved'), ('IN_TREATMENT', 'in treatment'), ('FOLLOW_UP', 'in follow-up'), ('CLOSED', 'closed')], default='REQUESTED', editable=False, max_length=14, verbose_name='status')),
                        ('outcome', models.CharField(blank=True, choices=[('REVIVED', 'revived'), ('IMPROVED', 'improved'), ('NOT_REVIVABLE', 'cannot be revived'), ('TRANSFERRED', 'passed on to somebody else'), ('DROPPED', 'dropped')], editable=False, max_length=14, verbose_name='outcome')),
                        ('opened_at', models.DateTimeField(verbose_name='opened at')),
                        ('diagnosed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='diagnosed at')),
                        ('closed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ended at')),
                        ('closing_reason', core.fields.models.PersianTextField(blank=True, max_length=2000, verbose_name='reason of the end')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative')),
                        ('lead', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='led by')),
                        ('opened_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='opened by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.case')),
                        ('readmission_of', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='readmission of')),
                        ('unit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.industrialunit', verbose_name='unit')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='CaseLook',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='time')),
                        ('standing', models.CharField(choices=[('LEAD', 'lead of the case'), ('TEAM', 'member of the team'), ('UNIT', 'the unit'), ('AUDITOR', 'auditor'), ('GUEST', 'colleague who was asked for advice')], max_length=8, verbose_name='as')),
                        ('part', models.CharField(max_length=32, verbose_name='part')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='seen by')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='cases.case', verbose_name='case')),
                    ],
                    options={
                        'verbose_name': 'look at a case',
                        'verbose_name_plural': 'looks at cases',
                        'ordering': ['-at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='CaseScore',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('score', models.DecimalField(decimal_places=2, max_digits=3, verbose_name='score')),
                        ('share', models.DecimalField(decimal_places=2, max_digits=3, verbose_name='share answered')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='cases.case', verbose_name='case')),
                    ],
                    options={
                        'verbose_name': 'score of a dimension',
                        'verbose_name_plural': 'scores of dimensions',
                        'ordering': ['case', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='CaseScoreEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('score', models.DecimalField(decimal_places=2, max_digits=3, verbose_name='score')),
                        ('share', models.DecimalField(decimal_places=2, max_digits=3, verbose_name='share answered')),
                        ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.casescore')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Cause',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                        ('name', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=120, verbose_name='name in English')),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                    ],
                    options={
                        'verbose_name': 'cause',
                        'verbose_name_plural': 'causes',
                        'ordering': ['position', 'id'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='cause_has_name'), models.CheckConstraint(condition=models.Q(('dimension__in', ['management_strategy', 'finance', 'market_sales', 'production_technology', 'supply', 'human_resources', 'legal_insurance_tax', 'infrastructure_environment'])), name='cause_dimension_known')],
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='answer',
                    name='answering',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='cases.answering', verbose_name='answers'),
                ),
                migrations.AddField(
                    model_name='answering',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answerings', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='causeedgeevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.causeedge'),
                ),
                migrations.AddField(
                    model_name='causeevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.cause'),
                ),
                migrations.AddField(
                    model_name='causenode',
                    name='by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='causenode',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cause_nodes', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='causenode',
                    name='cause',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='nodes', to='cases.cause', verbose_name='cause'),
                ),
                migrations.AddField(
                    model_name='causeedgeevent',
                    name='cause',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.causenode', verbose_name='cause'),
                ),
                migrations.AddField(
                    model_name='causeedgeevent',
                    name='effect',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.causenode', verbose_name='effect'),
                ),
                migrations.AddField(
                    model_name='causeedge',
                    name='cause',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='effects', to='cases.causenode', verbose_name='cause'),
                ),
                migrations.AddField(
                    model_name='causeedge',
                    name='effect',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='causes', to='cases.causenode', verbose_name='effect'),
                ),
                migrations.AddField(
                    model_name='causenodeevent',
                    name='by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='causenodeevent',
                    name='case',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='causenodeevent',
                    name='cause',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.cause', verbose_name='cause'),
                ),
                migrations.AddField(
                    model_name='causenodeevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.causenode'),
                ),
                migrations.AddField(
                    model_name='clinicrequest',
                    name='applicant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clinic_requests', to='accounts.applicant', verbose_name='applicant'),
                ),
                migrations.AddField(
                    model_name='clinicrequest',
                    name='decided_by',
                    field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by'),
                ),
                migrations.AddField(
                    model_name='clinicrequest',
                    name='filed_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by'),
                ),
                migrations.AddField(
                    model_name='clinicrequest',
                    name='unit',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clinic_requests', to='units.industrialunit', verbose_name='industrial unit'),
                ),
                migrations.AddField(
                    model_name='caseevent',
                    name='request',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.clinicrequest', verbose_name='request'),
                ),
                migrations.AddField(
                    model_name='case',
                    name='request',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='cases.clinicrequest', verbose_name='request'),
                ),
                migrations.AddField(
                    model_name='appointmentevent',
                    name='request',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.clinicrequest', verbose_name='request'),
                ),
                migrations.AddField(
                    model_name='appointment',
                    name='request',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='cases.clinicrequest', verbose_name='request'),
                ),
                migrations.AddField(
                    model_name='clinicrequestevent',
                    name='applicant',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.applicant', verbose_name='applicant'),
                ),
                migrations.AddField(
                    model_name='clinicrequestevent',
                    name='decided_by',
                    field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by'),
                ),
                migrations.AddField(
                    model_name='clinicrequestevent',
                    name='filed_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by'),
                ),
                migrations.AddField(
                    model_name='clinicrequestevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.clinicrequest'),
                ),
                migrations.AddField(
                    model_name='clinicrequestevent',
                    name='unit',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.industrialunit', verbose_name='industrial unit'),
                ),
                migrations.AddField(
                    model_name='datasheet',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='datasheet',
                    name='entered_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by'),
                ),
                migrations.AddField(
                    model_name='datasheetevent',
                    name='case',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='datasheetevent',
                    name='entered_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by'),
                ),
                migrations.AddField(
                    model_name='datasheetevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.datasheet'),
                ),
                migrations.AddField(
                    model_name='finding',
                    name='by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='found by'),
                ),
                migrations.AddField(
                    model_name='finding',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='findingevent',
                    name='by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='found by'),
                ),
                migrations.AddField(
                    model_name='findingevent',
                    name='case',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='findingevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.finding'),
                ),
                migrations.AddField(
                    model_name='requestlook',
                    name='by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='seen by'),
                ),
                migrations.AddField(
                    model_name='requestlook',
                    name='request',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='cases.clinicrequest', verbose_name='request'),
                ),
                migrations.AddField(
                    model_name='requestlookevent',
                    name='by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='seen by'),
                ),
                migrations.AddField(
                    model_name='requestlookevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.requestlook'),
                ),
                migrations.AddField(
                    model_name='requestlookevent',
                    name='request',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.clinicrequest', verbose_name='request'),
                ),
                migrations.AddField(
                    model_name='swotentry',
                    name='by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='swotentry',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='swot', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='swotentryevent',
                    name='by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='swotentryevent',
                    name='case',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='swotentryevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.swotentry'),
                ),
                migrations.AddField(
                    model_name='teammember',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='teammember',
                    name='consultant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='teammember',
                    name='named_by',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='named by'),
                ),
                migrations.AddField(
                    model_name='agreementevent',
                    name='member',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.teammember', verbose_name='member'),
                ),
                migrations.AddField(
                    model_name='agreement',
                    name='member',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='cases.teammember', verbose_name='member'),
                ),
                migrations.AddField(
                    model_name='teammemberevent',
                    name='case',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='teammemberevent',
                    name='consultant',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='consultants.consultant', verbose_name='consultant'),
                ),
                migrations.AddField(
                    model_name='teammemberevent',
                    name='named_by',
                    field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='named by'),
                ),
                migrations.AddField(
                    model_name='teammemberevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.teammember'),
                ),
                migrations.AddField(
                    model_name='visit',
                    name='by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='visited by'),
                ),
                migrations.AddField(
                    model_name='visit',
                    name='case',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='visitevent',
                    name='by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='visited by'),
                ),
                migrations.AddField(
                    model_name='visitevent',
                    name='case',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case'),
                ),
                migrations.AddField(
                    model_name='visitevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.visit'),
                ),
                migrations.AddField(
                    model_name='visitphoto',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='photo'),
                ),
                migrations.AddField(
                    model_name='visitphoto',
                    name='visit',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='cases.visit', verbose_name='visit'),
                ),
                migrations.AddField(
                    model_name='visitphotoevent',
                    name='file',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='photo'),
                ),
                migrations.AddField(
                    model_name='visitphotoevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='cases.visitphoto'),
                ),
                migrations.AddField(
                    model_name='visitphotoevent',
                    name='visit',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.visit', verbose_name='visit'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='cause',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_causeevent" ("code", "dimension", "id", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."dimension", NEW."id", NEW."is_active", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;', hash='c9658296d4da76e1ee406ead4ff2c67ef6d86cc2', operation='INSERT', pgid='pgtrigger_insert_insert_6e0fc', table='cases_cause', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='cause',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_causeevent" ("code", "dimension", "id", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."dimension", NEW."id", NEW."is_active", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;', hash='0eab6c8da9ce6afe3971b8cece1570dc88a4e965', operation='UPDATE', pgid='pgtrigger_update_update_ad3df', table='cases_cause', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='cause',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_causeevent" ("code", "dimension", "id", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."dimension", OLD."id", OLD."is_active", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;', hash='29d2fe7c00344bae01778631cf9c44312029c716', operation='DELETE', pgid='pgtrigger_delete_delete_ed2eb', table='cases_cause', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answerevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='87dbaf2d9d725517b88a9d14d628c1ce23019e44', operation='INSERT', pgid='pgtrigger_chain_908ad', table='cases_answerevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='answer',
                    constraint=models.UniqueConstraint(fields=('answering', 'question'), name='answer_once'),
                ),
                migrations.AddConstraint(
                    model_name='answer',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('text', ''), ('value__isnull', False)), models.Q(('value__isnull', True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='answer_is_number_or_text'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answer',
                    trigger=pgtrigger.compiler.Trigger(name='answers_fit', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE asked text;', func="SELECT q.kind INTO asked FROM instruments_question q JOIN cases_answering a\nON a.version_id = q.version_id WHERE q.id = NEW.question_id AND a.id = NEW.answering_id;\nIF asked IS NULL THEN RAISE EXCEPTION 'the question belongs to another questionnaire' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF (asked = 'TEXT') <> (NEW.value IS NULL) THEN\nRAISE EXCEPTION 'the answer does not fit the kind of question' USING ERRCODE = 'integrity_constraint_violation';\nEND IF;\nIF asked = 'SCALE' AND (NEW.value < 0 OR NEW.value > 5 OR NEW.value <> trunc(NEW.value)) THEN\nRAISE EXCEPTION 'the answer lies outside the scale' USING ERRCODE = 'integrity_constraint_violation';\nEND IF;\nIF asked = 'YES_NO' AND NEW.value NOT IN (0, 1) THEN\nRAISE EXCEPTION 'the answer lies outside the scale' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='9c7a1e12c15974d7731017c12dab1d75f9fc9dd6', operation='INSERT OR UPDATE', pgid='pgtrigger_answers_fit_ba4e7', table='cases_answer', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answer',
                    trigger=pgtrigger.compiler.Trigger(name='handed_in_stays', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text;', func="FOREACH touched IN ARRAY array_remove(ARRAY[NEW.answering_id, OLD.answering_id], NULL) LOOP\nSELECT a.status INTO state FROM cases_answering a WHERE a.id = touched FOR KEY SHARE;\nIF state = 'HANDED_IN' THEN RAISE EXCEPTION 'a questionnaire that is handed in stays' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND LOOP;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='dbc610a6c7558c9c7d95446b84efa93d483e0d15', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_handed_in_stays_7cc84', table='cases_answer', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answer',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_answerevent" ("answering_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "text", "value") VALUES (NEW."answering_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."question_id", NEW."text", NEW."value"); RETURN NULL;', hash='141622520445d41f5c8289dcf2294deab7ea9f1d', operation='INSERT', pgid='pgtrigger_insert_insert_759a1', table='cases_answer', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answer',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_answerevent" ("answering_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "text", "value") VALUES (NEW."answering_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."question_id", NEW."text", NEW."value"); RETURN NULL;', hash='6f4015001d76461003bcb74af784c0ee56d6320e', operation='UPDATE', pgid='pgtrigger_update_update_ecb54', table='cases_answer', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answer',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_answerevent" ("answering_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "text", "value") VALUES (OLD."answering_id", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."question_id", OLD."text", OLD."value"); RETURN NULL;', hash='f910db504a71e57e13b90afa52d00de39ef3a795', operation='DELETE', pgid='pgtrigger_delete_delete_13b55', table='cases_answer', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answeringevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='72bf2fcc1ae3e8faa18ac13e8917cdabedb61c4f', operation='INSERT', pgid='pgtrigger_chain_0a84d', table='cases_answeringevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='answering',
                    constraint=models.UniqueConstraint(fields=('case', 'version', 'consultant'), name='answering_once'),
                ),
                migrations.AddConstraint(
                    model_name='answering',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'HANDED_IN'])), name='answering_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='answering',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('handed_in_at__isnull', False), ('status', 'HANDED_IN')), models.Q(('handed_in_at__isnull', True), ('status', 'DRAFT')), _connector='OR'), name='answering_handed_in_has_time'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answering',
                    trigger=pgtrigger.compiler.Trigger(name='answering_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id") OR OLD."consultant_id" IS DISTINCT FROM (NEW."consultant_id") OR OLD."started_at" IS DISTINCT FROM (NEW."started_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='7872d569050831905b4523df033b3caa23e63669', operation='UPDATE', pgid='pgtrigger_answering_facts_stay_97fe6', table='cases_answering', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answering',
                    trigger=pgtrigger.compiler.Trigger(name='answering_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f7a470411316fb3e02eafea431ece7e93de420c7', operation='DELETE', pgid='pgtrigger_answering_stays_8368a', table='cases_answering', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answering',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_answeringevent" ("case_id", "consultant_id", "handed_in_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "status", "updated_at", "version_id") VALUES (NEW."case_id", NEW."consultant_id", NEW."handed_in_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."started_at", NEW."status", NEW."updated_at", NEW."version_id"); RETURN NULL;', hash='3982c6a40a66991438e6cfcbae6bef6f62d86c66', operation='INSERT', pgid='pgtrigger_insert_insert_4414b', table='cases_answering', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answering',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_answeringevent" ("case_id", "consultant_id", "handed_in_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "status", "updated_at", "version_id") VALUES (NEW."case_id", NEW."consultant_id", NEW."handed_in_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."started_at", NEW."status", NEW."updated_at", NEW."version_id"); RETURN NULL;', hash='4c1596c5b90757398f8f7abba59f7db3085ee4f7', operation='UPDATE', pgid='pgtrigger_update_update_c4857', table='cases_answering', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='answering',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_answeringevent" ("case_id", "consultant_id", "handed_in_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "status", "updated_at", "version_id") VALUES (OLD."case_id", OLD."consultant_id", OLD."handed_in_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."started_at", OLD."status", OLD."updated_at", OLD."version_id"); RETURN NULL;', hash='9e8760c3749f529e7b22136021d7fa6f9c0932e8', operation='DELETE', pgid='pgtrigger_delete_delete_86d89', table='cases_answering', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='caselook',
                    index=models.Index(fields=['case', '-at'], name='case_look_of_case'),
                ),
                migrations.AddConstraint(
                    model_name='caselook',
                    constraint=models.CheckConstraint(condition=models.Q(('part', ''), _negated=True), name='case_look_names_its_part'),
                ),
                migrations.AddConstraint(
                    model_name='caselook',
                    constraint=models.CheckConstraint(condition=models.Q(('standing__in', ['LEAD', 'TEAM', 'UNIT', 'AUDITOR', 'GUEST'])), name='case_look_standing_known'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caselook',
                    trigger=pgtrigger.compiler.Trigger(name='case_look_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='56653d493e53ffd49ba660eb9474c93d6f444567', operation='UPDATE OR DELETE', pgid='pgtrigger_case_look_stays_ee2a7', table='cases_caselook', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='casescore',
                    constraint=models.UniqueConstraint(fields=('case', 'dimension'), name='case_score_once'),
                ),
                migrations.AddConstraint(
                    model_name='casescore',
                    constraint=models.CheckConstraint(condition=models.Q(('dimension__in', ['management_strategy', 'finance', 'market_sales', 'production_technology', 'supply', 'human_resources', 'legal_insurance_tax', 'infrastructure_environment'])), name='case_score_dimension_known'),
                ),
                migrations.AddConstraint(
                    model_name='casescore',
                    constraint=models.CheckConstraint(condition=models.Q(('score__gte', 0), ('score__lte', Decimal('5'))), name='case_score_0_to_5'),
                ),
                migrations.AddConstraint(
                    model_name='casescore',
                    constraint=models.CheckConstraint(condition=models.Q(('share__gte', 0), ('share__lte', 1)), name='case_score_share_0_to_1'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casescore',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casescoreevent" ("case_id", "dimension", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "share") VALUES (NEW."case_id", NEW."dimension", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."score", NEW."share"); RETURN NULL;', hash='557509f5955d8c08fd3e54f558f5c9e86ab4a2de', operation='INSERT', pgid='pgtrigger_insert_insert_8d639', table='cases_casescore', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casescore',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_casescoreevent" ("case_id", "dimension", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "share") VALUES (NEW."case_id", NEW."dimension", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."score", NEW."share"); RETURN NULL;', hash='5265921ffe07cde9a5c31e761ded38e913f490d4', operation='UPDATE', pgid='pgtrigger_update_update_82068', table='cases_casescore', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casescore',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_casescoreevent" ("case_id", "dimension", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "share") VALUES (OLD."case_id", OLD."dimension", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."score", OLD."share"); RETURN NULL;', hash='7680e0c45eace81deb42418ecef3c3ccfd02d0b6', operation='DELETE', pgid='pgtrigger_delete_delete_2deea', table='cases_casescore', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='casescoreevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='69a62d2a3d982c2ecf5a2461b4b2429c35c398a0', operation='INSERT', pgid='pgtrigger_chain_f2ada', table='cases_casescoreevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='2c4c773583e76f4c7ed7ba690839288d9768d879', operation='INSERT', pgid='pgtrigger_chain_2c293', table='cases_causeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='causenode',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['SYMPTOM', 'CAUSE', 'ROOT'])), name='cause_node_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='causenode',
                    constraint=models.CheckConstraint(condition=models.Q(('dimension__in', ['management_strategy', 'finance', 'market_sales', 'production_technology', 'supply', 'human_resources', 'legal_insurance_tax', 'infrastructure_environment'])), name='cause_node_dimension_known'),
                ),
                migrations.AddConstraint(
                    model_name='causenode',
                    constraint=models.CheckConstraint(condition=models.Q(('rank', ''), ('rank__in', ['PRIMARY', 'CONTRIBUTING']), _connector='OR'), name='cause_node_rank_known'),
                ),
                migrations.AddConstraint(
                    model_name='causenode',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('cause__isnull', False), ('text', '')), models.Q(('cause__isnull', True), models.Q(('text', ''), _negated=True)), _connector='OR'), name='cause_node_is_catalogue_or_own'),
                ),
                migrations.AddConstraint(
                    model_name='causenode',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'ROOT'), models.Q(('rank', ''), _negated=True)), models.Q(models.Q(('kind', 'ROOT'), _negated=True), ('rank', '')), _connector='OR'), name='cause_node_ranks_roots'),
                ),
                migrations.AddConstraint(
                    model_name='causenode',
                    constraint=models.UniqueConstraint(condition=models.Q(('cause__isnull', False)), fields=('case', 'cause'), name='cause_node_cause_once'),
                ),
                migrations.AddConstraint(
                    model_name='causenode',
                    constraint=models.UniqueConstraint(condition=models.Q(('rank', 'PRIMARY')), fields=('case',), name='cause_node_one_primary'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causenode',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_causenodeevent" ("by_id", "case_id", "cause_id", "dimension", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text", "written_at") VALUES (NEW."by_id", NEW."case_id", NEW."cause_id", NEW."dimension", NEW."evidence", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."rank", NEW."text", NEW."written_at"); RETURN NULL;', hash='3becc94f7469e1b6c17ecc5518436e35ae1aae8e', operation='INSERT', pgid='pgtrigger_insert_insert_fced5', table='cases_causenode', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causenode',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_causenodeevent" ("by_id", "case_id", "cause_id", "dimension", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text", "written_at") VALUES (NEW."by_id", NEW."case_id", NEW."cause_id", NEW."dimension", NEW."evidence", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."rank", NEW."text", NEW."written_at"); RETURN NULL;', hash='d1ec3e7f4aeec27152ca019084e843b097db1711', operation='UPDATE', pgid='pgtrigger_update_update_1c84a', table='cases_causenode', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causenode',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_causenodeevent" ("by_id", "case_id", "cause_id", "dimension", "evidence", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "text", "written_at") VALUES (OLD."by_id", OLD."case_id", OLD."cause_id", OLD."dimension", OLD."evidence", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."rank", OLD."text", OLD."written_at"); RETURN NULL;', hash='eadfde0ca6009bef8734e568d10106ed793b5284', operation='DELETE', pgid='pgtrigger_delete_delete_4e4bc', table='cases_causenode', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causeedgeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='def52d273d28c15aaf7256cdad7e43ac86117e48', operation='INSERT', pgid='pgtrigger_chain_d4b5c', table='cases_causeedgeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='causeedge',
                    constraint=models.UniqueConstraint(fields=('effect', 'cause'), name='cause_edge_once'),
                ),
                migrations.AddConstraint(
                    model_name='causeedge',
                    constraint=models.CheckConstraint(condition=models.Q(('effect', models.F('cause')), _negated=True), name='cause_edge_no_loop'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causeedge',
                    trigger=pgtrigger.compiler.Trigger(name='causes_never_circle', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE home bigint; other bigint;', func="SELECT n.case_id INTO home FROM cases_causenode n WHERE n.id = NEW.effect_id;\nSELECT n.case_id INTO other FROM cases_causenode n WHERE n.id = NEW.cause_id;\nIF home IS DISTINCT FROM other THEN RAISE EXCEPTION 'both ends of an arrow belong to one case' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nPERFORM 1 FROM cases_case c WHERE c.id = home FOR NO KEY UPDATE;\nIF EXISTS (WITH RECURSIVE above(id) AS (SELECT NEW.effect_id UNION\nSELECT e.effect_id FROM cases_causeedge e JOIN above a ON e.cause_id = a.id\nWHERE e.id IS DISTINCT FROM NEW.id)\nSELECT 1 FROM above WHERE id = NEW.cause_id) THEN\nRAISE EXCEPTION 'nothing is its own cause' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='86735b84eb6d0a6d271bd97c3486605483326a03', operation='INSERT OR UPDATE', pgid='pgtrigger_causes_never_circle_85812', table='cases_causeedge', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causeedge',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_causeedgeevent" ("cause_id", "effect_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cause_id", NEW."effect_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='66b6aaac2e4978fed4ce4fa7af2939fb2a9a4428', operation='INSERT', pgid='pgtrigger_insert_insert_fa230', table='cases_causeedge', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causeedge',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_causeedgeevent" ("cause_id", "effect_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."cause_id", NEW."effect_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='622c93597dfc80b29378a22d3d391d01ef8f07f6', operation='UPDATE', pgid='pgtrigger_update_update_ad582', table='cases_causeedge', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causeedge',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_causeedgeevent" ("cause_id", "effect_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."cause_id", OLD."effect_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='7e0fdd52d2ed7a728eb1a584ad7e1a27717935f7', operation='DELETE', pgid='pgtrigger_delete_delete_6cda7', table='cases_causeedge', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='causenodeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='c967617d7fa6ea9583063dc93d1269f2bef75961', operation='INSERT', pgid='pgtrigger_chain_d42f8', table='cases_causenodeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='clinicrequest',
                    index=models.Index(fields=['status', 'submitted_at'], name='clinic_request_by_state'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.UniqueConstraint(fields=('number',), name='clinic_request_code_once'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['SUBMITTED', 'ADMITTED', 'REFUSED', 'ANSWERED', 'WITHDRAWN'])), name='clinic_request_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('service__in', ['DIAGNOSIS', 'NEW_BUSINESS', 'TRAINING', 'QUESTION'])), name='clinic_request_service_known'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('topic', ''), ('topic__in', ['finance', 'insurance', 'industrial', 'commercial', 'tax', 'legal', 'technology', 'management', 'marketing', 'human_resources', 'energy_environment']), _connector='OR'), name='clinic_request_topic_known'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='clinic_request_says_something'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'SUBMITTED'), ('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(models.Q(('status', 'SUBMITTED'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='clinic_request_decision_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'REFUSED'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='clinic_request_refused_with_reason'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'ANSWERED'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='clinic_request_answered_with_text'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('service', 'DIAGNOSIS'), ('unit__isnull', True), ('unit_note', ''), _negated=True), name='clinic_request_diagnosis_of_a_unit'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.CheckConstraint(condition=models.Q(('service', 'DIAGNOSIS'), ('status', 'ADMITTED'), ('unit__isnull', True), _negated=True), name='clinic_request_admitted_has_unit'),
                ),
                migrations.AddConstraint(
                    model_name='clinicrequest',
                    constraint=models.UniqueConstraint(condition=models.Q(('service', 'DIAGNOSIS'), ('status', 'SUBMITTED')), fields=('unit',), name='clinic_request_one_waiting_per_unit'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clinicrequest',
                    trigger=pgtrigger.compiler.Trigger(name='filled_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF (OLD.unit_id IS NOT NULL AND NEW.unit_id IS DISTINCT FROM OLD.unit_id) THEN RAISE EXCEPTION 'this part of the row never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;", hash='969c0870e3b3009ee9ab01ab4fb264033400acaa', operation='UPDATE', pgid='pgtrigger_filled_once_9dfee', table='cases_clinicrequest', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clinicrequest',
                    trigger=pgtrigger.compiler.Trigger(name='clinic_request_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."service" IS DISTINCT FROM (NEW."service") OR OLD."unit_note" IS DISTINCT FROM (NEW."unit_note") OR OLD."topic" IS DISTINCT FROM (NEW."topic") OR OLD."applicant_id" IS DISTINCT FROM (NEW."applicant_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."filed_by_id" IS DISTINCT FROM (NEW."filed_by_id") OR OLD."on_behalf" IS DISTINCT FROM (NEW."on_behalf") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='fbd9423346ea50cda8104760a179b4f751f1e95a', operation='UPDATE', pgid='pgtrigger_clinic_request_facts_stay_ebe55', table='cases_clinicrequest', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clinicrequest',
                    trigger=pgtrigger.compiler.Trigger(name='clinic_request_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='243af130b495999153e80604f159b0c801a2ae10', operation='DELETE', pgid='pgtrigger_clinic_request_stays_1ce17', table='cases_clinicrequest', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clinicrequest',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_clinicrequestevent" ("answer", "applicant_id", "decided_at", "decided_by_id", "filed_by_id", "id", "is_illustrative", "number", "on_behalf", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reason", "service", "status", "submitted_at", "text", "topic", "unit_id", "unit_note") VALUES (NEW."answer", NEW."applicant_id", NEW."decided_at", NEW."decided_by_id", NEW."filed_by_id", NEW."id", NEW."is_illustrative", NEW."number", NEW."on_behalf", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."reason", NEW."service", NEW."status", NEW."submitted_at", NEW."text", NEW."topic", NEW."unit_id", NEW."unit_note"); RETURN NULL;', hash='93cf6c67c71848bd644e38bdd6a3768c0527b4e0', operation='INSERT', pgid='pgtrigger_insert_insert_0993d', table='cases_clinicrequest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clinicrequest',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_clinicrequestevent" ("answer", "applicant_id", "decided_at", "decided_by_id", "filed_by_id", "id", "is_illustrative", "number", "on_behalf", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reason", "service", "status", "submitted_at", "text", "topic", "unit_id", "unit_note") VALUES (NEW."answer", NEW."applicant_id", NEW."decided_at", NEW."decided_by_id", NEW."filed_by_id", NEW."id", NEW."is_illustrative", NEW."number", NEW."on_behalf", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."reason", NEW."service", NEW."status", NEW."submitted_at", NEW."text", NEW."topic", NEW."unit_id", NEW."unit_note"); RETURN NULL;', hash='fd6747f8eb528585c3acda9d93c3aad3851503cb', operation='UPDATE', pgid='pgtrigger_update_update_976fb', table='cases_clinicrequest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clinicrequest',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_clinicrequestevent" ("answer", "applicant_id", "decided_at", "decided_by_id", "filed_by_id", "id", "is_illustrative", "number", "on_behalf", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "reason", "service", "status", "submitted_at", "text", "topic", "unit_id", "unit_note") VALUES (OLD."answer", OLD."applicant_id", OLD."decided_at", OLD."decided_by_id", OLD."filed_by_id", OLD."id", OLD."is_illustrative", OLD."number", OLD."on_behalf", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."reason", OLD."service", OLD."status", OLD."submitted_at", OLD."text", OLD."topic", OLD."unit_id", OLD."unit_note"); RETURN NULL;', hash='35262dd257cad1a665795fdb66326e7d455f3ad7', operation='DELETE', pgid='pgtrigger_delete_delete_b468a', table='cases_clinicrequest', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='caseevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='802209cbf2c531b4bb01cdee3b03a89d7996f73b', operation='INSERT', pgid='pgtrigger_chain_88806', table='cases_caseevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='case',
                    index=models.Index(fields=['status', '-opened_at'], name='case_by_state'),
                ),
                migrations.AddIndex(
                    model_name='case',
                    index=models.Index(fields=['lead', 'status'], name='case_of_lead'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.UniqueConstraint(fields=('number',), name='case_code_once'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['REQUESTED', 'ADMITTED', 'REFUSED', 'TEAM_ASSIGNED', 'VISITED', 'DIAGNOSED', 'PLAN_APPROVED', 'IN_TREATMENT', 'FOLLOW_UP', 'CLOSED'])), name='case_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.CheckConstraint(condition=models.Q(('outcome', ''), ('outcome__in', ['REVIVED', 'IMPROVED', 'NOT_REVIVABLE', 'TRANSFERRED', 'DROPPED']), _connector='OR'), name='case_outcome_known'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('REFUSED', 'CLOSED')), _negated=True), fields=('unit',), name='case_one_live_per_unit'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.UniqueConstraint(condition=models.Q(('readmission_of__isnull', True)), fields=('request',), name='case_one_per_request'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'CLOSED'), models.Q(('outcome', ''), _negated=True)), models.Q(models.Q(('status', 'CLOSED'), _negated=True), ('outcome', '')), _connector='OR'), name='case_outcome_at_the_end'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('status__in', ('REFUSED', 'CLOSED')), models.Q(('closing_reason', ''), _negated=True)), models.Q(models.Q(('status__in', ('REFUSED', 'CLOSED')), _negated=True), ('closed_at__isnull', True), ('closing_reason', '')), _connector='OR'), name='case_end_has_time_and_reason'),
                ),
                migrations.AddConstraint(
                    model_name='case',
                    constraint=models.CheckConstraint(condition=models.Q(('readmission_of__isnull', True), models.Q(('readmission_of', models.F('id')), _negated=True), _connector='OR'), name='case_is_no_readmission_of_itself'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='case',
                    trigger=pgtrigger.compiler.Trigger(name='case_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."readmission_of_id" IS DISTINCT FROM (NEW."readmission_of_id") OR OLD."opened_at" IS DISTINCT FROM (NEW."opened_at") OR OLD."opened_by_id" IS DISTINCT FROM (NEW."opened_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='fda0c042207138bea42c5a92c95306dedd858743', operation='UPDATE', pgid='pgtrigger_case_facts_stay_9c00d', table='cases_case', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='case',
                    trigger=pgtrigger.compiler.Trigger(name='case_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='9cda53538b42b17b5f39c7ed0b91ba5d07f3dc6f', operation='DELETE', pgid='pgtrigger_case_stays_00aef', table='cases_case', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='case',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_caseevent" ("closed_at", "closing_reason", "diagnosed_at", "id", "is_illustrative", "lead_id", "number", "opened_at", "opened_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readmission_of_id", "request_id", "status", "unit_id") VALUES (NEW."closed_at", NEW."closing_reason", NEW."diagnosed_at", NEW."id", NEW."is_illustrative", NEW."lead_id", NEW."number", NEW."opened_at", NEW."opened_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."readmission_of_id", NEW."request_id", NEW."status", NEW."unit_id"); RETURN NULL;', hash='a46303e8ef3b507e8aa79eca72e1afac91ba6960', operation='INSERT', pgid='pgtrigger_insert_insert_0b483', table='cases_case', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='case',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_caseevent" ("closed_at", "closing_reason", "diagnosed_at", "id", "is_illustrative", "lead_id", "number", "opened_at", "opened_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readmission_of_id", "request_id", "status", "unit_id") VALUES (NEW."closed_at", NEW."closing_reason", NEW."diagnosed_at", NEW."id", NEW."is_illustrative", NEW."lead_id", NEW."number", NEW."opened_at", NEW."opened_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."readmission_of_id", NEW."request_id", NEW."status", NEW."unit_id"); RETURN NULL;', hash='aa9f62198b35985d158a3b3f59f977d441628f98', operation='UPDATE', pgid='pgtrigger_update_update_f5146', table='cases_case', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='case',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_caseevent" ("closed_at", "closing_reason", "diagnosed_at", "id", "is_illustrative", "lead_id", "number", "opened_at", "opened_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "readmission_of_id", "request_id", "status", "unit_id") VALUES (OLD."closed_at", OLD."closing_reason", OLD."diagnosed_at", OLD."id", OLD."is_illustrative", OLD."lead_id", OLD."number", OLD."opened_at", OLD."opened_by_id", OLD."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."readmission_of_id", OLD."request_id", OLD."status", OLD."unit_id"); RETURN NULL;', hash='c80e3a719470d05503edeb251393bf36c65f785b', operation='DELETE', pgid='pgtrigger_delete_delete_8d49e', table='cases_case', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='appointmentevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f17796aa95b59d718b0345258769c37d7646801e', operation='INSERT', pgid='pgtrigger_chain_54cd2', table='cases_appointmentevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='appointment',
                    index=models.Index(fields=['status', 'starts_at'], name='appointment_by_state'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['BOOKED', 'HELD', 'MISSED', 'CANCELLED'])), name='appointment_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=models.CheckConstraint(condition=models.Q(('mode__in', ['IN_PERSON', 'PHONE'])), name='appointment_mode_known'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='appointment_ends_after_it_begins'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=models.CheckConstraint(condition=models.Q(('ends_at__lte', django.db.models.expressions.CombinedExpression(models.F('starts_at'), '+', models.Value(datetime.timedelta(seconds=14400))))), name='appointment_not_too_long'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('status', 'BOOKED')), models.Q(models.Q(('status', 'BOOKED'), _negated=True), ('closed_at__isnull', False)), _connector='OR'), name='appointment_end_has_time'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'BOOKED')), fields=('request',), name='appointment_one_booked'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status', 'CANCELLED'), _negated=True), expressions=[(training.models.course.TsTzRange('starts_at', 'ends_at', django.contrib.postgres.fields.ranges.RangeBoundary()), '&&'), ('consultant', '=')], name='appointment_consultant_is_free'),
                ),
                migrations.AddConstraint(
                    model_name='appointment',
                    constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status', 'CANCELLED'), _negated=True), expressions=[(training.models.course.TsTzRange('starts_at', 'ends_at', django.contrib.postgres.fields.ranges.RangeBoundary()), '&&'), ('request', '=')], name='appointment_request_is_free'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='appointment',
                    trigger=pgtrigger.compiler.Trigger(name='appointment_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."consultant_id" IS DISTINCT FROM (NEW."consultant_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."mode" IS DISTINCT FROM (NEW."mode") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."booked_by_id" IS DISTINCT FROM (NEW."booked_by_id") OR OLD."booked_at" IS DISTINCT FROM (NEW."booked_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='42c63b787dabdb7b3b80be3733278a4a566040b0', operation='UPDATE', pgid='pgtrigger_appointment_facts_stay_3faf1', table='cases_appointment', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='appointment',
                    trigger=pgtrigger.compiler.Trigger(name='appointment_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f0dab6f8d8d7696c7bdf8af6d48c0e8257ed4f54', operation='DELETE', pgid='pgtrigger_appointment_stays_a9f9c', table='cases_appointment', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='appointment',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_appointmentevent" ("booked_at", "booked_by_id", "closed_at", "consultant_id", "ends_at", "id", "mode", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "request_id", "starts_at", "status") VALUES (NEW."booked_at", NEW."booked_by_id", NEW."closed_at", NEW."consultant_id", NEW."ends_at", NEW."id", NEW."mode", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."reason", NEW."request_id", NEW."starts_at", NEW."status"); RETURN NULL;', hash='37f2709b9fd1792dec0247b0c4af250aa3216ab2', operation='INSERT', pgid='pgtrigger_insert_insert_fb745', table='cases_appointment', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='appointment',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_appointmentevent" ("booked_at", "booked_by_id", "closed_at", "consultant_id", "ends_at", "id", "mode", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "request_id", "starts_at", "status") VALUES (NEW."booked_at", NEW."booked_by_id", NEW."closed_at", NEW."consultant_id", NEW."ends_at", NEW."id", NEW."mode", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."reason", NEW."request_id", NEW."starts_at", NEW."status"); RETURN NULL;', hash='6279ceac6c65a88c0d7b9160fcdc780694d564c0', operation='UPDATE', pgid='pgtrigger_update_update_1fdb2', table='cases_appointment', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='appointment',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_appointmentevent" ("booked_at", "booked_by_id", "closed_at", "consultant_id", "ends_at", "id", "mode", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "request_id", "starts_at", "status") VALUES (OLD."booked_at", OLD."booked_by_id", OLD."closed_at", OLD."consultant_id", OLD."ends_at", OLD."id", OLD."mode", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."reason", OLD."request_id", OLD."starts_at", OLD."status"); RETURN NULL;', hash='389d6d8b35a7f41403d9f8593bd2c13634c92b39', operation='DELETE', pgid='pgtrigger_delete_delete_7e573', table='cases_appointment', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clinicrequestevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='66418d17893c47430f99f6cd225f02af5d4bd18d', operation='INSERT', pgid='pgtrigger_chain_373da', table='cases_clinicrequestevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='datasheet',
                    constraint=models.UniqueConstraint(fields=('case', 'kind', 'version'), name='data_sheet_version_once'),
                ),
                migrations.AddConstraint(
                    model_name='datasheet',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['IDENTITY', 'LICENCES', 'CAPACITY', 'STAFF', 'DEBTS', 'SALES', 'MACHINES', 'MARKET', 'ORDERS'])), name='data_sheet_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='datasheet',
                    constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='data_sheet_version_from_one'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='datasheet',
                    trigger=pgtrigger.compiler.Trigger(name='data_sheet_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='33ea1d12b74beb9b5369feff95651f005bbed570', operation='UPDATE OR DELETE', pgid='pgtrigger_data_sheet_stays_1b2be', table='cases_datasheet', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='datasheet',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_datasheetevent" ("case_id", "data", "entered_at", "entered_by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."data", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."version"); RETURN NULL;', hash='38a8a92dd736fe497fd05e292bde9fcc5367ff4b', operation='INSERT', pgid='pgtrigger_insert_insert_4e86e', table='cases_datasheet', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='datasheet',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_datasheetevent" ("case_id", "data", "entered_at", "entered_by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (NEW."case_id", NEW."data", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."version"); RETURN NULL;', hash='1ba9a67f8eca2f5f8fa999679197167490d1827f', operation='UPDATE', pgid='pgtrigger_update_update_9ff49', table='cases_datasheet', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='datasheet',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_datasheetevent" ("case_id", "data", "entered_at", "entered_by_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."case_id", OLD."data", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."version"); RETURN NULL;', hash='e257ce21e4db71079bbde741b39c9e2e9977e624', operation='DELETE', pgid='pgtrigger_delete_delete_69a34', table='cases_datasheet', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='datasheetevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='125e927f5355044cc0d2a068b3f698f3a8fad363', operation='INSERT', pgid='pgtrigger_chain_85ec5', table='cases_datasheetevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='finding',
                    constraint=models.CheckConstraint(condition=models.Q(('dimension__in', ['management_strategy', 'finance', 'market_sales', 'production_technology', 'supply', 'human_resources', 'legal_insurance_tax', 'infrastructure_environment'])), name='finding_dimension_known'),
                ),
                migrations.AddConstraint(
                    model_name='finding',
                    constraint=models.CheckConstraint(condition=models.Q(('severity__gte', 1), ('severity__lte', 5)), name='finding_severity_1_to_5'),
                ),
                migrations.AddConstraint(
                    model_name='finding',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('evidence', ''), _negated=True)), name='finding_has_text_and_evidence'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='finding',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_findingevent" ("by_id", "case_id", "dimension", "evidence", "found_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "text", "updated_at") VALUES (NEW."by_id", NEW."case_id", NEW."dimension", NEW."evidence", NEW."found_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."severity", NEW."text", NEW."updated_at"); RETURN NULL;', hash='908460956aa0b529b80fce10526e935d70390440', operation='INSERT', pgid='pgtrigger_insert_insert_06871', table='cases_finding', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='finding',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_findingevent" ("by_id", "case_id", "dimension", "evidence", "found_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "text", "updated_at") VALUES (NEW."by_id", NEW."case_id", NEW."dimension", NEW."evidence", NEW."found_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."severity", NEW."text", NEW."updated_at"); RETURN NULL;', hash='315491a1b029336c483e665209aeba9c989cf53c', operation='UPDATE', pgid='pgtrigger_update_update_1bb8a', table='cases_finding', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='finding',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_findingevent" ("by_id", "case_id", "dimension", "evidence", "found_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "severity", "text", "updated_at") VALUES (OLD."by_id", OLD."case_id", OLD."dimension", OLD."evidence", OLD."found_at", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."severity", OLD."text", OLD."updated_at"); RETURN NULL;', hash='edd62d536917c46e190d6e5c4ab13c824490acc8', operation='DELETE', pgid='pgtrigger_delete_delete_81533', table='cases_finding', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='findingevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='473a53a96261fcf4d40620b3a36d56268ecdbf15', operation='INSERT', pgid='pgtrigger_chain_aa0c1', table='cases_findingevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='requestlook',
                    index=models.Index(fields=['request', '-at'], name='request_look_of_request'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestlook',
                    trigger=pgtrigger.compiler.Trigger(name='request_look_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eaf9999df8a12a07b05a807a74b0903d8c80eb5d', operation='UPDATE OR DELETE', pgid='pgtrigger_request_look_stays_6497f', table='cases_requestlook', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestlook',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_requestlookevent" ("at", "by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."at", NEW."by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."request_id"); RETURN NULL;', hash='a70ef273bd54c62d81f1db082de4bf08a6dd0fb7', operation='INSERT', pgid='pgtrigger_insert_insert_102aa', table='cases_requestlook', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestlook',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_requestlookevent" ("at", "by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (NEW."at", NEW."by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."request_id"); RETURN NULL;', hash='169563ec01979d1cf8c183906a41a8d14dcca6a0', operation='UPDATE', pgid='pgtrigger_update_update_323e9', table='cases_requestlook', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestlook',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_requestlookevent" ("at", "by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") VALUES (OLD."at", OLD."by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."request_id"); RETURN NULL;', hash='c84b1e6587c20fad2eb9ed616a3c88e32ba7ad24', operation='DELETE', pgid='pgtrigger_delete_delete_3e4ee', table='cases_requestlook', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='requestlookevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='8e3f0bfd231057d7c303f697020a90edca4ad032', operation='INSERT', pgid='pgtrigger_chain_1e92e', table='cases_requestlookevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='swotentry',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['STRENGTH', 'WEAKNESS', 'OPPORTUNITY', 'THREAT'])), name='swot_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='swotentry',
                    constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='swot_has_text'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='swotentry',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_swotentryevent" ("by_id", "case_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at") VALUES (NEW."by_id", NEW."case_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."text", NEW."written_at"); RETURN NULL;', hash='fe20931ae85dc1b1666d34d23ef6e3d6cef5f0b3', operation='INSERT', pgid='pgtrigger_insert_insert_d200b', table='cases_swotentry', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='swotentry',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_swotentryevent" ("by_id", "case_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at") VALUES (NEW."by_id", NEW."case_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."text", NEW."written_at"); RETURN NULL;', hash='d4b2879cf8332833e47351b0e961027a92ec5ba9', operation='UPDATE', pgid='pgtrigger_update_update_b3d96', table='cases_swotentry', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='swotentry',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_swotentryevent" ("by_id", "case_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "written_at") VALUES (OLD."by_id", OLD."case_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text", OLD."written_at"); RETURN NULL;', hash='92f39fa249eea18a9782a40d64501ede447dfc15', operation='DELETE', pgid='pgtrigger_delete_delete_4ab89', table='cases_swotentry', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='swotentryevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='98fc06696aed76063f35368069c817160361aa40', operation='INSERT', pgid='pgtrigger_chain_9f933', table='cases_swotentryevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='teammember',
                    index=models.Index(fields=['consultant', 'left_at'], name='team_member_by_consultant'),
                ),
                migrations.AddConstraint(
                    model_name='teammember',
                    constraint=models.UniqueConstraint(condition=models.Q(('left_at__isnull', True)), fields=('case', 'consultant', 'specialty'), name='team_member_once_per_specialty'),
                ),
                migrations.AddConstraint(
                    model_name='teammember',
                    constraint=models.CheckConstraint(condition=models.Q(('specialty__in', ['finance', 'insurance', 'industrial', 'commercial', 'tax', 'legal', 'technology', 'management', 'marketing', 'human_resources', 'energy_environment'])), name='team_member_specialty_known'),
                ),
                migrations.AddConstraint(
                    model_name='teammember',
                    constraint=models.CheckConstraint(condition=models.Q(('left_at__isnull', True), ('left_at__gte', models.F('joined_at')), _connector='OR'), name='team_member_leaves_after_joining'),
                ),
                migrations.AddConstraint(
                    model_name='teammember',
                    constraint=models.CheckConstraint(condition=models.Q(('left_at__isnull', False), ('leaving_reason', ''), _connector='OR'), name='team_member_reason_at_the_end'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammember',
                    trigger=pgtrigger.compiler.Trigger(name='member_without_conflict', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE day date;', func="day := (NEW.joined_at AT TIME ZONE 'Asia/Tehran')::date;\nIF EXISTS (SELECT 1 FROM consultants_conflictofinterest f JOIN cases_case c ON c.unit_id = f.unit_id\nWHERE c.id = NEW.case_id AND f.consultant_id = NEW.consultant_id AND f.starts_on <= day\nAND (f.ends_on IS NULL OR f.ends_on >= day)) THEN\nRAISE EXCEPTION 'a consultant with an interest in the unit is kept out of its case' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='fbeeae32ceb9d067b0e7fccd0b0c5247772085d8', operation='INSERT', pgid='pgtrigger_member_without_conflict_ebf65', table='cases_teammember', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammember',
                    trigger=pgtrigger.compiler.Trigger(name='team_member_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consultant_id" IS DISTINCT FROM (NEW."consultant_id") OR OLD."specialty" IS DISTINCT FROM (NEW."specialty") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."named_by_id" IS DISTINCT FROM (NEW."named_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f2795b2569fc8d857cdd280759be614fee567711', operation='UPDATE', pgid='pgtrigger_team_member_facts_stay_53b94', table='cases_teammember', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammember',
                    trigger=pgtrigger.compiler.Trigger(name='team_member_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='de07d06721d9eb3cc0bceef705c05bd2d26b9c63', operation='DELETE', pgid='pgtrigger_team_member_stays_394b9', table='cases_teammember', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammember',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_teammemberevent" ("case_id", "consultant_id", "id", "joined_at", "leaving_reason", "left_at", "named_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty") VALUES (NEW."case_id", NEW."consultant_id", NEW."id", NEW."joined_at", NEW."leaving_reason", NEW."left_at", NEW."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."specialty"); RETURN NULL;', hash='ee61350c951b7e159c47789183f318f1cb53e8c9', operation='INSERT', pgid='pgtrigger_insert_insert_9b06a', table='cases_teammember', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammember',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_teammemberevent" ("case_id", "consultant_id", "id", "joined_at", "leaving_reason", "left_at", "named_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty") VALUES (NEW."case_id", NEW."consultant_id", NEW."id", NEW."joined_at", NEW."leaving_reason", NEW."left_at", NEW."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."specialty"); RETURN NULL;', hash='213c4fe1e8b016d1075d3d16b2975d85887326e4', operation='UPDATE', pgid='pgtrigger_update_update_d1657', table='cases_teammember', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammember',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_teammemberevent" ("case_id", "consultant_id", "id", "joined_at", "leaving_reason", "left_at", "named_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "specialty") VALUES (OLD."case_id", OLD."consultant_id", OLD."id", OLD."joined_at", OLD."leaving_reason", OLD."left_at", OLD."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."specialty"); RETURN NULL;', hash='88ec4dd10ec5aa9c967002924477f757b3059fb7', operation='DELETE', pgid='pgtrigger_delete_delete_5fc1f', table='cases_teammember', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='agreementevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='0492e39c068e469c36b00d849c157079da2cdeb0', operation='INSERT', pgid='pgtrigger_chain_77ed3', table='cases_agreementevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='agreement',
                    constraint=models.UniqueConstraint(condition=models.Q(('superseded', False)), fields=('member',), name='agreement_one_counts'),
                ),
                migrations.AddConstraint(
                    model_name='agreement',
                    constraint=models.CheckConstraint(condition=models.Q(('agrees', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='dissent_has_reason'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='agreement',
                    trigger=pgtrigger.compiler.Trigger(name='agreement_facts_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."member_id" IS DISTINCT FROM (NEW."member_id") OR OLD."agrees" IS DISTINCT FROM (NEW."agrees") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."at" IS DISTINCT FROM (NEW."at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='9e294a5155ed7b9f3cc3412270ec870996879cff', operation='UPDATE', pgid='pgtrigger_agreement_facts_stay_a71b7', table='cases_agreement', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='agreement',
                    trigger=pgtrigger.compiler.Trigger(name='agreement_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='26ecc8f7bea0f75a9b8c85b5d3c9c956b485561d', operation='DELETE', pgid='pgtrigger_agreement_stays_0acd7', table='cases_agreement', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='agreement',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_agreementevent" ("agrees", "at", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded") VALUES (NEW."agrees", NEW."at", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."superseded"); RETURN NULL;', hash='eef7d0f2370d44967073b09aebfa2bd26e0f3dbd', operation='INSERT', pgid='pgtrigger_insert_insert_6f219', table='cases_agreement', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='agreement',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_agreementevent" ("agrees", "at", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded") VALUES (NEW."agrees", NEW."at", NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."superseded"); RETURN NULL;', hash='b76096880f43ca280d20f4e45634e51dc9877399', operation='UPDATE', pgid='pgtrigger_update_update_4a884', table='cases_agreement', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='agreement',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_agreementevent" ("agrees", "at", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded") VALUES (OLD."agrees", OLD."at", OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."superseded"); RETURN NULL;', hash='367d20ab7e1746ca09b441e4f46849dbbe51b87d', operation='DELETE', pgid='pgtrigger_delete_delete_9107d', table='cases_agreement', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='teammemberevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='12112a9f68c4016ddbfb48f56ce63c5418f51dae', operation='INSERT', pgid='pgtrigger_chain_6d5e7', table='cases_teammemberevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='visit',
                    constraint=models.CheckConstraint(condition=models.Q(('visited_at__lte', models.F('written_at'))), name='visit_lies_in_the_past'),
                ),
                migrations.AddConstraint(
                    model_name='visit',
                    constraint=models.CheckConstraint(condition=models.Q(('notes', ''), _negated=True), name='visit_has_notes'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visit',
                    trigger=pgtrigger.compiler.Trigger(name='visit_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='73c01d5bff24218cc7a6054bc67b21cf03645d52', operation='DELETE', pgid='pgtrigger_visit_stays_4470a', table='cases_visit', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visit',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_visitevent" ("by_id", "case_id", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visited_at", "written_at") VALUES (NEW."by_id", NEW."case_id", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."visited_at", NEW."written_at"); RETURN NULL;', hash='d952d40adbf0e2e6b11b90a5de6851ee89e00c74', operation='INSERT', pgid='pgtrigger_insert_insert_11497', table='cases_visit', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visit',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_visitevent" ("by_id", "case_id", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visited_at", "written_at") VALUES (NEW."by_id", NEW."case_id", NEW."id", NEW."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."visited_at", NEW."written_at"); RETURN NULL;', hash='ed56daa769a2e3c012762c8a22fb8256bde13136', operation='UPDATE', pgid='pgtrigger_update_update_a3c6e', table='cases_visit', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visit',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_visitevent" ("by_id", "case_id", "id", "notes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visited_at", "written_at") VALUES (OLD."by_id", OLD."case_id", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."visited_at", OLD."written_at"); RETURN NULL;', hash='da0b6d0e51732e10e86dda6210cfd803b657a5fd', operation='DELETE', pgid='pgtrigger_delete_delete_df6ec', table='cases_visit', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visitevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='5bb7f58b1a8c7f3ed14bfe3785019508191e0087', operation='INSERT', pgid='pgtrigger_chain_891ad', table='cases_visitevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='visitphoto',
                    constraint=models.UniqueConstraint(fields=('visit', 'file'), name='visit_photo_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visitphoto',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_visitphotoevent" ("caption", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "visit_id") VALUES (NEW."caption", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."visit_id"); RETURN NULL;', hash='9e3f85cc634c19d80f5249ff7af6ac90ea48aee1', operation='INSERT', pgid='pgtrigger_insert_insert_56b63', table='cases_visitphoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visitphoto',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "cases_visitphotoevent" ("caption", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "visit_id") VALUES (NEW."caption", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."visit_id"); RETURN NULL;', hash='fafe293a8805b6332c219aa5cd0c7cfb9edc339b', operation='UPDATE', pgid='pgtrigger_update_update_fb8f7', table='cases_visitphoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visitphoto',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "cases_visitphotoevent" ("caption", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "visit_id") VALUES (OLD."caption", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."visit_id"); RETURN NULL;', hash='c786af56d031de92389cf089020f16e832bdc053', operation='DELETE', pgid='pgtrigger_delete_delete_94a46', table='cases_visitphoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='visitphotoevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='de7724ea34c478023639802abff80259b0fbfd64', operation='INSERT', pgid='pgtrigger_chain_9466a', table='cases_visitphotoevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
