"""An exhibition, its booths and the criteria by which they are given."""

from __future__ import annotations

from datetime import datetime

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField, RialField
from programs.clusters.models import Cluster
from programs.exhibitions.choices import BoothKind, Kind, Mode, Status
from programs.exhibitions.models.guards import announced_rules_stay, rules_stay_once_announced
from programs.exhibitions.querysets import ExhibitionQuerySet

BOOTH_CODE = r"^[A-Z0-9-]{2,24}$"
CRITERION_CODE = r"^[a-z][a-z0-9-]{1,30}$"
RULES = (
    "slug", "name", "mode", "registration_opens_at", "randomness_source", "randomness_event", "announced_at",
)  # fmt: skip
"""What firms rely on: fixed in the database once the exhibition is announced."""


@audited()
class Exhibition(models.Model):
    """One exhibition at which a cluster shows its work. `draw_at`: when the announced event happens whose value makes the lot."""

    slug = models.SlugField(_("address"), max_length=60, unique=True, allow_unicode=False)
    name = PersianCharField(_("name"), max_length=160)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    summary = PersianTextField(_("about"), blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.DOMESTIC)
    country = models.CharField(_("country"), max_length=2, default="IR", help_text=_("Two letters, such as IR or IQ."))
    city = PersianCharField(_("city"), max_length=80)
    place = PersianCharField(_("place"), max_length=160)
    organiser = PersianCharField(_("organiser"), max_length=160)
    clusters = models.ManyToManyField(
        Cluster, through="exhibitions.ExhibitionCluster", related_name="exhibitions", verbose_name=_("clusters")
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    registration_opens_at = models.DateTimeField(_("requests from"))
    registration_closes_at = models.DateTimeField(_("requests until"))
    mode = models.CharField(_("booths are given"), max_length=8, choices=Mode.choices, default=Mode.LOTTERY)
    randomness_source = PersianCharField(_("source of the random value"), max_length=300)
    randomness_event = PersianCharField(_("announced event"), max_length=300)
    draw_at = models.DateTimeField(_("time of the draw"))
    budget = RialField(_("budget"), default=0)
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.DRAFT, editable=False, db_index=True
    )
    announced_at = models.DateTimeField(_("announced"), null=True, editable=False)
    cancelled_reason = PersianTextField(_("why it was cancelled"), blank=True, editable=False)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("made by"),
    )  # fmt: skip
    created_at = models.DateTimeField(_("entered"), editable=False)
    updated_at = models.DateTimeField(_("changed"), editable=False)

    objects = ExhibitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exhibition")
        verbose_name_plural = _("exhibitions")
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(name="exhibition_status_known", condition=Q(status__in=Status.values)),
            models.CheckConstraint(name="exhibition_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="exhibition_mode_known", condition=Q(mode__in=Mode.values)),
            models.CheckConstraint(name="exhibition_country_form", condition=Q(country__regex=r"^[A-Z]{2}$")),
            models.CheckConstraint(
                name="exhibition_abroad_is_not_here",
                condition=Q(kind=Kind.DOMESTIC, country="IR") | (Q(kind=Kind.ABROAD) & ~Q(country="IR")),
            ),
            models.CheckConstraint(name="exhibition_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(
                name="exhibition_registration_in_order",
                condition=Q(registration_opens_at__lt=F("registration_closes_at")),
            ),
            models.CheckConstraint(
                name="exhibition_drawn_after_closing", condition=Q(draw_at__gt=F("registration_closes_at"))
            ),
            models.CheckConstraint(
                name="exhibition_announced_has_time",
                condition=Q(status__in=[Status.DRAFT, Status.CANCELLED]) | Q(announced_at__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="exhibition_stays", operation=pgtrigger.Delete),
            announced_rules_stay(RULES),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """Name in the reader's language, where there is one."""
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name

    def phase_at(self, moment: datetime) -> Status:
        """The state at a moment, whatever is stored: the dates decide from the announcement to the freeze."""
        if self.status not in (Status.PUBLISHED, Status.REGISTRATION):
            return Status(self.status)
        if moment >= self.registration_closes_at:
            return Status.CLOSED
        return Status.REGISTRATION if moment >= self.registration_opens_at else Status.PUBLISHED


@audited()
class ExhibitionCluster(models.Model):
    """A cluster that goes to an exhibition."""

    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.PROTECT, related_name="exhibition_clusters", verbose_name=_("exhibition")
    )
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="+", verbose_name=_("cluster"))

    class Meta:
        verbose_name = _("cluster of an exhibition")
        verbose_name_plural = _("clusters of exhibitions")
        constraints = [models.UniqueConstraint(fields=["exhibition", "cluster"], name="exhibition_cluster_once")]

    def __str__(self) -> str:
        return f"{self.exhibition_id}/{self.cluster_id}"


