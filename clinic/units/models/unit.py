"""The industrial unit: who owns it, where it stands, what it may make. What was measured in it is a row of its own."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from clinic.units.choices import LicenceKind, SizeBand, size_of
from clinic.units.models.guards import plot_in_its_estate
from clinic.units.querysets import UnitQuerySet
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from estates.models import County, Estate, Plot, Trade
from estates.models.naming import Named, search_index


@audited(exclude=("search_key", "sort_key", "latest_reading"))
class IndustrialUnit(Named):
    """A unit of production: in an estate (perhaps on a plot of it), or at a place of its own.

    `latest_reading` is the newest reading that counts; the database itself keeps it (models/guards.py).
    """

    code = models.CharField(_("code"), max_length=16, unique=True)
    # Found by `unit_cohort`, whose first column it is.
    trade = models.ForeignKey(
        Trade, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name=_("trade")
    )
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", verbose_name=_("county"))
    estate = models.ForeignKey(
        Estate, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("estate")
    )
    plot = models.ForeignKey(
        Plot, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("plot")
    )
    place = PersianCharField(
        _("address"), max_length=300, blank=True, help_text=_("Needed when the unit stands in no estate.")
    )
    owner = models.ForeignKey(
        Applicant, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("owner")
    )
    licence_kind = models.CharField(_("kind of licence"), max_length=16, choices=LicenceKind.choices, blank=True)
    licence_number = models.CharField(_("licence number"), max_length=30, blank=True)
    licence_date = models.DateField(_("date of the licence"), null=True, blank=True)
    products = PersianCharField(_("products"), max_length=300, blank=True)
    nominal_capacity = models.DecimalField(
        _("nominal capacity a year"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    capacity_unit = PersianCharField(_("unit of the capacity"), max_length=40, blank=True)
    licensed_staff = models.PositiveIntegerField(_("staff by the licence"), null=True, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    status_note = PersianTextField(_("note on its state"), max_length=1000, blank=True)
    struck_off_on = models.DateField(_("taken off the register on"), null=True, blank=True)
    struck_off_reason = PersianCharField(_("why it was taken off"), max_length=300, blank=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)
    created_at = models.DateTimeField(_("entered"))
    updated_at = models.DateTimeField(_("changed"))
    latest_reading = models.OneToOneField(
        "units.UnitReading", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("industrial unit")
        verbose_name_plural = _("industrial units")
        ordering = ["sort_key", "id"]
        indexes = [
            search_index("unit_search"),
            models.Index(fields=["sort_key", "id"], name="unit_by_name"),
            # What a unit is compared with: the same trade and size.
            models.Index(
                fields=["trade", "licensed_staff"],
                include=["latest_reading"],
                name="unit_cohort",
                condition=Q(struck_off_on__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(name="unit_has_a_place", condition=Q(estate__isnull=False) | ~Q(place="")),
            models.CheckConstraint(
                name="unit_plot_of_an_estate", condition=Q(plot__isnull=True) | Q(estate__isnull=False)
            ),
            models.CheckConstraint(
                name="unit_licence_whole",
                condition=Q(licence_kind="", licence_number="", licence_date__isnull=True)
                | (Q(licence_kind__in=LicenceKind.values) & ~Q(licence_number="")),
            ),
            models.UniqueConstraint(
                fields=["licence_kind", "licence_number"], name="unit_licence_once", condition=~Q(licence_number="")
            ),
            models.CheckConstraint(
                name="unit_capacity_with_unit",
                condition=Q(nominal_capacity__isnull=True, capacity_unit="")
                | (Q(nominal_capacity__isnull=False, nominal_capacity__gt=0) & ~Q(capacity_unit="")),
            ),
            models.CheckConstraint(
                name="unit_struck_off_with_reason",
                condition=Q(struck_off_on__isnull=True, struck_off_reason="")
                | (Q(struck_off_on__isnull=False) & ~Q(struck_off_reason="")),
            ),
        ]
        triggers = [plot_in_its_estate()]

    def searched_texts(self) -> tuple[str, ...]:
        """Names, code, licence and products."""
        return self.name, self.name_en, self.code, self.licence_number, self.products

    @property
    def size(self) -> SizeBand | None:
        """Size by the staff of its licence; None when the licence names nobody."""
        return size_of(self.licensed_staff)

    @property
    def is_listed(self) -> bool:
        """Whether it still stands on the register."""
        return self.struck_off_on is None
