"""From the frozen list to the booth in a firm's hands: evidence that nobody changes."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianTextField
from core.guards import written_once
from core.procedure.choices import DrawForm
from programs.exhibitions.choices import AwardStatus, RunStatus
from programs.exhibitions.models.exhibition import Booth, Exhibition
from programs.exhibitions.models.guards import booth_of_the_same_exhibition
from programs.exhibitions.models.request import BoothRequest
from programs.exhibitions.querysets import AwardQuerySet


@audited(exclude=["rules", "booths", "lines"])
class FrozenRequests(models.Model):
    """The requests of an exhibition as the bytes that are published and hashed before the draw; digests are hex."""

    exhibition = models.OneToOneField(
        Exhibition, on_delete=models.PROTECT, related_name="frozen", verbose_name=_("exhibition")
    )
    rules = models.TextField(_("rules"))
    booths = models.TextField(_("booths"))
    lines = models.TextField(_("frozen list"))
    frozen_sha256 = models.CharField(_("hash H over all three"), max_length=64)
    count = models.PositiveIntegerField(_("requests"))
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("frozen by")
    )
    frozen_at = models.DateTimeField(_("frozen at"))
    draw_at = models.DateTimeField(_("time of the draw"))

    class Meta:
        verbose_name = _("frozen list of requests")
        verbose_name_plural = _("frozen lists of requests")
        constraints = [
            models.CheckConstraint(name="booth_list_before_its_event", condition=Q(frozen_at__lt=F("draw_at")))
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return self.frozen_sha256


@audited()
class BoothDraw(models.Model):
    """The announced event's value: entered by one person, confirmed by another who typed it again."""

    frozen = models.OneToOneField(
        FrozenRequests, on_delete=models.PROTECT, related_name="draw", verbose_name=_("frozen list")
    )
    form = models.CharField(_("form of the value"), max_length=4, choices=DrawForm.choices)
    value_text = models.CharField(_("value as published"), max_length=4200)
    value_hex = models.CharField(_("value in hex"), max_length=8192)
    seed = models.CharField(_("seed"), max_length=64)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    class Meta:
        verbose_name = _("draw for booths")
        verbose_name_plural = _("draws for booths")
        constraints = [
            models.CheckConstraint(
                name="booth_draw_four_eyes",
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | (
                    Q(confirmed_by__isnull=False, confirmed_at__isnull=False, confirmed_at__gte=F("entered_at"))
                    & ~Q(confirmed_by=F("entered_by"))
                ),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="booth_draw_facts_stay",
                fields=["frozen", "form", "value_text", "value_hex", "seed", "entered_by", "entered_at"],
            ),
            pgtrigger.Protect(
                name="booth_draw_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Condition("OLD.confirmed_by_id IS NOT NULL"),
            ),
        ]

    def __str__(self) -> str:
        return self.value_text


@audited(exclude=["record", "verifier"])
class BoothRun(models.Model):
    """A computed result: proposed in the name of one person, approved by another. `record` is the published ZIP."""

    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.PROTECT, related_name="runs", verbose_name=_("exhibition")
    )
    draw = models.ForeignKey(BoothDraw, on_delete=models.PROTECT, related_name="runs", verbose_name=_("draw"))
    number = models.PositiveSmallIntegerField(_("number"))
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="next", verbose_name=_("run before")
    )
    status = models.CharField(
        _("status"), max_length=12, choices=RunStatus.choices, default=RunStatus.PROPOSED, editable=False
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    reason = PersianTextField(_("reason"), blank=True)
    manifest_sha256 = models.CharField(_("SHA-256 of the manifest"), max_length=64)
    record = models.BinaryField(_("bytes of the ZIP"))
    record_sha256 = models.CharField(_("SHA-256 of the ZIP"), max_length=64)
    verifier = models.TextField(_("text of the verifier"))
    verifier_sha256 = models.CharField(_("SHA-256 of the verifier"), max_length=64)
    verdict = models.TextField(_("what the verifier printed"))

    class Meta:
        verbose_name = _("allocation of booths")
        verbose_name_plural = _("allocations of booths")
        ordering = ["exhibition", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "number"], name="booth_run_number_once"),
            models.UniqueConstraint(
                fields=["exhibition"], name="booth_run_one_undecided_or_approved",
                condition=Q(status__in=[RunStatus.PROPOSED, RunStatus.APPROVED]),
            ),
            models.CheckConstraint(name="booth_run_status_known", condition=Q(status__in=RunStatus.values)),
            models.CheckConstraint(
                name="booth_run_not_self_approved",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
            ),
            models.CheckConstraint(
                name="booth_run_decision_of_state",
                condition=Q(status=RunStatus.PROPOSED, decided_by__isnull=True, decided_at__isnull=True)
                | Q(status=RunStatus.APPROVED, decided_by__isnull=False, decided_at__isnull=False)
                | (Q(status=RunStatus.REFUSED, decided_by__isnull=False, decided_at__isnull=False) & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="booth_run_follows_previous",
                condition=Q(number=1, previous__isnull=True) | Q(number__gt=1, previous__isnull=False),
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.ReadOnly(
                name="booth_run_facts_stay",
                fields=[
                    "exhibition", "draw", "number", "previous", "proposed_by", "proposed_at", "manifest_sha256", "record",
                    "record_sha256", "verifier", "verifier_sha256", "verdict",
                ],
            ),
            pgtrigger.Protect(name="booth_run_stays", operation=pgtrigger.Delete),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.exhibition_id}/{self.number}"


@audited()
class BoothAward(models.Model):
    """A booth held by a firm. `from_waiting_list`: it fell free after the approval and this firm was next in line."""

    booth = models.ForeignKey(Booth, on_delete=models.PROTECT, related_name="awards", verbose_name=_("booth"))
    request = models.ForeignKey(
        BoothRequest, on_delete=models.PROTECT, related_name="awards", verbose_name=_("request")
    )
    run = models.ForeignKey(BoothRun, on_delete=models.PROTECT, related_name="awards", verbose_name=_("allocation"))
    status = models.CharField(
        _("status"), max_length=10, choices=AwardStatus.choices, default=AwardStatus.LIVE, editable=False
    )
    from_waiting_list = models.BooleanField(_("from the waiting list"), default=False)
    awarded_at = models.DateTimeField(_("given at"))
    awarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("given by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True)

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("booth of a firm")
        verbose_name_plural = _("booths of firms")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["booth"], condition=Q(status=AwardStatus.LIVE), name="booth_award_one_live_per_booth"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(status=AwardStatus.LIVE), name="booth_award_one_live_per_request"
            ),
            models.CheckConstraint(
                name="booth_award_end_has_time",
                condition=Q(status=AwardStatus.LIVE, ended_at__isnull=True)
                | Q(status=AwardStatus.RELEASED, ended_at__isnull=False),
            ),
        ]
        triggers = [
            booth_of_the_same_exhibition(),
            pgtrigger.ReadOnly(name="booth_award_facts_stay", fields=["booth", "request", "run", "awarded_at"]),
            pgtrigger.Protect(name="booth_award_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.booth_id} → {self.request_id}"
