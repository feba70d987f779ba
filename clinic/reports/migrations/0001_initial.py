import core.fields.models
import core.operations
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
        ('treatment', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='DiagnosticReport',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('code', models.CharField(editable=False, max_length=20, verbose_name='code of the report')),
                        ('status', models.CharField(choices=[('WAITING', 'waits for signatures'), ('SIGNED', 'signed'), ('SUPERSEDED', 'replaced by a later version'), ('LAPSED', 'closed without all signatures')], default='WAITING', editable=False, max_length=10, verbose_name='status')),
                        ('diagnosed_at', models.DateTimeField(verbose_name='diagnosed at')),
                        ('data', models.JSONField(verbose_name='content')),
                        ('sha256', models.CharField(max_length=64, verbose_name='hash of the content')),
                        ('made_at', models.DateTimeField(verbose_name='made at')),
                        ('signed_at', models.DateTimeField(editable=False, null=True, verbose_name='signed by all at')),
                        ('superseded_at', models.DateTimeField(editable=False, null=True, verbose_name='replaced at')),
                        ('lapsed_at', models.DateTimeField(editable=False, null=True, verbose_name='closed unsigned at')),
                        ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='cases.case', verbose_name='case')),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                        ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='treatment.treatmentplan', verbose_name='plan of treatment')),
                    ],
                    options={
                        'verbose_name': 'diagnostic report',
                        'verbose_name_plural': 'diagnostic reports',
                        'ordering': ['case', '-version'],
                    },
                ),
                migrations.CreateModel(
                    name='DiagnosticReportEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('version', models.PositiveSmallIntegerField(verbose_name='version')),
                        ('code', models.CharField(editable=False, max_length=20, verbose_name='code of the report')),
                        ('status', models.CharField(choices=[('WAITING', 'waits for signatures'), ('SIGNED', 'signed'), ('SUPERSEDED', 'replaced by a later version'), ('LAPSED', 'closed without all signatures')], default='WAITING', editable=False, max_length=10, verbose_name='status')),
                        ('diagnosed_at', models.DateTimeField(verbose_name='diagnosed at')),
                        ('data', models.JSONField(verbose_name='content')),
                        ('sha256', models.CharField(max_length=64, verbose_name='hash of the content')),
                        ('made_at', models.DateTimeField(verbose_name='made at')),
                        ('signed_at', models.DateTimeField(editable=False, null=True, verbose_name='signed by all at')),
                        ('superseded_at', models.DateTimeField(editable=False, null=True, verbose_name='replaced at')),
                        ('lapsed_at', models.DateTimeField(editable=False, null=True, verbose_name='closed unsigned at')),
                        ('case', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.case', verbose_name='case')),
                        ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='made by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clinic_reports.diagnosticreport')),
                        ('plan', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='treatment.treatmentplan', verbose_name='plan of treatment')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ReportPaper',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('is_signed', models.BooleanField(default=False, verbose_name='bears the signatures')),
                        ('made_at', models.DateTimeField(verbose_name='made at')),
                        ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='file')),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='clinic_reports.diagnosticreport', verbose_name='diagnostic report')),
                    ],
                    options={
                        'verbose_name': 'paper of a report',
                        'verbose_name_plural': 'papers of reports',
                        'ordering': ['report', 'is_signed'],
                    },
                ),
                migrations.CreateModel(
                    name='ReportPaperEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('is_signed', models.BooleanField(default=False, verbose_name='bears the signatures')),
                        ('made_at', models.DateTimeField(verbose_name='made at')),
                        ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='file')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clinic_reports.reportpaper')),
                        ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clinic_reports.diagnosticreport', verbose_name='diagnostic report')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='ReportSignature',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('sha256', models.CharField(max_length=64, verbose_name='hash of the content')),
                        ('signed_at', models.DateTimeField(verbose_name='signed at')),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='cases.teammember', verbose_name='member of the team')),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='clinic_reports.diagnosticreport', verbose_name='diagnostic report')),
                    ],
                    options={
                        'verbose_name': 'signature of a report',
                        'verbose_name_plural': 'signatures of reports',
                        'ordering': ['report', 'signed_at', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='ReportSignatureEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('sha256', models.CharField(max_length=64, verbose_name='hash of the content')),
                        ('signed_at', models.DateTimeField(verbose_name='signed at')),
                        ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.teammember', verbose_name='member of the team')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clinic_reports.reportsignature')),
                        ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clinic_reports.diagnosticreport', verbose_name='diagnostic report')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
                migrations.CreateModel(
                    name='SignatureWaiver',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('reason', core.fields.models.PersianCharField(max_length=300, verbose_name='why it is not signed')),
                        ('waived_at', models.DateTimeField(verbose_name='recorded at')),
                        ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='cases.teammember', verbose_name='member of the team')),
                        ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='clinic_reports.diagnosticreport', verbose_name='diagnostic report')),
                        ('waived_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
                    ],
                    options={
                        'verbose_name': 'signature done without',
                        'verbose_name_plural': 'signatures done without',
                        'ordering': ['report', 'waived_at', 'id'],
                    },
                ),
                migrations.CreateModel(
                    name='SignatureWaiverEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('reason', core.fields.models.PersianCharField(max_length=300, verbose_name='why it is not signed')),
                        ('waived_at', models.DateTimeField(verbose_name='recorded at')),
                        ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='cases.teammember', verbose_name='member of the team')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='clinic_reports.signaturewaiver')),
                        ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='clinic_reports.diagnosticreport', verbose_name='diagnostic report')),
                        ('waived_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by')),
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
                    model_name='diagnosticreport',
                    constraint=models.UniqueConstraint(fields=('case', 'version'), name='clinic_report_version_once'),
                ),
                migrations.AddConstraint(
                    model_name='diagnosticreport',
                    constraint=models.UniqueConstraint(fields=('code',), name='clinic_report_code_once'),
                ),
                migrations.AddConstraint(
                    model_name='diagnosticreport',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('WAITING', 'SIGNED', 'LAPSED'))), fields=('case',), name='clinic_report_one_current'),
                ),
                migrations.AddConstraint(
                    model_name='diagnosticreport',
                    constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='clinic_report_version_from_one'),
                ),
                migrations.AddConstraint(
                    model_name='diagnosticreport',
                    constraint=models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='clinic_report_hash_shape'),
                ),
                migrations.AddConstraint(
                    model_name='diagnosticreport',
                    constraint=models.CheckConstraint(condition=models.Q(('code__regex', '^DR-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$')), name='clinic_report_code_shape'),
                ),
                migrations.AddConstraint(
                    model_name='diagnosticreport',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('lapsed_at__isnull', True), ('signed_at__isnull', True), ('status', 'WAITING'), ('superseded_at__isnull', True)), models.Q(('lapsed_at__isnull', True), ('signed_at__isnull', False), ('status', 'SIGNED'), ('superseded_at__isnull', True)), models.Q(('lapsed_at__isnull', True), ('status', 'SUPERSEDED'), ('superseded_at__isnull', False)), models.Q(('lapsed_at__isnull', False), ('signed_at__isnull', True), ('status', 'LAPSED'), ('superseded_at__isnull', True)), _connector='OR'), name='clinic_report_state_has_times'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='diagnosticreport',
                    trigger=pgtrigger.compiler.Trigger(name='report_content_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."diagnosed_at" IS DISTINCT FROM (NEW."diagnosed_at") OR OLD."data" IS DISTINCT FROM (NEW."data") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b7f217bf272f0b51677b0d844b8215abbdda22e3', operation='UPDATE', pgid='pgtrigger_report_content_stays_e13cd', table='clinic_reports_diagnosticreport', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='diagnosticreport',
                    trigger=pgtrigger.compiler.Trigger(name='filled_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF (OLD.signed_at IS NOT NULL AND NEW.signed_at IS DISTINCT FROM OLD.signed_at) OR (OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) OR (OLD.lapsed_at IS NOT NULL AND NEW.lapsed_at IS DISTINCT FROM OLD.lapsed_at) THEN RAISE EXCEPTION 'this part of the row never changes' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW;", hash='42247d6f83d31dae68abb555b7ad28d10be68f08', operation='UPDATE', pgid='pgtrigger_filled_once_3da4e', table='clinic_reports_diagnosticreport', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='diagnosticreport',
                    trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='209e879e208376fcb53e0c57736d3bdd9962558c', operation='DELETE', pgid='pgtrigger_stays_c442a', table='clinic_reports_diagnosticreport', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='diagnosticreport',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_diagnosticreportevent" ("case_id", "code", "data", "diagnosed_at", "id", "lapsed_at", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sha256", "signed_at", "status", "superseded_at", "version") VALUES (NEW."case_id", NEW."code", NEW."data", NEW."diagnosed_at", NEW."id", NEW."lapsed_at", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."sha256", NEW."signed_at", NEW."status", NEW."superseded_at", NEW."version"); RETURN NULL;', hash='ef60f0887c4f54f85347ec59a79d1c010b68751e', operation='INSERT', pgid='pgtrigger_insert_insert_e0bcb', table='clinic_reports_diagnosticreport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='diagnosticreport',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clinic_reports_diagnosticreportevent" ("case_id", "code", "data", "diagnosed_at", "id", "lapsed_at", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sha256", "signed_at", "status", "superseded_at", "version") VALUES (NEW."case_id", NEW."code", NEW."data", NEW."diagnosed_at", NEW."id", NEW."lapsed_at", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."plan_id", NEW."sha256", NEW."signed_at", NEW."status", NEW."superseded_at", NEW."version"); RETURN NULL;', hash='02aab5d3b23d8dbfd553be98accb1a5cda1993e4', operation='UPDATE', pgid='pgtrigger_update_update_cd513', table='clinic_reports_diagnosticreport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='diagnosticreport',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_diagnosticreportevent" ("case_id", "code", "data", "diagnosed_at", "id", "lapsed_at", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sha256", "signed_at", "status", "superseded_at", "version") VALUES (OLD."case_id", OLD."code", OLD."data", OLD."diagnosed_at", OLD."id", OLD."lapsed_at", OLD."made_at", OLD."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."plan_id", OLD."sha256", OLD."signed_at", OLD."status", OLD."superseded_at", OLD."version"); RETURN NULL;', hash='94ed83b6a778ca1b238fb31f11a6cac51775c6f7', operation='DELETE', pgid='pgtrigger_delete_delete_3c039', table='clinic_reports_diagnosticreport', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='diagnosticreportevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='b2dac34b2a9e1c610ae9583be9f56194a6114854', operation='INSERT', pgid='pgtrigger_chain_a254e', table='clinic_reports_diagnosticreportevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='reportpaper',
                    constraint=models.UniqueConstraint(fields=('report', 'is_signed'), name='clinic_report_paper_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportpaper',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eae35f3d7b645153a9425eff92e8e08b63bd84d4', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_a8cd7', table='clinic_reports_reportpaper', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportpaper',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_reportpaperevent" ("file_id", "id", "is_signed", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") VALUES (NEW."file_id", NEW."id", NEW."is_signed", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id"); RETURN NULL;', hash='95d454438623b2ca933d8d2a2379e524dd0d8fd3', operation='INSERT', pgid='pgtrigger_insert_insert_6d6d7', table='clinic_reports_reportpaper', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportpaper',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clinic_reports_reportpaperevent" ("file_id", "id", "is_signed", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") VALUES (NEW."file_id", NEW."id", NEW."is_signed", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id"); RETURN NULL;', hash='bf74391ef8c2d64149c6e55b9cf84c2c1c498cf1', operation='UPDATE', pgid='pgtrigger_update_update_5ba93', table='clinic_reports_reportpaper', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportpaper',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_reportpaperevent" ("file_id", "id", "is_signed", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id") VALUES (OLD."file_id", OLD."id", OLD."is_signed", OLD."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id"); RETURN NULL;', hash='e6fd7f9e7eaef90c0160e86832345cff0f0dba35', operation='DELETE', pgid='pgtrigger_delete_delete_e5b9f', table='clinic_reports_reportpaper', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportpaperevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='999ccb6eaa500a1f9fbaa3fa0b3122752516b32c', operation='INSERT', pgid='pgtrigger_chain_6425b', table='clinic_reports_reportpaperevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='reportsignature',
                    constraint=models.UniqueConstraint(fields=('report', 'member'), name='clinic_report_signed_once'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsignature',
                    trigger=pgtrigger.compiler.Trigger(name='signed_by_its_team', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE state text; home bigint; content text;', func="SELECT r.status, r.case_id, r.sha256 INTO state, home, content FROM clinic_reports_diagnosticreport r\nWHERE r.id = NEW.report_id FOR NO KEY UPDATE;\nIF state <> 'WAITING' THEN RAISE EXCEPTION 'this report is not signed any more' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF content <> NEW.sha256 THEN RAISE EXCEPTION 'this is not what the report says' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF NOT EXISTS (SELECT 1 FROM cases_teammember m WHERE m.id = NEW.member_id AND m.case_id = home\nAND m.left_at IS NULL) THEN\nRAISE EXCEPTION 'only the team of the case signs its report' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='a353a846cfe326bfcfb87fb394aad71dcc6ce935', operation='INSERT', pgid='pgtrigger_signed_by_its_team_56b9a', table='clinic_reports_reportsignature', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsignature',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f2524fccf9e37070df49d2ef43804e2114bb98ff', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_3f5dd', table='clinic_reports_reportsignature', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsignature',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_reportsignatureevent" ("id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "sha256", "signed_at") VALUES (NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."sha256", NEW."signed_at"); RETURN NULL;', hash='4e8b1217bd42a1ce56d272635aa794eaf6d9adf0', operation='INSERT', pgid='pgtrigger_insert_insert_78f6d', table='clinic_reports_reportsignature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsignature',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clinic_reports_reportsignatureevent" ("id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "sha256", "signed_at") VALUES (NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."sha256", NEW."signed_at"); RETURN NULL;', hash='c63fa1d8f507e049a4b71acc67c3048448ae3b36', operation='UPDATE', pgid='pgtrigger_update_update_14484', table='clinic_reports_reportsignature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsignature',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_reportsignatureevent" ("id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "sha256", "signed_at") VALUES (OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."sha256", OLD."signed_at"); RETURN NULL;', hash='c74b62c319f0c1fcca19461bc118bc28585f6b61', operation='DELETE', pgid='pgtrigger_delete_delete_054bd', table='clinic_reports_reportsignature', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reportsignatureevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='567cd96731d965dedaac199009a7020868dfecea', operation='INSERT', pgid='pgtrigger_chain_7046b', table='clinic_reports_reportsignatureevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                migrations.AddConstraint(
                    model_name='signaturewaiver',
                    constraint=models.UniqueConstraint(fields=('report', 'member'), name='clinic_report_waived_once'),
                ),
                migrations.AddConstraint(
                    model_name='signaturewaiver',
                    constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='clinic_report_waived_with_reason'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signaturewaiver',
                    trigger=pgtrigger.compiler.Trigger(name='waived_for_who_left', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE state text; home bigint;', func="SELECT r.status, r.case_id INTO state, home FROM clinic_reports_diagnosticreport r\nWHERE r.id = NEW.report_id FOR NO KEY UPDATE;\nIF state <> 'WAITING' THEN RAISE EXCEPTION 'this report is not signed any more' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF NOT EXISTS (SELECT 1 FROM cases_teammember m WHERE m.id = NEW.member_id AND m.case_id = home\nAND m.left_at IS NOT NULL) THEN\nRAISE EXCEPTION 'who is in the team signs for himself' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='0e532a98c252a16133472089de5829256f2feb86', operation='INSERT', pgid='pgtrigger_waived_for_who_left_88edf', table='clinic_reports_signaturewaiver', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signaturewaiver',
                    trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b5a3d26f7f06d9b094a3d65d70e5e6d1f0f54e33', operation='UPDATE OR DELETE', pgid='pgtrigger_written_once_b5d8f', table='clinic_reports_signaturewaiver', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signaturewaiver',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_signaturewaiverevent" ("id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "waived_at", "waived_by_id") VALUES (NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."report_id", NEW."waived_at", NEW."waived_by_id"); RETURN NULL;', hash='e7f280dafa9973b54df3cb8b5ca21716847c1857', operation='INSERT', pgid='pgtrigger_insert_insert_b76c2', table='clinic_reports_signaturewaiver', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signaturewaiver',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "clinic_reports_signaturewaiverevent" ("id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "waived_at", "waived_by_id") VALUES (NEW."id", NEW."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."report_id", NEW."waived_at", NEW."waived_by_id"); RETURN NULL;', hash='d375e86d5bc399cc945494f81ddd1b1b9b679787', operation='UPDATE', pgid='pgtrigger_update_update_821ea', table='clinic_reports_signaturewaiver', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signaturewaiver',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "clinic_reports_signaturewaiverevent" ("id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "report_id", "waived_at", "waived_by_id") VALUES (OLD."id", OLD."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."report_id", OLD."waived_at", OLD."waived_by_id"); RETURN NULL;', hash='05cbfee4012c8bb85e77001e857dbe0c96ef0ce3', operation='DELETE', pgid='pgtrigger_delete_delete_10ae9', table='clinic_reports_signaturewaiver', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signaturewaiverevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='552d71c3187b2b676672b61d3e51ff18cf791612', operation='INSERT', pgid='pgtrigger_chain_4a39c', table='clinic_reports_signaturewaiverevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
