"""Programmes: what is refused, what sets them going, and how the next year's plan comes from this one's."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core.audit.models import Entry
from core.errors import Conflict, InvalidInput, PermissionRefused
from core.persian.calendar import JalaliDate
from programs.choices import ProgrammeStatus, ReadingStatus, Series
from programs.errors import NothingRemains, NotReady, ProgrammeOver
from programs.models import Milestone, Programme, Reading
from programs.services import budget, plans, programmes, registers
from programs.services.roll_over import shares
from tests.factories import accounts
from tests.factories.estates import EstateFactory
from tests.factories.programs import (
    ENDS,
    NOW,
    STARTS,
    ProgrammeFactory,
    activity_row,
    baseline_of,
    milestone_row,
    month,
)

pytestmark = pytest.mark.django_db


def approved_reading(milestone: Milestone, percent: str, day: date | None = None) -> Reading:
    """A reading as it stands after review."""
    return Reading.objects.create(
        programme=milestone.activity.programme, series=Series.PHYSICAL, milestone=milestone, month=day or month(8),
        percent=Decimal(percent), status=ReadingStatus.APPROVED, author=accounts.programme_officer(), created_at=NOW,
        submitted_at=NOW, reviewed_by=accounts.manager(), reviewed_at=NOW,
    )  # fmt: skip


def test_a_programme_is_made_on_record_with_normalised_texts() -> None:
    officer = accounts.programme_officer()
    values = {
        "name": "  پست\u200c برق   سلطانيه", "group": "FLAGSHIP_YEAR", "purpose": "برق", "year": 1405,
        "starts_on": STARTS, "ends_on": ENDS, "owner": officer,
    }  # fmt: skip
    programme = programmes.create(slug="power", values=values, by=officer, now=NOW)
    assert (programme.status, programme.name) == ("DRAFT", "پست برق سلطانیه")
    assert Entry.objects.get(action="programs.programme.added").actor == officer


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ends_on": STARTS}, "ends_on"),
        ({"ends_on": STARTS - timedelta(days=1)}, "ends_on"),
        ({"name": ""}, "name"),
        ({"group": "OTHER"}, "group"),
    ],
)
def test_bad_values_are_refused_and_nothing_is_saved(values: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        ProgrammeFactory("bad", **values)
    assert field in refused.value.errors
    assert not Programme.objects.exists()


def test_the_database_itself_keeps_the_end_after_the_beginning() -> None:
    programme = ProgrammeFactory()
    with pytest.raises(IntegrityError, match="programme_ends_after_it_begins"), transaction.atomic():
        Programme.objects.filter(pk=programme.pk).update(ends_on=STARTS)


def test_dates_do_not_cut_off_activities() -> None:
    programme = ProgrammeFactory()
    plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    with pytest.raises(InvalidInput, match="فعالیت"):
        programmes.change(programme_id=programme.pk, values={"ends_on": month(9)}, by=None, now=NOW)
    programme.refresh_from_db()
    assert programme.ends_on == ENDS


@pytest.mark.parametrize("role", ["manager", "auditor", "admin", "officer", "finance", "committee"])
def test_only_programme_officers_write_programmes(role: str) -> None:
    programme, user = ProgrammeFactory(), accounts.staff(role)
    with pytest.raises(PermissionRefused):
        programmes.change(programme_id=programme.pk, values={"name": "نو"}, by=user, now=NOW)


def test_what_goes_under_way_has_activities_milestones_and_an_approved_plan() -> None:
    boss, programme = accounts.manager(), ProgrammeFactory()

    def refused() -> str:
        with pytest.raises(NotReady) as refusal:
            programmes.activate(programme_id=programme.pk, by=boss, now=NOW)
        return refusal.value.code

    assert refused() == "activity_weights"
    (activity,) = plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    assert refused() == "milestone_weights"
    plans.set_milestones(activity_id=activity.pk, rows=[milestone_row(1, "100")], by=None, now=NOW)
    assert refused() == "no_baseline"
    baseline = baseline_of(programme)
    assert refused() == "no_baseline"
    plans.approve_baseline(baseline_id=baseline.pk, by=boss, now=NOW)
    assert programmes.activate(programme_id=programme.pk, by=boss, now=NOW).status == ProgrammeStatus.ACTIVE


@pytest.mark.parametrize("act", [programmes.suspend, programmes.stop])
def test_resting_and_giving_up_need_a_reason(act: Any) -> None:
    programme = ProgrammeFactory.in_status("ACTIVE")
    with pytest.raises(InvalidInput):
        act(programme_id=programme.pk, reason="  ", by=accounts.manager(), now=NOW)
    act(programme_id=programme.pk, reason="نبود اعتبار", by=accounts.manager(), now=NOW)
    assert Entry.objects.latest("id").reason == "نبود اعتبار"


def test_complete_is_what_reached_100_by_approved_readings() -> None:
    programme, boss = ProgrammeFactory.in_status("ACTIVE"), accounts.manager()
    milestones = list(Milestone.objects.filter(activity__programme=programme))
    for milestone in milestones[:-1]:
        approved_reading(milestone, "100")
    approved_reading(milestones[-1], "99.99")
    with pytest.raises(NotReady, match=milestones[-1].name):
        programmes.complete(programme_id=programme.pk, by=boss, now=NOW)
    approved_reading(milestones[-1], "100", month(9))
    assert programmes.complete(programme_id=programme.pk, by=boss, now=NOW).status == ProgrammeStatus.COMPLETED
    with pytest.raises(ProgrammeOver):
        programmes.change(programme_id=programme.pk, values={"name": "نو"}, by=None, now=NOW)


def test_estates_are_linked_once_and_unlinked() -> None:
    programme, estate = ProgrammeFactory(), EstateFactory("soltanieh")
    for _again in range(2):
        programmes.link_estate(programme_id=programme.pk, estate_id=estate.pk, by=None, now=NOW)
    assert programme.estate_links.count() == 1
    programmes.unlink_estate(programme_id=programme.pk, estate_id=estate.pk, by=None, now=NOW)
    assert not programme.estate_links.exists()


def test_the_next_year_carries_what_remains_and_keeps_the_old_plan() -> None:
    old = ProgrammeFactory.in_status("ACTIVE", "zarifan")
    programmes.link_estate(programme_id=old.pk, estate_id=EstateFactory("zarifan").pk, by=None, now=NOW)
    risk = {"name": "تأخیر پیمانکار", "likelihood": 2, "impact": 5}
    registers.add_risk(programme_id=old.pk, values=risk, by=None, now=NOW)
    line = {"name": "عمرانی", "source_of_funds": "COMPANY", "year": 1405, "approved": 10}
    budget.add_line(programme_id=old.pk, values=line, by=None, now=NOW)
    first, second = old.activities.all()
    begun, untouched = first.milestones.all()
    approved_reading(begun, "50", month(7))
    for milestone in second.milestones.all():
        approved_reading(milestone, "100")

    new = programmes.roll_over(programme_id=old.pk, year=1406, by=None, now=NOW)

    assert (new.slug, new.previous, new.status, new.year) == ("zarifan-1406", old, "DRAFT", 1406)
    assert new.starts_on == JalaliDate(1406, 1, 1).to_date()
    (carried,) = new.activities.all()
    assert (carried.name, carried.weight) == (first.name, Decimal(100))
    # 30 × 50 % = 15 and 70 remain of the activity: 15/85 and 70/85 of it.
    assert [(row.name, row.weight) for row in carried.milestones.all()] == [
        (begun.name, Decimal("17.65")),
        (untouched.name, Decimal("82.35")),
    ]
    assert {row.due_on for row in carried.milestones.all()} == {new.ends_on}
    assert [row.name for row in new.risks.all()] == ["تأخیر پیمانکار"]
    assert (new.estate_links.count(), new.budget_lines.count(), new.baselines.count()) == (1, 0, 0)
    assert (old.baselines.count(), old.activities.count()) == (1, 2)


def test_a_programme_is_carried_on_once_forward_and_only_with_work_left() -> None:
    old = ProgrammeFactory.in_status("ACTIVE", "zarifan")
    with pytest.raises(InvalidInput):
        programmes.roll_over(programme_id=old.pk, year=1405, by=None, now=NOW)
    programmes.roll_over(programme_id=old.pk, year=1406, by=None, now=NOW)
    with pytest.raises(Conflict):
        programmes.roll_over(programme_id=old.pk, year=1406, by=None, now=NOW)
    done = ProgrammeFactory.in_status("ACTIVE")
    for milestone in Milestone.objects.filter(activity__programme=done):
        approved_reading(milestone, "100")
    with pytest.raises(NothingRemains):
        programmes.roll_over(programme_id=done.pk, year=1406, by=None, now=NOW)


def test_addresses_of_later_years_do_not_pile_up() -> None:
    second = programmes.roll_over(
        programme_id=ProgrammeFactory.in_status("ACTIVE", "zarifan").pk, year=1406, by=None, now=NOW
    )
    assert programmes.roll_over(programme_id=second.pk, year=1407, by=None, now=NOW).slug == "zarifan-1407"


@pytest.mark.parametrize("parts", [["1", "1", "1"], ["0.01", "99.99"], ["7"], ["33.33", "33.33", "0.005"]])
def test_shares_make_exactly_100(parts: list[str]) -> None:
    made = shares([Decimal(part) for part in parts])
    assert sum(made) == 100
    assert all(share >= 0 for share in made)
