"""Budget lines. What was allocated and paid are series of readings, never columns of a line."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField, RialField
from programs.choices import FundsSource
from programs.models.plan import Activity
from programs.models.programme import Programme


@audited()
class BudgetLine(models.Model):
    """Money approved for a programme, or for one of its activities. `approved` in rials."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="budget_lines", verbose_name=_("programme")
    )
    activity = models.ForeignKey(
        Activity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="budget_lines",
        verbose_name=_("activity"),
    )
    name = PersianCharField(_("name"), max_length=160)
    source_of_funds = models.CharField(_("source of funds"), max_length=20, choices=FundsSource.choices)
    year = models.PositiveSmallIntegerField(_("year"))
    approved = RialField(_("approved (rials)"))
    is_public = models.BooleanField(
        _("shown to the public"), default=False, help_text=_("Else only the sum of all lines is shown.")
    )

    class Meta:
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        ordering = ["programme", "year", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year", "name"],
                name="budget_line_name_once",
                violation_error_message=_("This year has a budget line of this name already."),
            ),
            models.CheckConstraint(
                name="budget_line_source_known", condition=Q(source_of_funds__in=FundsSource.values)
            ),
            models.CheckConstraint(
                name="budget_line_year_is_solar",
                condition=Q(year__gte=1300, year__lte=1500),
                violation_error_message=_("The year must be a Solar Hijri year, for example 1405."),
            ),
            models.CheckConstraint(name="budget_line_has_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
