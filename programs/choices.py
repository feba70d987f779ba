"""Groups, states and kinds of programmes. Values are stored and never renamed; labels are translated."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

HUNDRED: Final = Decimal(100)
"""What the weights of a plan's parts add up to, in percent."""


class ProgrammeGroup(TextChoices):
    """Why the company answers for a programme (domain notes §3.3)."""

    FLAGSHIP_YEAR = "FLAGSHIP_YEAR", _("flagship programmes of the year")
    OUTLOOK_3Y = "OUTLOOK_3Y", _("three-year outlook")
    ASSEMBLY_DUTY = "ASSEMBLY_DUTY", _("duties set by the assembly")
    RESISTANCE_ECONOMY = "RESISTANCE_ECONOMY", _("projects of the resistance economy")


class ProgrammeStatus(TextChoices):
    """Life of a programme. `STOPPED` is given up for good; `SUSPENDED` may go on."""

    DRAFT = "DRAFT", _("being planned")
    ACTIVE = "ACTIVE", _("under way")
    SUSPENDED = "SUSPENDED", _("suspended")
    COMPLETED = "COMPLETED", _("completed")
    STOPPED = "STOPPED", _("given up")


class BaselineStatus(TextChoices):
    """A baseline is worked on, then approved by somebody else, and from then on never changed."""

    DRAFT = "DRAFT", _("waiting for approval")
    APPROVED = "APPROVED", _("approved")


class FundsSource(TextChoices):
    """Where the money of a budget line comes from."""

    COMPANY = "COMPANY", _("the company's own income")
    NATIONAL_BUDGET = "NATIONAL_BUDGET", _("national budget")
    PROVINCIAL_BUDGET = "PROVINCIAL_BUDGET", _("provincial budget")
    PARENT_ORGANISATION = "PARENT_ORGANISATION", _("Small Industries and Industrial Parks Organisation")
    BANK = "BANK", _("bank loan")
    PARTICIPANTS = "PARTICIPANTS", _("share of the participants")
    OTHER = "OTHER", _("another source")


class RiskStatus(TextChoices):
    """Whether a risk is still watched."""

    OPEN = "OPEN", _("watched")
    OCCURRED = "OCCURRED", _("has happened")
    CLOSED = "CLOSED", _("no longer a risk")


class IssueStatus(TextChoices):
    """Whether an issue still hinders the programme."""

    OPEN = "OPEN", _("open")
    SOLVED = "SOLVED", _("solved")


class PhotoStage(TextChoices):
    """When a photo was taken, seen from the work."""

    BEFORE = "BEFORE", _("before the work")
    DURING = "DURING", _("during the work")
    AFTER = "AFTER", _("after the work")


class Series(TextChoices):
    """What a reading measures. The three are never mixed: money spent says nothing about work done."""

    PHYSICAL = "PHYSICAL", _("physical progress")
    FINANCIAL = "FINANCIAL", _("financial progress")
    INDICATOR = "INDICATOR", _("indicator")


class ReadingStatus(TextChoices):
    """Life of a reading. Only approved readings count."""

    DRAFT = "DRAFT", _("draft")
    SUBMITTED = "SUBMITTED", _("waiting for approval")
    RETURNED = "RETURNED", _("returned")
    APPROVED = "APPROVED", _("approved")


class IndicatorKind(TextChoices):
    """How readings of an indicator are put together over months and places."""

    SUM = "SUM", _("sum of the readings")
    LAST = "LAST", _("last reading")
    AVERAGE = "AVERAGE", _("average of the readings")
    RATIO = "RATIO", _("ratio of two sums")


class Better(TextChoices):
    """The direction in which an indicator is meant to move."""

    UP = "UP", _("more is better")
    DOWN = "DOWN", _("less is better")


class Dimension(TextChoices):
    """By what a reading of an indicator may be broken down."""

    COUNTY = "county", _("county")
    GENDER = "gender", _("gender")
    TRADE = "trade", _("trade")
