import core.operations
import django.core.serializers.json
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
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
                    name='Message',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('key', models.CharField(max_length=160, verbose_name='key')),
                        ('channel', models.CharField(choices=[('sms', 'text message'), ('email', 'e-mail'), ('portal', 'page of messages')], max_length=10, verbose_name='channel')),
                        ('template', models.CharField(max_length=80, verbose_name='template')),
                        ('to', models.CharField(blank=True, max_length=254, verbose_name='recipient')),
                        ('language', models.CharField(max_length=10, verbose_name='language')),
                        ('params', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='values')),
                        ('subject', models.CharField(blank=True, max_length=200, verbose_name='subject')),
                        ('text', models.TextField(verbose_name='text')),
                        ('secret_text', models.TextField(blank=True, editable=False, verbose_name='text with code')),
                        ('status', models.CharField(choices=[('QUEUED', 'Waiting'), ('SENDING', 'Being sent'), ('SENT', 'Sent'), ('DELIVERED', 'Delivered'), ('FAILED', 'Not sent'), ('UNKNOWN', 'Perhaps sent')], default='QUEUED', max_length=10, verbose_name='state')),
                        ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='tries')),
                        ('gateway', models.CharField(blank=True, max_length=20, verbose_name='gateway')),
                        ('provider_id', models.CharField(blank=True, max_length=120, verbose_name='number at the gateway')),
                        ('error', models.CharField(blank=True, max_length=300, verbose_name='error')),
                        ('created_at', models.DateTimeField(verbose_name='written')),
                        ('sending_at', models.DateTimeField(blank=True, null=True, verbose_name='handed over')),
                        ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                        ('delivered_at', models.DateTimeField(blank=True, null=True, verbose_name='delivered')),
                        ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read at')),
                        ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ],
                    options={
                        'verbose_name': 'message',
                        'verbose_name_plural': 'messages',
                        'ordering': ['-created_at', '-id'],
                    },
                ),
                migrations.CreateModel(
                    name='MessageEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                        ('key', models.CharField(max_length=160, verbose_name='key')),
                        ('channel', models.CharField(choices=[('sms', 'text message'), ('email', 'e-mail'), ('portal', 'page of messages')], max_length=10, verbose_name='channel')),
                        ('template', models.CharField(max_length=80, verbose_name='template')),
                        ('to', models.CharField(blank=True, max_length=254, verbose_name='recipient')),
                        ('language', models.CharField(max_length=10, verbose_name='language')),
                        ('params', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='values')),
                        ('subject', models.CharField(blank=True, max_length=200, verbose_name='subject')),
                        ('text', models.TextField(verbose_name='text')),
                        ('status', models.CharField(choices=[('QUEUED', 'Waiting'), ('SENDING', 'Being sent'), ('SENT', 'Sent'), ('DELIVERED', 'Delivered'), ('FAILED', 'Not sent'), ('UNKNOWN', 'Perhaps sent')], default='QUEUED', max_length=10, verbose_name='state')),
                        ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='tries')),
                        ('gateway', models.CharField(blank=True, max_length=20, verbose_name='gateway')),
                        ('provider_id', models.CharField(blank=True, max_length=120, verbose_name='number at the gateway')),
                        ('error', models.CharField(blank=True, max_length=300, verbose_name='error')),
                        ('created_at', models.DateTimeField(verbose_name='written')),
                        ('sending_at', models.DateTimeField(blank=True, null=True, verbose_name='handed over')),
                        ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                        ('delivered_at', models.DateTimeField(blank=True, null=True, verbose_name='delivered')),
                        ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read at')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='outbox.message')),
                        ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
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
                    model_name='message',
                    constraint=models.UniqueConstraint(fields=('key', 'channel'), name='outbox_once_per_key_and_channel'),
                ),
                migrations.AddConstraint(
                    model_name='message',
                    constraint=models.CheckConstraint(condition=models.Q(('channel__in', ['sms', 'email', 'portal'])), name='outbox_channel_known'),
                ),
                migrations.AddConstraint(
                    model_name='message',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'UNKNOWN'])), name='outbox_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='message',
                    constraint=models.CheckConstraint(condition=models.Q(('channel', 'portal'), models.Q(('to', ''), _negated=True), _connector='OR'), name='outbox_has_an_address'),
                ),
                migrations.AddConstraint(
                    model_name='message',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('channel', 'portal'), _negated=True), ('user__isnull', False), _connector='OR'), name='outbox_portal_has_a_person'),
                ),
                migrations.AddConstraint(
                    model_name='message',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['SENT', 'DELIVERED']), _negated=True), ('sent_at__isnull', False), _connector='OR'), name='outbox_sent_has_a_time'),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=models.Index(fields=['user', '-created_at'], name='outbox_of_person'),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=models.Index(fields=['to', '-created_at'], name='outbox_to_address'),
                ),
                migrations.AddIndex(
                    model_name='message',
                    index=models.Index(condition=models.Q(('status__in', ['QUEUED', 'SENDING', 'FAILED', 'UNKNOWN'])), fields=['status', 'created_at'], name='outbox_not_through'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='message',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "outbox_messageevent" ("attempts", "channel", "created_at", "delivered_at", "error", "gateway", "id", "key", "language", "params", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "sending_at", "sent_at", "status", "subject", "template", "text", "to", "user_id") VALUES (NEW."attempts", NEW."channel", NEW."created_at", NEW."delivered_at", NEW."error", NEW."gateway", NEW."id", NEW."key", NEW."language", NEW."params", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."provider_id", NEW."read_at", NEW."sending_at", NEW."sent_at", NEW."status", NEW."subject", NEW."template", NEW."text", NEW."to", NEW."user_id"); RETURN NULL;', hash='b7ee40a111a90acea1a21c15c35fe41db11f64bf', operation='INSERT', pgid='pgtrigger_insert_insert_763be', table='outbox_message', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='message',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."delivered_at" IS DISTINCT FROM (NEW."delivered_at") OR OLD."error" IS DISTINCT FROM (NEW."error") OR OLD."gateway" IS DISTINCT FROM (NEW."gateway") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."params" IS DISTINCT FROM (NEW."params") OR OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."read_at" IS DISTINCT FROM (NEW."read_at") OR OLD."sending_at" IS DISTINCT FROM (NEW."sending_at") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."subject" IS DISTINCT FROM (NEW."subject") OR OLD."template" IS DISTINCT FROM (NEW."template") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."to" IS DISTINCT FROM (NEW."to") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='INSERT INTO "outbox_messageevent" ("attempts", "channel", "created_at", "delivered_at", "error", "gateway", "id", "key", "language", "params", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "sending_at", "sent_at", "status", "subject", "template", "text", "to", "user_id") VALUES (NEW."attempts", NEW."channel", NEW."created_at", NEW."delivered_at", NEW."error", NEW."gateway", NEW."id", NEW."key", NEW."language", NEW."params", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."provider_id", NEW."read_at", NEW."sending_at", NEW."sent_at", NEW."status", NEW."subject", NEW."template", NEW."text", NEW."to", NEW."user_id"); RETURN NULL;', hash='4685d71005aed8f5c7e904f6fd88e0cd9bc1cb8c', operation='UPDATE', pgid='pgtrigger_update_update_cd60f', table='outbox_message', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='message',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "outbox_messageevent" ("attempts", "channel", "created_at", "delivered_at", "error", "gateway", "id", "key", "language", "params", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "sending_at", "sent_at", "status", "subject", "template", "text", "to", "user_id") VALUES (OLD."attempts", OLD."channel", OLD."created_at", OLD."delivered_at", OLD."error", OLD."gateway", OLD."id", OLD."key", OLD."language", OLD."params", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."read_at", OLD."sending_at", OLD."sent_at", OLD."status", OLD."subject", OLD."template", OLD."text", OLD."to", OLD."user_id"); RETURN NULL;', hash='6db59f1878e0a7886efe3b31c848bf38cf48064f', operation='DELETE', pgid='pgtrigger_delete_delete_fdbcb', table='outbox_message', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='messageevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f0e2dd3437c1c1f93db0b4e1c92db59f4c6bcdd6', operation='INSERT', pgid='pgtrigger_chain_43ef9', table='outbox_messageevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
