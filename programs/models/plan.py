"""The plan of a programme: activities, milestones, and the baseline by month."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Deferrable, F, Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField, RialField
from programs.choices import BaselineStatus
from programs.models.guards import (
    activity_weights_make_a_hundred,
    first_of_month,
    milestone_weights_make_a_hundred,
    months_of_approved_baseline_stay,
    percent_between_0_and_100,
    somebody_else,
)
from programs.models.programme import Programme
from programs.querysets import BaselineQuerySet


@audited()
class Activity(models.Model):
    """One part of a programme. `weight` is its share of the whole in percent; the weights of a programme make 100.

    Weight 0 takes an activity out of the plan and keeps its history.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="activities", verbose_name=_("programme")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = PersianCharField(_("name"), max_length=160)
    weight = models.DecimalField(_("weight (percent)"), max_digits=5, decimal_places=2)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="programme_activities",
        verbose_name=_("answers for it"),
    )
    starts_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"))

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["programme", "position"]
        constraints = [
            # Checked at the end of the transaction, so that two activities can change places.
            models.UniqueConstraint(
                fields=["programme", "position"], name="activity_position_once", deferrable=Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="activity_weight_in_range", condition=percent_between_0_and_100("weight")),
            models.CheckConstraint(name="activity_ends_after_it_begins", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(name="activity_has_name", condition=~Q(name="")),
        ]
        triggers = [activity_weights_make_a_hundred("programme_id")]

    def __str__(self) -> str:
        return self.name


@audited()
class Milestone(models.Model):
    """A point of an activity that is reached or not yet; physical readings are given for milestones.

    `weight` is its share of the activity in percent; the weights of an activity make 100.
    """

    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, related_name="milestones", verbose_name=_("activity")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = PersianCharField(_("name"), max_length=160)
    weight = models.DecimalField(_("weight (percent)"), max_digits=5, decimal_places=2)
    due_on = models.DateField(_("due on"))

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["activity", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "position"], name="milestone_position_once", deferrable=Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="milestone_weight_in_range", condition=percent_between_0_and_100("weight")),
            models.CheckConstraint(name="milestone_has_name", condition=~Q(name="")),
        ]
        triggers = [milestone_weights_make_a_hundred()]

    def __str__(self) -> str:
        return self.name


@audited()
class Baseline(models.Model):
    """One version of the plan by month. Approved by somebody other than its maker and never changed afterwards.

    The plan in force is the highest approved version.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="baselines", verbose_name=_("programme")
    )
    version = models.PositiveSmallIntegerField(_("version"))
    status = models.CharField(_("status"), max_length=12, choices=BaselineStatus.choices, default=BaselineStatus.DRAFT)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    note = PersianTextField(_("note"), max_length=1000, blank=True)
    reason = PersianTextField(_("why it was made"), max_length=1000, blank=True)

    objects = BaselineQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan by month")
        verbose_name_plural = _("plans by month")
        ordering = ["programme", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "version"], name="baseline_version_once"),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(status=BaselineStatus.DRAFT), name="baseline_one_draft"
            ),
            models.CheckConstraint(name="baseline_status_known", condition=Q(status__in=BaselineStatus.values)),
            models.CheckConstraint(name="baseline_version_from_one", condition=Q(version__gte=1)),
            models.CheckConstraint(
                name="baseline_approved_whole",
                condition=Q(status=BaselineStatus.APPROVED, approved_by__isnull=False, approved_at__isnull=False)
                | Q(status=BaselineStatus.DRAFT, approved_by__isnull=True, approved_at__isnull=True),
            ),
            models.CheckConstraint(
                name="baseline_approved_by_another", condition=somebody_else("approved_by", "made_by")
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="approved_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status=BaselineStatus.APPROVED.value),
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}/{self.version}"


@audited()
class BaselineMonth(models.Model):
    """What is to be done of an activity by the end of a Jalali month, cumulative from its beginning.

    `month` is the first day of the month; `planned_percent` of the activity, `planned_cost` in rials. `weight` is that of the
    activity when the version was made: a plan in force does not move when weights change later.
    """

    baseline = models.ForeignKey(
        Baseline, on_delete=models.PROTECT, related_name="months", verbose_name=_("plan by month")
    )
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, related_name="baseline_months", verbose_name=_("activity")
    )
    month = models.DateField(_("month"))
    weight = models.DecimalField(_("weight (percent)"), max_digits=5, decimal_places=2)
    planned_percent = models.DecimalField(_("planned (percent)"), max_digits=5, decimal_places=2)
    planned_cost = RialField(_("planned cost (rials)"), default=0)

    class Meta:
        verbose_name = _("month of a plan")
        verbose_name_plural = _("months of plans")
        ordering = ["baseline", "activity", "month"]
        constraints = [
            models.UniqueConstraint(fields=["baseline", "activity", "month"], name="baseline_month_once"),
            models.CheckConstraint(
                name="baseline_percent_in_range", condition=percent_between_0_and_100("planned_percent")
            ),
            models.CheckConstraint(name="baseline_weight_in_range", condition=percent_between_0_and_100("weight")),
            models.CheckConstraint(name="baseline_month_is_first_day", condition=first_of_month("month")),
        ]
        triggers = [months_of_approved_baseline_stay()]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.month:%Y-%m-%d}"
