"""A firm asks for a booth, changes its wish, takes it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from core import clock
from core.audit import record
from core.codes import new_opaque_id, with_new_code
from core.errors import InvalidInput, NotFound, WrongState
from core.transitions import apply
from core.wording import moment_text, number_text
from programs.exhibitions import policies, texts
from programs.exhibitions.choices import LIVE, MOST_CHOICES, RequestStatus, Status
from programs.exhibitions.errors import BoothTwice, NotABooth
from programs.exhibitions.models import Booth, BoothChoice, BoothRequest, Exhibition, RequestPoints
from programs.exhibitions.permissions import OWN, WRITE, require
from programs.exhibitions.selectors.firms import member_of
from programs.exhibitions.services import awards
from programs.exhibitions.services.writing import assign, locked_exhibition, named_refusals, tell
from programs.exhibitions.workflow import REQUEST

PREFIX = "EX"
FACTS = frozenset({"products", "participations", "readiness"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a service call got: the request, and whether it was made new."""

    request: BoothRequest
    is_new: bool


def submit(
    *, exhibition_id: int, applicant_id: int, booths: Sequence[str], values: Mapping[str, Any], declared: bool, by: Any,
    now: datetime,
) -> Asked:  # fmt: skip
    """Hand in a request, or change the one this firm has: `booths` are codes, the best liked first; `values` holds FACTS.

    In time is who comes in time by the database's clock. `declared`: the declaration was ticked. Raises PermissionRefused,
    NotFound, RequestsClosed, NotABooth, BoothTwice, InvalidInput, RequestedAlready.
    """
    applicant = Applicant.objects.select_related("person", "legal_entity").filter(pk=applicant_id).first()
    if applicant is None:
        raise NotFound()
    require(by, OWN, applicant)
    if not declared:
        raise InvalidInput(_("Confirm the declaration."), field="declared")
    with transaction.atomic():
        moment = clock.database_now()
        exhibition = locked_exhibition(exhibition_id, now=moment)
        policies.takes_requests(exhibition, moment)
        wanted = _booths(exhibition, booths)
        row = BoothRequest.objects.filter(exhibition=exhibition, applicant=applicant, status__in=LIVE).first()
        is_new = row is None
        row = row or BoothRequest(
            exhibition=exhibition, applicant=applicant, member=member_of(exhibition, applicant), made_by=by,
            submitted_at=moment, opaque_id=new_opaque_id(),
        )  # fmt: skip
        row.changed_at = max(moment, row.submitted_at)
        row = _store(row, values, is_new=is_new, moment=moment)
        row.choices.all().delete()
        BoothChoice.objects.bulk_create(
            BoothChoice(request=row, booth=booth, position=place) for place, booth in enumerate(wanted, start=1)
        )
        action = "exhibitions.request.submitted" if is_new else "exhibitions.request.changed"
        record(action=action, by=by, target=row, now=now, data={"booths": [booth.code for booth in wanted]})
        if is_new:
            closes = moment_text(exhibition.registration_closes_at)
            params = {"exhibition": exhibition.name, "code": row.code, "closes": closes}
            tell(texts.RECEIVED, row, params, key="received", now=now)
    return Asked(row, is_new)


def withdraw(*, request_id: int, by: Any, now: datetime) -> BoothRequest:
    """Take the request back while requests are taken; or give the booth back after the result, then the next in line gets it.

    Raises NotFound, PermissionRefused, RequestsClosed, WrongState.
    """
    exhibition_id = BoothRequest.objects.filter(pk=request_id).values_list("exhibition_id", flat=True).first()
    with transaction.atomic():
        moment = clock.database_now()
        exhibition = locked_exhibition(exhibition_id, now=moment)
        row = BoothRequest.objects.get(pk=request_id)
        row = apply(REQUEST, row, "withdraw", by=by, now=moment, changes={"withdrawn_at": moment})
        if exhibition.status == Status.APPROVED:
            awards.give_back(exhibition, row, now=moment)
    return row


def enter_points(*, exhibition_id: int, points: Mapping[tuple[int, int], int], by: Any, now: datetime) -> int:
    """Points of requests by (request id, criterion id), until the list is frozen; how many were written.

    Raises PermissionRefused, WrongState (not yet closed, or frozen), InvalidInput (beyond the most of a criterion).
    """
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id, now=now)
        require(by, WRITE, exhibition)
        if exhibition.status != Status.CLOSED:
            raise WrongState(_("Points are entered after the last moment for requests and before the list is frozen."))
        criteria = {one.pk: one for one in exhibition.criteria.all()}
        requests = set(exhibition.requests.filter(status=RequestStatus.SUBMITTED).values_list("pk", flat=True))
        for (request, criterion), value in points.items():
            if request not in requests or criterion not in criteria:
                raise NotFound()
            most = criteria[criterion].max_points
            if not 0 <= value <= most:
                text = _("Points of “%(criterion)s” go from 0 to %(most)s.")
                params = {"criterion": criteria[criterion].name, "most": number_text(most)}
                raise InvalidInput(text, field=f"points_{request}_{criterion}", params=params)
            RequestPoints.objects.update_or_create(
                request_id=request, criterion_id=criterion,
                defaults={"points": value, "entered_by": by, "entered_at": now},
            )  # fmt: skip
        record(action="exhibitions.points.entered", by=by, target=exhibition, now=now, data={"count": len(points)})
    return len(points)


def _store(row: BoothRequest, values: Mapping[str, Any], *, is_new: bool, moment: datetime) -> BoothRequest:
    if not is_new:
        assign(row, values, allowed=FACTS)
        row.save(update_fields=[*FACTS, "changed_at"])
        return row

    def make(code: str) -> BoothRequest:
        """Write the new request under this code, which nobody has yet."""
        row.code = code
        assign(row, values, allowed=FACTS)
        row.save(force_insert=True)
        return row

    with named_refusals():
        return with_new_code(make, at=moment, prefix=PREFIX)


def _booths(exhibition: Exhibition, codes: Sequence[str]) -> list[Booth]:
    if not codes:
        raise InvalidInput(_("Choose at least one booth."), field="booths", code="no_booth_chosen")
    if len(codes) > MOST_CHOICES:
        text = _("A list holds %(most)s booths at most.")
        raise InvalidInput(text, field="booths", params={"most": number_text(MOST_CHOICES)})
    known = {booth.code: booth for booth in exhibition.booths.all()}
    for place, code in enumerate(codes):
        if code not in known:
            raise NotABooth(field="booths", params={"booth": code})
        if code in codes[:place]:
            raise BoothTwice(field="booths", params={"booth": code})
    return [known[code] for code in codes]
