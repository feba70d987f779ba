"""The staff desk of land: forms call services, refusals stand beside fields, site plans are previewed before they count."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.audit.models import Entry
from estates.choices import HoldKind, PlanImportStatus, TariffStatus
from estates.models import Estate, Plot, SitePlanImport, Tariff
from tests.factories import accounts
from tests.factories.estates import EstateFactory, PlotFactory, TradeFactory, square

pytestmark = pytest.mark.django_db

MODELS = (
    "county", "trade", "estate", "estatefact", "utilityservice", "estatephoto", "plot", "plothold", "tariff", "tariffrate",
    "paymentterms", "siteplanimport",
)  # fmt: skip


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def plan(*features: Any, name: str = "plan.geojson") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, json.dumps({"type": "FeatureCollection", "features": features}).encode())


def feature(code: str, x: float = 1) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"code": code, "area_m2": 81}, "geometry": square(x, 1, 9, 9)}


def test_staff_may_look_at_every_list(onlooker: User) -> None:
    PlotFactory("A-1", held=HoldKind.IDLE)
    client = signed_in(onlooker)
    for model in MODELS:
        assert client.get(reverse(f"admin:estates_{model}_changelist")).status_code == 200, model
        assert client.get(reverse(f"admin:estates_{model}_add")).status_code == 403, model


def test_applicants_see_none_of_it() -> None:
    client = signed_in(accounts.UserFactory())
    for model in MODELS:
        assert client.get(reverse(f"admin:estates_{model}_changelist")).status_code in (302, 403), model


def test_a_list_of_plots_shows_the_derived_state(onlooker: User) -> None:
    PlotFactory("A-1", held=HoldKind.RECLAIMED)
    page = signed_in(onlooker).get(reverse("admin:estates_plot_changelist")).content.decode()
    assert str(HoldKind.RECLAIMED.label) in page


def test_an_estate_is_changed_through_its_service(technician: User) -> None:
    estate = EstateFactory("zone")
    url = reverse("admin:estates_estate_change", args=[estate.pk])
    client = signed_in(technician)
    form = client.get(url).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if name in form.fields and value not in (None, False)}
    answer = client.post(url, {**data, "name": "نام نو"})
    assert answer.status_code == 302, answer.context["errors"]
    assert Estate.objects.get().name == "نام نو"
    assert Entry.objects.get(action="estates.estate.changed").actor == technician


def test_a_plot_is_made_with_trades_and_services_typed_in_persian_digits(technician: User) -> None:
    trade, estate = TradeFactory(), EstateFactory("zone")
    data = {
        "code": "A-1", "estate": estate.pk, "kind": "WORKSHOP", "area_m2": "۹۶٫۵", "front_m": "۸", "price_class": "CORNER",
        "is_serviced": "on", "block_code": "A", "utilities": ["POWER"], "allowed_trades": [trade.pk],
    }  # fmt: skip
    answer = signed_in(technician).post(reverse("admin:estates_plot_add"), data)
    assert answer.status_code == 302, answer.context["errors"]
    plot = Plot.objects.get()
    assert (str(plot.area_m2), plot.block.code, plot.utilities) == ("96.50", "A", ["POWER"])
    assert plot.trade_ids == [trade.pk]


def test_what_the_service_refuses_stands_in_the_form_and_nothing_is_saved(technician: User) -> None:
    plot = PlotFactory("A-1", held=HoldKind.CONTRACTED, area_m2=50)
    data = {
        "number": "",
        "kind": plot.kind,
        "area_m2": "70",
        "price_class": plot.price_class,
        "is_serviced": "on",
        "block_code": "",
    }
    answer = signed_in(technician).post(reverse("admin:estates_plot_change", args=[plot.pk]), data)
    assert answer.status_code == 200
    assert "A-1" in str(answer.context["errors"])
    assert 'value="70"' in answer.content.decode()
    assert Plot.objects.get().area_m2 == 50


def test_the_technical_officer_of_another_estate_only_looks() -> None:
    plot = PlotFactory("A-1", estate=EstateFactory("zone"))
    client = signed_in(accounts.technical("elsewhere"))
    url = reverse("admin:estates_plot_change", args=[plot.pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"area_m2": "5"}).status_code == 403


def test_a_site_plan_is_handed_in_looked_at_and_brought_in(technician: User) -> None:
    estate, client = EstateFactory("zone"), signed_in(technician)
    answer = client.post(
        reverse("admin:estates_siteplanimport_add"), {"estate": estate.pk, "upload": plan(feature("A-1"))}
    )
    row = SitePlanImport.objects.get()
    verdict = reverse("admin:estates_siteplanimport_change", args=[row.pk])
    assert answer.url == verdict
    assert "A-1" in client.get(verdict).content.decode()
    confirm = reverse("admin:estates_siteplanimport_apply", args=[row.pk])
    assert "A-1" in client.get(confirm).content.decode()
    assert not Plot.objects.exists()
    client.post(confirm)
    row.refresh_from_db()
    assert (row.status, Plot.objects.get().code) == (PlanImportStatus.APPLIED, "A-1")
    client.post(confirm)
    assert Plot.objects.count() == 1


def test_a_bad_site_plan_shows_each_error_and_offers_nothing(technician: User) -> None:
    estate, client = EstateFactory("zone"), signed_in(technician)
    upload = plan(feature("A-1"), feature("A-2", 5), {"type": "x"}, name="x\u202e.geojson")
    answer = client.post(
        reverse("admin:estates_siteplanimport_add"), {"estate": estate.pk, "upload": upload}, follow=True
    )
    page = answer.content.decode()
    row = SitePlanImport.objects.get()
    assert row.status == PlanImportStatus.REFUSED
    assert len(row.issues) == 2
    assert "A-2" in page
    assert reverse("admin:estates_siteplanimport_apply", args=[row.pk]) not in page


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"{", b"[" * 100_000])
def test_a_file_that_is_no_plan_gets_an_answer(technician: User, data: bytes) -> None:
    estate, client = EstateFactory("zone"), signed_in(technician)
    upload = SimpleUploadedFile("plan.geojson", data)
    answer = client.post(reverse("admin:estates_siteplanimport_add"), {"estate": estate.pk, "upload": upload})
    assert answer.status_code in (200, 302)
    assert not Plot.objects.exists()


def test_only_technical_staff_reach_the_page_that_brings_a_plan_in(technician: User, onlooker: User) -> None:
    estate = EstateFactory("zone")
    signed_in(technician).post(
        reverse("admin:estates_siteplanimport_add"), {"estate": estate.pk, "upload": plan(feature("A-1"))}
    )
    confirm = reverse("admin:estates_siteplanimport_apply", args=[SitePlanImport.objects.get().pk])
    assert signed_in(onlooker).post(confirm).status_code == 403
    assert not Plot.objects.exists()


def test_a_tariff_is_drafted_filled_and_published_by_finance(financier: User) -> None:
    client = signed_in(financier)
    client.post(
        reverse("admin:estates_tariff_add"),
        {"title": "تعرفه ۱۴۰۶", "year": "۱۴۰۶", "valid_from": "۱۴۰۶/۰۱/۰۱", "source": "هیئت مدیره"},
    )
    tariff = Tariff.objects.get()
    publish = reverse("admin:estates_tariff_publish", args=[tariff.pk])
    client.post(publish)
    tariff.refresh_from_db()
    assert tariff.status == TariffStatus.DRAFT
    rate = {"tariff": tariff.pk, "plot_kind": "WORKSHOP", "price_class": "STANDARD", "rials_per_m2": "۲۱٬۰۰۰٬۰۰۰"}
    answer = client.post(reverse("admin:estates_tariffrate_add"), rate)
    assert answer.status_code == 302, answer.context["errors"]
    terms = {
        "tariff": tariff.pk, "development_class": "DEVELOPED", "scheme": "ORDINARY", "cash_percent": "۲۰",
        "instalment_count": "۱۲", "instalment_months": "۳", "grace_months": "۶", "discount_percent": "0", "source": "S1",
    }  # fmt: skip
    answer = client.post(reverse("admin:estates_paymentterms_add"), terms)
    assert answer.status_code == 302, answer.context["errors"]
    assert client.get(publish).status_code == 200
    client.post(publish)
    tariff.refresh_from_db()
    assert tariff.status == TariffStatus.PUBLISHED
    assert client.post(reverse("admin:estates_tariffrate_add"), {**rate, "price_class": "CORNER"}).status_code == 200


def test_the_register_takes_an_entry_and_leaves_plots_of_calls_alone(technician: User) -> None:
    free, called, client = PlotFactory("A-1"), PlotFactory("A-2", held=HoldKind.IN_CALL), signed_in(technician)
    url = reverse("admin:estates_plothold_add")
    assert client.post(url, {"plot": free.pk, "kind": "IDLE", "reason": "بازدید"}).status_code == 302
    assert client.post(url, {"plot": called.pk, "kind": "IDLE", "reason": ""}).status_code == 200
    states = dict(Plot.objects.with_status().values_list("code", "status"))
    assert states == {"A-1": "IDLE", "A-2": "IN_CALL"}
