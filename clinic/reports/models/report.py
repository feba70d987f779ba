"""The diagnostic report of a case: versions, each frozen when it was made, and the signatures of the team."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import Case, TeamMember
from clinic.reports.choices import CURRENT, ReportStatus
from clinic.reports.models.guards import signed_by_its_team, waived_for_who_left
from clinic.treatment.models import TreatmentPlan
from core.audit import audited
from core.fields.models import PersianCharField
from core.files.models import StoredFile
from core.guards import filled_once, stays, written_once

REPORT_PREFIX = "DR"
"""Begins the code of every report; /verify/ answers for it."""


@audited()
class DiagnosticReport(models.Model):
    """One version of the report of a case. What was wrong is made again as the next version.

    `data` holds everything the paper says as JSON (clinic/reports/content), frozen at `made_at`; `sha256` is its hash, and what
    the team signs. `plan` is the version of the plan it prints, `diagnosed_at` the diagnosis.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports", verbose_name=_("case"))
    version = models.PositiveSmallIntegerField(_("version"))
    code = models.CharField(_("code of the report"), max_length=20, editable=False)
    status = models.CharField(
        _("status"), max_length=10, choices=ReportStatus.choices, default=ReportStatus.WAITING, editable=False
    )
    plan = models.ForeignKey(
        TreatmentPlan, on_delete=models.PROTECT, related_name="reports", verbose_name=_("plan of treatment")
    )
    diagnosed_at = models.DateTimeField(_("diagnosed at"))
    data = models.JSONField(_("content"))
    sha256 = models.CharField(_("hash of the content"), max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made at"))
    signed_at = models.DateTimeField(_("signed by all at"), null=True, editable=False)
    superseded_at = models.DateTimeField(_("replaced at"), null=True, editable=False)
    lapsed_at = models.DateTimeField(_("closed unsigned at"), null=True, editable=False)

    class Meta:
        verbose_name = _("diagnostic report")
        verbose_name_plural = _("diagnostic reports")
        ordering = ["case", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="clinic_report_version_once"),
            models.UniqueConstraint(fields=["code"], name="clinic_report_code_once"),
            models.UniqueConstraint(fields=["case"], name="clinic_report_one_current", condition=Q(status__in=CURRENT)),
            models.CheckConstraint(name="clinic_report_version_from_one", condition=Q(version__gte=1)),
            models.CheckConstraint(name="clinic_report_hash_shape", condition=Q(sha256__regex="^[0-9a-f]{64}$")),
            models.CheckConstraint(
                name="clinic_report_code_shape", condition=Q(code__regex=r"^DR-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$")
            ),
            models.CheckConstraint(
                name="clinic_report_state_has_times",
                condition=Q(
                    status=ReportStatus.WAITING,
                    signed_at__isnull=True,
                    superseded_at__isnull=True,
                    lapsed_at__isnull=True,
                )
                | Q(
                    status=ReportStatus.SIGNED,
                    signed_at__isnull=False,
                    superseded_at__isnull=True,
                    lapsed_at__isnull=True,
                )
                | Q(status=ReportStatus.SUPERSEDED, superseded_at__isnull=False, lapsed_at__isnull=True)
                | Q(
                    status=ReportStatus.LAPSED,
                    signed_at__isnull=True,
                    superseded_at__isnull=True,
                    lapsed_at__isnull=False,
                ),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="report_content_stays",
                fields=["case", "version", "code", "plan", "diagnosed_at", "data", "sha256", "made_by", "made_at"],
            ),
            filled_once("signed_at", "superseded_at", "lapsed_at"),
            stays(),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        """The page of the report, a part of its case."""
        return reverse("clinic_reports:report", args=[self.case.number])

    @property
    def is_current(self) -> bool:
        """Whether no later version has taken its place."""
        return self.status in CURRENT


@audited()
class ReportPaper(models.Model):
    """A report as PDF, made by a job: first without signatures, for the team to read; then with all of them (`is_signed`)."""

    report = models.ForeignKey(
        DiagnosticReport, on_delete=models.PROTECT, related_name="papers", verbose_name=_("diagnostic report")
    )
    is_signed = models.BooleanField(_("bears the signatures"), default=False)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("paper of a report")
        verbose_name_plural = _("papers of reports")
        ordering = ["report", "is_signed"]
        constraints = [models.UniqueConstraint(fields=["report", "is_signed"], name="clinic_report_paper_once")]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.is_signed}"


@audited()
class ReportSignature(models.Model):
    """A member of the team stands behind one version of a report; given with his password, for `sha256` and nothing else."""

    report = models.ForeignKey(
        DiagnosticReport, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("diagnostic report")
    )
    member = models.ForeignKey(
        TeamMember, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("member of the team")
    )
    sha256 = models.CharField(_("hash of the content"), max_length=64)
    signed_at = models.DateTimeField(_("signed at"))

    class Meta:
        verbose_name = _("signature of a report")
        verbose_name_plural = _("signatures of reports")
        ordering = ["report", "signed_at", "id"]
        constraints = [models.UniqueConstraint(fields=["report", "member"], name="clinic_report_signed_once")]
        triggers = [signed_by_its_team(), written_once()]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.member_id}"


@audited()
class SignatureWaiver(models.Model):
    """A member who left the team before he had signed: the lead goes on without his signature, for a reason the paper prints."""

    report = models.ForeignKey(
        DiagnosticReport, on_delete=models.PROTECT, related_name="waivers", verbose_name=_("diagnostic report")
    )
    member = models.ForeignKey(
        TeamMember, on_delete=models.PROTECT, related_name="waivers", verbose_name=_("member of the team")
    )
    reason = PersianCharField(_("why it is not signed"), max_length=300)
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("recorded by")
    )
    waived_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("signature done without")
        verbose_name_plural = _("signatures done without")
        ordering = ["report", "waived_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "member"], name="clinic_report_waived_once"),
            models.CheckConstraint(name="clinic_report_waived_with_reason", condition=~Q(reason="")),
        ]
        triggers = [waived_for_who_left(), written_once()]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.member_id}"
