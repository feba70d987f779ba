import core.operations
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dashboards', '0001_initial'),
        ('files', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='MonthlyReport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('month', models.DateField(verbose_name='month')),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('data', models.JSONField(verbose_name='figures')),
                        ('as_of', models.DateTimeField(verbose_name='figures as of')),
                        ('made_at', models.DateTimeField(verbose_name='made at')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='shown to the public since')),
                        ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                        ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='shown to the public by')),
                    ],
                    options={
                        'verbose_name': 'monthly report',
                        'verbose_name_plural': 'monthly reports',
                        'ordering': ['-month', '-version'],
                    },
                ),
                migrations.CreateModel(
                    name='MonthlyReportEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('month', models.DateField(verbose_name='month')),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('data', models.JSONField(verbose_name='figures')),
                        ('as_of', models.DateTimeField(verbose_name='figures as of')),
                        ('made_at', models.DateTimeField(verbose_name='made at')),
                        ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='shown to the public since')),
                        ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dashboards.monthlyreport')),
                        ('published_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='shown to the public by')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ReportFile',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('kind', models.CharField(choices=[('PAPER', 'report'), ('PUBLIC', 'public report'), ('SLIDE', 'slide')], max_length=8, verbose_name='kind')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='file')),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='dashboards.monthlyreport', verbose_name='monthly report')),
                    ],
                    options={
                        'verbose_name': 'file of a monthly report',
                        'verbose_name_plural': 'files of monthly reports',
                        'ordering': ['report', 'kind', 'position'],
                    },
                ),
                migrations.CreateModel(
                    name='ReportFileEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('kind', models.CharField(choices=[('PAPER', 'report'), ('PUBLIC', 'public report'), ('SLIDE', 'slide')], max_length=8, verbose_name='kind')),
                        ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                        ('title', models.CharField(blank=True, max_length=200, verbose_name='title')),
                        ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='file')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dashboards.reportfile')),
                        ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='dashboards.monthlyreport', verbose_name='monthly report')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ReportSubscription',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('since', models.DateTimeField(verbose_name='since')),
                        ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='user')),
                    ],
                    options={
                        'verbose_name': 'subscription of monthly reports',
                        'verbose_name_plural': 'subscriptions of monthly reports',
                        'ordering': ['pk'],
                    },
                ),
                migrations.CreateModel(
                    name='ReportSubscriptionEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('since', models.DateTimeField(verbose_name='since')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='dashboards.reportsubscription')),
                        ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='user')),
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
                    model_name='monthlyreport',
                    constraint=models.UniqueConstraint(fields=('month', 'version'), name='monthly_report_once'),
                ),
                migrations.AddConstraint(
                    model_name='monthlyreport',
                    constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='monthly_report_version_from_1'),
                ),
                migrations.AddConstraint(
                    model_name='monthlyreport',
                    constraint=models.CheckConstraint(condition=models.Q(('as_of__lte', models.F('made_at'))), name='monthly_report_read_before_made'),
                ),
                migrations.AddConstraint(
                    model_name='monthlyreport',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='monthly_report_published_by_somebody'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='monthlyreport',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_monthlyreportevent" ("as_of", "data", "id", "made_at", "made_by_id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "version") VALUES (NEW."as_of", NEW."data", NEW."id", NEW."made_at", NEW."made_by_id", NEW."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."version"); RETURN NULL;', hash='5f7c339af707337a63797268c3569db3484d6b9c', operation='INSERT', pgid='pgtrigger_insert_insert_b83fd', table='dashboards_monthlyreport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='monthlyreport',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "dashboards_monthlyreportevent" ("as_of", "data", "id", "made_at", "made_by_id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "version") VALUES (NEW."as_of", NEW."data", NEW."id", NEW."made_at", NEW."made_by_id", NEW."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."version"); RETURN NULL;', hash='56f0c2526e5ffef6417a081eefd030f872ecbbc7', operation='UPDATE', pgid='pgtrigger_update_update_f9598', table='dashboards_monthlyreport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='monthlyreport',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_monthlyreportevent" ("as_of", "data", "id", "made_at", "made_by_id", "month", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "version") VALUES (OLD."as_of", OLD."data", OLD."id", OLD."made_at", OLD."made_by_id", OLD."month", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."version"); RETURN NULL;', hash='ed2782d8df0b7dc9a0f2eb3ed7d0971da89ea6a4', operation='DELETE', pgid='pgtrigger_delete_delete_967c6', table='dashboards_monthlyreport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='monthlyreportevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='b0a69549d814d02e54aae5718b99890a12b2141f', operation='INSERT', pgid='pgtrigger_chain_917c6', table='dashboards_monthlyreportevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='reportfile',
                    constraint=models.UniqueConstraint(fields=('report', 'kind', 'position'), name='report_file_once'),
                ),
                migrations.AddConstraint(
                    model_name='reportfile',
                    constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['PAPER', 'PUBLIC', 'SLIDE'])), name='report_file_kind_known'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportfile',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_reportfileevent" ("file_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "title") VALUES (NEW."file_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."report_id", NEW."title"); RETURN NULL;', hash='d9b09bbef1b23c1c4d6d172144039f41be111f21', operation='INSERT', pgid='pgtrigger_insert_insert_c1dc8', table='dashboards_reportfile', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportfile',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "dashboards_reportfileevent" ("file_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "title") VALUES (NEW."file_id", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."report_id", NEW."title"); RETURN NULL;', hash='70345d76cbeb2faf2299fed19c550c847f8d4020', operation='UPDATE', pgid='pgtrigger_update_update_59d82', table='dashboards_reportfile', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportfile',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_reportfileevent" ("file_id", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "report_id", "title") VALUES (OLD."file_id", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."report_id", OLD."title"); RETURN NULL;', hash='2fa3a98487ae94eb9ff23781d4d1e8a7ae039e4f', operation='DELETE', pgid='pgtrigger_delete_delete_a7d19', table='dashboards_reportfile', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportfileevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='a32e6042654bf617c8379316705e48a1bae2b2dc', operation='INSERT', pgid='pgtrigger_chain_4e185', table='dashboards_reportfileevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsubscription',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_reportsubscriptionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."since", NEW."user_id"); RETURN NULL;', hash='fa596bb63e2dcf509416b5e3c730d85144794dd3', operation='INSERT', pgid='pgtrigger_insert_insert_bd454', table='dashboards_reportsubscription', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsubscription',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "dashboards_reportsubscriptionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "user_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."since", NEW."user_id"); RETURN NULL;', hash='aa3c815a13130be601e00d356fc280d10d9b4ed4', operation='UPDATE', pgid='pgtrigger_update_update_4c9fa', table='dashboards_reportsubscription', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsubscription',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "dashboards_reportsubscriptionevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "user_id") VALUES (OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."since", OLD."user_id"); RETURN NULL;', hash='c53268161a063a7dc6cf4de757527ce5f045dbe8', operation='DELETE', pgid='pgtrigger_delete_delete_29e12', table='dashboards_reportsubscription', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsubscriptionevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='c05c4e2c51e151564c42f295d1ffbd44b68b932b', operation='INSERT', pgid='pgtrigger_chain_6081f', table='dashboards_reportsubscriptionevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
