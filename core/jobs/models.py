"""The table of work to be done outside a request (trust.md §1, R8).

The row is the truth and the queue only a wire: what is lost in Redis is found again here. Jobs are not `@audited`: a lease
that is renewed every few seconds is no fact about people, and what a handler changes is audited where it is changed.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.jobs.choices import LIVE, JobStatus
from core.jobs.querysets import JobQuerySet


class Job(models.Model):
    """One piece of work. `fence` grows with every taking: a worker that comes back late is known by its old number."""

    kind = models.CharField(_("kind"), max_length=80)
    key = models.CharField(_("key"), max_length=160)
    payload = models.JSONField(_("task"), default=dict, encoder=DjangoJSONEncoder)
    status = models.CharField(_("state"), max_length=10, choices=JobStatus.choices, default=JobStatus.QUEUED)
    slot = models.DateTimeField(_("time slot"), null=True, blank=True)
    run_after = models.DateTimeField(_("not before"))
    fence = models.PositiveIntegerField(_("times taken"), default=0)
    lease_until = models.DateTimeField(_("held until"), null=True, blank=True)
    poked_at = models.DateTimeField(_("told to the workers"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("failed tries"), default=0)
    progress_done = models.PositiveIntegerField(_("steps done"), default=0)
    progress_total = models.PositiveIntegerField(_("steps"), default=0)
    progress_note = models.CharField(_("at present"), max_length=200, blank=True)
    result = models.JSONField(_("result"), null=True, blank=True, encoder=DjangoJSONEncoder)
    error = models.TextField(_("error"), blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    created_at = models.DateTimeField(_("asked for"))
    started_at = models.DateTimeField(_("begun"), null=True, blank=True)
    finished_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"], condition=Q(status__in=[str(s) for s in LIVE]), name="jobs_one_live_per_key"
            ),
            models.UniqueConstraint(fields=["kind", "slot"], name="jobs_once_per_slot"),
            models.CheckConstraint(condition=Q(status__in=JobStatus.values), name="jobs_status_known"),
            models.CheckConstraint(
                condition=Q(status="RUNNING", lease_until__isnull=False, fence__gt=0)
                | (~Q(status="RUNNING") & Q(lease_until__isnull=True)),
                name="jobs_lease_while_running",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[str(s) for s in LIVE], finished_at__isnull=True)
                | (~Q(status__in=[str(s) for s in LIVE]) & Q(finished_at__isnull=False)),
                name="jobs_finished_at_the_end",
            ),
            models.CheckConstraint(
                condition=Q(progress_total=0) | Q(progress_done__lte=F("progress_total")),
                name="jobs_progress_in_bounds",
            ),
        ]
        indexes = [
            models.Index(fields=["run_after"], condition=Q(status="QUEUED"), name="jobs_waiting"),
            models.Index(fields=["lease_until"], condition=Q(status="RUNNING"), name="jobs_held"),
            models.Index(fields=["kind", "-id"], name="jobs_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    def get_absolute_url(self) -> str:
        """Address of its progress."""
        return reverse("jobs:progress", args=[self.pk])

    @property
    def is_live(self) -> bool:
        """Still waiting or running."""
        return self.status in LIVE

    @property
    def percent(self) -> int | None:
        """Share of the work done, 0–100; None when nobody knows how much there is."""
        if self.status == JobStatus.DONE:
            return 100
        if not self.progress_total:
            return None
        return self.progress_done * 100 // self.progress_total

    @property
    def result_url(self) -> str:
        """Address of what the job made, when its handler named one under `url`."""
        found: Any = self.result.get("url", "") if isinstance(self.result, dict) else ""
        return found if isinstance(found, str) and found.startswith("/") and not found.startswith("//") else ""
