"""Why a unit stopped: the catalogue of causes, and the causal graph of one case."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import CauseRank, NodeKind
from clinic.cases.models.case import Case
from clinic.cases.models.case_guards import causes_never_circle
from clinic.choices import Dimension
from core.audit import audited
from core.fields.language import active_language
from core.fields.models import PersianCharField


@audited()
class Cause(models.Model):
    """One cause of the catalogue; cases refer to it, so that causes can be counted over time and trade."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = PersianCharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    dimension = models.CharField(_("dimension"), max_length=30, choices=Dimension.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("cause")
        verbose_name_plural = _("causes")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(name="cause_has_name", condition=~Q(name="")),
            models.CheckConstraint(name="cause_dimension_known", condition=Q(dimension__in=Dimension.values)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the language of the page."""
        return self.name_en if self.name_en and active_language() == "en" else self.name


@audited()
class CauseNode(models.Model):
    """One box of the graph of a case: a cause of the catalogue or an own text, as symptom, cause or root.

    `rank` says how much a root counts: one is primary, others contribute.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="cause_nodes", verbose_name=_("case"))
    kind = models.CharField(_("kind"), max_length=8, choices=NodeKind.choices)
    cause = models.ForeignKey(
        Cause, on_delete=models.PROTECT, null=True, blank=True, related_name="nodes", verbose_name=_("cause")
    )
    text = PersianCharField(_("own text"), max_length=160, blank=True)
    dimension = models.CharField(_("dimension"), max_length=30, choices=Dimension.choices)
    rank = models.CharField(_("rank"), max_length=12, choices=CauseRank.choices, blank=True)
    evidence = PersianCharField(_("evidence"), max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("node of a cause tree")
        verbose_name_plural = _("nodes of cause trees")
        ordering = ["case", "id"]
        constraints = [
            models.CheckConstraint(name="cause_node_kind_known", condition=Q(kind__in=NodeKind.values)),
            models.CheckConstraint(name="cause_node_dimension_known", condition=Q(dimension__in=Dimension.values)),
            models.CheckConstraint(name="cause_node_rank_known", condition=Q(rank="") | Q(rank__in=CauseRank.values)),
            models.CheckConstraint(
                name="cause_node_is_catalogue_or_own",
                condition=Q(cause__isnull=False, text="") | (Q(cause__isnull=True) & ~Q(text="")),
            ),
            models.CheckConstraint(
                name="cause_node_ranks_roots",
                condition=(Q(kind=NodeKind.ROOT) & ~Q(rank="")) | (~Q(kind=NodeKind.ROOT) & Q(rank="")),
            ),
            models.UniqueConstraint(
                fields=["case", "cause"], name="cause_node_cause_once", condition=Q(cause__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["case"], name="cause_node_one_primary", condition=Q(rank=CauseRank.PRIMARY)
            ),
        ]

    def __str__(self) -> str:
        return self.text or f"{self.case_id}/{self.cause_id}"

    @property
    def label(self) -> str:
        """What stands in the box. Needs `cause` selected with the row."""
        return self.text or (self.cause.display_name if self.cause else "")

    @property
    def is_primary(self) -> bool:
        """Whether it is the primary root cause."""
        return self.rank == CauseRank.PRIMARY


@audited()
class CauseEdge(models.Model):
    """One arrow of the graph: `cause` brings about `effect`. The graph has no circle: nothing is its own cause."""

    effect = models.ForeignKey(CauseNode, on_delete=models.PROTECT, related_name="causes", verbose_name=_("effect"))
    cause = models.ForeignKey(CauseNode, on_delete=models.PROTECT, related_name="effects", verbose_name=_("cause"))

    class Meta:
        verbose_name = _("arrow of a cause tree")
        verbose_name_plural = _("arrows of cause trees")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["effect", "cause"], name="cause_edge_once"),
            models.CheckConstraint(name="cause_edge_no_loop", condition=~Q(effect=F("cause"))),
        ]
        triggers = [causes_never_circle()]

    def __str__(self) -> str:
        return f"{self.effect_id} ← {self.cause_id}"
