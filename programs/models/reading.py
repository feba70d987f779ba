"""Readings: what was measured at the end of a month, by whom, and on what evidence."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.choices import Gender
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField, RialField
from core.files.models import StoredFile
from estates.models import County, Trade
from programs.choices import ReadingStatus, Series
from programs.models.guards import first_of_month, percent_between_0_and_100, somebody_else
from programs.models.indicator import Indicator
from programs.models.money import BudgetLine
from programs.models.plan import Milestone
from programs.models.programme import Programme
from programs.models.reading_guards import approved_fits_its_neighbours, approved_stays, belongings_of_approved_stay
from programs.querysets import ReadingQuerySet

COUNTS = Q(status=ReadingStatus.APPROVED, superseded=False)
"""A reading that is part of the figures: approved, and not replaced by a correction."""
OPEN = Q(status__in=[ReadingStatus.DRAFT, ReadingStatus.SUBMITTED, ReadingStatus.RETURNED])
"""A reading that is still on its way. There is one of these at most for each thing and month."""

_NO_PERCENT = Q(percent__isnull=True)
_NO_MONEY = Q(allocated__isnull=True, paid__isnull=True)
_NO_RATIO = Q(numerator__isnull=True, denominator__isnull=True)
_NO_VALUE = Q(value__isnull=True) & _NO_RATIO
_ONE_VALUE = (Q(value__isnull=False) & _NO_RATIO) | Q(
    value__isnull=True, numerator__isnull=False, denominator__isnull=False
)


@audited()
class Reading(models.Model):
    """One value of one series for one Jalali month (`month` is its first day).

    PHYSICAL: `percent` of a milestone, cumulative. FINANCIAL: `allocated` and `paid` of a budget line in rials, cumulative.
    INDICATOR: `value`, or `numerator` and `denominator` of a ratio. A correction is a new reading that `corrects` the old
    one; when it is approved the old one becomes `superseded`.
    """

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="readings", verbose_name=_("programme")
    )
    series = models.CharField(_("series"), max_length=10, choices=Series.choices)
    milestone = models.ForeignKey(
        Milestone, on_delete=models.PROTECT, null=True, blank=True, related_name="readings", verbose_name=_("milestone")
    )
    budget_line = models.ForeignKey(
        BudgetLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="readings",
        verbose_name=_("budget line"),
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="readings", verbose_name=_("indicator")
    )
    month = models.DateField(_("month"))
    percent = models.DecimalField(_("done (percent)"), max_digits=5, decimal_places=2, null=True, blank=True)
    allocated = RialField(_("allocated (rials)"), null=True, blank=True)
    paid = RialField(_("paid (rials)"), null=True, blank=True)
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(_("numerator"), max_digits=18, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(_("denominator"), max_digits=18, decimal_places=4, null=True, blank=True)
    note = PersianTextField(_("note"), max_length=1000, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=ReadingStatus.choices, default=ReadingStatus.DRAFT)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("author")
    )
    created_at = models.DateTimeField(_("created"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, blank=True)
    review_note = PersianTextField(_("note of the reviewer"), max_length=1000, blank=True)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name=_("corrects")
    )
    superseded = models.BooleanField(_("replaced by a correction"), default=False)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-month", "-id"]
        indexes = [
            models.Index(fields=["programme", "series", "month"], name="reading_counted", condition=COUNTS),
            models.Index(fields=["status", "created_at"], name="reading_by_status"),
        ]
        constraints = [
            models.CheckConstraint(name="reading_status_known", condition=Q(status__in=ReadingStatus.values)),
            models.CheckConstraint(
                name="reading_of_its_series",
                condition=Q(
                    series=Series.PHYSICAL,
                    milestone__isnull=False,
                    budget_line__isnull=True,
                    indicator__isnull=True,
                )
                | Q(
                    series=Series.FINANCIAL,
                    milestone__isnull=True,
                    budget_line__isnull=False,
                    indicator__isnull=True,
                )
                | Q(
                    series=Series.INDICATOR,
                    milestone__isnull=True,
                    budget_line__isnull=True,
                    indicator__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="reading_values_of_its_series",
                condition=(Q(series=Series.PHYSICAL, percent__isnull=False) & _NO_MONEY & _NO_VALUE)
                | (Q(series=Series.FINANCIAL, allocated__isnull=False, paid__isnull=False) & _NO_PERCENT & _NO_VALUE)
                | (Q(series=Series.INDICATOR) & _NO_PERCENT & _NO_MONEY & _ONE_VALUE),
            ),
            models.CheckConstraint(name="reading_percent_in_range", condition=percent_between_0_and_100("percent")),
            models.CheckConstraint(name="reading_month_is_first_day", condition=first_of_month("month")),
            models.CheckConstraint(
                name="reading_submitted_has_time",
                condition=Q(status=ReadingStatus.DRAFT) | Q(submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="reading_reviewed_whole",
                condition=~Q(status__in=[ReadingStatus.RETURNED, ReadingStatus.APPROVED])
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="reading_returned_says_why", condition=~Q(status=ReadingStatus.RETURNED) | ~Q(review_note="")
            ),
            models.CheckConstraint(
                name="reading_approved_by_another", condition=somebody_else("reviewed_by", "author")
            ),
            models.CheckConstraint(
                name="reading_superseded_was_approved",
                condition=Q(superseded=False) | Q(status=ReadingStatus.APPROVED),
            ),
            models.UniqueConstraint(
                fields=["milestone", "month"],
                condition=COUNTS & Q(milestone__isnull=False),
                name="reading_one_of_milestone_and_month",
            ),
            models.UniqueConstraint(
                fields=["budget_line", "month"],
                condition=COUNTS & Q(budget_line__isnull=False),
                name="reading_one_of_line_and_month",
            ),
            models.UniqueConstraint(
                fields=["indicator", "month"],
                condition=COUNTS & Q(indicator__isnull=False),
                name="reading_one_of_indicator_and_month",
            ),
            *(
                models.UniqueConstraint(
                    fields=[target, "month"],
                    condition=OPEN & Q(**{f"{target}__isnull": False}),
                    name=f"reading_one_open_of_{target}",
                )
                for target in ("milestone", "budget_line", "indicator")
            ),
            models.CheckConstraint(name="reading_paid_of_allocated", condition=Q(paid__lte=F("allocated"))),
            # An empty column passes a check, so each of these speaks of one column alone.
            models.CheckConstraint(name="reading_value_not_negative", condition=Q(value__gte=0)),
            models.CheckConstraint(name="reading_numerator_not_negative", condition=Q(numerator__gte=0)),
            models.CheckConstraint(
                name="reading_ratio_has_denominator", condition=Q(denominator__isnull=True) | Q(denominator__gt=0)
            ),
            models.CheckConstraint(
                name="reading_correction_says_why", condition=Q(corrects__isnull=True) | ~Q(note="")
            ),
        ]
        triggers = [approved_stays(), approved_fits_its_neighbours()]

    def __str__(self) -> str:
        return f"{self.series} {self.month:%Y-%m-%d}"

    @property
    def target(self) -> Any:
        """What was measured: the milestone, budget line or indicator."""
        return self.milestone or self.budget_line or self.indicator


@audited()
class ReadingPart(models.Model):
    """One part of an indicator's reading: of a county, a gender or a trade."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="parts", verbose_name=_("reading"))
    county = models.ForeignKey(
        County, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("county")
    )
    gender = models.CharField(_("gender"), max_length=1, choices=Gender.choices, blank=True)
    trade = models.ForeignKey(
        Trade, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("trade")
    )
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(_("numerator"), max_digits=18, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(_("denominator"), max_digits=18, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = _("part of a reading")
        verbose_name_plural = _("parts of readings")
        ordering = ["reading", "id"]
        constraints = [
            models.CheckConstraint(
                name="reading_part_of_one_dimension",
                condition=Q(county__isnull=False, gender="", trade__isnull=True)
                | (Q(county__isnull=True, trade__isnull=True) & Q(gender__in=Gender.values))
                | Q(county__isnull=True, gender="", trade__isnull=False),
            ),
            models.CheckConstraint(name="reading_part_has_value", condition=_ONE_VALUE),
            models.UniqueConstraint(
                fields=["reading", "county"], condition=Q(county__isnull=False), name="reading_part_county_once"
            ),
            models.UniqueConstraint(
                fields=["reading", "gender"], condition=~Q(gender=""), name="reading_part_gender_once"
            ),
            models.UniqueConstraint(
                fields=["reading", "trade"], condition=Q(trade__isnull=False), name="reading_part_trade_once"
            ),
        ]
        triggers = [belongings_of_approved_stay()]

    def __str__(self) -> str:
        return f"{self.reading_id}/{self.pk}"


@audited()
class ReadingEvidence(models.Model):
    """A paper or photo that shows what a reading says, from the file store. One paper may show several readings."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="evidence", verbose_name=_("reading"))
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, related_name="reading_evidence", verbose_name=_("file")
    )
    caption = PersianCharField(_("caption"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("evidence of a reading")
        verbose_name_plural = _("evidence of readings")
        ordering = ["reading", "id"]
        constraints = [models.UniqueConstraint(fields=["reading", "file"], name="reading_evidence_once")]
        triggers = [belongings_of_approved_stay()]

    def __str__(self) -> str:
        return self.caption
