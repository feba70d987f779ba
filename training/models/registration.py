"""Who takes part in a course, and who waits for a seat."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from core.audit import audited
from core.fields.models import PersianCharField
from training.choices import LIVE, RegistrationStatus
from training.models.course import Course
from training.models.guards import never_overbooked
from training.querysets import RegistrationQuerySet


@audited()
class Registration(models.Model):
    """One person in one course. The waiting list is in the order of the primary key: rows are written while the course is
    locked. Who cancels and comes again gets a new row, at the end."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="registrations", verbose_name=_("course"))
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="course_registrations", verbose_name=_("participant")
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=RegistrationStatus,
        default=RegistrationStatus.WAITING,
        editable=False,
    )
    registered_at = models.DateTimeField(_("registered at"))
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("registered by")
    )
    seated_at = models.DateTimeField(_("seat since"), null=True, editable=False)
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    reason = PersianCharField(_("reason"), max_length=300, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["course", "id"]
        indexes = [models.Index(fields=["course", "status"], name="registration_by_state")]
        constraints = [
            models.CheckConstraint(name="registration_status_known", condition=Q(status__in=RegistrationStatus.values)),
            models.UniqueConstraint(
                fields=["course", "person"], name="registration_one_live_per_person", condition=Q(status__in=LIVE)
            ),
            models.CheckConstraint(
                name="registration_seat_has_time",
                condition=Q(status=RegistrationStatus.WAITING, seated_at__isnull=True)
                | Q(status=RegistrationStatus.CANCELLED)
                | Q(status__in=[s for s in LIVE if s != RegistrationStatus.WAITING], seated_at__isnull=False),
            ),
            models.CheckConstraint(
                name="registration_end_has_time",
                condition=Q(
                    status__in=[RegistrationStatus.WAITING, RegistrationStatus.REGISTERED], ended_at__isnull=True
                )
                | (
                    ~Q(status__in=[RegistrationStatus.WAITING, RegistrationStatus.REGISTERED])
                    & Q(ended_at__isnull=False)
                ),
            ),
        ]
        triggers = [
            never_overbooked(),
            pgtrigger.ReadOnly(name="registration_facts_stay", fields=["course", "person", "registered_at"]),
            pgtrigger.Protect(name="registration_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.course_id}/{self.person_id}"