@audited()
class Booth(models.Model):
    """One booth. `row` and `column` are its place in the hall plan, counted from 1."""

    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.PROTECT, related_name="booths", verbose_name=_("exhibition")
    )
    code = models.CharField(
        _("code"), max_length=24,
        validators=[RegexValidator(BOOTH_CODE, _("The code must be 2 to 24 of A–Z, 0–9 and hyphen."))],
    )  # fmt: skip
    area_m2 = models.PositiveSmallIntegerField(_("area (m²)"), validators=[MinValueValidator(1)])
    kind = models.CharField(_("kind"), max_length=8, choices=BoothKind.choices, default=BoothKind.SHELL)
    price = RialField(_("price"), default=0)
    row = models.PositiveSmallIntegerField(
        _("row in the hall"), validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    column = models.PositiveSmallIntegerField(
        _("place in the row"), validators=[MinValueValidator(1), MaxValueValidator(30)]
    )

    class Meta:
        verbose_name = _("booth")
        verbose_name_plural = _("booths")
        ordering = ["exhibition", "row", "column", "id"]
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "code"], name="booth_code_once"),
            models.UniqueConstraint(fields=["exhibition", "row", "column"], name="booth_place_once"),
            models.CheckConstraint(name="booth_code_form", condition=Q(code__regex=BOOTH_CODE)),
            models.CheckConstraint(name="booth_area_positive", condition=Q(area_m2__gt=0)),
            models.CheckConstraint(name="booth_kind_known", condition=Q(kind__in=BoothKind.values)),
            models.CheckConstraint(
                name="booth_place_in_hall", condition=Q(row__gte=1, row__lte=30, column__gte=1, column__lte=30)
            ),
        ]
        triggers = [rules_stay_once_announced()]

    def __str__(self) -> str:
        return self.code


@audited()
class Criterion(models.Model):
    """One criterion of an exhibition by points: `weight` in percent of all, `max_points` what can be reached in it."""

    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.PROTECT, related_name="criteria", verbose_name=_("exhibition")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    code = models.CharField(_("code"), max_length=31, validators=[RegexValidator(CRITERION_CODE)])
    name = PersianCharField(_("name"), max_length=120)
    weight = models.PositiveSmallIntegerField(
        _("weight (%)"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    max_points = models.PositiveSmallIntegerField(
        _("most points"), default=100, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    class Meta:
        verbose_name = _("criterion of an exhibition")
        verbose_name_plural = _("criteria of exhibitions")
        ordering = ["exhibition", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "code"], name="booth_criterion_once"),
            models.UniqueConstraint(fields=["exhibition", "position"], name="booth_criterion_place_once"),
            models.CheckConstraint(name="booth_criterion_code_form", condition=Q(code__regex=CRITERION_CODE)),
            models.CheckConstraint(name="booth_criterion_weight", condition=Q(weight__gte=1, weight__lte=100)),
            models.CheckConstraint(name="booth_criterion_max", condition=Q(max_points__gte=1, max_points__lte=100)),
        ]
        triggers = [rules_stay_once_announced()]

    def __str__(self) -> str:
        return self.name
