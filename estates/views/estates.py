"""Estates and zones: the list, one estate, its plan as GeoJSON."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from estates import mapping, notices, selectors
from estates.filters import EstateFilter
from estates.models import Estate


@login_not_required
@require_safe
def estate_list(request: HttpRequest) -> HttpResponse:
    """All estates with filters, on a schematic map and as a list. 400 for filters that do not exist."""
    filters = EstateFilter(request.GET, queryset=Estate.objects.public(), request=request)
    found = filters.is_valid()
    cards = selectors.estate_cards(filters.qs) if found else []
    context = {
        "form": filters.form,
        "cards": cards,
        "collection": mapping.province_collection([card.estate for card in cards]),
        "looks": [(mapping.look_of(status), label) for status, label in Estate._meta.get_field("status").choices or ()],
    }
    return render(request, "estates/estate_list.html", context, status=200 if found else 400)


@login_not_required
@require_safe
def estate_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One estate: facts, services, site plan, plots by state, photos, tariff, open calls."""
    estate = selectors.public_estate(slug)
    plots = selectors.plots_on_plan(estate)
    counts = selectors.status_counts(estate)
    tariff, rates, terms = selectors.estate_tariff(estate, clock.today(), {plot.kind for plot in plots})
    context = {
        "estate": estate,
        "facts": selectors.estate_facts(estate),
        "utilities": estate.utilities.order_by("kind"),
        "photos": estate.photos.select_related("file__thumbnail"),
        "plots": plots,
        "counts": counts,
        "total": sum(row.count for row in counts),
        "has_plan": any(plot.geometry for plot in plots),
        "tariff": tariff,
        "rates": rates,
        "terms": terms,
        "notices": notices.notices_of([estate.pk], clock.now()).get(estate.pk, []),
    }
    return render(request, "estates/estate_detail.html", context)


@login_not_required
@require_safe
def estate_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The site plan of an estate with the state of each plot, as GeoJSON."""
    estate = selectors.public_estate(slug)
    collection = mapping.plan_collection(estate, selectors.plots_on_plan(estate))
    return JsonResponse(collection, content_type="application/geo+json", json_dumps_params={"ensure_ascii": False})
