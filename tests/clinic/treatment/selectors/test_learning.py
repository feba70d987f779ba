"""What the clinic learned: counted by unit, with its interval, and never told of fewer than five."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from clinic.cases.models import Case, Cause
from clinic.treatment.models import RankRule, Remedy
from clinic.treatment.selectors.learning import lessons
from estates.models import Trade
from tests.factories import accounts
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory
from tests.factories.clinic_treatment import TreatmentFactory
from tests.factories.clinic_units import UnitFactory
from tests.factories.estates import TradeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def closed(number: int, *, revived: int, trade: Trade | None = None) -> list[Case]:
    """So many closed cases, `revived` of them as revived; the rest are closed as improved."""
    shared = {
        "lead": accounts.clinic_lead(), "consultant": ConsultantFactory("finance"), "version": InstrumentFactory("finance"),
    }  # fmt: skip
    found = []
    for place in range(number):
        more = {"trade": trade} if trade else {}
        made = TreatmentFactory.in_status("CLOSED", unit=UnitFactory(**more), **shared)
        if place >= revived:
            Case.objects.filter(pk=made.case.pk).update(outcome="IMPROVED")
        found.append(made.case)
    return found


def test_a_pair_of_cause_and_remedy_is_told_of_from_five_units_on() -> None:
    closed(4, revived=3)
    assert (lessons().rows, lessons().hidden, lessons().cases) == ([], 1, 4)
    closed(1, revived=1)
    with CaptureQueriesContext(connection) as asked:
        row = lessons().rows[0]
    assert len(asked) == 4
    assert (row.cause, row.remedy) == (
        Cause.objects.get(code="liquidity").display_name,
        Remedy.objects.get(code="working_capital").display_name,
    )
    assert (row.revived.part, row.revived.whole) == (4, 5)
    assert round(row.revived.low, 3) == 0.376 and round(row.revived.high, 3) == 0.964
    other = Cause.objects.get(code="market")
    assert lessons(cause_id=other.pk).rows == []


def test_a_trade_is_told_of_only_where_the_others_cannot_be_worked_out_from_it() -> None:
    shoes, food, metal = (TradeFactory(code, code) for code in ("shoe_making", "food_processing", "metal_parts"))
    closed(5, revived=4, trade=shoes)
    closed(3, revived=1, trade=food)
    # Whoever knows the whole (8) would only have to subtract the five.
    assert lessons().rows[0].trades == []
    assert lessons(trade_id=shoes.pk).rows == [] and lessons(trade_id=food.pk).rows == []
    closed(2, revived=0, trade=metal)
    found = lessons().rows[0]
    assert [(one.revived.part, one.revived.whole) for one in found.trades] == [(4, 5)]
    assert lessons(trade_id=shoes.pk).rows[0].revived.whole == 5
    assert lessons(trade_id=metal.pk).rows == []


def test_the_page_is_for_those_who_read_sums_and_the_rule_for_those_who_set_it() -> None:
    for user in (accounts.clinic_lead(), accounts.consultant(), accounts.manager(), accounts.auditor()):
        assert browser(user).get("/clinic/learning/").status_code == 200
    for user in (accounts.officer(), accounts.UserFactory(), accounts.finance()):
        assert browser(user).get("/clinic/learning/").status_code == 403
    assert browser(accounts.manager()).get("/clinic/learning/", {"cause": "nothing"}).status_code == 400
    assert browser(accounts.manager()).get("/clinic/learning/rule/").status_code == 403
    lead = browser(accounts.clinic_lead())
    steps = {f"step_{number}": f"{number}۰۰۰۰۰۰۰۰۰" for number in range(1, 5)}
    given = {"effect": "۲", "feasibility": "1", "cost": "1", "reason": "اثر مهم‌تر است", **steps}
    assert lead.post("/clinic/learning/rule/", {**given, "effect": "0"}).status_code == 422
    assert lead.post("/clinic/learning/rule/", {**given, "step_2": "1"}).status_code == 422
    assert lead.post("/clinic/learning/rule/", given).status_code == 302
    assert RankRule.objects.get().effect_weight == 2
    assert lead.get("/clinic/learning/rule/").status_code == 200
