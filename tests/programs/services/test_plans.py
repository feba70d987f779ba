"""Plans: weights that make 100, dates inside, curves that never go back; the whole plan or nothing; approved means fixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, InternalError, transaction

from core.errors import Conflict, NotFound, PermissionRefused, WrongState
from core.persian.text import normalise
from programs.choices import BaselineStatus
from programs.errors import InUse, NotReady, PlanRefused, ProgrammeOver
from programs.models import Activity, Baseline, BaselineMonth, Milestone, Programme
from programs.selectors.plans import planned
from programs.services import plans
from programs.services.plan_rows import ActivityRow, MilestoneRow, MonthRow
from tests.factories import accounts
from tests.factories.programs import (
    ENDS,
    NOW,
    STARTS,
    ProgrammeFactory,
    activity_row,
    baseline_of,
    milestone_row,
    month,
    straight,
)

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def set_rows(programme: Programme, *rows: ActivityRow) -> list[Activity]:
    return plans.set_activities(programme_id=programme.pk, rows=rows, by=None, now=NOW)


BAD_ACTIVITIES: list[tuple[list[ActivityRow], str]] = [
    ([activity_row(1, "60"), activity_row(2, "35")], "add up to 95, not to 100"),
    ([activity_row(1, "60.5"), activity_row(2, "40")], "add up to 100.5, not to 100"),
    ([], "add up to 0, not to 100"),
    ([activity_row(1, "50"), activity_row(1, "50")], "position 1 is given twice"),
    ([activity_row(1, "100", name=" ")], "Row 1 has no name"),
    ([activity_row(1, "150"), activity_row(2, "-50")], "must be between 0 and 100"),
    ([activity_row(1, "100", starts_on=ENDS, ends_on=STARTS)], "ends before it begins"),
    ([activity_row(1, "100", starts_on=STARTS - DAY)], "must lie between"),
    ([activity_row(1, "100", ends_on=ENDS + DAY)], "must lie between"),
]


@pytest.mark.parametrize(("rows", "sentence"), BAD_ACTIVITIES)
def test_activities_that_make_no_plan_are_refused_whole(
    rows: list[ActivityRow], sentence: str, settings: object
) -> None:
    from django.utils import translation

    programme = ProgrammeFactory()
    set_rows(programme, activity_row(1, "100", name="پیش"))
    with translation.override("en"), pytest.raises(PlanRefused) as refused:
        set_rows(programme, *rows)
    assert sentence in refused.value.message
    assert [row.name for row in programme.activities.all()] == [normalise("پیش")]


def test_the_refusal_names_the_sum_in_persian_digits() -> None:
    programme = ProgrammeFactory()
    with pytest.raises(PlanRefused) as refused:
        set_rows(programme, activity_row(1, "60"), activity_row(2, "35"))
    assert "۹۵" in refused.value.message


def test_activities_change_places_and_names_in_one_step() -> None:
    programme = ProgrammeFactory()
    first, second = set_rows(programme, activity_row(1, "60"), activity_row(2, "40"))
    set_rows(programme, activity_row(2, "30", id=first.pk), activity_row(1, "70", id=second.pk, name="نو"))
    kept = {row.pk: (row.position, row.weight, row.name) for row in programme.activities.all()}
    assert kept == {first.pk: (2, Decimal(30), "فعالیت 2"), second.pk: (1, Decimal(70), "نو")}


def test_a_row_of_another_programme_is_not_taken_over() -> None:
    (foreign,) = set_rows(ProgrammeFactory(), activity_row(1, "100"))
    with pytest.raises(NotFound):
        set_rows(ProgrammeFactory(), activity_row(1, "100", id=foreign.pk))


def test_what_a_plan_rests_on_stays_and_can_weigh_nothing() -> None:
    programme = ProgrammeFactory.planned()
    first, second = programme.activities.all()
    with pytest.raises(InUse, match=second.name):
        set_rows(programme, activity_row(1, "100", id=first.pk))
    set_rows(programme, activity_row(1, "100", id=first.pk), activity_row(2, "0", id=second.pk))
    assert [row.weight for row in programme.activities.all()] == [100, 0]


def test_an_unused_activity_goes_with_its_milestones() -> None:
    programme = ProgrammeFactory()
    first, second = set_rows(programme, activity_row(1, "60"), activity_row(2, "40"))
    plans.set_milestones(activity_id=second.pk, rows=[milestone_row(1, "100")], by=None, now=NOW)
    set_rows(programme, activity_row(1, "100", id=first.pk))
    assert not Milestone.objects.exists()


BAD_MILESTONES: list[tuple[list[MilestoneRow], str]] = [
    ([milestone_row(1, "60"), milestone_row(2, "30")], "add up to 90, not to 100"),
    ([milestone_row(1, "50"), milestone_row(1, "50")], "position 1 is given twice"),
    ([milestone_row(1, "100", due_on=ENDS + DAY)], "must lie between"),
]


@pytest.mark.parametrize(("rows", "sentence"), BAD_MILESTONES)
def test_milestones_that_make_no_plan_are_refused_whole(rows: list[MilestoneRow], sentence: str) -> None:
    from django.utils import translation

    (activity,) = set_rows(ProgrammeFactory(), activity_row(1, "100"))
    with translation.override("en"), pytest.raises(PlanRefused) as refused:
        plans.set_milestones(activity_id=activity.pk, rows=rows, by=None, now=NOW)
    assert sentence in refused.value.message
    assert not Milestone.objects.exists()


def test_an_activity_does_not_shrink_below_its_milestones() -> None:
    programme = ProgrammeFactory()
    (activity,) = set_rows(programme, activity_row(1, "100"))
    plans.set_milestones(activity_id=activity.pk, rows=[milestone_row(1, "100")], by=None, now=NOW)
    with pytest.raises(PlanRefused, match="مرحله"):
        set_rows(programme, activity_row(1, "100", id=activity.pk, ends_on=month(6)))


def test_the_database_itself_keeps_weights_of_a_running_programme_at_100() -> None:
    programme = ProgrammeFactory.in_status("ACTIVE")
    Activity.objects.filter(programme=programme, position=1).update(weight=50)
    with pytest.raises(IntegrityError, match="weigh 100"), transaction.atomic():
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    Activity.objects.filter(programme=programme, position=1).update(weight=60)


Change = Callable[[list[MonthRow]], Sequence[MonthRow]]
BAD_MONTHS: list[tuple[Change, str]] = [
    (lambda rows: [*rows[:3], replace(rows[3], planned_percent=Decimal(5)), *rows[4:]], "goes back"),
    (lambda rows: [*rows[:-1], replace(rows[-1], planned_percent=Decimal("100.01"))], "is not between 0 and 100"),
    (lambda rows: rows[:-1], "does not reach 100 percent; it ends at 91.67"),
    (lambda rows: [*rows, replace(rows[-1], month=month(1, 1406))], "lies outside the programme"),
    (lambda rows: [replace(rows[0], month=month(12, 1404)), *rows[1:]], "lies outside the programme"),
    (lambda rows: [replace(rows[0], month=rows[0].month + DAY), *rows[1:]], "lies outside the programme"),
    (lambda rows: [*rows, rows[-1]], "stands there twice"),
    (lambda rows: [*rows[:3], replace(rows[3], planned_cost=1), *rows[4:]], "cost goes back"),
    (lambda rows: [*rows, replace(rows[0], activity_id=0)], "another programme"),
    (lambda rows: [], "does not reach 100 percent; it ends at 0"),
]


@pytest.mark.parametrize(("change", "sentence"), BAD_MONTHS)
def test_a_plan_by_month_that_cannot_be_is_refused_whole(change: Change, sentence: str) -> None:
    from django.utils import translation

    programme = ProgrammeFactory()
    rows = straight(set_rows(programme, activity_row(1, "100")))
    maker = accounts.programme_officer()
    with translation.override("en"), pytest.raises(PlanRefused) as refused:
        plans.draft_baseline(programme_id=programme.pk, rows=change(rows), by=maker, now=NOW)
    assert sentence in refused.value.message
    assert not Baseline.objects.exists()


def test_nobody_approves_his_own_plan() -> None:
    programme = ProgrammeFactory()
    set_rows(programme, activity_row(1, "100"))
    both = accounts.programme_officer()
    accounts.roles.grant(user_id=both.pk, role="manager", scope="", by=None, now=accounts.EARLIER)
    both.refresh_from_db()
    baseline = baseline_of(programme, by=both)
    with pytest.raises(PermissionRefused):
        plans.approve_baseline(baseline_id=baseline.pk, by=both, now=NOW)
    with pytest.raises(IntegrityError, match="baseline_approved_by_another"), transaction.atomic():
        Baseline.objects.filter(pk=baseline.pk).update(status="APPROVED", approved_by=both, approved_at=NOW)


def test_an_approved_plan_never_changes_and_a_new_version_keeps_it() -> None:
    programme = ProgrammeFactory.planned()
    old = programme.baselines.get()
    for attempt in (
        lambda: BaselineMonth.objects.filter(baseline=old).update(planned_percent=1),
        lambda: BaselineMonth.objects.filter(baseline=old).delete(),
        lambda: Baseline.objects.filter(pk=old.pk).update(note="دیگر"),
    ):
        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            attempt()
    new = baseline_of(programme, approved=True, cost=2_400)
    assert (old.version, new.version) == (1, 2)
    assert BaselineMonth.objects.filter(baseline=old).count() == 24
    assert planned([programme.pk], [month(12)])[programme.pk][month(12)] == (Decimal(100), 4_800)


def test_a_waiting_plan_is_written_anew_not_doubled() -> None:
    programme = ProgrammeFactory()
    set_rows(programme, activity_row(1, "100"))
    first, again = baseline_of(programme), baseline_of(programme, cost=24)
    assert first.pk == again.pk
    assert (again.status, BaselineMonth.objects.count()) == (BaselineStatus.DRAFT, 12)


def test_a_plan_made_before_weights_changed_is_not_approved() -> None:
    programme = ProgrammeFactory()
    first, second = set_rows(programme, activity_row(1, "60"), activity_row(2, "40"))
    baseline = baseline_of(programme)
    set_rows(programme, activity_row(1, "50", id=first.pk), activity_row(2, "50", id=second.pk))
    with pytest.raises(NotReady):
        plans.approve_baseline(baseline_id=baseline.pk, by=accounts.manager(), now=NOW)


def test_weights_changed_later_leave_the_plan_in_force_as_it_was() -> None:
    programme = ProgrammeFactory.planned()
    before = planned([programme.pk], [month(6)])
    first, second = programme.activities.all()
    set_rows(programme, activity_row(1, "10", id=first.pk), activity_row(2, "90", id=second.pk))
    assert planned([programme.pk], [month(6)]) == before


def test_the_plan_of_a_programme_that_is_over_is_not_changed() -> None:
    programme = ProgrammeFactory.in_status("STOPPED")
    with pytest.raises(ProgrammeOver):
        set_rows(programme, activity_row(1, "100"))
    with pytest.raises(ProgrammeOver):
        baseline_of(programme)


@pytest.mark.parametrize("role", ["manager", "auditor", "admin", "officer", "finance"])
def test_only_programme_officers_write_plans(role: str) -> None:
    programme, user = ProgrammeFactory(), accounts.staff(role)
    with pytest.raises(PermissionRefused):
        plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=user, now=NOW)
    with pytest.raises(PermissionRefused):
        plans.draft_baseline(programme_id=programme.pk, rows=[], by=user, now=NOW)


def test_a_second_approval_is_refused() -> None:
    baseline = ProgrammeFactory.planned().baselines.get()
    with pytest.raises((Conflict, WrongState)):
        plans.approve_baseline(baseline_id=baseline.pk, by=accounts.manager(), now=NOW)


def test_months_are_dates_of_jalali_firsts() -> None:
    assert month(9) == date(2026, 11, 22)
