"""What somebody asks of the clinic, and who of its people has read it."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Applicant
from clinic.cases.choices import RequestStatus, Service
from clinic.cases.querysets import ClinicRequestQuerySet
from clinic.choices import Specialty
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.guards import filled_once

OPEN_DECISION = Q(status=RequestStatus.SUBMITTED)


@audited()
class ClinicRequest(models.Model):
    """One request of an applicant. `unit` is the unit it is about; who does not find it in the register writes name and place
    (`unit_note`), and the clinic finds it or enters it. What was asked never changes; the text is for the clinic alone."""

    number = models.CharField(_("number of the request"), max_length=20, editable=False)
    service = models.CharField(pgettext_lazy("clinic", "service"), max_length=16, choices=Service.choices)
    unit = models.ForeignKey(
        "units.IndustrialUnit", on_delete=models.PROTECT, null=True, blank=True, related_name="clinic_requests",
        verbose_name=_("industrial unit"),
    )  # fmt: skip
    unit_note = PersianCharField(_("name and place of the unit, as written"), max_length=200, blank=True)
    topic = models.CharField(_("subject"), max_length=20, choices=Specialty.choices, blank=True)
    applicant = models.ForeignKey(
        Applicant, on_delete=models.PROTECT, related_name="clinic_requests", verbose_name=_("applicant")
    )
    text = PersianTextField(_("what is asked"), max_length=2000)
    phone = models.CharField(_("phone for this request"), max_length=15, blank=True)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("handed in by")
    )
    on_behalf = models.BooleanField(_("written at the counter"), default=False)
    status = models.CharField(
        _("status"), max_length=10, choices=RequestStatus.choices, default=RequestStatus.SUBMITTED, editable=False
    )
    reason = PersianTextField(_("reason"), max_length=1000, blank=True, editable=False)
    answer = PersianTextField(_("answer"), blank=True, editable=False)
    submitted_at = models.DateTimeField(_("handed in"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    is_illustrative = models.BooleanField(_("illustrative"), default=False)

    objects = ClinicRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to the clinic")
        verbose_name_plural = _("requests to the clinic")
        ordering = ["-submitted_at", "-id"]
        indexes = [models.Index(fields=["status", "submitted_at"], name="clinic_request_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="clinic_request_code_once"),
            models.CheckConstraint(name="clinic_request_status_known", condition=Q(status__in=RequestStatus.values)),
            models.CheckConstraint(name="clinic_request_service_known", condition=Q(service__in=Service.values)),
            models.CheckConstraint(
                name="clinic_request_topic_known", condition=Q(topic="") | Q(topic__in=Specialty.values)
            ),
            models.CheckConstraint(name="clinic_request_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="clinic_request_decision_has_time",
                condition=(OPEN_DECISION & Q(decided_at__isnull=True, decided_by__isnull=True))
                | (~OPEN_DECISION & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="clinic_request_refused_with_reason",
                condition=~Q(status=RequestStatus.REFUSED) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="clinic_request_answered_with_text",
                condition=~Q(status=RequestStatus.ANSWERED) | ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="clinic_request_diagnosis_of_a_unit",
                condition=~Q(service=Service.DIAGNOSIS, unit__isnull=True, unit_note=""),
            ),
            models.CheckConstraint(
                name="clinic_request_admitted_has_unit",
                condition=~Q(service=Service.DIAGNOSIS, status=RequestStatus.ADMITTED, unit__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["unit"], name="clinic_request_one_waiting_per_unit",
                condition=Q(service=Service.DIAGNOSIS, status=RequestStatus.SUBMITTED),
            ),
        ]  # fmt: skip
        triggers = [
            filled_once("unit_id"),
            pgtrigger.ReadOnly(
                name="clinic_request_facts_stay",
                fields=[
                    "number", "service", "unit_note", "topic", "applicant", "text", "phone", "filed_by", "on_behalf",
                    "submitted_at",
                ],
            ),
            pgtrigger.Protect(name="clinic_request_stays", operation=pgtrigger.Delete),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.status == RequestStatus.SUBMITTED


@audited()
class RequestLook(models.Model):
    """Somebody of the clinic opened a request; those it belongs to read who and when."""

    request = models.ForeignKey(
        ClinicRequest, on_delete=models.PROTECT, related_name="looks", verbose_name=_("request")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("seen by")
    )
    at = models.DateTimeField(_("seen"))

    class Meta:
        verbose_name = _("look at a request")
        verbose_name_plural = _("looks at requests")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["request", "-at"], name="request_look_of_request")]
        triggers = [pgtrigger.Protect(name="request_look_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.request_id}/{self.by_id}"
