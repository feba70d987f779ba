"""The frozen list, the draw over it, and the order for another draw."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import DrawForm
from core.audit import audited
from core.fields.models import PersianTextField
from core.guards import filled_once, written_once


@audited(exclude=["rules", "plots", "lines"])
class FrozenList(models.Model):
    """The eligible applications of a call at one moment, as the bytes that are published and hashed.

    `rules`, `plots` and `lines` are the texts of rules.json, plots.jsonl and applications.jsonl (UTF-8); their digests
    and `frozen_sha256`, the `H` of docs/allocation.md, are hex. The digests stand in the audit events in place of the texts.
    `event`, `source` and `draw_at` are the announced event of this list: its value may not be entered earlier.
    """

    call = models.ForeignKey(
        "allocations.Call", on_delete=models.PROTECT, related_name="frozen_lists", verbose_name=_("call")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    rules = models.TextField(_("rules"))
    plots = models.TextField(_("plots"))
    lines = models.TextField(_("frozen list"), blank=True)
    rules_sha256 = models.CharField(_("SHA-256 of the rules"), max_length=64)
    plots_sha256 = models.CharField(_("SHA-256 of the plots"), max_length=64)
    list_sha256 = models.CharField(_("SHA-256 of the list"), max_length=64)
    frozen_sha256 = models.CharField(_("hash H over all three"), max_length=64)
    applications_count = models.PositiveIntegerField(_("applications"))
    source = models.CharField(_("source of the random value"), max_length=1000)
    event = models.CharField(_("announced event"), max_length=1000)
    draw_at = models.DateTimeField(_("time of the draw"))
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("frozen by")
    )
    frozen_at = models.DateTimeField(_("frozen at"))
    reason = PersianTextField(_("reason"), blank=True)
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="next", verbose_name=_("list before")
    )
    difference = models.JSONField(_("difference from the list before"), default=dict)

    class Meta:
        verbose_name = _("frozen list")
        verbose_name_plural = _("frozen lists")
        ordering = ["call_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="frozen_list_number_once"),
            models.CheckConstraint(
                condition=Q(number=1, previous__isnull=True) | Q(number__gt=1, previous__isnull=False),
                name="frozen_list_follows_previous",
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="frozen_list_again_needs_reason"),
            models.CheckConstraint(condition=Q(frozen_at__lt=F("draw_at")), name="frozen_list_before_its_event"),
        ]
        triggers = [written_once()]

    def __str__(self) -> str:
        return f"{self.call_id}/{self.number}"

    @property
    def files(self) -> dict[str, bytes]:
        """The three published files by name."""
        return {
            "rules.json": self.rules.encode(),
            "plots.jsonl": self.plots.encode(),
            "applications.jsonl": self.lines.encode(),
        }


DRAW_FACTS = [
    "frozen_list",
    "event",
    "form",
    "value_text",
    "value_hex",
    "seed",
    "not_before",
    "entered_by",
    "entered_at",
]


@audited()
class Draw(models.Model):
    """The one draw of a frozen list: entered by one person, confirmed by another who typed the value again.

    `value_text` is the value as published, `value_hex` its bytes, `seed` what allocation.md §4 makes of it (hex).
    """

    frozen_list = models.OneToOneField(
        FrozenList, on_delete=models.PROTECT, related_name="draw", verbose_name=_("frozen list")
    )
    event = models.CharField(_("event"), max_length=1000)
    form = models.CharField(_("form of the value"), max_length=4, choices=DrawForm)
    value_text = models.CharField(_("value as published"), max_length=4200)
    value_hex = models.CharField(_("value in hex"), max_length=8192)
    seed = models.CharField(_("seed"), max_length=64)
    not_before = models.DateTimeField(_("not before"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    class Meta:
        verbose_name = _("draw")
        verbose_name_plural = _("draws")
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("entered_by")), name="draw_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False, confirmed_at__gte=F("entered_at")),
                name="draw_confirmed_by_and_at",
            ),
            models.CheckConstraint(condition=Q(entered_at__gte=F("not_before")), name="draw_not_before_event"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="draw_facts_stay", fields=DRAW_FACTS),
            pgtrigger.Protect(
                name="draw_confirmation_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__confirmed_by__isnull=False),
            ),
            pgtrigger.Protect(
                name="draw_stays", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__confirmed_by__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.frozen_list_id}"

    @property
    def is_confirmed(self) -> bool:
        """Whether the second person has typed the same value."""
        return self.confirmed_by_id is not None


@audited()
class RedrawOrder(models.Model):
    """That a list is to be drawn again: by a new event that has not happened, with a reason and two people."""

    frozen_list = models.ForeignKey(
        FrozenList, on_delete=models.PROTECT, related_name="redraw_orders", verbose_name=_("frozen list")
    )
    source = models.CharField(_("source of the random value"), max_length=1000)
    event = models.CharField(_("announced event"), max_length=1000)
    draw_at = models.DateTimeField(_("time of the draw"))
    reason = PersianTextField(_("reason"))
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("confirmed by")
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)
    dropped_at = models.DateTimeField(_("dropped at"), null=True)

    class Meta:
        verbose_name = _("order to draw again")
        verbose_name_plural = _("orders to draw again")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["frozen_list"], condition=Q(dropped_at__isnull=True), name="redraw_one_open_per_list"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")), name="redraw_four_eyes"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False, dropped_at__isnull=True),
                name="redraw_confirmed_by_and_at",
            ),
            models.CheckConstraint(condition=Q(draw_at__gt=F("proposed_at")), name="redraw_event_in_future"),
            models.CheckConstraint(condition=~Q(reason=""), name="redraw_needs_reason"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="redraw_facts_stay",
                fields=["frozen_list", "source", "event", "draw_at", "reason", "proposed_by", "proposed_at"],
            ),
            filled_once("confirmed_by_id", "confirmed_at", "dropped_at", name="redraw_decision_stays"),
            pgtrigger.Protect(name="redraw_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.frozen_list_id}"
