""" "May I apply?": facts in, reasons out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allocations.entry_policy import SENTENCES, EntryFacts, EntryReason, EntryTerms, age_reached_on, check

TERMS = EntryTerms(
    phase="OPEN",
    opens="۱ آذر",
    closes="۱۰ آذر",
    minimum_age=18,
    trades=frozenset({"knife_making"}),
    licences=frozenset({"ARTISAN_CARD"}),
    county="zanjan",
    county_name="زنجان",
    refuses_holders=True,
)
FACTS = EntryFacts(
    day=date(2026, 11, 23),
    is_person=True,
    profile_complete=True,
    birth_date=date(1985, 4, 1),
    county="zanjan",
    holds_unit=False,
    trade="knife_making",
    licence="ARTISAN_CARD",
    licence_until=date(2026, 11, 23),
)


def reasons(terms=TERMS, **facts):
    return [one.reason for one in check(terms, replace(FACTS, **facts))]


def test_who_meets_every_condition_may_apply():
    assert reasons() == []


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"birth_date": date(2008, 11, 24)}, EntryReason.UNDER_AGE),
        ({"birth_date": None}, EntryReason.BIRTH_DATE_UNKNOWN),
        ({"profile_complete": False}, EntryReason.PROFILE_INCOMPLETE),
        ({"county": "abhar"}, EntryReason.NOT_RESIDENT),
        ({"county": ""}, EntryReason.COUNTY_UNKNOWN),
        ({"trade": "pottery"}, EntryReason.TRADE_NOT_IN_CALL),
        ({"licence": "TRADE_LICENCE"}, EntryReason.LICENCE_NOT_ACCEPTED),
        ({"licence_until": date(2026, 11, 22)}, EntryReason.LICENCE_EXPIRED),
        ({"holds_unit": True}, EntryReason.HOLDS_OTHER_UNIT),
        ({"track": "ZN-1405-2222222"}, EntryReason.APPLIED_ALREADY),
    ],
)
def test_each_condition_is_named_alone(facts, reason):
    assert reasons(**facts) == [reason]


@pytest.mark.parametrize(
    ("phase", "reason"),
    [
        ("PUBLISHED", EntryReason.TERM_NOT_BEGUN),
        ("CLOSED", EntryReason.TERM_OVER),
        ("FINAL", EntryReason.TERM_OVER),
        ("CANCELLED", EntryReason.CALL_CANCELLED),
    ],
)
def test_outside_the_term_nobody_may(phase, reason):
    assert reasons(replace(TERMS, phase=phase)) == [reason]


def test_every_reason_is_told_at_once():
    found = reasons(birth_date=date(2015, 1, 1), county="abhar", holds_unit=True)
    assert found == [EntryReason.UNDER_AGE, EntryReason.NOT_RESIDENT, EntryReason.HOLDS_OTHER_UNIT]


def test_what_is_not_known_of_trade_and_licence_is_not_held_against_anybody():
    assert reasons(trade=None, licence=None, licence_until=None) == []


def test_a_legal_entity_has_no_age():
    assert reasons(is_person=False, birth_date=None) == []


def test_without_conditions_of_place_and_holding_everybody_may():
    assert reasons(replace(TERMS, county=None, refuses_holders=False), county="", holds_unit=True) == []


@pytest.mark.parametrize(
    ("born", "birthday"),
    [
        # 1387/08/30 → 1405/08/30; 30 Esfand of a leap year → the last day of Esfand.
        (date(2008, 11, 20), date(2026, 11, 21)),
        (date(2005, 3, 20), date(2023, 3, 20)),
        (date(2009, 3, 20), date(2027, 3, 20)),
    ],
)
def test_birthdays_are_counted_by_the_jalali_calendar(born, birthday):
    assert age_reached_on(born, 18) == birthday
    assert reasons(birth_date=born, day=birthday, licence_until=None) == []


def test_who_turns_eighteen_the_day_after_may_not_yet():
    day = date(2026, 11, 20)
    assert reasons(birth_date=date(2008, 11, 20), day=day, licence_until=None) == [EntryReason.UNDER_AGE]


def test_every_reason_has_its_sentence():
    assert set(SENTENCES) == set(EntryReason.values)
    found = check(replace(TERMS, phase="CLOSED"), replace(FACTS, licence_until=date(2020, 3, 20), track="ZN-1"))
    assert all(one.text and "%(" not in one.text for one in found)
