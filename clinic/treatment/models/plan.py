"""The plan of treatment: versions, and by which rule its projects are ranked."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import Case
from clinic.treatment import ranking
from clinic.treatment.choices import BEFORE_AGREEMENT, PlanStatus
from clinic.treatment.models.guards import answered_on_paper, approver_is_no_writer
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField, RialField
from core.guards import stays, written_once

APPROVED = (PlanStatus.COMMITTEE_APPROVED, PlanStatus.ACCEPTED_BY_UNIT)
ANSWERED = (PlanStatus.ACCEPTED_BY_UNIT, PlanStatus.RETURNED, PlanStatus.SUPERSEDED)


@audited()
class RankRule(models.Model):
    """How projects are ranked, written once; the one with the highest number holds for new plans. Without any row
    `clinic.treatment.ranking.DEFAULT` holds. Each `step` is the highest cost in rials of that step of the scale."""

    number = models.PositiveSmallIntegerField(_("version"), unique=True)
    effect_weight = models.PositiveSmallIntegerField(
        _("weight of the effect"), default=1, validators=[MaxValueValidator(2)]
    )
    feasibility_weight = models.PositiveSmallIntegerField(
        _("weight of the feasibility"), default=1, validators=[MaxValueValidator(2)]
    )
    cost_weight = models.PositiveSmallIntegerField(
        _("weight of the cost"), default=1, validators=[MaxValueValidator(2)]
    )
    step_1 = RialField(_("cost step 1 up to (rials)"))
    step_2 = RialField(_("cost step 2 up to (rials)"))
    step_3 = RialField(_("cost step 3 up to (rials)"))
    step_4 = RialField(_("cost step 4 up to (rials)"))
    reason = PersianCharField(_("why"), max_length=300)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("set by"),
    )  # fmt: skip
    made_at = models.DateTimeField(_("set at"))

    class Meta:
        verbose_name = _("rule of ranking")
        verbose_name_plural = _("rules of ranking")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(name="rank_rule_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="rank_rule_has_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="rank_rule_weights",
                condition=Q(effect_weight__lte=2, feasibility_weight__lte=2, cost_weight__lte=2, effect_weight__gte=1),
            ),
            models.CheckConstraint(
                name="rank_rule_steps_rise",
                condition=Q(step_2__gt=F("step_1"), step_3__gt=F("step_2"), step_4__gt=F("step_3")),
            ),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return str(self.number)

    def as_rule(self) -> ranking.Rule:
        """The values the pure ranking works with."""
        steps = (self.step_1, self.step_2, self.step_3, self.step_4)
        return ranking.Rule(self.number, self.effect_weight, self.feasibility_weight, self.cost_weight, steps)


@audited()
class TreatmentPlan(models.Model):
    """One version of the plan of a case. Whoever wrote in it (`writers`) or proposed it does not approve it; `rule` None: the
    default one.

    `committee_session` names the session and its minutes, `committee_members` who sat in it. `accepted_by` is the account that
    agreed for the unit; empty when it answered on paper (`on_paper`, the paper itself is `paper`).
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plans", verbose_name=_("case"))
    version = models.PositiveSmallIntegerField(_("version"))
    status = models.CharField(
        _("status"), max_length=20, choices=PlanStatus.choices, default=PlanStatus.DRAFT, editable=False
    )
    aim = PersianTextField(_("aim of the treatment"), max_length=2000, blank=True)
    rule = models.ForeignKey(
        RankRule, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rule of ranking")
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    made_at = models.DateTimeField(_("written at"))
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("proposed by"),
    )  # fmt: skip
    proposed_at = models.DateTimeField(_("proposed at"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("approval recorded by"),
    )  # fmt: skip
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    committee_session = PersianCharField(_("session of the committee"), max_length=200, blank=True, editable=False)
    committee_members = PersianTextField(_("members present"), max_length=500, blank=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("agreed to by"),
    )  # fmt: skip
    accepted_at = models.DateTimeField(_("agreed to at"), null=True, editable=False)
    on_paper = models.BooleanField(_("answered on paper"), default=False, editable=False)
    return_reason = PersianTextField(_("why it was sent back"), max_length=2000, blank=True, editable=False)

    class Meta:
        verbose_name = _("plan of treatment")
        verbose_name_plural = _("plans of treatment")
        ordering = ["case", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="clinic_plan_version_once"),
            models.UniqueConstraint(
                fields=["case"], name="clinic_plan_one_being_decided", condition=Q(status__in=BEFORE_AGREEMENT)
            ),
            models.UniqueConstraint(
                fields=["case"], name="clinic_plan_one_agreed", condition=Q(status=PlanStatus.ACCEPTED_BY_UNIT)
            ),
            models.CheckConstraint(name="clinic_plan_status_known", condition=Q(status__in=PlanStatus.values)),
            models.CheckConstraint(name="clinic_plan_version_from_one", condition=Q(version__gte=1)),
            models.CheckConstraint(
                name="clinic_plan_approver_is_not_maker",
                condition=Q(approved_by__isnull=True)
                | (~Q(approved_by=F("made_by")) & ~Q(approved_by=F("proposed_by"))),
            ),
            models.CheckConstraint(
                name="clinic_plan_proposal_is_whole",
                condition=(Q(status=PlanStatus.DRAFT, proposed_by__isnull=True, proposed_at__isnull=True))
                | (~Q(status=PlanStatus.DRAFT) & Q(proposed_by__isnull=False, proposed_at__isnull=False) & ~Q(aim="")),
            ),
            models.CheckConstraint(
                name="clinic_plan_approval_is_whole",
                condition=Q(approved_by__isnull=True, approved_at__isnull=True, committee_session="")
                & ~Q(status__in=APPROVED)
                | Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(committee_session=""),
            ),
            models.CheckConstraint(
                name="clinic_plan_agreement_is_whole",
                condition=Q(accepted_by__isnull=True, accepted_at__isnull=True) & ~Q(status=PlanStatus.ACCEPTED_BY_UNIT)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False, on_paper=False)
                | Q(accepted_by__isnull=True, accepted_at__isnull=False, on_paper=True),
            ),
            models.CheckConstraint(
                name="clinic_plan_paper_is_an_answer",
                condition=Q(on_paper=False) | Q(approved_at__isnull=False, status__in=ANSWERED),
            ),
            models.CheckConstraint(
                name="clinic_plan_sent_back_with_reason",
                condition=(Q(status=PlanStatus.RETURNED) & ~Q(return_reason=""))
                | (~Q(status=PlanStatus.RETURNED) & Q(return_reason="")),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="plan_facts_stay", fields=["case", "version", "made_by", "made_at"]),
            approver_is_no_writer(),
            answered_on_paper(),
            stays(),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.version}"

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.status == PlanStatus.DRAFT

    @property
    def is_agreed(self) -> bool:
        """Whether committee and unit have agreed to it: the one that is carried out."""
        return self.status == PlanStatus.ACCEPTED_BY_UNIT

    @property
    def ranking_rule(self) -> ranking.Rule:
        """The rule its projects are ranked by. Needs `rule` selected with the row."""
        return self.rule.as_rule() if self.rule is not None else ranking.DEFAULT
