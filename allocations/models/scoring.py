"""Who scores what, and the points given."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import AssignmentStatus
from core.audit import audited
from core.fields.models import PersianTextField
from core.guards import filled_once, written_once

LIVE_ASSIGNMENTS = (AssignmentStatus.ASSIGNED, AssignmentStatus.SCORED)


@audited()
class ScorerAssignment(models.Model):
    """One scorer's part in one application: rounds 1 and 2 always, round 3 when the first two lie too far apart."""

    application = models.ForeignKey(
        "allocations.Application", on_delete=models.PROTECT, related_name="assignments", verbose_name=_("application")
    )
    scorer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("scorer")
    )
    round = models.PositiveSmallIntegerField(_("round"))
    status = models.CharField(
        _("status"), max_length=12, choices=AssignmentStatus, default=AssignmentStatus.ASSIGNED, editable=False
    )
    assigned_at = models.DateTimeField(_("assigned at"))
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("assigned by")
    )
    scored_at = models.DateTimeField(_("scored at"), null=True)
    ended_reason = PersianTextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("scorer's assignment")
        verbose_name_plural = _("scorers' assignments")
        ordering = ["application_id", "round", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "round"],
                condition=Q(status__in=LIVE_ASSIGNMENTS),
                name="assignment_one_live_per_round",
            ),
            models.UniqueConstraint(
                fields=["application", "scorer"],
                condition=Q(status__in=LIVE_ASSIGNMENTS),
                name="assignment_one_live_per_scorer",
            ),
            models.CheckConstraint(condition=Q(round__gte=1, round__lte=3), name="assignment_round_1_to_3"),
            models.CheckConstraint(
                condition=~Q(status=AssignmentStatus.SCORED) | Q(scored_at__isnull=False),
                name="assignment_scored_has_time",
            ),
        ]
        triggers = [
            filled_once(
                "application_id",
                "scorer_id",
                "round",
                "assigned_at",
                "assigned_by_id",
                "scored_at",
                name="assignment_facts_stay",
            ),
            pgtrigger.Protect(name="assignment_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.application_id}/{self.round}"


@audited()
class ConflictDeclaration(models.Model):
    """A scorer's word on his interest in a call as a whole, or in one application, given before he looks."""

    call = models.ForeignKey(
        "allocations.Call", on_delete=models.PROTECT, related_name="conflict_declarations", verbose_name=_("call")
    )
    application = models.ForeignKey(
        "allocations.Application",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conflict_declarations",
        verbose_name=_("application"),
    )
    scorer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="conflict_declarations",
        verbose_name=_("scorer"),
    )
    has_conflict = models.BooleanField(_("has a conflict of interest"))
    reason = PersianTextField(_("reason"), blank=True)
    at = models.DateTimeField(_("declared at"))

    class Meta:
        verbose_name = _("declaration of interest")
        verbose_name_plural = _("declarations of interest")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "scorer"], condition=Q(application__isnull=True), name="conflict_once_per_call"
            ),
            models.UniqueConstraint(
                fields=["application", "scorer"],
                condition=Q(application__isnull=False),
                name="conflict_once_per_application",
            ),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.call_id}/{self.application_id or '*'}/{self.scorer_id}"


@audited()
class Score(models.Model):
    """Points of one scorer for one judged criterion, in hundredths. Fixed once the scorer has handed them in."""

    assignment = models.ForeignKey(
        ScorerAssignment, on_delete=models.PROTECT, related_name="scores", verbose_name=_("scorer's assignment")
    )
    criterion = models.ForeignKey(
        "allocations.Criterion", on_delete=models.PROTECT, related_name="scores", verbose_name=_("criterion")
    )
    points = models.PositiveIntegerField(_("points in hundredths"))
    note = PersianTextField(_("note"), blank=True)
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("points of a scorer")
        verbose_name_plural = _("points of scorers")
        ordering = ["assignment_id", "criterion_id"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "criterion"], name="score_once_per_criterion"),
            models.CheckConstraint(condition=Q(points__gte=0), name="score_points_not_negative"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="score_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("place", "BIGINT"), ("found", "TEXT")],
                func="""
                    IF TG_OP = 'INSERT' THEN place := NEW.assignment_id; ELSE place := OLD.assignment_id; END IF;
                    SELECT status INTO found FROM allocations_scorerassignment WHERE id = place;
                    IF found <> 'ASSIGNED' THEN
                        RAISE EXCEPTION 'points that were handed in stay as they are'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id}/{self.criterion_id}: {self.points}"


@audited()
class CriterionResult(models.Model):
    """The points of one application for one criterion that go into its score, in hundredths."""

    application = models.ForeignKey(
        "allocations.Application",
        on_delete=models.PROTECT,
        related_name="criterion_results",
        verbose_name=_("application"),
    )
    criterion = models.ForeignKey(
        "allocations.Criterion", on_delete=models.PROTECT, related_name="results", verbose_name=_("criterion")
    )
    points = models.PositiveIntegerField(_("points in hundredths"))
    settled_at = models.DateTimeField(_("settled at"))

    class Meta:
        verbose_name = _("points of a criterion")
        verbose_name_plural = _("points of criteria")
        ordering = ["application_id", "criterion_id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "criterion"], name="criterion_result_once"),
            models.CheckConstraint(condition=Q(points__gte=0), name="criterion_result_not_negative"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="criterion_result_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                declare=[("found", "TEXT")],
                func="""
                    SELECT status INTO found FROM allocations_application WHERE id = OLD.application_id;
                    IF found IN ('SCORED', 'AWARDED', 'WAITING', 'NOT_AWARDED') THEN
                        RAISE EXCEPTION 'a settled score stays as it is until it is reopened with a reason'
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id}/{self.criterion_id}: {self.points}"
