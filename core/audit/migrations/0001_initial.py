import core.operations
import django.db.models.deletion
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
        migrations.RunSQL(
            sql='\nCREATE OR REPLACE FUNCTION audit_content(p_table text, p_key text, p_row bigint) RETURNS text\nLANGUAGE plpgsql STABLE\nSET timezone = \'UTC\' SET search_path = public, pg_temp\nAS $body$\nDECLARE\n    content jsonb;\nBEGIN\n    EXECUTE format(\'SELECT jsonb_strip_nulls(to_jsonb(t)) FROM %I t WHERE %I = $1\', p_table, p_key) INTO content USING p_row;\n    RETURN content::text;\nEND\n$body$;\n\nCREATE OR REPLACE FUNCTION audit_append(p_table text, p_key text, p_row bigint) RETURNS void\nLANGUAGE plpgsql SECURITY DEFINER\nSET timezone = \'UTC\' SET search_path = public, pg_temp\nAS $body$\nDECLARE\n    content_digest text;\n    last_seq bigint;\n    last_hash text;\nBEGIN\n    PERFORM pg_advisory_xact_lock(7241405);\n    content_digest := encode(sha256(convert_to(coalesce(audit_content(p_table, p_key, p_row), \'\'), \'UTF8\')), \'hex\');\n    SELECT seq, hash INTO last_seq, last_hash FROM audit_link ORDER BY seq DESC LIMIT 1;\n    last_seq := coalesce(last_seq, 0);\n    last_hash := coalesce(last_hash, repeat(\'0\', 64));\n    INSERT INTO audit_link (seq, "table", "row", content_hash, previous_hash, hash, at)\n    VALUES (\n        last_seq + 1, p_table, p_row, content_digest, last_hash,\n        encode(sha256(convert_to(\n            last_hash || \':\' || (last_seq + 1)::text || \':\' || p_table || \':\' || p_row::text || \':\' || content_digest, \'UTF8\'\n        )), \'hex\'),\n        clock_timestamp()\n    );\nEND\n$body$;\n',
            reverse_sql='\nDROP FUNCTION IF EXISTS audit_append(text, text, bigint);\nDROP FUNCTION IF EXISTS audit_content(text, text, bigint);\n',
        ),
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Link',
                    fields=[
                        ('seq', models.BigIntegerField(primary_key=True, serialize=False)),
                        ('table', models.CharField(max_length=80)),
                        ('row', models.BigIntegerField()),
                        ('content_hash', models.CharField(max_length=64)),
                        ('previous_hash', models.CharField(max_length=64)),
                        ('hash', models.CharField(max_length=64)),
                        ('at', models.DateTimeField()),
                    ],
                    options={
                        'verbose_name': 'link of the hash chain',
                        'verbose_name_plural': 'links of the hash chain',
                        'constraints': [models.UniqueConstraint(fields=('table', 'row'), name='audit_link_once_per_row')],
                    },
                ),
                migrations.CreateModel(
                    name='Entry',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('at', models.DateTimeField(db_index=True, verbose_name='time')),
                        ('action', models.CharField(db_index=True, max_length=80, verbose_name='action')),
                        ('target_type', models.CharField(max_length=80, verbose_name='kind')),
                        ('target_id', models.CharField(max_length=40, verbose_name='row')),
                        ('target_label', models.CharField(blank=True, max_length=200, verbose_name='name')),
                        ('before', models.CharField(blank=True, max_length=40, verbose_name='before')),
                        ('after', models.CharField(blank=True, max_length=40, verbose_name='after')),
                        ('reason', models.TextField(blank=True, verbose_name='reason')),
                        ('data', models.JSONField(default=dict, verbose_name='details')),
                        ('request_id', models.CharField(blank=True, max_length=40, verbose_name='request')),
                        ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ],
                    options={
                        'verbose_name': 'audit entry',
                        'verbose_name_plural': 'audit entries',
                        'ordering': ['-id'],
                        'indexes': [models.Index(fields=['target_type', 'target_id', 'id'], name='audit_entry_target')],
                    },
                ),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entry',
            trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'id', NEW.id::bigint); RETURN NULL;", hash='c2d247b46c3b7181aacfaecc3bffd8b86591b33d', operation='INSERT', pgid='pgtrigger_chain_fc4fc', table='audit_entry', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
    ]
