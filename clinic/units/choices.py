"""Kinds and states of the register. Values are stored in upper case and never renamed; labels are translated."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Band(TextChoices):
    """How much of its capacity a unit uses, from nothing to most of it (domain notes §3.1)."""

    CLOSED = "CLOSED", pgettext_lazy("unit", "closed")
    IDLE = "IDLE", pgettext_lazy("unit", "idle")
    SEMI_ACTIVE = "SEMI_ACTIVE", pgettext_lazy("unit", "semi-active")
    ACTIVE = "ACTIVE", pgettext_lazy("unit", "active")


class SizeBand(TextChoices):
    """Size of a unit by the staff its licence names; a cohort has one trade and one size."""

    SMALL = "SMALL", _("1 to 9 people")
    MEDIUM = "MEDIUM", _("10 to 49 people")
    LARGE = "LARGE", _("50 people and more")


SIZES: Final[dict[SizeBand, tuple[int, int]]] = {
    SizeBand.SMALL: (1, 9),
    SizeBand.MEDIUM: (10, 49),
    SizeBand.LARGE: (50, 2_147_483_647),
}
"""Fewest and most licensed staff of each size."""


def size_of(licensed_staff: int | None) -> SizeBand | None:
    """The size of a unit with so many licensed staff; None when the licence names nobody."""
    if not licensed_staff:
        return None
    return next(band for band, (least, most) in SIZES.items() if least <= licensed_staff <= most)


class LicenceKind(TextChoices):
    """Paper under which a unit works, or is to work (domain notes §1.2, §6)."""

    OPERATING = "OPERATING", _("operating licence")
    ESTABLISHMENT = "ESTABLISHMENT", _("establishment licence")
    CRAFT = "CRAFT", _("craft licence")
    GUILD = "GUILD", _("guild licence")


class ReadingSource(TextChoices):
    """Where the figures of a reading come from."""

    VISIT = "VISIT", _("visit of the unit")
    STATEMENT = "STATEMENT", _("statement of the unit")
    PAPERS = "PAPERS", _("bills and insurance lists")
    IMPORT = "IMPORT", _("list brought in from Excel")
    FOLLOW_UP = "FOLLOW_UP", _("follow-up of the clinic")


class ImportStatus(TextChoices):
    """Life of a list that was handed in."""

    CHECKED = "CHECKED", pgettext_lazy("list of units", "checked")
    REFUSED = "REFUSED", pgettext_lazy("list of units", "has errors")
    APPLIED = "APPLIED", pgettext_lazy("list of units", "brought in")


class WarningCode(TextChoices):
    """Signs that a unit may stop; one rule for each (clinic/units/warning.py)."""

    FALLING_CAPACITY = "FALLING_CAPACITY", _("capacity in use is falling")
    POWER_DOWN = "POWER_DOWN", _("less power used than a year ago")
    INSURED_DOWN = "INSURED_DOWN", _("insurance list is getting shorter")
    ARREARS_UP = "ARREARS_UP", _("arrears are growing")
    NEIGHBOURS_STOPPING = "NEIGHBOURS_STOPPING", _("neighbours are stopping")
    NO_READING = "NO_READING", _("not measured for long")


class WarningStatus(TextChoices):
    """Life of a warning in the work list."""

    OPEN = "OPEN", pgettext_lazy("warning", "to be looked at")
    LOOKED_AT = "LOOKED_AT", pgettext_lazy("warning", "looked at")
    REQUEST_OPENED = "REQUEST_OPENED", pgettext_lazy("warning", "request opened")
    DISMISSED = "DISMISSED", pgettext_lazy("warning", "dismissed for now")
    CLEARED = "CLEARED", pgettext_lazy("warning", "no longer warned of")


class LookedAt(TextChoices):
    """What of a unit a member of staff has looked at."""

    READINGS = "READINGS", pgettext_lazy("unit", "readings")
    WARNING = "WARNING", _("early warning")
