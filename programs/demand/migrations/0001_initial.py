import core.fields.models
import core.operations
import django.core.validators
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0003_identity_of_the_national_sign_on'),
        ('estates', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.CreateModel(
                    name='Wish',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('area_from', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100000)], verbose_name='area from (m²)')),
                        ('area_to', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100000)], verbose_name='area to (m²)')),
                        ('use', core.fields.models.PersianTextField(max_length=600, verbose_name='what it is for')),
                        ('wanted_since', models.DateField(verbose_name='wanted since')),
                        ('phone_ok', models.BooleanField(default=False, verbose_name='may be called')),
                        ('status', models.CharField(choices=[('LIVE', 'in the register'), ('WITHDRAWN', 'taken back'), ('LAPSED', 'run out')], default='LIVE', editable=False, max_length=10, verbose_name='status')),
                        ('valid_until', models.DateField(verbose_name='valid until')),
                        ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked to renew')),
                        ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='ended at')),
                        ('created_at', models.DateTimeField(verbose_name='entered')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('applicant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wishes', to='accounts.applicant', verbose_name='applicant')),
                        ('county', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.county', verbose_name='county wanted')),
                        ('estate', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.estate', verbose_name='estate wanted')),
                        ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('trade', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'verbose_name': 'wish for a place',
                        'verbose_name_plural': 'wishes for a place',
                        'ordering': ['-id'],
                    },
                ),
                migrations.CreateModel(
                    name='WishEvent',
                    fields=[
                        ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                        ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                        ('pgh_label', models.TextField(help_text='The event label.')),
                        ('pgh_context', pghistory.utils.JSONField(null=True)),
                        ('pgh_context_id', models.UUIDField(null=True)),
                        ('id', models.BigIntegerField()),
                        ('area_from', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100000)], verbose_name='area from (m²)')),
                        ('area_to', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100000)], verbose_name='area to (m²)')),
                        ('use', core.fields.models.PersianTextField(max_length=600, verbose_name='what it is for')),
                        ('wanted_since', models.DateField(verbose_name='wanted since')),
                        ('phone_ok', models.BooleanField(default=False, verbose_name='may be called')),
                        ('status', models.CharField(choices=[('LIVE', 'in the register'), ('WITHDRAWN', 'taken back'), ('LAPSED', 'run out')], default='LIVE', editable=False, max_length=10, verbose_name='status')),
                        ('valid_until', models.DateField(verbose_name='valid until')),
                        ('asked_at', models.DateTimeField(editable=False, null=True, verbose_name='asked to renew')),
                        ('ended_at', models.DateTimeField(editable=False, null=True, verbose_name='ended at')),
                        ('created_at', models.DateTimeField(verbose_name='entered')),
                        ('updated_at', models.DateTimeField(verbose_name='changed')),
                        ('is_illustrative', models.BooleanField(default=False, verbose_name='illustrative data')),
                        ('applicant', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.applicant', verbose_name='applicant')),
                        ('county', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.county', verbose_name='county wanted')),
                        ('estate', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.estate', verbose_name='estate wanted')),
                        ('made_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                        ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='demand.wish')),
                        ('trade', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='estates.trade', verbose_name='trade')),
                    ],
                    options={
                        'abstract': False,
                    },
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                migrations.AddIndex(
                    model_name='wish',
                    index=models.Index(fields=['status', 'trade', 'county'], name='wish_by_trade_and_place'),
                ),
                migrations.AddConstraint(
                    model_name='wish',
                    constraint=models.UniqueConstraint(condition=models.Q(('status', 'LIVE')), fields=('applicant', 'trade'), name='wish_one_live_per_trade'),
                ),
                migrations.AddConstraint(
                    model_name='wish',
                    constraint=models.CheckConstraint(condition=models.Q(('area_from__lte', models.F('area_to'))), name='wish_area_in_order'),
                ),
                migrations.AddConstraint(
                    model_name='wish',
                    constraint=models.CheckConstraint(condition=models.Q(('area_from__gte', 1), ('area_to__lte', 100000)), name='wish_area_possible'),
                ),
                migrations.AddConstraint(
                    model_name='wish',
                    constraint=models.CheckConstraint(condition=models.Q(('status__in', ['LIVE', 'WITHDRAWN', 'LAPSED'])), name='wish_status_known'),
                ),
                migrations.AddConstraint(
                    model_name='wish',
                    constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('status', 'LIVE')), models.Q(models.Q(('status', 'LIVE'), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='wish_end_has_time'),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='wish',
                    trigger=pgtrigger.compiler.Trigger(name='wish_owner_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."applicant_id" IS DISTINCT FROM (NEW."applicant_id") OR OLD."trade_id" IS DISTINCT FROM (NEW."trade_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='c4b5490f0b069affb018bd41fc477a2bac84884d', operation='UPDATE', pgid='pgtrigger_wish_owner_stays_8a69c', table='demand_wish', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='wish',
                    trigger=pgtrigger.compiler.Trigger(name='wish_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='332488d0dbcd82aa12a3ba39463ec13f9e287fbd', operation='DELETE', pgid='pgtrigger_wish_stays_c49c3', table='demand_wish', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='wish',
                    trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "demand_wishevent" ("applicant_id", "area_from", "area_to", "asked_at", "county_id", "created_at", "ended_at", "estate_id", "id", "is_illustrative", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_ok", "status", "trade_id", "updated_at", "use", "valid_until", "wanted_since") VALUES (NEW."applicant_id", NEW."area_from", NEW."area_to", NEW."asked_at", NEW."county_id", NEW."created_at", NEW."ended_at", NEW."estate_id", NEW."id", NEW."is_illustrative", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."phone_ok", NEW."status", NEW."trade_id", NEW."updated_at", NEW."use", NEW."valid_until", NEW."wanted_since"); RETURN NULL;', hash='f150dc112cc070620bf86ed1de3c3dc2e475c2d0', operation='INSERT', pgid='pgtrigger_insert_insert_ff46b', table='demand_wish', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='wish',
                    trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "demand_wishevent" ("applicant_id", "area_from", "area_to", "asked_at", "county_id", "created_at", "ended_at", "estate_id", "id", "is_illustrative", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_ok", "status", "trade_id", "updated_at", "use", "valid_until", "wanted_since") VALUES (NEW."applicant_id", NEW."area_from", NEW."area_to", NEW."asked_at", NEW."county_id", NEW."created_at", NEW."ended_at", NEW."estate_id", NEW."id", NEW."is_illustrative", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."phone_ok", NEW."status", NEW."trade_id", NEW."updated_at", NEW."use", NEW."valid_until", NEW."wanted_since"); RETURN NULL;', hash='12d096e78c66b8b3e15b1e6280fafcc1c7b71556', operation='UPDATE', pgid='pgtrigger_update_update_12559', table='demand_wish', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='wish',
                    trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "demand_wishevent" ("applicant_id", "area_from", "area_to", "asked_at", "county_id", "created_at", "ended_at", "estate_id", "id", "is_illustrative", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone_ok", "status", "trade_id", "updated_at", "use", "valid_until", "wanted_since") VALUES (OLD."applicant_id", OLD."area_from", OLD."area_to", OLD."asked_at", OLD."county_id", OLD."created_at", OLD."ended_at", OLD."estate_id", OLD."id", OLD."is_illustrative", OLD."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."phone_ok", OLD."status", OLD."trade_id", OLD."updated_at", OLD."use", OLD."valid_until", OLD."wanted_since"); RETURN NULL;', hash='83fc26934caf6e59bf49ea228f73b3f820ffad5b', operation='DELETE', pgid='pgtrigger_delete_delete_6fcbc', table='demand_wish', when='AFTER')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='wishevent',
                    trigger=pgtrigger.compiler.Trigger(name='chain', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func="PERFORM audit_append(TG_TABLE_NAME::text, 'pgh_id', NEW.pgh_id::bigint); RETURN NULL;", hash='f9674667a6181929afe00542fdb48909b77219f2', operation='INSERT', pgid='pgtrigger_chain_38218', table='demand_wishevent', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
                ),
            ],
        ),
    ]
