"""The application of one applicant to one call."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import ApplicationStatus, LicenceKind, WorkplaceKind
from allocations.models.call import Call
from allocations.models.rules import CallGroup, CallPlot
from allocations.querysets import ApplicationQuerySet
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField, RialField
from core.guards import filled_once

_HANDED_IN = Q(
    first_submitted_at__isnull=False,
    last_submitted_at__isnull=False,
    declared_at__isnull=False,
    opaque_id__isnull=False,
    trade__isnull=False,
)


@audited()
class Application(models.Model):
    """What one applicant asks of one call. The form's answers stand here; what was handed in is kept in `versions`.

    `opaque_id` is drawn at random at the first submission and is the only name of the application in the public record.
    `score` is in hundredths, `amount` in rials (calls by auction only).
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="applications", verbose_name=_("call"))
    applicant = models.ForeignKey(
        "accounts.Applicant", on_delete=models.PROTECT, related_name="applications", verbose_name=_("applicant")
    )
    tracking_code = models.CharField(_("tracking code"), max_length=15, unique=True, editable=False)
    opaque_id = models.CharField(
        _("name in the public record"), max_length=26, unique=True, null=True, blank=True, editable=False
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=ApplicationStatus,
        default=ApplicationStatus.DRAFT,
        editable=False,
        db_index=True,
    )

    trade = models.ForeignKey(
        "estates.Trade", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("trade")
    )
    licence_kind = models.CharField(_("kind of licence"), max_length=30, choices=LicenceKind, blank=True)
    licence_number = PersianCharField(_("number of the licence"), max_length=40, blank=True)
    licence_issued_on = models.DateField(_("issued on"), null=True, blank=True)
    licence_valid_until = models.DateField(_("valid until"), null=True, blank=True)
    years_licensed = models.PositiveSmallIntegerField(_("years of licensed work"), null=True, blank=True)
    master_craftsman = models.BooleanField(_("master craftsman"), default=False)
    guild_member = models.BooleanField(_("member of the guild union"), default=False)
    cluster_member = models.BooleanField(_("member of the business cluster"), default=False)
    quality_seals = models.PositiveSmallIntegerField(_("seals of authenticity and quality marks"), default=0)
    fairs_attended = models.PositiveSmallIntegerField(_("fairs attended"), default=0)
    apprentices_trained = models.PositiveSmallIntegerField(_("apprentices trained"), default=0)

    workplace_kind = models.CharField(_("present workplace"), max_length=12, choices=WorkplaceKind, blank=True)
    jobs_now = models.PositiveIntegerField(_("people working now"), null=True, blank=True)
    jobs_promised = models.PositiveIntegerField(_("new jobs promised"), null=True, blank=True)
    investment_rials = RialField(_("planned investment (rials)"), null=True, blank=True)
    area_needed = models.PositiveIntegerField(_("area needed (m²)"), null=True, blank=True)
    plan_summary = PersianTextField(_("what will be made, and how"), max_length=2000, blank=True)

    residence_county = models.CharField(
        _("county of residence when handed in"), max_length=40, blank=True, editable=False
    )
    any_other_plot = models.BooleanField(_("any other plot of this call, after these"), default=False)
    amount = RialField(_("offered amount (rials)"), null=True, blank=True)
    declares_no_other_unit = models.BooleanField(_("declares to hold no other unit"), default=False)
    declared_at = models.DateTimeField(_("declared"), null=True, blank=True, editable=False)
    saved_steps = models.JSONField(_("steps saved"), default=dict, editable=False)
    saved_at = models.DateTimeField(_("saved"), null=True, blank=True, editable=False)

    first_submitted_at = models.DateTimeField(_("first submitted"), null=True, blank=True, editable=False)
    last_submitted_at = models.DateTimeField(_("last submitted"), null=True, blank=True, editable=False)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("officer"),
    )
    taken_at = models.DateTimeField(_("taken for review"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True, editable=False)
    withdrawal_reason = PersianCharField(_("why it was withdrawn"), max_length=300, blank=True, editable=False)
    score = models.PositiveIntegerField(_("score (hundredths)"), null=True, blank=True, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+", verbose_name=_("begun by")
    )
    created_at = models.DateTimeField(_("begun"), editable=False)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["call", "status", "first_submitted_at"], name="application_queue"),
            models.Index(fields=["applicant", "status"], name="application_of_applicant"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["call", "applicant"], name="application_one_per_applicant_and_call"),
            models.CheckConstraint(name="application_status_known", condition=Q(status__in=ApplicationStatus.values)),
            models.CheckConstraint(
                name="application_handed_in_is_complete", condition=Q(status=ApplicationStatus.DRAFT) | _HANDED_IN
            ),
            models.CheckConstraint(
                name="application_last_not_before_first", condition=Q(last_submitted_at__gte=F("first_submitted_at"))
            ),
            models.CheckConstraint(name="application_opaque_id_shape", condition=Q(opaque_id__regex=r"^[a-z2-7]{26}$")),
            models.CheckConstraint(
                name="application_tracking_code_shape",
                condition=Q(tracking_code__regex=r"^ZN-[0-9]{4}-[2-9A-HJKMNP-Z]{7}$"),
            ),
            models.CheckConstraint(
                name="application_withdrawal_dated",
                condition=Q(status=ApplicationStatus.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(status=ApplicationStatus.WITHDRAWN) & Q(withdrawn_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="application_reviewer_since", condition=Q(reviewer__isnull=True) | Q(taken_at__isnull=False)
            ),
            models.CheckConstraint(name="application_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="application_licence_dates", condition=Q(licence_issued_on__lte=F("licence_valid_until"))
            ),
        ]
        triggers = [
            filled_once(
                "call_id",
                "applicant_id",
                "tracking_code",
                "opaque_id",
                "first_submitted_at",
                "started_by_id",
                name="identity_is_fixed",
            )
        ]

    def __str__(self) -> str:
        return self.tracking_code

    @property
    def was_submitted(self) -> bool:
        """Whether it was ever handed in."""
        return self.first_submitted_at is not None


@audited()
class ApplicationGroup(models.Model):
    """A group the applicant says he belongs to; `accepted` is None until the officer has decided."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="group_claims")
    group = models.ForeignKey(CallGroup, on_delete=models.PROTECT, related_name="claims", verbose_name=_("group"))
    accepted = models.BooleanField(_("accepted"), null=True, blank=True)
    reason = PersianCharField(_("reason"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    class Meta:
        verbose_name = _("claim to belong to a group")
        verbose_name_plural = _("claims to belong to a group")
        ordering = ["group__position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["application", "group"], name="applicationgroup_once"),
            models.CheckConstraint(
                name="applicationgroup_decision_complete",
                condition=Q(accepted__isnull=True, decided_at__isnull=True, decided_by__isnull=True)
                | Q(accepted__isnull=False, accepted=True, decided_at__isnull=False, decided_by__isnull=False)
                | (
                    Q(accepted__isnull=False, accepted=False, decided_at__isnull=False, decided_by__isnull=False)
                    & ~Q(reason="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.group)


@audited()
class Choice(models.Model):
    """One plot in the applicant's list; `position` 1 is liked best. `named` is false for those that the wish
    "any other plot" added at submission, in the published order."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="choices")
    call_plot = models.ForeignKey(CallPlot, on_delete=models.PROTECT, related_name="choices", verbose_name=_("plot"))
    position = models.PositiveIntegerField(_("place"))
    named = models.BooleanField(_("named by the applicant"), default=True)

    class Meta:
        verbose_name = _("plot chosen")
        verbose_name_plural = _("plots chosen")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["application", "call_plot"], name="choice_plot_once"),
            models.UniqueConstraint(
                fields=["application", "position"], name="choice_place_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="choice_place_from_one", condition=Q(position__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.position}"
