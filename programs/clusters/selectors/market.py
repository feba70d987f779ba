"""Brands, and exports by year, country and product.

A public figure stands on at least `FEWEST_FIRMS` firms. A figure of fewer is put together with others until it does, so
that it cannot be had either by taking the shown ones from their sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from core.fields.language import local_digits
from programs.clusters.choices import FEWEST_FIRMS
from programs.clusters.countries import name_of
from programs.clusters.models import Cluster, ExportRecord, TrademarkRecord

SOON: Final = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A part of the exports: US dollars, kilograms, and how many firms stand behind it. `keys` are the values it unites."""

    label: str
    value_usd: Decimal
    weight_kg: Decimal
    firms: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exports:
    """Exports of a cluster taken apart in three ways; years newest first, the others with the largest first."""

    by_year: Sequence[ExportLine]
    by_country: Sequence[ExportLine]
    by_product: Sequence[ExportLine]
    withheld: bool = False
    """Whether something is left out because too few firms stand behind it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A trade mark with what follows from its dates: APPLIED, GRANTED, EXPIRING (within 180 days) or EXPIRED."""

    row: TrademarkRecord
    state: str
    label: str

    @property
    def tone(self) -> str:
        """Tone of its status tag."""
        return {"APPLIED": "info", "GRANTED": "ok", "EXPIRING": "warn", "EXPIRED": "stop"}[self.state]


def exports(cluster: Cluster) -> Exports:
    """The whole of the exports, for the desk. One query."""
    rows = _rows(cluster)
    return Exports(_years(rows), _largest(rows, _country), _largest(rows, _product))


def public_exports(cluster: Cluster) -> Exports:
    """The exports everybody may see: years of fewer than three firms are left out, small parts put together. One query."""
    rows = _rows(cluster)
    years = _years(rows)
    shown = [line for line in years if line.firms >= FEWEST_FIRMS]
    kept = {key for line in shown for key in line.keys}
    # Only rows of years that are shown: else a withheld year could be reckoned from the sums.
    rows = [row for row in rows if str(row.year) in kept]
    return Exports(shown, _united(rows, _country), _united(rows, _product), withheld=len(shown) < len(years))


def trademarks(cluster: Cluster, today: date) -> list[Mark]:
    """Trade marks of the cluster and its members, by brand. One query."""
    labels = {
        "APPLIED": _("applied for"), "GRANTED": _("granted"), "EXPIRING": _("expires soon"), "EXPIRED": _("expired"),
    }  # fmt: skip
    rows = TrademarkRecord.objects.filter(cluster=cluster).select_related("member").order_by("brand", "pk")
    return [Mark(row, state, labels[state]) for row in rows for state in [_state(row, today)]]


def _rows(cluster: Cluster) -> list[ExportRecord]:
    rows = ExportRecord.objects.current().filter(member__cluster=cluster)
    return list(rows.select_related("product").order_by("-year", "pk"))


def _country(row: ExportRecord) -> tuple[str, str]:
    return row.country, name_of(row.country)


def _product(row: ExportRecord) -> tuple[str, str]:
    return str(row.product_id), row.product.name


def _years(rows: Sequence[ExportRecord]) -> list[ExportLine]:
    grouped: dict[int, list[ExportRecord]] = {}
    for row in rows:
        grouped.setdefault(row.year, []).append(row)
    return [_line(local_digits(year), grouped[year], (str(year),)) for year in sorted(grouped, reverse=True)]


def _parts(
    rows: Iterable[ExportRecord], part: Callable[[ExportRecord], tuple[str, str]]
) -> list[tuple[str, str, list[ExportRecord]]]:
    """(key, label, rows) of each part, the largest first."""
    grouped: dict[str, tuple[str, list[ExportRecord]]] = {}
    for row in rows:
        key, label = part(row)
        grouped.setdefault(key, (label, []))[1].append(row)
    found = [(key, label, members) for key, (label, members) in grouped.items()]
    return sorted(found, key=lambda item: (-sum(row.value_usd for row in item[2]), item[0]))


def _largest(rows: Sequence[ExportRecord], part: Callable[[ExportRecord], tuple[str, str]]) -> list[ExportLine]:
    return [_line(label, members, (key,)) for key, label, members in _parts(rows, part)]


def _united(rows: Sequence[ExportRecord], part: Callable[[ExportRecord], tuple[str, str]]) -> list[ExportLine]:
    """Parts with at least three firms; the rest as one line, which takes the smallest of the others in until it has three."""
    shown = _parts(rows, part)
    small = [item for item in shown if _firms(item[2]) < FEWEST_FIRMS]
    shown = [item for item in shown if _firms(item[2]) >= FEWEST_FIRMS]
    rest = [row for item in small for row in item[2]]
    keys = [item[0] for item in small]
    while rest and _firms(rest) < FEWEST_FIRMS and shown:
        key, _label, members = shown.pop()
        rest += members
        keys.append(key)
    lines = [_line(label, members, (key,)) for key, label, members in shown]
    if rest and _firms(rest) >= FEWEST_FIRMS:
        lines.append(_line(_("others"), rest, tuple(keys)))
    return lines


def _line(label: str, rows: Sequence[ExportRecord], keys: tuple[str, ...]) -> ExportLine:
    value = sum((row.value_usd for row in rows), Decimal(0))
    weight = sum((row.weight_kg for row in rows), Decimal(0))
    return ExportLine(label, value, weight, _firms(rows), keys)


def _firms(rows: Iterable[ExportRecord]) -> int:
    return len({row.member_id for row in rows})


def _state(row: TrademarkRecord, today: date) -> str:
    if row.expires_on is None:
        return "APPLIED"
    if row.expires_on < today:
        return "EXPIRED"
    return "EXPIRING" if row.expires_on - today <= SOON else "GRANTED"
