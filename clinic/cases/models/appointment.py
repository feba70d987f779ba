"""A talk between who asked and a consultant."""

from __future__ import annotations

from datetime import datetime, timedelta

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from clinic.cases.choices import AppointmentStatus, Mode
from clinic.cases.models.request import ClinicRequest
from clinic.cases.querysets import AppointmentQuerySet
from core.audit import audited
from core.fields.models import PersianCharField
from training.models.course import TsTzRange

LONGEST = timedelta(hours=4)
TAKES_TIME = ~Q(status=AppointmentStatus.CANCELLED)


@audited()
class Appointment(models.Model):
    """One talk of a request. It takes its consultant's time unless it is cancelled; a request has one that is booked at most.
    Time, mode and place never change: another time is another appointment. Without `place` it is held at the clinic's office."""

    request = models.ForeignKey(
        ClinicRequest, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("request")
    )
    consultant = models.ForeignKey(
        "consultants.Consultant", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("consultant")
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    mode = models.CharField(pgettext_lazy("appointment", "how"), max_length=10, choices=Mode.choices)
    place = PersianCharField(pgettext_lazy("appointment", "place"), max_length=200, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=AppointmentStatus.choices, default=AppointmentStatus.BOOKED, editable=False
    )
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("booked by")
    )
    booked_at = models.DateTimeField(_("booked at"))
    closed_at = models.DateTimeField(_("noted at"), null=True, editable=False)
    reason = PersianCharField(_("reason"), max_length=300, blank=True, editable=False)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-starts_at", "-id"]
        indexes = [models.Index(fields=["status", "starts_at"], name="appointment_by_state")]
        constraints = [
            models.CheckConstraint(name="appointment_status_known", condition=Q(status__in=AppointmentStatus.values)),
            models.CheckConstraint(name="appointment_mode_known", condition=Q(mode__in=Mode.values)),
            models.CheckConstraint(name="appointment_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(name="appointment_not_too_long", condition=Q(ends_at__lte=F("starts_at") + LONGEST)),
            models.CheckConstraint(
                name="appointment_end_has_time",
                condition=Q(status=AppointmentStatus.BOOKED, closed_at__isnull=True)
                | (~Q(status=AppointmentStatus.BOOKED) & Q(closed_at__isnull=False)),
            ),
            models.UniqueConstraint(
                fields=["request"], name="appointment_one_booked", condition=Q(status=AppointmentStatus.BOOKED)
            ),
            ExclusionConstraint(
                name="appointment_consultant_is_free",
                expressions=[
                    (TsTzRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                    ("consultant", RangeOperators.EQUAL),
                ],
                condition=TAKES_TIME,
            ),
            ExclusionConstraint(
                name="appointment_request_is_free",
                expressions=[
                    (TsTzRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                    ("request", RangeOperators.EQUAL),
                ],
                condition=TAKES_TIME,
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="appointment_facts_stay",
                fields=["request", "consultant", "starts_at", "ends_at", "mode", "place", "booked_by", "booked_at"],
            ),
            pgtrigger.Protect(name="appointment_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}/{self.consultant_id}"

    def has_begun(self, now: datetime) -> bool:
        """Whether its time has come at `now`."""
        return now >= self.starts_at
