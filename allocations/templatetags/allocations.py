"""`{% load allocations %}`: points, codes inside sentences, the parts of a standing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils.translation import gettext as _

from allocations.choices import RunStatus
from allocations.wording import moment_text
from core.fields.language import active_language
from core.persian.digits import format_number
from core.wording import code_text, points_text

register = template.Library()


@register.filter
def points(hundredths: int | None) -> str:
    """Hundredths as people read points; "" for None."""
    return "" if hundredths is None else points_text(hundredths)


@register.filter
def isolated(code: object) -> str:
    """A code that goes into a sentence, kept together left to right."""
    return code_text(str(code))


@register.filter
def run_status(code: str) -> str:
    """State of a run in words."""
    return str(RunStatus(code).label)


@register.filter
def component_name(part: Any, page: Any) -> str:
    """What one part of a standing is called; `page` knows the names of the criteria."""
    if part.name == "points":
        names = {row.code: row.name for row in page.criteria}
        return str(names.get(part.criterion, part.criterion))
    return {
        "tier": _("Whether the plot is kept for your group"),
        "score": _("Score"),
        "submitted_at": _("Handed in"),
        "amount": _("Amount (rials)"),
        "draw_number": _("Draw number"),
    }[part.name]


@register.filter
def component_own(part: Any) -> str:
    """The applicant's value of one part."""
    return _value(part.name, part.own)


@register.filter
def component_holder(part: Any) -> str:
    """The value of whoever got the plot; a dash where nobody did."""
    return "–" if part.holder is None else _value(part.name, part.holder)


def _value(name: str, value: Any) -> str:
    if name == "tier":
        return _("first in line") if int(value) == 0 else _("after the group")
    if name in ("score", "points"):
        return points_text(int(value))
    if name == "submitted_at":
        return moment_text(datetime.fromisoformat(str(value)))
    return format_number(int(value), language=active_language())
