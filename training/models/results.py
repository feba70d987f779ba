"""Who was there, and how the examination went."""

from __future__ import annotations

from decimal import Decimal

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField
from training.choices import AttendanceState
from training.models.course import Session
from training.models.guards import of_the_same_course
from training.models.registration import Registration
from training.outcomes import trimmed


@audited()
class Attendance(models.Model):
    """One person in one session."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendance", verbose_name=_("session"))
    registration = models.ForeignKey(
        Registration, on_delete=models.PROTECT, related_name="attendance", verbose_name=_("registration")
    )
    state = models.CharField(_("attendance"), max_length=8, choices=AttendanceState)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("noted by")
    )
    noted_at = models.DateTimeField(_("noted at"))

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["session", "registration"]
        constraints = [
            models.UniqueConstraint(fields=["session", "registration"], name="attendance_once"),
            models.CheckConstraint(name="attendance_state_known", condition=Q(state__in=AttendanceState.values)),
        ]
        triggers = [of_the_same_course()]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.registration_id} {self.state}"


@audited()
class ExamResult(models.Model):
    """Marks of one attempt, 0 to 100. A correction is a new row that names the wrong one; the row that is not `superseded`
    counts."""

    registration = models.ForeignKey(
        Registration, on_delete=models.PROTECT, related_name="results", verbose_name=_("registration")
    )
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=1)
    score = models.DecimalField(_("marks"), max_digits=5, decimal_places=2)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correction", verbose_name=_("corrects")
    )
    superseded = models.BooleanField(_("corrected later"), default=False, editable=False)
    note = PersianCharField(_("why it was corrected"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("result of the examination")
        verbose_name_plural = _("results of the examination")
        ordering = ["registration", "attempt", "id"]
        constraints = [
            models.CheckConstraint(name="result_score_to_100", condition=Q(score__gte=0, score__lte=100)),
            models.CheckConstraint(name="result_attempt_from_one", condition=Q(attempt__gte=1)),
            models.UniqueConstraint(
                fields=["registration", "attempt"], name="result_one_counts", condition=Q(superseded=False)
            ),
            models.CheckConstraint(
                name="result_correction_has_reason", condition=Q(corrects__isnull=True) | ~Q(note="")
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="result_stays", fields=["registration", "attempt", "score", "entered_by", "entered_at", "corrects"]
            ),
            pgtrigger.Protect(name="result_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.registration_id}#{self.attempt}: {self.score}"

    @property
    def marks(self) -> Decimal:
        """The marks as people write them, without idle zeros."""
        return trimmed(self.score)
