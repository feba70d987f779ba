"""What an amendment changed, line by line: what it is called, how it was, how it is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.choices import DocumentKind
from allocations.call_wording import bands
from allocations.choices import CriterionSource, LapseRule, LicenceKind
from allocations.models import Call, CallGroup, CallPlot, Criterion, PaperRequirement
from allocations.wording import moment_text, number_text
from core.wording import code_text, points_text

Json = Mapping[str, Any]

SAID_IN_THE_TERMS: Final = ("rules.criteria.", "rules.groups", "rules.tie_break", "rules.randomness.announced_at")
"""Paths of rules.json that only repeat what the terms say with its name, or the date of the amendment itself."""

NOTHING: Final = "–"

TABLES: Final[Mapping[str, Any]] = {
    "criteria": Criterion,
    "groups": CallGroup,
    "papers": PaperRequirement,
    "plots": CallPlot,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words; a dash stands for what was not there before, or is not there any more."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Names:
    """What codes are called: trades by code, counties by slug."""

    trades: Mapping[str, str]
    counties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both documents of the call, ``{"rules": …, "terms": …}``, as they were and as they are."""

    before: Json
    after: Json
    names: Names

    def rows(self, table: str) -> tuple[dict[str, Json], dict[str, Json]]:
        """The rows of a table of the terms by code, of both sides, in their order."""
        old, new = ({_code(row): row for row in side["terms"][table]} for side in (self.before, self.after))
        return old, new

    def group(self, code: object) -> str:
        """Name of a group."""
        old, new = self.rows("groups")
        row = new.get(str(code)) or old.get(str(code))
        return str(row["name"]) if row else NOTHING


def lines(differences: Iterable[Json], before: Json, after: Json, names: Names) -> list[Line]:
    """The differences of an amendment (`path`, `before`, `after`) as lines to read; each change of a row or rule once."""
    sides = _Sides(before, after, names)
    found: dict[str, Line | None] = {}
    for one in differences:
        path = str(one["path"])
        if path.startswith(SAID_IN_THE_TERMS):
            continue
        key, writer = _writer(path)
        if key not in found:
            found[key] = writer(sides, one)
    return [line for line in found.values() if line is not None]


Writer = Callable[[_Sides, Json], Line | None]


def _writer(path: str) -> tuple[str, Writer]:
    """Who says a change at this path, and what makes it one change with others."""
    parts = path.split(".")
    if parts[0] == "terms" and len(parts) > 2 and parts[1] in TABLES:
        table, code, field = parts[1], parts[2], parts[3] if len(parts) > 3 else ""
        if not field:
            return f"{table}.", lambda sides, one: _order(sides, table, code)
        return f"{table}.{code}.{field}", lambda sides, one: _cell(sides, table, code, field)
    return path, lambda sides, one: _field(sides, parts[-1], one)


def _field(sides: _Sides, name: str, one: Json) -> Line:
    column = {"source": "randomness_source", "event": "randomness_event"}.get(name, name)
    label = _label(Call, column) if column in _COLUMNS else _("Trades") if name == "trades" else str(one["path"])
    return Line(label, _value(sides, name, one["before"]), _value(sides, name, one["after"]))


def _order(sides: _Sides, table: str, code: str) -> Line | None:
    """Rows that came or went have a line of their own; this one says when those that stayed changed places."""
    old, new = sides.rows(table)
    stayed = ([one for one in old if one in new], [one for one in new if one in old])
    if stayed[0] == stayed[1]:
        return None
    label = _("Order: %(rows)s") % {"rows": TABLES[table]._meta.verbose_name_plural}
    return Line(label, *(_(", ").join(_name(table, new[one]) for one in side) for side in stayed))


def _cell(sides: _Sides, table: str, code: str, field: str) -> Line | None:
    old, new = (side.get(code) for side in sides.rows(table))
    if old is None or new is None:
        return None if field not in ("code", "plot") else _row(sides, table, old, new)
    heading = _heading(table, new)
    if field == "rule":
        return Line(heading, _rule(old), _rule(new))
    label = _("%(row)s: %(field)s") % {
        "row": heading,
        "field": _label(TABLES[table], _FIELDS.get(field, field), plain=True),
    }
    return Line(label, _value(sides, field, old.get(field)), _value(sides, field, new.get(field)))


