import core.operations
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('files', '0001_initial'),
        ('programs', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        core.operations.Together(
            operations=[
                migrations.AlterField(
                    model_name='readingevidence',
                    name='file',
                    field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reading_evidence', to='files.storedfile', verbose_name='file'),
                ),
            ],
        ),
        core.operations.Together(
            operations=[
                pgtrigger.migrations.AddTrigger(
                    model_name='reading',
                    trigger=pgtrigger.compiler.Trigger(name='approved_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" = \'APPROVED\')', func="IF TG_OP = 'DELETE' OR OLD.superseded\nOR to_jsonb(NEW) - 'superseded' <> to_jsonb(OLD) - 'superseded' THEN\nRAISE EXCEPTION 'an approved reading is never changed: a correction is a new reading' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; RETURN NEW;", hash='241b2550d740211c8baae6ea94effd7c45cfc65d', operation='UPDATE OR DELETE', pgid='pgtrigger_approved_stays_0bd70', table='programs_reading', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='reading',
                    trigger=pgtrigger.compiler.Trigger(name='approved_fits_its_neighbours', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE budget bigint;', func="IF NEW.status <> 'APPROVED' OR NEW.superseded THEN RETURN NEW; END IF;\nIF NEW.series = 'PHYSICAL' THEN\nPERFORM 1 FROM programs_milestone WHERE id = NEW.milestone_id FOR UPDATE;\nIF EXISTS (SELECT 1 FROM programs_reading r WHERE r.milestone_id = NEW.milestone_id AND r.id <> NEW.id\nAND r.status = 'APPROVED' AND NOT r.superseded\nAND ((r.month < NEW.month AND r.percent > NEW.percent) OR (r.month > NEW.month AND r.percent < NEW.percent)))\nTHEN RAISE EXCEPTION 'a cumulative series does not run backwards' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nELSIF NEW.series = 'FINANCIAL' THEN\nSELECT approved INTO budget FROM programs_budgetline WHERE id = NEW.budget_line_id FOR UPDATE;\nIF NEW.allocated > budget THEN RAISE EXCEPTION 'more money than was approved' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nIF EXISTS (SELECT 1 FROM programs_reading r WHERE r.budget_line_id = NEW.budget_line_id AND r.id <> NEW.id\nAND r.status = 'APPROVED' AND NOT r.superseded\nAND ((r.month < NEW.month AND (r.allocated > NEW.allocated OR r.paid > NEW.paid))\nOR (r.month > NEW.month AND (r.allocated < NEW.allocated OR r.paid < NEW.paid))))\nTHEN RAISE EXCEPTION 'a cumulative series does not run backwards' USING ERRCODE = 'integrity_constraint_violation'; END IF;\nEND IF; RETURN NEW;", hash='83e0f73562a150c884d53dabdf6448f9ff9bce14', operation='INSERT OR UPDATE', pgid='pgtrigger_approved_fits_its_neighbours_5048b', table='programs_reading', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingevidence',
                    trigger=pgtrigger.compiler.Trigger(name='approved_stays', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint;', func="FOREACH touched IN ARRAY array_remove(ARRAY[NEW.reading_id, OLD.reading_id], NULL) LOOP\nIF EXISTS (SELECT 1 FROM programs_reading r WHERE r.id = touched AND r.status = 'APPROVED') THEN\nRAISE EXCEPTION 'an approved reading is never changed: a correction is a new reading' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; END LOOP;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='11d1dccfba6cabfb317dd813222d29c77b2edd01', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_approved_stays_7f188', table='programs_readingevidence', when='BEFORE')),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name='readingpart',
                    trigger=pgtrigger.compiler.Trigger(name='approved_stays', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE touched bigint;', func="FOREACH touched IN ARRAY array_remove(ARRAY[NEW.reading_id, OLD.reading_id], NULL) LOOP\nIF EXISTS (SELECT 1 FROM programs_reading r WHERE r.id = touched AND r.status = 'APPROVED') THEN\nRAISE EXCEPTION 'an approved reading is never changed: a correction is a new reading' USING ERRCODE = 'integrity_constraint_violation';\nEND IF; END LOOP;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='0fc884ccc3b1880cac4d1d87d102012026ec987b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_approved_stays_25544', table='programs_readingpart', when='BEFORE')),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['DRAFT', 'SUBMITTED', 'RETURNED']), ('milestone__isnull', False)), fields=('milestone', 'month'), name='reading_one_open_of_milestone'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['DRAFT', 'SUBMITTED', 'RETURNED']), ('budget_line__isnull', False)), fields=('budget_line', 'month'), name='reading_one_open_of_budget_line'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['DRAFT', 'SUBMITTED', 'RETURNED']), ('indicator__isnull', False)), fields=('indicator', 'month'), name='reading_one_open_of_indicator'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('paid__lte', models.F('allocated'))), name='reading_paid_of_allocated'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('value__gte', 0)), name='reading_value_not_negative'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('numerator__gte', 0)), name='reading_numerator_not_negative'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('denominator__isnull', True), ('denominator__gt', 0), _connector='OR'), name='reading_ratio_has_denominator'),
                ),
                migrations.AddConstraint(
                    model_name='reading',
                    constraint=models.CheckConstraint(condition=models.Q(('corrects__isnull', True), models.Q(('note', ''), _negated=True), _connector='OR'), name='reading_correction_says_why'),
                ),
                migrations.AddConstraint(
                    model_name='readingevidence',
                    constraint=models.UniqueConstraint(fields=('reading', 'file'), name='reading_evidence_once'),
                ),
            ],
        ),
    ]
