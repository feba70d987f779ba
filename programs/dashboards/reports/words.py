"""Sentences that stand on paper and slides alike, in the active language."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from core.fields.language import active_language
from core.persian.dates import format_datetime
from programs.dashboards.reports import blocks
from programs.dashboards.reports.blocks import Row
from programs.wording import month_text


def title_of(data: Row) -> str:
    """Title of paper and slides."""
    return _("Report of %(month)s") % {"month": month_text(blocks.day(data["month"]))}


def as_of_text(data: Row) -> str:
    """When the figures were read, in words."""
    at = format_datetime(datetime.fromisoformat(data["as_of"]), "long", language=active_language())
    return _("Figures as of %(at)s") % {"at": at}


def sample_text(data: Row) -> str:
    """The label of a report with invented figures; "" for a real one."""
    if not data["is_illustrative"]:
        return ""
    return _("Sample data: plans, progress and past months of this report were invented for the demonstration.")