def _row(sides: _Sides, table: str, old: Json | None, new: Json | None) -> Line:
    row = old or new or {}
    sides_of_it = (_described(sides, table, old), _described(sides, table, new))
    return Line(_heading(table, row), *sides_of_it)


def _described(sides: _Sides, table: str, row: Json | None) -> str:
    if row is None:
        return NOTHING
    parts = [_("part of the call")]
    if table == "criteria":
        parts.append(_("%(weight)s percent") % {"weight": number_text(row["weight"])})
        parts.append(_rule(row))
    if table == "plots" and row["reserved_for"]:
        parts.append(_("first for the group “%(group)s”") % {"group": sides.group(row["reserved_for"])})
    if table in ("groups", "papers") and row["help"]:
        parts.append(str(row["help"]))
    return _(", ").join(parts)


def _rule(row: Json) -> str:
    found = bands(row["rule"])
    if not found:
        return str(CriterionSource(row["source"]).label)
    return " · ".join(_("%(answer)s: %(points)s") % {"answer": band.answer, "points": band.points} for band in found)


_COLUMNS: Final = frozenset(field.name for field in Call._meta.fields)
_FIELDS: Final = {"max": "maximum"}
"""Names of the terms that are not those of the columns."""


def _label(model: Any, name: str, *, plain: bool = False) -> str:
    own = {"tolerance": _("Tolerance between two scorers (points)"), "maximum": _("highest points")}
    text = own.get(name) or str(model._meta.get_field(name).verbose_name)
    return text if plain else capfirst(text)


def _value(sides: _Sides, name: str, value: Any) -> str:
    if value is None or value == "" or value == []:
        return NOTHING
    return _VALUES.get(name, _plain)(sides, value)


def _plain(sides: _Sides, value: Any) -> str:
    return number_text(value) if isinstance(value, int) else str(value)


def _moment(sides: _Sides, value: Any) -> str:
    return moment_text(datetime.fromisoformat(str(value)))


def _truth(sides: _Sides, value: Any) -> str:
    return pgettext("rule", "yes") if value else pgettext("rule", "no")


def _listed(words: Callable[[_Sides], Mapping[str, Any]]) -> Callable[[_Sides, Any], str]:
    def said(sides: _Sides, value: Sequence[str] | str) -> str:
        known = words(sides)
        codes = [value] if isinstance(value, str) else value
        return _(", ").join(str(known.get(code, code)) for code in codes)

    return said


_VALUES: Final[Mapping[str, Callable[[_Sides, Any], str]]] = {
    **dict.fromkeys(("opens_at", "closes_at", "corrections_until", "draw_at", "objections_until"), _moment),
    **dict.fromkeys(("refuses_holders", "required"), _truth),
    **dict.fromkeys(("tolerance", "max"), lambda sides, value: points_text(value)),
    **dict.fromkeys(("group", "reserved_for"), lambda sides, value: sides.group(value)),
    "accepted_licences": _listed(lambda sides: dict(LicenceKind.choices)),
    "lapse_rule": _listed(lambda sides: dict(LapseRule.choices)),
    "source": _listed(lambda sides: dict(CriterionSource.choices)),
    "kind": _listed(lambda sides: dict(DocumentKind.choices)),
    "trades": _listed(lambda sides: sides.names.trades),
    "resident_county": _listed(lambda sides: sides.names.counties),
    "weight": lambda sides, value: _("%(weight)s percent") % {"weight": number_text(value)},
}


def _code(row: Json) -> str:
    return str(row.get("code") or row["plot"])


def _name(table: str, row: Json) -> str:
    return code_text(row["plot"]) if table == "plots" else str(row["name"])


def _heading(table: str, row: Json) -> str:
    heading = {
        "criteria": _("Criterion “%(name)s”"),
        "groups": _("Group “%(name)s”"),
        "papers": _("Paper “%(name)s”"),
        "plots": _("Plot %(name)s"),
    }[table]
    return heading % {"name": _name(table, row)}
