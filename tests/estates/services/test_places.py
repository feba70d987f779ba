"""Estates, plots, facts and tariffs are changed by those who may, on record, and never into nonsense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.models import User
from core.audit.models import Entry
from core.errors import Conflict, InvalidInput, PermissionRefused
from estates import selectors
from estates.choices import FactKey, HoldKind, PlotKind, PriceClass
from estates.errors import PlotFrozen, TariffFrozen, TariffIncomplete
from estates.models import Estate, EstateFact, Plot, Tariff
from estates.services import facts, places, plots, tariffs
from tests.factories import accounts
from tests.factories.estates import NOW, CountyFactory, EstateFactory, PlotFactory, TradeFactory, square

pytestmark = pytest.mark.django_db

TERMS = {"cash_percent": 20, "instalment_count": 12, "instalment_months": 3, "grace_months": 6, "source": "S1"}


def draft(valid_from: date = date(2026, 3, 21), *, by: User | None = None, **options: Any) -> Tariff:
    return tariffs.draft(
        title="تعرفه", year=1405, valid_from=valid_from, source="هیئت مدیره", by=by, now=NOW, **options
    )


def fill(tariff: Tariff, rials: int = 100, estate: Estate | None = None) -> Tariff:
    common: dict[str, Any] = {"tariff_id": tariff.pk, "by": None, "now": NOW}
    kinds = {"plot_kind": PlotKind.INDUSTRIAL, "price_class": PriceClass.STANDARD}
    tariffs.set_rate(rials_per_m2=rials, estate=estate, **kinds, **common)
    tariffs.set_terms(development_class="DEVELOPED", scheme="ORDINARY", values=TERMS, **common)
    return tariff


def changes(estate: Estate, by: User) -> list[Callable[[], Any]]:
    """One change of each service."""
    return [
        lambda: places.save_county(slug="x", values={"name": "ابهر", "lat": 36, "lon": 49}, by=by, now=NOW),
        lambda: places.save_trade(code="x", values={"name": "مسگری", "industry_group": "METAL"}, by=by, now=NOW),
        lambda: places.save_estate(slug=estate.slug, values={"name": "نام نو"}, by=by, now=NOW),
        lambda: places.set_boundary(estate_id=estate.pk, geometry=square(0, 0, 9, 9), by=by, now=NOW),
        lambda: facts.add_fact(estate_id=estate.pk, key=FactKey.AREA, value="۵", source="S1", by=by, now=NOW),
        lambda: facts.save_utility(
            estate_id=estate.pk, kind="GAS", values={"state": "AVAILABLE", "source": "S1"}, by=by, now=NOW
        ),
        lambda: plots.save_plot(code="X-1", estate_id=estate.pk, values={"area_m2": 5}, by=by, now=NOW),
        lambda: draft(by=by),
    ]


@pytest.mark.parametrize("number", range(8))
def test_who_only_reads_changes_nothing(number: int, onlooker: User) -> None:
    estate = EstateFactory("zone")
    entries = Entry.objects.count()
    with pytest.raises(PermissionRefused):
        changes(estate, onlooker)[number]()
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("number", range(8))
def test_every_change_of_an_administrator_is_on_record_with_his_name(number: int, administrator: User) -> None:
    estate = EstateFactory("zone")
    land = Entry.objects.filter(action__startswith="estates.")
    before = land.count()
    changes(estate, administrator)[number]()
    assert land.filter(actor=administrator).count() == land.count() - before == 1


def test_the_technical_officer_of_one_estate_changes_that_one_alone() -> None:
    here, there = EstateFactory("here"), EstateFactory("there")
    officer = accounts.technical("here")
    places.save_estate(slug="here", values={"summary": "نو"}, by=officer, now=NOW)
    for attempt in (
        lambda: places.save_estate(slug="there", values={"summary": "نو"}, by=officer, now=NOW),
        lambda: plots.save_plot(code="X-1", estate_id=there.pk, values={"area_m2": 5}, by=officer, now=NOW),
        lambda: places.save_trade(code="x", values={"name": "م", "industry_group": "METAL"}, by=officer, now=NOW),
    ):
        with pytest.raises(PermissionRefused):
            attempt()
    assert plots.save_plot(code="X-1", estate_id=here.pk, values={"area_m2": 5}, by=officer, now=NOW).pk


def test_finance_sets_tariffs_and_leaves_the_land_alone(financier: User) -> None:
    estate = EstateFactory("zone")
    draft(by=financier)
    with pytest.raises(PermissionRefused):
        places.save_estate(slug=estate.slug, values={"summary": "نو"}, by=financier, now=NOW)


def test_saving_the_same_again_writes_nothing() -> None:
    EstateFactory("zone")
    entries, written = Entry.objects.count(), Estate.objects.get().updated_at
    EstateFactory("zone")
    assert (Entry.objects.count(), Estate.objects.get().updated_at) == (entries, written)


def test_names_are_stored_in_one_spelling() -> None:
    estate = EstateFactory("zone", name="  شهرك‌\u200cصنعتي \u202eاشراق ")
    assert estate.name == "شهرک‌صنعتی اشراق"


@pytest.mark.parametrize(
    "values",
    [
        {"name": ""},
        {"name": "x" * 200},
        {"kind": "CASTLE"},
        {"status": "GONE"},
        {"lat": 91},
        {"lat": None},
        {"development_class": ""},
    ],
)
def test_an_estate_that_makes_no_sense_is_refused(values: dict[str, Any]) -> None:
    EstateFactory("zone")
    with pytest.raises(InvalidInput) as refusal:
        places.save_estate(slug="zone", values=values, by=None, now=NOW)
    assert refusal.value.errors


@pytest.mark.parametrize("slug", ["", "شهرک", "a b", "a" * 61, "<b>"])
def test_a_slug_is_ascii(slug: str) -> None:
    values = {"name": "نام", "kind": "WORKSHOP_SITE", "county": CountyFactory()}
    with pytest.raises(InvalidInput) as refusal:
        places.save_estate(slug=slug, values=values, by=None, now=NOW)
    assert "slug" in refusal.value.errors


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"area_m2": 0}, "__all__"),
        ({"area_m2": "NaN"}, "area_m2"),
        ({"area_m2": "۱۲"}, ""),
        ({"area_m2": Decimal("123456789.5")}, "area_m2"),
        ({"area_m2": 5, "front_m": -1}, "__all__"),
        ({"area_m2": 5, "utilities": ["MAGIC"]}, "utilities"),
        ({"area_m2": 5, "is_planned": True}, "__all__"),
    ],
)
def test_a_plot_that_makes_no_sense_is_refused(values: dict[str, Any], field: str) -> None:
    estate = EstateFactory("zone")
    if not field:
        # Python's Decimal reads Persian digits: the same number, not another one.
        plot = plots.save_plot(code="X-1", estate_id=estate.pk, values=values, by=None, now=NOW)
        assert plot.area_m2 == 12
        return
    with pytest.raises(InvalidInput) as refusal:
        plots.save_plot(code="X-1", estate_id=estate.pk, values=values, by=None, now=NOW)
    assert field in refusal.value.errors
    assert not Plot.objects.exists()


@pytest.mark.parametrize("code", ["", "A", "a-1", "A_1", "A" * 25, "A-1 ", "Z-۱"])
def test_a_bad_code_is_refused_at_its_field(code: str) -> None:
    estate = EstateFactory("zone")
    with pytest.raises(InvalidInput) as refusal:
        plots.save_plot(code=code, estate_id=estate.pk, values={"area_m2": 5}, by=None, now=NOW)
    assert "code" in refusal.value.errors


def test_a_geometry_that_crosses_itself_is_refused_at_its_field() -> None:
    estate = EstateFactory("zone")
    bow = {"type": "Polygon", "coordinates": [[[48, 36], [48.1, 36.1], [48.1, 36], [48, 36.1], [48, 36]]]}
    with pytest.raises(InvalidInput) as refusal:
        places.set_boundary(estate_id=estate.pk, geometry=bow, by=None, now=NOW)
    assert "geometry" in refusal.value.errors


@pytest.mark.parametrize("values", [{"area_m2": 7}, {"price_class": "CORNER"}, {"kind": "SERVICE"}, {"number": "9"}])
def test_a_held_plot_stays_what_was_promised(values: dict[str, Any]) -> None:
    plot = PlotFactory(held=HoldKind.IN_CALL)
    with pytest.raises(PlotFrozen):
        plots.save_plot(code=plot.code, estate_id=plot.estate_id, values=values, by=None, now=NOW)


def test_trades_of_a_held_plot_do_not_change() -> None:
    TradeFactory("knife_making")
    plot = PlotFactory(held=HoldKind.CONTRACTED)
    with pytest.raises(PlotFrozen):
        plots.save_plot(code=plot.code, estate_id=plot.estate_id, values={}, trades=["knife_making"], by=None, now=NOW)


def test_the_same_fact_again_is_one_fact_and_a_taken_back_one_is_gone_with_a_reason() -> None:
    estate = EstateFactory("zone")
    for _again in range(2):
        fact = facts.add_fact(estate_id=estate.pk, key=FactKey.AREA, value="۵ هکتار", source="S1", by=None, now=NOW)
    assert EstateFact.objects.count() == 1
    facts.remove_fact(fact_id=fact.pk, reason="slip of the source", by=None, now=NOW)
    assert not EstateFact.objects.exists()
    assert Entry.objects.get(action="estates.fact.removed").reason == "slip of the source"


def test_a_fact_without_a_source_is_refused() -> None:
    with pytest.raises(InvalidInput):
        facts.add_fact(estate_id=None, key=FactKey.UNITS, value="۲۱", source="  ", by=None, now=NOW)


@pytest.mark.parametrize(
    "half", [{"capacity": 5}, {"capacity_unit": "MEGAWATT"}, {"capacity": 0, "capacity_unit": "LINES"}]
)
def test_a_capacity_has_a_unit_and_a_unit_a_capacity(half: dict[str, Any]) -> None:
    estate = EstateFactory("zone")
    values = {"state": "AVAILABLE", "source": "S1", **half}
    with pytest.raises(InvalidInput):
        facts.save_utility(estate_id=estate.pk, kind="GAS", values=values, by=None, now=NOW)


@pytest.mark.parametrize("half", [{"min_lon": None}, {"geometry": None}, {"computed_area_m2": None}, {"max_lat": 0}])
def test_half_a_drawing_is_refused_by_the_database_itself(half: dict[str, Any]) -> None:
    plot = PlotFactory(geometry=square(0, 0, 9, 9))
    with pytest.raises(IntegrityError, match="plot_shape_whole"), transaction.atomic():
        Plot.objects.filter(pk=plot.pk).update(**half)


def test_the_latest_published_tariff_is_in_force() -> None:
    for valid_from in (date(2025, 3, 21), date(2026, 3, 21), date(2027, 3, 21)):
        tariffs.publish(tariff_id=fill(draft(valid_from)).pk, by=None, now=NOW)
    fill(draft(date(2026, 6, 1)))  # a draft is not in force
    found = selectors.tariff_on(date(2026, 11, 23))
    assert found is not None
    assert found.valid_from == date(2026, 3, 21)
    assert selectors.tariff_on(date(2020, 1, 1)) is None


def test_a_published_tariff_is_never_touched_again(financier: User) -> None:
    tariff = tariffs.publish(tariff_id=fill(draft()).pk, by=financier, now=NOW)
    with pytest.raises(TariffFrozen):
        fill(tariff, rials=5)
    with pytest.raises(TariffFrozen):
        tariffs.publish(tariff_id=tariff.pk, by=financier, now=NOW)


def test_an_empty_tariff_is_not_published() -> None:
    with pytest.raises(TariffIncomplete):
        tariffs.publish(tariff_id=draft().pk, by=None, now=NOW)


def test_two_tariffs_do_not_begin_on_one_day() -> None:
    tariffs.publish(tariff_id=fill(draft()).pk, by=None, now=NOW)
    with pytest.raises(Conflict):
        tariffs.publish(tariff_id=fill(draft()).pk, by=None, now=NOW)


def test_an_estates_own_price_goes_before_the_general_one() -> None:
    here, there = EstateFactory("here"), EstateFactory("there")
    tariff = fill(draft(), rials=100)
    fill(tariff, rials=300, estate=here)
    tariffs.publish(tariff_id=tariff.pk, by=None, now=NOW)
    cheap, dear = PlotFactory(estate=there, area_m2=10), PlotFactory(estate=here, area_m2="10.5")
    found = selectors.prices([cheap, dear], date(2026, 11, 23))
    assert {pk: price.total_rials for pk, price in found.items()} == {cheap.pk: 1000, dear.pk: 3150}
    assert found[cheap.pk].terms[0].instalment_count == 12


def test_payment_terms_that_do_not_add_up_are_refused() -> None:
    tariff = draft()
    for values in ({**TERMS, "cash_percent": 100}, {**TERMS, "instalment_count": 0}, {**TERMS, "cash_percent": 101}):
        with pytest.raises(InvalidInput):
            tariffs.set_terms(
                tariff_id=tariff.pk, development_class="DEVELOPED", scheme="ORDINARY", values=values, by=None, now=NOW
            )
