"""Technology that members need, who can provide it, and how the two are brought together."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from programs.clusters.choices import NeedStatus, ProviderKind
from programs.clusters.models.member import ClusterMember


@audited()
class TechnologyProvider(models.Model):
    """Somebody who offers technology; serves all clusters."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=ProviderKind.choices)
    offers = models.TextField(_("what it offers"), blank=True)
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=15, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("technology provider")
        verbose_name_plural = _("technology providers")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="cluster_provider_kind_known", condition=Q(kind__in=ProviderKind.values))
        ]

    def __str__(self) -> str:
        return self.name


@audited()
class TechnologyNeed(models.Model):
    """What a member lacks: a machine, a process, knowledge."""

    member = models.ForeignKey(ClusterMember, on_delete=models.PROTECT, related_name="needs", verbose_name=_("member"))
    need = models.CharField(_("need"), max_length=160)
    description = models.TextField(_("description"), blank=True)
    status = models.CharField(_("state"), max_length=12, choices=NeedStatus.choices, default=NeedStatus.OPEN)
    opened_on = models.DateField(_("entered on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=300, blank=True)
    is_illustrative = models.BooleanField(_("illustrative data"), default=False)

    class Meta:
        verbose_name = _("technology need")
        verbose_name_plural = _("technology needs")
        ordering = ["-opened_on", "-id"]
        indexes = [models.Index(fields=["status"], name="cluster_need_by_status")]
        constraints = [
            models.UniqueConstraint(fields=["member", "need"], name="cluster_need_once"),
            models.CheckConstraint(name="cluster_need_status_known", condition=Q(status__in=NeedStatus.values)),
            models.CheckConstraint(
                name="cluster_need_closed_whole",
                condition=(Q(status__in=[NeedStatus.MET, NeedStatus.DROPPED], closed_on__isnull=False) & ~Q(outcome=""))
                | (~Q(status__in=[NeedStatus.MET, NeedStatus.DROPPED]) & Q(closed_on__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.need


@audited()
class NeedMatch(models.Model):
    """A provider proposed for a need."""

    need = models.ForeignKey(TechnologyNeed, on_delete=models.PROTECT, related_name="matches", verbose_name=_("need"))
    provider = models.ForeignKey(
        TechnologyProvider, on_delete=models.PROTECT, related_name="matches", verbose_name=_("provider")
    )
    proposed_on = models.DateField(_("proposed on"))
    reason = models.CharField(_("why this provider"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("provider for a need")
        verbose_name_plural = _("providers for needs")
        ordering = ["need", "proposed_on", "id"]
        constraints = [models.UniqueConstraint(fields=["need", "provider"], name="cluster_match_once")]

    def __str__(self) -> str:
        return f"{self.need} – {self.provider}"


@audited()
class NeedNote(models.Model):
    """One line of the follow-up of a need."""

    need = models.ForeignKey(TechnologyNeed, on_delete=models.PROTECT, related_name="notes", verbose_name=_("need"))
    match = models.ForeignKey(
        NeedMatch, on_delete=models.PROTECT, null=True, blank=True, related_name="notes", verbose_name=_("provider")
    )
    note = models.TextField(_("note"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("entered by"),
    )  # fmt: skip
    noted_at = models.DateTimeField(_("entered"))

    class Meta:
        verbose_name = _("note on a need")
        verbose_name_plural = _("notes on needs")
        ordering = ["need", "noted_at", "id"]
        constraints = [models.CheckConstraint(name="cluster_need_note_says_something", condition=~Q(note=""))]

    def __str__(self) -> str:
        return self.note[:60]
