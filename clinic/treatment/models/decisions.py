"""Who wrote a plan, and how a unit without an account answered it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.treatment.choices import Signer
from clinic.treatment.models.guards import paper_answers_an_approved_plan, writer_of_a_draft
from clinic.treatment.models.plan import TreatmentPlan
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.files.models import StoredFile
from core.guards import written_once


@audited()
class PlanWriter(models.Model):
    """Somebody whose words or whose order of projects stand in a version of a plan, his own or taken over from the version
    before. He does not approve it; the table of plans asks here."""

    plan = models.ForeignKey(
        TreatmentPlan, on_delete=models.PROTECT, related_name="writers", verbose_name=_("plan of treatment")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    since = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("writer of a plan")
        verbose_name_plural = _("writers of plans")
        ordering = ["plan", "since", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "user"], name="clinic_plan_writer_once")]
        triggers = [writer_of_a_draft(), written_once()]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.user_id}"


@audited()
class PaperAnswer(models.Model):
    """The answer of a unit nobody of which has an account, signed by hand: kept as the paper itself, recorded by the lead."""

    plan = models.OneToOneField(
        TreatmentPlan, on_delete=models.PROTECT, related_name="paper", verbose_name=_("plan of treatment")
    )
    agreed = models.BooleanField(_("agreed"))
    reason = PersianTextField(_("why it was sent back"), max_length=2000, blank=True)
    signer = PersianCharField(_("who signed"), max_length=120)
    role = models.CharField(_("signed as"), max_length=9, choices=Signer.choices)
    signed_on = models.DateField(_("day of the signature"))
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("the signed paper"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("answer on paper")
        verbose_name_plural = _("answers on paper")
        ordering = ["-recorded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="clinic_paper_answer_is_whole",
                condition=~Q(signer="") & Q(role__in=Signer.values) & Q(file__isnull=False),
            ),
            models.CheckConstraint(
                name="clinic_paper_refusal_has_reason",
                condition=Q(agreed=True, reason="") | (Q(agreed=False) & ~Q(reason="")),
            ),
        ]
        triggers = [paper_answers_an_approved_plan(), written_once()]

    def __str__(self) -> str:
        return f"{self.plan_id}"
