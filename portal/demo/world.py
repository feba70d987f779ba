"""The demo world: the province as the sources describe it, and fictitious people who apply, decide and wait."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from accounts.choices import Role
from accounts.models import Applicant, User
from accounts.services import demo as demo_people
from accounts.services import people as people_service
from allocations.models import Call
from allocations.services import applications
from core import clock
from core.audit import services as audit
from core.audit.models import Entry
from core.jobs import services as jobs
from portal.demo import (
    LOADED,
    applying,
    calls,
    clinic_cases,
    clinic_people,
    clinic_requests,
    clinic_trust,
    clinic_units,
    clusters,
    courses,
    dashboards,
    demand,
    estates,
    exhibitions,
    past_figures,
    people,
    programmes,
    readings,
    reports,
    roll_over,
    side_by_side,
)
from portal.demo.craftspeople import Craftsperson
from portal.demo.side_by_side import Say
from portal.demo.walk import Cast, Walk

BEFORE_ALL_CALLS = timedelta(days=200)
PRE_REGISTRATIONS = 263
OF_PROGRAMMES = (programmes, clusters, courses, exhibitions, demand, readings, roll_over)
OF_THE_CLINIC = (
    clinic_units,
    clinic_people,
    clinic_requests,
    clinic_cases,
    clinic_trust,  # after all cases: it rates the work on them
)
OF_ALL = (past_figures, dashboards, reports)
"""Read what all others made."""
AT_ESHRAGH = 34
FIRST_AT_ESHRAGH = 301


def is_empty() -> bool:
    """True while no account exists: then nothing of anybody's can be mixed with the demo."""
    return not User.objects.exists()


def is_unfinished() -> bool:
    """True when a first load was interrupted: its people are there, its last word is not."""
    begun = User.objects.filter(national_code=demo_people.PEOPLE[0].national_code).exists()
    return begun and not Entry.objects.filter(action=LOADED).exists()


def load(
    *, now: datetime, say: Say, applicants: int = PRE_REGISTRATIONS, at_eshragh: int = AT_ESHRAGH, processes: int = 1
) -> None:
    """Bring the whole demo world in; again: no change. `say` gets a line for each part; `applicants` apply at Zarifan,
    `at_eshragh` applied for the 20 workshops there.

    `processes` share the work. More than one must be asked for: all that went before must be committed, and `say` is
    called in any of them.
    """
    with clock.shifted(-BEFORE_ALL_CALLS):
        # Roles hold from the day they are granted, and the oldest call was announced months ago.
        cast = people.load(now=clock.now())
    say(f"people: {sum(len(users) for users in cast.values())}, one for each role and more where two are needed")
    estates.load(now)
    say("land: counties, estates, zones, plots, utilities, tariffs")
    _calls(now, cast, (applicants, at_eshragh), say, processes)
    side_by_side.run(
        [partial(part, now, cast) for part in (_load_clinic, _load_programmes)], say=say, processes=processes
    )
    for part in OF_ALL:
        part.load(now=now, cast=cast, say=say)
    jobs.drain(kinds=("outbox.send",))
    if is_unfinished():
        audit.record(action=LOADED, by=None, target=cast[Role.APPLICANT][0], now=now)


def the_cast(users: dict[str, list[User]]) -> Cast:
    """The demo people who walk a call."""
    return Cast(
        officer=users[Role.OFFICER][0],
        scorers=tuple(users[Role.SCORER]),
        proposer=users[Role.COMMITTEE][0],
        approver=users[Role.COMMITTEE][1],
    )


def _anchor(now: datetime) -> datetime:
    """The day the dates of the calls are counted from: that of the first load, so that a second one changes nothing."""
    known = Call.objects.filter(slug=calls.ZARIFAN.slug).values_list("published_at", flat=True).first()
    return known - calls.ZARIFAN.announced * calls.DAY if known else now


def _load_clinic(now: datetime, cast: dict[str, list[User]], say: Say) -> None:
    for part in OF_THE_CLINIC:
        part.load(now=now, cast=cast, say=say)


def _load_programmes(now: datetime, cast: dict[str, list[User]], say: Say) -> None:
    for part in OF_PROGRAMMES:
        part.load(now=now, cast=cast, say=say)


def _calls(now: datetime, cast: dict[str, list[User]], counts: tuple[int, int], say: Say, processes: int) -> None:
    """The calls in each state; half of the work of the whole world. `counts`: who apply at Zarifan and at Eshragh."""
    applicants, at_eshragh = counts
    committee, anchor = cast[Role.COMMITTEE][0], _anchor(now)
    past = calls.ensure(calls.ESHRAGH, by=committee, anchor=anchor)
    call = calls.ensure(calls.ZARIFAN, by=committee, anchor=anchor)
    turns, plots = applying.turns(call, range(1, applicants + 1)), calls.plots_of(calls.ZARIFAN)
    shares = [turns[first :: 2 * processes] for first in range(2 * processes)]
    side_by_side.run(
        [
            partial(_eshragh, past, anchor, the_cast(cast), at_eshragh),
            *(partial(_zarifan, call, plots, share) for share in shares),
        ],
        say=say,
        processes=processes,
    )
    say(f"calls: Zarifan open, {applicants} applications ({len(turns)} new)")
    _begin_draft(call)
    calls.ensure(calls.HIDAJ, by=committee, anchor=anchor)
    calls.draft(by=committee, now=now)
    say("calls: Hidaj announced, Soltanieh in draft")


def _eshragh(call: Call, anchor: datetime, cast: Cast, applicants: int, say: Say) -> None:
    numbers = range(FIRST_AT_ESHRAGH, FIRST_AT_ESHRAGH + applicants)
    with clock.shifted(anchor + calls.ESHRAGH.closes * calls.DAY - clock.now()):
        applying.apply_all(call, calls.plots_of(calls.ESHRAGH), applying.turns(call, numbers))
        for _line in Walk(call, cast).steps():
            pass
    say(f"calls: Eshragh drawn by lot among {applicants} and final, with its record")


def _zarifan(call: Call, plots: list[str], turns: list[applying.Turn], say: Say) -> None:
    applying.apply_all(call, plots, turns)


def _begin_draft(call: Call) -> None:
    """The applicant of the sign-in page has begun: a person who tries the portal goes on from there."""
    person = demo_people.PEOPLE[0]
    user = User.objects.get(national_code=person.national_code)
    now = clock.now()
    details = Craftsperson(400)
    people_service.save_person(
        person_id=user.person.pk,
        data={
            "father_name": "نمونه", "birth_date": date(1978, 5, 12), "gender": "M", "county": "zanjan", "city": "زنجان",
            "address": "بازار چاقوسازان، پلاک ۱۲", "postal_code": "4513711111",
        },
        by=user, now=now,
    )  # fmt: skip
    applicant = Applicant.objects.get(person__user=user)
    application = applications.start(call_id=call.pk, applicant_id=applicant.pk, by=user, now=now)
    if application.status == "DRAFT" and not application.saved_steps:
        common: dict[str, Any] = {"application_id": application.pk, "by": user, "now": now}
        applications.save_step(step="identity", data={}, **common)
        applications.save_step(step="craft", data=details.craft(clock.today()), **common)
