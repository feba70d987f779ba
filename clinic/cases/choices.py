"""Words the tables of requests and cases are made of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# Requests and appointments.


class Service(models.TextChoices):
    """What is asked of the clinic."""

    DIAGNOSIS = "DIAGNOSIS", _("diagnosis and treatment of a unit")
    NEW_BUSINESS = "NEW_BUSINESS", _("advice for a new business")
    TRAINING = "TRAINING", _("training")
    QUESTION = "QUESTION", _("a question to a consultant")


WITH_UNIT = frozenset({Service.DIAGNOSIS})
"""Services that are about a unit that stands already; the others may name one."""

WITH_TALK = frozenset({Service.DIAGNOSIS, Service.NEW_BUSINESS, Service.QUESTION})
"""Services for which a talk with a consultant can be booked."""


class RequestStatus(models.TextChoices):
    """Life of a request. An admitted diagnosis goes on as a case; admitted advice ends with its answer."""

    SUBMITTED = "SUBMITTED", pgettext_lazy("clinic request", "received")
    ADMITTED = "ADMITTED", pgettext_lazy("clinic request", "admitted")
    REFUSED = "REFUSED", pgettext_lazy("clinic request", "not admitted")
    ANSWERED = "ANSWERED", pgettext_lazy("clinic request", "answered")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("clinic request", "taken back")


OPEN_REQUESTS = (RequestStatus.SUBMITTED, RequestStatus.ADMITTED)
"""States in which a talk can be booked."""


class Mode(models.TextChoices):
    """How a talk with a consultant is held."""

    IN_PERSON = "IN_PERSON", pgettext_lazy("appointment", "in person")
    PHONE = "PHONE", pgettext_lazy("appointment", "by phone")


class AppointmentStatus(models.TextChoices):
    """Life of an appointment."""

    BOOKED = "BOOKED", pgettext_lazy("appointment", "booked")
    HELD = "HELD", pgettext_lazy("appointment", "held")
    MISSED = "MISSED", pgettext_lazy("appointment", "missed")
    CANCELLED = "CANCELLED", pgettext_lazy("appointment", "cancelled")


# Cases.


class CaseStatus(models.TextChoices):
    """Life of a diagnostic case (product.md §3)."""

    REQUESTED = "REQUESTED", pgettext_lazy("case", "requested")
    ADMITTED = "ADMITTED", pgettext_lazy("case", "admitted")
    REFUSED = "REFUSED", pgettext_lazy("case", "refused")
    TEAM_ASSIGNED = "TEAM_ASSIGNED", pgettext_lazy("case", "team named")
    VISITED = "VISITED", pgettext_lazy("case", "visited")
    DIAGNOSED = "DIAGNOSED", pgettext_lazy("case", "diagnosed")
    PLAN_APPROVED = "PLAN_APPROVED", pgettext_lazy("case", "plan approved")
    IN_TREATMENT = "IN_TREATMENT", pgettext_lazy("case", "in treatment")
    FOLLOW_UP = "FOLLOW_UP", pgettext_lazy("case", "in follow-up")
    CLOSED = "CLOSED", pgettext_lazy("case", "closed")


ENDED = (CaseStatus.REFUSED, CaseStatus.CLOSED)
"""Nobody works on these any more; a unit has one case at most that is in none of them."""

UNDER_DIAGNOSIS = (CaseStatus.TEAM_ASSIGNED, CaseStatus.VISITED)
"""States in which the team writes visits, sheets, answers, findings and causes."""

WITH_DIAGNOSIS = (
    CaseStatus.DIAGNOSED,
    CaseStatus.PLAN_APPROVED,
    CaseStatus.IN_TREATMENT,
    CaseStatus.FOLLOW_UP,
    CaseStatus.CLOSED,
)
"""States in which the diagnosis stands (a closed case may have none: it was dropped before)."""


class Outcome(models.TextChoices):
    """How a case ended."""

    REVIVED = "REVIVED", pgettext_lazy("outcome", "revived")
    IMPROVED = "IMPROVED", pgettext_lazy("outcome", "improved")
    NOT_REVIVABLE = "NOT_REVIVABLE", pgettext_lazy("outcome", "cannot be revived")
    TRANSFERRED = "TRANSFERRED", pgettext_lazy("outcome", "passed on to somebody else")
    DROPPED = "DROPPED", pgettext_lazy("outcome", "dropped")


class SheetKind(models.TextChoices):
    """Sheets of facts about a unit; what each holds stands in clinic/cases/sheets.py."""

    IDENTITY = "IDENTITY", pgettext_lazy("data sheet", "identity of the unit")
    LICENCES = "LICENCES", pgettext_lazy("data sheet", "licences")
    CAPACITY = "CAPACITY", pgettext_lazy("data sheet", "capacity")
    STAFF = "STAFF", pgettext_lazy("data sheet", "staff")
    DEBTS = "DEBTS", pgettext_lazy("data sheet", "debts")
    SALES = "SALES", pgettext_lazy("data sheet", "sales of three years")
    MACHINES = "MACHINES", pgettext_lazy("data sheet", "machines")
    MARKET = "MARKET", pgettext_lazy("data sheet", "market")
    ORDERS = "ORDERS", pgettext_lazy("data sheet", "orders")


class AnsweringStatus(models.TextChoices):
    """A questionnaire is saved as often as wanted, then handed in once."""

    DRAFT = "DRAFT", pgettext_lazy("answers", "being filled in")
    HANDED_IN = "HANDED_IN", pgettext_lazy("answers", "handed in")


class NodeKind(models.TextChoices):
    """What a box of the cause tree is: seen from outside, in between, or at the root."""

    SYMPTOM = "SYMPTOM", pgettext_lazy("cause tree", "symptom")
    CAUSE = "CAUSE", pgettext_lazy("cause tree", "cause")
    ROOT = "ROOT", pgettext_lazy("cause tree", "root cause")


class CauseRank(models.TextChoices):
    """How much a root cause counts."""

    PRIMARY = "PRIMARY", pgettext_lazy("root cause", "primary")
    CONTRIBUTING = "CONTRIBUTING", pgettext_lazy("root cause", "contributing")


class SwotKind(models.TextChoices):
    """Fields of the SWOT table."""

    STRENGTH = "STRENGTH", _("strengths")
    WEAKNESS = "WEAKNESS", _("weaknesses")
    OPPORTUNITY = "OPPORTUNITY", _("opportunities")
    THREAT = "THREAT", _("threats")


class Standing(models.TextChoices):
    """As whom somebody stands before a case."""

    LEAD = "LEAD", pgettext_lazy("standing", "lead of the case")
    TEAM = "TEAM", pgettext_lazy("standing", "member of the team")
    UNIT = "UNIT", pgettext_lazy("standing", "the unit")
    AUDITOR = "AUDITOR", pgettext_lazy("standing", "auditor")
    GUEST = "GUEST", pgettext_lazy("standing", "colleague who was asked for advice")
