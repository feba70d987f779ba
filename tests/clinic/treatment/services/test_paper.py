"""A unit without an account answers on paper: recorded by the lead, whole or not at all, read by those who work on the case."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction

from clinic.cases.choices import CaseStatus
from clinic.cases.selectors.looks import looks_of
from clinic.treatment.errors import AnswersHimself
from clinic.treatment.models import PaperAnswer, TreatmentPlan
from clinic.treatment.services import plans
from core import clock
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.files.access import grant_for
from core.files.errors import FileRefused
from core.files.services import open_logged
from tests.factories import accounts
from tests.factories.clinic_cases import outsiders
from tests.factories.clinic_treatment import (
    PlanFactory,
    Planned,
    TreatmentFactory,
    answer_on_paper,
    soon,
    without_account,
)  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def once_waiting(make_once: Any) -> Planned:
    def build() -> Planned:
        made = TreatmentFactory.in_status("DIAGNOSED")
        plan = PlanFactory.approved(made, PlanFactory(made))
        return without_account(made), plan

    return make_once(build)


@pytest.fixture
def waiting(once_waiting: Planned) -> Planned:
    """A plan that lies before a unit without an account."""
    return deepcopy(once_waiting)


def test_what_a_unit_without_an_account_signed_by_hand_puts_its_plan_in_force(waiting: Planned) -> None:
    made, plan = waiting
    plan = answer_on_paper(plan, made.lead, signer="  حسین   نمونه ")
    assert (plan.status, plan.on_paper, plan.accepted_by, made.reload().status) == (
        "ACCEPTED_BY_UNIT", True, None, CaseStatus.PLAN_APPROVED,
    )  # fmt: skip
    paper = plan.paper
    assert (paper.agreed, paper.signer, paper.role, paper.recorded_by) == (True, "حسین نمونه", "OWNER", made.lead)
    actions = Entry.objects.filter(actor=made.lead).values_list("action", flat=True)
    assert {"treatment.plan.paper_recorded", "treatment.plan.agreed_on_paper"} <= set(actions)
    with pytest.raises(WrongState):
        answer_on_paper(plan, made.lead)


def test_a_unit_that_declines_on_paper_gives_its_reason(waiting: Planned) -> None:
    made, plan = waiting
    with pytest.raises(InvalidInput) as refusal:
        answer_on_paper(plan, made.lead, agreed=False, reason=" ")
    assert refusal.value.field == "reason"
    plan = answer_on_paper(plan, made.lead, agreed=False, reason="هزینه زیاد است")
    assert (plan.status, plan.return_reason, plan.accepted_at) == ("RETURNED", "هزینه زیاد است", None)
    assert (plan.paper.agreed, made.reload().status) == (False, CaseStatus.DIAGNOSED)
    assert plans.draft(case_id=made.case.pk, by=made.specialist(), now=clock.now()).version == 2


def test_the_paper_of_somebody_who_could_answer_himself_is_refused_and_so_is_everybody_but_the_lead(
    planned: Planned,
) -> None:
    made, plan = planned
    PlanFactory.approved(made, plan)
    with pytest.raises(AnswersHimself, match=made.owner.display_name):
        answer_on_paper(plan, made.lead)
    strangers = outsiders(made)
    without_account(made)
    for who in (made.specialist(), *strangers.values(), accounts.auditor()):
        with pytest.raises(PermissionRefused):
            answer_on_paper(plan, who)
    assert not PaperAnswer.objects.exists()


def test_an_odd_paper_is_refused_beside_its_field(waiting: Planned) -> None:
    made, plan = waiting
    odd: list[tuple[str, Any]] = [
        ("signed_on", soon(1)), ("signed_on", soon(-1)), ("signer", " "), ("signer", "ن" * 121), ("role", "FRIEND"),
    ]  # fmt: skip
    for field, value in odd:
        with pytest.raises(InvalidInput) as refusal:
            answer_on_paper(plan, made.lead, **{field: value})
        assert refusal.value.field == field
    for torn in (b"GIF89a not a paper", b"", b"%PDF-1.7 torn"):
        with pytest.raises(FileRefused):
            answer_on_paper(plan, made.lead, file=ContentFile(torn, name="agreement.pdf"))
    assert TreatmentPlan.objects.get(pk=plan.pk).status == "COMMITTEE_APPROVED"


def test_the_database_knows_no_answer_on_paper_without_its_paper_nor_a_paper_that_is_not_whole(
    waiting: Planned, planned: Planned
) -> None:
    made, plan = waiting
    rows = TreatmentPlan.objects.filter(pk=plan.pk)
    agreed = {"status": "ACCEPTED_BY_UNIT", "accepted_at": clock.now()}
    for change, why in (
        ({**agreed, "on_paper": True}, "on no paper"),
        (agreed, "agreement_is_whole"),
        ({"on_paper": True}, "on no paper"),
    ):
        with pytest.raises(DatabaseError, match=why), transaction.atomic():
            rows.update(**change)
    answer_on_paper(plan, made.lead)
    whole = PaperAnswer.objects.values().get()
    other, free = planned
    values = {**whole, "id": None, "plan_id": free.pk}
    with pytest.raises(DatabaseError, match="does not lie before the unit"), transaction.atomic():
        PaperAnswer.objects.create(**values)
    PlanFactory.approved(other, free)
    day = timedelta(days=1)
    for change, why in (
        ({"signer": ""}, "paper_answer_is_whole"), ({"role": ""}, "paper_answer_is_whole"), ({"file_id": None}, "null"),
        ({"agreed": False}, "refusal_has_reason"), ({"reason": "چرا"}, "refusal_has_reason"),
        ({"signed_on": whole["signed_on"] - day}, "before the committee"),
        ({"signed_on": whole["signed_on"] + day}, "to come"),
    ):  # fmt: skip
        with pytest.raises(DatabaseError, match=why), transaction.atomic():
            PaperAnswer.objects.create(**{**values, **change})
    with pytest.raises(DatabaseError), transaction.atomic():
        PaperAnswer.objects.update(signer="دیگری")


def test_the_paper_is_opened_by_those_who_work_on_the_case_and_by_auditors_and_the_look_stands_in_the_record(
    waiting: Planned,
) -> None:
    made, plan = waiting
    file = answer_on_paper(plan, made.lead).paper.file
    for user in (made.lead, made.specialist(), accounts.auditor()):
        assert grant_for(user, file) is not None
    for name, user in {**outsiders(made), "the unit": made.owner}.items():
        assert grant_for(user, file) is None, name
    open_logged(file=file, by=made.specialist(), purpose="cases.file", now=clock.now())
    assert [(line.by, line.is_file) for line in looks_of(made.case)] == [(made.specialist().display_name, True)]
