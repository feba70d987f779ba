"""How a unit scored when its diagnosis was finished."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.models.case import Case
from clinic.choices import Dimension
from core.audit import audited

HIGHEST = Decimal(5)


@audited()
class CaseScore(models.Model):
    """One dimension of a finished diagnosis, 0 (worst) to 5 (best): kept, so that units can be compared in one query.

    `share` says how much of the dimension was answered (0 to 1). A diagnosis that is opened again loses its scores.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="scores", verbose_name=_("case"))
    dimension = models.CharField(_("dimension"), max_length=30, choices=Dimension.choices)
    score = models.DecimalField(_("score"), max_digits=3, decimal_places=2)
    share = models.DecimalField(_("share answered"), max_digits=3, decimal_places=2)

    class Meta:
        verbose_name = _("score of a dimension")
        verbose_name_plural = _("scores of dimensions")
        ordering = ["case", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "dimension"], name="case_score_once"),
            models.CheckConstraint(name="case_score_dimension_known", condition=Q(dimension__in=Dimension.values)),
            models.CheckConstraint(name="case_score_0_to_5", condition=Q(score__gte=0, score__lte=HIGHEST)),
            models.CheckConstraint(name="case_score_share_0_to_1", condition=Q(share__gte=0, share__lte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.dimension}"
