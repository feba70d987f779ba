"""The demand register: who may wish, when wishes end, what everybody and what planners see."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from core.metrics import services as metrics
from core.persian.calendar import tehran_date
from programs.demand.models import Wish
from programs.demand.selectors import figures
from programs.demand.services import wishes
from programs.demand.services.wishes import WishedAlready
from tests.factories.accounts import UserFactory, staff
from tests.factories.demand import WishFactory
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory, TradeFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def test_one_applicant_has_one_live_wish_for_a_trade_and_may_have_others():
    trade = TradeFactory()
    first = WishFactory(trade=trade)
    with pytest.raises(WishedAlready):
        WishFactory(first.applicant, trade)
    with pytest.raises(IntegrityError), transaction.atomic():
        Wish.objects.filter(pk=first.pk).update(area_from=200)
    wishes.withdraw(wish_id=first.pk, by=first.made_by, now=clock.now())
    assert WishFactory(first.applicant, trade).pk != first.pk


@pytest.mark.parametrize(
    "values", [{"area_from": 91}, {"area_from": 0}, {"area_to": 100_001}, {"use": ""}, {"wanted_since": "tomorrow"}]
)
def test_a_wish_that_makes_no_sense_is_refused(values):
    if "wanted_since" in values:
        values = {"wanted_since": tehran_date(clock.now()) + DAY}
    with pytest.raises(InvalidInput):
        WishFactory(**values)
    assert not Wish.objects.exists()


def test_an_estate_of_another_county_is_refused():
    with pytest.raises(InvalidInput):
        WishFactory(county=CountyFactory("abhar"), estate=EstateFactory("eshragh", county=CountyFactory("zanjan")))


def test_nobody_wishes_changes_or_withdraws_for_another():
    row = WishFactory()
    stranger = UserFactory()
    for act, more in ((wishes.change, {"values": {}}), (wishes.renew, {}), (wishes.withdraw, {})):
        with pytest.raises(PermissionRefused):
            act(wish_id=row.pk, by=stranger, now=clock.now(), **more)


def test_after_eleven_months_the_applicant_is_asked_once_and_may_renew():
    row = WishFactory()
    later = clock.now() + 340 * DAY
    assert wishes.ask_to_renew(now=clock.now()) == 0
    assert (wishes.ask_to_renew(now=later), wishes.ask_to_renew(now=later)) == (1, 0)
    assert Message.objects.filter(template="demand.renew", user=row.made_by).exists()
    renewed = wishes.renew(wish_id=row.pk, by=row.made_by, now=later)
    assert renewed.valid_until > tehran_date(later) + 360 * DAY and renewed.asked_at is None


def test_a_wish_nobody_renews_ends_and_counts_no_more_from_that_day():
    row = WishFactory()
    later = clock.now() + 366 * DAY
    assert not figures.staff_lines(later)
    with pytest.raises(WrongState):
        wishes.renew(wish_id=row.pk, by=row.made_by, now=later)
    assert wishes.lapse(now=later) == 1
    row.refresh_from_db()
    assert row.status == "LAPSED"


def test_everybody_sees_no_number_below_five_and_no_sum_that_gives_it_away():
    common, rare = TradeFactory(), TradeFactory("shoe_making", "کفاشی")
    for _ in range(5):
        WishFactory(trade=common)
    WishFactory(trade=rare)
    lines, total = figures.public_lines(clock.now())
    assert {line.trade: line.number for line in lines} == {common.name: 5, rare.name: None}
    assert total is None


def test_a_site_counts_the_wishes_for_it_against_plots_of_fitting_size():
    county, trade = CountyFactory("zanjan"), TradeFactory()
    site = EstateFactory("eshragh", county=county)
    PlotFactory(estate=site, area_m2=80)
    PlotFactory(estate=site, area_m2=400)
    for _ in range(3):
        WishFactory(trade=trade, county=county)
    (found,) = figures.sites(clock.now())
    client = Client()
    client.force_login(staff("manager"))
    sheet = client.get(reverse("demand_planning:sites_csv")).content.decode("utf-8-sig").splitlines()[1:]
    line = found.lines[0]
    assert len(sheet) == len(found.lines)
    assert sheet[0] == f"{found.estate.name},{line.trade},{line.wishes},{line.unmet},{line.free},{line.gap}"
    (line,) = found.lines
    assert (line.wishes, line.free, line.gap, found.free) == (3, 1, 2, 2)


def test_the_live_figure_is_the_number_of_wishes_in_the_register():
    from core.metrics.selectors import latest

    for _ in range(2):
        WishFactory()
    metrics.refresh(["demand.wishes"], now=clock.now())
    assert latest(["demand.wishes"])["demand.wishes"].total == 2


def test_pages_for_planning_ask_the_database_equally_often_and_are_for_staff(django_assert_max_num_queries):
    visitor, planner = Client(), Client()
    visitor.force_login(UserFactory())
    planner.force_login(staff("manager"))
    addresses = [
        reverse(name)
        for name in ("demand:table", "demand:table_csv", "demand_planning:sites", "demand_planning:sites_csv")
    ]
    for more in (1, 11):
        for _ in range(more):
            WishFactory()
        for address in addresses:
            with django_assert_max_num_queries(22):
                assert planner.get(address).status_code == 200, address
    for address in addresses:
        assert visitor.get(address).status_code == 403, address


def test_a_wish_is_entered_changed_and_taken_back_on_its_pages():
    user, trade, county = UserFactory(), TradeFactory(), CountyFactory()
    client = Client()
    client.force_login(user)
    data = {
        "applicant": user.person.applicant.pk, "trade": trade.pk, "area_from": "۹۰", "area_to": "60", "county": county.pk,
        "estate": "", "use": "کارگاه", "wanted_since_day": "1", "wanted_since_month": "1", "wanted_since_year": "1404",
    }  # fmt: skip
    refused = client.post(reverse("demand:add"), data)
    assert refused.status_code == 422 and "area_to" in refused.context["form"].errors
    assert client.post(reverse("demand:add"), {**data, "area_to": "120"}).status_code == 302
    row = Wish.objects.get()
    assert str(row.trade) in client.get(reverse("demand:list")).content.decode()
    assert client.get(reverse("demand:change", args=[row.pk])).status_code == 200
    assert client.post(reverse("demand:withdraw", args=[row.pk])).status_code == 302
    row.refresh_from_db()
    assert row.status == "WITHDRAWN"
