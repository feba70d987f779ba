"""The advice for a team, read from the tables."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from clinic.choices import Specialty
from clinic.consultants import matching, wording
from clinic.consultants.models import Consultant
from clinic.consultants.selectors import public, team
from clinic.consultants.services import conduct, consultants, hours, papers
from core.persian.calendar import tehran_date
from tests.factories import accounts
from tests.factories.accounts import photo
from tests.factories.clinic_consultants import CASE, NOW, ConsultantFactory, casebook, team_of
from tests.factories.clinic_units import UnitFactory
from tests.factories.estates import CountyFactory

pytestmark = pytest.mark.django_db
TODAY = tehran_date(NOW)
DAY = timedelta(days=1)


def test_the_advice_names_a_team_with_reasons_and_says_who_was_left_out_and_why() -> None:
    unit = UnitFactory()
    far = CountyFactory("abhar", "ابهر", lat=36.1468, lon=49.218)
    near, away = ConsultantFactory({"finance": "SENIOR", "tax": "EXPERT"}), ConsultantFactory("finance", county=far)
    law = ConsultantFactory("legal")
    unsigned, bound, resting, busy, absent = (
        ConsultantFactory("finance", signed=False), ConsultantFactory("finance"), ConsultantFactory("finance"),
        ConsultantFactory("finance", max_cases=1), ConsultantFactory("finance"),
    )  # fmt: skip
    conduct.declare_conflict(consultant_id=bound.pk, unit_id=unit.pk, kind="FAMILY", by=bound.user, now=NOW)
    consultants.set_active(consultant_id=resting.pk, active=False, by=accounts.clinic_lead(), now=NOW)
    hours.add_absence(
        consultant_id=absent.pk, starts_on=TODAY, ends_on=TODAY + timedelta(days=40), by=absent.user, now=NOW
    )
    with casebook(team_of(UnitFactory(), busy)):
        got = team.advice(unit, ["finance", "tax", "legal", "marketing"], NOW)
    # The senior financier is the only one for tax, so finance goes to the expert from Abhar.
    assert [(one.specialty, one.consultant) for one in got.team] == [("finance", away), ("tax", near), ("legal", law)]
    assert [one.consultant for one in got.ranked["finance"]] == [near, away]
    assert {left.consultant for left in got.left_out} == {unsigned, bound, resting, busy, absent}
    assert all(left.reasons for left in got.left_out)
    assert got.unfilled == (str(Specialty.MARKETING.label),)


def test_expired_papers_keep_out_and_none_at_all_is_said(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    expired, renewed, without = (ConsultantFactory("tax") for _ in range(3))
    for row, until in ((expired, TODAY - DAY), (renewed, TODAY - DAY), (renewed, TODAY)):
        values = {
            "kind": "LICENCE",
            "title": "پروانه",
            "issuer": "اتحادیه",
            "issued_on": TODAY - 90 * DAY,
            "valid_until": until,
        }
        paper = papers.add(consultant_id=row.pk, values=values, upload=photo(), by=row.user, now=NOW)
        papers.confirm(paper_id=paper.pk, by=accounts.clinic_lead(), now=NOW)
    got = team.advice(UnitFactory(), ["tax"], NOW)
    assert [left.consultant for left in got.left_out] == [expired]
    said = {one.consultant: len(one.reasons) for one in got.ranked["tax"]}
    # His new paper ends today, so the lead is told; the other one has none.
    assert said == {renewed: 4, without: 4}
    there = team.advice(UnitFactory(), ["tax"], NOW, there={renewed.pk: frozenset({"tax"})})
    assert renewed in [left.consultant for left in there.left_out]


def test_every_reason_code_has_a_sentence() -> None:
    examples: dict[str, dict[str, Any]] = {
        "level": {"level": "SENIOR"}, "load": {"open": 2, "most": 4}, "distance": {"km": 87},
        "rating": {"mean": Decimal("4.5"), "count": 7}, "conflict": {"kind": "FAMILY"}, "full": {"open": 4, "most": 4},
        "absent": {"until": TODAY},
        "papers_expired": {"day": TODAY}, "papers_end_soon": {"day": TODAY},
    }  # fmt: skip
    for code in wording.CODES:
        assert wording.sentence(matching.Reason(code, examples.get(code, {})))


def test_advice_and_public_list_take_the_same_queries_for_one_and_for_twenty(django_assert_num_queries: Any) -> None:
    for count in (1, 20):
        unit = UnitFactory()
        while Consultant.objects.count() < count:
            ConsultantFactory(met=False)
        with casebook(), django_assert_num_queries(10, info=str(count)):
            assert len(team.advice(unit, ["finance"], NOW).ranked["finance"]) == count
        with casebook(), django_assert_num_queries(3, info=str(count)):
            assert len(public.cards(list(public.with_all(public.listed())))) == count


def test_the_public_card_counts_finished_cases_and_hides_few_ratings() -> None:
    row = ConsultantFactory()
    with casebook(team_of(UnitFactory(), row, number=CASE, is_open=False), done={row.pk: 3}):
        card = public.card_of(row.pk)
    assert (card.done, card.standing.count, card.standing.mean) == (3, 0, None)
