"""Sentences about lights and trends, in the reader's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from core.fields.language import active_language
from core.persian.digits import format_number
from programs.dashboards.choices import Outlook
from programs.forecast import Rule
from programs.wording import month_text, percent_text

LTR_MARK = "\u200e"
"""Keeps a sign before its number in a line that runs from the right."""


def number_text(value: Decimal | int | None) -> str:
    """A number without idle zeros, the minus before it; "" for none."""
    if value is None:
        return ""
    number = value if isinstance(value, int) else Decimal(format(Decimal(value).normalize(), "f"))
    return format_number(number, language=active_language())


def rule_text(rule: Rule) -> str:
    """The rule of the lights in words, for the line beside them."""
    return _(
        "Green: at most %(amber)s points behind the plan. Amber: up to %(red)s points behind. Red: further behind than that."
    ) % {"amber": percent_text(-rule.amber), "red": percent_text(-rule.red)}


def deviation_text(deviation: Decimal | None) -> str:
    """Done less planned, in words: that is why the light has its colour."""
    if deviation is None:
        return _("Nothing is planned, or nothing was reported yet.")
    if deviation < 0:
        return _("%(points)s points behind the plan") % {"points": percent_text(-deviation)}
    if deviation > 0:
        return _("%(points)s points ahead of the plan") % {"points": percent_text(deviation)}
    return _("exactly as planned")


def end_text(trend: str, expected: date | None) -> str:
    """When the end is expected by the pace of late."""
    if trend == Outlook.EXPECTED and expected is not None:
        return month_text(expected)
    return str(Outlook(trend).label)


def range_text(trend: str, earliest: date | None, latest: date | None) -> str:
    """The range of the expected end: from the best to the worst pace of late; "" where there is none to name."""
    if trend != Outlook.EXPECTED or earliest is None:
        return ""
    if latest is None:
        return _("from %(earliest)s; at the slowest pace of late it would have no end") % {
            "earliest": month_text(earliest)
        }
    if earliest == latest:
        return ""
    return _("between %(earliest)s and %(latest)s") % {
        "earliest": month_text(earliest),
        "latest": month_text(latest),
    }


def needed_text(needed: Decimal | None, ends_on: date) -> str:
    """What must happen each month from now on."""
    end = month_text(ends_on)
    if needed is None:
        return _("The plan ended in %(month)s.") % {"month": end}
    if needed == 0:
        return _("Nothing is left to do.")
    return _("%(points)s points each month, to reach 100 by the end of %(month)s") % {
        "points": percent_text(needed),
        "month": end,
    }


def change_text(change: Any) -> str:
    """A change with its sign, in words for screen readers as well: +۵, −۳, no change."""
    if change is None:
        return _("not known")
    if change == 0:
        return _("no change")
    sign = "+" if change > 0 else "−"
    return f"{LTR_MARK}{sign}{number_text(abs(change))}"
