"""What became of a unit: measured 3, 6 and 12 months after its treatment, and compared at the end."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import Case
from clinic.treatment.choices import Month
from clinic.treatment.models.guards import readings_of_the_unit
from clinic.units.models import UnitReading
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.files.models import StoredFile
from core.guards import filled_once, stays, written_once


@audited()
class FollowUp(models.Model):
    """One measurement that is due `month` Jalali months after the treatment. It is asked for by a job on `due_on`; it ends with
    a reading of the unit, or with the reason why there is none."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="follow_ups", verbose_name=_("case"))
    month = models.PositiveSmallIntegerField(_("after"), choices=Month.choices)
    due_on = models.DateField(_("due on"))
    asked_at = models.DateTimeField(_("asked for at"), null=True, editable=False)
    reading = models.OneToOneField(
        UnitReading,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_up",
        verbose_name=_("reading"),
    )
    note = PersianTextField(_("what was seen"), max_length=2000, blank=True)
    waived_reason = PersianCharField(_("why it was not measured"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("entered by"),
    )  # fmt: skip
    recorded_at = models.DateTimeField(_("entered at"), null=True, editable=False)

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["case", "month"]
        indexes = [models.Index(fields=["due_on"], name="follow_up_due", condition=Q(recorded_at__isnull=True))]
        constraints = [
            models.UniqueConstraint(fields=["case", "month"], name="follow_up_once_per_month"),
            models.CheckConstraint(name="follow_up_month_known", condition=Q(month__in=Month.values)),
            models.CheckConstraint(
                name="follow_up_end_is_whole",
                condition=Q(
                    recorded_at__isnull=True, recorded_by__isnull=True, reading__isnull=True, waived_reason="", note=""
                )
                | Q(recorded_at__isnull=False, recorded_by__isnull=False, reading__isnull=False, waived_reason="")
                | (
                    Q(recorded_at__isnull=False, recorded_by__isnull=False, reading__isnull=True) & ~Q(waived_reason="")
                ),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="follow_up_facts_stay", fields=["case", "month", "due_on"]),
            filled_once("asked_at", "reading_id", "recorded_at", "recorded_by_id"),
            readings_of_the_unit("reading"),
            stays(),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.month}"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be measured."""
        return self.recorded_at is None


@audited()
class Outcome(models.Model):
    """What a case came to: the reading before, the reading after, and what shows it. Written with the closure, once.

    How it ended stands in `Case.outcome`; a case that ended before its treatment has no such row.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="result", verbose_name=_("case"))
    before = models.ForeignKey(
        UnitReading, on_delete=models.PROTECT, related_name="+", verbose_name=_("reading before")
    )
    after = models.ForeignKey(UnitReading, on_delete=models.PROTECT, related_name="+", verbose_name=_("reading after"))
    evidence = PersianTextField(_("evidence"), max_length=2000)
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paper")
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    recorded_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("outcome of a case")
        verbose_name_plural = _("outcomes of cases")
        ordering = ["-recorded_at", "-id"]
        constraints = [
            models.CheckConstraint(name="clinic_outcome_has_evidence", condition=~Q(evidence="")),
            models.CheckConstraint(name="clinic_outcome_compares_two", condition=~Q(before=F("after"))),
        ]
        triggers = [written_once(), readings_of_the_unit("before", "after")]

    def __str__(self) -> str:
        return f"{self.case_id}"
