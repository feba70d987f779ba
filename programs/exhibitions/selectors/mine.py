"""A firm's own request, with the explanation of its result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404

from accounts.permissions import acts_for
from allocations import engine
from core.errors import DomainError
from programs.exhibitions import policies, wording
from programs.exhibitions.choices import LIVE, RequestStatus, Status
from programs.exhibitions.models import Booth, BoothRequest


@dataclass(frozen=True, slots=True)
class Line:
    """One booth of the list and, after the result, what became of it."""

    place: int
    booth: Booth
    sentence: str = ""
    queue: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """The page of a request."""

    request: BoothRequest
    phase: Status
    lines: list[Line]
    draw_number: int | None
    booth: Booth | None
    may_change: bool
    may_withdraw: bool


def own_request(code: str, user: Any, now: datetime) -> Own:
    """The request with this code, for those who act for its firm. Http404 for everybody else. 6 queries at most."""
    related = ("exhibition", "applicant__person", "applicant__legal_entity", "member")
    row = BoothRequest.objects.select_related(*related).filter(code=code).first()
    if row is None or not acts_for(user, row.applicant):
        raise Http404
    booths = [choice.booth for choice in row.choices.select_related("booth").order_by("position")]
    phase = row.exhibition.phase_at(now)
    number, explained = _explained(row)
    award = row.awards.filter(status="LIVE").select_related("booth").first()
    return Own(
        request=row,
        phase=phase,
        lines=[Line(place, booth, *explained.get(booth.code, ("", ""))) for place, booth in enumerate(booths, start=1)],
        draw_number=number,
        booth=award.booth if award else None,
        may_change=row.status == RequestStatus.SUBMITTED and phase == Status.REGISTRATION,
        may_withdraw=row.status in LIVE and _may_withdraw(row, now),
    )


def _may_withdraw(row: BoothRequest, now: datetime) -> bool:
    try:
        policies.may_withdraw(row, now)
    except DomainError:
        return False
    return True


def _explained(row: BoothRequest) -> tuple[int | None, dict[str, tuple[str, str]]]:
    """Draw number, and by booth code the sentence and the place in the waiting list, from the published record."""
    if not policies.has_result(row.exhibition):
        return None, {}
    run = row.exhibition.runs.filter(status="APPROVED").first()
    if run is None:
        return None, {}
    outcome = engine.parse(bytes(run.record))
    if row.opaque_id not in {one.application for one in outcome.applications}:
        return None, {}
    names = dict(row.exhibition.criteria.values_list("code", "name"))
    found = engine.explain(outcome, row.opaque_id)
    said = {one.plot: (wording.choice_sentence(one, names), wording.queue_sentence(one)) for one in found.choices}
    return found.draw_number, said
