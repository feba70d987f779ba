"""A diagnostic case: one stalled unit on its way from request to outcome, and the team that works on it."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import ENDED, UNDER_DIAGNOSIS, CaseStatus, Outcome, Standing
from clinic.cases.models.case_guards import member_without_conflict
from clinic.cases.querysets import CaseQuerySet, TeamMemberQuerySet
from clinic.choices import Specialty
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField

CASE_PREFIX = "CL"
"""Begins the number of every case."""


@audited()
class Case(models.Model):
    """One diagnosis and treatment of one unit. `outcome` and `closed_at` are filled by the end alone; a refusal has a
    reason and no outcome."""

    number = models.CharField(_("number of the case"), max_length=20, editable=False)
    request = models.ForeignKey(
        "cases.ClinicRequest", on_delete=models.PROTECT, related_name="cases", verbose_name=_("request")
    )
    unit = models.ForeignKey(
        "units.IndustrialUnit", on_delete=models.PROTECT, related_name="cases", verbose_name=_("unit")
    )
    status = models.CharField(
        _("status"), max_length=14, choices=CaseStatus.choices, default=CaseStatus.REQUESTED, editable=False
    )
    outcome = models.CharField(_("outcome"), max_length=14, choices=Outcome.choices, blank=True, editable=False)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("led by")
    )
    readmission_of = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="readmission",
        verbose_name=_("readmission of"),
    )
    opened_at = models.DateTimeField(_("opened at"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("opened by")
    )
    diagnosed_at = models.DateTimeField(_("diagnosed at"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("ended at"), null=True, blank=True, editable=False)
    closing_reason = PersianTextField(_("reason of the end"), max_length=2000, blank=True)
    is_illustrative = models.BooleanField(_("illustrative"), default=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-opened_at", "-id"]
        indexes = [
            models.Index(fields=["status", "-opened_at"], name="case_by_state"),
            models.Index(fields=["lead", "status"], name="case_of_lead"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["number"], name="case_code_once"),
            models.CheckConstraint(name="case_status_known", condition=Q(status__in=CaseStatus.values)),
            models.CheckConstraint(name="case_outcome_known", condition=Q(outcome="") | Q(outcome__in=Outcome.values)),
            models.UniqueConstraint(fields=["unit"], name="case_one_live_per_unit", condition=~Q(status__in=ENDED)),
            models.UniqueConstraint(
                fields=["request"], name="case_one_per_request", condition=Q(readmission_of__isnull=True)
            ),
            models.CheckConstraint(
                name="case_outcome_at_the_end",
                condition=(Q(status=CaseStatus.CLOSED) & ~Q(outcome=""))
                | (~Q(status=CaseStatus.CLOSED) & Q(outcome="")),
            ),
            models.CheckConstraint(
                name="case_end_has_time_and_reason",
                condition=(Q(status__in=ENDED, closed_at__isnull=False) & ~Q(closing_reason=""))
                | (~Q(status__in=ENDED) & Q(closed_at__isnull=True, closing_reason="")),
            ),
            models.CheckConstraint(
                name="case_is_no_readmission_of_itself",
                condition=Q(readmission_of__isnull=True) | ~Q(readmission_of=F("id")),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="case_facts_stay", fields=["number", "request", "unit", "readmission_of", "opened_at", "opened_by"]
            ),
            pgtrigger.Protect(name="case_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """The page of the case."""
        return reverse("cases:overview", args=[self.number])

    @property
    def is_live(self) -> bool:
        """Whether somebody still works on it; a consultant's access ends with it."""
        return self.status not in ENDED

    @property
    def is_under_diagnosis(self) -> bool:
        """Whether visits, answers, findings and causes are being written."""
        return self.status in UNDER_DIAGNOSIS


@audited()
class TeamMember(models.Model):
    """A consultant on a case, for one specialty, from `joined_at` to `left_at` (empty: still there).

    The row is what opens the unit's secrets to the consultant; who comes back gets a new row.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="members", verbose_name=_("case"))
    consultant = models.ForeignKey(
        "consultants.Consultant", on_delete=models.PROTECT, related_name="memberships", verbose_name=_("consultant")
    )
    specialty = models.CharField(_("specialty"), max_length=20, choices=Specialty.choices)
    joined_at = models.DateTimeField(_("from"))
    left_at = models.DateTimeField(_("to"), null=True, blank=True)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("named by")
    )
    leaving_reason = PersianCharField(_("why the membership ended"), max_length=300, blank=True)

    objects = TeamMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of a team")
        verbose_name_plural = _("members of teams")
        ordering = ["case", "joined_at", "id"]
        indexes = [models.Index(fields=["consultant", "left_at"], name="team_member_by_consultant")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "consultant", "specialty"],
                name="team_member_once_per_specialty",
                condition=Q(left_at__isnull=True),
            ),
            models.CheckConstraint(name="team_member_specialty_known", condition=Q(specialty__in=Specialty.values)),
            models.CheckConstraint(
                name="team_member_leaves_after_joining",
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("joined_at")),
            ),
            models.CheckConstraint(
                name="team_member_reason_at_the_end",
                condition=Q(left_at__isnull=False) | Q(leaving_reason=""),
            ),
        ]
        triggers = [
            member_without_conflict(),
            pgtrigger.ReadOnly(
                name="team_member_facts_stay", fields=["case", "consultant", "specialty", "joined_at", "named_by"]
            ),
            pgtrigger.Protect(name="team_member_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.consultant_id}"


class CaseLook(models.Model):
    """One look of somebody at a part of a case. Only ever added to; the unit reads them on its page."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="looks", verbose_name=_("case"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("seen by")
    )
    at = models.DateTimeField(_("time"))
    standing = models.CharField(_("as"), max_length=8, choices=Standing.choices)
    part = models.CharField(_("part"), max_length=32)

    class Meta:
        verbose_name = _("look at a case")
        verbose_name_plural = _("looks at cases")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["case", "-at"], name="case_look_of_case")]
        constraints = [
            models.CheckConstraint(name="case_look_names_its_part", condition=~Q(part="")),
            models.CheckConstraint(name="case_look_standing_known", condition=Q(standing__in=Standing.values)),
        ]
        triggers = [pgtrigger.Protect(name="case_look_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.case_id} {self.part} {self.at:%Y-%m-%d %H:%M}"
