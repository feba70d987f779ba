"""What a cluster has to do with programmes. Courses name their owner themselves (`training.Course.owner_kind`)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from programs.clusters.models.cluster import Cluster
from programs.models import Programme


@audited()
class ClusterProgramme(models.Model):
    """A programme that works for a cluster."""

    cluster = models.ForeignKey(
        Cluster, on_delete=models.PROTECT, related_name="programme_links", verbose_name=_("cluster")
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="cluster_links", verbose_name=_("programme")
    )

    class Meta:
        verbose_name = _("programme of a cluster")
        verbose_name_plural = _("programmes of clusters")
        ordering = ["cluster", "programme"]
        constraints = [models.UniqueConstraint(fields=["cluster", "programme"], name="cluster_programme_once")]

    def __str__(self) -> str:
        return f"{self.cluster} – {self.programme}"
