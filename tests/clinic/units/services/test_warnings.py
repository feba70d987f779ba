"""The work list: who comes on it, how it follows the figures, and what may be decided about each unit."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clinic.units.choices import WarningStatus
from clinic.units.models import WarningEntry
from clinic.units.services import rules, units, warnings
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState
from tests.factories import accounts
from tests.factories.clinic_units import NOW, TODAY, ReadingFactory, UnitFactory, ago
from tests.factories.estates import EstateFactory

pytestmark = pytest.mark.django_db


def entry(**values: Any) -> WarningEntry:
    """The warning of a unit that fell from 80 to 40 percent."""
    UnitFactory(80, 80, 40, **values)
    warnings.recompute(now=NOW)
    return WarningEntry.objects.get()


def test_falling_units_come_on_the_list_with_their_reasons_and_steady_or_closed_ones_do_not() -> None:
    UnitFactory(80, 80, 80)
    UnitFactory(80, 80, 0)
    struck = UnitFactory(80, 20)
    units.strike_off(unit_id=struck.pk, on=TODAY, reason="تکراری", by=None, now=NOW)
    row = entry()
    assert row.reasons == [{"code": "FALLING_CAPACITY", "points": "60.0", "params": {"was": 80, "now": 40}}]
    assert (row.score, row.status) == (60, WarningStatus.OPEN)


def test_the_list_follows_the_figures_and_clears_what_has_recovered() -> None:
    row = entry()
    unit = row.unit
    assert warnings.recompute(now=NOW) == {"new": 0, "cleared": 0, "due_again": 0}
    later = NOW + timedelta(days=30)
    ReadingFactory(unit, 50, measured_on=TODAY + timedelta(days=20), now=later)
    warnings.recompute(now=later)
    row.refresh_from_db()
    assert row.score == Decimal("33.3")
    ReadingFactory(unit, 75, measured_on=TODAY + timedelta(days=30), now=later)
    assert warnings.recompute(now=later)["cleared"] == 1
    row.refresh_from_db()
    assert row.status == WarningStatus.CLEARED
    # Years later nobody measures any more: a warning of its own.
    assert warnings.recompute(now=NOW + timedelta(days=900))["new"] == 1


def test_what_was_dismissed_is_open_again_on_its_day() -> None:
    lead, row = accounts.clinic_lead(), entry()
    until = TODAY + timedelta(days=10)
    warnings.dismiss(entry_id=row.pk, reason="تعمیر کوره", until=until, by=lead, now=NOW)
    assert warnings.recompute(now=NOW + timedelta(days=9))["due_again"] == 0
    assert warnings.recompute(now=NOW + timedelta(days=10))["due_again"] == 1
    row.refresh_from_db()
    assert (row.status, row.dismissed_until, row.reason) == (WarningStatus.OPEN, None, "تعمیر کوره")


@pytest.mark.parametrize("days", [0, 367])
def test_a_dismissal_has_a_reason_and_an_end_within_a_year(days: int) -> None:
    lead, row = accounts.clinic_lead(), entry()
    common = {"entry_id": row.pk, "by": lead, "now": NOW}
    with pytest.raises(InvalidInput):
        warnings.dismiss(reason="تعمیر", until=TODAY + timedelta(days=days), **common)
    with pytest.raises(InvalidInput):
        warnings.dismiss(reason=" \u200c", until=TODAY + timedelta(days=5), **common)
    with pytest.raises(InvalidInput):
        warnings.open_request(request_number="", **common)
    row.refresh_from_db()
    assert row.status == WarningStatus.OPEN


def test_steps_of_the_work_list_and_who_may_take_them() -> None:
    lead, row = accounts.clinic_lead(), entry()
    common = {"entry_id": row.pk, "now": NOW}
    for role in ("consultant", "officer", "manager", "auditor", "admin"):
        with pytest.raises(PermissionRefused):
            warnings.look(by=getattr(accounts, role)(), **common)
    warnings.look(by=lead, **common)
    with pytest.raises(WrongState):
        warnings.look(by=lead, **common)
    opened = warnings.open_request(request_number="CR-1405-0007", by=lead, **common)
    assert (opened.status, opened.request_number, opened.decided_by) == ("REQUEST_OPENED", "CR-1405-0007", lead)
    assert warnings.take_up(by=lead, **common).status == WarningStatus.OPEN
    with pytest.raises(NotFound):
        warnings.look(entry_id=0, by=lead, now=NOW)


def test_a_request_that_comes_in_deals_with_the_warning_of_its_unit() -> None:
    row = entry()
    done = warnings.request_filed(unit_id=row.unit_id, request_number="CR-1405-0008", now=NOW)
    assert done is not None
    assert (done.status, done.request_number) == ("REQUEST_OPENED", "CR-1405-0008")
    assert warnings.request_filed(unit_id=row.unit_id, request_number="CR-1405-0009", now=NOW) is None


def test_neighbours_that_stopped_warn_of_those_that_have_not() -> None:
    estate = EstateFactory()
    for number in range(6):
        unit = UnitFactory(estate=estate, place="", licensed_staff=5)
        ReadingFactory(unit, 80, measured_on=ago(400))
        ReadingFactory(unit, 0 if number < 3 else 80, measured_on=ago(10))
    warnings.recompute(now=NOW)
    rows = list(WarningEntry.objects.all())
    assert len(rows) == 3
    # Of five neighbours three have stopped: twice the threshold and more, at most double the weight.
    assert [reason["params"] for reason in rows[0].reasons] == [{"stopped": 3, "worked": 5, "estate": 1}]
    assert {row.score for row in rows} == {20}


def test_tuned_rules_are_worked_with() -> None:
    lead = accounts.clinic_lead()
    common = {"label": "افت ظرفیت", "threshold": 15, "weight": 50}
    rules.set_warning_rule(code="FALLING_CAPACITY", values=common, by=lead, now=NOW)
    row = entry()
    assert row.score == 100
    rules.set_warning_rule(code="FALLING_CAPACITY", values={"is_active": False}, by=lead, now=NOW)
    assert warnings.recompute(now=NOW)["cleared"] == 1
    for act in (
        lambda: rules.set_warning_rule(code="FALLING_CAPACITY", values={"weight": 101}, by=lead, now=NOW),
        lambda: rules.set_warning_rule(code="STARS", values=common, by=lead, now=NOW),
    ):
        with pytest.raises(InvalidInput):
            act()
    with pytest.raises(PermissionRefused):
        rules.set_warning_rule(code="NO_READING", values=common, by=accounts.consultant(), now=NOW)


def test_the_list_is_worked_out_in_a_fixed_number_of_queries() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            warnings.recompute(now=NOW)
        return len(seen)

    entry()
    one = queries()
    for _number in range(19):
        UnitFactory(80, 80, 40)
    warnings.recompute(now=NOW)
    assert queries() == one
