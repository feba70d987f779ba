"""Who scores which application: by load, then by id. Nothing here is left to chance, so it can be worked out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.selectors import users_with_role
from allocations.choices import AssignmentStatus
from allocations.models import Application, Call, ConflictDeclaration, ScorerAssignment
from allocations.models.scoring import LIVE_ASSIGNMENTS
from core.audit.services import record
from core.errors import WrongState

THIRD = 3


class NotEnoughScorers(WrongState):
    """There is nobody left who may score this application."""

    default_message = _("There are not enough scorers without a conflict of interest for application %(application)s.")
    default_code = "not_enough_scorers"


class Pool:
    """The scorers of one call with what they have to do, read once for many assignments."""

    def __init__(self, call: Call, *, now: datetime) -> None:
        self.call = call
        scorers = users_with_role(Role.SCORER, call.estate.slug, now)
        self._scorers = list(scorers.order_by("pk").values_list("pk", flat=True))
        declared = ConflictDeclaration.objects.filter(call=call, has_conflict=True)
        pairs = list(declared.values_list("application_id", "scorer_id"))
        self._barred = {scorer for application, scorer in pairs if application is None}
        self._conflicts = {pair for pair in pairs if pair[0] is not None}
        live = ScorerAssignment.objects.filter(application__call=call, status__in=LIVE_ASSIGNMENTS)
        self._load = Counter(live.values_list("scorer_id", flat=True))

    def choose(self, application: Application, *, taken: Iterable[int]) -> int:
        """Id of the scorer with the least to do who may score this application; raises NotEnoughScorers."""
        barred = {*taken, *self._barred, *people_of(application), *_deciders(application)}
        free = [one for one in self._scorers if one not in barred and (application.pk, one) not in self._conflicts]
        if not free:
            raise NotEnoughScorers(params={"application": application.tracking_code})
        chosen = min(free, key=lambda one: (self._load[one], one))
        self._load[chosen] += 1
        return chosen


def fill(
    pool: Pool, application: Application, live: Sequence[ScorerAssignment], *, by: Any | None, now: datetime
) -> list[ScorerAssignment]:
    """Give the rounds that are open to scorers; `live` are the application's assignments so far."""
    rounds = {one.round for one in live}
    taken = {one.scorer_id for one in live}
    made = []
    for number in range(1, pool.call.scorers_per_application + 1):
        if number not in rounds:
            made.append(give(pool, application, number, taken=taken, by=by, now=now))
            taken.add(made[-1].scorer_id)
    return made


def give(
    pool: Pool, application: Application, number: int, *, taken: Iterable[int], by: Any | None, now: datetime
) -> ScorerAssignment:
    """Give one round of one application to a scorer who is not in `taken`."""
    earlier = ScorerAssignment.objects.filter(application=application, status=AssignmentStatus.RELEASED)
    given_back = set(earlier.values_list("scorer_id", flat=True))
    scorer = pool.choose(application, taken={*taken, *given_back})
    row = ScorerAssignment.objects.create(
        application=application, scorer_id=scorer, round=number, assigned_at=now, assigned_by=by
    )
    record(
        action="allocations.assignment.made", by=by, target=row, now=now, after=row.status,
        data={"application": application.opaque_id, "round": number, "scorer": scorer},
    )  # fmt: skip
    return row


def people_of(application: Application) -> set[int]:
    """Accounts of the applicant himself: the person, or whoever signs for the entity, and who began the application."""
    applicant = application.applicant
    people: set[int | None] = {application.started_by_id}
    if applicant.person is not None:
        people.add(applicant.person.user_id)
    if applicant.legal_entity is not None:
        people |= set(applicant.legal_entity.signatories.values_list("person__user_id", flat=True))
    return {one for one in people if one is not None}


def _deciders(application: Application) -> set[int]:
    """Officers who decided about this application's eligibility do not score it."""
    return {one for one in application.decisions.values_list("by_id", flat=True) if one is not None}
