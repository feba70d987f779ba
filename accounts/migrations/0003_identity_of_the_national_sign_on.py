import core.operations
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_people_and_documents'),
    ]

    operations = [
        core.operations.Together(
            operations=[
                pgtrigger.migrations.RemoveTrigger(
                    model_name='user',
                    name='insert_insert',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='user',
                    name='update_update',
                ),
                pgtrigger.migrations.RemoveTrigger(
                    model_name='user',
                    name='delete_delete',
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='user',
                    name='identity_verified_at',
                    field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='identity confirmed by the national sign-on at'),
                ),
                migrations.AddField(
                    model_name='userevent',
                    name='identity_verified_at',
                    field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='identity confirmed by the national sign-on at'),
                ),
                migrations.AlterField(
                    model_name='onetimecode',
                    name='purpose',
                    field=models.CharField(choices=[('sign_up', 'Sign up'), ('sign_in', 'Sign in'), ('reset', 'New password'), ('change_phone', 'New mobile number'), ('sign_on', 'First sign-in by the national sign-on')], max_length=16, verbose_name='purpose'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='user',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("date_joined", "email", "first_name", "id", "identity_verified_at", "is_active", "is_staff", "is_superuser", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_verified_at") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."identity_verified_at", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", NEW."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."phone_verified_at"); RETURN NULL;', hash='d026bcca1da858976aab62c78aa07cc0c633b175', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', table='accounts_user', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='user',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."identity_verified_at" IS DISTINCT FROM (NEW."identity_verified_at") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."national_code" IS DISTINCT FROM (NEW."national_code") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."phone_verified_at" IS DISTINCT FROM (NEW."phone_verified_at"))', func='INSERT INTO "accounts_userevent" ("date_joined", "email", "first_name", "id", "identity_verified_at", "is_active", "is_staff", "is_superuser", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_verified_at") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."identity_verified_at", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", NEW."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."phone_verified_at"); RETURN NULL;', hash='dff2f0a550676acdcad676974664e717df67e2b5', operation='UPDATE', pgid='pgtrigger_update_update_0e890', table='accounts_user', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='user',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("date_joined", "email", "first_name", "id", "identity_verified_at", "is_active", "is_staff", "is_superuser", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_verified_at") VALUES (OLD."date_joined", OLD."email", OLD."first_name", OLD."id", OLD."identity_verified_at", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."last_name", OLD."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."phone_verified_at"); RETURN NULL;', hash='1ee9eab2b1a47a7646d3475ee276b070d7da40fd', operation='DELETE', pgid='pgtrigger_delete_delete_19f14', table='accounts_user', when='AFTER')),
                ),
            ],
        ),
    ]
