"""Rules of computed criteria as people write and read them: one line for each band."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from allocations import criteria_rules
from allocations.choices import CriterionInput, LicenceKind, WorkplaceKind
from allocations.wording import number_text
from core.persian.digits import parse_decimal, parse_integer
from core.persian.errors import NumberError
from core.wording import points_text

WORDS: dict[str, Any] = {"licence_kind": LicenceKind, "workplace_kind": WorkplaceKind}


def rule_of(name: str, text: str) -> dict[str, Any]:
    """The rule for the input `name` from its lines; ValidationError says which line cannot be read.

    Numbers: ``3: 40`` (from three on 40 points) or one line ``each: 10``. Kinds: ``<kind>: 50`` and ``otherwise: 0``. Yes or
    no: ``yes: 100`` and ``no: 0``. Points are typed as points, stored in hundredths.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    pairs = [_pair(line) for line in lines]
    if name in criteria_rules.WORDS:
        rule = _of_words(name, pairs)
    elif name in criteria_rules.TRUTHS:
        rule = _of_truths(name, pairs)
    else:
        rule = _of_numbers(name, pairs)
    return rule


def text_of(rule: Mapping[str, Any]) -> str:
    """The lines of a rule, as `rule_of` reads them; an empty text for a judged criterion."""
    return "\n".join(f"{left}: {right}" for left, right in rows_of(rule, typed=True))


def rows_of(rule: Mapping[str, Any], *, typed: bool = False) -> list[tuple[str, str]]:
    """A rule as (what was answered, points) for a table; with `typed` the left side is what is typed in the form."""
    if "bands" in rule:
        from_text = number_text if typed else _from_text
        return [(from_text(band["from"]), points_text(band["points"])) for band in rule["bands"]]
    if "per_unit" in rule:
        return [(pgettext("rule", "each"), points_text(rule["per_unit"]))]
    if "yes" in rule:
        return [
            (pgettext("rule", "yes"), points_text(rule["yes"])),
            (pgettext("rule", "no"), points_text(rule["no"])),
        ]
    if "values" in rule:
        labels = dict(WORDS[rule["input"]].choices)
        rows = [(str(labels.get(code, code)), points_text(points)) for code, points in rule["values"].items()]
        return [*rows, (pgettext("rule", "otherwise"), points_text(rule["otherwise"]))]
    return []


def input_label(rule: Mapping[str, Any]) -> str:
    """What of the form a rule looks at, in words."""
    return str(dict(CriterionInput.choices).get(rule.get("input", ""), ""))


def _from_text(number: int) -> str:
    return _("from %(number)s") % {"number": number_text(number)}


def _pair(line: str) -> tuple[str, int]:
    left, found, right = line.replace("=", ":").rpartition(":")
    try:
        points = parse_decimal(right.strip(), places=2, minimum=0)
    except NumberError as error:
        raise _unreadable(line) from error
    if not found or not left.strip():
        raise _unreadable(line)
    return left.strip(), int(Decimal(points) * 100)


def _of_numbers(name: str, pairs: list[tuple[str, int]]) -> dict[str, Any]:
    if len(pairs) == 1 and _is(pairs[0][0], "each"):
        return {"input": name, "per_unit": pairs[0][1]}
    bands = []
    for left, points in pairs:
        try:
            bands.append({"from": parse_integer(left, minimum=0), "points": points})
        except NumberError as error:
            raise _unreadable(left) from error
    return {"input": name, "bands": bands}


def _of_words(name: str, pairs: list[tuple[str, int]]) -> dict[str, Any]:
    codes = {_plain(str(label)): code for code, label in WORDS[name].choices}
    codes |= {_plain(code): code for code in WORDS[name].values}
    values, otherwise = {}, 0
    for left, points in pairs:
        if _is(left, "otherwise"):
            otherwise = points
        elif _plain(left) in codes:
            values[codes[_plain(left)]] = points
        else:
            raise _unreadable(left)
    return {"input": name, "values": values, "otherwise": otherwise}


def _of_truths(name: str, pairs: list[tuple[str, int]]) -> dict[str, Any]:
    found = {"yes": 0, "no": 0}
    for left, points in pairs:
        word = next((word for word in found if _is(left, word)), None)
        if word is None:
            raise _unreadable(left)
        found[word] = points
    return {"input": name, **found}


def _is(typed: str, word: str) -> bool:
    with override("fa"):
        persian = pgettext("rule", word)
    return _plain(typed) in (_plain(word), _plain(persian))


def _plain(text: str) -> str:
    return text.replace("\u200c", " ").casefold().strip()


def _unreadable(line: str) -> ValidationError:
    return ValidationError(_("This line cannot be read: %(line)s") % {"line": line}, code="unreadable")
