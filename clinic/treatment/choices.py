"""Words the tables of plans, referrals, follow-up and outcome are made of."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanStatus(models.TextChoices):
    """Life of one version of a plan: written, laid before the committee, laid before the unit, agreed to."""

    DRAFT = "DRAFT", pgettext_lazy("plan of treatment", "being written")
    PROPOSED = "PROPOSED", pgettext_lazy("plan of treatment", "before the committee")
    COMMITTEE_APPROVED = "COMMITTEE_APPROVED", pgettext_lazy("plan of treatment", "before the unit")
    ACCEPTED_BY_UNIT = "ACCEPTED_BY_UNIT", pgettext_lazy("plan of treatment", "agreed to")
    RETURNED = "RETURNED", pgettext_lazy("plan of treatment", "sent back")
    SUPERSEDED = "SUPERSEDED", pgettext_lazy("plan of treatment", "replaced by a later version")


BEFORE_AGREEMENT: Final = (PlanStatus.DRAFT, PlanStatus.PROPOSED, PlanStatus.COMMITTEE_APPROVED)
"""A case has one version at most in these: the next begins when the one before was decided on."""

SHOWN_TO_UNIT: Final = (PlanStatus.COMMITTEE_APPROVED, PlanStatus.ACCEPTED_BY_UNIT, PlanStatus.SUPERSEDED)
"""Versions the unit reads: those the committee has approved."""


class Signer(models.TextChoices):
    """As whom somebody answered on paper for the unit."""

    OWNER = "OWNER", pgettext_lazy("who signed", "owner of the unit")
    SIGNATORY = "SIGNATORY", pgettext_lazy("who signed", "signatory of the company")


class Funds(models.TextChoices):
    """Where the money of a project comes from."""

    OWN = "OWN", pgettext_lazy("funds", "the unit's own money")
    PARTNER = "PARTNER", pgettext_lazy("funds", "a new partner or investor")
    BANK = "BANK", pgettext_lazy("funds", "bank facility")
    STATE = "STATE", pgettext_lazy("funds", "state support or grant")
    CLINIC = "CLINIC", pgettext_lazy("funds", "budget of the clinic")
    NONE = "NONE", pgettext_lazy("funds", "needs no money")


class Indicator(models.TextChoices):
    """Figure of a reading a project is to change (clinic/units: UnitReading)."""

    CAPACITY = "CAPACITY", pgettext_lazy("indicator", "capacity in use")
    STAFF = "STAFF", pgettext_lazy("indicator", "staff at work")
    SALES = "SALES", pgettext_lazy("indicator", "sales in a month")
    ARREARS = "ARREARS", pgettext_lazy("indicator", "arrears")


class ProjectStatus(models.TextChoices):
    """Life of an improvement project."""

    PLANNED = "PLANNED", pgettext_lazy("improvement project", "not begun")
    UNDER_WAY = "UNDER_WAY", pgettext_lazy("improvement project", "under way")
    DONE = "DONE", pgettext_lazy("improvement project", "done")
    DROPPED = "DROPPED", pgettext_lazy("improvement project", "given up")


class Recipient(models.TextChoices):
    """To whom a case is referred."""

    BANK = "BANK", pgettext_lazy("referral", "a bank")
    INSURANCE = "INSURANCE", pgettext_lazy("referral", "social insurance")
    TAX = "TAX", pgettext_lazy("referral", "tax office")
    UTILITY = "UTILITY", pgettext_lazy("referral", "water, power or gas company")
    COURT = "COURT", pgettext_lazy("referral", "a court")
    FACILITATION_HQ = "FACILITATION_HQ", pgettext_lazy("referral", "Facilitation Headquarters")
    OTHER = "OTHER", pgettext_lazy("referral", "another body")


class ReferralStatus(models.TextChoices):
    """Life of a referral: written, sent with its letter, answered; what was agreed to is then carried out by percent."""

    DRAFT = "DRAFT", pgettext_lazy("referral", "being written")
    SENT = "SENT", pgettext_lazy("referral", "waiting for an answer")
    ANSWERED = "ANSWERED", pgettext_lazy("referral", "answered")
    EXECUTED = "EXECUTED", pgettext_lazy("referral", "carried out")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("referral", "taken back")


class Decision(models.TextChoices):
    """What the other body decided."""

    AGREED = "AGREED", pgettext_lazy("referral", "agreed")
    PARTLY = "PARTLY", pgettext_lazy("referral", "agreed in part")
    REFUSED = "REFUSED", pgettext_lazy("referral", "refused")


class TaskStatus(models.TextChoices):
    """Life of a task."""

    OPEN = "OPEN", pgettext_lazy("task", "to be done")
    DONE = "DONE", pgettext_lazy("task", "done")
    CANCELLED = "CANCELLED", pgettext_lazy("task", "no longer needed")


class Month(models.IntegerChoices):
    """Months after the treatment at which a unit is measured again (domain notes §3.1)."""

    THIRD = 3, _("3 months")
    SIXTH = 6, _("6 months")
    TWELFTH = 12, _("12 months")
