import core.fields.models
import core.operations
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programs', '0002_readings_guarded'),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='LightRuleEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('group', models.CharField(choices=[('FLAGSHIP_YEAR', 'flagship programmes of the year'), ('OUTLOOK_3Y', 'three-year outlook'), ('ASSEMBLY_DUTY', 'duties set by the assembly'), ('RESISTANCE_ECONOMY', 'projects of the resistance economy')], max_length=20, verbose_name='group')),
                        ('amber', models.DecimalField(decimal_places=2, default=Decimal('-5'), help_text='Done less planned, in points: -5 means five points behind the plan.', max_digits=5, verbose_name='amber below (points)')),
                        ('red', models.DecimalField(decimal_places=2, default=Decimal('-15'), max_digits=5, verbose_name='red below (points)')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ProgrammeSnapshot',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField(verbose_name='month')),
                        ('planned', models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name='planned (percent)')),
                        ('actual', models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name='done (percent)')),
                        ('deviation', models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name='deviation (points)')),
                        ('light', models.CharField(choices=[('GREEN', 'green'), ('AMBER', 'amber'), ('RED', 'red'), ('UNKNOWN', 'not known yet')], max_length=8, verbose_name='light')),
                        ('amber', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='amber below (points)')),
                        ('red', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='red below (points)')),
                        ('bac', core.fields.models.RialField(verbose_name='planned cost of all the work')),
                        ('pv', core.fields.models.RialField(verbose_name='planned cost up to now')),
                        ('ev', core.fields.models.RialField(verbose_name='planned cost of what was done')),
                        ('ac', core.fields.models.RialField(verbose_name='paid')),
                        ('spi', models.DecimalField(decimal_places=2, max_digits=20, null=True, verbose_name='done for each rial planned')),
                        ('cpi', models.DecimalField(decimal_places=2, max_digits=20, null=True, verbose_name='done for each rial paid')),
                        ('eac', models.DecimalField(decimal_places=0, max_digits=30, null=True, verbose_name='cost to be expected')),
                        ('approved', core.fields.models.RialField(verbose_name='approved budget')),
                        ('allocated', core.fields.models.RialField(verbose_name='allocated')),
                        ('trend', models.CharField(choices=[('DONE', 'finished'), ('EXPECTED', 'expected by the pace of late'), ('STANDING_STILL', 'no end in sight: nothing has moved of late'), ('TOO_FEW', 'too few readings to tell')], max_length=16, verbose_name='outlook')),
                        ('pace', models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name='points a month')),
                        ('expected', models.DateField(null=True, verbose_name='expected end')),
                        ('earliest', models.DateField(null=True, verbose_name='earliest end')),
                        ('latest', models.DateField(null=True, verbose_name='latest end')),
                        ('needed', models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name='needed each month (points)')),
                        ('reported_until', models.DateField(null=True, verbose_name='reported until')),
                        ('taken_at', models.DateTimeField(verbose_name='worked out at')),
                    ],
                    options={
                        'verbose_name': 'state of a programme in a month',
                        'verbose_name_plural': 'states of programmes by month',
                        'ordering': ['programme', '-month'],
                    },
                ),
                migrations.CreateModel(
                    name='LightRule',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('group', models.CharField(choices=[('FLAGSHIP_YEAR', 'flagship programmes of the year'), ('OUTLOOK_3Y', 'three-year outlook'), ('ASSEMBLY_DUTY', 'duties set by the assembly'), ('RESISTANCE_ECONOMY', 'projects of the resistance economy')], max_length=20, unique=True, verbose_name='group')),
                        ('amber', models.DecimalField(decimal_places=2, default=Decimal('-5'), help_text='Done less planned, in points: -5 means five points behind the plan.', max_digits=5, verbose_name='amber below (points)')),
                        ('red', models.DecimalField(decimal_places=2, default=Decimal('-15'), max_digits=5, verbose_name='red below (points)')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                    ],
                    options={
                        'verbose_name': 'rule of the lights',
                        'verbose_name_plural': 'rules of the lights',
                        'ordering': ['group'],
                        'constraints': [models.CheckConstraint(condition=models.Q(('group__in', ['FLAGSHIP_YEAR', 'OUTLOOK_3Y', 'ASSEMBLY_DUTY', 'RESISTANCE_ECONOMY'])), name='light_rule_group_known'), models.CheckConstraint(condition=models.Q(('amber__lte', 0), ('red__gte', Decimal('-100')), ('red__lte', models.F('amber'))), name='light_rule_in_order', violation_error_message='Red must lie below amber, amber not above 0, and red not below -100.')],
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='lightruleevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dashboards.lightrule'),
                ),
                migrations.AddField(
                    model_name='programmesnapshot',
                    name='programme',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='programs.programme', verbose_name='programme'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name='programmesnapshot',
                    constraint=models.UniqueConstraint(fields=('programme', 'month'), name='programme_snapshot_once'),
                ),
                migrations.AddConstraint(
                    model_name='programmesnapshot',
                    constraint=models.CheckConstraint(condition=models.Q(('light__in', ['GREEN', 'AMBER', 'RED', 'UNKNOWN'])), name='snapshot_light_known'),
                ),
                migrations.AddConstraint(
                    model_name='programmesnapshot',
                    constraint=models.CheckConstraint(condition=models.Q(('trend__in', ['DONE', 'EXPECTED', 'STANDING_STILL', 'TOO_FEW'])), name='snapshot_trend_known'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='lightrule',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_lightruleevent" ("amber", "group", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red", "updated_at") VALUES (NEW."amber", NEW."group", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."red", NEW."updated_at"); RETURN NULL;', hash='982944d6fbe501e7c334c5fc8d3eeb6f4de20fe8', operation='INSERT', pgid='pgtrigger_insert_insert_66ec4', table='dashboards_lightrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='lightrule',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "dashboards_lightruleevent" ("amber", "group", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red", "updated_at") VALUES (NEW."amber", NEW."group", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."red", NEW."updated_at"); RETURN NULL;', hash='3172223da55bb53de72977e48f720bad27063530', operation='UPDATE', pgid='pgtrigger_update_update_932c6', table='dashboards_lightrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='lightrule',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_lightruleevent" ("amber", "group", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "red", "updated_at") VALUES (OLD."amber", OLD."group", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."red", OLD."updated_at"); RETURN NULL;', hash='418a5184729108b80b266663fab3d01c111c718e', operation='DELETE', pgid='pgtrigger_delete_delete_a904c', table='dashboards_lightrule', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='lightruleevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='42e8f6b3813d21e214782808f001423c6ce6af08', operation='INSERT', pgid='pgtrigger_chain_c70b3', table='dashboards_lightruleevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
