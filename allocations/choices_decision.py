"""Enums of scoring, draw, runs, awards and objections. Values are stored in English; people read the labels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AssignmentStatus(TextChoices):
    """Life of one scorer's part. RELEASED: given back before points; SUPERSEDED: its points were set aside by a reopening."""

    ASSIGNED = "ASSIGNED", _("to be scored")
    SCORED = "SCORED", _("points handed in")
    RELEASED = "RELEASED", _("given back")
    SUPERSEDED = "SUPERSEDED", _("set aside")


class DrawForm(TextChoices):
    """How the announced value was published, which says what its bytes are (services/draw_value.py)."""

    HEX = "HEX", _("hexadecimal digits")
    TEXT = "TEXT", _("a number in decimal digits")


class RunStatus(TextChoices):
    """Life of a run."""

    PROPOSED = "PROPOSED", _("proposed")
    APPROVED = "APPROVED", _("approved")
    REFUSED = "REFUSED", _("refused")
    SUPERSEDED = "SUPERSEDED", _("replaced by a later run")


class AwardStatus(TextChoices):
    """Life of an award. The first three are live: they keep plot and application from any other award."""

    PROVISIONAL = "PROVISIONAL", _("provisional")
    FINAL = "FINAL", _("final")
    ACCEPTED = "ACCEPTED", _("accepted")
    DECLINED = "DECLINED", _("declined")
    EXPIRED = "EXPIRED", _("not answered in time")
    WITHDRAWN = "WITHDRAWN", _("application withdrawn")
    MOVED = "MOVED", _("moved to a plot liked better")
    REVOKED = "REVOKED", _("revoked")


LIVE_AWARDS = (AwardStatus.PROVISIONAL, AwardStatus.FINAL, AwardStatus.ACCEPTED)
"""What the constraints "one live award per plot" and "one per application" count."""


class ObjectionSubject(TextChoices):
    """What an objection is about."""

    ELIGIBILITY = "ELIGIBILITY", _("eligibility")
    SCORE = "SCORE", _("points")
    LIST = "LIST", _("the frozen list")
    RESULT = "RESULT", _("the result")


class ObjectionStatus(TextChoices):
    """Life of an objection."""

    OPEN = "OPEN", _("being looked at")
    UPHELD = "UPHELD", _("upheld")
    REJECTED = "REJECTED", _("rejected")
