"""Tasks, follow-up, closure and readmission: when they are due, who does them, what they need."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from clinic.cases.choices import CaseStatus
from clinic.cases.diagnosis_errors import NotYetOver
from clinic.cases.permissions import standings
from clinic.treatment.errors import FollowUpOpen, OutcomeNotShown, ProjectsOpen, RecordedAlready, TooEarly
from clinic.treatment.models import FollowUp, Outcome
from clinic.treatment.selectors.results import follow_ups_of, readings_of, so_far
from clinic.treatment.services import closing, follow_ups, plans, projects, tasks
from clinic.units.errors import MeasuredAlready
from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.choices import Channel
from core.messages.models import Message
from core.persian.calendar import add_months_to_date
from tests.factories import accounts
from tests.factories.clinic_cases import Made, outsiders
from tests.factories.clinic_treatment import (
    PlanFactory,
    before_and_after,
    close_revived,
    soon,
)
from tests.factories.clinic_units import ReadingFactory

pytestmark = pytest.mark.django_db


def test_treatment_begins_after_the_agreement_and_follow_up_after_every_project(made: Made) -> None:
    with pytest.raises(WrongState):
        plans.begin_treatment(case_id=made.case.pk, by=made.specialist(), now=clock.now())
    PlanFactory.agreed(made, PlanFactory(made, with_projects=2))
    first, second = made.case.plans.get().projects.all()
    with pytest.raises(WrongState):
        projects.begin(project_id=first.pk, by=made.specialist(), now=clock.now())
    plans.begin_treatment(case_id=made.case.pk, by=made.specialist(), now=clock.now())
    projects.begin(project_id=first.pk, by=made.specialist(), now=clock.now())
    done = projects.finish(project_id=first.pk, by=made.specialist(), now=clock.now())
    assert done.status == "DONE" and not done.steps.filter(done_on__isnull=True).exists()
    with pytest.raises(ProjectsOpen):
        follow_ups.begin(case_id=made.case.pk, by=made.lead, now=clock.now())
    with pytest.raises(InvalidInput):
        projects.drop(project_id=second.pk, reason=" ", by=made.lead, now=clock.now())
    projects.drop(project_id=second.pk, reason="شریک پیدا نشد", by=made.lead, now=clock.now())
    with pytest.raises(PermissionRefused):
        follow_ups.begin(case_id=made.case.pk, by=made.specialist(), now=clock.now())
    follow_ups.begin(case_id=made.case.pk, by=made.lead, now=clock.now())
    assert made.reload().status == CaseStatus.FOLLOW_UP
    today = clock.today()
    assert [(row.month, row.due_on) for row in made.case.follow_ups.all()] == [
        (month, add_months_to_date(today, month)) for month in (3, 6, 12)
    ]


def test_a_task_is_done_by_whom_it_was_given_to_or_the_lead(made: Made) -> None:
    made.name("commercial")
    common = {"case_id": made.case.pk, "by": made.lead, "now": clock.now(), "due_on": soon(2)}
    mine = tasks.set_task(text="پیگیری بانک", assignee=made.specialist(), **common)
    theirs = tasks.set_task(text="آوردن فهرست بیمه", **common)
    assert theirs.for_unit and Message.objects.filter(template="clinic.task_set", user=made.owner).exists()
    for user in (made.owner, made.specialist("commercial"), accounts.manager()):
        with pytest.raises(PermissionRefused):
            tasks.finish(task_id=mine.pk, by=user, now=clock.now())
    with pytest.raises(PermissionRefused):
        tasks.finish(task_id=theirs.pk, by=made.specialist(), now=clock.now())
    assert tasks.finish(task_id=theirs.pk, by=made.owner, now=clock.now()).closed_by_id == made.owner.pk
    assert tasks.finish(task_id=mine.pk, by=made.specialist(), now=clock.now()).status == "DONE"
    with pytest.raises(InvalidInput):
        tasks.set_task(text="کار", assignee=accounts.manager(), **common)
    with pytest.raises(InvalidInput):
        tasks.set_task(text="کار", **{**common, "due_on": soon(-1)})
    gone = tasks.set_task(text="کار دیگر", **common)
    with pytest.raises(InvalidInput):
        tasks.cancel(task_id=gone.pk, reason="", by=made.lead, now=clock.now())
    assert tasks.cancel(task_id=gone.pk, reason="لازم نشد", by=made.lead, now=clock.now()).status == "CANCELLED"


def test_a_task_is_reminded_of_two_days_before_its_day_and_once(made: Made) -> None:
    tasks.set_task(case_id=made.case.pk, text="آوردن فهرست بیمه", due_on=soon(2), by=made.lead, now=clock.now())
    assert tasks.remind(now=clock.now()) == 1
    tasks.remind(now=clock.now())
    assert Message.objects.filter(template="clinic.task_due", channel=Channel.PORTAL).count() == 1
    assert tasks.remind(now=clock.now() + timedelta(days=1)) == 0
    assert tasks.remind(now=clock.now() + timedelta(days=3)) == 1


def test_a_measurement_is_asked_for_once_on_its_day_and_goes_to_the_register(in_follow_up: Made) -> None:
    first = in_follow_up.case.follow_ups.get(month=3)
    values = {"measured_on": clock.today(), "actual_capacity_percent": Decimal(45), "staff": 9}
    with pytest.raises(TooEarly):
        follow_ups.measure(follow_up_id=first.pk, values=values, note="", by=in_follow_up.specialist(), now=clock.now())
    assert follow_ups.ask_for_due(now=clock.now()) == 0
    with clock.shifted(timedelta(days=94)):
        assert follow_ups.ask_for_due(now=clock.now()) == 1
        assert follow_ups.ask_for_due(now=clock.now()) == 0
        asked = Message.objects.filter(template="clinic.follow_up_due", channel=Channel.PORTAL)
        assert {row.user_id for row in asked} == {in_follow_up.lead.pk, in_follow_up.specialist().pk}
        assert [line.is_late for line in follow_ups_of(in_follow_up.case, today=clock.today())] == [True, False, False]
        values["measured_on"] = clock.today()
        with pytest.raises(PermissionRefused):
            follow_ups.measure(follow_up_id=first.pk, values=values, note="", by=in_follow_up.owner, now=clock.now())
        row = follow_ups.measure(
            follow_up_id=first.pk, values=values, note="دو خط کار می‌کند", by=in_follow_up.specialist(), now=clock.now()
        )
        assert row.reading is not None and (row.reading.source, row.reading.staff) == ("FOLLOW_UP", 9)
        in_follow_up.case.unit.refresh_from_db()
        assert in_follow_up.case.unit.latest_reading_id == row.reading_id
        with pytest.raises(RecordedAlready):
            follow_ups.waive(follow_up_id=first.pk, reason="دوباره", by=in_follow_up.lead, now=clock.now())
    with clock.shifted(timedelta(days=186)):
        second = in_follow_up.case.follow_ups.get(month=6)
        common = {"follow_up_id": second.pk, "note": "", "by": in_follow_up.lead, "now": clock.now()}
        with pytest.raises(TooEarly):
            follow_ups.measure(values=values, **common)
        values["measured_on"] = clock.today()
        with pytest.raises(InvalidInput):
            follow_ups.measure(values={**values, "actual_capacity_percent": Decimal(151)}, **common)
        ReadingFactory(in_follow_up.case.unit, 50, measured_on=clock.today(), now=clock.now())
        with pytest.raises(MeasuredAlready):
            follow_ups.measure(values=values, **common)
        assert second.is_open


def test_the_database_keeps_readings_of_other_units_out_of_follow_up_and_outcome(
    in_follow_up: Made, diagnosed: Made
) -> None:
    made = in_follow_up
    foreign = ReadingFactory(diagnosed.case.unit, 60)
    own, later = before_and_after(made)
    with pytest.raises(IntegrityError, match="another unit"), transaction.atomic():
        FollowUp.objects.filter(case=made.case, month=3).update(
            reading=foreign, recorded_by=made.lead, recorded_at=clock.now()
        )
    with pytest.raises(IntegrityError, match="another unit"), transaction.atomic():
        Outcome.objects.create(
            case=made.case, before=own, after=foreign, evidence="قبض", recorded_by=made.lead, recorded_at=clock.now()
        )
    with pytest.raises(IntegrityError, match="compares_two"), transaction.atomic():
        Outcome.objects.create(
            case=made.case, before=later, after=later, evidence="قبض", recorded_by=made.lead, recorded_at=clock.now()
        )


def test_a_case_is_closed_when_all_is_measured_with_an_outcome_its_readings_show(in_follow_up: Made) -> None:
    before, after = before_and_after(in_follow_up)
    common = {
        "case_id": in_follow_up.case.pk, "reason": "دوره تمام شد", "evidence": "فهرست بیمه", "before_id": before.pk,
        "after_id": after.pk, "by": in_follow_up.lead, "now": clock.now(),
    }  # fmt: skip
    with pytest.raises(FollowUpOpen):
        closing.close(outcome="REVIVED", **common)
    for row in in_follow_up.case.follow_ups.all():
        with pytest.raises(PermissionRefused):
            follow_ups.waive(follow_up_id=row.pk, reason="زود بود", by=in_follow_up.specialist(), now=clock.now())
        follow_ups.waive(follow_up_id=row.pk, reason="زود بود", by=in_follow_up.lead, now=clock.now())
    with pytest.raises(InvalidInput):
        closing.close(outcome="CURED", **common)
    with pytest.raises(InvalidInput):
        closing.close(outcome="REVIVED", **{**common, "evidence": " "})
    with pytest.raises(InvalidInput):
        closing.close(outcome="REVIVED", **{**common, "before_id": after.pk, "after_id": before.pk})
    with pytest.raises(PermissionRefused):
        closing.close(outcome="REVIVED", **{**common, "by": in_follow_up.specialist()})
    weak = ReadingFactory(
        in_follow_up.case.unit, 15, measured_on=clock.today() - timedelta(days=20), staff=3, now=clock.now()
    )
    with pytest.raises(OutcomeNotShown):
        closing.close(outcome="REVIVED", **{**common, "after_id": weak.pk})
    member = in_follow_up.specialist()
    case = closing.close(outcome="REVIVED", **common)
    assert (case.status, case.outcome) == (CaseStatus.CLOSED, "REVIVED")
    assert Outcome.objects.get(case=case).evidence == "فهرست بیمه"
    assert standings(member, in_follow_up.reload()) == frozenset() and standings(
        in_follow_up.owner, in_follow_up.case
    ) == {"UNIT"}
    assert Message.objects.filter(template="clinic.case_closed", user=in_follow_up.owner).exists()


def test_an_improvement_needs_one_better_figure_and_before_and_after_lie_around_the_diagnosis(
    in_follow_up: Made,
) -> None:
    assert so_far(in_follow_up.case, readings_of(in_follow_up.case)) is None
    before = ReadingFactory(
        in_follow_up.case.unit, 50, measured_on=clock.today() - timedelta(days=40), staff=5, now=clock.now()
    )
    for row in in_follow_up.case.follow_ups.all():
        follow_ups.waive(follow_up_id=row.pk, reason="زود بود", by=in_follow_up.lead, now=clock.now())
    with clock.shifted(timedelta(days=100)):
        after = ReadingFactory(in_follow_up.case.unit, 50, measured_on=clock.today(), staff=5, now=clock.now())
        found = so_far(in_follow_up.case, readings_of(in_follow_up.case))
        assert found is not None and (found.before.pk, found.after.pk) == (before.pk, after.pk)
        common = {
            "case_id": in_follow_up.case.pk,
            "reason": "تمام",
            "evidence": "بازدید",
            "by": in_follow_up.lead,
            "now": clock.now(),
        }
        with pytest.raises(OutcomeNotShown):
            closing.close(outcome="IMPROVED", before_id=before.pk, after_id=after.pk, **common)
        case = closing.close(outcome="NOT_REVIVABLE", before_id=before.pk, after_id=after.pk, **common)
        assert case.outcome == "NOT_REVIVABLE"


def test_a_closed_case_is_taken_up_again_as_a_new_one_by_a_lead(in_follow_up: Made) -> None:
    common = {"case_id": in_follow_up.case.pk, "lead": in_follow_up.lead, "reason": "دوباره خوابید", "now": clock.now()}
    with pytest.raises(NotYetOver):
        closing.readmit(by=in_follow_up.lead, **common)
    close_revived(in_follow_up)
    for who, user in {**outsiders_of_closed(), "the unit": in_follow_up.owner}.items():
        with pytest.raises(PermissionRefused):
            closing.readmit(by=user, **common)
            pytest.fail(who)
    with pytest.raises(InvalidInput):
        closing.readmit(by=in_follow_up.lead, **{**common, "reason": " "})
    again = closing.readmit(by=in_follow_up.lead, **common)
    assert (again.readmission_of_id, again.status, again.unit_id) == (
        in_follow_up.case.pk,
        "ADMITTED",
        in_follow_up.case.unit_id,
    )
    assert in_follow_up.reload().outcome == "REVIVED"


def outsiders_of_closed() -> dict[str, object]:
    return {"the manager": accounts.manager(), "an officer": accounts.officer(), "an admin": accounts.admin()}


def test_strangers_do_nothing_with_a_case_in_follow_up(in_follow_up: Made) -> None:
    row = in_follow_up.case.follow_ups.get(month=3)
    for who, user in outsiders(in_follow_up).items():
        with pytest.raises(PermissionRefused):
            follow_ups.waive(follow_up_id=row.pk, reason="آزمون", by=user, now=clock.now())
            pytest.fail(who)
