"""What everybody may see of the clusters: facts with their sources, and no figure of a single firm."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.web.csv import csv_response
from programs.clusters import selectors
from programs.clusters.choices import FEWEST_FIRMS
from programs.clusters.models import Cluster
from programs.clusters.selectors.project import present_phase


@login_not_required
@require_safe
def cluster_list(request: HttpRequest) -> HttpResponse:
    """All clusters with where they stand."""
    cards = selectors.cards(Cluster.objects.public(), clock.today())
    # Of some clusters the sources give little more than the name: they stand in a list below.
    worked = [card for card in cards if card.members or card.phase or card.cluster.summary]
    context = {"cards": worked, "others": [card for card in cards if card not in worked]}
    return render(request, "clusters/cluster_list.html", context)


@login_not_required
@require_safe
def cluster_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One cluster: facts, phases, value chain, relations, brands, exports, events, courses, effects."""
    today = clock.today()
    cluster = selectors.find(slug, public=True)
    steps = selectors.phases(cluster, today)
    network = selectors.public_network(cluster)
    exports = selectors.public_exports(cluster)
    context = {
        "cluster": cluster,
        "overview": selectors.overview(cluster, today),
        "steps": steps,
        "has_phases": any(step.run for step in steps),
        "phase": present_phase(steps),
        "facts": selectors.facts(cluster),
        "products": selectors.products(cluster),
        "marks": selectors.trademarks(cluster, today),
        "chain": selectors.value_chain(cluster, today, public=True),
        "network": network,
        "network_chart": network.as_chart(),
        "exports": exports,
        "exports_chart": _exports_chart(exports),
        "effects": [row for row in selectors.before_after(cluster) if row.members >= FEWEST_FIRMS],
        "surveys": [row for row in selectors.satisfaction(cluster) if row.mean is not None],
        "gatherings": selectors.gatherings(cluster, public=True),
        "courses": selectors.courses(cluster, public=True),
        "programmes": selectors.programmes(cluster, public=True),
    }
    return render(request, "clusters/cluster_detail.html", context)


@login_not_required
@require_safe
def cluster_exports(request: HttpRequest, slug: str) -> HttpResponse:
    """The public figures of the exports as CSV."""
    cluster = selectors.find(slug, public=True)
    found = selectors.public_exports(cluster)
    parts = ((_("year"), found.by_year), (_("country"), found.by_country), (_("product"), found.by_product))
    header = (_("taken apart by"), "", _("value (US dollars)"), _("weight (kg)"), _("firms"))
    rows = [(kind, line.label, line.value_usd, line.weight_kg, line.firms) for kind, lines in parts for line in lines]
    return csv_response(f"exports-{cluster.slug}.csv", header, rows)


def _exports_chart(exports: selectors.Exports) -> dict[str, Any]:
    lines = list(reversed(exports.by_year))
    return {
        "type": "bar",
        "categories": [line.label for line in lines],
        "series": [{"name": _("value (US dollars)"), "values": [float(line.value_usd) for line in lines]}],
        "unit": _("dollars"),
    }
