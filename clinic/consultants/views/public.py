"""Consultants for everybody."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.consultants.choices import CRITERIA
from clinic.consultants.filters import BY_NAME, ConsultantFilter
from clinic.consultants.matching import FEWEST_RATINGS
from clinic.consultants.models import Rating
from clinic.consultants.selectors import fees as fee_selectors
from clinic.consultants.selectors import public
from core import clock
from core.web.lists import answer_list


@login_not_required
@require_safe
def consultant_list(request: HttpRequest) -> HttpResponse:
    """Who can be asked, with filters. 400, with what was typed, for filters that do not exist."""
    filters = ConsultantFilter(request.GET, queryset=public.listed(), request=request)
    return answer_list(
        request,
        "clinic/consultants/list.html",
        filters,
        order=BY_NAME,
        prepare=public.with_all,
        shown_as=public.cards,
        context={"fewest": FEWEST_RATINGS},
    )


@login_not_required
@require_safe
def consultant_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One consultant with his track record."""
    card = public.card_of(pk)
    criteria = [
        (Rating._meta.get_field(name).verbose_name, card.standing.by_criterion[name])  # type: ignore[union-attr]
        for name in CRITERIA
        if name in card.standing.by_criterion
    ]
    context = {"card": card, "criteria": criteria, "fewest": FEWEST_RATINGS}
    return render(request, "clinic/consultants/detail.html", context)


@login_not_required
@require_safe
def fees(request: HttpRequest) -> HttpResponse:
    """What an hour, a visit and a part of a report cost today, and what the unit bears of it."""
    prices = fee_selectors.price_list(clock.today())
    illustrative = any(line.rule.is_illustrative for _basis, lines in prices for line in lines)
    return render(request, "clinic/consultants/fees.html", {"prices": prices, "illustrative": illustrative})
