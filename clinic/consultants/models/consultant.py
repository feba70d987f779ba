"""A consultant, what he knows and the papers that show it."""

from __future__ import annotations

from datetime import date

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.choices import Specialty
from clinic.consultants.choices import MOST_CASES, Level, QualificationKind
from clinic.consultants.querysets import ConsultantQuerySet, QualificationQuerySet
from core.audit import audited
from core.fields.keys import SearchKeyField, SortKeyField
from core.fields.models import MobileField, PersianCharField, PersianTextField
from core.guards import stays
from estates.models import County


@audited(exclude=["search_key", "sort_key"])
class Consultant(models.Model):
    """A specialist who works on cases. `phone` is for the clinic alone and stands on no public page; `max_cases` is how many
    open cases he takes at once."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consultant", verbose_name=_("person")
    )
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", verbose_name=_("county"))
    about = PersianTextField(_("about"), max_length=600, blank=True)
    phone = MobileField(_("phone for the clinic"), blank=True)
    max_cases = models.PositiveSmallIntegerField(
        _("most cases at once"), default=4, validators=[MinValueValidator(1), MaxValueValidator(MOST_CASES)]
    )
    is_active = models.BooleanField(_("takes cases"), default=True)
    joined_on = models.DateField(_("with the clinic since"))
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)
    created_at = models.DateTimeField(_("entered at"), editable=False)
    updated_at = models.DateTimeField(_("changed at"), editable=False)

    search_key = SearchKeyField(_("search key"), sources=["name"])
    sort_key = SortKeyField(_("sort key"), sources=["name"])

    objects = ConsultantQuerySet.as_manager()

    class Meta:
        verbose_name = _("consultant")
        verbose_name_plural = _("consultants")
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(
                name="consultant_most_cases", condition=Q(max_cases__gte=1, max_cases__lte=MOST_CASES)
            ),
        ]
        triggers = [stays(), pgtrigger.ReadOnly(name="consultant_person_stays", fields=["user", "created_at"])]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def name(self) -> str:
        """First and last name, as units and colleagues see it."""
        return self.user.display_name


@audited()
class ConsultantSpecialty(models.Model):
    """What a consultant is a specialist in, and how far."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="specialties", verbose_name=_("consultant")
    )
    specialty = models.CharField(_("specialty"), max_length=20, choices=Specialty.choices)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.EXPERT)

    class Meta:
        verbose_name = _("specialty of a consultant")
        verbose_name_plural = _("specialties of consultants")
        ordering = ["consultant", "specialty"]
        indexes = [models.Index(fields=["specialty", "level"], name="consultant_by_specialty")]
        constraints = [
            models.UniqueConstraint(fields=["consultant", "specialty"], name="consultant_specialty_once"),
            models.CheckConstraint(name="consultant_specialty_known", condition=Q(specialty__in=Specialty.values)),
            models.CheckConstraint(name="consultant_level_known", condition=Q(level__in=Level.values)),
        ]

    def __str__(self) -> str:
        return f"{self.get_specialty_display()} ({self.get_level_display()})"


@audited()
class Qualification(models.Model):
    """One paper of a consultant. It counts once somebody else at the clinic has compared it with the original
    (`verified_by`), until `valid_until` (that day included)."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="qualifications", verbose_name=_("consultant")
    )
    kind = models.CharField(_("kind of paper"), max_length=12, choices=QualificationKind.choices)
    title = PersianCharField(_("title"), max_length=160)
    issuer = PersianCharField(_("issued by"), max_length=160)
    issued_on = models.DateField(_("issued on"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    paper = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("paper"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"))
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    verified_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = QualificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("qualification paper")
        verbose_name_plural = _("qualification papers")
        ordering = ["consultant", "-issued_on", "id"]
        constraints = [
            models.CheckConstraint(name="qualification_kind_known", condition=Q(kind__in=QualificationKind.values)),
            models.CheckConstraint(
                name="qualification_in_order",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("issued_on")),
            ),
            models.CheckConstraint(
                name="qualification_confirmed_whole",
                condition=Q(verified_by__isnull=True, verified_at__isnull=True)
                | Q(verified_by__isnull=False, verified_at__isnull=False),
            ),
            models.CheckConstraint(
                name="qualification_confirmed_by_another",
                condition=Q(verified_by__isnull=True) | ~Q(verified_by=F("added_by")),
            ),
        ]
        triggers = [
            stays(),
            pgtrigger.ReadOnly(
                name="qualification_paper_stays",
                fields=["consultant", "kind", "title", "issuer", "issued_on", "valid_until", "paper", "added_by"],
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def has_expired(self, day: date) -> bool:
        """Whether its last day is over."""
        return self.valid_until is not None and self.valid_until < day

    def counts_on(self, day: date) -> bool:
        """Whether it is confirmed, not taken back and not expired."""
        return self.verified_at is not None and self.withdrawn_at is None and not self.has_expired(day)
