"""The call: what is offered to whom by which rules, and when."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import CallMode, CallStatus, LapseRule, LicenceKind
from allocations.models.triggers import call_is_locked, weights_make_a_hundred
from allocations.querysets import CallQuerySet
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField

BY_DATES = frozenset({CallStatus.PUBLISHED, CallStatus.OPEN, CallStatus.CLOSED})
"""States that the dates decide; the stored value may lag behind and nobody relies on it."""

_UNPUBLISHED = Q(status__in=[CallStatus.DRAFT, CallStatus.CANCELLED])


@audited(exclude=["rules_json", "terms_json"])
class Call(models.Model):
    """One call of one estate. From its publication the rules stand (a trigger keeps them) and are hashed.

    `rules_json` is the canonical `rules.json` of the allocation record, `terms_json` everything else that was announced
    (bands, papers, conditions, plots, dates); both with their SHA-256. `tolerance` is in hundredths of a point.
    """

    slug = models.SlugField(_("address"), max_length=60, unique=True, allow_unicode=False)
    title = PersianCharField(_("title"), max_length=160)
    estate = models.ForeignKey(
        "estates.Estate", on_delete=models.PROTECT, related_name="calls", verbose_name=_("estate")
    )
    mode = models.CharField(_("mode"), max_length=10, choices=CallMode, default=CallMode.SCORED)
    status = models.CharField(
        _("status"), max_length=12, choices=CallStatus, default=CallStatus.DRAFT, editable=False, db_index=True
    )
    intro = PersianTextField(_("introduction"), blank=True)

    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    corrections_until = models.DateTimeField(_("corrections until"), null=True, blank=True)
    draw_at = models.DateTimeField(_("draw"), null=True, blank=True)
    objections_until = models.DateTimeField(_("objections until"), null=True, blank=True)

    randomness_source = PersianCharField(_("source of the draw"), max_length=200, blank=True)
    randomness_event = PersianCharField(_("future event of the draw"), max_length=200, blank=True)
    randomness_fallback = PersianCharField(_("what is used when the event fails"), max_length=300, blank=True)
    scorers_per_application = models.PositiveSmallIntegerField(
        _("scorers per application"), default=2, validators=[MinValueValidator(2), MaxValueValidator(3)]
    )
    tolerance = models.PositiveIntegerField(_("tolerance between two scorers (hundredths)"), default=1000)

    accepted_licences = ArrayField(
        models.CharField(max_length=30, choices=LicenceKind),
        verbose_name=_("licences accepted"),
        default=list,
        blank=True,
    )
    minimum_age = models.PositiveSmallIntegerField(_("minimum age"), default=18)
    resident_county = models.ForeignKey(
        "estates.County",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only for people who live in"),
    )
    refuses_holders = models.BooleanField(_("not for people who already hold a unit"), default=True)
    lapse_rule = models.CharField(
        _("when a correction is not made in time"), max_length=12, choices=LapseRule, default=LapseRule.INELIGIBLE
    )

    rules_version = models.PositiveSmallIntegerField(_("version of the rules"), default=0, editable=False)
    rules_json = models.TextField(_("rules"), blank=True, editable=False)
    rules_sha256 = models.CharField(_("SHA-256 of the rules"), max_length=64, blank=True, editable=False)
    terms_json = models.TextField(_("terms"), blank=True, editable=False)
    terms_sha256 = models.CharField(_("SHA-256 of the terms"), max_length=64, blank=True, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    cancelled_reason = PersianTextField(_("why it was cancelled"), blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ["-opens_at", "-id"]
        constraints = [
            models.CheckConstraint(name="call_status_known", condition=Q(status__in=CallStatus.values)),
            models.CheckConstraint(name="call_mode_known", condition=Q(mode__in=CallMode.values)),
            models.CheckConstraint(name="call_opens_before_it_closes", condition=Q(opens_at__lt=F("closes_at"))),
            models.CheckConstraint(
                name="call_corrections_after_closing", condition=Q(closes_at__lt=F("corrections_until"))
            ),
            models.CheckConstraint(
                name="call_draw_after_corrections", condition=Q(corrections_until__lte=F("draw_at"))
            ),
            models.CheckConstraint(name="call_objections_after_draw", condition=Q(draw_at__lt=F("objections_until"))),
            models.CheckConstraint(
                name="call_published_is_complete",
                condition=_UNPUBLISHED
                | Q(
                    opens_at__isnull=False,
                    closes_at__isnull=False,
                    corrections_until__isnull=False,
                    draw_at__isnull=False,
                    objections_until__isnull=False,
                    published_at__isnull=False,
                    published_by__isnull=False,
                    rules_version__gte=1,
                    rules_sha256__regex=r"^[0-9a-f]{64}$",
                    terms_sha256__regex=r"^[0-9a-f]{64}$",
                ),
            ),
            models.CheckConstraint(
                name="call_published_before_it_closes",
                condition=Q(published_at__isnull=True) | Q(published_at__lt=F("closes_at")),
            ),
            models.CheckConstraint(
                name="call_draw_is_announced",
                condition=_UNPUBLISHED
                | (~Q(randomness_source="") & ~Q(randomness_event="") & ~Q(randomness_fallback="")),
            ),
            models.CheckConstraint(
                name="call_two_or_three_scorers", condition=Q(scorers_per_application__range=(2, 3))
            ),
            models.CheckConstraint(
                name="call_cancelled_with_reason", condition=~Q(status=CallStatus.CANCELLED) | ~Q(cancelled_reason="")
            ),
        ]
        triggers = [call_is_locked(), weights_make_a_hundred("id")]

    def __str__(self) -> str:
        return self.title

    def phase_at(self, now: datetime) -> CallStatus:
        """The state at the moment `now`: by the dates while they decide, the stored status otherwise.

        The term is half open: a request at `opens_at` is in time, one at `closes_at` is late.
        """
        status = CallStatus(self.status)
        if status not in BY_DATES or self.opens_at is None or self.closes_at is None:
            return status
        if now < self.opens_at:
            return CallStatus.PUBLISHED
        return CallStatus.OPEN if now < self.closes_at else CallStatus.CLOSED

    def is_open_at(self, now: datetime) -> bool:
        """Whether applications may be handed in at the moment `now`."""
        return self.phase_at(now) is CallStatus.OPEN

    @property
    def is_published(self) -> bool:
        """Whether the public may see the call (a cancelled one too, if it had been announced)."""
        return self.published_at is not None
