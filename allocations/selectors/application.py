"""One application by its tracking code, with the rows that several rooms show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accounts.selectors import acts_for
from allocations.errors import NoSuchApplication
from allocations.models import Application, Choice, Paper, PaperRequirement
from core.persian.errors import IdentifierError
from core.persian.tracking import parse_tracking_code

_RELATED = (
    "call__estate__county",
    "call__resident_county",
    "applicant__person",
    "applicant__legal_entity",
    "trade",
)


@dataclass(frozen=True)
class PaperRow:
    """A paper that is asked for, the one in force if any, and whether it is needed."""

    requirement: PaperRequirement
    paper: Paper | None


def application_of(track: str, user: Any) -> Application:
    """The application with this tracking code (any spelling). Raises NoSuchApplication, for somebody else's too."""
    try:
        code = parse_tracking_code(track)
    except IdentifierError:
        raise NoSuchApplication() from None
    try:
        application = Application.objects.select_related(*_RELATED).get(tracking_code=code)
    except Application.DoesNotExist:
        raise NoSuchApplication() from None
    if not acts_for(user, application.applicant):
        raise NoSuchApplication()
    return application


def paper_rows(application: Application) -> list[PaperRow]:
    """Papers asked of this application, in the call's order, with those in force. 3 queries."""
    claimed = set(application.group_claims.values_list("group_id", flat=True))
    there = {
        paper.requirement_id: paper
        for paper in application.papers.filter(replaced_at__isnull=True).select_related("file__thumbnail", "document")
    }
    wanted = application.call.papers.select_related("group")
    return [PaperRow(row, there.get(row.pk)) for row in wanted if row.group_id is None or row.group_id in claimed]


def choice_rows(application: Application) -> list[Choice]:
    """The plots in the applicant's order. 1 query."""
    return list(application.choices.select_related("call_plot__plot", "call_plot__reserved_for").order_by("position"))
