"""What the clinic learned: counted by unit, with its interval, and never told of fewer than five."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from clinic.cases.models import Case, Cause
from clinic.treatment.models import RankRule, Remedy
from clinic.treatment.selectors.learning import lessons
from core import clock
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


@dataclass
class Closed:
    """Closed cases by trade: five of shoes (four revived), three of food (one), two of metal (none)."""

    shoes: list[int] = field(default_factory=list)
    food: list[int] = field(default_factory=list)
    metal: list[int] = field(default_factory=list)

    def trade(self, code: str) -> Trade:
        return Trade.objects.get(code=TRADES[code])


TRADES = {"shoes": "shoe_making", "food": "food_processing", "metal": "metal_parts"}
REVIVED = {"shoes": (5, 4), "food": (3, 1), "metal": (2, 0)}


def closed_cases() -> Closed:
    """The cases of a lead, a consultant and an owner; whether they are revived is written as the lead would close them."""
    shared = {
        "lead": accounts.clinic_lead(), "consultant": ConsultantFactory("finance", max_cases=20),
        "version": InstrumentFactory("finance"), "owner": accounts.UserFactory(),
    }  # fmt: skip
    found = Closed()
    for name, (number, revived) in REVIVED.items():
        trade, keys = TradeFactory(TRADES[name], TRADES[name]), getattr(found, name)
        for place in range(number):
            made = TreatmentFactory.in_status("FOLLOW_UP", unit=UnitFactory(trade=trade), **shared)
            keys.append(made.case.pk)
            outcome = "REVIVED" if place < revived else "IMPROVED"
            _set(keys[-1:], status="CLOSED", outcome=outcome, closed_at=clock.now(), closing_reason="دوره تمام شد")
    return found


def still_open(*keys: int) -> None:
    """These cases are not closed yet."""
    _set(keys, status="FOLLOW_UP", outcome="", closed_at=None, closing_reason="")


def _set(keys: Sequence[int], **columns: Any) -> None:
    assert Case.objects.filter(pk__in=keys).update(**columns) == len(keys)


@pytest.fixture(scope="module")
def closed(make_once: Any) -> Closed:
    """Only keys: nothing in it changes."""
    return make_once(closed_cases)


def test_a_pair_of_cause_and_remedy_is_told_of_from_five_units_on(closed: Closed) -> None:
    still_open(*closed.food, *closed.metal)
    with transaction.atomic():
        still_open(closed.shoes[0])
        assert (lessons().rows, lessons().hidden, lessons().cases) == ([], 1, 4)
        transaction.set_rollback(True)
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


def test_a_trade_is_told_of_only_where_the_others_cannot_be_worked_out_from_it(closed: Closed) -> None:
    shoes, food, metal = (closed.trade(name) for name in TRADES)
    with transaction.atomic():
        still_open(*closed.metal)
        # Whoever knows the whole (8) would only have to subtract the five.
        assert lessons().rows[0].trades == []
        assert lessons(trade_id=shoes.pk).rows == [] and lessons(trade_id=food.pk).rows == []
        transaction.set_rollback(True)
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
