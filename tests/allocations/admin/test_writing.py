"""Calls are written, published, lengthened and cancelled at the staff desk, by the services."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.urls import reverse

from allocations.admin import bands
from allocations.models import Call
from core import clock
from core.persian.dates import format_datetime
from tests.factories import accounts
from tests.factories.allocations import CallFactory
from tests.factories.estates import EstateFactory, PlotFactory, TradeFactory


def page(call, name):
    return reverse(f"admin:allocations_call_{name}", args=[call.pk])


@pytest.fixture(scope="module")
def made_draft(make_once):
    return make_once(CallFactory.draft)


@pytest.fixture
def draft(made_draft, db):
    """A call that is being written, with its stage."""
    return deepcopy(made_draft)


@pytest.fixture(scope="module")
def made_open(make_once):
    return make_once(CallFactory.published)


@pytest.fixture
def opened(made_open, db):
    """An open call, with its stage."""
    return deepcopy(made_open)


BASICS = {
    "title": "فراخوان تازه", "slug": "new-call", "mode": "SCORED", "intro": "", "minimum_age": "۱۸", "refuses_holders": "on",
    "lapse_rule": "INELIGIBLE", "scorers_per_application": "2", "tolerance": "۱۰", "accepted_licences": ["ARTISAN_CARD"],
    "opens_at": "1405/10/01 08:00", "closes_at": "1405/10/20 14:00", "corrections_until": "1405/11/01 14:00",
    "draw_at": "1405/11/05 14:00", "objections_until": "1405/11/15 14:00", "randomness_source": "شاخص",
    "randomness_event": "پایان روز", "randomness_fallback": "روز بعد",
}  # fmt: skip


def test_a_draft_is_made_from_the_form_with_persian_digits_and_jalali_dates(desk):
    estate = EstateFactory()
    TradeFactory()
    client = desk(accounts.committee(estate.slug))
    answer = client.post(
        reverse("admin:allocations_call_add"), {**BASICS, "estate": estate.pk, "trades": ["knife_making"]}
    )
    call = Call.objects.get(slug="new-call")
    assert answer.status_code == 302
    assert (call.status, call.minimum_age, call.tolerance) == ("DRAFT", 18, 1000)
    assert call.trades.count() == 1
    assert format_datetime(call.closes_at, language="en").startswith("1405/10/20")


def test_a_draft_for_an_estate_of_somebody_else_is_not_offered(desk):
    estate, other = EstateFactory(), EstateFactory()
    client = desk(accounts.committee(estate.slug))
    answer = client.post(reverse("admin:allocations_call_add"), {**BASICS, "estate": other.pk})
    assert answer.status_code == 422
    assert not Call.objects.filter(slug="new-call").exists()


def test_an_address_that_is_taken_is_told_beside_its_field(draft, desk):
    stage = draft
    client = desk(accounts.committee())
    answer = client.post(
        reverse("admin:allocations_call_add"), {**BASICS, "slug": stage.call.slug, "estate": stage.call.estate.pk}
    )
    assert answer.status_code == 422
    assert "slug" in answer.context["form"].errors


def rows_of(formset, **changes):
    """What a browser sends for a formset: its management form, and every row as it stands."""
    data = {f"rows-{name}": value for name, value in formset.management_form.initial.items()}
    for place, form in enumerate(formset.forms):
        for field in form:
            value = field.value()
            if value is True:
                data[field.html_name] = "on"
            elif value not in (None, False):
                data[field.html_name] = value
        if form.initial:
            data[f"rows-{place}-ORDER"] = place + 1
    return data | changes


def test_criteria_are_saved_in_their_order_with_bands_and_their_sum_is_shown(draft, desk):
    stage = draft
    client = desk(stage.member)
    formset = client.get(page(stage.call, "criteria")).context["form"]
    data = rows_of(
        formset,
        **{"rows-0-weight": "۳۰", "rows-0-ORDER": "2", "rows-1-ORDER": "1", "rows-0-bands": "۰: ۰\n۳: ۵۰\n۱۰: ۱۰۰"},
    )
    assert client.post(page(stage.call, "criteria"), data).status_code == 302
    rows = list(stage.call.criteria.values_list("code", "weight", "rule"))
    assert [row[0] for row in rows] == ["plan", "years"]
    assert rows[1][1] == 30
    assert rows[1][2]["bands"] == [
        {"from": 0, "points": 0}, {"from": 3, "points": 5000}, {"from": 10, "points": 10_000}
    ]  # fmt: skip
    assert client.get(page(stage.call, "criteria")).context["weight_sum"] == 90


def test_a_rule_the_service_refuses_is_told_on_the_page_and_nothing_is_saved(draft, desk):
    stage = draft
    client = desk(stage.member)
    formset = client.get(page(stage.call, "criteria")).context["form"]
    answer = client.post(page(stage.call, "criteria"), rows_of(formset, **{"rows-0-bands": "۳: ۴۰۰"}))
    assert answer.status_code == 422
    assert answer.context["form"].non_form_errors()
    assert stage.call.criteria.get(code="years").rule["bands"][1]["points"] == 10_000


def test_many_plots_are_chosen_at_once_by_their_codes_and_taken_out_one_by_one(desk):
    stage = CallFactory.draft(plots=1)
    for number in range(10, 20):
        PlotFactory(f"QQ-{number}", estate=stage.call.estate)
    client = desk(stage.member)
    client.post(page(stage.call, "plots"), {"act": "add", "first": "qq-12", "last": "QQ-16", "pick": "", "group": ""})
    assert stage.call.call_plots.count() == 6
    keep = ["QQ-12", "QQ-14"]
    client.post(page(stage.call, "plots"), {"act": "save", "plot": keep})
    assert list(stage.call.call_plots.values_list("plot__code", flat=True)) == keep


def test_a_draft_that_is_not_ready_says_what_is_missing_and_offers_no_button(desk):
    stage = CallFactory.draft(fields={"randomness_event": ""})
    answer = desk(stage.member).get(page(stage.call, "publish"))
    assert answer.context["can_act"] is False
    assert answer.context["obstacles"]
    refused = desk(stage.member).post(page(stage.call, "publish"))
    assert refused.status_code == 422
    stage.call.refresh_from_db()
    assert stage.call.status == "DRAFT"


def test_publishing_shows_rules_and_hashes_and_locks_them(draft, desk):
    stage = draft
    client = desk(stage.member)
    shown = client.get(page(stage.call, "publish"))
    assert shown.context["can_act"] is True
    assert len(shown.context["terms"].terms_sha256) == 64
    assert client.post(page(stage.call, "publish")).status_code == 302
    stage.call.refresh_from_db()
    assert stage.call.status == "PUBLISHED"
    assert stage.call.terms_sha256 == shown.context["terms"].terms_sha256
    # From now on the pages of the draft amend, and ask for a new term and a reason.
    assert client.get(page(stage.call, "criteria")).context["amends"] is True
    formset = client.get(page(stage.call, "criteria")).context["form"]
    assert client.post(page(stage.call, "criteria"), rows_of(formset)).status_code == 422


def test_an_amendment_is_announced_with_its_reason(opened, desk):
    stage = opened
    client = desk(stage.member)
    formset = client.get(page(stage.call, "criteria")).context["form"]
    later = format_datetime(clock.now() + timedelta(days=30), language="en")
    data = rows_of(
        formset,
        **{"rows-0-weight": "50", "rows-1-weight": "50", "amend-closes_at": later, "amend-reason": "اصلاح وزن‌ها"},
    )
    assert client.post(page(stage.call, "criteria"), data).status_code == 302
    amendment = stage.call.amendments.get()
    assert amendment.reason == "اصلاح وزن‌ها"
    assert amendment.differences


def test_an_earlier_closing_date_is_refused_beside_its_field(opened, desk):
    stage = opened
    earlier = format_datetime(clock.now() + timedelta(days=1), language="en")
    answer = desk(stage.member).post(page(stage.call, "extend"), {"closes_at": earlier, "reason": "زودتر"})
    assert answer.status_code == 422
    assert "closes_at" in answer.context["form"].errors


def test_the_term_is_lengthened_and_the_call_cancelled_through_their_pages(opened, desk):
    stage = opened
    client = desk(stage.member)
    later = format_datetime(clock.now() + timedelta(days=20), language="en")
    assert client.post(page(stage.call, "extend"), {"closes_at": later, "reason": "برف"}).status_code == 302
    assert stage.call.extensions.get().reason == "برف"
    assert client.post(page(stage.call, "cancel"), {"reason": ""}).status_code == 422
    assert client.post(page(stage.call, "cancel"), {"reason": "نقشه نادرست بود"}).status_code == 302
    stage.call.refresh_from_db()
    assert stage.call.status == "CANCELLED"
    assert client.post(page(stage.call, "cancel"), {"reason": "دوباره"}).status_code == 409


def test_the_desk_of_a_call_offers_what_the_workflow_and_the_permissions_allow(opened, desk):
    stage = opened
    of_member = {one.label for one in desk(stage.member).get(page(stage.call, "change")).context["actions"]}
    of_officer = {one.label for one in desk(stage.officer).get(page(stage.call, "change")).context["actions"]}
    of_auditor = {one.label for one in desk(accounts.auditor()).get(page(stage.call, "change")).context["actions"]}
    assert len(of_member) == 3  # lengthen, amend, cancel
    assert of_officer == set()
    assert of_auditor == set()


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("jobs_promised", "each: 12.5", {"input": "jobs_promised", "per_unit": 1250}),
        ("guild_member", "بله: ۱۰۰\nخیر: ۵", {"input": "guild_member", "yes": 10_000, "no": 500}),
        (
            "licence_kind",
            "ARTISAN_CARD: 50",
            {"input": "licence_kind", "values": {"ARTISAN_CARD": 5000}, "otherwise": 0},
        ),
    ],
)
def test_bands_are_read_as_they_are_written(name, text, rule):
    # The Persian words come from the catalogue; where it is not compiled, the English ones stand for them.
    words = text if "بله" not in text or bands._is("بله", "yes") else "yes: ۱۰۰\nno: ۵"
    assert bands.rule_of(name, words) == rule
    assert bands.rule_of(name, bands.text_of(rule)) == rule


@pytest.mark.parametrize("text", ["3", "x: y", "3: -1", ": 5", "each"])
def test_a_line_that_cannot_be_read_is_named(text):
    with pytest.raises(Exception, match=r".") as caught:
        bands.rule_of("years_licensed", text)
    assert caught.value.code == "unreadable"
