"""Clusters, facts, products, and the programmes that work for them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.clusters import permissions
from programs.clusters.admin import import_page, readings_page
from programs.clusters.admin.base import Act, FoundByKey, ServiceAdmin, ServiceForm, WithReason, WrittenOnce
from programs.clusters.models import Cluster, ClusterFact, ClusterProduct, ClusterProgramme
from programs.clusters.services import clusters, links


class ClusterForm(ServiceForm):
    """A cluster."""

    class Meta:
        model = Cluster
        fields = [
            "slug", "name", "name_en", "county", "place", "trade", "summary", "source", "source_date", "is_public",
            "is_illustrative",
        ]  # fmt: skip

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Cluster:
        slug = values.pop("slug", None) or self.instance.slug
        return clusters.save_cluster(slug=slug, values=values, by=by, now=now)


@admin.register(Cluster)
class ClusterAdmin(FoundByKey, ServiceAdmin):
    """Clusters."""

    permission = permissions.SET_UP
    form = ClusterForm
    list_display = ("name", "county", "place", "is_public", "is_illustrative")
    list_filter = ("county", "is_public")
    list_select_related = ("county",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The address stays once the cluster is written."""
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]

    def get_urls(self) -> list[Any]:
        pages = [
            path("<int:pk>/import/", self.admin_site.admin_view(self.bring_in), name="clusters_cluster_import"),
            path("<int:pk>/readings/", self.admin_site.admin_view(self.readings), name="clusters_cluster_readings"),
            path("members-sheet.xlsx", self.admin_site.admin_view(import_page.empty), name="clusters_cluster_sheet"),
        ]
        return [*pages, *super().get_urls()]

    def bring_in(self, request: HttpRequest, pk: int) -> Any:
        """Members from a sheet."""
        return import_page.show(request, pk, self.admin_site.each_context(request))

    def readings(self, request: HttpRequest, pk: int) -> Any:
        """Figures of all members in one month."""
        return readings_page.show(request, pk, self.admin_site.each_context(request))

    def more_acts(self, request: HttpRequest, row: Any) -> list[dict[str, Any]]:
        if row is None:
            return []
        found = []
        if request.user.has_perm(permissions.WRITE):
            found += [
                {"label": _("Enter the month's figures"), "url": self.address_of("readings", row)},
                {"label": _("Bring members in from Excel"), "url": self.address_of("import", row)},
            ]
        if row.is_public:
            found.append({"label": _("Public page"), "url": reverse("clusters:detail", args=[row.slug])})
        return found


class FactForm(ServiceForm):
    """What a source says."""

    class Meta:
        model = ClusterFact
        fields = ["cluster", "key", "value", "as_of", "precision", "is_approximate", "source", "position"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ClusterFact:
        cluster = values.pop("cluster", None)
        if self.instance.pk is None:
            return clusters.add_fact(cluster_id=cluster.pk, by=by, now=now, **values)
        return clusters.change_fact(fact_id=self.instance.pk, values=values, by=by, now=now)


@admin.register(ClusterFact)
class ClusterFactAdmin(ServiceAdmin):
    """Facts."""

    form = FactForm
    list_display = ("cluster", "key", "value", "as_of", "source")
    list_filter = ("cluster", "key")
    list_select_related = ("cluster",)
    acts = (
        Act(
            name="remove",
            label=gettext_lazy("Take the fact back"),
            text=gettext_lazy("The fact disappears from the page; the record of changes keeps it."),
            run=lambda row, values, by, now: clusters.remove_fact(
                fact_id=row.pk, reason=values["reason"], by=by, now=now
            ),
            possible=lambda row: True,
            form=WithReason,
            is_danger=True,
        ),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A fact stays with its cluster."""
        return [*super().get_readonly_fields(request, obj), *(["cluster"] if obj else [])]


class ProductForm(ServiceForm):
    """A product."""

    class Meta:
        model = ClusterProduct
        fields = ["cluster", "name", "name_en", "hs_code", "position"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ClusterProduct:
        cluster = values.pop("cluster", None) or self.instance.cluster
        name = values.pop("name", None) or self.instance.name
        return clusters.save_product(cluster_id=cluster.pk, name=name, by=by, now=now, **values)


@admin.register(ClusterProduct)
class ClusterProductAdmin(ServiceAdmin):
    """Products; known by name."""

    permission = permissions.SET_UP
    form = ProductForm
    list_display = ("name", "cluster", "hs_code")
    list_filter = ("cluster",)
    list_select_related = ("cluster",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Exports are entered under the name."""
        return [*super().get_readonly_fields(request, obj), *(["cluster", "name"] if obj else [])]


class LinkForm(ServiceForm):
    """A programme for a cluster."""

    class Meta:
        model = ClusterProgramme
        fields = ["cluster", "programme"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ClusterProgramme:
        return links.link_programme(cluster_id=values["cluster"].pk, programme=values["programme"], by=by, now=now)


@admin.register(ClusterProgramme)
class ClusterProgrammeAdmin(WrittenOnce):
    """Programmes of clusters."""

    form = LinkForm
    list_display = ("cluster", "programme")
    list_filter = ("cluster",)
    list_select_related = ("cluster", "programme")
    acts = (
        Act(
            name="remove",
            label=gettext_lazy("Take the link back"),
            text=gettext_lazy("The programme is no longer shown with the cluster."),
            run=lambda row, values, by, now: links.unlink_programme(
                link_id=row.pk, reason=values["reason"], by=by, now=now
            ),
            possible=lambda row: True,
            form=WithReason,
            is_danger=True,
        ),
    )
