import core.operations
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('files', '0001_initial'),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.AddField(
                    model_name='document',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='file'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='owner',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='accounts.applicant', verbose_name='owner'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='replaces',
                    field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='accounts.document', verbose_name='replaces'),
                ),
                migrations.AddField(
                    model_name='documentevent',
                    name='added_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by'),
                ),
                migrations.AddField(
                    model_name='documentevent',
                    name='file',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='file'),
                ),
                migrations.AddField(
                    model_name='documentevent',
                    name='owner',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.applicant', verbose_name='owner'),
                ),
                migrations.AddField(
                    model_name='documentevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.document'),
                ),
                migrations.AddField(
                    model_name='documentevent',
                    name='replaces',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.document', verbose_name='replaces'),
                ),
                migrations.AddField(
                    model_name='groupclaim',
                    name='applicant',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='group_claims', to='accounts.applicant', verbose_name='applicant'),
                ),
                migrations.AddField(
                    model_name='documentevent',
                    name='claim',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.groupclaim', verbose_name='special group'),
                ),
                migrations.AddField(
                    model_name='document',
                    name='claim',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='accounts.groupclaim', verbose_name='special group'),
                ),
                migrations.AddField(
                    model_name='groupclaimevent',
                    name='applicant',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.applicant', verbose_name='applicant'),
                ),
                migrations.AddField(
                    model_name='groupclaimevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.groupclaim'),
                ),
                migrations.AddField(
                    model_name='legalentity',
                    name='created_by',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by'),
                ),
                migrations.AddField(
                    model_name='applicantevent',
                    name='legal_entity',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.legalentity', verbose_name='legal entity'),
                ),
                migrations.AddField(
                    model_name='applicant',
                    name='legal_entity',
                    field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applicant', to='accounts.legalentity', verbose_name='legal entity'),
                ),
                migrations.AddField(
                    model_name='legalentityevent',
                    name='created_by',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by'),
                ),
                migrations.AddField(
                    model_name='legalentityevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.legalentity'),
                ),
                migrations.AddField(
                    model_name='onetimecode',
                    name='user',
                    field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
                ),
                migrations.AddField(
                    model_name='person',
                    name='user',
                    field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL, verbose_name='account'),
                ),
                migrations.AddField(
                    model_name='applicantevent',
                    name='person',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.person', verbose_name='natural person'),
                ),
                migrations.AddField(
                    model_name='applicant',
                    name='person',
                    field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='applicant', to='accounts.person', verbose_name='natural person'),
                ),
                migrations.AddField(
                    model_name='personevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.person'),
                ),
                migrations.AddField(
                    model_name='personevent',
                    name='user',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account'),
                ),
                migrations.AddField(
                    model_name='rolegrant',
                    name='ended_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ended by'),
                ),
                migrations.AddField(
                    model_name='rolegrant',
                    name='granted_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='granted by'),
                ),
                migrations.AddField(
                    model_name='rolegrant',
                    name='user',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='role_grants', to=settings.AUTH_USER_MODEL, verbose_name='person'),
                ),
                migrations.AddField(
                    model_name='rolegrantevent',
                    name='ended_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='ended by'),
                ),
                migrations.AddField(
                    model_name='rolegrantevent',
                    name='granted_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='granted by'),
                ),
                migrations.AddField(
                    model_name='rolegrantevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.rolegrant'),
                ),
                migrations.AddField(
                    model_name='rolegrantevent',
                    name='user',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
                ),
                migrations.AddField(
                    model_name='signatory',
                    name='confirmed_by',
                    field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by'),
                ),
                migrations.AddField(
                    model_name='signatory',
                    name='entity',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatories', to='accounts.legalentity', verbose_name='entity'),
                ),
                migrations.AddField(
                    model_name='signatory',
                    name='person',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='accounts.person', verbose_name='person'),
                ),
                migrations.AddField(
                    model_name='signatoryevent',
                    name='confirmed_by',
                    field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='confirmed by'),
                ),
                migrations.AddField(
                    model_name='signatoryevent',
                    name='entity',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.legalentity', verbose_name='entity'),
                ),
                migrations.AddField(
                    model_name='signatoryevent',
                    name='person',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.person', verbose_name='person'),
                ),
                migrations.AddField(
                    model_name='signatoryevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.signatory'),
                ),
                migrations.AddField(
                    model_name='userevent',
                    name='pgh_obj',
                    field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddConstraint(
                    model_name='user',
                    constraint=models.CheckConstraint(condition=models.Q(('national_code__regex', '^[0-9]{10}$')), name='user_national_code_ascii'),
                ),
                migrations.AddConstraint(
                    model_name='user',
                    constraint=models.CheckConstraint(condition=models.Q(('phone__regex', '^09[0-9]{9}$')), name='user_phone_ascii'),
                ),
                migrations.AddConstraint(
                    model_name='groupclaim',
                    constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('applicant', 'group'), name='groupclaim_once_for_each_group'),
                ),
                migrations.AddConstraint(
                    model_name='document',
                    constraint=models.CheckConstraint(condition=models.Q(('valid_until', None), ('issued_on', None), ('valid_until__gte', models.F('issued_on')), _connector='OR'), name='document_dates_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='document',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['ACTIVE', 'REPLACED', 'WITHDRAWN'])), name='document_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='document',
                    constraint=models.CheckConstraint(condition=models.Q(('replaces', None), models.Q(('replaces', models.F('id')), _negated=True), _connector='OR'), name='document_does_not_replace_itself'),
                ),
                migrations.AddConstraint(
                    model_name='legalentity',
                    constraint=models.CheckConstraint(condition=models.Q(('legal_national_id__regex', '^[0-9]{11}$')), name='entity_id_ascii'),
                ),
                migrations.AddConstraint(
                    model_name='legalentity',
                    constraint=models.CheckConstraint(condition=models.Q(('postal_code', ''), ('postal_code__regex', '^[0-9]{10}$'), _connector='OR'), name='entity_postal_code_ascii'),
                ),
                migrations.AddConstraint(
                    model_name='onetimecode',
                    constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('requested_at'))), name='code_lives_for_a_time'),
                ),
                migrations.AddConstraint(
                    model_name='onetimecode',
                    constraint=models.CheckConstraint(condition=models.Q(('attempts__lte', 3)), name='code_three_wrong_tries'),
                ),
                migrations.AddConstraint(
                    model_name='person',
                    constraint=models.CheckConstraint(condition=models.Q(('national_code__regex', '^[0-9]{10}$')), name='person_national_code_ascii'),
                ),
                migrations.AddConstraint(
                    model_name='person',
                    constraint=models.CheckConstraint(condition=models.Q(('postal_code', ''), ('postal_code__regex', '^[0-9]{10}$'), _connector='OR'), name='person_postal_code_ascii'),
                ),
                migrations.AddConstraint(
                    model_name='applicant',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'person'), ('legal_entity__isnull', True), ('person__isnull', False)), models.Q(('kind', 'legal_entity'), ('legal_entity__isnull', False), ('person__isnull', True)), _connector='OR'), name='applicant_is_one_person_or_one_entity'),
                ),
                migrations.AddConstraint(
                    model_name='rolegrant',
                    constraint=models.CheckConstraint(condition=models.Q(('granted_by', None), models.Q(('granted_by', models.F('user')), _negated=True), _connector='OR'), name='rolegrant_never_by_oneself'),
                ),
                migrations.AddConstraint(
                    model_name='rolegrant',
                    constraint=models.CheckConstraint(condition=models.Q(('role', 'applicant'), _negated=True), name='rolegrant_applicant_is_not_granted'),
                ),
                migrations.AddConstraint(
                    model_name='rolegrant',
                    constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='rolegrant_period_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='rolegrant',
                    constraint=models.UniqueConstraint(condition=models.Q(('valid_to', None)), fields=('user', 'role', 'scope'), name='rolegrant_one_open_for_each_scope'),
                ),
                migrations.AddConstraint(
                    model_name='signatory',
                    constraint=models.CheckConstraint(condition=models.Q(('valid_to', None), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='signatory_period_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='signatory',
                    constraint=models.UniqueConstraint(condition=models.Q(('valid_to', None)), fields=('entity', 'person'), name='signatory_one_open_for_each_person'),
                ),
                migrations.AddConstraint(
                    model_name='signatory',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at', None), ('confirmed_by', None)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='signatory_confirmed_by_somebody_at_some_time'),
                ),
                migrations.AddIndex(
                    model_name='user',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='user_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='document',
                    index=models.Index(fields=['owner', 'status'], name='document_owner_status'),
                ),
                migrations.AddIndex(
                    model_name='legalentity',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='entity_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='onetimecode',
                    index=models.Index(fields=['phone', 'requested_at'], name='code_of_phone'),
                ),
                migrations.AddIndex(
                    model_name='onetimecode',
                    index=models.Index(fields=['ip', 'requested_at'], name='code_from_address'),
                ),
                migrations.AddIndex(
                    model_name='onetimecode',
                    index=models.Index(fields=['requested_at'], name='code_age'),
                ),
                migrations.AddIndex(
                    model_name='person',
                    index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='person_search', opclasses=['gin_trgm_ops']),
                ),
                migrations.AddIndex(
                    model_name='rolegrant',
                    index=models.Index(fields=['role', 'scope'], name='rolegrant_role_scope'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='user',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_verified_at") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", NEW."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."phone_verified_at"); RETURN NULL;', hash='195c75848e6131d50ce98026058330948d07ec93', operation='INSERT', pgid='pgtrigger_insert_insert_3867c', table='accounts_user', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='user',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."date_joined" IS DISTINCT FROM (NEW."date_joined") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."national_code" IS DISTINCT FROM (NEW."national_code") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."phone_verified_at" IS DISTINCT FROM (NEW."phone_verified_at"))', func='INSERT INTO "accounts_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_verified_at") VALUES (NEW."date_joined", NEW."email", NEW."first_name", NEW."id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."last_name", NEW."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."phone_verified_at"); RETURN NULL;', hash='a538e30942d50b62ed5651b468404722e24ed005', operation='UPDATE', pgid='pgtrigger_update_update_0e890', table='accounts_user', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='user',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "phone_verified_at") VALUES (OLD."date_joined", OLD."email", OLD."first_name", OLD."id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."last_name", OLD."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."phone_verified_at"); RETURN NULL;', hash='6dd6bc03e0d7b36d3da7ccb46912cc622afa7e5f', operation='DELETE', pgid='pgtrigger_delete_delete_19f14', table='accounts_user', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='groupclaim',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_groupclaimevent" ("applicant_id", "claimed_at", "group", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_at") VALUES (NEW."applicant_id", NEW."claimed_at", NEW."group", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."withdrawn_at"); RETURN NULL;', hash='3199e8d6da3cfc4d1dcc7793f5394a5ae4aaa2b0', operation='INSERT', pgid='pgtrigger_insert_insert_0cd6c', table='accounts_groupclaim', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='groupclaim',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_groupclaimevent" ("applicant_id", "claimed_at", "group", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_at") VALUES (NEW."applicant_id", NEW."claimed_at", NEW."group", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."withdrawn_at"); RETURN NULL;', hash='7810165f3268d4a0c8519418cc01b482c1ca1a3d', operation='UPDATE', pgid='pgtrigger_update_update_52d5a', table='accounts_groupclaim', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='groupclaim',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_groupclaimevent" ("applicant_id", "claimed_at", "group", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_at") VALUES (OLD."applicant_id", OLD."claimed_at", OLD."group", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."withdrawn_at"); RETURN NULL;', hash='4df9ec8250e04127e274f5ab7af20c05f1a15a2c', operation='DELETE', pgid='pgtrigger_delete_delete_a6211', table='accounts_groupclaim', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='documentevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f781f1720571270d43dd06626710f33a857e3d9f', operation='INSERT', pgid='pgtrigger_chain_430b8', table='accounts_documentevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='document',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_documentevent" ("added_by_id", "claim_id", "created_at", "file_id", "id", "issued_on", "kind", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "status", "title", "valid_until") VALUES (NEW."added_by_id", NEW."claim_id", NEW."created_at", NEW."file_id", NEW."id", NEW."issued_on", NEW."kind", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."replaces_id", NEW."status", NEW."title", NEW."valid_until"); RETURN NULL;', hash='666acb565e9751debe9cd40504a7dd1b0de19724', operation='INSERT', pgid='pgtrigger_insert_insert_116b3', table='accounts_document', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='document',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_documentevent" ("added_by_id", "claim_id", "created_at", "file_id", "id", "issued_on", "kind", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "status", "title", "valid_until") VALUES (NEW."added_by_id", NEW."claim_id", NEW."created_at", NEW."file_id", NEW."id", NEW."issued_on", NEW."kind", NEW."number", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."replaces_id", NEW."status", NEW."title", NEW."valid_until"); RETURN NULL;', hash='32737a4d4f98a1b4121240b6ab4b94899ace5f56', operation='UPDATE', pgid='pgtrigger_update_update_bbbe2', table='accounts_document', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='document',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_documentevent" ("added_by_id", "claim_id", "created_at", "file_id", "id", "issued_on", "kind", "number", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "status", "title", "valid_until") VALUES (OLD."added_by_id", OLD."claim_id", OLD."created_at", OLD."file_id", OLD."id", OLD."issued_on", OLD."kind", OLD."number", OLD."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."replaces_id", OLD."status", OLD."title", OLD."valid_until"); RETURN NULL;', hash='bf494727bc7dd3d815dc53b71ae4ba4138d232e3', operation='DELETE', pgid='pgtrigger_delete_delete_7d7df', table='accounts_document', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='groupclaimevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f4a26436ece95e0ff13c8f4a46a8de91884c6b30', operation='INSERT', pgid='pgtrigger_chain_4dbc2', table='accounts_groupclaimevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='legalentity',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_legalentityevent" ("address", "city", "county", "created_at", "created_by_id", "id", "kind", "legal_national_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "registered_on", "registration_number", "registration_place", "updated_at") VALUES (NEW."address", NEW."city", NEW."county", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", NEW."legal_national_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."postal_code", NEW."registered_on", NEW."registration_number", NEW."registration_place", NEW."updated_at"); RETURN NULL;', hash='3651da7c6052247fd2722f943854a9e672a4d339', operation='INSERT', pgid='pgtrigger_insert_insert_b1d76', table='accounts_legalentity', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='legalentity',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."county" IS DISTINCT FROM (NEW."county") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."legal_national_id" IS DISTINCT FROM (NEW."legal_national_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postal_code" IS DISTINCT FROM (NEW."postal_code") OR OLD."registered_on" IS DISTINCT FROM (NEW."registered_on") OR OLD."registration_number" IS DISTINCT FROM (NEW."registration_number") OR OLD."registration_place" IS DISTINCT FROM (NEW."registration_place") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "accounts_legalentityevent" ("address", "city", "county", "created_at", "created_by_id", "id", "kind", "legal_national_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "registered_on", "registration_number", "registration_place", "updated_at") VALUES (NEW."address", NEW."city", NEW."county", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", NEW."legal_national_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."postal_code", NEW."registered_on", NEW."registration_number", NEW."registration_place", NEW."updated_at"); RETURN NULL;', hash='42dbc3c54e32be09fa53a972b21bd79bd3cd8148', operation='UPDATE', pgid='pgtrigger_update_update_4ee5a', table='accounts_legalentity', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='legalentity',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_legalentityevent" ("address", "city", "county", "created_at", "created_by_id", "id", "kind", "legal_national_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "registered_on", "registration_number", "registration_place", "updated_at") VALUES (OLD."address", OLD."city", OLD."county", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."legal_national_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."postal_code", OLD."registered_on", OLD."registration_number", OLD."registration_place", OLD."updated_at"); RETURN NULL;', hash='8e744285955876ee9f57fccbc4dd136dd9579b07', operation='DELETE', pgid='pgtrigger_delete_delete_01313', table='accounts_legalentity', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='legalentityevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='ab3040118a6453ef4970a6206bf42a7857381898', operation='INSERT', pgid='pgtrigger_chain_b9ea7', table='accounts_legalentityevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='person',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_personevent" ("address", "birth_date", "city", "county", "created_at", "father_name", "first_name", "gender", "id", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "updated_at", "user_id") VALUES (NEW."address", NEW."birth_date", NEW."city", NEW."county", NEW."created_at", NEW."father_name", NEW."first_name", NEW."gender", NEW."id", NEW."last_name", NEW."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone", NEW."postal_code", NEW."updated_at", NEW."user_id"); RETURN NULL;', hash='f61b7be1a9e457ae92260912d5805bdc6b372237', operation='INSERT', pgid='pgtrigger_insert_insert_6b541', table='accounts_person', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='person',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."city" IS DISTINCT FROM (NEW."city") OR OLD."county" IS DISTINCT FROM (NEW."county") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."father_name" IS DISTINCT FROM (NEW."father_name") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."national_code" IS DISTINCT FROM (NEW."national_code") OR OLD."phone" IS DISTINCT FROM (NEW."phone") OR OLD."postal_code" IS DISTINCT FROM (NEW."postal_code") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='INSERT INTO "accounts_personevent" ("address", "birth_date", "city", "county", "created_at", "father_name", "first_name", "gender", "id", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "updated_at", "user_id") VALUES (NEW."address", NEW."birth_date", NEW."city", NEW."county", NEW."created_at", NEW."father_name", NEW."first_name", NEW."gender", NEW."id", NEW."last_name", NEW."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone", NEW."postal_code", NEW."updated_at", NEW."user_id"); RETURN NULL;', hash='f5313a79455e69db30551acf55fe72d23091a4d9', operation='UPDATE', pgid='pgtrigger_update_update_70819', table='accounts_person', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='person',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_personevent" ("address", "birth_date", "city", "county", "created_at", "father_name", "first_name", "gender", "id", "last_name", "national_code", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "updated_at", "user_id") VALUES (OLD."address", OLD."birth_date", OLD."city", OLD."county", OLD."created_at", OLD."father_name", OLD."first_name", OLD."gender", OLD."id", OLD."last_name", OLD."national_code", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone", OLD."postal_code", OLD."updated_at", OLD."user_id"); RETURN NULL;', hash='0f984d72ef0562487286baaae5cd7301af7585e0', operation='DELETE', pgid='pgtrigger_delete_delete_18acd', table='accounts_person', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='applicantevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='0f65d9bdea978eca2022c01dc67fb48127277519', operation='INSERT', pgid='pgtrigger_chain_e595f', table='accounts_applicantevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='applicant',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_applicantevent" ("created_at", "id", "kind", "legal_entity_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."legal_entity_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='593b30cc065ab23e74d4219f9726704ed19d688a', operation='INSERT', pgid='pgtrigger_insert_insert_6338c', table='accounts_applicant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='applicant',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_applicantevent" ("created_at", "id", "kind", "legal_entity_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."created_at", NEW."id", NEW."kind", NEW."legal_entity_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id"); RETURN NULL;', hash='f075b2a3e1cc8b24ed77e75c977462f864e19296', operation='UPDATE', pgid='pgtrigger_update_update_79b5e', table='accounts_applicant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='applicant',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_applicantevent" ("created_at", "id", "kind", "legal_entity_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."created_at", OLD."id", OLD."kind", OLD."legal_entity_id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='8a7a57dbf92e2b4a2ae7b3ffa61b5280d62aff04', operation='DELETE', pgid='pgtrigger_delete_delete_c3323', table='accounts_applicant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='personevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='7a4d84ea3e6c2b8ad6146f5ded449e7df32a56d9', operation='INSERT', pgid='pgtrigger_chain_28d9b', table='accounts_personevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rolegrant',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_rolegrantevent" ("ended_by_id", "granted_at", "granted_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "role", "scope", "user_id", "valid_from", "valid_to") VALUES (NEW."ended_by_id", NEW."granted_at", NEW."granted_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reason", NEW."role", NEW."scope", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='4be47e1d5fa9fd78ce2d8bcfe48a26b7c2bbcfdb', operation='INSERT', pgid='pgtrigger_insert_insert_77ca7', table='accounts_rolegrant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rolegrant',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_rolegrantevent" ("ended_by_id", "granted_at", "granted_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "role", "scope", "user_id", "valid_from", "valid_to") VALUES (NEW."ended_by_id", NEW."granted_at", NEW."granted_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reason", NEW."role", NEW."scope", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='a889e17ae986baf095598ec867f6ce0bb6664cd3', operation='UPDATE', pgid='pgtrigger_update_update_f0e9e', table='accounts_rolegrant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rolegrant',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_rolegrantevent" ("ended_by_id", "granted_at", "granted_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "role", "scope", "user_id", "valid_from", "valid_to") VALUES (OLD."ended_by_id", OLD."granted_at", OLD."granted_by_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reason", OLD."role", OLD."scope", OLD."user_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;', hash='1e1fb5d60fefe6afe531c7e3f3c9699e3489a0ed', operation='DELETE', pgid='pgtrigger_delete_delete_d0e1f', table='accounts_rolegrant', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='rolegrantevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='6ef587b9e330c92e32d4643095bfe88af1d466a1', operation='INSERT', pgid='pgtrigger_chain_f0e45', table='accounts_rolegrantevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signatory',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_signatoryevent" ("confirmed_at", "confirmed_by_id", "created_at", "entity_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "valid_from", "valid_to") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."entity_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='abe04a0fafd9ca5a12ec9a80d1a085c09f90c8c0', operation='INSERT', pgid='pgtrigger_insert_insert_dffdc', table='accounts_signatory', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signatory',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_signatoryevent" ("confirmed_at", "confirmed_by_id", "created_at", "entity_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "valid_from", "valid_to") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."entity_id", NEW."id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."valid_from", NEW."valid_to"); RETURN NULL;', hash='3f472188fa121120956346e0b193d8cce01b83b7', operation='UPDATE', pgid='pgtrigger_update_update_4dc37', table='accounts_signatory', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signatory',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_signatoryevent" ("confirmed_at", "confirmed_by_id", "created_at", "entity_id", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "valid_from", "valid_to") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."created_at", OLD."entity_id", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."valid_from", OLD."valid_to"); RETURN NULL;', hash='2cf9d59e6bd3c9c5a0b5f5568df2716565a82bdb', operation='DELETE', pgid='pgtrigger_delete_delete_da42a', table='accounts_signatory', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='signatoryevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='93a1a7249fcd9ce6be7d2240760e87d3342e7c33', operation='INSERT', pgid='pgtrigger_chain_ff10f', table='accounts_signatoryevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='userevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f8dea2a541dcac2d76b1c71a6dc43511206b0b8f', operation='INSERT', pgid='pgtrigger_chain_82808', table='accounts_userevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
