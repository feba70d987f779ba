"""A run, what it gave to whom, and its published record."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import RunStatus
from core.audit import audited
from core.fields.models import PersianTextField
from core.guards import filled_once, written_once

RUN_FACTS = [
    "call",
    "frozen_list",
    "draw",
    "number",
    "previous",
    "proposed_by",
    "proposed_at",
    "reason",
    "manifest_sha256",
    "difference",
    "job",
]


@audited()
class Run(models.Model):
    """One computation over one frozen list and its draw: proposed by one person, approved or refused by another.

    A row is written only after fast path, reference path and verifier agreed. `difference` compares the outcome with the run
    before (see services/difference.py), `manifest_sha256` is what the public page states.
    """

    call = models.ForeignKey("allocations.Call", on_delete=models.PROTECT, related_name="runs", verbose_name=_("call"))
    frozen_list = models.ForeignKey(
        "allocations.FrozenList", on_delete=models.PROTECT, related_name="runs", verbose_name=_("frozen list")
    )
    draw = models.ForeignKey("allocations.Draw", on_delete=models.PROTECT, related_name="runs", verbose_name=_("draw"))
    number = models.PositiveSmallIntegerField(_("number"))
    status = models.CharField(_("status"), max_length=10, choices=RunStatus, default=RunStatus.PROPOSED, editable=False)
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="next", verbose_name=_("run before")
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    reason = PersianTextField(_("reason of the run"), blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("approved by")
    )
    approved_at = models.DateTimeField(_("approved at"), null=True)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("refused by")
    )
    refused_at = models.DateTimeField(_("refused at"), null=True)
    refusal_reason = PersianTextField(_("reason of the refusal"), blank=True)
    manifest_sha256 = models.CharField(_("SHA-256 of the manifest"), max_length=64)
    difference = models.JSONField(_("difference from the run before"), default=dict)
    job = models.ForeignKey(
        "jobs.Job", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("background job")
    )

    class Meta:
        verbose_name = _("allocation run")
        verbose_name_plural = _("allocation runs")
        ordering = ["call_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="run_number_once"),
            models.UniqueConstraint(
                fields=["call"], condition=Q(status=RunStatus.PROPOSED), name="run_one_proposed_per_call"
            ),
            models.UniqueConstraint(
                fields=["call"], condition=Q(status=RunStatus.APPROVED), name="run_one_approved_per_call"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")), name="run_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | Q(approved_by__isnull=False, approved_at__isnull=False, approved_at__gte=F("proposed_at")),
                name="run_approved_by_and_at",
            ),
            models.CheckConstraint(
                condition=~Q(status=RunStatus.APPROVED) | Q(approved_by__isnull=False), name="run_approved_has_person"
            ),
            models.CheckConstraint(
                condition=~Q(status=RunStatus.REFUSED)
                | Q(refused_by__isnull=False, refused_at__isnull=False) & ~Q(refusal_reason=""),
                name="run_refused_has_person_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(number=1, previous__isnull=True) | Q(number__gt=1, previous__isnull=False) & ~Q(reason=""),
                name="run_again_follows_with_reason",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="run_facts_stay", fields=RUN_FACTS),
            filled_once("approved_by_id", "approved_at", "refused_by_id", "refused_at", name="run_decision_stays"),
            pgtrigger.Protect(name="run_stays", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="run_is_of_its_draw",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM allocations_draw d JOIN allocations_frozenlist f ON f.id = d.frozen_list_id
                        WHERE d.id = NEW.draw_id AND f.id = NEW.frozen_list_id AND f.call_id = NEW.call_id
                          AND d.confirmed_by_id IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'a run follows from the confirmed draw of a list of its call'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call_id}/{self.number}"


class RunLine(models.Model):
    """What one application got. Not audited row by row: no row can change, and the manifest's hash in the run binds all."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="lines", verbose_name=_("allocation run"))
    application = models.ForeignKey(
        "allocations.Application", on_delete=models.PROTECT, related_name="run_lines", verbose_name=_("application")
    )
    draw_number = models.PositiveIntegerField(_("draw number"))
    call_plot = models.ForeignKey(
        "allocations.CallPlot", on_delete=models.PROTECT, null=True, related_name="run_lines", verbose_name=_("plot")
    )
    choice = models.PositiveIntegerField(_("place in the list of choices"), null=True)

    class Meta:
        verbose_name = _("line of a run")
        verbose_name_plural = _("lines of runs")
        ordering = ["run_id", "draw_number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "application"], name="run_line_once"),
            models.UniqueConstraint(fields=["run", "draw_number"], name="run_line_draw_number_once"),
            models.UniqueConstraint(fields=["run", "call_plot"], name="run_line_plot_once"),
            models.CheckConstraint(
                condition=Q(call_plot__isnull=True, choice__isnull=True)
                | Q(call_plot__isnull=False, choice__isnull=False, choice__gte=1),
                name="run_line_plot_and_choice",
            ),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.draw_number}"


