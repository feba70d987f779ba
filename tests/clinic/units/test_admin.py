"""The register and its rules at the staff desk: forms that call services, and nothing that was measured."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.units.models import BandRule, IndustrialUnit, WarningRule
from tests.factories import accounts
from tests.factories.clinic_units import UnitFactory
from tests.factories.estates import CountyFactory, EstateFactory, TradeFactory

pytestmark = pytest.mark.django_db


def client_of(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def lead() -> Client:
    return client_of(accounts.clinic_lead())


def page(model: str, name: str, *args: Any) -> str:
    return reverse(f"admin:units_{model}_{name}", args=args)


def test_the_lead_adds_and_moves_units_and_refusals_stand_beside_their_field(lead: Client) -> None:
    given = {"name": "کفش نو", "trade": TradeFactory().pk, "county": CountyFactory().pk, "place": ""}
    add = page("industrialunit", "add")
    bad = lead.post(add, given)
    assert bad.status_code == 200
    assert bad.context["adminform"].form.errors["place"]
    assert lead.post(add, {**given, "place": "بازار", "licensed_staff": "۱۲"}).status_code == 302
    unit = IndustrialUnit.objects.get()
    assert (unit.code, unit.licensed_staff) == ("U-00001", 12)
    change = page("industrialunit", "change", unit.pk)
    assert lead.get(change).status_code == 200
    estate = EstateFactory(county=CountyFactory("abhar", "ابهر"))
    assert lead.post(change, {**given, "estate": estate.pk}).status_code == 302
    unit.refresh_from_db()
    assert (unit.estate, unit.county) == (estate, estate.county)


def test_a_unit_is_taken_off_with_a_reason_and_then_left_alone(lead: Client) -> None:
    unit = UnitFactory()
    strike = page("industrialunit", "strike", unit.pk)
    assert lead.post(strike, {"on": "1405/09/01", "reason": ""}).status_code == 422
    assert lead.post(strike, {"on": "1405/09/01", "reason": "دو بار ثبت شده"}).status_code == 302
    unit.refresh_from_db()
    assert unit.struck_off_reason == "دو بار ثبت شده"
    change = page("industrialunit", "change", unit.pk)
    assert lead.get(change).status_code == 200
    assert lead.post(change, {"name": "دیگر"}).status_code == 403


def test_limits_and_rules_are_tuned_and_one_limit_holds(lead: Client) -> None:
    add = page("bandrule", "add")
    limits = {"closed_up_to": "۵", "idle_up_to": "۴۰", "semi_active_up_to": "۷۵", "note": "ابلاغ ۱۴۰۵"}
    assert lead.post(add, {**limits, "idle_up_to": "۸۰"}).status_code == 200
    assert lead.post(add, limits).status_code == 302
    assert lead.post(add, {**limits, "idle_up_to": "35"}).status_code == 302
    assert [row.idle_up_to for row in BandRule.objects.filter(is_active=True)] == [35]
    rule = {"code": "NO_READING", "label": "دیرسنجی", "weight": "۱۲", "threshold": "9", "is_active": "on"}
    assert lead.post(page("warningrule", "add"), {**rule, "weight": "۲۰۰"}).status_code == 200
    assert lead.post(page("warningrule", "add"), rule).status_code == 302
    row = WarningRule.objects.get()
    assert (
        lead.post(page("warningrule", "change", row.pk), {**rule, "weight": "15", "code": "POWER_DOWN"}).status_code
        == 302
    )
    row.refresh_from_db()
    assert (row.code, row.weight) == ("NO_READING", 15)


def test_the_desk_is_for_the_lead_administrators_and_the_auditors_eye() -> None:
    unit = UnitFactory()
    lists = [page(model, "changelist") for model in ("industrialunit", "bandrule", "warningrule")]
    for role, answers in (("admin", [200, 200, 200]), ("auditor", [200, 403, 403]), ("consultant", [403, 403, 403])):
        browser = client_of(getattr(accounts, role)())
        assert [browser.get(address).status_code for address in lists] == answers, role
    auditor = client_of(accounts.auditor())
    assert auditor.get(page("industrialunit", "change", unit.pk)).status_code == 200
    assert auditor.post(page("industrialunit", "change", unit.pk), {"name": "دیگر"}).status_code == 403
    assert auditor.get(page("industrialunit", "strike", unit.pk)).status_code == 403
