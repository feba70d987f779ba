"""Pages of the register: who sees that a unit exists, who sees what was measured, and that each look is written down."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from clinic.units.models import IndustrialUnit, UnitLook, UnitReading
from clinic.units.services import warnings
from tests.factories import accounts
from tests.factories.clinic_units import NOW, ReadingFactory, UnitFactory, ago

pytestmark = pytest.mark.django_db
SECRET = "۱۲۳٬۴۵۶٬۷۸۹"


def client(user: User) -> Client:
    found = Client(HTTP_ACCEPT_LANGUAGE="fa")
    found.force_login(user)
    return found


def page(user: User, address: str) -> str:
    answer = client(user).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture(scope="module")
def once_unit(make_once: Any) -> IndustrialUnit:
    def build() -> IndustrialUnit:
        made = UnitFactory(owner=accounts.ApplicantFactory(), status_note="یادداشت پنهان")
        ReadingFactory(made, 45, measured_on=ago(40), sales_rials=123_456_789)
        return made

    return make_once(build)


@pytest.fixture
def unit(once_unit: IndustrialUnit) -> IndustrialUnit:
    """A unit with an owner, a note and figures."""
    return deepcopy(once_unit)


def test_staff_of_the_clinic_find_units_and_the_list_tells_the_lead_alone_their_bands(unit: IndustrialUnit) -> None:
    for role, sees in (("clinic_lead", True), ("auditor", False), ("consultant", False), ("admin", False)):
        user = getattr(accounts, role)()
        shown = page(user, "/clinic/units/?q=نمونه")
        assert unit.code in shown
        assert ('class="tag tag-info"' in shown) is sees, role
        assert client(user).get("/clinic/units/?band=ACTIVE").status_code == (200 if sees else 400)
    for role in ("manager", "officer", "programme_officer", "finance"):
        assert client(getattr(accounts, role)()).get("/clinic/units/").status_code == 403


def test_figures_are_for_the_lead_the_auditor_and_the_units_own_people(unit: IndustrialUnit) -> None:
    address = f"/clinic/units/{unit.code}/"
    lead, auditor, owner = accounts.clinic_lead(), accounts.auditor(), unit.owner.person.user
    for user in (lead, auditor, owner):
        assert SECRET in page(user, address)
    # What staff saw is written down, what the owner sees of himself is not.
    assert set(UnitLook.objects.values_list("by", flat=True)) == {lead.pk, auditor.pk}
    assert lead.display_name in page(owner, address)
    for role in ("consultant", "admin"):
        shown = page(getattr(accounts, role)(), address)
        assert SECRET not in shown
        assert "یادداشت پنهان" not in shown
        assert unit.owner.display_name not in shown
    assert UnitLook.objects.count() == 2
    for user in (accounts.manager(), accounts.officer(), accounts.UserFactory()):
        assert client(user).get(address).status_code == 404
    assert Client().get(address).status_code == 302


def test_the_lead_enters_and_corrects_readings_and_refusals_stand_beside_their_field(unit: IndustrialUnit) -> None:
    lead = accounts.clinic_lead()
    address = f"/clinic/units/{unit.code}/readings/new/"
    day = {"measured_on_day": "۱۵", "measured_on_month": "8", "measured_on_year": "1405"}
    bad = client(lead).post(address, {**day, "actual_capacity_percent": "۱۷۰", "source": "VISIT"})
    assert bad.status_code == 422
    assert 'value="۱۷۰"' in bad.content.decode()
    good = {**day, "actual_capacity_percent": "۵۵٫۵", "staff": "۱۲", "arrears_tax": "۱٬۰۰۰", "source": "PAPERS"}
    assert client(lead).post(address, good).status_code == 302
    again = client(lead).post(address, good)
    assert again.status_code == 409
    made = UnitReading.objects.get(staff=12)
    assert (float(made.actual_capacity_percent), made.arrears_tax) == (55.5, 1_000)
    correct = f"/clinic/units/{unit.code}/readings/{made.pk}/correct/"
    assert not UnitLook.objects.exists()
    assert "۵۵٫۵" in page(lead, correct)
    assert UnitLook.objects.filter(unit=unit, by=lead).exists(), "the figures to be corrected are figures"
    assert client(lead).post(correct, {**good, "staff": "11", "note": ""}).status_code == 422
    assert client(lead).post(correct, {**good, "staff": "11", "note": "فهرست بیمه"}).status_code == 302
    assert UnitReading.objects.counting().filter(staff=11).exists()
    assert client(lead).get(correct).status_code == 404
    for role in ("auditor", "consultant", "admin"):
        assert client(getattr(accounts, role)()).post(address, good).status_code == 403


def test_the_pages_ask_the_same_number_of_queries_with_one_row_and_with_twenty() -> None:
    lead = accounts.clinic_lead()
    here = client(lead)

    def queries(address: str) -> int:
        here.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert here.get(address).status_code == 200
        return len(seen)

    first = UnitFactory(80, 80, 40)
    warnings.recompute(now=NOW)
    addresses = ("/clinic/units/", f"/clinic/units/{first.code}/", "/clinic/units/warnings/")
    few = [queries(address) for address in addresses]
    for _number in range(19):
        UnitFactory(80, 80, 40)
    warnings.recompute(now=NOW)
    assert [queries(address) for address in addresses] == few
    assert max(few) <= 24, few


def test_people_reach_their_units_from_their_requests(unit: IndustrialUnit) -> None:
    owner = unit.owner.person.user
    assert f"/clinic/units/{unit.code}/" in page(owner, "/clinic/requests/")
    assert "/clinic/units/" not in page(accounts.UserFactory(), "/clinic/requests/")
