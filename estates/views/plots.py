"""Plots: the finder, one plot, plots side by side."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core import clock
from core.errors import DomainError
from core.web import keyset
from core.web.lists import page_url
from estates import mapping, notices, selectors
from estates.choices import PlotStatus, UtilityKind
from estates.filters import DEFAULT_PLOT_ORDER, PLOT_ORDERS, PlotFilter, asked, other_states
from estates.models import Estate, Plot
from estates.plans.properties import CODE

PAGE_SIZE = 20
COUNTED = 1000
"""Results are counted up to here; beyond it the page says "more than"."""
MOST_COMPARED = 4


class BadComparison(DomainError):
    """Not two to four different plots."""

    status = 400
    default_message = _("Choose two to four plots to compare.")
    default_code = "bad_comparison"


@login_not_required
@require_safe
def plot_list(request: HttpRequest) -> HttpResponse:
    """The plot finder. 400, with the typed values kept, for filters that do not exist and cursors that were changed."""
    query = asked(request.GET)
    filters = PlotFilter(query, queryset=Plot.objects.public(), request=request)
    if not filters.is_valid():
        return render(request, "estates/plot_list.html", {"form": filters.form}, status=400)
    chosen = filters.form.cleaned_data
    order = keyset.chosen(PLOT_ORDERS, chosen.get("order") or "", DEFAULT_PLOT_ORDER)
    page = keyset.page(
        selectors.plots_for_list(filters.qs), order=order, cursor=query.get("cursor", ""), size=PAGE_SIZE
    )
    count = filters.qs.order_by()[: COUNTED + 1].count()
    estate: Estate | None = chosen.get("estate")
    other_query, leads_to_all = other_states(query)
    context = {
        "form": filters.form,
        "plots": page.rows,
        "previous_url": page_url(query, page.previous_cursor),
        "next_url": page_url(query, page.next_cursor),
        "count": min(count, COUNTED),
        "many": count > COUNTED,
        "statuses": [status for status in PlotStatus if any(plot.status == status for plot in page.rows)],
        "other_query": other_query,
        "leads_to_all": leads_to_all,
        "estate": estate,
        "collection": mapping.plan_collection(estate, page.rows) if estate and estate.geometry else None,
    }
    return render(request, "estates/plot_list.html", context)


@login_not_required
@require_safe
def plot_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One plot: what it is, where it lies, what it costs, what held it."""
    plot = selectors.public_plot(code)
    context = {
        "plot": plot,
        "status": PlotStatus(plot.status),  # type: ignore[attr-defined]
        "price": selectors.prices([plot], clock.today()).get(plot.pk),
        "history": selectors.hold_history(plot),
        "notices": notices.notices_of([plot.estate_id], clock.now()).get(plot.estate_id, []),
        "plan_url": reverse("estates:plan", args=[plot.estate.slug]) if plot.geometry else "",
    }
    return render(request, "estates/plot_detail.html", context)


@login_not_required
@require_safe
def plot_compare(request: HttpRequest) -> HttpResponse:
    """Two to four plots side by side."""
    codes = list(dict.fromkeys(request.GET.getlist("plot")))
    if set(request.GET) - {"plot"} or not 2 <= len(codes) <= MOST_COMPARED or not all(map(_is_code, codes)):
        raise BadComparison()
    plots = selectors.public_plots(codes)
    prices = selectors.prices(plots, clock.today())
    columns = [(plot, PlotStatus(plot.status), prices.get(plot.pk)) for plot in plots]  # type: ignore[attr-defined]
    return render(request, "estates/plot_compare.html", {"columns": columns, "services": _services_of_any(plots)})


def _is_code(text: str) -> bool:
    return CODE.fullmatch(text) is not None


def _services_of_any(plots: list[Plot]) -> list[UtilityKind]:
    present = {kind for plot in plots for kind in plot.utilities}
    return [kind for kind in UtilityKind if kind in present]
