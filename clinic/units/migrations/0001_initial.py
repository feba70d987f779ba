import core.fields.models
import core.operations
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0003_identity_of_the_national_sign_on'),
        ('estates', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='WarningRuleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(choices=[('FALLING_CAPACITY', 'capacity in use is falling'), ('POWER_DOWN', 'less power used than a year ago'), ('INSURED_DOWN', 'insurance list is getting shorter'), ('ARREARS_UP', 'arrears are growing'), ('NEIGHBOURS_STOPPING', 'neighbours are stopping'), ('NO_READING', 'not measured for long')], max_length=24, verbose_name='sign')),
                        ('label', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('weight', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='weight (points)')),
                        ('threshold', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='threshold')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BandRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('closed_up_to', models.DecimalField(decimal_places=2, default=0, max_digits=5, verbose_name='closed up to (percent)')),
                        ('idle_up_to', models.DecimalField(decimal_places=2, default=30, max_digits=5, verbose_name='idle up to (percent)')),
                        ('semi_active_up_to', models.DecimalField(decimal_places=2, default=70, max_digits=5, verbose_name='semi-active up to (percent)')),
                        ('is_active', models.BooleanField(default=True, editable=False, verbose_name='in force')),
                        ('note', core.fields.models.PersianCharField(max_length=300, verbose_name='basis')),
                        ('made_at', models.DateTimeField(editable=False, verbose_name='made at')),
                        ('made_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                    ],
                    options={
                        'verbose_name': 'limits of the bands',
                        'verbose_name_plural': 'limits of the bands',
                        'ordering': ['-made_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='BandRuleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('closed_up_to', models.DecimalField(decimal_places=2, default=0, max_digits=5, verbose_name='closed up to (percent)')),
                        ('idle_up_to', models.DecimalField(decimal_places=2, default=30, max_digits=5, verbose_name='idle up to (percent)')),
                        ('semi_active_up_to', models.DecimalField(decimal_places=2, default=70, max_digits=5, verbose_name='semi-active up to (percent)')),
                        ('is_active', models.BooleanField(default=True, editable=False, verbose_name='in force')),
                        ('note', core.fields.models.PersianCharField(max_length=300, verbose_name='basis')),
                        ('made_at', models.DateTimeField(editable=False, verbose_name='made at')),
                        ('made_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='units.bandrule')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='IndustrialUnit',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('search_key', models.CharField(default='', editable=False, max_length=600)),
                        ('sort_key', models.CharField(db_collation='C', default='', editable=False, max_length=400)),
                        ('code', models.CharField(max_length=16, unique=True, verbose_name='code')),
                        ('place', core.fields.models.PersianCharField(blank=True, help_text='Needed when the unit stands in no estate.', max_length=300, verbose_name='address')),
                        ('licence_kind', models.CharField(blank=True, choices=[('OPERATING', 'operating licence'), ('ESTABLISHMENT', 'establishment licence'), ('CRAFT', 'craft licence'), ('GUILD', 'guild licence')], max_length=16, verbose_name='kind of licence')),
                        ('licence_number', models.CharField(blank=True, max_length=30, verbose_name='licence number')),
                        ('licence_date', models.DateField(blank=True, null=True, verbose_name='date of the licence')),
                        ('products', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='products')),
                        ('nominal_capacity', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='nominal capacity a year')),
                        ('capacity_unit', core.fields.models.PersianCharField(blank=True, max_length=40, verbose_name='unit of the capacity')),
                        ('licensed_staff', models.PositiveIntegerField(blank=True, null=True, verbose_name='staff by the licence')),
                        ('founded_on', models.DateField(blank=True, null=True, verbose_name='founded on')),
                        ('status_note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note on its state')),
                        ('struck_off_on', models.DateField(blank=True, null=True, verbose_name='taken off the register on')),
                        ('struck_off_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was taken off')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('created_at', models.DateTimeField(verbose_name='entered')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.county', verbose_name='county')),
                        ('estate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.estate', verbose_name='estate')),
                        ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.applicant', verbose_name='owner')),
                        ('plot', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.plot', verbose_name='plot')),
                        ('trade', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'verbose_name': 'industrial unit',
                        'verbose_name_plural': 'industrial units',
                        'ordering': ['sort_key', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='IndustrialUnitEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('code', models.CharField(max_length=16, verbose_name='code')),
                        ('place', core.fields.models.PersianCharField(blank=True, help_text='Needed when the unit stands in no estate.', max_length=300, verbose_name='address')),
                        ('licence_kind', models.CharField(blank=True, choices=[('OPERATING', 'operating licence'), ('ESTABLISHMENT', 'establishment licence'), ('CRAFT', 'craft licence'), ('GUILD', 'guild licence')], max_length=16, verbose_name='kind of licence')),
                        ('licence_number', models.CharField(blank=True, max_length=30, verbose_name='licence number')),
                        ('licence_date', models.DateField(blank=True, null=True, verbose_name='date of the licence')),
                        ('products', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='products')),
                        ('nominal_capacity', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='nominal capacity a year')),
                        ('capacity_unit', core.fields.models.PersianCharField(blank=True, max_length=40, verbose_name='unit of the capacity')),
                        ('licensed_staff', models.PositiveIntegerField(blank=True, null=True, verbose_name='staff by the licence')),
                        ('founded_on', models.DateField(blank=True, null=True, verbose_name='founded on')),
                        ('status_note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note on its state')),
                        ('struck_off_on', models.DateField(blank=True, null=True, verbose_name='taken off the register on')),
                        ('struck_off_reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='why it was taken off')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('created_at', models.DateTimeField(verbose_name='entered')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('county', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.county', verbose_name='county')),
                        ('estate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.applicant', verbose_name='owner')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='units.industrialunit')),
                        ('plot', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.plot', verbose_name='plot')),
                        ('trade', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='UnitImport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file_name', models.CharField(max_length=120, verbose_name='file')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest')),
                        ('status', models.CharField(choices=[('CHECKED', 'checked'), ('REFUSED', 'has errors'), ('APPLIED', 'brought in')], default='CHECKED', editable=False, max_length=8, verbose_name='status')),
                        ('rows', models.JSONField(default=list, verbose_name='rows')),
                        ('errors', models.JSONField(default=list, verbose_name='errors')),
                        ('summary', models.JSONField(default=dict, verbose_name='what changes')),
                        ('uploaded_at', models.DateTimeField(verbose_name='handed in')),
                        ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='brought in')),
                        ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                    ],
                    options={
                        'verbose_name': 'list of units',
                        'verbose_name_plural': 'lists of units',
                        'ordering': ['-uploaded_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='UnitImportEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('file_name', models.CharField(max_length=120, verbose_name='file')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest')),
                        ('status', models.CharField(choices=[('CHECKED', 'checked'), ('REFUSED', 'has errors'), ('APPLIED', 'brought in')], default='CHECKED', editable=False, max_length=8, verbose_name='status')),
                        ('errors', models.JSONField(default=list, verbose_name='errors')),
                        ('summary', models.JSONField(default=dict, verbose_name='what changes')),
                        ('uploaded_at', models.DateTimeField(verbose_name='handed in')),
                        ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='brought in')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='units.unitimport')),
                        ('uploaded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='UnitLook',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(verbose_name='at')),
                        ('what', models.CharField(choices=[('READINGS', 'readings'), ('WARNING', 'early warning')], max_length=12, verbose_name='what was looked at')),
                        ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='looked at by')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='units.industrialunit', verbose_name='industrial unit')),
                    ],
                    options={
                        'verbose_name': 'look at a unit',
                        'verbose_name_plural': 'looks at units',
                        'ordering': ['-at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='UnitReading',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('measured_on', models.DateField(verbose_name='measured on')),
                        ('actual_capacity_percent', models.DecimalField(decimal_places=2, max_digits=5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(Decimal('150'))], verbose_name='capacity in use (percent)')),
                        ('staff', models.PositiveIntegerField(blank=True, null=True, verbose_name='staff at work')),
                        ('insured_staff', models.PositiveIntegerField(blank=True, null=True, verbose_name='people on the insurance list')),
                        ('sales_rials', core.fields.models.RialField(blank=True, null=True, verbose_name='sales in a month (rials)')),
                        ('power_kwh', models.PositiveIntegerField(blank=True, null=True, verbose_name='power used in a month (kWh)')),
                        ('arrears_bank', core.fields.models.RialField(blank=True, null=True, verbose_name='arrears at banks (rials)')),
                        ('arrears_tax', core.fields.models.RialField(blank=True, null=True, verbose_name='arrears of tax (rials)')),
                        ('arrears_insurance', core.fields.models.RialField(blank=True, null=True, verbose_name='arrears of insurance (rials)')),
                        ('source', models.CharField(choices=[('VISIT', 'visit of the unit'), ('STATEMENT', 'statement of the unit'), ('PAPERS', 'bills and insurance lists'), ('IMPORT', 'list brought in from Excel'), ('FOLLOW_UP', 'follow-up of the clinic')], max_length=12, verbose_name='source')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note')),
                        ('entered_at', models.DateTimeField(verbose_name='entered')),
                        ('superseded', models.BooleanField(default=False, editable=False, verbose_name='replaced by a correction')),
                        ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='units.unitreading', verbose_name='corrects')),
                        ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='units.industrialunit', verbose_name='industrial unit')),
                    ],
                    options={
                        'verbose_name': 'reading of a unit',
                        'verbose_name_plural': 'readings of units',
                        'ordering': ['-measured_on', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='UnitReadingEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('measured_on', models.DateField(verbose_name='measured on')),
                        ('actual_capacity_percent', models.DecimalField(decimal_places=2, max_digits=5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(Decimal('150'))], verbose_name='capacity in use (percent)')),
                        ('staff', models.PositiveIntegerField(blank=True, null=True, verbose_name='staff at work')),
                        ('insured_staff', models.PositiveIntegerField(blank=True, null=True, verbose_name='people on the insurance list')),
                        ('sales_rials', core.fields.models.RialField(blank=True, null=True, verbose_name='sales in a month (rials)')),
                        ('power_kwh', models.PositiveIntegerField(blank=True, null=True, verbose_name='power used in a month (kWh)')),
                        ('arrears_bank', core.fields.models.RialField(blank=True, null=True, verbose_name='arrears at banks (rials)')),
                        ('arrears_tax', core.fields.models.RialField(blank=True, null=True, verbose_name='arrears of tax (rials)')),
                        ('arrears_insurance', core.fields.models.RialField(blank=True, null=True, verbose_name='arrears of insurance (rials)')),
                        ('source', models.CharField(choices=[('VISIT', 'visit of the unit'), ('STATEMENT', 'statement of the unit'), ('PAPERS', 'bills and insurance lists'), ('IMPORT', 'list brought in from Excel'), ('FOLLOW_UP', 'follow-up of the clinic')], max_length=12, verbose_name='source')),
                        ('note', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='note')),
                        ('entered_at', models.DateTimeField(verbose_name='entered')),
                        ('superseded', models.BooleanField(default=False, editable=False, verbose_name='replaced by a correction')),
                        ('corrects', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.unitreading', verbose_name='corrects')),
                        ('entered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='units.unitreading')),
                        ('unit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.industrialunit', verbose_name='industrial unit')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='WarningEntry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('score', models.DecimalField(decimal_places=1, max_digits=6, verbose_name='points')),
                        ('reasons', models.JSONField(default=list, verbose_name='signs')),
                        ('since', models.DateTimeField(verbose_name='warned since')),
                        ('computed_at', models.DateTimeField(verbose_name='worked out at')),
                        ('status', models.CharField(choices=[('OPEN', 'to be looked at'), ('LOOKED_AT', 'looked at'), ('REQUEST_OPENED', 'request opened'), ('DISMISSED', 'dismissed for now'), ('CLEARED', 'no longer warned of')], default='OPEN', editable=False, max_length=16, verbose_name='status')),
                        ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided at')),
                        ('reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='reason')),
                        ('dismissed_until', models.DateField(blank=True, null=True, verbose_name='dismissed until')),
                        ('request_number', models.CharField(blank=True, max_length=24, verbose_name='request')),
                        ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                        ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='warnings', to='units.industrialunit', verbose_name='industrial unit')),
                    ],
                    options={
                        'verbose_name': 'early warning',
                        'verbose_name_plural': 'early warnings',
                        'ordering': ['-score', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='WarningEntryEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('since', models.DateTimeField(verbose_name='warned since')),
                        ('status', models.CharField(choices=[('OPEN', 'to be looked at'), ('LOOKED_AT', 'looked at'), ('REQUEST_OPENED', 'request opened'), ('DISMISSED', 'dismissed for now'), ('CLEARED', 'no longer warned of')], default='OPEN', editable=False, max_length=16, verbose_name='status')),
                        ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='decided at')),
                        ('reason', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='reason')),
                        ('dismissed_until', models.DateField(blank=True, null=True, verbose_name='dismissed until')),
                        ('request_number', models.CharField(blank=True, max_length=24, verbose_name='request')),
                        ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='units.warningentry')),
                        ('unit', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='units.industrialunit', verbose_name='industrial unit')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='WarningRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(choices=[('FALLING_CAPACITY', 'capacity in use is falling'), ('POWER_DOWN', 'less power used than a year ago'), ('INSURED_DOWN', 'insurance list is getting shorter'), ('ARREARS_UP', 'arrears are growing'), ('NEIGHBOURS_STOPPING', 'neighbours are stopping'), ('NO_READING', 'not measured for long')], max_length=24, unique=True, verbose_name='sign')),
                        ('label', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('weight', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='weight (points)')),
                        ('threshold', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='threshold')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed')),
                    ],
                    options={
                        'verbose_name': 'rule of early warning',
                        'verbose_name_plural': 'rules of early warning',
                        'ordering': ['-weight', 'code'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('code__in', ['FALLING_CAPACITY', 'POWER_DOWN', 'INSURED_DOWN', 'ARREARS_UP', 'NEIGHBOURS_STOPPING', 'NO_READING'])), name='warning_rule_code_known'), models.CheckConstraint(condition=models.Q(('weight__gte', 1), ('weight__lte', 100)), name='warning_rule_weight'), models.CheckConstraint(condition=models.Q(('threshold__gte', 1), ('threshold__lte', 100)), name='warning_rule_threshold')],
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='industrialunit',
                    name='latest_reading',
                    field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='units.unitreading'),
                ),
                migrations.AddField(
                    model_name='warningruleevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='units.warningrule'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='warningrule',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_warningruleevent" ("code", "id", "is_active", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "threshold", "updated_at", "weight") VALUES (NEW."code", NEW."id", NEW."is_active", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."threshold", NEW."updated_at", NEW."weight"); RETURN NULL;', hash='c87d2ea35536fff84252066aee855e0f6d62a20a', operation='INSERT', pgid='pgtrigger_insert_insert_063cb', table='units_warningrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='warningrule',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "units_warningruleevent" ("code", "id", "is_active", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "threshold", "updated_at", "weight") VALUES (NEW."code", NEW."id", NEW."is_active", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."threshold", NEW."updated_at", NEW."weight"); RETURN NULL;', hash='bec2550ac05a0a7a935dcf3fa911405276b1346d', operation='UPDATE', pgid='pgtrigger_update_update_6f8d0', table='units_warningrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='warningrule',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_warningruleevent" ("code", "id", "is_active", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "threshold", "updated_at", "weight") VALUES (OLD."code", OLD."id", OLD."is_active", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."threshold", OLD."updated_at", OLD."weight"); RETURN NULL;', hash='79e4d294659034c18d9694eb0a02d022c22ad392', operation='DELETE', pgid='pgtrigger_delete_delete_42049', table='units_warningrule', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='bandrule',
                    constraint=models.UniqueConstraint(condition=models.Q(('is_active', True)), fields=('is_active',), name='band_rule_one_in_force'),
                ),
                migrations.AddConstraint(
                    model_name='bandrule',
                    constraint=models.CheckConstraint(condition=models.Q(('closed_up_to__gte', 0), ('idle_up_to__gt', models.F('closed_up_to')), ('semi_active_up_to__gt', models.F('idle_up_to')), ('semi_active_up_to__lt', 150)), name='band_rule_rises'),
                ),
                migrations.AddConstraint(
                    model_name='bandrule',
                    constraint=models.CheckConstraint(condition=models.Q(('note', ''), _negated=True), name='band_rule_has_basis'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='bandrule',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_bandruleevent" ("closed_up_to", "id", "idle_up_to", "is_active", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semi_active_up_to") VALUES (NEW."closed_up_to", NEW."id", NEW."idle_up_to", NEW."is_active", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."semi_active_up_to"); RETURN NULL;', hash='5560b6e779061fec83b5ddf860de7d0524f9452e', operation='INSERT', pgid='pgtrigger_insert_insert_3fc2b', table='units_bandrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='bandrule',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "units_bandruleevent" ("closed_up_to", "id", "idle_up_to", "is_active", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semi_active_up_to") VALUES (NEW."closed_up_to", NEW."id", NEW."idle_up_to", NEW."is_active", NEW."made_at", NEW."made_by_id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."semi_active_up_to"); RETURN NULL;', hash='b59501ffe2a85ba32b8937e9ee18e3c16e2c047c', operation='UPDATE', pgid='pgtrigger_update_update_2a0a8', table='units_bandrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='bandrule',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_bandruleevent" ("closed_up_to", "id", "idle_up_to", "is_active", "made_at", "made_by_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "semi_active_up_to") VALUES (OLD."closed_up_to", OLD."id", OLD."idle_up_to", OLD."is_active", OLD."made_at", OLD."made_by_id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."semi_active_up_to"); RETURN NULL;', hash='fd697f2bcdfbab8a1a39f772cb70ecaab6905695', operation='DELETE', pgid='pgtrigger_delete_delete_65f51', table='units_bandrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='bandruleevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='16a28764f5c4fa26e40af40ee7a3364fe0ce11cf', operation='INSERT', pgid='pgtrigger_chain_487df', table='units_bandruleevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='industrialunitevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='a2e62f23629f48780b4b3e33c403c60d824d44de', operation='INSERT', pgid='pgtrigger_chain_8a44f', table='units_industrialunitevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='unitimport',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['CHECKED', 'REFUSED', 'APPLIED'])), name='unit_import_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='unitimport',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('applied_at__isnull', False), ('status', 'APPLIED')), models.Q(models.Q(('status', 'APPLIED'), _negated=True), ('applied_at__isnull', True)), _connector='OR'), name='unit_import_applied_has_date'),
                ),
                migrations.AddConstraint(
                    model_name='unitimport',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'REFUSED'), _negated=True), models.Q(('errors', []), _negated=True), _connector='OR'), name='unit_import_refused_has_errors'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitimport',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_unitimportevent" ("applied_at", "errors", "file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "summary", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."errors", NEW."file_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sha256", NEW."status", NEW."summary", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;', hash='07a320f672678487ebc21f4a1537968611bea8ee', operation='INSERT', pgid='pgtrigger_insert_insert_9be79', table='units_unitimport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitimport',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."errors" IS DISTINCT FROM (NEW."errors") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))', func='INSERT INTO "units_unitimportevent" ("applied_at", "errors", "file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "summary", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."errors", NEW."file_name", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sha256", NEW."status", NEW."summary", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;', hash='36f3e0c9bfc507369f2d6fb5df53fe672ae0bc9d', operation='UPDATE', pgid='pgtrigger_update_update_74f9e', table='units_unitimport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitimport',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_unitimportevent" ("applied_at", "errors", "file_name", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "summary", "uploaded_at", "uploaded_by_id") VALUES (OLD."applied_at", OLD."errors", OLD."file_name", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sha256", OLD."status", OLD."summary", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;', hash='9e14101b41cc48ec0e5ef26cbaf57ae9676ba865', operation='DELETE', pgid='pgtrigger_delete_delete_d2823', table='units_unitimport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitimportevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='fa8cee16986aa1d218c1337ea90fea6cba051e66', operation='INSERT', pgid='pgtrigger_chain_ea3ce', table='units_unitimportevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='unitlook',
                    index=models.Index(fields=['unit', '-at'], name='unit_look_by_unit'),
                ),
                migrations.AddConstraint(
                    model_name='unitlook',
                    constraint=models.CheckConstraint(condition=models.Q(('what__in', ['READINGS', 'WARNING'])), name='unit_look_known'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitlook',
                    trigger=pgtrigger.compiler.Trigger(name='look_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='68b849f042072fc2784abb51d7f216d36dad5d4e', operation='UPDATE OR DELETE', pgid='pgtrigger_look_is_kept_ad562', table='units_unitlook', when='BEFORE')),
                ),
                migrations.AddIndex(
                    model_name='unitreading',
                    index=models.Index(condition=models.Q(('superseded', False)), fields=['measured_on'], name='unit_reading_by_day'),
                ),
                migrations.AddConstraint(
                    model_name='unitreading',
                    constraint=models.UniqueConstraint(condition=models.Q(('superseded', False)), fields=('unit', 'measured_on'), name='unit_reading_once_a_day'),
                ),
                migrations.AddConstraint(
                    model_name='unitreading',
                    constraint=models.CheckConstraint(condition=models.Q(('actual_capacity_percent__gte', 0), ('actual_capacity_percent__lte', Decimal('150'))), name='unit_reading_capacity'),
                ),
                migrations.AddConstraint(
                    model_name='unitreading',
                    constraint=models.CheckConstraint(condition=models.Q(('source__in', ['VISIT', 'STATEMENT', 'PAPERS', 'IMPORT', 'FOLLOW_UP'])), name='unit_reading_source_known'),
                ),
                migrations.AddConstraint(
                    model_name='unitreading',
                    constraint=models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('note', ''), _negated=True), _connector='OR'), name='unit_reading_correction_says_why'),
                ),
                migrations.AddConstraint(
                    model_name='unitreading',
                    constraint=models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('corrects', models.F('id')), _negated=True), _connector='OR'), name='unit_reading_not_its_own_correction'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreading',
                    trigger=pgtrigger.compiler.Trigger(name='reading_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."unit_id" IS DISTINCT FROM (NEW."unit_id") OR OLD."measured_on" IS DISTINCT FROM (NEW."measured_on") OR OLD."actual_capacity_percent" IS DISTINCT FROM (NEW."actual_capacity_percent") OR OLD."staff" IS DISTINCT FROM (NEW."staff") OR OLD."insured_staff" IS DISTINCT FROM (NEW."insured_staff") OR OLD."sales_rials" IS DISTINCT FROM (NEW."sales_rials") OR OLD."power_kwh" IS DISTINCT FROM (NEW."power_kwh") OR OLD."arrears_bank" IS DISTINCT FROM (NEW."arrears_bank") OR OLD."arrears_tax" IS DISTINCT FROM (NEW."arrears_tax") OR OLD."arrears_insurance" IS DISTINCT FROM (NEW."arrears_insurance") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."entered_by_id" IS DISTINCT FROM (NEW."entered_by_id") OR OLD."entered_at" IS DISTINCT FROM (NEW."entered_at") OR OLD."corrects_id" IS DISTINCT FROM (NEW."corrects_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='91bcc64d8b081fe336d8a6a949f09110902cad85', operation='UPDATE', pgid='pgtrigger_reading_stays_d73a8', table='units_unitreading', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreading',
                    trigger=pgtrigger.compiler.Trigger(name='reading_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a250b4b3c02bf0d7abfe6e2fc63a637e5207b5e6', operation='DELETE', pgid='pgtrigger_reading_is_kept_8546a', table='units_unitreading', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreading',
                    trigger=pgtrigger.compiler.Trigger(name='correction_of_its_unit', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."corrects_id" IS NOT NULL)', constraint='CONSTRAINT', func="IF NOT EXISTS (SELECT 1 FROM units_unitreading r\nWHERE r.id = NEW.corrects_id AND r.unit_id = NEW.unit_id AND r.superseded) THEN\nRAISE EXCEPTION 'a correction takes the place of a reading of the same unit' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NULL;", hash='c7c3db2c3711dcbf94ed3f8d3be80fc70abe1c43', operation='INSERT', pgid='pgtrigger_correction_of_its_unit_cc646', table='units_unitreading', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreading',
                    trigger=pgtrigger.compiler.Trigger(name='keeps_the_latest', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE newest bigint;', func='SELECT r.id INTO newest FROM units_unitreading r WHERE r.unit_id = NEW.unit_id AND NOT r.superseded\nORDER BY r.measured_on DESC LIMIT 1;\nUPDATE units_industrialunit u SET latest_reading_id = newest\nWHERE u.id = NEW.unit_id AND u.latest_reading_id IS DISTINCT FROM newest;\nRETURN NULL;', hash='aa1bcad6411cf5137a860a9b233ff3667bc9179a', operation='INSERT OR UPDATE OF "superseded"', pgid='pgtrigger_keeps_the_latest_5da69', table='units_unitreading', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreading',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_unitreadingevent" ("actual_capacity_percent", "arrears_bank", "arrears_insurance", "arrears_tax", "corrects_id", "entered_at", "entered_by_id", "id", "insured_staff", "measured_on", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "power_kwh", "sales_rials", "source", "staff", "superseded", "unit_id") VALUES (NEW."actual_capacity_percent", NEW."arrears_bank", NEW."arrears_insurance", NEW."arrears_tax", NEW."corrects_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."insured_staff", NEW."measured_on", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."power_kwh", NEW."sales_rials", NEW."source", NEW."staff", NEW."superseded", NEW."unit_id"); RETURN NULL;', hash='99b791fba6b97381faf9a78530385dcbd9f4c8f5', operation='INSERT', pgid='pgtrigger_insert_insert_2c12e', table='units_unitreading', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreading',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "units_unitreadingevent" ("actual_capacity_percent", "arrears_bank", "arrears_insurance", "arrears_tax", "corrects_id", "entered_at", "entered_by_id", "id", "insured_staff", "measured_on", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "power_kwh", "sales_rials", "source", "staff", "superseded", "unit_id") VALUES (NEW."actual_capacity_percent", NEW."arrears_bank", NEW."arrears_insurance", NEW."arrears_tax", NEW."corrects_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."insured_staff", NEW."measured_on", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."power_kwh", NEW."sales_rials", NEW."source", NEW."staff", NEW."superseded", NEW."unit_id"); RETURN NULL;', hash='e74c025f38eca470f429d88213b95ed9bae0018e', operation='UPDATE', pgid='pgtrigger_update_update_5a455', table='units_unitreading', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreading',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_unitreadingevent" ("actual_capacity_percent", "arrears_bank", "arrears_insurance", "arrears_tax", "corrects_id", "entered_at", "entered_by_id", "id", "insured_staff", "measured_on", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "power_kwh", "sales_rials", "source", "staff", "superseded", "unit_id") VALUES (OLD."actual_capacity_percent", OLD."arrears_bank", OLD."arrears_insurance", OLD."arrears_tax", OLD."corrects_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."insured_staff", OLD."measured_on", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."power_kwh", OLD."sales_rials", OLD."source", OLD."staff", OLD."superseded", OLD."unit_id"); RETURN NULL;', hash='52087221db8d41c143f34a4024189248c5630466', operation='DELETE', pgid='pgtrigger_delete_delete_a34e0', table='units_unitreading', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='industrialunit',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='unit_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='industrialunit',
                    index=models.Index(fields=['sort_key', 'id'], name='unit_by_name'),
                ),
                migrations.AddIndex(
                    model_name='industrialunit',
                    index=models.Index(condition=models.Q(('struck_off_on__isnull', True)), fields=['trade', 'licensed_staff'], include=('latest_reading',), name='unit_cohort'),
                ),
                migrations.AddConstraint(
                    model_name='industrialunit',
                    constraint=models.CheckConstraint(condition=models.Q(('estate__isnull', False), models.Q(('place', ''), _negated=True), _connector='OR'), name='unit_has_a_place'),
                ),
                migrations.AddConstraint(
                    model_name='industrialunit',
                    constraint=models.CheckConstraint(condition=models.Q(('plot__isnull', True), ('estate__isnull', False), _connector='OR'), name='unit_plot_of_an_estate'),
                ),
                migrations.AddConstraint(
                    model_name='industrialunit',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('licence_date__isnull', True), ('licence_kind', ''), ('licence_number', '')), models.Q(('licence_kind__in', ['OPERATING', 'ESTABLISHMENT', 'CRAFT', 'GUILD']), models.Q(('licence_number', ''), _negated=True)), _connector='OR'), name='unit_licence_whole'),
                ),
                migrations.AddConstraint(
                    model_name='industrialunit',
                    constraint=models.UniqueConstraint(condition=models.Q(('licence_number', ''), _negated=True), fields=('licence_kind', 'licence_number'), name='unit_licence_once'),
                ),
                migrations.AddConstraint(
                    model_name='industrialunit',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('capacity_unit', ''), ('nominal_capacity__isnull', True)), models.Q(('nominal_capacity__gt', 0), ('nominal_capacity__isnull', False), models.Q(('capacity_unit', ''), _negated=True)), _connector='OR'), name='unit_capacity_with_unit'),
                ),
                migrations.AddConstraint(
                    model_name='industrialunit',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('struck_off_on__isnull', True), ('struck_off_reason', '')), models.Q(('struck_off_on__isnull', False), models.Q(('struck_off_reason', ''), _negated=True)), _connector='OR'), name='unit_struck_off_with_reason'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='industrialunit',
                    trigger=pgtrigger.compiler.Trigger(name='plot_in_its_estate', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.plot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM estates_plot p\nWHERE p.id = NEW.plot_id AND p.estate_id = NEW.estate_id) THEN\nRAISE EXCEPTION 'the plot of a unit lies in its estate' USING ERRCODE = 'integrity_constraint_violation';\nEND IF;\nIF NEW.estate_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM estates_estate e\nWHERE e.id = NEW.estate_id AND e.county_id = NEW.county_id) THEN\nRAISE EXCEPTION 'the estate of a unit lies in its county' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='ffca9148ae622928217be6e504cea3076bf1aaee', operation='INSERT OR UPDATE OF "plot_id", "estate_id", "county_id"', pgid='pgtrigger_plot_in_its_estate_ef182', table='units_industrialunit', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='industrialunit',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_industrialunitevent" ("capacity_unit", "code", "county_id", "created_at", "estate_id", "founded_on", "id", "is_illustrative", "licence_date", "licence_kind", "licence_number", "licensed_staff", "name", "name_en", "nominal_capacity", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plot_id", "products", "status_note", "struck_off_on", "struck_off_reason", "trade_id", "updated_at") VALUES (NEW."capacity_unit", NEW."code", NEW."county_id", NEW."created_at", NEW."estate_id", NEW."founded_on", NEW."id", NEW."is_illustrative", NEW."licence_date", NEW."licence_kind", NEW."licence_number", NEW."licensed_staff", NEW."name", NEW."name_en", NEW."nominal_capacity", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."plot_id", NEW."products", NEW."status_note", NEW."struck_off_on", NEW."struck_off_reason", NEW."trade_id", NEW."updated_at"); RETURN NULL;', hash='c20c00bad1e60ef81199cfd18d8d9eed6b2ce81e', operation='INSERT', pgid='pgtrigger_insert_insert_186fd', table='units_industrialunit', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='industrialunit',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."capacity_unit" IS DISTINCT FROM (NEW."capacity_unit") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."county_id" IS DISTINCT FROM (NEW."county_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."estate_id" IS DISTINCT FROM (NEW."estate_id") OR OLD."founded_on" IS DISTINCT FROM (NEW."founded_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_illustrative" IS DISTINCT FROM (NEW."is_illustrative") OR OLD."licence_date" IS DISTINCT FROM (NEW."licence_date") OR OLD."licence_kind" IS DISTINCT FROM (NEW."licence_kind") OR OLD."licence_number" IS DISTINCT FROM (NEW."licence_number") OR OLD."licensed_staff" IS DISTINCT FROM (NEW."licensed_staff") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."nominal_capacity" IS DISTINCT FROM (NEW."nominal_capacity") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."plot_id" IS DISTINCT FROM (NEW."plot_id") OR OLD."products" IS DISTINCT FROM (NEW."products") OR OLD."status_note" IS DISTINCT FROM (NEW."status_note") OR OLD."struck_off_on" IS DISTINCT FROM (NEW."struck_off_on") OR OLD."struck_off_reason" IS DISTINCT FROM (NEW."struck_off_reason") OR OLD."trade_id" IS DISTINCT FROM (NEW."trade_id") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "units_industrialunitevent" ("capacity_unit", "code", "county_id", "created_at", "estate_id", "founded_on", "id", "is_illustrative", "licence_date", "licence_kind", "licence_number", "licensed_staff", "name", "name_en", "nominal_capacity", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plot_id", "products", "status_note", "struck_off_on", "struck_off_reason", "trade_id", "updated_at") VALUES (NEW."capacity_unit", NEW."code", NEW."county_id", NEW."created_at", NEW."estate_id", NEW."founded_on", NEW."id", NEW."is_illustrative", NEW."licence_date", NEW."licence_kind", NEW."licence_number", NEW."licensed_staff", NEW."name", NEW."name_en", NEW."nominal_capacity", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."plot_id", NEW."products", NEW."status_note", NEW."struck_off_on", NEW."struck_off_reason", NEW."trade_id", NEW."updated_at"); RETURN NULL;', hash='a765f5e2c04681dcb1a66db3375dc37393f9bf17', operation='UPDATE', pgid='pgtrigger_update_update_ce8b3', table='units_industrialunit', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='industrialunit',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_industrialunitevent" ("capacity_unit", "code", "county_id", "created_at", "estate_id", "founded_on", "id", "is_illustrative", "licence_date", "licence_kind", "licence_number", "licensed_staff", "name", "name_en", "nominal_capacity", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plot_id", "products", "status_note", "struck_off_on", "struck_off_reason", "trade_id", "updated_at") VALUES (OLD."capacity_unit", OLD."code", OLD."county_id", OLD."created_at", OLD."estate_id", OLD."founded_on", OLD."id", OLD."is_illustrative", OLD."licence_date", OLD."licence_kind", OLD."licence_number", OLD."licensed_staff", OLD."name", OLD."name_en", OLD."nominal_capacity", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."plot_id", OLD."products", OLD."status_note", OLD."struck_off_on", OLD."struck_off_reason", OLD."trade_id", OLD."updated_at"); RETURN NULL;', hash='c9a63e3a349849ffaae70053bf76e9537424a555', operation='DELETE', pgid='pgtrigger_delete_delete_42db8', table='units_industrialunit', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='unitreadingevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='36ad941991187def0c646dd5a6b995b06c379c03', operation='INSERT', pgid='pgtrigger_chain_12d5b', table='units_unitreadingevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddIndex(
                    model_name='warningentry',
                    index=models.Index(fields=['status', '-score', 'id'], name='warning_ranked'),
                ),
                migrations.AddConstraint(
                    model_name='warningentry',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'CLEARED'), _negated=True), fields=('unit',), name='warning_one_of_unit'),
                ),
                migrations.AddConstraint(
                    model_name='warningentry',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['OPEN', 'LOOKED_AT', 'REQUEST_OPENED', 'DISMISSED', 'CLEARED'])), name='warning_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='warningentry',
                    constraint=models.CheckConstraint(condition=models.Q(('score__gt', 0)), name='warning_score_positive'),
                ),
                migrations.AddConstraint(
                    model_name='warningentry',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'DISMISSED'), _negated=True), models.Q(('dismissed_until__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='warning_dismissed_whole'),
                ),
                migrations.AddConstraint(
                    model_name='warningentry',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'REQUEST_OPENED'), _negated=True), models.Q(('request_number', ''), _negated=True), _connector='OR'), name='warning_request_named'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='warningentry',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_warningentryevent" ("decided_at", "decided_by_id", "dismissed_until", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_number", "since", "status", "unit_id") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."dismissed_until", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."request_number", NEW."since", NEW."status", NEW."unit_id"); RETURN NULL;', hash='63c0d3d6d9d4361b4fa76789528823c9fd66f6db', operation='INSERT', pgid='pgtrigger_insert_insert_748d5', table='units_warningentry', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='warningentry',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."dismissed_until" IS DISTINCT FROM (NEW."dismissed_until") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."request_number" IS DISTINCT FROM (NEW."request_number") OR OLD."since" IS DISTINCT FROM (NEW."since") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."unit_id" IS DISTINCT FROM (NEW."unit_id"))', func='INSERT INTO "units_warningentryevent" ("decided_at", "decided_by_id", "dismissed_until", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_number", "since", "status", "unit_id") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."dismissed_until", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."request_number", NEW."since", NEW."status", NEW."unit_id"); RETURN NULL;', hash='bb53b3e174070a24ec9ffc3afba427e9d98fafcf', operation='UPDATE', pgid='pgtrigger_update_update_148e9', table='units_warningentry', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='warningentry',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "units_warningentryevent" ("decided_at", "decided_by_id", "dismissed_until", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "request_number", "since", "status", "unit_id") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."dismissed_until", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."request_number", OLD."since", OLD."status", OLD."unit_id"); RETURN NULL;', hash='ed31dea43de7a67073e443ff15603c0c84d58873', operation='DELETE', pgid='pgtrigger_delete_delete_b3e7d', table='units_warningentry', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='warningentryevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='9626fae4f68238e060c148f11818244ea935f172', operation='INSERT', pgid='pgtrigger_chain_5ac3f', table='units_warningentryevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='warningruleevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='02294391679685e2aacedd9d82b089f87a8327da', operation='INSERT', pgid='pgtrigger_chain_47853', table='units_warningruleevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
