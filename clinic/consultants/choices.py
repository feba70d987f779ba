"""What is known about consultants. Values are stored in upper case and never renamed; labels are translated."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(TextChoices):
    """How far a consultant is in a specialty."""

    ASSOCIATE = "ASSOCIATE", pgettext_lazy("consultant", "associate")
    EXPERT = "EXPERT", pgettext_lazy("consultant", "expert")
    SENIOR = "SENIOR", pgettext_lazy("consultant", "senior expert")


class QualificationKind(TextChoices):
    """What a paper shows."""

    DEGREE = "DEGREE", _("academic degree")
    LICENCE = "LICENCE", _("licence to practise")
    CERTIFICATE = "CERTIFICATE", _("certificate")
    EXPERIENCE = "EXPERIENCE", _("record of work")


class Weekday(IntegerChoices):
    """Days of the Iranian week, in their order."""

    SATURDAY = 0, _("Saturday")
    SUNDAY = 1, _("Sunday")
    MONDAY = 2, _("Monday")
    TUESDAY = 3, _("Tuesday")
    WEDNESDAY = 4, _("Wednesday")
    THURSDAY = 5, _("Thursday")
    FRIDAY = 6, _("Friday")


class ConflictKind(TextChoices):
    """Why a consultant may not work on a unit."""

    OWNERSHIP = "OWNERSHIP", _("owns a share of it")
    FAMILY = "FAMILY", _("is related to its owners or managers")
    EMPLOYMENT = "EMPLOYMENT", _("works for it or did so lately")
    COMPETITOR = "COMPETITOR", _("works for a competitor")
    CREDITOR = "CREDITOR", _("has a claim or a dispute with it")
    OTHER = "OTHER", _("other")


class FeeBasis(TextChoices):
    """What a fee is counted by."""

    HOUR = "HOUR", _("hour of counselling")
    VISIT = "VISIT", _("visit to the unit")
    REPORT = "REPORT", _("part of a diagnostic report")


class RatedBy(TextChoices):
    """Who rates."""

    UNIT = "UNIT", _("the unit")
    PEER = "PEER", _("a colleague of the same team")


class ReviewStatus(TextChoices):
    """Life of a peer review."""

    ASKED = "ASKED", pgettext_lazy("peer review", "asked for")
    GIVEN = "GIVEN", pgettext_lazy("peer review", "given")
    DECLINED = "DECLINED", pgettext_lazy("peer review", "declined")


class Verdict(TextChoices):
    """What a reviewer thinks of a report."""

    SOUND = "SOUND", _("sound")
    MINOR = "MINOR", _("sound after small changes")
    MAJOR = "MAJOR", _("needs to be worked over")


MOST_CASES: Final = 20
LOWEST_RATING: Final = 1
HIGHEST_RATING: Final = 5
CRITERIA: Final = ("competence", "timeliness", "clarity", "cooperation")
"""Columns of a rating, each from 1 to 5."""
CASE_NUMBER: Final = r"^CL-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$"
"""Cases stand above this app and are known by their number here."""


class Standpoint(StrEnum):
    """As whom somebody reads what belongs to a case but stands outside its pages; the words of `clinic.cases`' looks."""

    LEAD = "LEAD"
    TEAM = "TEAM"
    AUDITOR = "AUDITOR"
    GUEST = "GUEST"
