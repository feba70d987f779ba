"""What every page of a case shares: who may see it, its tabs, and the look that is written down.

Treatment and reports use it for their pages too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from clinic.cases import permissions
from clinic.cases.choices import Standing
from clinic.cases.models import Case
from clinic.cases.services import looks
from clinic.cases.tabs import Shown, tabs_for
from core import clock
from core.errors import PermissionRefused

View = Callable[..., HttpResponse]
READS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class CasePage:
    """One case for one reader: as whom he stands before it, the tab this page belongs to, the tabs he is shown, and the
    specialties for which he is in the team."""

    case: Case
    standings: frozenset[Standing]
    current: str
    tabs: list[Shown]
    specialties: frozenset[str]

    def may(self, permission: str) -> bool:
        """Whether the reader has a permission of `clinic.cases.permissions.WHO`; the service asks again. No query."""
        return bool(self.standings & permissions.WHO[permission])

    @property
    def can_diagnose(self) -> bool:
        """Whether the reader writes the diagnosis now."""
        return self.may(permissions.DIAGNOSE) and self.case.is_under_diagnosis

    @property
    def is_lead(self) -> bool:
        """Whether the reader leads the case."""
        return Standing.LEAD in self.standings

    @property
    def is_unit(self) -> bool:
        """Whether the reader is one of the unit's people and nothing else here."""
        return self.standings == {Standing.UNIT}


def case_page(
    part: str, permission: str, *, may: Callable[[CasePage], bool] | None = None, counts_as_look: bool = True
) -> Callable[[View], View]:
    """A page of a case below `<number>`: the view gets a CasePage in its place.

    Who stands nowhere before the case learns nothing of it (404); who may not see this part is refused (403). `may` asks
    for more than `permission` says. An auditor only looks. Every look of staff is written before the page is made.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        @never_cache
        def answer(request: HttpRequest, number: str, *args: Any, **kwargs: Any) -> HttpResponse:
            page = find(request.user, number, part)
            if not page.may(permission) or (may is not None and not may(page)):
                raise PermissionRefused(code=permission)
            if request.method not in READS and page.standings == {Standing.AUDITOR}:
                raise PermissionRefused(code="auditor_changes_nothing")
            reads = request.method in READS
            if counts_as_look and reads:
                _note(request, page, part)
            shown = view(request, page, *args, **kwargs)
            # A form that comes back with its errors shows the page as well; after a redirect the next page is the look.
            if counts_as_look and not reads and not 300 <= shown.status_code < 400:
                _note(request, page, part)
            return shown

        return answer

    return decorate


def _note(request: HttpRequest, page: CasePage, part: str) -> None:
    looks.note(case=page.case, part=part, by=request.user, standings=page.standings, now=clock.now())


def find(user: Any, number: str, part: str) -> CasePage:
    """The case with this number for this reader. Raises Http404 for who stands nowhere before it."""
    found = Case.objects.select_related(
        "request__applicant__person",
        "request__applicant__legal_entity",
        "unit__trade",
        "unit__county",
        "unit__estate",
        "lead",
    )
    case = found.filter(number=number).first()
    if case is None:
        raise Http404
    specialties = permissions.specialties_of(user, case)
    held = permissions.standings(user, case, specialties)
    if not held:
        raise Http404
    return CasePage(case, held, part, tabs_for(held, case, part), specialties)
