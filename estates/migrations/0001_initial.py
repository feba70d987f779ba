import core.operations
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
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
        ('files', '0001_initial'),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(
        ),
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Block',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=16, verbose_name='code')),
                        ('estate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='blocks', to='estates.estate', verbose_name='estate')),
                    ],
                    options={
                        'verbose_name': 'block',
                        'verbose_name_plural': 'blocks',
                        'ordering': ['estate', 'code'],
                    },
                ),
                migrations.CreateModel(
                    name='County',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('search_key', models.CharField(default='', editable=False, max_length=600)),
                        ('sort_key', models.CharField(db_collation='C', default='', editable=False, max_length=400)),
                        ('slug', models.SlugField(max_length=40, unique=True, verbose_name='slug')),
                        ('town', models.CharField(blank=True, max_length=80, verbose_name='county town')),
                        ('lat', models.FloatField(verbose_name='latitude of the town')),
                        ('lon', models.FloatField(verbose_name='longitude of the town')),
                        ('is_approximate', models.BooleanField(default=False, verbose_name='approximate place')),
                    ],
                    options={
                        'verbose_name': 'county',
                        'verbose_name_plural': 'counties',
                        'ordering': ['sort_key', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='CountyEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('slug', models.SlugField(db_index=False, max_length=40, verbose_name='slug')),
                        ('town', models.CharField(blank=True, max_length=80, verbose_name='county town')),
                        ('lat', models.FloatField(verbose_name='latitude of the town')),
                        ('lon', models.FloatField(verbose_name='longitude of the town')),
                        ('is_approximate', models.BooleanField(default=False, verbose_name='approximate place')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.county')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Estate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('search_key', models.CharField(default='', editable=False, max_length=600)),
                        ('sort_key', models.CharField(db_collation='C', default='', editable=False, max_length=400)),
                        ('geometry', models.JSONField(blank=True, help_text='GeoJSON polygon, longitude first', null=True, verbose_name='geometry')),
                        ('min_lon', models.FloatField(editable=False, null=True)),
                        ('min_lat', models.FloatField(editable=False, null=True)),
                        ('max_lon', models.FloatField(editable=False, null=True)),
                        ('max_lat', models.FloatField(editable=False, null=True)),
                        ('computed_area_m2', models.DecimalField(decimal_places=2, editable=False, max_digits=14, null=True, verbose_name='area of the drawing (m²)')),
                        ('slug', models.SlugField(max_length=60, unique=True, verbose_name='slug')),
                        ('kind', models.CharField(choices=[('INDUSTRIAL_ESTATE', 'industrial estate'), ('SPECIALISED_ESTATE', 'specialised estate'), ('INDUSTRIAL_ZONE', 'industrial zone'), ('WORKSHOP_ZONE', 'workshop zone'), ('CRAFT_ZONE', 'craft zone'), ('WORKSHOP_SITE', 'workshop site'), ('PRIVATE_ESTATE', 'private estate')], max_length=24, verbose_name='kind')),
                        ('other_names', models.CharField(blank=True, max_length=200, verbose_name='other names')),
                        ('development_class', models.CharField(choices=[('DEVELOPED', 'developed'), ('LESS_DEVELOPED', 'less developed'), ('NOT_STATED', 'not stated')], default='NOT_STATED', max_length=16, verbose_name='development class')),
                        ('status', models.CharField(choices=[('PLANNED', 'planned'), ('PREPARING', 'site preparation'), ('PARTLY_OPEN', 'first phase open'), ('OPERATING', 'in operation')], default='OPERATING', max_length=16, verbose_name='state')),
                        ('summary', models.TextField(blank=True, verbose_name='in short')),
                        ('lat', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                        ('lon', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                        ('is_approximate', models.BooleanField(default=True, help_text='The point is the county town, not the estate itself.', verbose_name='approximate place')),
                        ('is_illustrative', models.BooleanField(default=False, help_text='The drawing shows how a plan looks; it is no survey.', verbose_name='illustrative site plan')),
                        ('is_public', models.BooleanField(default=True, verbose_name='shown to the public')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='estates', to='estates.county', verbose_name='county')),
                    ],
                    options={
                        'verbose_name': 'estate or zone',
                        'verbose_name_plural': 'estates and zones',
                        'ordering': ['sort_key', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='EstateEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('geometry', models.JSONField(blank=True, help_text='GeoJSON polygon, longitude first', null=True, verbose_name='geometry')),
                        ('min_lon', models.FloatField(editable=False, null=True)),
                        ('min_lat', models.FloatField(editable=False, null=True)),
                        ('max_lon', models.FloatField(editable=False, null=True)),
                        ('max_lat', models.FloatField(editable=False, null=True)),
                        ('computed_area_m2', models.DecimalField(decimal_places=2, editable=False, max_digits=14, null=True, verbose_name='area of the drawing (m²)')),
                        ('slug', models.SlugField(db_index=False, max_length=60, verbose_name='slug')),
                        ('kind', models.CharField(choices=[('INDUSTRIAL_ESTATE', 'industrial estate'), ('SPECIALISED_ESTATE', 'specialised estate'), ('INDUSTRIAL_ZONE', 'industrial zone'), ('WORKSHOP_ZONE', 'workshop zone'), ('CRAFT_ZONE', 'craft zone'), ('WORKSHOP_SITE', 'workshop site'), ('PRIVATE_ESTATE', 'private estate')], max_length=24, verbose_name='kind')),
                        ('other_names', models.CharField(blank=True, max_length=200, verbose_name='other names')),
                        ('development_class', models.CharField(choices=[('DEVELOPED', 'developed'), ('LESS_DEVELOPED', 'less developed'), ('NOT_STATED', 'not stated')], default='NOT_STATED', max_length=16, verbose_name='development class')),
                        ('status', models.CharField(choices=[('PLANNED', 'planned'), ('PREPARING', 'site preparation'), ('PARTLY_OPEN', 'first phase open'), ('OPERATING', 'in operation')], default='OPERATING', max_length=16, verbose_name='state')),
                        ('summary', models.TextField(blank=True, verbose_name='in short')),
                        ('lat', models.FloatField(blank=True, null=True, verbose_name='latitude')),
                        ('lon', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                        ('is_approximate', models.BooleanField(default=True, help_text='The point is the county town, not the estate itself.', verbose_name='approximate place')),
                        ('is_illustrative', models.BooleanField(default=False, help_text='The drawing shows how a plan looks; it is no survey.', verbose_name='illustrative site plan')),
                        ('is_public', models.BooleanField(default=True, verbose_name='shown to the public')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('county', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.county', verbose_name='county')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.estate')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EstateFact',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('key', models.CharField(choices=[('AREA', 'area'), ('UNITS', 'units'), ('WORKERS', 'workers'), ('STATUS', 'state'), ('OPENING', 'opening'), ('EXTENSION', 'extension'), ('COST', 'cost'), ('UTILITIES', 'utilities'), ('LOCATION', 'location'), ('ALLOCATION', 'allocation'), ('SERVICE_COMPANY', 'service company'), ('OTHER', 'more')], max_length=20, verbose_name='about')),
                        ('value', models.TextField(verbose_name='what it says')),
                        ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                        ('precision', models.CharField(choices=[('DAY', 'day'), ('MONTH', 'month'), ('YEAR', 'year')], default='DAY', max_length=8, verbose_name='exact to the')),
                        ('is_approximate', models.BooleanField(default=False, verbose_name='approximate date')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('estate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='estates.estate', verbose_name='estate')),
                    ],
                    options={
                        'verbose_name': 'fact',
                        'verbose_name_plural': 'facts',
                        'ordering': ['position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='EstateFactEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('key', models.CharField(choices=[('AREA', 'area'), ('UNITS', 'units'), ('WORKERS', 'workers'), ('STATUS', 'state'), ('OPENING', 'opening'), ('EXTENSION', 'extension'), ('COST', 'cost'), ('UTILITIES', 'utilities'), ('LOCATION', 'location'), ('ALLOCATION', 'allocation'), ('SERVICE_COMPANY', 'service company'), ('OTHER', 'more')], max_length=20, verbose_name='about')),
                        ('value', models.TextField(verbose_name='what it says')),
                        ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                        ('precision', models.CharField(choices=[('DAY', 'day'), ('MONTH', 'month'), ('YEAR', 'year')], default='DAY', max_length=8, verbose_name='exact to the')),
                        ('is_approximate', models.BooleanField(default=False, verbose_name='approximate date')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('estate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.estatefact')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='EstatePhoto',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('caption', models.CharField(max_length=200, verbose_name='caption')),
                        ('credit', models.CharField(blank=True, max_length=120, verbose_name='photographer or source')),
                        ('taken_on', models.DateField(blank=True, null=True, verbose_name='taken on')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('estate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='photos', to='estates.estate', verbose_name='estate')),
                        ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='estate_photo', to='files.storedfile', verbose_name='photo')),
                    ],
                    options={
                        'verbose_name': 'photo of an estate',
                        'verbose_name_plural': 'photos of estates',
                        'ordering': ['position', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='EstatePhotoEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('caption', models.CharField(max_length=200, verbose_name='caption')),
                        ('credit', models.CharField(blank=True, max_length=120, verbose_name='photographer or source')),
                        ('taken_on', models.DateField(blank=True, null=True, verbose_name='taken on')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('estate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='photo')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.estatephoto')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PaymentTerms',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('development_class', models.CharField(choices=[('DEVELOPED', 'developed'), ('LESS_DEVELOPED', 'less developed'), ('NOT_STATED', 'not stated')], max_length=16, verbose_name='development class')),
                        ('scheme', models.CharField(choices=[('ORDINARY', 'ordinary'), ('PRIVILEGED', "veterans' families, elites and inventors"), ('CRAFT_SITE', 'craft workshop site')], max_length=16, verbose_name='for whom')),
                        ('cash_percent', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='cash share (%)')),
                        ('instalment_count', models.PositiveSmallIntegerField(verbose_name='instalments')),
                        ('instalment_months', models.PositiveSmallIntegerField(verbose_name='months between instalments')),
                        ('grace_months', models.PositiveSmallIntegerField(default=0, verbose_name='grace (months)')),
                        ('discount_percent', models.DecimalField(decimal_places=2, default=0, help_text='Off the whole price, for who keeps to the ordinary terms.', max_digits=5, verbose_name='discount instead (%)')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('estate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payment_terms', to='estates.estate', verbose_name='estate')),
                        ('tariff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payment_terms', to='estates.tariff', verbose_name='tariff')),
                    ],
                    options={
                        'verbose_name': 'payment terms',
                        'verbose_name_plural': 'payment terms',
                        'ordering': ['tariff', 'development_class', 'scheme'],
                    },
                ),
                migrations.CreateModel(
                    name='PaymentTermsEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('development_class', models.CharField(choices=[('DEVELOPED', 'developed'), ('LESS_DEVELOPED', 'less developed'), ('NOT_STATED', 'not stated')], max_length=16, verbose_name='development class')),
                        ('scheme', models.CharField(choices=[('ORDINARY', 'ordinary'), ('PRIVILEGED', "veterans' families, elites and inventors"), ('CRAFT_SITE', 'craft workshop site')], max_length=16, verbose_name='for whom')),
                        ('cash_percent', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='cash share (%)')),
                        ('instalment_count', models.PositiveSmallIntegerField(verbose_name='instalments')),
                        ('instalment_months', models.PositiveSmallIntegerField(verbose_name='months between instalments')),
                        ('grace_months', models.PositiveSmallIntegerField(default=0, verbose_name='grace (months)')),
                        ('discount_percent', models.DecimalField(decimal_places=2, default=0, help_text='Off the whole price, for who keeps to the ordinary terms.', max_digits=5, verbose_name='discount instead (%)')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('estate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.paymentterms')),
                        ('tariff', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.tariff', verbose_name='tariff')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlanFeature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('geometry', models.JSONField(blank=True, help_text='GeoJSON polygon, longitude first', null=True, verbose_name='geometry')),
                        ('min_lon', models.FloatField(editable=False, null=True)),
                        ('min_lat', models.FloatField(editable=False, null=True)),
                        ('max_lon', models.FloatField(editable=False, null=True)),
                        ('max_lat', models.FloatField(editable=False, null=True)),
                        ('computed_area_m2', models.DecimalField(decimal_places=2, editable=False, max_digits=14, null=True, verbose_name='area of the drawing (m²)')),
                        ('kind', models.CharField(choices=[('STREET', 'street'), ('GREEN', 'green space'), ('BUILDING', 'shared building'), ('UTILITY', 'utility'), ('GATE', 'gate')], max_length=12, verbose_name='kind')),
                        ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                        ('position', models.PositiveIntegerField(verbose_name='position')),
                        ('estate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_features', to='estates.estate', verbose_name='estate')),
                    ],
                    options={
                        'verbose_name': 'drawing of a site plan',
                        'verbose_name_plural': 'drawings of site plans',
                        'ordering': ['estate', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='PlanFeatureEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('geometry', models.JSONField(blank=True, help_text='GeoJSON polygon, longitude first', null=True, verbose_name='geometry')),
                        ('min_lon', models.FloatField(editable=False, null=True)),
                        ('min_lat', models.FloatField(editable=False, null=True)),
                        ('max_lon', models.FloatField(editable=False, null=True)),
                        ('max_lat', models.FloatField(editable=False, null=True)),
                        ('computed_area_m2', models.DecimalField(decimal_places=2, editable=False, max_digits=14, null=True, verbose_name='area of the drawing (m²)')),
                        ('kind', models.CharField(choices=[('STREET', 'street'), ('GREEN', 'green space'), ('BUILDING', 'shared building'), ('UTILITY', 'utility'), ('GATE', 'gate')], max_length=12, verbose_name='kind')),
                        ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                        ('position', models.PositiveIntegerField(verbose_name='position')),
                        ('estate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.planfeature')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Plot',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('geometry', models.JSONField(blank=True, help_text='GeoJSON polygon, longitude first', null=True, verbose_name='geometry')),
                        ('min_lon', models.FloatField(editable=False, null=True)),
                        ('min_lat', models.FloatField(editable=False, null=True)),
                        ('max_lon', models.FloatField(editable=False, null=True)),
                        ('max_lat', models.FloatField(editable=False, null=True)),
                        ('computed_area_m2', models.DecimalField(decimal_places=2, editable=False, max_digits=14, null=True, verbose_name='area of the drawing (m²)')),
                        ('code', models.CharField(max_length=24, unique=True, validators=[django.core.validators.RegexValidator('^[A-Z0-9-]{2,24}$', 'The code must be 2 to 24 of A–Z, 0–9 and hyphen.')], verbose_name='code')),
                        ('number', models.CharField(blank=True, max_length=12, verbose_name='plot number')),
                        ('kind', models.CharField(choices=[('INDUSTRIAL', 'industrial land'), ('WORKSHOP', 'workshop unit'), ('SERVICE', 'service land'), ('COMMERCIAL', 'commercial land')], default='INDUSTRIAL', max_length=16, verbose_name='land use')),
                        ('area_m2', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='area (m²)')),
                        ('front_m', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='front (m)')),
                        ('price_class', models.CharField(choices=[('STANDARD', 'standard'), ('CORNER', 'corner'), ('MAIN_STREET', 'on the main street')], default='STANDARD', max_length=16, verbose_name='price class')),
                        ('utilities', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('DRINKING_WATER', 'drinking water'), ('INDUSTRIAL_WATER', 'industrial water'), ('TREATED_WASTEWATER', 'treated wastewater for use'), ('POWER', 'power'), ('GAS', 'gas'), ('SEWERAGE', 'sewerage and treatment plant'), ('TELECOM', 'telecommunication'), ('ACCESS_ROAD', 'access road'), ('FIRE_STATION', 'fire station'), ('LIGHTING', 'street lighting'), ('RAIL', 'rail siding')], max_length=24), blank=True, default=list, size=None, verbose_name='services at the plot')),
                        ('is_planned', models.BooleanField(default=False, verbose_name='only on the plan')),
                        ('is_serviced', models.BooleanField(default=True, verbose_name='serviced')),
                        ('trade_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None)),
                        ('search_key', models.CharField(default='', editable=False, max_length=600)),
                        ('sort_key', models.CharField(db_collation='C', default='', editable=False, max_length=80)),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('block', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='plots', to='estates.block', verbose_name='block')),
                        ('estate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plots', to='estates.estate', verbose_name='estate')),
                        ('trades', models.ManyToManyField(blank=True, help_text='None chosen: every trade is allowed.', related_name='plots', through='estates.PlotTrade', to='estates.trade', verbose_name='trades allowed')),
                    ],
                    options={
                        'verbose_name': 'plot',
                        'verbose_name_plural': 'plots',
                        'ordering': ['sort_key', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='PlotEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('geometry', models.JSONField(blank=True, help_text='GeoJSON polygon, longitude first', null=True, verbose_name='geometry')),
                        ('min_lon', models.FloatField(editable=False, null=True)),
                        ('min_lat', models.FloatField(editable=False, null=True)),
                        ('max_lon', models.FloatField(editable=False, null=True)),
                        ('max_lat', models.FloatField(editable=False, null=True)),
                        ('computed_area_m2', models.DecimalField(decimal_places=2, editable=False, max_digits=14, null=True, verbose_name='area of the drawing (m²)')),
                        ('code', models.CharField(max_length=24, validators=[django.core.validators.RegexValidator('^[A-Z0-9-]{2,24}$', 'The code must be 2 to 24 of A–Z, 0–9 and hyphen.')], verbose_name='code')),
                        ('number', models.CharField(blank=True, max_length=12, verbose_name='plot number')),
                        ('kind', models.CharField(choices=[('INDUSTRIAL', 'industrial land'), ('WORKSHOP', 'workshop unit'), ('SERVICE', 'service land'), ('COMMERCIAL', 'commercial land')], default='INDUSTRIAL', max_length=16, verbose_name='land use')),
                        ('area_m2', models.DecimalField(decimal_places=2, max_digits=10, verbose_name='area (m²)')),
                        ('front_m', models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True, verbose_name='front (m)')),
                        ('price_class', models.CharField(choices=[('STANDARD', 'standard'), ('CORNER', 'corner'), ('MAIN_STREET', 'on the main street')], default='STANDARD', max_length=16, verbose_name='price class')),
                        ('utilities', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('DRINKING_WATER', 'drinking water'), ('INDUSTRIAL_WATER', 'industrial water'), ('TREATED_WASTEWATER', 'treated wastewater for use'), ('POWER', 'power'), ('GAS', 'gas'), ('SEWERAGE', 'sewerage and treatment plant'), ('TELECOM', 'telecommunication'), ('ACCESS_ROAD', 'access road'), ('FIRE_STATION', 'fire station'), ('LIGHTING', 'street lighting'), ('RAIL', 'rail siding')], max_length=24), blank=True, default=list, size=None, verbose_name='services at the plot')),
                        ('is_planned', models.BooleanField(default=False, verbose_name='only on the plan')),
                        ('is_serviced', models.BooleanField(default=True, verbose_name='serviced')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('block', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.block', verbose_name='block')),
                        ('estate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.plot')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlotHold',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('IN_CALL', 'in a call'), ('OFFERED', 'offered'), ('CONTRACTED', 'under contract'), ('DELIVERED', 'delivered'), ('UNDER_CONSTRUCTION', 'under construction'), ('OPERATING', 'operating'), ('IDLE', 'idle'), ('RECLAIMED', 'reclaimed')], max_length=20, verbose_name='kind')),
                        ('holder_type', models.CharField(max_length=80, verbose_name='kind of holder')),
                        ('holder_id', models.CharField(max_length=40, verbose_name='holder')),
                        ('from_at', models.DateTimeField(verbose_name='from')),
                        ('until_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                        ('plot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='estates.plot', verbose_name='plot')),
                    ],
                    options={
                        'verbose_name': 'hold on a plot',
                        'verbose_name_plural': 'holds on plots',
                        'ordering': ['-from_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='PlotHoldEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('IN_CALL', 'in a call'), ('OFFERED', 'offered'), ('CONTRACTED', 'under contract'), ('DELIVERED', 'delivered'), ('UNDER_CONSTRUCTION', 'under construction'), ('OPERATING', 'operating'), ('IDLE', 'idle'), ('RECLAIMED', 'reclaimed')], max_length=20, verbose_name='kind')),
                        ('holder_type', models.CharField(max_length=80, verbose_name='kind of holder')),
                        ('holder_id', models.CharField(max_length=40, verbose_name='holder')),
                        ('from_at', models.DateTimeField(verbose_name='from')),
                        ('until_at', models.DateTimeField(blank=True, null=True, verbose_name='until')),
                        ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.plothold')),
                        ('plot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.plot', verbose_name='plot')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='PlotTrade',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plot_trades', to='estates.plot', verbose_name='plot')),
                        ('trade', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plot_trades', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'verbose_name': 'trade of a plot',
                        'verbose_name_plural': 'trades of plots',
                        'ordering': ['plot', 'trade'],
                    },
                ),
                migrations.CreateModel(
                    name='PlotTradeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.plottrade')),
                        ('plot', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.plot', verbose_name='plot')),
                        ('trade', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SitePlanImport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('file_name', models.CharField(max_length=120, verbose_name='file')),
                        ('content', models.TextField(verbose_name='content')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest')),
                        ('status', models.CharField(choices=[('CHECKED', 'checked, without errors'), ('REFUSED', 'refused'), ('APPLIED', 'brought in')], max_length=12, verbose_name='status')),
                        ('issues', models.JSONField(default=list, verbose_name='errors')),
                        ('summary', models.JSONField(default=dict, verbose_name='what changes')),
                        ('uploaded_at', models.DateTimeField(verbose_name='handed in')),
                        ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='brought in')),
                        ('estate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plan_imports', to='estates.estate', verbose_name='estate')),
                        ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                    ],
                    options={
                        'verbose_name': 'site plan import',
                        'verbose_name_plural': 'site plan imports',
                        'ordering': ['-uploaded_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='SitePlanImportEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('file_name', models.CharField(max_length=120, verbose_name='file')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest')),
                        ('status', models.CharField(choices=[('CHECKED', 'checked, without errors'), ('REFUSED', 'refused'), ('APPLIED', 'brought in')], max_length=12, verbose_name='status')),
                        ('issues', models.JSONField(default=list, verbose_name='errors')),
                        ('summary', models.JSONField(default=dict, verbose_name='what changes')),
                        ('uploaded_at', models.DateTimeField(verbose_name='handed in')),
                        ('applied_at', models.DateTimeField(blank=True, null=True, verbose_name='brought in')),
                        ('estate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.siteplanimport')),
                        ('uploaded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handed in by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Tariff',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('title', models.CharField(max_length=160, verbose_name='title')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='Jalali year')),
                        ('valid_from', models.DateField(verbose_name='in force from')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'published')], default='DRAFT', max_length=12, verbose_name='status')),
                        ('is_fictitious', models.BooleanField(default=False, help_text='Demo prices that mean nothing.', verbose_name='fictitious')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published')),
                    ],
                    options={
                        'verbose_name': 'tariff',
                        'verbose_name_plural': 'tariffs',
                        'ordering': ['-valid_from', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='TariffEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('title', models.CharField(max_length=160, verbose_name='title')),
                        ('year', models.PositiveSmallIntegerField(verbose_name='Jalali year')),
                        ('valid_from', models.DateField(verbose_name='in force from')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'published')], default='DRAFT', max_length=12, verbose_name='status')),
                        ('is_fictitious', models.BooleanField(default=False, help_text='Demo prices that mean nothing.', verbose_name='fictitious')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.tariff')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='TariffRate',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('plot_kind', models.CharField(choices=[('INDUSTRIAL', 'industrial land'), ('WORKSHOP', 'workshop unit'), ('SERVICE', 'service land'), ('COMMERCIAL', 'commercial land')], max_length=16, verbose_name='land use')),
                        ('price_class', models.CharField(choices=[('STANDARD', 'standard'), ('CORNER', 'corner'), ('MAIN_STREET', 'on the main street')], max_length=16, verbose_name='price class')),
                        ('rials_per_m2', models.BigIntegerField(verbose_name='rials for a square metre')),
                        ('estate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tariff_rates', to='estates.estate', verbose_name='estate')),
                        ('tariff', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rates', to='estates.tariff', verbose_name='tariff')),
                    ],
                    options={
                        'verbose_name': 'base price',
                        'verbose_name_plural': 'base prices',
                        'ordering': ['tariff', 'estate', 'plot_kind', 'price_class'],
                    },
                ),
                migrations.CreateModel(
                    name='TariffRateEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('plot_kind', models.CharField(choices=[('INDUSTRIAL', 'industrial land'), ('WORKSHOP', 'workshop unit'), ('SERVICE', 'service land'), ('COMMERCIAL', 'commercial land')], max_length=16, verbose_name='land use')),
                        ('price_class', models.CharField(choices=[('STANDARD', 'standard'), ('CORNER', 'corner'), ('MAIN_STREET', 'on the main street')], max_length=16, verbose_name='price class')),
                        ('rials_per_m2', models.BigIntegerField(verbose_name='rials for a square metre')),
                        ('estate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.tariffrate')),
                        ('tariff', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.tariff', verbose_name='tariff')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Trade',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('search_key', models.CharField(default='', editable=False, max_length=600)),
                        ('sort_key', models.CharField(db_collation='C', default='', editable=False, max_length=400)),
                        ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                        ('industry_group', models.CharField(choices=[('FOOD', 'food'), ('TEXTILE', 'textile'), ('LEATHER', 'leather'), ('CELLULOSE', 'cellulose'), ('METAL', 'metal'), ('NON_METALLIC_MINERALS', 'non-metallic minerals'), ('CHEMICAL', 'chemical'), ('PHARMACEUTICAL', 'pharmaceutical'), ('ELECTRICAL', 'electrical and electronics'), ('AGRICULTURE', 'agriculture'), ('MACHINERY', 'machinery'), ('HANDICRAFTS', 'handicrafts'), ('SERVICES', 'services'), ('KNOWLEDGE_BASED', 'knowledge-based')], max_length=24, verbose_name='industry group')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                    ],
                    options={
                        'verbose_name': 'trade',
                        'verbose_name_plural': 'trades',
                        'ordering': ['sort_key', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='TradeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('name', models.CharField(max_length=160, verbose_name='name')),
                        ('name_en', models.CharField(blank=True, max_length=160, verbose_name='English name')),
                        ('code', models.SlugField(db_index=False, max_length=40, verbose_name='code')),
                        ('industry_group', models.CharField(choices=[('FOOD', 'food'), ('TEXTILE', 'textile'), ('LEATHER', 'leather'), ('CELLULOSE', 'cellulose'), ('METAL', 'metal'), ('NON_METALLIC_MINERALS', 'non-metallic minerals'), ('CHEMICAL', 'chemical'), ('PHARMACEUTICAL', 'pharmaceutical'), ('ELECTRICAL', 'electrical and electronics'), ('AGRICULTURE', 'agriculture'), ('MACHINERY', 'machinery'), ('HANDICRAFTS', 'handicrafts'), ('SERVICES', 'services'), ('KNOWLEDGE_BASED', 'knowledge-based')], max_length=24, verbose_name='industry group')),
                        ('is_active', models.BooleanField(default=True, verbose_name='in use')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.trade')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='UtilityService',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('DRINKING_WATER', 'drinking water'), ('INDUSTRIAL_WATER', 'industrial water'), ('TREATED_WASTEWATER', 'treated wastewater for use'), ('POWER', 'power'), ('GAS', 'gas'), ('SEWERAGE', 'sewerage and treatment plant'), ('TELECOM', 'telecommunication'), ('ACCESS_ROAD', 'access road'), ('FIRE_STATION', 'fire station'), ('LIGHTING', 'street lighting'), ('RAIL', 'rail siding')], max_length=24, verbose_name='service')),
                        ('state', models.CharField(choices=[('AVAILABLE', 'available'), ('LIMITED', 'limited'), ('UNDER_CONSTRUCTION', 'under construction'), ('PLANNED', 'planned')], max_length=20, verbose_name='state')),
                        ('capacity', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='capacity')),
                        ('capacity_unit', models.CharField(blank=True, choices=[('LITRE_PER_SECOND', 'litres per second'), ('MEGAWATT', 'megawatts'), ('CUBIC_METRE_PER_HOUR', 'cubic metres per hour'), ('CUBIC_METRE_PER_DAY', 'cubic metres per day'), ('LINES', 'lines')], max_length=24, verbose_name='unit')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                        ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('estate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='utilities', to='estates.estate', verbose_name='estate')),
                    ],
                    options={
                        'verbose_name': 'service of an estate',
                        'verbose_name_plural': 'services of estates',
                        'ordering': ['estate', 'kind'],
                    },
                ),
                migrations.CreateModel(
                    name='UtilityServiceEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('DRINKING_WATER', 'drinking water'), ('INDUSTRIAL_WATER', 'industrial water'), ('TREATED_WASTEWATER', 'treated wastewater for use'), ('POWER', 'power'), ('GAS', 'gas'), ('SEWERAGE', 'sewerage and treatment plant'), ('TELECOM', 'telecommunication'), ('ACCESS_ROAD', 'access road'), ('FIRE_STATION', 'fire station'), ('LIGHTING', 'street lighting'), ('RAIL', 'rail siding')], max_length=24, verbose_name='service')),
                        ('state', models.CharField(choices=[('AVAILABLE', 'available'), ('LIMITED', 'limited'), ('UNDER_CONSTRUCTION', 'under construction'), ('PLANNED', 'planned')], max_length=20, verbose_name='state')),
                        ('capacity', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='capacity')),
                        ('capacity_unit', models.CharField(blank=True, choices=[('LITRE_PER_SECOND', 'litres per second'), ('MEGAWATT', 'megawatts'), ('CUBIC_METRE_PER_HOUR', 'cubic metres per hour'), ('CUBIC_METRE_PER_DAY', 'cubic metres per day'), ('LINES', 'lines')], max_length=24, verbose_name='unit')),
                        ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                        ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                        ('source', models.CharField(max_length=300, verbose_name='source')),
                        ('estate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.utilityservice')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='BlockEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(max_length=16, verbose_name='code')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='estates.block')),
                        ('estate', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name='tariff',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'PUBLISHED')), fields=('valid_from',), name='tariff_one_per_day'),
                ),
                migrations.AddConstraint(
                    model_name='tariff',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['DRAFT', 'PUBLISHED'])), name='tariff_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='tariff',
                    constraint=models.CheckConstraint(condition=models.Q(('year__gte', 1362), ('year__lte', 1500)), name='tariff_year_jalali'),
                ),
                migrations.AddConstraint(
                    model_name='tariff',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('status', 'DRAFT')), models.Q(('published_at__isnull', False), ('status', 'PUBLISHED')), _connector='OR'), name='tariff_published_has_date'),
                ),
                migrations.AddConstraint(
                    model_name='trade',
                    constraint=models.CheckConstraint(condition=models.Q(('industry_group__in', ['FOOD', 'TEXTILE', 'LEATHER', 'CELLULOSE', 'METAL', 'NON_METALLIC_MINERALS', 'CHEMICAL', 'PHARMACEUTICAL', 'ELECTRICAL', 'AGRICULTURE', 'MACHINERY', 'HANDICRAFTS', 'SERVICES', 'KNOWLEDGE_BASED'])), name='trade_industry_group_known'),
                ),
                migrations.AddConstraint(
                    model_name='estate',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['INDUSTRIAL_ESTATE', 'SPECIALISED_ESTATE', 'INDUSTRIAL_ZONE', 'WORKSHOP_ZONE', 'CRAFT_ZONE', 'WORKSHOP_SITE', 'PRIVATE_ESTATE'])), name='estate_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='estate',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['PLANNED', 'PREPARING', 'PARTLY_OPEN', 'OPERATING'])), name='estate_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='estate',
                    constraint=models.CheckConstraint(condition=models.Q(('development_class__in', ['DEVELOPED', 'LESS_DEVELOPED', 'NOT_STATED'])), name='estate_development_class_known'),
                ),
                migrations.AddConstraint(
                    model_name='estate',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('lat__isnull', True), ('lon__isnull', True)), models.Q(('lat__gte', -90), ('lat__isnull', False), ('lat__lte', 90), ('lon__gte', -180), ('lon__isnull', False), ('lon__lte', 180)), _connector='OR'), name='estate_point_whole'),
                ),
                migrations.AddConstraint(
                    model_name='estate',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('computed_area_m2__isnull', True), ('geometry__isnull', True), ('max_lat__isnull', True), ('max_lon__isnull', True), ('min_lat__isnull', True), ('min_lon__isnull', True)), models.Q(('computed_area_m2__gt', 0), ('computed_area_m2__isnull', False), ('geometry__isnull', False), ('max_lat__isnull', False), ('max_lat__lte', 90), ('max_lon__isnull', False), ('max_lon__lte', 180), ('min_lat__gte', -90), ('min_lat__isnull', False), ('min_lat__lt', models.F('max_lat')), ('min_lon__gte', -180), ('min_lon__isnull', False), ('min_lon__lt', models.F('max_lon'))), _connector='OR'), name='estate_shape_whole'),
                ),
                migrations.AddConstraint(
                    model_name='block',
                    constraint=models.UniqueConstraint(fields=('estate', 'code'), name='block_code_once_per_estate'),
                ),
                migrations.AddConstraint(
                    model_name='block',
                    constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^[A-Z0-9-]{1,16}$')), name='block_code_form'),
                ),
                migrations.AddConstraint(
                    model_name='estatefact',
                    constraint=models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='fact_has_source'),
                ),
                migrations.AddConstraint(
                    model_name='estatefact',
                    constraint=models.CheckConstraint(condition=models.Q(('value', ''), _negated=True), name='fact_says_something'),
                ),
                migrations.AddConstraint(
                    model_name='estatefact',
                    constraint=models.CheckConstraint(condition=models.Q(('key__in', ['AREA', 'UNITS', 'WORKERS', 'STATUS', 'OPENING', 'EXTENSION', 'COST', 'UTILITIES', 'LOCATION', 'ALLOCATION', 'SERVICE_COMPANY', 'OTHER'])), name='fact_key_known'),
                ),
                migrations.AddConstraint(
                    model_name='planfeature',
                    constraint=models.UniqueConstraint(fields=('estate', 'position'), name='plan_feature_place_once'),
                ),
                migrations.AddConstraint(
                    model_name='planfeature',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['STREET', 'GREEN', 'BUILDING', 'UTILITY', 'GATE'])), name='plan_feature_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='planfeature',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('computed_area_m2__isnull', True), ('geometry__isnull', True), ('max_lat__isnull', True), ('max_lon__isnull', True), ('min_lat__isnull', True), ('min_lon__isnull', True)), models.Q(('computed_area_m2__gt', 0), ('computed_area_m2__isnull', False), ('geometry__isnull', False), ('max_lat__isnull', False), ('max_lat__lte', 90), ('max_lon__isnull', False), ('max_lon__lte', 180), ('min_lat__gte', -90), ('min_lat__isnull', False), ('min_lat__lt', models.F('max_lat')), ('min_lon__gte', -180), ('min_lon__isnull', False), ('min_lon__lt', models.F('max_lon'))), _connector='OR'), name='plan_feature_shape_whole'),
                ),
                migrations.AddConstraint(
                    model_name='plothold',
                    constraint=models.UniqueConstraint(condition=models.Q(('kind', 'IN_CALL'), ('until_at__isnull', True)), fields=('plot',), name='plot_held_by_one_call'),
                ),
                migrations.AddConstraint(
                    model_name='plothold',
                    constraint=models.UniqueConstraint(condition=models.Q(('kind__in', ('OFFERED', 'CONTRACTED', 'DELIVERED', 'UNDER_CONSTRUCTION', 'OPERATING', 'IDLE', 'RECLAIMED')), ('until_at__isnull', True)), fields=('plot',), name='plot_held_by_one_possessor'),
                ),
                migrations.AddConstraint(
                    model_name='plothold',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['IN_CALL', 'OFFERED', 'CONTRACTED', 'DELIVERED', 'UNDER_CONSTRUCTION', 'OPERATING', 'IDLE', 'RECLAIMED'])), name='hold_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='plothold',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('holder_type', ''), _negated=True), models.Q(('holder_id', ''), _negated=True)), name='hold_has_holder'),
                ),
                migrations.AddConstraint(
                    model_name='plothold',
                    constraint=models.CheckConstraint(condition=models.Q(('until_at__isnull', True), ('until_at__gte', models.F('from_at')), _connector='OR'), name='hold_ends_after_it_began'),
                ),
                migrations.AddConstraint(
                    model_name='siteplanimport',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['CHECKED', 'REFUSED', 'APPLIED'])), name='plan_import_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='siteplanimport',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('applied_at__isnull', False), ('status', 'APPLIED')), models.Q(models.Q(('status', 'APPLIED'), _negated=True), ('applied_at__isnull', True)), _connector='OR'), name='plan_import_applied_has_date'),
                ),
                migrations.AddConstraint(
                    model_name='paymentterms',
                    constraint=models.UniqueConstraint(fields=('tariff', 'estate', 'development_class', 'scheme'), name='payment_terms_once', nulls_distinct=False),
                ),
                migrations.AddConstraint(
                    model_name='paymentterms',
                    constraint=models.CheckConstraint(condition=models.Q(('cash_percent__gte', 0), ('cash_percent__lte', 100), ('discount_percent__gte', 0), ('discount_percent__lt', 100)), name='payment_terms_percentages'),
                ),
                migrations.AddConstraint(
                    model_name='paymentterms',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('cash_percent', 100), ('instalment_count', 0), ('instalment_months', 0)), models.Q(('cash_percent__lt', 100), ('instalment_count__gt', 0), ('instalment_months__gt', 0)), _connector='OR'), name='payment_terms_instalments_whole'),
                ),
                migrations.AddConstraint(
                    model_name='tariffrate',
                    constraint=models.UniqueConstraint(fields=('tariff', 'estate', 'plot_kind', 'price_class'), name='tariff_rate_once', nulls_distinct=False),
                ),
                migrations.AddConstraint(
                    model_name='tariffrate',
                    constraint=models.CheckConstraint(condition=models.Q(('rials_per_m2__gt', 0)), name='tariff_rate_positive'),
                ),
                migrations.AddConstraint(
                    model_name='tariffrate',
                    constraint=models.CheckConstraint(condition=models.Q(('plot_kind__in', ['INDUSTRIAL', 'WORKSHOP', 'SERVICE', 'COMMERCIAL']), ('price_class__in', ['STANDARD', 'CORNER', 'MAIN_STREET'])), name='tariff_rate_classes_known'),
                ),
                migrations.AddConstraint(
                    model_name='plottrade',
                    constraint=models.UniqueConstraint(fields=('plot', 'trade'), name='plot_trade_once'),
                ),
                migrations.AddConstraint(
                    model_name='plot',
                    constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^[A-Z0-9-]{2,24}$')), name='plot_code_form'),
                ),
                migrations.AddConstraint(
                    model_name='plot',
                    constraint=models.CheckConstraint(condition=models.Q(('area_m2__gt', 0)), name='plot_area_positive'),
                ),
                migrations.AddConstraint(
                    model_name='plot',
                    constraint=models.CheckConstraint(condition=models.Q(('front_m__isnull', True), ('front_m__gt', 0), _connector='OR'), name='plot_front_positive'),
                ),
                migrations.AddConstraint(
                    model_name='plot',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['INDUSTRIAL', 'WORKSHOP', 'SERVICE', 'COMMERCIAL'])), name='plot_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='plot',
                    constraint=models.CheckConstraint(condition=models.Q(('price_class__in', ['STANDARD', 'CORNER', 'MAIN_STREET'])), name='plot_price_class_known'),
                ),
                migrations.AddConstraint(
                    model_name='plot',
                    constraint=models.CheckConstraint(condition=models.Q(('is_planned', False), ('is_serviced', False), _connector='OR'), name='plot_planned_is_not_serviced'),
                ),
                migrations.AddConstraint(
                    model_name='plot',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('computed_area_m2__isnull', True), ('geometry__isnull', True), ('max_lat__isnull', True), ('max_lon__isnull', True), ('min_lat__isnull', True), ('min_lon__isnull', True)), models.Q(('computed_area_m2__gt', 0), ('computed_area_m2__isnull', False), ('geometry__isnull', False), ('max_lat__isnull', False), ('max_lat__lte', 90), ('max_lon__isnull', False), ('max_lon__lte', 180), ('min_lat__gte', -90), ('min_lat__isnull', False), ('min_lat__lt', models.F('max_lat')), ('min_lon__gte', -180), ('min_lon__isnull', False), ('min_lon__lt', models.F('max_lon'))), _connector='OR'), name='plot_shape_whole'),
                ),
                migrations.AddConstraint(
                    model_name='utilityservice',
                    constraint=models.UniqueConstraint(fields=('estate', 'kind'), name='utility_once_per_estate'),
                ),
                migrations.AddConstraint(
                    model_name='utilityservice',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['DRINKING_WATER', 'INDUSTRIAL_WATER', 'TREATED_WASTEWATER', 'POWER', 'GAS', 'SEWERAGE', 'TELECOM', 'ACCESS_ROAD', 'FIRE_STATION', 'LIGHTING', 'RAIL'])), name='utility_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='utilityservice',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('capacity__isnull', True), ('capacity_unit', '')), models.Q(('capacity__gt', 0), ('capacity__isnull', False), ('capacity_unit__in', ['LITRE_PER_SECOND', 'MEGAWATT', 'CUBIC_METRE_PER_HOUR', 'CUBIC_METRE_PER_DAY', 'LINES'])), _connector='OR'), name='utility_capacity_with_unit'),
                ),
                migrations.AddIndex(
                    model_name='estate',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='estate_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='estatefact',
                    index=models.Index(fields=['estate', 'position'], name='fact_by_estate'),
                ),
                migrations.AddIndex(
                    model_name='plothold',
                    index=models.Index(condition=models.Q(('until_at__isnull', True)), fields=['kind', 'plot'], name='hold_live_by_kind'),
                ),
                migrations.AddIndex(
                    model_name='plothold',
                    index=models.Index(fields=['holder_type', 'holder_id'], name='hold_by_holder'),
                ),
                migrations.AddIndex(
                    model_name='plothold',
                    index=models.Index(fields=['plot', '-from_at'], name='hold_by_plot'),
                ),
                migrations.AddIndex(
                    model_name='plot',
                    index=models.Index(fields=['sort_key', 'id'], name='plot_by_code'),
                ),
                migrations.AddIndex(
                    model_name='plot',
                    index=models.Index(fields=['area_m2', 'id'], name='plot_by_area'),
                ),
                migrations.AddIndex(
                    model_name='plot',
                    index=models.Index(fields=['estate', 'sort_key', 'id'], name='plot_by_estate'),
                ),
                migrations.AddIndex(
                    model_name='plot',
                    index=models.Index(fields=['min_lon', 'max_lon', 'min_lat', 'max_lat'], name='plot_by_place'),
                ),
                migrations.AddIndex(
                    model_name='plot',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['utilities'], name='plot_by_utilities'),
                ),
                migrations.AddIndex(
                    model_name='plot',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='plot_search', opclasses=['gin_trgm_ops']),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='county',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_countyevent" ("id", "is_approximate", "lat", "lon", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "town") VALUES (NEW."id", NEW."is_approximate", NEW."lat", NEW."lon", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."town"); RETURN NULL;', hash='69f96d6152ea64d9db4b2c82af39bb6cdfad3ee8', operation='INSERT', pgid='pgtrigger_insert_insert_c2bf2', table='estates_county', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='county',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_approximate" IS DISTINCT FROM (NEW."is_approximate") OR OLD."lat" IS DISTINCT FROM (NEW."lat") OR OLD."lon" IS DISTINCT FROM (NEW."lon") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."town" IS DISTINCT FROM (NEW."town"))', func='INSERT INTO "estates_countyevent" ("id", "is_approximate", "lat", "lon", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "town") VALUES (NEW."id", NEW."is_approximate", NEW."lat", NEW."lon", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."town"); RETURN NULL;', hash='e803f6b0d2d0c7396fc49a7a160cd3a491efa10b', operation='UPDATE', pgid='pgtrigger_update_update_5660f', table='estates_county', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='county',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_countyevent" ("id", "is_approximate", "lat", "lon", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "town") VALUES (OLD."id", OLD."is_approximate", OLD."lat", OLD."lon", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."town"); RETURN NULL;', hash='0f1e5c94a62d1def94d46affcdc27b5747960a2b', operation='DELETE', pgid='pgtrigger_delete_delete_72141', table='estates_county', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariff',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_tariffevent" ("id", "is_fictitious", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "source", "status", "title", "valid_from", "year") VALUES (NEW."id", NEW."is_fictitious", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."source", NEW."status", NEW."title", NEW."valid_from", NEW."year"); RETURN NULL;', hash='e2ad5cf9bfc7bcb161da757f55cabf7bf61bc614', operation='INSERT', pgid='pgtrigger_insert_insert_99b27', table='estates_tariff', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariff',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_tariffevent" ("id", "is_fictitious", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "source", "status", "title", "valid_from", "year") VALUES (NEW."id", NEW."is_fictitious", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."source", NEW."status", NEW."title", NEW."valid_from", NEW."year"); RETURN NULL;', hash='6979622bead162a82c39566b6704f817c1aa6946', operation='UPDATE', pgid='pgtrigger_update_update_96439', table='estates_tariff', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariff',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_tariffevent" ("id", "is_fictitious", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "source", "status", "title", "valid_from", "year") VALUES (OLD."id", OLD."is_fictitious", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."source", OLD."status", OLD."title", OLD."valid_from", OLD."year"); RETURN NULL;', hash='5138a607a703e1df44f5447866a5300341fa772a', operation='DELETE', pgid='pgtrigger_delete_delete_9197b', table='estates_tariff', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='trade',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_tradeevent" ("code", "id", "industry_group", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."industry_group", NEW."is_active", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='8c3f6e9493f08b26962125a7999663682f449eda', operation='INSERT', pgid='pgtrigger_insert_insert_53bd9', table='estates_trade', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='trade',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."industry_group" IS DISTINCT FROM (NEW."industry_group") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en"))', func='INSERT INTO "estates_tradeevent" ("code", "id", "industry_group", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."id", NEW."industry_group", NEW."is_active", NEW."name", NEW."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='a5b97e3d000e139066a48e1af0f2e592eee756a3', operation='UPDATE', pgid='pgtrigger_update_update_94ce8', table='estates_trade', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='trade',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_tradeevent" ("code", "id", "industry_group", "is_active", "name", "name_en", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."id", OLD."industry_group", OLD."is_active", OLD."name", OLD."name_en", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='e232b27c82cdc70be1053100acdf199a949e1fcf', operation='DELETE', pgid='pgtrigger_delete_delete_6133b', table='estates_trade', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='countyevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='9d0455e0f9b05324c9d9e4868eea135957bcf785', operation='INSERT', pgid='pgtrigger_chain_1fdeb', table='estates_countyevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estate',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_estateevent" ("computed_area_m2", "county_id", "development_class", "geometry", "id", "is_approximate", "is_illustrative", "is_public", "kind", "lat", "lon", "max_lat", "max_lon", "min_lat", "min_lon", "name", "name_en", "other_names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "status", "summary", "updated_at") VALUES (NEW."computed_area_m2", NEW."county_id", NEW."development_class", NEW."geometry", NEW."id", NEW."is_approximate", NEW."is_illustrative", NEW."is_public", NEW."kind", NEW."lat", NEW."lon", NEW."max_lat", NEW."max_lon", NEW."min_lat", NEW."min_lon", NEW."name", NEW."name_en", NEW."other_names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."slug", NEW."status", NEW."summary", NEW."updated_at"); RETURN NULL;', hash='d2eb5092dc966e051389d174021ed9063bd8eea6', operation='INSERT', pgid='pgtrigger_insert_insert_12386', table='estates_estate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estate',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."computed_area_m2" IS DISTINCT FROM (NEW."computed_area_m2") OR OLD."county_id" IS DISTINCT FROM (NEW."county_id") OR OLD."development_class" IS DISTINCT FROM (NEW."development_class") OR OLD."geometry" IS DISTINCT FROM (NEW."geometry") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_approximate" IS DISTINCT FROM (NEW."is_approximate") OR OLD."is_illustrative" IS DISTINCT FROM (NEW."is_illustrative") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."lat" IS DISTINCT FROM (NEW."lat") OR OLD."lon" IS DISTINCT FROM (NEW."lon") OR OLD."max_lat" IS DISTINCT FROM (NEW."max_lat") OR OLD."max_lon" IS DISTINCT FROM (NEW."max_lon") OR OLD."min_lat" IS DISTINCT FROM (NEW."min_lat") OR OLD."min_lon" IS DISTINCT FROM (NEW."min_lon") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."other_names" IS DISTINCT FROM (NEW."other_names") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "estates_estateevent" ("computed_area_m2", "county_id", "development_class", "geometry", "id", "is_approximate", "is_illustrative", "is_public", "kind", "lat", "lon", "max_lat", "max_lon", "min_lat", "min_lon", "name", "name_en", "other_names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "status", "summary", "updated_at") VALUES (NEW."computed_area_m2", NEW."county_id", NEW."development_class", NEW."geometry", NEW."id", NEW."is_approximate", NEW."is_illustrative", NEW."is_public", NEW."kind", NEW."lat", NEW."lon", NEW."max_lat", NEW."max_lon", NEW."min_lat", NEW."min_lon", NEW."name", NEW."name_en", NEW."other_names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."slug", NEW."status", NEW."summary", NEW."updated_at"); RETURN NULL;', hash='d246df7409f6fa826f8e0dc0b3e78dc13ba772c6', operation='UPDATE', pgid='pgtrigger_update_update_3718c', table='estates_estate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estate',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_estateevent" ("computed_area_m2", "county_id", "development_class", "geometry", "id", "is_approximate", "is_illustrative", "is_public", "kind", "lat", "lon", "max_lat", "max_lon", "min_lat", "min_lon", "name", "name_en", "other_names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "status", "summary", "updated_at") VALUES (OLD."computed_area_m2", OLD."county_id", OLD."development_class", OLD."geometry", OLD."id", OLD."is_approximate", OLD."is_illustrative", OLD."is_public", OLD."kind", OLD."lat", OLD."lon", OLD."max_lat", OLD."max_lon", OLD."min_lat", OLD."min_lon", OLD."name", OLD."name_en", OLD."other_names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."status", OLD."summary", OLD."updated_at"); RETURN NULL;', hash='decaf4a177e8a5f980ce471579b91fdcc6e9a4ab', operation='DELETE', pgid='pgtrigger_delete_delete_f69c6', table='estates_estate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='blockevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='5bf532ddd7b74f54c2e371e076a07694151af0e2', operation='INSERT', pgid='pgtrigger_chain_afd8e', table='estates_blockevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='block',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_blockevent" ("code", "estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."estate_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='36e4642b8851ea6775bb8f86ac87287398c1456b', operation='INSERT', pgid='pgtrigger_insert_insert_14a89', table='estates_block', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='block',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_blockevent" ("code", "estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."estate_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='350db37cb2513177b4c9b597682962f350bf30f5', operation='UPDATE', pgid='pgtrigger_update_update_52860', table='estates_block', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='block',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_blockevent" ("code", "estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."estate_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='8b44948e5c8888bbbdc83ae5df7db1b355644bdd', operation='DELETE', pgid='pgtrigger_delete_delete_72d1e', table='estates_block', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estateevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='8e72b7d4bab2f86cd777f0120eded75218ecefea', operation='INSERT', pgid='pgtrigger_chain_8cbc6', table='estates_estateevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatefact',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_estatefactevent" ("as_of", "estate_id", "id", "is_approximate", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "precision", "source", "value") VALUES (NEW."as_of", NEW."estate_id", NEW."id", NEW."is_approximate", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."precision", NEW."source", NEW."value"); RETURN NULL;', hash='660159522ef140d12facb1680487bb5a1d93ab05', operation='INSERT', pgid='pgtrigger_insert_insert_1e4e4', table='estates_estatefact', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatefact',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_estatefactevent" ("as_of", "estate_id", "id", "is_approximate", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "precision", "source", "value") VALUES (NEW."as_of", NEW."estate_id", NEW."id", NEW."is_approximate", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."precision", NEW."source", NEW."value"); RETURN NULL;', hash='64553c866faa3a5c59a920069f628b9c577907cf', operation='UPDATE', pgid='pgtrigger_update_update_33c62', table='estates_estatefact', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatefact',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_estatefactevent" ("as_of", "estate_id", "id", "is_approximate", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "precision", "source", "value") VALUES (OLD."as_of", OLD."estate_id", OLD."id", OLD."is_approximate", OLD."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."precision", OLD."source", OLD."value"); RETURN NULL;', hash='59a6e2a1be76807e5703940a265d96ac6e895571', operation='DELETE', pgid='pgtrigger_delete_delete_452e7', table='estates_estatefact', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatefactevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='58450a82751896b1f715605636b6aa831f5393d1', operation='INSERT', pgid='pgtrigger_chain_85994', table='estates_estatefactevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatephoto',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_estatephotoevent" ("caption", "credit", "estate_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "taken_on") VALUES (NEW."caption", NEW."credit", NEW."estate_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."taken_on"); RETURN NULL;', hash='2c3c44408fbca9f15fc3a403a1c0def47764d0db', operation='INSERT', pgid='pgtrigger_insert_insert_eb3f8', table='estates_estatephoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatephoto',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_estatephotoevent" ("caption", "credit", "estate_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "taken_on") VALUES (NEW."caption", NEW."credit", NEW."estate_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."taken_on"); RETURN NULL;', hash='7c838ab9fc328925fa84421d3c01127099fd7b6c', operation='UPDATE', pgid='pgtrigger_update_update_eba0e', table='estates_estatephoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatephoto',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_estatephotoevent" ("caption", "credit", "estate_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "taken_on") VALUES (OLD."caption", OLD."credit", OLD."estate_id", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."taken_on"); RETURN NULL;', hash='c52ff15726c512b7f44bd2dfb951652d1db8b4ab', operation='DELETE', pgid='pgtrigger_delete_delete_03db4', table='estates_estatephoto', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='estatephotoevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='0ab919175ce79f07bbaf6a14a16f57089a37244a', operation='INSERT', pgid='pgtrigger_chain_b2916', table='estates_estatephotoevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planfeature',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_planfeatureevent" ("computed_area_m2", "estate_id", "geometry", "id", "kind", "max_lat", "max_lon", "min_lat", "min_lon", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."computed_area_m2", NEW."estate_id", NEW."geometry", NEW."id", NEW."kind", NEW."max_lat", NEW."max_lon", NEW."min_lat", NEW."min_lon", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;', hash='fccfcfc454e87f0a4315634d43a9bda7b4a89666', operation='INSERT', pgid='pgtrigger_insert_insert_53802', table='estates_planfeature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planfeature',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_planfeatureevent" ("computed_area_m2", "estate_id", "geometry", "id", "kind", "max_lat", "max_lon", "min_lat", "min_lon", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."computed_area_m2", NEW."estate_id", NEW."geometry", NEW."id", NEW."kind", NEW."max_lat", NEW."max_lon", NEW."min_lat", NEW."min_lon", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;', hash='ba889d02d5da87d0c4b90e0725e1d54db773d949', operation='UPDATE', pgid='pgtrigger_update_update_b9dc3', table='estates_planfeature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planfeature',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_planfeatureevent" ("computed_area_m2", "estate_id", "geometry", "id", "kind", "max_lat", "max_lon", "min_lat", "min_lon", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."computed_area_m2", OLD."estate_id", OLD."geometry", OLD."id", OLD."kind", OLD."max_lat", OLD."max_lon", OLD."min_lat", OLD."min_lon", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;', hash='df998359644ba70b62078fbde50838f3fc790347', operation='DELETE', pgid='pgtrigger_delete_delete_6deed', table='estates_planfeature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='planfeatureevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='644c04b90255aefa1983dcef557f1b201f930281', operation='INSERT', pgid='pgtrigger_chain_ebbec', table='estates_planfeatureevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plotevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='340ee8cde82fd1faba807988e4a124e98180ffd0', operation='INSERT', pgid='pgtrigger_chain_b4e90', table='estates_plotevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plothold',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_plotholdevent" ("from_at", "holder_id", "holder_type", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_id", "reason", "until_at") VALUES (NEW."from_at", NEW."holder_id", NEW."holder_type", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plot_id", NEW."reason", NEW."until_at"); RETURN NULL;', hash='5cfffcf64ab1abe4eecd06dae5568d763fb0aa4b', operation='INSERT', pgid='pgtrigger_insert_insert_4b690', table='estates_plothold', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plothold',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_plotholdevent" ("from_at", "holder_id", "holder_type", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_id", "reason", "until_at") VALUES (NEW."from_at", NEW."holder_id", NEW."holder_type", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plot_id", NEW."reason", NEW."until_at"); RETURN NULL;', hash='0042c7256de726e4fd942b8cdbd10425da5147c4', operation='UPDATE', pgid='pgtrigger_update_update_2de24', table='estates_plothold', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plothold',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_plotholdevent" ("from_at", "holder_id", "holder_type", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_id", "reason", "until_at") VALUES (OLD."from_at", OLD."holder_id", OLD."holder_type", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plot_id", OLD."reason", OLD."until_at"); RETURN NULL;', hash='5dadac43ce0cc59548e5d47ddbecefb4c4762f0c', operation='DELETE', pgid='pgtrigger_delete_delete_f5041', table='estates_plothold', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plotholdevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='b0e5da23a22295e4a435df4ead0b7704b0eefbcd', operation='INSERT', pgid='pgtrigger_chain_fa3dc', table='estates_plotholdevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='siteplanimport',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_siteplanimportevent" ("applied_at", "estate_id", "file_name", "id", "issues", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "summary", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."estate_id", NEW."file_name", NEW."id", NEW."issues", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sha256", NEW."status", NEW."summary", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;', hash='fd95f9b745f59254727865ba654ddf5c6b39084f', operation='INSERT', pgid='pgtrigger_insert_insert_45c5d', table='estates_siteplanimport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='siteplanimport',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."estate_id" IS DISTINCT FROM (NEW."estate_id") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issues" IS DISTINCT FROM (NEW."issues") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))', func='INSERT INTO "estates_siteplanimportevent" ("applied_at", "estate_id", "file_name", "id", "issues", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "summary", "uploaded_at", "uploaded_by_id") VALUES (NEW."applied_at", NEW."estate_id", NEW."file_name", NEW."id", NEW."issues", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sha256", NEW."status", NEW."summary", NEW."uploaded_at", NEW."uploaded_by_id"); RETURN NULL;', hash='6f7d8216c9a9d379611685cdfdbb31943c2f7856', operation='UPDATE', pgid='pgtrigger_update_update_7fe13', table='estates_siteplanimport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='siteplanimport',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_siteplanimportevent" ("applied_at", "estate_id", "file_name", "id", "issues", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "status", "summary", "uploaded_at", "uploaded_by_id") VALUES (OLD."applied_at", OLD."estate_id", OLD."file_name", OLD."id", OLD."issues", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sha256", OLD."status", OLD."summary", OLD."uploaded_at", OLD."uploaded_by_id"); RETURN NULL;', hash='2b1489003e784b2d46de31fdd420be88f74ecead', operation='DELETE', pgid='pgtrigger_delete_delete_2702e', table='estates_siteplanimport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='siteplanimportevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='bb5862b3dd9ecae878735a6311d4e92e39190344', operation='INSERT', pgid='pgtrigger_chain_8a59e', table='estates_siteplanimportevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paymenttermsevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ec8dcf39d57de313d575402b860c024eba0c0055', operation='INSERT', pgid='pgtrigger_chain_8b2cd', table='estates_paymenttermsevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paymentterms',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_paymenttermsevent" ("cash_percent", "development_class", "discount_percent", "estate_id", "grace_months", "id", "instalment_count", "instalment_months", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "tariff_id") VALUES (NEW."cash_percent", NEW."development_class", NEW."discount_percent", NEW."estate_id", NEW."grace_months", NEW."id", NEW."instalment_count", NEW."instalment_months", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."scheme", NEW."source", NEW."tariff_id"); RETURN NULL;', hash='9211fe7f031819401a5248980e7755df0d86f228', operation='INSERT', pgid='pgtrigger_insert_insert_77220', table='estates_paymentterms', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paymentterms',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_paymenttermsevent" ("cash_percent", "development_class", "discount_percent", "estate_id", "grace_months", "id", "instalment_count", "instalment_months", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "tariff_id") VALUES (NEW."cash_percent", NEW."development_class", NEW."discount_percent", NEW."estate_id", NEW."grace_months", NEW."id", NEW."instalment_count", NEW."instalment_months", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."scheme", NEW."source", NEW."tariff_id"); RETURN NULL;', hash='6f3ae195bd614b71f590794af92c1383ced4b82e', operation='UPDATE', pgid='pgtrigger_update_update_a9b51', table='estates_paymentterms', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='paymentterms',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_paymenttermsevent" ("cash_percent", "development_class", "discount_percent", "estate_id", "grace_months", "id", "instalment_count", "instalment_months", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme", "source", "tariff_id") VALUES (OLD."cash_percent", OLD."development_class", OLD."discount_percent", OLD."estate_id", OLD."grace_months", OLD."id", OLD."instalment_count", OLD."instalment_months", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."scheme", OLD."source", OLD."tariff_id"); RETURN NULL;', hash='e73309310a11ffd2e88a10349b26d5f695dcb01f', operation='DELETE', pgid='pgtrigger_delete_delete_f89ee', table='estates_paymentterms', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariffevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='e5c92f0f880d65030f021600a8c8b32130dc06a5', operation='INSERT', pgid='pgtrigger_chain_6e683', table='estates_tariffevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariffrate',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_tariffrateevent" ("estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_kind", "price_class", "rials_per_m2", "tariff_id") VALUES (NEW."estate_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plot_kind", NEW."price_class", NEW."rials_per_m2", NEW."tariff_id"); RETURN NULL;', hash='a7c85de0b1ed1e12871af7538fdc5daad1a7096e', operation='INSERT', pgid='pgtrigger_insert_insert_a5f50', table='estates_tariffrate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariffrate',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_tariffrateevent" ("estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_kind", "price_class", "rials_per_m2", "tariff_id") VALUES (NEW."estate_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plot_kind", NEW."price_class", NEW."rials_per_m2", NEW."tariff_id"); RETURN NULL;', hash='d0533cf80f424e3c65b37da32b87a8bfd90f7f5e', operation='UPDATE', pgid='pgtrigger_update_update_09b2d', table='estates_tariffrate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariffrate',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_tariffrateevent" ("estate_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_kind", "price_class", "rials_per_m2", "tariff_id") VALUES (OLD."estate_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plot_kind", OLD."price_class", OLD."rials_per_m2", OLD."tariff_id"); RETURN NULL;', hash='7007a4f913a246a972615aa0cd40ad51c83bf749', operation='DELETE', pgid='pgtrigger_delete_delete_a8441', table='estates_tariffrate', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tariffrateevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='08076ef698d1f5771410ead37e37ae2e8e5134f0', operation='INSERT', pgid='pgtrigger_chain_ecda4', table='estates_tariffrateevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plottradeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='5a3e800e231be360698a00a9fa7bb1e5f34f487d', operation='INSERT', pgid='pgtrigger_chain_fcc98', table='estates_plottradeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plottrade',
                    trigger=pgtrigger.compiler.Trigger(name='keep_trade_ids', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint;', func='\n                    FOREACH touched IN ARRAY ARRAY[OLD.plot_id, NEW.plot_id] LOOP\n                        UPDATE estates_plot SET trade_ids = ARRAY(\n                            SELECT trade_id FROM estates_plottrade WHERE plot_id = touched ORDER BY trade_id\n                        ) WHERE id = touched;\n                    END LOOP;\n                    RETURN NULL;\n                ', hash='16ab6ab11d3854c26a6ae544934cc617a2c52ef1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_keep_trade_ids_2a3f4', table='estates_plottrade', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plottrade',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_plottradeevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_id", "trade_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plot_id", NEW."trade_id"); RETURN NULL;', hash='9c51829ce1a5b3a80abd8cb45813a505ed45a9c5', operation='INSERT', pgid='pgtrigger_insert_insert_80718', table='estates_plottrade', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plottrade',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_plottradeevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_id", "trade_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plot_id", NEW."trade_id"); RETURN NULL;', hash='0f587c82faa2ac4e066e34bdda0a98f6433eb06c', operation='UPDATE', pgid='pgtrigger_update_update_da556', table='estates_plottrade', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plottrade',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_plottradeevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plot_id", "trade_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plot_id", OLD."trade_id"); RETURN NULL;', hash='9caab5cc44c4bcf3ed45ac435407265deb430c54', operation='DELETE', pgid='pgtrigger_delete_delete_50362', table='estates_plottrade', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plot',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_plotevent" ("area_m2", "block_id", "code", "computed_area_m2", "estate_id", "front_m", "geometry", "id", "is_planned", "is_serviced", "kind", "max_lat", "max_lon", "min_lat", "min_lon", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_class", "updated_at", "utilities") VALUES (NEW."area_m2", NEW."block_id", NEW."code", NEW."computed_area_m2", NEW."estate_id", NEW."front_m", NEW."geometry", NEW."id", NEW."is_planned", NEW."is_serviced", NEW."kind", NEW."max_lat", NEW."max_lon", NEW."min_lat", NEW."min_lon", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."price_class", NEW."updated_at", NEW."utilities"); RETURN NULL;', hash='ab5bef75dd1a6bad2e97185d4def38b862bad2a9', operation='INSERT', pgid='pgtrigger_insert_insert_bd488', table='estates_plot', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plot',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."area_m2" IS DISTINCT FROM (NEW."area_m2") OR OLD."block_id" IS DISTINCT FROM (NEW."block_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."computed_area_m2" IS DISTINCT FROM (NEW."computed_area_m2") OR OLD."estate_id" IS DISTINCT FROM (NEW."estate_id") OR OLD."front_m" IS DISTINCT FROM (NEW."front_m") OR OLD."geometry" IS DISTINCT FROM (NEW."geometry") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_planned" IS DISTINCT FROM (NEW."is_planned") OR OLD."is_serviced" IS DISTINCT FROM (NEW."is_serviced") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."max_lat" IS DISTINCT FROM (NEW."max_lat") OR OLD."max_lon" IS DISTINCT FROM (NEW."max_lon") OR OLD."min_lat" IS DISTINCT FROM (NEW."min_lat") OR OLD."min_lon" IS DISTINCT FROM (NEW."min_lon") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."price_class" IS DISTINCT FROM (NEW."price_class") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."utilities" IS DISTINCT FROM (NEW."utilities"))', func='INSERT INTO "estates_plotevent" ("area_m2", "block_id", "code", "computed_area_m2", "estate_id", "front_m", "geometry", "id", "is_planned", "is_serviced", "kind", "max_lat", "max_lon", "min_lat", "min_lon", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_class", "updated_at", "utilities") VALUES (NEW."area_m2", NEW."block_id", NEW."code", NEW."computed_area_m2", NEW."estate_id", NEW."front_m", NEW."geometry", NEW."id", NEW."is_planned", NEW."is_serviced", NEW."kind", NEW."max_lat", NEW."max_lon", NEW."min_lat", NEW."min_lon", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."price_class", NEW."updated_at", NEW."utilities"); RETURN NULL;', hash='4bf7256cfa6274736d4a87aed43d20262e7b3173', operation='UPDATE', pgid='pgtrigger_update_update_ecbe6', table='estates_plot', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='plot',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_plotevent" ("area_m2", "block_id", "code", "computed_area_m2", "estate_id", "front_m", "geometry", "id", "is_planned", "is_serviced", "kind", "max_lat", "max_lon", "min_lat", "min_lon", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_class", "updated_at", "utilities") VALUES (OLD."area_m2", OLD."block_id", OLD."code", OLD."computed_area_m2", OLD."estate_id", OLD."front_m", OLD."geometry", OLD."id", OLD."is_planned", OLD."is_serviced", OLD."kind", OLD."max_lat", OLD."max_lon", OLD."min_lat", OLD."min_lon", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."price_class", OLD."updated_at", OLD."utilities"); RETURN NULL;', hash='7b0ac03ac35dd015f5916595a46a5599114c3e35', operation='DELETE', pgid='pgtrigger_delete_delete_f4101', table='estates_plot', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='tradeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ca1cbd83942a0e23c48996f38d6f00d90cffc6f7', operation='INSERT', pgid='pgtrigger_chain_dc817', table='estates_tradeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='utilityservice',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_utilityserviceevent" ("as_of", "capacity", "capacity_unit", "estate_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state") VALUES (NEW."as_of", NEW."capacity", NEW."capacity_unit", NEW."estate_id", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source", NEW."state"); RETURN NULL;', hash='c22089dcf2d18984a76195ff838c4f4233973929', operation='INSERT', pgid='pgtrigger_insert_insert_b068e', table='estates_utilityservice', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='utilityservice',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "estates_utilityserviceevent" ("as_of", "capacity", "capacity_unit", "estate_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state") VALUES (NEW."as_of", NEW."capacity", NEW."capacity_unit", NEW."estate_id", NEW."id", NEW."kind", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source", NEW."state"); RETURN NULL;', hash='0209166fc806c586d92c2051ca392fb695e54634', operation='UPDATE', pgid='pgtrigger_update_update_187b3', table='estates_utilityservice', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='utilityservice',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "estates_utilityserviceevent" ("as_of", "capacity", "capacity_unit", "estate_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "state") VALUES (OLD."as_of", OLD."capacity", OLD."capacity_unit", OLD."estate_id", OLD."id", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source", OLD."state"); RETURN NULL;', hash='9a29c1d86ba1cf79edb50a759e3f80d849d0e9e2', operation='DELETE', pgid='pgtrigger_delete_delete_20e80', table='estates_utilityservice', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='utilityserviceevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='d5e01334b3caa7830d23c0636d8d667a567cdad2', operation='INSERT', pgid='pgtrigger_chain_35c30', table='estates_utilityserviceevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
