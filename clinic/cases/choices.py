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
