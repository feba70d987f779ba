"""What is kept ready: worked out anew whenever figures move, by a job that is asked for in the same transaction."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.db import transaction

from core.errors import InvalidInput, PermissionRefused
from core.jobs.models import Job
from programs import verification
from programs.choices import ProgrammeGroup
from programs.dashboards.models import LightRule, ProgrammeSnapshot
from programs.dashboards.services import rules, snapshots
from programs.models import Programme, Reading
from programs.services import programmes
from tests.factories import accounts
from tests.factories.programs import NOW, ProgrammeFactory, baseline_of, month
from tests.factories.readings import ReadingFactory, milestones
from tests.programs.dashboards.conftest import drain

pytestmark = pytest.mark.django_db


def newest(programme: Programme) -> ProgrammeSnapshot:
    return ProgrammeSnapshot.objects.filter(programme=programme).latest("month")


def test_the_states_hold_the_sums_worked_out_by_hand(programme: Programme) -> None:
    row = newest(programme)
    assert (row.month, row.planned, row.actual, row.deviation) == (month(8), D("66.67"), D("40.80"), D("-25.87"))
    assert (row.light, row.amber, row.red) == ("RED", D(-5), D(-15))
    assert (row.bac, row.pv, row.ev, row.ac, row.approved, row.allocated) == (2_400, 1_600, 876, 800, 1_000_000, 900)
    assert (row.spi, row.cpi, row.eac) == (D("0.55"), D("1.10"), D(2_192))
    assert (row.trend, row.pace, row.expected, row.needed) == ("EXPECTED", D("31.80"), month(10), D("14.80"))
    assert row.reported_until == month(8)


def test_an_approved_correction_moves_the_month_it_belongs_to(programme: Programme) -> None:
    old = Reading.objects.get(milestone=milestones(programme)[0], month=month(7))
    ReadingFactory.corrected(old, percent=D(20))
    drain()
    # 0.6 × 0.3 × 20
    assert ProgrammeSnapshot.objects.get(programme=programme, month=month(7)).actual == D("3.60")


def test_a_new_plan_in_force_moves_them(programme: Programme) -> None:
    baseline_of(programme, approved=True, cost=2_400)
    drain()
    assert newest(programme).bac == 4_800


def test_what_is_rolled_back_asks_for_nothing(programme: Programme) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        ReadingFactory.approved(milestones(programme)[3], month(8), percent=D(5))
        raise RuntimeError
    assert not Job.objects.live().filter(kind=snapshots.KIND).exists()


def test_working_out_twice_changes_nothing_but_the_age(programme: Programme) -> None:
    before = list(ProgrammeSnapshot.objects.order_by("pk").values())
    assert snapshots.recompute(now=NOW) == len(before) == 8
    after = list(ProgrammeSnapshot.objects.order_by("pk").values())
    for row in before + after:
        row.pop("taken_at")
    assert before == after


def test_drafts_have_no_state_and_the_end_of_the_draft_gives_one() -> None:
    programme = ProgrammeFactory.planned("draft")
    drain()
    assert not ProgrammeSnapshot.objects.filter(programme=programme).exists()
    programmes.activate(programme_id=programme.pk, by=accounts.manager(), now=NOW)
    drain()
    assert newest(programme).planned == D("66.67")


def test_months_that_do_not_belong_to_a_programme_go(programme: Programme) -> None:
    stray = newest(programme)
    stray.pk, stray.month = None, month(12, 1404)
    stray.save()
    snapshots.recompute([programme.pk], now=NOW)
    assert not ProgrammeSnapshot.objects.filter(month=month(12, 1404)).exists()


def test_recomputing_finds_a_state_that_was_altered(programme: Programme) -> None:
    assert verification.verify(month(9)).differences == ()
    ProgrammeSnapshot.objects.filter(month=month(8)).update(actual=D(99))
    ProgrammeSnapshot.objects.filter(month=month(3)).delete()
    said = "\n".join(str(row) for row in verification.verify(month(9)).differences)
    assert "99.00 instead of 40.80" in said
    assert "nothing instead of planned" in said


def test_states_that_were_asked_for_and_wait_are_no_difference(programme: Programme) -> None:
    ReadingFactory.approved(milestones(programme)[3], month(8), percent=D(5))
    assert verification.verify(month(9)).differences == ()


def test_only_those_with_the_right_ask_for_fresh_figures() -> None:
    for user in (accounts.staff("auditor"), accounts.UserFactory()):
        with pytest.raises(PermissionRefused):
            snapshots.ask_fresh(by=user, now=NOW)
    first = snapshots.ask_fresh(by=accounts.manager(), now=NOW)
    assert snapshots.ask_fresh(by=accounts.manager(), now=NOW) == first


def test_a_rule_is_set_by_the_administrator_and_gives_all_lights_anew(programme: Programme) -> None:
    with pytest.raises(PermissionRefused):
        rules.set_rule(group=ProgrammeGroup.FLAGSHIP_YEAR, amber=D(-10), red=D(-30), by=accounts.manager(), now=NOW)
    rules.set_rule(group=ProgrammeGroup.FLAGSHIP_YEAR, amber=D(-10), red=D(-30), by=accounts.staff("admin"), now=NOW)
    drain()
    row = newest(programme)
    assert (row.light, row.amber, row.red) == ("AMBER", D(-10), D(-30))


@pytest.mark.parametrize(("amber", "red"), [("-15", "-5"), ("1", "-15"), ("-5", "-101")])
def test_a_rule_that_makes_no_sense_is_refused(amber: str, red: str) -> None:
    with pytest.raises(InvalidInput):
        rules.set_rule(group=ProgrammeGroup.OUTLOOK_3Y, amber=D(amber), red=D(red), by=None, now=NOW)
    assert not LightRule.objects.exists()
