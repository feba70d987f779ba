"""The rules of a call that need rows of their own: plots, groups, trades, criteria, papers. Locked by publication."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from allocations.choices import CriterionSource
from allocations.models.call import Call
from allocations.models.triggers import rules_are_locked, weights_make_a_hundred
from core.audit import audited
from core.fields.models import PersianCharField

CODE = r"^[a-z][a-z0-9_]{0,29}$"
"""Codes of criteria, groups and papers: they stand in the published record."""

code_is_valid = RegexValidator(CODE, _("Use small Latin letters, digits and _, beginning with a letter."))


@audited()
class CallTrade(models.Model):
    """A trade whose people may apply."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="trades")
    trade = models.ForeignKey("estates.Trade", on_delete=models.PROTECT, related_name="+", verbose_name=_("trade"))

    class Meta:
        verbose_name = _("trade of the call")
        verbose_name_plural = _("trades of the call")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["call", "trade"], name="calltrade_once")]
        triggers = [rules_are_locked()]

    def __str__(self) -> str:
        return str(self.trade)


@audited()
class CallGroup(models.Model):
    """A group that has plots reserved for it."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="groups")
    code = models.CharField(_("code"), max_length=30, validators=[code_is_valid])
    name = PersianCharField(_("name"), max_length=100)
    help = PersianCharField(_("who belongs to it"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(_("place"), default=0)

    class Meta:
        verbose_name = _("group of the call")
        verbose_name_plural = _("groups of the call")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "code"], name="callgroup_code_once"),
            models.CheckConstraint(name="callgroup_code_shape", condition=Q(code__regex=CODE)),
        ]
        triggers = [rules_are_locked()]

    def __str__(self) -> str:
        return self.name


@audited()
class CallPlot(models.Model):
    """A plot that the call offers; `position` is its place in the published order, from 1."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="call_plots")
    plot = models.ForeignKey("estates.Plot", on_delete=models.PROTECT, related_name="+", verbose_name=_("plot"))
    reserved_for = models.ForeignKey(
        CallGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reserved_plots",
        verbose_name=_("reserved for"),
    )
    position = models.PositiveIntegerField(_("place"))

    class Meta:
        verbose_name = _("plot of the call")
        verbose_name_plural = _("plots of the call")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["call", "plot"], name="callplot_once"),
            models.UniqueConstraint(
                fields=["call", "position"], name="callplot_place_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="callplot_place_from_one", condition=Q(position__gte=1)),
        ]
        triggers = [rules_are_locked()]

    def __str__(self) -> str:
        return f"{self.position}"


@audited()
class Criterion(models.Model):
    """One criterion: `weight` in whole percent, `maximum` in hundredths of a point.

    `rule` of a computed criterion is data, checked and evaluated by `allocations.services.criteria_rules`.
    `tie_break_rank` 1 decides first among equal scores.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="criteria")
    code = models.CharField(_("code"), max_length=30, validators=[code_is_valid])
    name = PersianCharField(_("name"), max_length=120)
    help = PersianCharField(_("what is looked at"), max_length=400, blank=True)
    weight = models.PositiveSmallIntegerField(
        _("weight (percent)"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    maximum = models.PositiveIntegerField(_("highest points (hundredths)"), default=10_000)
    source = models.CharField(_("given by"), max_length=10, choices=CriterionSource, default=CriterionSource.JUDGED)
    rule = models.JSONField(_("rule"), default=dict, blank=True)
    tie_break_rank = models.PositiveSmallIntegerField(_("place in the tie break"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("place"), default=0)

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "code"], name="criterion_code_once"),
            models.UniqueConstraint(
                fields=["call", "tie_break_rank"],
                name="criterion_tie_break_once",
                condition=Q(tie_break_rank__isnull=False),
            ),
            models.CheckConstraint(name="criterion_code_shape", condition=Q(code__regex=CODE)),
            models.CheckConstraint(name="criterion_weight_in_percent", condition=Q(weight__range=(1, 100))),
            models.CheckConstraint(name="criterion_maximum_positive", condition=Q(maximum__range=(1, 1_000_000))),
            models.CheckConstraint(name="criterion_source_known", condition=Q(source__in=CriterionSource.values)),
            models.CheckConstraint(name="criterion_tie_break_from_one", condition=~Q(tie_break_rank=0)),
        ]
        triggers = [rules_are_locked(), weights_make_a_hundred("call_id")]

    def __str__(self) -> str:
        return self.name


@audited()
class PaperRequirement(models.Model):
    """A paper the call asks for; with `group`, only from those who claim that group.

    `kind` is a document kind of the vault (`accounts.choices.DocumentKind`), so that a paper kept there can be used.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="papers")
    code = models.CharField(_("code"), max_length=30, validators=[code_is_valid])
    kind = models.CharField(_("kind"), max_length=40)
    name = PersianCharField(_("name"), max_length=120)
    help = PersianCharField(_("what it must show"), max_length=400, blank=True)
    required = models.BooleanField(_("required"), default=True)
    group = models.ForeignKey(
        CallGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="papers", verbose_name=_("only for")
    )
    position = models.PositiveSmallIntegerField(_("place"), default=0)

    class Meta:
        verbose_name = _("required paper")
        verbose_name_plural = _("required papers")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "code"], name="paperrequirement_code_once"),
            models.CheckConstraint(name="paperrequirement_code_shape", condition=Q(code__regex=CODE)),
        ]
        triggers = [rules_are_locked()]

    def __str__(self) -> str:
        return self.name
