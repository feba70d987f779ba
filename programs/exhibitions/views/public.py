"""Exhibitions for everybody."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core import clock
from core.web import keyset
from programs.exhibitions.choices import Status
from programs.exhibitions.models import Exhibition
from programs.exhibitions.permissions import READ
from programs.exhibitions.selectors import pages
from programs.exhibitions.selectors.firms import requests_of
from programs.exhibitions.selectors.summaries import summary

PAGE_SIZE = 20
ORDER = keyset.Order("newest", "", "starts_on", descending=True)


@login_not_required
@require_safe
def exhibition_list(request: HttpRequest) -> HttpResponse:
    """Exhibitions, the newest first."""
    now = clock.now()
    rows = pages.with_counts(Exhibition.objects.public())
    page = keyset.page(rows, order=ORDER, cursor=request.GET.get("cursor", ""), size=PAGE_SIZE)
    may_see_desk = request.user.is_authenticated and request.user.has_perm(READ)
    drafts = Exhibition.objects.filter(status=Status.DRAFT).order_by("starts_on") if may_see_desk else ()
    context = {
        "cards": [pages.card(row, now) for row in page.rows],
        "drafts": list(drafts),
        "may_see_desk": may_see_desk,
        "previous_url": f"?cursor={page.previous_cursor}" if page.previous_cursor else "",
        "next_url": f"?cursor={page.next_cursor}" if page.next_cursor else "",
    }
    return render(request, "exhibitions/list.html", context)


@login_not_required
@require_safe
def exhibition_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """When, where, which booths; after the approval who got which, by opaque code."""
    row = pages.public_exhibition(slug)
    booths = list(row.booths.all())
    held = pages.holders(row)
    signed_in = request.user.is_authenticated
    context = {
        "card": pages.card(row, clock.now()),
        "booths": [pages.cell(booth, held) for booth in booths],
        "hall": pages.hall(booths, held),
        "criteria": list(row.criteria.all()),
        "run": pages.approved_run(row) if held else None,
        "summary": summary(row, public=True) if row.status == Status.REPORTED else None,
        "mine": requests_of(request.user, row) if signed_in else [],
        "may_see_desk": signed_in and request.user.has_perm(READ),
    }
    return render(request, "exhibitions/detail.html", context)
