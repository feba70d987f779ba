"""Loads the land of the demo world: counties, trades, estates with their dated facts, tariffs, site plans, plots in every state.

Everything goes through the services people use, so a second load finds nothing to change. Prices are fictitious and
site plans illustrative; both say so on every page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from core.persian.calendar import JalaliDate
from estates.choices import Precision, PriceClass, TariffStatus
from estates.models import County, Estate, Plot, Tariff
from estates.services import facts, holds, places, site_plans, tariffs

DATA: Final = Path(__file__).parent / "data"
REGISTER_NOTE: Final = "Entry of the demo register"


def load(now: datetime) -> None:
    """Bring the land of the demo world into the database; again: no change."""
    world = _read()
    load_places(now)
    for row in world["estates"]:
        _tell_about(row, now)
    for position, row in enumerate(world["province_facts"]):
        _add_fact(None, row, position, now)
    _load_tariffs(world, now)
    for path in sorted((DATA / "plans").glob("*.geojson")):
        site_plans.load(estate_slug=path.stem, content=path.read_bytes(), dry_run=False, by=None, now=now)
    for slug, kinds in world["possessions"].items():
        _register(slug, kinds, now)


def load_places(now: datetime) -> None:
    """Counties, trades and estates alone, for who needs no more of the land than what it is called."""
    world = _read()
    for row in world["counties"]:
        places.save_county(slug=row["slug"], values=_without(row, "slug"), by=None, now=now)
    for row in world["trades"]:
        places.save_trade(code=row["code"], values=_without(row, "code"), by=None, now=now)
    for row in world["estates"]:
        _load_estate(row, now)


def _read() -> dict[str, Any]:
    world: dict[str, Any] = json.loads((DATA / "province.json").read_text(encoding="utf-8"))
    return world


def _load_estate(row: Mapping[str, Any], now: datetime) -> None:
    county = County.objects.get(slug=row["county"])
    values = _without(row, "slug", "facts", "utilities")
    values |= {
        "county": county,
        # The sources place no estate: the marker stands at the county town and says so.
        "lat": row.get("lat", county.lat),
        "lon": row.get("lon", county.lon),
        "is_approximate": True,
        "is_illustrative": (DATA / "plans" / f"{row['slug']}.geojson").exists(),
    }
    places.save_estate(slug=row["slug"], values=values, by=None, now=now)


def _tell_about(row: Mapping[str, Any], now: datetime) -> None:
    """Facts and utilities of an estate."""
    estate = Estate.objects.get(slug=row["slug"])
    for position, fact in enumerate(row["facts"]):
        _add_fact(estate.pk, fact, position, now)
    for utility in row["utilities"]:
        details = _without(utility, "kind")
        details["as_of"] = read_date(utility.get("as_of", ""))[0]
        facts.save_utility(estate_id=estate.pk, kind=utility["kind"], values=details, by=None, now=now)


def _add_fact(estate_id: int | None, row: Mapping[str, Any], position: int, now: datetime) -> None:
    as_of, precision, is_approximate = read_date(row["as_of"])
    facts.add_fact(
        estate_id=estate_id,
        key=row["key"],
        value=row["value"],
        source=row["source"],
        as_of=as_of,
        precision=precision,
        is_approximate=is_approximate,
        position=position,
        by=None,
        now=now,
    )


def read_date(text: str) -> tuple[date | None, str, bool]:
    """Day, precision and whether it is approximate, of a Jalali date as sources give it: "1400/04/23", "1403/02", "≈1396", ""."""
    if not text:
        return None, Precision.DAY, False
    parts = [int(part) for part in text.removeprefix("≈").split("/")]
    precision = (Precision.YEAR, Precision.MONTH, Precision.DAY)[len(parts) - 1]
    year, month, day = [*parts, 1, 1][:3]
    return JalaliDate(year, month, day).to_date(), precision, text.startswith("≈")


def _load_tariffs(world: Mapping[str, Any], now: datetime) -> None:
    for row in world["tariffs"]:
        valid_from = read_date(row["valid_from"])[0]
        if valid_from is None or Tariff.objects.filter(valid_from=valid_from, status=TariffStatus.PUBLISHED).exists():
            continue
        tariff = tariffs.draft(
            title=row["title"],
            year=row["year"],
            valid_from=valid_from,
            source=row["source"],
            is_fictitious=True,
            by=None,
            now=now,
        )
        _fill_tariff(tariff, row["rials"], world, now)
        tariffs.publish(tariff_id=tariff.pk, by=None, now=now)


def _fill_tariff(tariff: Tariff, rials: Mapping[str, int], world: Mapping[str, Any], now: datetime) -> None:
    for plot_kind, base in rials.items():
        for price_class in PriceClass.values:
            tariffs.set_rate(
                tariff_id=tariff.pk,
                plot_kind=plot_kind,
                price_class=price_class,
                rials_per_m2=base * world["price_classes"][price_class] // 100,
                by=None,
                now=now,
            )
    for row in world["payment_terms"]:
        estate = Estate.objects.get(slug=row["estate"]) if "estate" in row else None
        tariffs.set_terms(
            tariff_id=tariff.pk,
            estate=estate,
            development_class=row["development_class"],
            scheme=row["scheme"],
            values=_without(row, "estate", "development_class", "scheme"),
            by=None,
            now=now,
        )


def _register(slug: str, kinds: Mapping[str, list[str]], now: datetime) -> None:
    plots = {plot.code: plot.pk for plot in Plot.objects.filter(estate__slug=slug)}
    for kind, codes in kinds.items():
        for code in codes:
            # Only what nobody has touched: a later load must not undo what people did in the demo.
            if not Plot.objects.get(pk=plots[code]).holds.exists():
                holds.register(plot_id=plots[code], kind=kind, reason=REGISTER_NOTE, by=None, now=now)


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
