"""Rules of computed criteria: what they may be, and the points they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocations import criteria_rules
from allocations.choices import CriterionInput
from allocations.criteria_rules import RuleError, check, compute
from allocations.models import Application

YEARS = {
    "input": "years_licensed",
    "bands": [{"from": 0, "points": 0}, {"from": 3, "points": 4000}, {"from": 10, "points": 10_000}],
}
LICENCE = {
    "input": "licence_kind",
    "values": {"CRAFT_WORKSHOP_LICENCE": 10_000, "ARTISAN_CARD": 5000},
    "otherwise": 100,
}
JOBS = {"input": "jobs_promised", "per_unit": 1500}
GUILD = {"input": "guild_member", "yes": 8000, "no": 500}


@pytest.mark.parametrize(
    ("rule", "answers", "points"),
    [
        (YEARS, {"years_licensed": 0}, 0),
        (YEARS, {"years_licensed": 2}, 0),
        (YEARS, {"years_licensed": 3}, 4000),
        (YEARS, {"years_licensed": 9}, 4000),
        (YEARS, {"years_licensed": 10}, 10_000),
        (YEARS, {"years_licensed": 80}, 10_000),
        (YEARS, {}, 0),
        (YEARS, {"years_licensed": None}, 0),
        (LICENCE, {"licence_kind": "ARTISAN_CARD"}, 5000),
        (LICENCE, {"licence_kind": "OTHER"}, 100),
        (LICENCE, {}, 100),
        (JOBS, {"jobs_promised": 3}, 4500),
        (JOBS, {"jobs_promised": 1000}, 10_000),
        (GUILD, {"guild_member": True}, 8000),
        (GUILD, {"guild_member": False}, 500),
    ],
)
def test_points_follow_the_rule(rule, answers, points):
    assert compute(rule, answers, maximum=10_000).points == points


def test_the_band_that_counted_is_told():
    found = compute(YEARS, {"years_licensed": 7}, maximum=10_000)
    assert (found.input, found.answer, found.band_from) == ("years_licensed", 7, 3)


def test_below_the_first_band_there_are_no_points():
    rule = {"input": "years_licensed", "bands": [{"from": 5, "points": 100}]}
    assert compute(rule, {"years_licensed": 4}, maximum=100).points == 0


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (None, "not_a_rule"),
        ([], "not_a_rule"),
        ({}, "not_a_rule"),
        ({"input": "years_licensed"}, "not_a_rule"),
        ({**YEARS, "extra": 1}, "not_a_rule"),
        ({"input": "age", "per_unit": 1}, "unknown_input"),
        ({"input": "national_code", "per_unit": 1}, "unknown_input"),
        ({"input": "licence_kind", "per_unit": 1}, "wrong_way"),
        ({"input": "years_licensed", "yes": 1, "no": 0}, "wrong_way"),
        ({"input": "years_licensed", "bands": []}, "bad_bands"),
        ({"input": "years_licensed", "bands": "x"}, "bad_bands"),
        ({"input": "years_licensed", "bands": [{"from": 3, "points": 1}, {"from": 3, "points": 2}]}, "bad_bands"),
        ({"input": "years_licensed", "bands": [{"from": 3, "points": 1}, {"from": 1, "points": 2}]}, "bad_bands"),
        ({"input": "years_licensed", "bands": [{"from": -1, "points": 1}]}, "bad_bands"),
        ({"input": "years_licensed", "bands": [{"from": 0, "points": 10_001}]}, "bad_points"),
        ({"input": "years_licensed", "bands": [{"from": 0, "points": -1}]}, "bad_points"),
        ({"input": "years_licensed", "per_unit": 1.5}, "bad_points"),
        ({"input": "years_licensed", "per_unit": True}, "bad_points"),
        ({"input": "licence_kind", "values": {}, "otherwise": 0}, "bad_points"),
        ({"input": "licence_kind", "values": {"A": "5"}, "otherwise": 0}, "bad_points"),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_by_name(rule, code):
    with pytest.raises(RuleError) as refused:
        check(rule, maximum=10_000)
    assert refused.value.code == code


@given(st.integers(0, 10**12), st.integers(1, 10_000), st.integers(0, 10_000))
def test_points_are_never_outside_nought_and_the_maximum(answer, maximum, per_unit):
    rule = {"input": "investment_rials", "per_unit": min(per_unit, maximum)}
    assert 0 <= compute(rule, {"investment_rials": answer}, maximum=maximum).points <= maximum


@given(
    st.lists(st.tuples(st.integers(0, 100), st.integers(0, 10_000)), min_size=1, unique_by=lambda b: b[0]),
    st.integers(0, 200),
)
def test_the_last_band_that_was_reached_counts(bands, answer):
    rule = {"input": "years_licensed", "bands": [{"from": a, "points": p} for a, p in sorted(bands)]}
    reached = [points for start, points in sorted(bands) if start <= answer]
    assert compute(rule, {"years_licensed": answer}, maximum=10_000).points == (reached[-1] if reached else 0)


def test_the_inputs_are_those_people_can_choose_and_columns_of_the_form():
    inputs = criteria_rules.NUMBERS | criteria_rules.WORDS | criteria_rules.TRUTHS
    assert inputs == set(CriterionInput.values)
    columns = {field.name for field in Application._meta.get_fields()}
    assert inputs - columns == {"lives_in_county"}
