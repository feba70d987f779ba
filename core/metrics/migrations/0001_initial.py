import core.operations
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('audit', '0001_initial'),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='MetricMonthEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('month', models.DateField(verbose_name='month')),
                        ('values_count', models.PositiveIntegerField(verbose_name='values')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest')),
                        ('sealed_at', models.DateTimeField(verbose_name='sealed')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='MetricValue',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('metric', models.CharField(max_length=80, verbose_name='figure')),
                        ('month', models.DateField(help_text='First day of the Jalali month.', verbose_name='month')),
                        ('key', models.CharField(blank=True, max_length=200, verbose_name='part')),
                        ('dimensions', models.JSONField(blank=True, default=dict, verbose_name='taken apart by')),
                        ('value', models.DecimalField(decimal_places=4, max_digits=20, verbose_name='value')),
                        ('taken_at', models.DateTimeField(verbose_name='read at')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='sample data')),
                    ],
                    options={
                        'verbose_name': 'value of a live figure',
                        'verbose_name_plural': 'values of live figures',
                        'ordering': ['metric', '-month', 'key'],
                    },
                ),
                migrations.CreateModel(
                    name='MetricMonth',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField(unique=True, verbose_name='month')),
                        ('values_count', models.PositiveIntegerField(verbose_name='values')),
                        ('sha256', models.CharField(max_length=64, verbose_name='digest')),
                        ('sealed_at', models.DateTimeField(verbose_name='sealed')),
                    ],
                    options={
                        'verbose_name': 'sealed month of live figures',
                        'verbose_name_plural': 'sealed months of live figures',
                        'ordering': ['-month'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='metric_month_digest_shape')],
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='metricmonthevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='metrics.metricmonth'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='metricmonth',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "metrics_metricmonthevent" ("id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed_at", "sha256", "values_count") VALUES (NEW."id", NEW."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."sealed_at", NEW."sha256", NEW."values_count"); RETURN NULL;', hash='6947cd0e6fe680508f699f3df513d9cf410b2762', operation='INSERT', pgid='pgtrigger_insert_insert_06663', table='metrics_metricmonth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='metricmonth',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "metrics_metricmonthevent" ("id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed_at", "sha256", "values_count") VALUES (NEW."id", NEW."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."sealed_at", NEW."sha256", NEW."values_count"); RETURN NULL;', hash='b59873d87554dc7297b9b2f38fe5edb5f8757d05', operation='UPDATE', pgid='pgtrigger_update_update_d7d3b', table='metrics_metricmonth', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='metricmonth',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "metrics_metricmonthevent" ("id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sealed_at", "sha256", "values_count") VALUES (OLD."id", OLD."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."sealed_at", OLD."sha256", OLD."values_count"); RETURN NULL;', hash='c0cf8833c85c46279b2c2f8b3e0f41fdfc59927d', operation='DELETE', pgid='pgtrigger_delete_delete_b55e4', table='metrics_metricmonth', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='metricvalue',
                    constraint=models.UniqueConstraint(fields=('metric', 'month', 'key'), name='metric_value_once'),
                ),
                migrations.AddConstraint(
                    model_name='metricvalue',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('dimensions', {}), ('key', '')), models.Q(models.Q(('key', ''), _negated=True), models.Q(('dimensions', {}), _negated=True)), _connector='OR'), name='metric_key_fits_dimensions'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='metricvalue',
                    trigger=pgtrigger.compiler.Trigger(name='month_is_sealed', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched date;', func="\n                    FOREACH touched IN ARRAY array_remove(ARRAY[NEW.month, OLD.month], NULL) LOOP\n                        IF EXISTS (SELECT 1 FROM metrics_metricmonth m WHERE m.month = touched) THEN\n                            RAISE EXCEPTION 'the figures of a month that is over do not change'\n                                USING ERRCODE = 'integrity_constraint_violation';\n                        END IF;\n                    END LOOP;\n                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                    RETURN NEW;\n                ", hash='b7c97beb95c70d4bfd38e0bb611f0d90e72bcb62', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_month_is_sealed_be999', table='metrics_metricvalue', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='metricmonthevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='7275ae25630f99c1965460ef6e69093dcf73c970', operation='INSERT', pgid='pgtrigger_chain_068eb', table='metrics_metricmonthevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
