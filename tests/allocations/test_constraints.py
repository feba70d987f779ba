"""The database is the last guard: every rule is broken here past the services, and refused."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F

from allocations.choices import ApplicationStatus, PaperStatus
from allocations.models import (
    Application,
    ApplicationGroup,
    Call,
    CallAmendment,
    CallExtension,
    CallGroup,
    CallPlot,
    CallTrade,
    Choice,
    CorrectionRequest,
    Criterion,
    EligibilityDecision,
    Paper,
    PaperRequirement,
    Receipt,
    SubmissionVersion,
)
from allocations.services.rule_rows import GroupSpec
from core import clock
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage, begin

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, Application]:
    def build() -> tuple[Stage, Application]:
        stage = CallFactory.published(groups=[GroupSpec("women", "بانوان")], reserved={3: "women"})
        return stage, ApplicationFactory.in_status("SUBMITTED", stage=stage)

    return make_once(build)


@pytest.fixture(scope="module")
def drafted(make_once: Any) -> Stage:
    return make_once(CallFactory.draft)


@pytest.fixture
def stage(made):
    return deepcopy(made[0])


@pytest.fixture
def submitted(made):
    return deepcopy(made[1])


@pytest.fixture
def draft(drafted):
    return deepcopy(drafted)


def refused(change, *, by: str = "") -> None:
    """`change` must be refused by the database, by the constraint or trigger called `by`, at once or at the commit."""
    with pytest.raises(DatabaseError, match=by or "."), transaction.atomic():
        change()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "عنوان دیگر"),
        ("mode", "LOTTERY"),
        ("slug", "another"),
        ("minimum_age", 17),
        ("tolerance", 1),
        ("randomness_event", "رویداد دیگر"),
        ("rules_sha256", "0" * 64),
        ("rules_json", "{}"),
        ("terms_json", "{}"),
        ("accepted_licences", []),
        ("lapse_rule", "REVIEW"),
    ],
)
def test_no_rule_of_a_published_call_changes(stage, name, value):
    refused(lambda: Call.objects.filter(pk=stage.call.pk).update(**{name: value}), by="rules of a published call")


def test_raw_sql_does_not_change_rules_either(stage):
    def change():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE allocations_call SET minimum_age = 5 WHERE id = %s", [stage.call.pk])

    refused(change, by="rules of a published call")


@pytest.mark.parametrize("model", [Criterion, CallPlot, CallGroup, PaperRequirement, CallTrade])
def test_no_row_of_the_rules_changes_or_goes_once_published(stage, model):
    rows = model.objects.filter(call=stage.call)
    assert rows.exists()
    refused(lambda: rows.update(call=F("call")), by="rules of a published call")
    refused(lambda: rows._raw_delete(rows.db), by="rules of a published call")


def test_no_row_of_the_rules_is_added_once_published(stage):
    refused(
        lambda: Criterion.objects.create(call=stage.call, code="late", name="دیر", weight=1),
        by="rules of a published call",
    )


def test_a_row_of_a_draft_does_not_move_into_a_published_call(stage, draft):
    rows = Criterion.objects.filter(call=draft.call, code="plan")
    refused(lambda: rows.update(call=stage.call, code="smuggled"), by="rules of a published call")


def test_rules_of_a_draft_change_freely(draft):
    assert Criterion.objects.filter(call=draft.call).update(name="نام تازه") == 2
    assert Call.objects.filter(pk=draft.call.pk).update(minimum_age=20) == 1


@pytest.mark.parametrize("name", ["closes_at", "corrections_until", "draw_at", "objections_until"])
def test_dates_of_a_published_call_only_lengthen(stage, name):
    earlier = getattr(stage.call, name) - timedelta(seconds=1)
    refused(lambda: Call.objects.filter(pk=stage.call.pk).update(**{name: earlier}), by="only lengthen")


def test_a_published_call_is_not_deleted_and_does_not_become_a_draft(stage):
    calls = Call.objects.filter(pk=stage.call.pk)
    refused(lambda: calls._raw_delete(calls.db))
    refused(lambda: calls.update(status="DRAFT"), by="draft again")


def test_an_amendment_opens_the_rules_for_its_own_transaction_only(stage):
    CallAmendment.objects.create(
        call=stage.call,
        version=2,
        reason="اصلاح",
        previous_rules_json="{}",
        previous_rules_sha256="0" * 64,
        previous_terms_json="{}",
        previous_terms_sha256="0" * 64,
        by=stage.member,
        at=clock.now(),
        transaction_number=1,
    )
    refused(lambda: Call.objects.filter(pk=stage.call.pk).update(minimum_age=17), by="rules of a published call")


def test_weights_of_a_published_call_add_up_to_a_hundred_at_commit(draft):
    Criterion.objects.filter(call=draft.call, code="years").update(weight=41)
    published = {
        "status": "PUBLISHED",
        "published_at": clock.now(),
        "published_by": draft.member,
        "rules_version": 1,
        "rules_sha256": "0" * 64,
        "terms_sha256": "0" * 64,
    }
    refused(lambda: Call.objects.filter(pk=draft.call.pk).update(**published), by="add up to 100")


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("opens_at", "closes_at", "call_opens_before_it_closes"),
        ("closes_at", "corrections_until", "call_corrections_after_closing"),
        ("corrections_until", "draw_at", "call_draw_after_corrections"),
        ("draw_at", "objections_until", "call_objections_after_draw"),
    ],
)
def test_dates_stand_in_order_in_a_draft_too(draft, first, second, name):
    call = draft.call
    later = getattr(call, second) + timedelta(seconds=1)
    refused(lambda: Call.objects.filter(pk=call.pk).update(**{first: later}), by=name)


def test_a_call_without_dates_or_hashes_is_not_published(draft):
    call = draft.call
    refused(lambda: Call.objects.filter(pk=call.pk).update(status="OPEN"), by="call_published_is_complete")
    refused(lambda: Call.objects.filter(pk=call.pk).update(status="CANCELLED"), by="call_cancelled_with_reason")
    refused(lambda: Call.objects.filter(pk=call.pk).update(scorers_per_application=1), by="call_two_or_three_scorers")


def test_an_extension_lengthens_before_the_end_and_stays(stage):
    end = stage.closes_at
    row = {"call": stage.call, "reason": "برف", "by": stage.member, "previous_closes_at": end}
    refused(
        lambda: CallExtension.objects.create(**row, closes_at=end, at=clock.now()), by="callextension_only_lengthens"
    )
    refused(
        lambda: CallExtension.objects.create(**row, closes_at=end + timedelta(days=1), at=end),
        by="callextension_before_the_end",
    )
    kept = CallExtension.objects.create(**row, closes_at=end + timedelta(days=1), at=clock.now())
    refused(lambda: CallExtension.objects.filter(pk=kept.pk).update(reason="دیگر"))


def test_one_application_for_each_applicant_and_call(submitted):
    refused(
        lambda: Application.objects.create(
            call=submitted.call,
            applicant=submitted.applicant,
            tracking_code="ZN-1405-2222222",
            started_by=submitted.started_by,
            created_at=clock.now(),
        ),
        by="application_one_per_applicant_and_call",
    )


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"status": "NONSENSE"}, "application_status_known"),
        ({"declared_at": None}, "application_handed_in_is_complete"),
        ({"trade": None}, "application_handed_in_is_complete"),
        ({"status": "WITHDRAWN"}, "application_withdrawal_dated"),
        ({"withdrawn_at": "2026-01-01T00:00Z"}, "application_withdrawal_dated"),
        ({"last_submitted_at": "2020-01-01T00:00Z"}, "application_last_not_before_first"),
        ({"licence_valid_until": "2001-01-01"}, "application_licence_dates"),
        ({"amount": 0}, "application_amount_positive"),
        ({"opaque_id": "a" * 26}, "never changes"),
        ({"tracking_code": "ZN-1405-2222222"}, "never changes"),
        ({"first_submitted_at": "2020-01-01T00:00Z"}, "never changes"),
    ],
)
def test_an_application_that_was_handed_in_keeps_its_facts(submitted, values, name):
    refused(lambda: Application.objects.filter(pk=submitted.pk).update(**values), by=name)


def test_names_in_the_public_record_have_one_shape(stage):
    draft = begin(stage, UserFactory())
    for wrong in ("A" * 26, "a" * 25, "1" * 26):
        refused(
            lambda value=wrong: Application.objects.filter(pk=draft.pk).update(opaque_id=value),
            by="application_opaque_id_shape",
        )


def test_a_plot_and_a_place_stand_once_in_a_list(submitted):
    first, second = submitted.choices.all()
    refused(lambda: Choice.objects.filter(pk=second.pk).update(position=first.position), by="choice_place_once")
    refused(lambda: Choice.objects.filter(pk=second.pk).update(call_plot=first.call_plot), by="choice_plot_once")
    refused(lambda: Choice.objects.filter(pk=second.pk).update(position=0), by="choice_place_from_one")


def test_one_paper_in_force_for_each_requirement(submitted):
    paper = submitted.papers.get()
    copy = {"application": submitted, "requirement": paper.requirement, "file": paper.file, "added_by": paper.added_by}
    refused(lambda: Paper.objects.create(**copy, added_at=clock.now()), by="paper_one_in_force")


def test_a_decision_has_its_author_and_a_refusal_its_reason(submitted):
    papers = Paper.objects.filter(application=submitted)
    refused(lambda: papers.update(status=PaperStatus.ACCEPTED), by="paper_decision_complete")
    decided = {"decided_by": UserFactory(), "decided_at": clock.now()}
    refused(lambda: papers.update(status=PaperStatus.REFUSED, **decided), by="paper_decision_complete")
    claim = ApplicationGroup.objects.create(application=submitted, group=submitted.call.groups.get())
    claims = ApplicationGroup.objects.filter(pk=claim.pk)
    refused(lambda: claims.update(accepted=True), by="applicationgroup_decision_complete")
    refused(lambda: claims.update(accepted=False, **decided), by="applicationgroup_decision_complete")


def test_eligibility_is_refused_with_reasons_and_accepted_by_a_person(submitted, stage):
    row = {"application": submitted, "at": clock.now()}
    refused(
        lambda: EligibilityDecision.objects.create(**row, eligible=False, by=stage.officer),
        by="eligibility_refusal_has_reasons",
    )
    refused(
        lambda: EligibilityDecision.objects.create(**row, eligible=False, by=stage.officer, reason_codes=["OTHER"]),
        by="eligibility_other_reason_is_told",
    )
    refused(
        lambda: EligibilityDecision.objects.create(**row, eligible=True, by=None), by="eligibility_accepted_by_a_person"
    )
    kept = EligibilityDecision.objects.create(**row, eligible=True, by=stage.officer)
    refused(lambda: EligibilityDecision.objects.filter(pk=kept.pk).update(note="دیگر"))


def test_one_correction_runs_at_a_time_and_ends_later(submitted, stage):
    now = clock.now()
    row = {"application": submitted, "items": ["craft"], "message": "؟", "requested_by": stage.officer}
    refused(lambda: CorrectionRequest.objects.create(**row, requested_at=now, until=now), by="correction_until_later")
    later = now + timedelta(days=1)
    refused(
        lambda: CorrectionRequest.objects.create(**{**row, "items": []}, requested_at=now, until=later),
        by="correction_names_items",
    )
    kept = CorrectionRequest.objects.create(**row, requested_at=now, until=later)
    refused(lambda: CorrectionRequest.objects.create(**row, requested_at=now, until=later), by="correction_one_open")
    refused(
        lambda: CorrectionRequest.objects.filter(pk=kept.pk).update(resolved_at=now), by="correction_outcome_complete"
    )


def test_what_was_handed_in_and_its_receipt_never_change(submitted):
    versions, receipts = SubmissionVersion.objects.filter(application=submitted), submitted.receipts.all()
    refused(lambda: versions.update(form_json="{}"))
    refused(lambda: versions._raw_delete(versions.db))
    refused(lambda: receipts.update(code="RS-1405-2222222"), by="never changes")
    version = versions.get()
    copy = {"application": submitted, "form_json": "{}", "sha256": "0" * 64, "by": version.by, "at": version.at}
    refused(
        lambda: SubmissionVersion.objects.create(**copy, number=2, cause="SUBMITTED"),
        by="submissionversion_one_first_submission",
    )
    refused(
        lambda: SubmissionVersion.objects.create(**copy, number=1, cause="EDITED"), by="submissionversion_number_once"
    )


def test_a_receipt_belongs_to_one_version(submitted):
    receipt = submitted.receipts.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Receipt.objects.create(
            application=submitted, version=receipt.version, code="RS-1405-2222222", issued_at=receipt.issued_at
        )


def test_the_negative_control_can_fail(stage):
    """`refused` does not pass for a change that the database accepts."""
    draft = begin(stage, UserFactory())
    with pytest.raises(pytest.fail.Exception):
        refused(lambda: Application.objects.filter(pk=draft.pk).update(status=ApplicationStatus.DRAFT))
