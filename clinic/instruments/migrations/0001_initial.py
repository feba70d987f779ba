import core.fields.models
import core.operations
import django.core.validators
import django.db.models.constraints
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
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='DimensionWeight',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('weight', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(10)], verbose_name='weight')),
                    ],
                    options={
                        'verbose_name': 'weight of a dimension',
                        'verbose_name_plural': 'weights of dimensions',
                        'ordering': ['weight_set', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='InstrumentEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('code', models.CharField(max_length=40, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9-]{1,38}[a-z0-9]$', 'The code must be 3 to 40 of a–z, 0–9 and hyphen.')], verbose_name='code')),
                        ('specialty', models.CharField(choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='specialty')),
                        ('name', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('purpose', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='what it finds out')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='InstrumentVersion',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'in use'), ('RETIRED', 'retired')], default='DRAFT', editable=False, max_length=10, verbose_name='status')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='what is new')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                        ('made_at', models.DateTimeField(verbose_name='written at')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published at')),
                        ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='retired at')),
                    ],
                    options={
                        'verbose_name': 'version of an instrument',
                        'verbose_name_plural': 'versions of instruments',
                        'ordering': ['instrument', '-number'],
                    },
                ),
                migrations.CreateModel(
                    name='InstrumentVersionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('status', models.CharField(choices=[('DRAFT', 'draft'), ('PUBLISHED', 'in use'), ('RETIRED', 'retired')], default='DRAFT', editable=False, max_length=10, verbose_name='status')),
                        ('note', core.fields.models.PersianCharField(blank=True, max_length=300, verbose_name='what is new')),
                        ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                        ('made_at', models.DateTimeField(verbose_name='written at')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published at')),
                        ('retired_at', models.DateTimeField(blank=True, null=True, verbose_name='retired at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Question',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('position', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='position')),
                        ('text', core.fields.models.PersianTextField(max_length=500, verbose_name='question')),
                        ('help', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='help')),
                        ('kind', models.CharField(choices=[('SCALE', 'scale from 0 to 5'), ('YES_NO', 'yes or no'), ('NUMBER', 'number'), ('TEXT', 'text')], default='SCALE', max_length=8, verbose_name='kind')),
                        ('weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='weight')),
                        ('anchors', models.JSONField(blank=True, default=dict, verbose_name='what the values mean')),
                        ('yes_is_good', models.BooleanField(default=True, verbose_name='yes is good')),
                        ('unit', core.fields.models.PersianCharField(blank=True, max_length=40, verbose_name='unit of the number')),
                        ('required', models.BooleanField(default=True, verbose_name='must be answered')),
                    ],
                    options={
                        'verbose_name': 'question',
                        'verbose_name_plural': 'questions',
                        'ordering': ['version', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='QuestionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('position', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='position')),
                        ('text', core.fields.models.PersianTextField(max_length=500, verbose_name='question')),
                        ('help', core.fields.models.PersianTextField(blank=True, max_length=1000, verbose_name='help')),
                        ('kind', models.CharField(choices=[('SCALE', 'scale from 0 to 5'), ('YES_NO', 'yes or no'), ('NUMBER', 'number'), ('TEXT', 'text')], default='SCALE', max_length=8, verbose_name='kind')),
                        ('weight', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)], verbose_name='weight')),
                        ('anchors', models.JSONField(blank=True, default=dict, verbose_name='what the values mean')),
                        ('yes_is_good', models.BooleanField(default=True, verbose_name='yes is good')),
                        ('unit', core.fields.models.PersianCharField(blank=True, max_length=40, verbose_name='unit of the number')),
                        ('required', models.BooleanField(default=True, verbose_name='must be answered')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='WeightSet',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='version')),
                        ('reason', core.fields.models.PersianCharField(max_length=300, verbose_name='why')),
                        ('made_at', models.DateTimeField(verbose_name='set at')),
                    ],
                    options={
                        'verbose_name': 'weights of the dimensions',
                        'verbose_name_plural': 'weights of the dimensions',
                        'ordering': ['-number'],
                    },
                ),
                migrations.CreateModel(
                    name='WeightSetEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('number', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('reason', core.fields.models.PersianCharField(max_length=300, verbose_name='why')),
                        ('made_at', models.DateTimeField(verbose_name='set at')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='DimensionWeightEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('dimension', models.CharField(choices=[('management_strategy', 'management and strategy'), ('finance', 'finance'), ('market_sales', 'market and sales'), ('production_technology', 'production and technology'), ('supply', 'supply'), ('human_resources', 'human resources'), ('legal_insurance_tax', 'law, insurance and tax'), ('infrastructure_environment', 'infrastructure and environment')], max_length=30, verbose_name='dimension')),
                        ('weight', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(10)], verbose_name='weight')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='instruments.dimensionweight')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='Instrument',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('code', models.CharField(max_length=40, unique=True, validators=[django.core.validators.RegexValidator('^[a-z][a-z0-9-]{1,38}[a-z0-9]$', 'The code must be 3 to 40 of a–z, 0–9 and hyphen.')], verbose_name='code')),
                        ('specialty', models.CharField(choices=[('finance', 'finance'), ('insurance', 'insurance'), ('industrial', 'industrial engineering'), ('commercial', 'commerce'), ('tax', 'tax'), ('legal', 'law'), ('technology', 'technology'), ('management', 'management'), ('marketing', 'marketing'), ('human_resources', 'human resources'), ('energy_environment', 'energy and environment')], max_length=20, verbose_name='specialty')),
                        ('name', core.fields.models.PersianCharField(max_length=120, verbose_name='name')),
                        ('purpose', core.fields.models.PersianTextField(blank=True, max_length=4000, verbose_name='what it finds out')),
                        ('created_at', models.DateTimeField(editable=False, verbose_name='entered at')),
                        ('updated_at', models.DateTimeField(editable=False, verbose_name='changed at')),
                    ],
                    options={
                        'verbose_name': 'instrument',
                        'verbose_name_plural': 'instruments',
                        'ordering': ['specialty', 'code'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[a-z][a-z0-9-]{1,38}[a-z0-9]$')), name='instrument_code_form'), models.CheckConstraint(condition=models.Q(('specialty__in', ['finance', 'insurance', 'industrial', 'commercial', 'tax', 'legal', 'technology', 'management', 'marketing', 'human_resources', 'energy_environment'])), name='instrument_specialty_known')],
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='instrumentevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='instruments.instrument'),
                ),
                migrations.AddField(
                    model_name='instrumentversion',
                    name='instrument',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='instruments.instrument', verbose_name='instrument'),
                ),
                migrations.AddField(
                    model_name='instrumentversion',
                    name='made_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='instrumentversion',
                    name='published_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by'),
                ),
                migrations.AddField(
                    model_name='instrumentversionevent',
                    name='instrument',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='instruments.instrument', verbose_name='instrument'),
                ),
                migrations.AddField(
                    model_name='instrumentversionevent',
                    name='made_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
                ),
                migrations.AddField(
                    model_name='instrumentversionevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='instruments.instrumentversion'),
                ),
                migrations.AddField(
                    model_name='instrumentversionevent',
                    name='published_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by'),
                ),
                migrations.AddField(
                    model_name='question',
                    name='version',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='instruments.instrumentversion', verbose_name='version'),
                ),
                migrations.AddField(
                    model_name='questionevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='instruments.question'),
                ),
                migrations.AddField(
                    model_name='questionevent',
                    name='version',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='instruments.instrumentversion', verbose_name='version'),
                ),
                migrations.AddField(
                    model_name='weightset',
                    name='made_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by'),
                ),
                migrations.AddField(
                    model_name='dimensionweightevent',
                    name='weight_set',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='instruments.weightset', verbose_name='weights of the dimensions'),
                ),
                migrations.AddField(
                    model_name='dimensionweight',
                    name='weight_set',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='weights', to='instruments.weightset', verbose_name='weights of the dimensions'),
                ),
                migrations.AddField(
                    model_name='weightsetevent',
                    name='made_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='set by'),
                ),
                migrations.AddField(
                    model_name='weightsetevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='instruments.weightset'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='instrument',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_instrumentevent" ("code", "created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "specialty", "updated_at") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."purpose", NEW."specialty", NEW."updated_at"); RETURN NULL;', hash='fb44696ed570f4c6dc4a0c11833f3a7b631c3212', operation='INSERT', pgid='pgtrigger_insert_insert_782b2', table='instruments_instrument', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrument',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "instruments_instrumentevent" ("code", "created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "specialty", "updated_at") VALUES (NEW."code", NEW."created_at", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."purpose", NEW."specialty", NEW."updated_at"); RETURN NULL;', hash='b20308c87c70dc462b8314ab629846f9c4e11306', operation='UPDATE', pgid='pgtrigger_update_update_cdd08', table='instruments_instrument', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrument',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_instrumentevent" ("code", "created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "specialty", "updated_at") VALUES (OLD."code", OLD."created_at", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."specialty", OLD."updated_at"); RETURN NULL;', hash='71eb2b71d155a28cf1afde728000af29c253665c', operation='DELETE', pgid='pgtrigger_delete_delete_aceaf', table='instruments_instrument', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrumentevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='6b220b2b9dddb5d79e63f8a2d72f7f297dbccc1d', operation='INSERT', pgid='pgtrigger_chain_57a2e', table='instruments_instrumentevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='instrumentversion',
                    constraint=models.UniqueConstraint(fields=('instrument', 'number'), name='instrument_version_once'),
                ),
                migrations.AddConstraint(
                    model_name='instrumentversion',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'PUBLISHED')), fields=('instrument',), name='instrument_one_in_use'),
                ),
                migrations.AddConstraint(
                    model_name='instrumentversion',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'DRAFT')), fields=('instrument',), name='instrument_one_draft'),
                ),
                migrations.AddConstraint(
                    model_name='instrumentversion',
                    constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='instrument_version_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='instrumentversion',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('retired_at__isnull', True), ('status', 'DRAFT')), models.Q(('published_at__isnull', False), ('retired_at__isnull', True), ('status', 'PUBLISHED')), models.Q(('published_at__isnull', False), ('retired_at__isnull', False), ('status', 'RETIRED')), _connector='OR'), name='instrument_version_state_has_times'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrumentversion',
                    trigger=pgtrigger.compiler.Trigger(name='published_version_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.status <> 'DRAFT')", func="IF NEW.instrument_id IS DISTINCT FROM OLD.instrument_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.note IS DISTINCT FROM OLD.note OR NEW.made_by_id IS DISTINCT FROM OLD.made_by_id OR NEW.made_at IS DISTINCT FROM OLD.made_at OR NEW.published_at IS DISTINCT FROM OLD.published_at OR NEW.published_by_id IS DISTINCT FROM OLD.published_by_id OR NEW.status = 'DRAFT' OR (OLD.status = 'RETIRED' AND NEW.status <> 'RETIRED') OR (NEW.valid_until IS DISTINCT FROM OLD.valid_until AND (NEW.valid_until IS NULL OR NEW.valid_until > OLD.valid_until)) THEN\nRAISE EXCEPTION 'a published instrument is never changed' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='88ce311f5b5fa2b324f721b8b5f9a0d9c1869499', operation='UPDATE', pgid='pgtrigger_published_version_stays_170a9', table='instruments_instrumentversion', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrumentversion',
                    trigger=pgtrigger.compiler.Trigger(name='only_drafts_go', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (OLD.status <> 'DRAFT')", func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d4658cd1c0843504c8cd9cd7aef3ab8214783d89', operation='DELETE', pgid='pgtrigger_only_drafts_go_eb469', table='instruments_instrumentversion', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrumentversion',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_instrumentversionevent" ("id", "instrument_id", "made_at", "made_by_id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "retired_at", "status", "valid_until") VALUES (NEW."id", NEW."instrument_id", NEW."made_at", NEW."made_by_id", NEW."note", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."retired_at", NEW."status", NEW."valid_until"); RETURN NULL;', hash='6fb9fe1c7c1bc3325358b026a160befff645f7bc', operation='INSERT', pgid='pgtrigger_insert_insert_ef372', table='instruments_instrumentversion', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrumentversion',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "instruments_instrumentversionevent" ("id", "instrument_id", "made_at", "made_by_id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "retired_at", "status", "valid_until") VALUES (NEW."id", NEW."instrument_id", NEW."made_at", NEW."made_by_id", NEW."note", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."retired_at", NEW."status", NEW."valid_until"); RETURN NULL;', hash='a7c1e1a73d160ef240ec14d2a6946dc85b6a1437', operation='UPDATE', pgid='pgtrigger_update_update_8ea05', table='instruments_instrumentversion', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrumentversion',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_instrumentversionevent" ("id", "instrument_id", "made_at", "made_by_id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "retired_at", "status", "valid_until") VALUES (OLD."id", OLD."instrument_id", OLD."made_at", OLD."made_by_id", OLD."note", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."retired_at", OLD."status", OLD."valid_until"); RETURN NULL;', hash='dfbeab49e3113dac31824a3513de287ceb8142e2', operation='DELETE', pgid='pgtrigger_delete_delete_c4cf8', table='instruments_instrumentversion', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='instrumentversionevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='8be84b2189653772b61e6001fb20d7ef8c73197e', operation='INSERT', pgid='pgtrigger_chain_155a0', table='instruments_instrumentversionevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='question',
                    constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('version', 'position'), name='question_place_once'),
                ),
                migrations.AddConstraint(
                    model_name='question',
                    constraint=models.CheckConstraint(condition=models.Q(('position__gte', 1)), name='question_place_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='question',
                    constraint=models.CheckConstraint(condition=models.Q(('dimension__in', ['management_strategy', 'finance', 'market_sales', 'production_technology', 'supply', 'human_resources', 'legal_insurance_tax', 'infrastructure_environment'])), name='question_dimension_known'),
                ),
                migrations.AddConstraint(
                    model_name='question',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['SCALE', 'YES_NO', 'NUMBER', 'TEXT'])), name='question_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='question',
                    constraint=models.CheckConstraint(condition=models.Q(('weight__gt', 0), ('weight__lte', 10)), name='question_weight_in_range'),
                ),
                migrations.AddConstraint(
                    model_name='question',
                    constraint=models.CheckConstraint(condition=models.Q(('kind', 'SCALE'), ('anchors', {}), _connector='OR'), name='question_anchors_of_scales'),
                ),
                migrations.AddConstraint(
                    model_name='question',
                    constraint=models.CheckConstraint(condition=models.Q(('kind', 'NUMBER'), ('unit', ''), _connector='OR'), name='question_unit_of_numbers'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='question',
                    trigger=pgtrigger.compiler.Trigger(name='questions_stay_once_published', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint; state text;', func="FOREACH touched IN ARRAY array_remove(ARRAY[NEW.version_id, OLD.version_id], NULL) LOOP\nSELECT v.status INTO state FROM instruments_instrumentversion v WHERE v.id = touched FOR KEY SHARE;\nIF state <> 'DRAFT' THEN RAISE EXCEPTION 'a published instrument is never changed' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND LOOP;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='084928077c3b29c36347e942cb4544cedd7d91cd', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_questions_stay_once_published_d135d', table='instruments_question', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='question',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_questionevent" ("anchors", "dimension", "help", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "text", "unit", "version_id", "weight", "yes_is_good") VALUES (NEW."anchors", NEW."dimension", NEW."help", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."required", NEW."text", NEW."unit", NEW."version_id", NEW."weight", NEW."yes_is_good"); RETURN NULL;', hash='fc3a7a1791d092319d0db4623707b38b449cb5eb', operation='INSERT', pgid='pgtrigger_insert_insert_9a560', table='instruments_question', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='question',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "instruments_questionevent" ("anchors", "dimension", "help", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "text", "unit", "version_id", "weight", "yes_is_good") VALUES (NEW."anchors", NEW."dimension", NEW."help", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."required", NEW."text", NEW."unit", NEW."version_id", NEW."weight", NEW."yes_is_good"); RETURN NULL;', hash='1a8201d27d2ea91b1993b7b3a202ef959437ceca', operation='UPDATE', pgid='pgtrigger_update_update_ac7ee', table='instruments_question', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='question',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_questionevent" ("anchors", "dimension", "help", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "text", "unit", "version_id", "weight", "yes_is_good") VALUES (OLD."anchors", OLD."dimension", OLD."help", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."required", OLD."text", OLD."unit", OLD."version_id", OLD."weight", OLD."yes_is_good"); RETURN NULL;', hash='e1bc721d14d6e3b273544f2c804c51b9d34f1e5e', operation='DELETE', pgid='pgtrigger_delete_delete_4fe40', table='instruments_question', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='questionevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ac8f324095cd73f6ab4847da46054c2e581f06ec', operation='INSERT', pgid='pgtrigger_chain_d2fb4', table='instruments_questionevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='weightset',
                    constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='weight_set_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='weightset',
                    constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='weight_set_has_reason'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='weightset',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ba7e9f72fa76de795b581eb7818646f9cfcf1581', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_019e6', table='instruments_weightset', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='weightset',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_weightsetevent" ("id", "made_at", "made_by_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;', hash='e70664406b60cc6e7d5d9865f90ec11a19f63d96', operation='INSERT', pgid='pgtrigger_insert_insert_46d81', table='instruments_weightset', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='weightset',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "instruments_weightsetevent" ("id", "made_at", "made_by_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."id", NEW."made_at", NEW."made_by_id", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason"); RETURN NULL;', hash='3bdbe534c07b1ba65665de486d763ddaa002ff74', operation='UPDATE', pgid='pgtrigger_update_update_e01c3', table='instruments_weightset', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='weightset',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_weightsetevent" ("id", "made_at", "made_by_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."id", OLD."made_at", OLD."made_by_id", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;', hash='5f8e6dcdeb03b3362397edb1788ea76643fb0222', operation='DELETE', pgid='pgtrigger_delete_delete_539c4', table='instruments_weightset', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='dimensionweightevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='1db610ef4d71eb9700615aec9620d0476fa6050e', operation='INSERT', pgid='pgtrigger_chain_f8498', table='instruments_dimensionweightevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='dimensionweight',
                    constraint=models.UniqueConstraint(fields=('weight_set', 'dimension'), name='dimension_weight_once'),
                ),
                migrations.AddConstraint(
                    model_name='dimensionweight',
                    constraint=models.CheckConstraint(condition=models.Q(('dimension__in', ['management_strategy', 'finance', 'market_sales', 'production_technology', 'supply', 'human_resources', 'legal_insurance_tax', 'infrastructure_environment'])), name='dimension_weight_known'),
                ),
                migrations.AddConstraint(
                    model_name='dimensionweight',
                    constraint=models.CheckConstraint(condition=models.Q(('weight__lte', 10)), name='dimension_weight_in_range'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='dimensionweight',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='26a19f32c4d7402b5adf74559b81bc3e30c5bf4a', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_b5293', table='instruments_dimensionweight', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='dimensionweight',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_dimensionweightevent" ("dimension", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weight", "weight_set_id") VALUES (NEW."dimension", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."weight", NEW."weight_set_id"); RETURN NULL;', hash='09d2be07e9b3c53c6c0c14723a24ef244e110dd8', operation='INSERT', pgid='pgtrigger_insert_insert_dbbe9', table='instruments_dimensionweight', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='dimensionweight',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "instruments_dimensionweightevent" ("dimension", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weight", "weight_set_id") VALUES (NEW."dimension", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."weight", NEW."weight_set_id"); RETURN NULL;', hash='8d64e83569628471904fc0ccaa3a7b190b07acf9', operation='UPDATE', pgid='pgtrigger_update_update_779a7', table='instruments_dimensionweight', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='dimensionweight',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "instruments_dimensionweightevent" ("dimension", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "weight", "weight_set_id") VALUES (OLD."dimension", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."weight", OLD."weight_set_id"); RETURN NULL;', hash='61485d32d59925adc69fb753a86190c647acb77a', operation='DELETE', pgid='pgtrigger_delete_delete_e6195', table='instruments_dimensionweight', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='weightsetevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f870490a9643ed867907eb37acfd412e90f95e7c', operation='INSERT', pgid='pgtrigger_chain_ee757', table='instruments_weightsetevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
