"""The staff's table of wishes: who reads names, what filters find, pages, and queries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.choices import Role
from accounts.models import Applicant
from core import clock
from programs.demand.choices import SizeBand, band_of, bounds_of
from programs.demand.models import Wish
from programs.demand.services import wishes
from tests.factories.accounts import UserFactory, staff
from tests.factories.demand import WishFactory
from tests.factories.estates import CountyFactory, EstateFactory, TradeFactory

pytestmark = pytest.mark.django_db
TABLE = reverse("demand:wishes")


def client_of(role: Role = Role.PROGRAMME_OFFICER) -> Client:
    client = Client()
    client.force_login(UserFactory() if role is Role.APPLICANT else staff(role))
    return client


def found(query: str = "") -> list[Wish]:
    answer = client_of().get(f"{TABLE}{query}")
    assert answer.status_code == 200
    return list(answer.context["rows"])


@pytest.mark.parametrize("role", Role)
def test_names_are_for_those_who_plan_with_them_and_for_auditors(role: Role) -> None:
    expected = 200 if role in {Role.PROGRAMME_OFFICER, Role.MANAGER, Role.AUDITOR} else 403
    assert client_of(role).get(TABLE).status_code == expected


def test_a_phone_number_is_shown_only_when_its_owner_agreed() -> None:
    agreed, silent = WishFactory(), WishFactory(phone_ok=False)
    text = client_of().get(TABLE).content.decode()
    assert agreed.applicant.person.phone in text and silent.applicant.person.phone not in text
    assert found("?phone=on") == [agreed]


def test_wishes_are_found_by_name_trade_size_and_place() -> None:
    county, trade = CountyFactory("abhar"), TradeFactory("shoe_making", "کفاشی")
    estate = EstateFactory("noavaran", county=county)
    user = UserFactory(first_name="سیمین", last_name="کفشدوز")
    firm = Applicant.objects.get(person=user.person)
    one = WishFactory(firm, trade, county=county, estate=estate, area_from=300, area_to=400)
    other = WishFactory()
    assert found() == [other, one]
    for query in ("?q=کفشدوز", "?trade=shoe_making", "?size=251-500", "?county=abhar", "?estate=noavaran"):
        assert found(query) == [one], query
    assert client_of().get(f"{TABLE}?size=huge").status_code == 400


def test_what_ended_is_shown_only_when_asked_for_and_a_wish_past_its_day_has_run_out() -> None:
    gone, late, live = WishFactory(), WishFactory(), WishFactory()
    wishes.withdraw(wish_id=gone.pk, by=gone.made_by, now=clock.now())
    Wish.objects.filter(pk=late.pk).update(valid_until=clock.today() - timedelta(days=1))
    assert (found(), found("?status=WITHDRAWN"), found("?status=LAPSED")) == ([live], [gone], [late])


@pytest.mark.parametrize("band", SizeBand)
def test_the_ends_of_a_band_are_those_by_which_wishes_are_counted(band: SizeBand) -> None:
    more_than, most = bounds_of(band)
    assert band_of(more_than + 1) is band and band_of(most or 1_000_000) is band
    assert more_than == 0 or band_of(more_than) is not band


def test_an_empty_table_says_where_wishes_come_from() -> None:
    assert reverse("demand:list") in client_of().get(TABLE).content.decode()


def test_pages_of_twenty_and_a_fixed_number_of_queries() -> None:
    client, counts = client_of(), []
    context: Any = None
    for number in (1, 20):
        for _each in range(number):
            WishFactory()
        with CaptureQueriesContext(connection) as caught:
            context = client.get(TABLE).context
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert (len(context["rows"]), bool(context["next_url"])) == (20, True)
