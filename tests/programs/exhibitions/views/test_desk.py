"""The desk of an exhibition: costs with their bills, and a value of the draw that was mistyped."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core import clock
from programs.exhibitions.models import BoothDraw, TripCost
from programs.exhibitions.services import drawing
from tests.factories.accounts import PASSWORD, auditor, photo, staff
from tests.factories.exhibitions import DAY, VALUE, ExhibitionFactory, Fair

pytestmark = pytest.mark.django_db
COST = {"kind": "TRAVEL", "amount": "150000000", "paid_by": "SUPPORT", "firm": "", "note": ""}


def client_of(user: User) -> Client:
    """A client whose password was typed just now."""
    client = Client()
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def page(fair: Fair, name: str, *args: Any) -> str:
    return reverse(f"exhibitions:{name}", args=[fair.exhibition.slug, *args])


@pytest.fixture(scope="module")
def made(make_once: Any) -> dict[str, Fair]:
    """Exhibitions whose list is fixed, whose value was typed and was confirmed, and one that was held."""
    found: dict[str, Fair] = make_once(
        lambda: (
            {status: ExhibitionFactory.in_status(status) for status in ("FROZEN", "DRAWN", "HELD")}
            | {"typed": with_value()}
        )
    )
    return found


@pytest.fixture
def fairs(made: dict[str, Fair]) -> dict[str, Fair]:
    return deepcopy(made)


@pytest.fixture
def typed(fairs: dict[str, Fair]) -> Fair:
    return fairs["typed"]


def with_value() -> Fair:
    """A list whose value the officer has typed."""
    fair = ExhibitionFactory.in_status("FROZEN")
    with fair.at(12 * DAY + timedelta(hours=1)):
        common = {"exhibition_id": fair.exhibition.pk, "by": fair.officer, "now": clock.now()}
        drawing.enter_value(value=VALUE, form="HEX", **common)
    return fair


def offered(fair: Fair, user: User) -> list[str]:
    return [step.name for step in client_of(user).get(page(fair, "desk")).context["steps"]]


def test_who_typed_the_value_neither_confirms_it_nor_takes_it_back(typed: Fair) -> None:
    assert offered(typed, typed.officer) == ["cancel"]
    assert offered(typed, typed.manager) == ["value", "discard"]
    client = client_of(typed.officer)
    for address in (page(typed, "value"), page(typed, "act", "discard")):
        assert client.get(address).url == page(typed, "desk")
    assert client.post(page(typed, "act", "discard"), {"reason": "اشتباه"}).status_code == 403
    assert BoothDraw.objects.filter(frozen__exhibition=typed.exhibition).exists()


def test_nobody_reads_the_value_before_a_second_person_has_typed_it_from_the_publication(typed: Fair) -> None:
    for address in (page(typed, "desk"), page(typed, "value"), page(typed, "act", "discard")):
        assert VALUE not in client_of(typed.manager).get(address).content.decode()
    with typed.at(12 * DAY + timedelta(hours=1)):
        drawing.confirm_value(exhibition_id=typed.exhibition.pk, value=VALUE, by=typed.manager, now=clock.now())
    assert VALUE in client_of(typed.manager).get(page(typed, "desk")).content.decode()


def test_a_second_person_takes_a_mistyped_value_back_with_a_reason_and_types_it_anew(typed: Fair) -> None:
    client, address = client_of(typed.manager), page(typed, "act", "discard")
    assert client.get(address).status_code == 200
    refused = client.post(address, {"reason": ""})
    assert refused.status_code == 422 and "reason" in refused.context["form"].errors
    assert client.post(address, {"reason": "یک رقم جا افتاده بود"}).url == page(typed, "desk")
    assert (
        not BoothDraw.objects.filter(frozen__exhibition=typed.exhibition).exists() and typed.reload().status == "FROZEN"
    )
    assert offered(typed, typed.officer)[0] == "value"
    assert client.get(address).url == page(typed, "desk")


def test_taking_a_value_back_asks_for_the_password_again_and_is_not_for_readers(typed: Fair) -> None:
    client = Client()
    client.force_login(typed.manager)
    answer = client.post(page(typed, "act", "discard"), {"reason": "اشتباه"})
    assert answer.url.startswith(reverse("account_reauthenticate"))
    for user in (auditor(), staff("committee")):
        assert client_of(user).post(page(typed, "act", "discard"), {"reason": "اشتباه"}).status_code == 403
    assert BoothDraw.objects.filter(frozen__exhibition=typed.exhibition).exists()


def test_a_confirmed_value_is_never_taken_back(fairs: dict[str, Fair]) -> None:
    fair = fairs["DRAWN"]
    assert client_of(fair.manager).post(page(fair, "act", "discard"), {"reason": "دیر"}).status_code == 409
    assert BoothDraw.objects.filter(frozen__exhibition=fair.exhibition).exists()


def test_before_the_event_the_desk_offers_no_value_and_says_when(fairs: dict[str, Fair]) -> None:
    fair = fairs["FROZEN"]
    client = client_of(fair.manager)
    with fair.at(11 * DAY):
        answer = client.get(page(fair, "desk"))
    assert [step.name for step in answer.context["steps"]] == []


def test_a_bill_is_sent_with_its_cost_and_stands_there_as_a_link(
    fairs: dict[str, Fair], settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    fair = fairs["HELD"]
    client, address = client_of(fair.officer), page(fair, "costs")
    assert client.post(address, {**COST, "paper": photo()}).status_code == 302
    row = TripCost.objects.get()
    assert row.paper is not None
    for user in (fair.officer, fair.manager, auditor()):
        answer = client_of(user).get(address)
        assert row.paper.get_absolute_url() in answer.content.decode()
        assert client_of(user).get(row.paper.get_absolute_url()).status_code == 200
        assert (page(fair, "remove_cost", row.pk) in answer.content.decode()) == (user == fair.officer)


def test_a_bill_that_cannot_be_read_is_refused_beside_its_field(fairs: dict[str, Fair]) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    fair = fairs["HELD"]
    bad = SimpleUploadedFile("bill.pdf", b"no paper at all", content_type="application/pdf")
    answer = client_of(fair.officer).post(page(fair, "costs"), {**COST, "paper": bad})
    assert answer.status_code == 422 and "paper" in answer.context["form"].errors
    assert not TripCost.objects.exists()


def test_a_cost_is_taken_out_on_its_page_by_its_own_exhibition_alone(fairs: dict[str, Fair]) -> None:
    fair, other = fairs["HELD"], ExhibitionFactory.in_status("HELD")
    client = client_of(fair.officer)
    client.post(page(fair, "costs"), COST)
    row = TripCost.objects.get()
    assert client.get(page(other, "remove_cost", row.pk)).status_code == 404
    address = page(fair, "remove_cost", row.pk)
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client_of(fair.manager).post(address, {"reason": "اشتباه"}).status_code == 302
    assert TripCost.objects.exists()
    assert client.post(address, {"reason": "دو بار نوشته شد"}).url == page(fair, "costs")
    assert not TripCost.objects.exists()
