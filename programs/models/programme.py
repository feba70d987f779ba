"""Programmes, what sources say about them, and the estates they belong to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from estates.choices import Precision
from estates.models import Estate
from programs.choices import ProgrammeGroup, ProgrammeStatus
from programs.models.guards import activity_weights_make_a_hundred
from programs.querysets import ProgrammeQuerySet


@audited()
class Programme(models.Model):
    """Something the company put its name to: what is to be there, by when, and who answers for it.

    `previous` is the plan of the year before from which it was rolled over. `is_illustrative` marks data that only show how
    a plan looks; real facts carry `source` and `source_date`.
    """

    slug = models.SlugField(_("slug"), max_length=60, unique=True)
    group = models.CharField(_("group"), max_length=20, choices=ProgrammeGroup.choices)
    name = PersianCharField(_("name"), max_length=160)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    purpose = PersianTextField(_("what it is for"), max_length=2000)
    year = models.PositiveSmallIntegerField(_("year"), help_text=_("Solar Hijri year the plan belongs to"))
    starts_on = models.DateField(_("begins on"))
    ends_on = models.DateField(_("ends on"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="programmes", verbose_name=_("answers for it")
    )
    status = models.CharField(
        _("status"), max_length=12, choices=ProgrammeStatus.choices, default=ProgrammeStatus.DRAFT
    )
    previous = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="following",
        verbose_name=_("plan of the year before"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_public = models.BooleanField(_("shown to the public"), default=False)
    is_illustrative = models.BooleanField(
        _("illustrative plan"), default=False, help_text=_("The plan shows how one looks; it is not the company's own.")
    )
    source = PersianCharField(_("source"), max_length=300, blank=True)
    source_date = models.DateField(_("date of the source"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"))
    updated_at = models.DateTimeField(_("changed"))

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["-year", "group", "position", "id"]
        indexes = [models.Index(fields=["year", "group", "position"], name="programme_by_year")]
        constraints = [
            models.CheckConstraint(name="programme_group_known", condition=Q(group__in=ProgrammeGroup.values)),
            models.CheckConstraint(name="programme_status_known", condition=Q(status__in=ProgrammeStatus.values)),
            models.CheckConstraint(
                name="programme_ends_after_it_begins",
                condition=Q(ends_on__gt=F("starts_on")),
                violation_error_message=_("The end must be after the beginning."),
            ),
            models.CheckConstraint(
                name="programme_year_is_solar",
                condition=Q(year__gte=1300, year__lte=1500),
                violation_error_message=_("The year must be a Solar Hijri year, for example 1405."),
            ),
            models.CheckConstraint(name="programme_has_name", condition=~Q(name="")),
            models.CheckConstraint(name="programme_not_its_own_previous", condition=~Q(previous=F("id"))),
            models.UniqueConstraint(fields=["previous"], name="programme_rolled_over_once"),
        ]
        triggers = [activity_weights_make_a_hundred("id")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of its public page."""
        return reverse("programs:detail", args=[self.slug])

    @property
    def is_shown(self) -> bool:
        """Whether everybody may see it; says the same as the queryset's `public()`."""
        return self.is_public and self.status != ProgrammeStatus.DRAFT

    @property
    def display_name(self) -> str:
        """The English name in the English interface where there is one, else the Persian name."""
        return self.name_en if self.name_en and get_language() == "en" else self.name


@audited()
class ProgrammeFact(models.Model):
    """One thing a dated source says about a programme."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="facts", verbose_name=_("programme")
    )
    text = PersianTextField(_("what it says"), max_length=1000)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    precision = models.CharField(_("exact to the"), max_length=8, choices=Precision.choices, default=Precision.DAY)
    is_approximate = models.BooleanField(_("approximate date"), default=False)
    source = PersianCharField(_("source"), max_length=300)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("fact about a programme")
        verbose_name_plural = _("facts about programmes")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(name="programme_fact_has_source", condition=~Q(source="")),
            models.CheckConstraint(name="programme_fact_says_something", condition=~Q(text="")),
            models.CheckConstraint(name="programme_fact_precision_known", condition=Q(precision__in=Precision.values)),
        ]

    def __str__(self) -> str:
        return self.text


@audited()
class ProgrammeEstate(models.Model):
    """A programme is about an estate."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="estate_links", verbose_name=_("programme")
    )
    estate = models.ForeignKey(
        Estate, on_delete=models.PROTECT, related_name="programme_links", verbose_name=_("estate")
    )

    class Meta:
        verbose_name = _("estate of a programme")
        verbose_name_plural = _("estates of programmes")
        ordering = ["programme", "estate"]
        constraints = [models.UniqueConstraint(fields=["programme", "estate"], name="programme_estate_once")]

    def __str__(self) -> str:
        return f"{self.programme_id} → {self.estate_id}"
