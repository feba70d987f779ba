"""What the work on a case has cost, for everybody who stands before it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.cases import permissions
from clinic.cases.cost_tab import CODE
from clinic.cases.pages import CasePage, case_page
from clinic.cases.selectors.costs import statement_of


@require_safe
@case_page(CODE, permissions.READ)
def costs(request: HttpRequest, page: CasePage) -> HttpResponse:
    """Talks, visits and parts of the diagnosis with their fees, and the sums of unit and clinic."""
    return render(request, "clinic/cases/costs.html", {"page": page, "statement": statement_of(page.case)})