class RunQueue(models.Model):
    """One place in the waiting list of one plot, from 1."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="queues", verbose_name=_("allocation run"))
    call_plot = models.ForeignKey(
        "allocations.CallPlot", on_delete=models.PROTECT, related_name="run_queues", verbose_name=_("plot")
    )
    application = models.ForeignKey(
        "allocations.Application", on_delete=models.PROTECT, related_name="run_queues", verbose_name=_("application")
    )
    position = models.PositiveIntegerField(_("place"))

    class Meta:
        verbose_name = _("place in a waiting list")
        verbose_name_plural = _("waiting lists")
        ordering = ["run_id", "call_plot_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["run", "call_plot", "position"], name="run_queue_place_once"),
            models.UniqueConstraint(fields=["run", "call_plot", "application"], name="run_queue_application_once"),
            models.CheckConstraint(condition=Q(position__gte=1), name="run_queue_from_one"),
        ]
        indexes = [models.Index(fields=["run", "application"], name="run_queue_of_application")]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.call_plot_id}/{self.position}"


class RunCutoff(models.Model):
    """With what standing a plot was given, and how many wanted it."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="cutoffs", verbose_name=_("allocation run"))
    call_plot = models.ForeignKey(
        "allocations.CallPlot", on_delete=models.PROTECT, related_name="run_cutoffs", verbose_name=_("plot")
    )
    holder = models.ForeignKey(
        "allocations.Application", on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("holder")
    )
    tier = models.PositiveSmallIntegerField(_("tier"), null=True)
    score = models.PositiveIntegerField(_("score in hundredths"), null=True)
    draw_number = models.PositiveIntegerField(_("draw number"), null=True)
    applicants = models.PositiveIntegerField(_("applicants who wanted it"))

    class Meta:
        verbose_name = _("cut-off of a plot")
        verbose_name_plural = _("cut-offs of plots")
        ordering = ["run_id", "call_plot_id"]
        constraints = [
            models.UniqueConstraint(fields=["run", "call_plot"], name="run_cutoff_once"),
            models.CheckConstraint(
                condition=Q(holder__isnull=True, tier__isnull=True, score__isnull=True, draw_number__isnull=True)
                | Q(holder__isnull=False, tier__isnull=False, score__isnull=False, draw_number__isnull=False),
                name="run_cutoff_complete",
            ),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.call_plot_id}"


class RecordArchive(models.Model):
    """The published ZIP of a run, with the verifier that judged it.

    The bytes stand in the database and not in a folder: they are written in the transaction of the run, are in every back-up,
    cannot get lost or changed apart from their run, and are small (about 2 kB for ten applications, 0.2 MB for a thousand).
    Not audited row by row: the row cannot change and the run's audited `manifest_sha256` binds its bytes.
    """

    run = models.OneToOneField(Run, on_delete=models.PROTECT, related_name="archive", verbose_name=_("allocation run"))
    data = models.BinaryField(_("bytes of the ZIP"))
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256 of the ZIP"), max_length=64)
    files = models.JSONField(_("files"))
    verifier = models.TextField(_("text of the verifier"))
    verifier_sha256 = models.CharField(_("SHA-256 of the verifier"), max_length=64)
    verdict = models.TextField(_("what the verifier printed"))
    verified_at = models.DateTimeField(_("verified at"))

    class Meta:
        verbose_name = _("published record")
        verbose_name_plural = _("published records")
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.run_id}"
