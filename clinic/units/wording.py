"""Signs of stopping as sentences, and figures beside their cohort, in the language of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clinic.units.choices import WarningCode
from core.errors import Text
from core.fields.language import local_digits


def reason_text(code: str, params: Mapping[str, int]) -> str:
    """One sign as a sentence with its numbers; the name of the sign when this version does not know its sentence."""
    make = _SENTENCES.get(code)
    return make(params) if make else code


def _falling(given: Mapping[str, int]) -> str:
    return _("Capacity in use fell from %(was)s to %(now)s percent within a year.") % _numbers(given)


def _power(given: Mapping[str, int]) -> str:
    return _("%(percent)s percent less power is used than a year before.") % _numbers(given)


def _insured(given: Mapping[str, int]) -> str:
    return _("The insurance list went from %(was)s to %(now)s people.") % _numbers(given)


def _arrears(given: Mapping[str, int]) -> str:
    if given["percent"] >= 999:
        return _("Arrears of bank, tax and insurance are more than ten times as high as a year before.")
    return _("Arrears of bank, tax and insurance grew by %(percent)s percent.") % _numbers(given)


def _neighbours(given: Mapping[str, int]) -> str:
    numbers = _numbers(given)
    if given["estate"]:
        return _("%(stopped)s of %(worked)s other units of the estate have stopped within a year.") % numbers
    return _("%(stopped)s of %(worked)s other units of the trade have stopped within a year.") % numbers


def _unmeasured(given: Mapping[str, int]) -> str:
    months = given["months"]
    text = ngettext("Not measured for %(months)s month.", "Not measured for %(months)s months.", months)
    return text % _numbers(given)


_SENTENCES: Final[dict[str, Callable[[Mapping[str, int]], str]]] = {
    WarningCode.FALLING_CAPACITY: _falling,
    WarningCode.POWER_DOWN: _power,
    WarningCode.INSURED_DOWN: _insured,
    WarningCode.ARREARS_UP: _arrears,
    WarningCode.NEIGHBOURS_STOPPING: _neighbours,
    WarningCode.NO_READING: _unmeasured,
}

FIGURE_NAMES: Final[dict[str, Text]] = {
    "capacity": gettext_lazy("capacity in use (percent)"),
    "staff": gettext_lazy("staff at work"),
    "insured_staff": gettext_lazy("people on the insurance list"),
    "sales_rials": gettext_lazy("sales in a month (rials)"),
    "power_kwh": gettext_lazy("power used in a month (kWh)"),
}
"""Figures of a cohort as people call them."""


def _numbers(given: Mapping[str, int]) -> dict[str, str]:
    return {name: local_digits(value) for name, value in given.items()}


def summary_texts(summary: Mapping[str, Any]) -> list[str]:
    """What a sheet does to the register, in lines; lines of nought are left out."""
    lines = (
        ("new", ngettext("%(number)s new unit", "%(number)s new units", summary.get("new", 0))),
        (
            "changed",
            ngettext("%(number)s unit is corrected", "%(number)s units are corrected", summary.get("changed", 0)),
        ),
        (
            "same",
            ngettext("%(number)s unit stays as it is", "%(number)s units stay as they are", summary.get("same", 0)),
        ),
        ("readings", ngettext("%(number)s reading", "%(number)s readings", summary.get("readings", 0))),
    )
    return [text % {"number": local_digits(summary[name])} for name, text in lines if summary.get(name)]
