"""The answers of a form as rows to read."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext

from allocations.choices import Step
from allocations.models import Application
from allocations.services.step_data import FIELDS
from allocations.wording import day_text, number_text
from core.fields.language import active_language
from core.persian.money import format_rials


def answers_of(application: Application) -> list[tuple[str, list[tuple[str, Any]]]]:
    """(heading, rows) for the steps that are columns of the application; a row is (label, value in words)."""
    found = []
    for step, names in FIELDS.items():
        rows = [(_label(name), _value(application, name)) for name in names]
        found.append((str(Step(step).label), [row for row in rows if row[1] not in ("", None)]))
    return found


def _label(name: str) -> str:
    return str(Application._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _value(application: Application, name: str) -> Any:
    value = getattr(application, name)
    if value in (None, ""):
        return ""
    if hasattr(application, f"get_{name}_display"):
        return getattr(application, f"get_{name}_display")()
    if isinstance(value, bool):
        return pgettext("rule", "yes") if value else pgettext("rule", "no")
    if name in ("investment_rials", "amount"):
        return format_rials(int(value), language=active_language())
    if hasattr(value, "isoformat"):
        return day_text(value)
    return number_text(value) if isinstance(value, int) else str(value)
