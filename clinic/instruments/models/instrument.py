"""Questionnaires of the specialists, each in versions that are never changed once they are in use."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.choices import Dimension, Specialty
from clinic.instruments.choices import LOWEST, MOST_WEIGHT, QuestionKind, VersionStatus
from clinic.instruments.models.guards import only_drafts_go, published_version_stays, questions_stay_once_published
from clinic.instruments.querysets import VersionQuerySet
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.wording import number_text

CODE = r"^[a-z][a-z0-9-]{1,38}[a-z0-9]$"


@audited()
class Instrument(models.Model):
    """A questionnaire of one specialty. What is asked stands in its versions."""

    code = models.CharField(
        _("code"), max_length=40, unique=True,
        validators=[RegexValidator(CODE, _("The code must be 3 to 40 of a–z, 0–9 and hyphen."))],
    )  # fmt: skip
    specialty = models.CharField(_("specialty"), max_length=20, choices=Specialty.choices)
    name = PersianCharField(_("name"), max_length=120)
    purpose = PersianTextField(_("what it finds out"), blank=True)
    created_at = models.DateTimeField(_("entered at"), editable=False)
    updated_at = models.DateTimeField(_("changed at"), editable=False)

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        ordering = ["specialty", "code"]
        constraints = [
            models.CheckConstraint(name="instrument_code_form", condition=Q(code__regex=CODE)),
            models.CheckConstraint(name="instrument_specialty_known", condition=Q(specialty__in=Specialty.values)),
        ]

    def __str__(self) -> str:
        return self.name


@audited()
class InstrumentVersion(models.Model):
    """One version of an instrument. It is answered while it is published, until `valid_until` (that day included)."""

    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="versions", verbose_name=_("instrument")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    status = models.CharField(
        _("status"), max_length=10, choices=VersionStatus.choices, default=VersionStatus.DRAFT, editable=False
    )
    note = PersianCharField(_("what is new"), max_length=300, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written by"),
    )
    made_at = models.DateTimeField(_("written at"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of an instrument")
        verbose_name_plural = _("versions of instruments")
        ordering = ["instrument", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "number"], name="instrument_version_once"),
            models.UniqueConstraint(
                fields=["instrument"], condition=Q(status=VersionStatus.PUBLISHED), name="instrument_one_in_use"
            ),
            models.UniqueConstraint(
                fields=["instrument"], condition=Q(status=VersionStatus.DRAFT), name="instrument_one_draft"
            ),
            models.CheckConstraint(name="instrument_version_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="instrument_version_state_has_times",
                condition=Q(status=VersionStatus.DRAFT, published_at__isnull=True, retired_at__isnull=True)
                | Q(status=VersionStatus.PUBLISHED, published_at__isnull=False, retired_at__isnull=True)
                | Q(status=VersionStatus.RETIRED, published_at__isnull=False, retired_at__isnull=False),
            ),
        ]
        triggers = [published_version_stays(), only_drafts_go()]

    def __str__(self) -> str:
        return f"{self.instrument} – {number_text(self.number)}"

    def is_answerable_on(self, day: date) -> bool:
        """Whether it may be answered on this day: published and not expired."""
        return self.status == VersionStatus.PUBLISHED and not self.has_expired(day)

    def has_expired(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.valid_until is not None and self.valid_until < day


@audited()
class Question(models.Model):
    """One question of a version. A scale runs from 0 (worst) to 5 (best), `anchors` say what its values mean ("0" … "5");
    of yes and no `yes_is_good` says which one is 5."""

    version = models.ForeignKey(
        InstrumentVersion, on_delete=models.PROTECT, related_name="questions", verbose_name=_("version")
    )
    dimension = models.CharField(_("dimension"), max_length=30, choices=Dimension.choices)
    position = models.PositiveSmallIntegerField(_("position"), validators=[MinValueValidator(1)])
    text = PersianTextField(_("question"), max_length=500)
    help = PersianTextField(_("help"), max_length=1000, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=QuestionKind.choices, default=QuestionKind.SCALE)
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_WEIGHT)]
    )
    anchors = models.JSONField(_("what the values mean"), default=dict, blank=True)
    yes_is_good = models.BooleanField(_("yes is good"), default=True)
    unit = PersianCharField(_("unit of the number"), max_length=40, blank=True)
    required = models.BooleanField(_("must be answered"), default=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"], name="question_place_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="question_place_from_one", condition=Q(position__gte=1)),
            models.CheckConstraint(name="question_dimension_known", condition=Q(dimension__in=Dimension.values)),
            models.CheckConstraint(name="question_kind_known", condition=Q(kind__in=QuestionKind.values)),
            models.CheckConstraint(
                name="question_weight_in_range", condition=Q(weight__gt=LOWEST, weight__lte=MOST_WEIGHT)
            ),
            models.CheckConstraint(
                name="question_anchors_of_scales", condition=Q(kind=QuestionKind.SCALE) | Q(anchors={})
            ),
            models.CheckConstraint(name="question_unit_of_numbers", condition=Q(kind=QuestionKind.NUMBER) | Q(unit="")),
        ]
        triggers = [questions_stay_once_published()]

    def __str__(self) -> str:
        return f"{number_text(self.position)}. {self.text}"[:120]
