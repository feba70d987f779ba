"""The work list on screen: ranked, with its signs in words, and what the lead does about each unit."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from clinic.units.models import UnitLook, WarningEntry
from clinic.units.services import warnings
from tests.factories import accounts
from tests.factories.clinic_units import NOW, UnitFactory

pytestmark = pytest.mark.django_db
HERE = "/clinic/units/warnings/"


def client(user: User) -> Client:
    found = Client(HTTP_ACCEPT_LANGUAGE="fa")
    found.force_login(user)
    return found


@pytest.fixture
def lead() -> User:
    light, heavy = UnitFactory(80, 80, 60, name="کفش بید"), UnitFactory(80, 80, 20, name="کفش سرو")
    assert light.pk < heavy.pk
    warnings.recompute(now=NOW)
    return accounts.clinic_lead()


def test_the_heaviest_stands_first_with_its_signs_and_every_look_is_written_down(lead: User) -> None:
    shown = client(lead).get(HERE).content.decode()
    assert shown.index("کفش سرو") < shown.index("کفش بید")
    for number in ("۸۰", "۲۰", "۶۰"):
        assert number in shown
    assert UnitLook.objects.filter(by=lead, what="WARNING").count() == 2
    code = WarningEntry.objects.order_by("-score")[0].unit.code
    counter = f"/clinic/desk/new/diagnosis/?unit={code}"
    assert counter in shown and f'value="{code}"' in client(lead).get(counter).content.decode()
    for role in ("consultant", "admin", "manager", "officer"):
        assert client(getattr(accounts, role)()).get(HERE).status_code == 403
    for wrong in ("?status=CLEARED", "?order=1", "?cursor=x"):
        assert client(lead).get(HERE + wrong).status_code == 400


def test_the_lead_looks_opens_a_request_dismisses_and_takes_up(lead: User) -> None:
    heavy, light = WarningEntry.objects.order_by("-score")
    here = client(lead)

    def post(entry: WarningEntry, step: str, **values: str) -> int:
        assert here.get(f"{HERE}{entry.pk}/{step}/").status_code == 200
        assert UnitLook.objects.filter(by=lead, unit=entry.unit_id, what="WARNING").exists(), "its signs are figures"
        return here.post(f"{HERE}{entry.pk}/{step}/", values).status_code

    assert post(heavy, "look") == 302
    assert post(heavy, "request", request_number="") == 422
    assert post(heavy, "request", request_number="CR-1405-0001") == 302
    day = {"until_day": "1", "until_month": "12", "until_year": "1405"}
    assert post(light, "dismiss", reason="تعمیر", until="1405/01/01") == 422
    assert post(light, "dismiss", reason="تعمیر", **day) == 302
    assert here.get(f"{HERE}{light.pk}/look/").status_code == 302
    assert here.get(f"{HERE}{light.pk}/dance/").status_code == 404
    empty = here.get(HERE).content.decode()
    assert "کفش سرو" not in empty and "کفش بید" not in empty
    assert "CR-1405-0001" in here.get(f"{HERE}?status=REQUEST_OPENED").content.decode()
    assert "تعمیر" in here.get(f"{HERE}?status=DISMISSED").content.decode()
    assert post(light, "take-up") == 302
    auditor = client(accounts.auditor())
    assert auditor.get(HERE).status_code == 200
    assert auditor.post(f"{HERE}{light.pk}/look/").status_code == 403
