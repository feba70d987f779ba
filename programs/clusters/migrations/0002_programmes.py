import core.operations
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clusters', '0001_initial'),
        ('programs', '0001_initial'),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.RemoveConstraint(
                    model_name='clusterindicator',
                    name='cluster_indicator_kind_known',
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='ClusterProgramme',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('cluster', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='programme_links', to='clusters.cluster', verbose_name='cluster')),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cluster_links', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'verbose_name': 'programme of a cluster',
                        'verbose_name_plural': 'programmes of clusters',
                        'ordering': ['cluster', 'programme'],
                    },
                ),
                migrations.CreateModel(
                    name='ClusterProgrammeEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('cluster', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clusters.cluster', verbose_name='cluster')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clusters.clusterprogramme')),
                        ('programme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='programs.programme', verbose_name='programme')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AlterField(
                    model_name='clusterindicator',
                    name='kind',
                    field=models.CharField(choices=[('SUM', 'sum of the readings'), ('LAST', 'last reading'), ('AVERAGE', 'average of the readings'), ('RATIO', 'ratio of two sums')], max_length=8, verbose_name='how members are added up'),
                ),
                migrations.AlterField(
                    model_name='clusterindicatorevent',
                    name='kind',
                    field=models.CharField(choices=[('SUM', 'sum of the readings'), ('LAST', 'last reading'), ('AVERAGE', 'average of the readings'), ('RATIO', 'ratio of two sums')], max_length=8, verbose_name='how members are added up'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name='clusterindicator',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['SUM', 'LAST', 'AVERAGE', 'RATIO'])), name='cluster_indicator_kind_known'),
                ),
                migrations.AddConstraint(
                    model_name='clusterprogramme',
                    constraint=models.UniqueConstraint(fields=('cluster', 'programme'), name='cluster_programme_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clusterprogramme',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clusters_clusterprogrammeevent" ("cluster_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id") VALUES (NEW."cluster_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."programme_id"); RETURN NULL;', hash='f3ccdf5a62233ddeb3c4dfd83b0768cf2fd8d6af', operation='INSERT', pgid='pgtrigger_insert_insert_7b05a', table='clusters_clusterprogramme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clusterprogramme',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clusters_clusterprogrammeevent" ("cluster_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id") VALUES (NEW."cluster_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."programme_id"); RETURN NULL;', hash='a28f6257cc1a13c82ad88143b64d980b200a727b', operation='UPDATE', pgid='pgtrigger_update_update_3a850', table='clusters_clusterprogramme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clusterprogramme',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clusters_clusterprogrammeevent" ("cluster_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme_id") VALUES (OLD."cluster_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."programme_id"); RETURN NULL;', hash='9888a840b77df7f470635d8a5108ad244c431414', operation='DELETE', pgid='pgtrigger_delete_delete_3eb31', table='clusters_clusterprogramme', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='clusterprogrammeevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='0b63dce0b41b7ceffe279b5de2d11f90568214dd', operation='INSERT', pgid='pgtrigger_chain_a261a', table='clusters_clusterprogrammeevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
