"""The demo world: the province as the sources describe it, and fictitious people who apply, decide and wait."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
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
)
from portal.demo.craftspeople import Craftsperson
from portal.demo.walk import Cast, Walk

Say = Callable[[str], None]

BEFORE_ALL_CALLS = timedelta(days=200)
PRE_REGISTRATIONS = 263
PARTS = (
    programmes,
    clusters,
    courses,
    exhibitions,
    demand,
    clinic_units,
    clinic_people,
    clinic_requests,
    clinic_cases,
    clinic_trust,  # after all cases: it rates the work on them
    past_figures,
    readings,
    roll_over,
    dashboards,
    reports,
)
"""What managers look at, in the order it is made: dashboards and the reports read what all others made."""
ESHRAGH_NUMBERS = range(301, 335)


def is_empty() -> bool:
    """True while no account exists: then nothing of anybody's can be mixed with the demo."""
    return not User.objects.exists()


def is_unfinished() -> bool:
    """True when a first load was interrupted: its people are there, its last word is not."""
    begun = User.objects.filter(national_code=demo_people.PEOPLE[0].national_code).exists()
    return begun and not Entry.objects.filter(action=LOADED).exists()


def load(*, now: datetime, say: Say, applicants: int = PRE_REGISTRATIONS) -> None:
    """Bring the whole demo world in; again: no change. `say` gets a line for each part; `applicants` apply at Zarifan."""
    with clock.shifted(-BEFORE_ALL_CALLS):
        # Roles hold from the day they are granted, and the oldest call was announced months ago.
        cast = people.load(now=clock.now())
    say(f"people: {sum(len(users) for users in cast.values())}, one for each role and more where two are needed")
    estates.load(now)
    say("land: counties, estates, zones, plots, utilities, tariffs")
    committee = cast[Role.COMMITTEE][0]
    anchor = _anchor(now)
    _eshragh(committee, anchor, cast, say)
    _zarifan(committee, anchor, applicants, say)
    calls.ensure(calls.HIDAJ, by=committee, anchor=anchor)
    calls.draft(by=committee, now=now)
    say("calls: Hidaj announced, Soltanieh in draft")
    for part in PARTS:
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


def _eshragh(committee: User, anchor: datetime, users: dict[str, list[User]], say: Say) -> None:
    call = calls.ensure(calls.ESHRAGH, by=committee, anchor=anchor)
    with clock.shifted(anchor + calls.ESHRAGH.closes * calls.DAY - clock.now()):
        applying.apply_all(call, ESHRAGH_NUMBERS, calls.plots_of(calls.ESHRAGH))
        for _line in Walk(call, the_cast(users)).steps():
            pass
    say(f"calls: Eshragh drawn by lot among {len(ESHRAGH_NUMBERS)} and final, with its record")


def _zarifan(committee: User, anchor: datetime, applicants: int, say: Say) -> None:
    call = calls.ensure(calls.ZARIFAN, by=committee, anchor=anchor)
    new = applying.apply_all(call, range(1, applicants + 1), calls.plots_of(calls.ZARIFAN))
    say(f"calls: Zarifan open, {applicants} applications ({new} new)")
    _begin_draft(call)


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
