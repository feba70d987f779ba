"""A list on screen: every error with its row, what will happen, and one button that brings all of it in."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from clinic.units.models import IndustrialUnit, UnitImport
from clinic.units.sheets import LAYOUT
from tests.clinic.units.services.test_intake import GOOD, lead_of_a_clinic, sheet
from tests.factories import accounts

pytestmark = pytest.mark.django_db
HERE = "/clinic/units/import/"


@pytest.fixture
def lead() -> Client:
    found = Client(HTTP_ACCEPT_LANGUAGE="fa")
    found.force_login(lead_of_a_clinic())
    return found


def test_a_sheet_is_handed_in_looked_at_and_brought_in(lead: Client) -> None:
    assert lead.get(HERE).status_code == 200
    answer = lead.post(HERE, {"upload": SimpleUploadedFile("واحدها.xlsx", sheet(GOOD))})
    row = UnitImport.objects.get()
    assert answer["Location"] == f"{HERE}{row.pk}/"
    shown = lead.get(answer["Location"]).content.decode()
    assert "کفش نمونه" in shown
    assert not IndustrialUnit.objects.exists()
    # The figures of a sheet are for who handed it in, and for nobody once it is brought in.
    other = Client()
    other.force_login(accounts.clinic_lead())
    assert "کفش نمونه" not in other.get(answer["Location"]).content.decode()
    assert lead.post(answer["Location"]).status_code == 302
    assert "کفش نمونه" not in lead.get(answer["Location"]).content.decode()
    assert IndustrialUnit.objects.get().name == "کفش نمونه"
    assert lead.post(answer["Location"]).status_code == 409


def test_errors_are_named_and_nothing_can_be_brought_in(lead: Client) -> None:
    answer = lead.post(HERE, {"upload": SimpleUploadedFile("x.xlsx", sheet({**GOOD, "trade": "نجوم"}))}, follow=True)
    assert "رشته" in answer.content.decode()
    assert lead.post(answer.wsgi_request.path).status_code == 409
    bad = lead.post(HERE, {"upload": SimpleUploadedFile("x.xlsx", b"no sheet")})
    assert bad.status_code == 422
    assert not IndustrialUnit.objects.exists()


def test_the_empty_sheet_can_be_read_and_others_may_not_hand_in(lead: Client) -> None:
    assert LAYOUT.read(lead.get(f"{HERE}sheet.xlsx").content) == []
    for role in ("consultant", "admin", "auditor", "manager"):
        other = Client()
        other.force_login(getattr(accounts, role)())
        assert other.get(HERE).status_code == 403
