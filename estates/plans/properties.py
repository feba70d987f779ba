"""The properties of a plot in a site plan: names, types, limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from core.persian.text import normalise
from estates.choices import PLOT_UTILITIES, PlanFeatureKind, PlotKind, PriceClass
from estates.plans.issues import Issue, Refused

CODE: Final = re.compile(r"[A-Z0-9-]{2,24}", re.ASCII)
BLOCK: Final = re.compile(r"[A-Z0-9-]{1,16}", re.ASCII)
NUMBER: Final = re.compile(r"[A-Z0-9/-]{1,12}", re.ASCII)
TRADE: Final = re.compile(r"[a-z0-9_-]{1,40}", re.ASCII)
LAYERS: Final = frozenset({"plot", "boundary", *(kind.value.lower() for kind in PlanFeatureKind)})
LARGEST_AREA: Final = Decimal("99999999.99")
LARGEST_FRONT: Final = Decimal("99999.99")


@dataclass(frozen=True, slots=True)
class PlotFacts:
    """What the file states about one plot. `trades` are codes; empty: every trade is allowed."""

    code: str
    area_m2: Decimal
    block: str = ""
    number: str = ""
    kind: str = PlotKind.INDUSTRIAL.value
    front_m: Decimal | None = None
    price_class: str = PriceClass.STANDARD.value
    utilities: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    is_planned: bool = False
    is_serviced: bool = True


class _Bad(Exception):
    """The value cannot be used."""


def layer_of(properties: Mapping[str, Any], index: int) -> str:
    """What the feature is; `plot` when it does not say."""
    layer = properties.get("layer", "plot")
    if not isinstance(layer, str) or layer not in LAYERS:
        raise Refused(Issue("bad_value", index, params={"name": "layer", "value": str(layer)[:60]}))
    return layer


def drawing_name(properties: Mapping[str, Any], index: int) -> str:
    """Name of a drawing; refuses properties a drawing has no use for."""
    unknown = sorted(set(properties) - {"layer", "name"})
    if unknown:
        raise Refused(Issue("unknown_property", index, params={"name": unknown[0][:60]}))
    name = properties.get("name", "")
    if not isinstance(name, str) or len(name) > 120:
        raise Refused(Issue("bad_value", index, params={"name": "name", "value": str(name)[:60]}))
    return normalise(name)


def plot_facts(properties: Mapping[str, Any], index: int) -> tuple[PlotFacts | None, list[Issue]]:
    """The plot's facts, or None and everything that is wrong with them."""
    given = {name: value for name, value in properties.items() if name != "layer" and value is not None}
    code = given.get("code")
    label = code[:24] if isinstance(code, str) else ""
    issues = [
        Issue("unknown_property", index, label, {"name": name[:60]}) for name in sorted(set(given) - set(_READERS))
    ]
    issues += [
        Issue("missing_property", index, label, {"name": name}) for name in ("code", "area_m2") if name not in given
    ]
    values: dict[str, Any] = {}
    for name, reader in _READERS.items():
        if name not in given:
            continue
        try:
            field, value = reader(given[name])
        except _Bad:
            reason = "bad_code" if name == "code" else "bad_value"
            issues.append(Issue(reason, index, label, {"name": name, "value": repr(given[name])[:60]}))
        else:
            values[field] = value
    if values.get("is_planned"):
        values.setdefault("is_serviced", False)
        if values["is_serviced"]:
            issues.append(Issue("bad_value", index, label, {"name": "serviced", "value": "true"}))
    return (None, issues) if issues else (PlotFacts(**values), [])


def _text(field: str, pattern: re.Pattern[str]) -> Callable[[Any], tuple[str, Any]]:
    def read(value: Any) -> tuple[str, Any]:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise _Bad
        return field, value

    return read


def _number(field: str, most: Decimal) -> Callable[[Any], tuple[str, Any]]:
    def read(value: Any) -> tuple[str, Any]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _Bad
        try:
            number = Decimal(str(value)).quantize(Decimal("0.01"))
        except (InvalidOperation, ValueError):
            raise _Bad from None
        if not 0 < number <= most:
            raise _Bad
        return field, number

    return read


def _choice(field: str, values: list[str]) -> Callable[[Any], tuple[str, Any]]:
    def read(value: Any) -> tuple[str, Any]:
        if not isinstance(value, str) or value not in values:
            raise _Bad
        return field, value

    return read


def _list(field: str, accepts: Callable[[str], bool]) -> Callable[[Any], tuple[str, Any]]:
    def read(value: Any) -> tuple[str, Any]:
        whole = isinstance(value, list) and len(value) <= 100 and all(isinstance(item, str) for item in value)
        if not whole or len(set(value)) != len(value) or not all(accepts(item) for item in value):
            raise _Bad
        return field, tuple(sorted(value))

    return read


def _flag(field: str) -> Callable[[Any], tuple[str, Any]]:
    def read(value: Any) -> tuple[str, Any]:
        if not isinstance(value, bool):
            raise _Bad
        return field, value

    return read


_READERS: Final[dict[str, Callable[[Any], tuple[str, Any]]]] = {
    "code": _text("code", CODE),
    "area_m2": _number("area_m2", LARGEST_AREA),
    "front_m": _number("front_m", LARGEST_FRONT),
    "block": _text("block", BLOCK),
    "number": _text("number", NUMBER),
    "kind": _choice("kind", PlotKind.values),
    "price_class": _choice("price_class", PriceClass.values),
    "utilities": _list("utilities", lambda item: item in {kind.value for kind in PLOT_UTILITIES}),
    "trades": _list("trades", lambda item: TRADE.fullmatch(item) is not None),
    "planned": _flag("is_planned"),
    "serviced": _flag("is_serviced"),
}
"""Reader of each property; gives the field of `PlotFacts` and its value."""
