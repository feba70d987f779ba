"""Scoring: declarations of interest, assignment, blind points of two scorers and a third, and the settled score.

A scorer never reads the other's points: his selectors do not hold them, and the score is settled without him.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations import computed, engine
from allocations.choices import ApplicationStatus, AssignmentStatus, CallMode, CriterionSource
from allocations.models import Application, Call, Criterion, CriterionResult, Score, ScorerAssignment
from allocations.models.scoring import LIVE_ASSIGNMENTS
from allocations.policies import REVIEWING
from allocations.services import assigning, conflicts, locking
from allocations.workflow import APPLICATION, ASSIGNMENT
from core.audit.services import record
from core.errors import InvalidInput, NotFound, PermissionRefused, WrongState
from core.transitions import apply


class NotScored(WrongState):
    """Points are missing."""

    default_message = _("Application %(application)s has not been scored by everybody yet.")
    default_code = "not_scored"


@transaction.atomic
def assign(*, call_id: int, by: Any, now: datetime) -> list[ScorerAssignment]:
    """Give every eligible application of the call to the scorers its open rounds need; returns the new assignments.

    Balanced and repeatable: whoever has least to do, then the smaller id. Applications whose points are all there already
    are settled. Does nothing for a call whose criteria are all computed (`compute`). Raises PermissionRefused, WrongState,
    NotEnoughScorers (then nobody was assigned).
    """
    call = locking.call(call_id)
    if not by.has_perm("allocations.assign_scorers", call):
        raise PermissionRefused(code="may_not_assign_scorers")
    _ask_phase(call, now)
    if not _judged(call):
        return []
    pool = assigning.Pool(call, now=now)
    made: list[ScorerAssignment] = []
    applications = locking.applications(call_id)
    # Reopened and accepted once more, its points all there: nobody else will hand in anything.
    settle_all(call, applications, now=now)
    for application in applications:
        if application.status == ApplicationStatus.ELIGIBLE:
            application.call = call
            made += assigning.fill(pool, application, _live(application), by=by, now=now)
    return made


@transaction.atomic
def score(
    *,
    assignment_id: int,
    points: Mapping[int, int],
    by: Any,
    now: datetime,
    notes: Mapping[int, str] | None = None,
) -> ScorerAssignment:
    """Hand in the points (hundredths, by criterion id) of one scorer for all judged criteria of one application.

    Final for the scorer. When everybody has handed in, the application is settled or, if the points lie further apart
    than the call's tolerance, given to a third scorer. Raises NotFound, PermissionRefused, WrongState (also without a
    declaration of interest), InvalidInput with `errors` by ``points_<criterion id>``.
    """
    assignment, application = _locked_assignment(assignment_id)
    if assignment.scorer_id != by.pk:
        raise NotFound(_("There is no such assignment."), code="no_assignment")
    _ask_phase(application.call, now)
    if application.status != ApplicationStatus.ELIGIBLE:
        raise WrongState(_("This application is not to be scored any more."), code="application_not_scorable")
    conflicts.ensure_declared(application, by)
    criteria = _judged(application.call)
    _check_points(criteria, points)
    rows = [
        Score(assignment=assignment, criterion=one, points=points[one.pk], note=(notes or {}).get(one.pk, ""), at=now)
        for one in criteria
    ]
    if assignment.status == AssignmentStatus.ASSIGNED:
        Score.objects.bulk_create(rows)
    assignment = apply(ASSIGNMENT, assignment, "hand_in", by=by, now=now, changes={"scored_at": now})
    _go_on(application, now=now)
    return assignment


@transaction.atomic
def compute(*, call_id: int, by: Any, now: datetime) -> int:
    """Settle every eligible application that needs no scorer or has all its points; returns how many were settled.

    In modes other than SCORED, and in calls whose criteria are all computed, this is the whole of the scoring.
    Raises PermissionRefused, WrongState.
    """
    call = locking.call(call_id)
    if not by.has_perm("allocations.assign_scorers", call):
        raise PermissionRefused(code="may_not_assign_scorers")
    _ask_phase(call, now)
    return settle_all(call, locking.applications(call_id), now=now)


def settle_all(call: Call, applications: Sequence[Application], *, now: datetime) -> int:
    """Settle those of these locked applications that are eligible and need no more points; returns how many."""
    criteria = list(call.criteria.order_by("pk"))
    judged = call.mode == CallMode.SCORED and any(one.source == CriterionSource.JUDGED for one in criteria)
    settled = 0
    for application in applications:
        application.call = call
        if application.status == ApplicationStatus.ELIGIBLE and (not judged or _is_complete(application)):
            _settle(application, criteria, now=now)
            settled += 1
    return settled


@transaction.atomic
def settle(*, application_id: int, now: datetime) -> Application:
    """Work out points and score of one application from everything handed in, and move it to SCORED.

    Raises NotScored while points are missing, WrongState when it is not ELIGIBLE.
    """
    application = locking.application(application_id)
    criteria = list(application.call.criteria.order_by("pk"))
    needs_people = application.call.mode == CallMode.SCORED and _judged(application.call)
    if needs_people and not _is_complete(application):
        raise NotScored(params={"application": application.tracking_code})
    return _settle(application, criteria, now=now)


@transaction.atomic
def reopen(*, application_id: int, reason: str, by: Any, now: datetime) -> Application:
    """Set a settled score aside with a reason (an objection was upheld, a mistake was found).

    Points handed in stay on record; new assignments are needed. Not possible once the list is frozen, until it is to be frozen again.
    Raises PermissionRefused, WrongState, InvalidInput.
    """
    if not reason.strip():
        raise InvalidInput(_("Say why the score is reopened."), field="reason")
    application = locking.application(application_id)
    reopened: Application = apply(
        APPLICATION, application, "reopen_score", by=by, now=now, reason=reason, changes={"score": None}
    )
    for assignment in _live(application):
        apply(ASSIGNMENT, assignment, "set_aside", by=by, now=now, reason=reason, changes={"ended_reason": reason})
    CriterionResult.objects.filter(application=application).delete()
    return reopened


def _locked_assignment(assignment_id: int) -> tuple[ScorerAssignment, Application]:
    found = ScorerAssignment.objects.filter(pk=assignment_id).values_list("application_id", flat=True).first()
    if found is None:
        raise NotFound(_("There is no such assignment."), code="no_assignment")
    application = locking.application(found)
    assignment = ScorerAssignment.objects.select_for_update(of=("self",)).get(pk=assignment_id)
    assignment.application = application
    return assignment, application


def _ask_phase(call: Call, now: datetime) -> None:
    if call.phase_at(now) not in REVIEWING:
        raise WrongState(_("Applications of this call cannot be scored now."), code="scoring_closed")


def _judged(call: Call) -> list[Criterion]:
    if call.mode != CallMode.SCORED:
        return []
    return list(call.criteria.filter(source=CriterionSource.JUDGED).order_by("pk"))


def _live(application: Application) -> list[ScorerAssignment]:
    rows = ScorerAssignment.objects.filter(application=application, status__in=LIVE_ASSIGNMENTS)
    return list(rows.order_by("round"))


def _check_points(criteria: list[Criterion], points: Mapping[int, int]) -> None:
    errors: dict[str, list[Any]] = {}
    for criterion in criteria:
        given = points.get(criterion.pk)
        if given is None or isinstance(given, bool) or not isinstance(given, int):
            errors[f"points_{criterion.pk}"] = [_("Give points for this criterion.")]
        elif not 0 <= given <= criterion.maximum:
            errors[f"points_{criterion.pk}"] = [_("The points lie outside what this criterion allows.")]
    if set(points) - {one.pk for one in criteria}:
        errors["points"] = [_("Points were given for a criterion that is not judged by scorers.")]
    if errors:
        raise InvalidInput(errors=errors, code="bad_points")


def _is_complete(application: Application) -> bool:
    """Whether every round was handed in and nobody else is needed."""
    live = _live(application)
    if len(live) < application.call.scorers_per_application or any(one.status != "SCORED" for one in live):
        return False
    return len(live) == assigning.THIRD or not _lie_apart(application, _given(application))


def _given(application: Application) -> dict[int, list[int]]:
    """Points by criterion id, in the order of the rounds."""
    rows = Score.objects.filter(
        assignment__application=application, assignment__status=AssignmentStatus.SCORED
    ).order_by("criterion_id", "assignment__round")
    given: dict[int, list[int]] = {}
    for criterion, points in rows.values_list("criterion_id", "points"):
        given.setdefault(criterion, []).append(points)
    return given


def _lie_apart(application: Application, given: Mapping[int, list[int]]) -> bool:
    tolerance = application.call.tolerance
    return any(len(two) == 2 and engine.needs_third(two[0], two[1], tolerance) for two in given.values())


def _go_on(application: Application, *, now: datetime) -> None:
    """After points were handed in: wait, ask a third scorer, or settle."""
    live = _live(application)
    if len(live) < application.call.scorers_per_application or any(one.status != "SCORED" for one in live):
        return
    if len(live) < assigning.THIRD and _lie_apart(application, _given(application)):
        pool = assigning.Pool(application.call, now=now)
        taken = [one.scorer_id for one in live]
        assigning.give(pool, application, assigning.THIRD, taken=taken, by=None, now=now)
        return
    _settle(application, list(application.call.criteria.order_by("pk")), now=now)


def _settle(application: Application, criteria: list[Criterion], *, now: datetime) -> Application:
    given = _given(application)
    points = {
        one.pk: computed.explained(one, application).points
        if one.source == CriterionSource.COMPUTED
        else engine.criterion_points(given[one.pk])
        if application.call.mode == CallMode.SCORED
        else 0
        for one in criteria
    }
    CriterionResult.objects.filter(application=application).delete()
    CriterionResult.objects.bulk_create(
        CriterionResult(application=application, criterion_id=pk, points=value, settled_at=now)
        for pk, value in points.items()
    )
    total = 0
    if application.call.mode == CallMode.SCORED:
        values = [engine.Criterion(one.code, one.weight, one.maximum) for one in criteria]
        total = engine.weighted_score(values, {one.code: points[one.pk] for one in criteria})
    settled: Application = apply(
        APPLICATION, application, "score", by=None, now=now, changes={"score": total}, data={"score": total}
    )
    record(
        action="allocations.application.settled", by=None, target=settled, now=now,
        data={one.code: points[one.pk] for one in criteria},
    )  # fmt: skip
    return settled
