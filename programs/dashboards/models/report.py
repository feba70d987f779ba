"""Monthly reports for the assembly: figures frozen as they were read, and the papers made of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.files.models import StoredFile
from programs.dashboards.choices import ReportFileKind


@audited()
class MonthlyReport(models.Model):
    """The report of one Jalali month (`month` is its first day). What was wrong is made again as the next version.

    `data` holds every number and name of the report as JSON (`reports.content`), frozen at `as_of`. `made_by` is None for
    reports the portal made by itself.
    """

    month = models.DateField(_("month"))
    version = models.PositiveSmallIntegerField(_("version"))
    data = models.JSONField(_("figures"))
    as_of = models.DateTimeField(_("figures as of"))
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("made by"),
    )  # fmt: skip
    published_at = models.DateTimeField(_("shown to the public since"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("shown to the public by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("monthly report")
        verbose_name_plural = _("monthly reports")
        ordering = ["-month", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["month", "version"], name="monthly_report_once"),
            models.CheckConstraint(name="monthly_report_version_from_1", condition=Q(version__gte=1)),
            models.CheckConstraint(name="monthly_report_read_before_made", condition=Q(as_of__lte=F("made_at"))),
            models.CheckConstraint(
                name="monthly_report_published_by_somebody",
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m-%d} v{self.version}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("dashboards:report", args=[self.pk])

    @property
    def is_published(self) -> bool:
        """Whether everybody may open its public part."""
        return self.published_at is not None


@audited()
class ReportFile(models.Model):
    """One paper or slide of a report; only a slide has a title."""

    report = models.ForeignKey(
        MonthlyReport, on_delete=models.PROTECT, related_name="files", verbose_name=_("monthly report")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=ReportFileKind.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title = models.CharField(_("title"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))

    class Meta:
        verbose_name = _("file of a monthly report")
        verbose_name_plural = _("files of monthly reports")
        ordering = ["report", "kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "kind", "position"], name="report_file_once"),
            models.CheckConstraint(name="report_file_kind_known", condition=Q(kind__in=ReportFileKind.values)),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.kind} {self.position}"


@audited()
class ReportSubscription(models.Model):
    """Somebody who wants to be told when a report is ready."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("user")
    )
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("subscription of monthly reports")
        verbose_name_plural = _("subscriptions of monthly reports")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.user)
