"""Kinds and states of exhibitions. Values are stored in upper case and never renamed; labels are translated."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """Where an exhibition is held."""

    DOMESTIC = "DOMESTIC", _("in Iran")
    ABROAD = "ABROAD", _("abroad")


class Mode(TextChoices):
    """What puts the firms in order when a booth is wanted by several."""

    LOTTERY = "LOTTERY", _("by lot")
    SCORED = "SCORED", _("by points")


class Status(TextChoices):
    """Life of an exhibition; the dates of registration move it from PUBLISHED to CLOSED."""

    DRAFT = "DRAFT", pgettext_lazy("exhibition", "draft")
    PUBLISHED = "PUBLISHED", pgettext_lazy("exhibition", "announced")
    REGISTRATION = "REGISTRATION", pgettext_lazy("exhibition", "taking requests")
    CLOSED = "CLOSED", pgettext_lazy("exhibition", "requests are closed")
    FROZEN = "FROZEN", pgettext_lazy("exhibition", "list frozen")
    DRAWN = "DRAWN", pgettext_lazy("exhibition", "drawn")
    ALLOCATED = "ALLOCATED", pgettext_lazy("exhibition", "result proposed")
    APPROVED = "APPROVED", pgettext_lazy("exhibition", "booths given")
    HELD = "HELD", pgettext_lazy("exhibition", "held")
    REPORTED = "REPORTED", pgettext_lazy("exhibition", "reported")
    CANCELLED = "CANCELLED", pgettext_lazy("exhibition", "cancelled")


BY_DATES: Final = (Status.PUBLISHED, Status.REGISTRATION, Status.CLOSED)
"""States that follow from the dates; the stored one may lag behind and nothing relies on it."""
WITH_RESULT: Final = (Status.APPROVED, Status.HELD, Status.REPORTED)
"""States in which the result stands and is public."""
AFTER_FREEZE: Final = (Status.FROZEN, Status.DRAWN, Status.ALLOCATED)
"""States between the frozen list and the approved result."""
COSTED: Final = (Status.APPROVED, Status.HELD)
"""States in which costs are entered and taken out."""


class BoothKind(TextChoices):
    """What a booth is like."""

    SHELL = "SHELL", _("booth with walls")
    CORNER = "CORNER", _("corner booth")
    ISLAND = "ISLAND", _("booth open on all sides")
    RAW = "RAW", _("bare space")


class RequestStatus(TextChoices):
    """Life of a request for a booth."""

    SUBMITTED = "SUBMITTED", pgettext_lazy("booth request", "handed in")
    AWARDED = "AWARDED", pgettext_lazy("booth request", "got a booth")
    NOT_AWARDED = "NOT_AWARDED", pgettext_lazy("booth request", "got no booth")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("booth request", "taken back")


LIVE: Final = (RequestStatus.SUBMITTED, RequestStatus.AWARDED, RequestStatus.NOT_AWARDED)


class Readiness(TextChoices):
    """How far a firm is with exporting."""

    EXPORTS = "EXPORTS", _("exports already")
    READY = "READY", _("ready to export")
    NOT_YET = "NOT_YET", _("not yet")


class RunStatus(TextChoices):
    """Life of a computed result."""

    PROPOSED = "PROPOSED", pgettext_lazy("booth run", "proposed")
    APPROVED = "APPROVED", pgettext_lazy("booth run", "approved")
    REFUSED = "REFUSED", pgettext_lazy("booth run", "refused")


class AwardStatus(TextChoices):
    """Life of a booth in the hands of a firm."""

    LIVE = "LIVE", pgettext_lazy("booth award", "in force")
    RELEASED = "RELEASED", pgettext_lazy("booth award", "given back")


class CostKind(TextChoices):
    """What the money of a trip went for."""

    BOOTH = "BOOTH", _("rent and building of booths")
    TRAVEL = "TRAVEL", _("travel")
    LODGING = "LODGING", _("lodging")
    FREIGHT = "FREIGHT", _("freight and customs")
    ADVERTISING = "ADVERTISING", _("catalogue and advertising")
    INTERPRETER = "INTERPRETER", _("interpreter")
    OTHER = "OTHER", _("other")


class PaidBy(TextChoices):
    """Who bore a cost."""

    FIRM = "FIRM", _("the firm")
    COMPANY = "COMPANY", _("the estates company")
    SUPPORT = "SUPPORT", _("public support")


FEWEST_ANSWERS: Final = 5
"""Answers that satisfaction needs before it is shown: below, a firm could be recognised."""
FEWEST_FIRMS: Final = 3
"""Firms that public sums need: with fewer, one of them could work out the other's."""
MOST_CHOICES: Final = 20
"""Longest list of booths in one request."""
