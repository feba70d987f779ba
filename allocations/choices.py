"""Enums of calls, applications, papers, review, scoring, draw, runs, awards and objections.

Values are stored in English; people read the labels.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.procedure.choices import DrawForm as DrawForm


class CallMode(TextChoices):
    """How a call puts its applicants in order (docs/allocation.md)."""

    SCORED = "SCORED", _("by points")
    LOTTERY = "LOTTERY", _("by lot")
    DIRECT = "DIRECT", _("in order of request")
    AUCTION = "AUCTION", _("by auction")


class CallStatus(TextChoices):
    """Life of a call. PUBLISHED, OPEN and CLOSED follow from the dates: ask `Call.phase_at(now)`."""

    DRAFT = "DRAFT", _("draft")
    PUBLISHED = "PUBLISHED", _("announced")
    OPEN = "OPEN", _("open")
    CLOSED = "CLOSED", _("closed, under review")
    REVIEWED = "REVIEWED", _("reviewed")
    FROZEN = "FROZEN", _("list frozen")
    DRAWN = "DRAWN", _("drawn")
    ALLOCATED = "ALLOCATED", _("allocated")
    PROVISIONAL = "PROVISIONAL", _("provisional result")
    FINAL = "FINAL", _("final result")
    CANCELLED = "CANCELLED", _("call cancelled")


class ApplicationStatus(TextChoices):
    """Life of an application."""

    DRAFT = "DRAFT", _("draft")
    SUBMITTED = "SUBMITTED", _("submitted")
    UNDER_REVIEW = "UNDER_REVIEW", _("under review")
    CORRECTION_REQUESTED = "CORRECTION_REQUESTED", _("papers to complete")
    ELIGIBLE = "ELIGIBLE", _("eligible")
    INELIGIBLE = "INELIGIBLE", _("not eligible")
    SCORED = "SCORED", _("scored")
    AWARDED = "AWARDED", _("plot awarded")
    WAITING = "WAITING", _("on the waiting list")
    NOT_AWARDED = "NOT_AWARDED", _("no plot")
    WITHDRAWN = "WITHDRAWN", _("withdrawn")


class CriterionSource(TextChoices):
    """Who gives the points of a criterion: the form by its rule, or two scorers."""

    COMPUTED = "COMPUTED", _("computed from the form")
    JUDGED = "JUDGED", _("judged by scorers")


class CriterionInput(TextChoices):
    """What of an application a computed criterion looks at; values are the field names of `Application`."""

    YEARS_LICENSED = "years_licensed", _("years of licensed work")
    LICENCE_KIND = "licence_kind", _("kind of licence")
    WORKPLACE_KIND = "workplace_kind", _("present workplace")
    JOBS_NOW = "jobs_now", _("people working now")
    JOBS_PROMISED = "jobs_promised", _("new jobs promised")
    INVESTMENT = "investment_rials", _("planned investment (rials)")
    APPRENTICES = "apprentices_trained", _("apprentices trained")
    FAIRS = "fairs_attended", _("fairs attended")
    SEALS = "quality_seals", _("seals of authenticity and quality marks")
    GUILD = "guild_member", _("member of the guild union")
    CLUSTER = "cluster_member", _("member of the business cluster")
    MASTER = "master_craftsman", _("master craftsman")
    RESIDENT = "lives_in_county", _("lives in the county")


class LicenceKind(TextChoices):
    """Craft licences an applicant can name (crafts and heritage rules)."""

    ARTISAN_CARD = "ARTISAN_CARD", _("artisan card")
    INDIVIDUAL_CRAFT_LICENCE = "INDIVIDUAL_CRAFT_LICENCE", _("individual craft licence")
    CRAFT_WORKSHOP_LICENCE = "CRAFT_WORKSHOP_LICENCE", _("craft workshop licence")
    TRADE_LICENCE = "TRADE_LICENCE", _("trade licence")
    ESTABLISHMENT_LICENCE = "ESTABLISHMENT_LICENCE", _("establishment licence")
    OPERATION_LICENCE = "OPERATION_LICENCE", _("operation licence")


class WorkplaceKind(TextChoices):
    """Where the applicant works today."""

    OWNED = "OWNED", _("own workshop")
    RENTED = "RENTED", _("rented workshop")
    IN_DWELLING = "IN_DWELLING", _("in the dwelling")
    NUISANCE = "NUISANCE", _("workshop in a place where it is a nuisance")
    NONE = "NONE", _("no workplace")


class PaperStatus(TextChoices):
    """What the officer decided about one paper."""

    PENDING = "PENDING", _("not checked yet")
    ACCEPTED = "ACCEPTED", _("accepted")
    REFUSED = "REFUSED", _("refused")


class LapseRule(TextChoices):
    """What happens to an application whose correction was not made in time."""

    INELIGIBLE = "INELIGIBLE", _("the application is not eligible")
    REVIEW = "REVIEW", _("it goes back to the officer as it stands")


class CorrectionOutcome(TextChoices):
    """How a correction request ended."""

    ANSWERED = "ANSWERED", _("corrected")
    LAPSED = "LAPSED", _("not corrected in time")
    WITHDRAWN = "WITHDRAWN", _("application withdrawn")


class VersionCause(TextChoices):
    """Why a version of the form was kept."""

    SUBMITTED = "SUBMITTED", _("first submission")
    EDITED = "EDITED", _("changed before the deadline")
    CORRECTED = "CORRECTED", _("corrected at the officer's request")


class RefusalReason(TextChoices):
    """Reason codes of a decision "not eligible"."""

    UNDER_AGE = "UNDER_AGE", _("younger than the call demands")
    LICENCE_NOT_ACCEPTED = "LICENCE_NOT_ACCEPTED", _("the licence is not of a kind the call accepts")
    LICENCE_EXPIRED = "LICENCE_EXPIRED", _("the licence is out of date")
    LICENCE_NOT_CONFIRMED = "LICENCE_NOT_CONFIRMED", _("the issuing office does not confirm the licence")
    TRADE_NOT_IN_CALL = "TRADE_NOT_IN_CALL", _("the trade is not one of the call")
    NOT_RESIDENT = "NOT_RESIDENT", _("does not live in the county of the call")
    HOLDS_OTHER_UNIT = "HOLDS_OTHER_UNIT", _("already holds a unit")
    PAPER_MISSING = "PAPER_MISSING", _("a required paper is missing")
    PAPER_NOT_GENUINE = "PAPER_NOT_GENUINE", _("a paper is not genuine")
    NOT_CORRECTED = "NOT_CORRECTED", _("the correction was not made in time")
    DEBT_OR_TERMINATION = "DEBT_OR_TERMINATION", _("has a debt or a terminated contract")
    FALSE_STATEMENT = "FALSE_STATEMENT", _("a statement in the form is not true")
    OTHER = "OTHER", _("another reason, given in the note")


class Step(TextChoices):
    """Steps of the task list, in their order; `save_step` and correction items use these codes."""

    IDENTITY = "identity", _("Who I am")
    CRAFT = "craft", _("Craft and licence")
    PLAN = "plan", _("Plan of the workshop")
    CHOICES = "choices", _("Plots in order of liking")
    GROUPS = "groups", _("Groups I belong to")
    PAPERS = "papers", _("Papers")
    CHECK = "check", _("Check the answers")
    DECLARATION = "declaration", _("Declaration")


PAPER_ITEM = "paper:"
"""How a correction names one paper: `paper:<code>`."""


class StepState(TextChoices):
    """State of one step in the task list."""

    DONE = "done", _("done")
    STARTED = "started", _("begun")
    TODO = "todo", _("not begun")
    BLOCKED = "blocked", _("cannot be begun yet")


class AssignmentStatus(TextChoices):
    """Life of one scorer's part. RELEASED: given back before points; SUPERSEDED: its points were set aside by a reopening."""

    ASSIGNED = "ASSIGNED", _("to be scored")
    SCORED = "SCORED", _("points handed in")
    RELEASED = "RELEASED", _("given back")
    SUPERSEDED = "SUPERSEDED", _("set aside")


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
