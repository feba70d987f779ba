"""What consultants of the demo think of each other's work: ratings by units and colleagues, conferences, a review.

Read off the cases that other parts made; all of it is made up. A later load leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from accounts.models import User
from accounts.selectors import users_of
from clinic.cases.models import Case
from clinic.consultants.casework import book
from clinic.consultants.choices import CRITERIA
from clinic.consultants.models import CaseConference, Consultant, Rating
from clinic.consultants.services import conferences, ratings, reviews
from core.persian.calendar import tehran_date

DATA: Final = Path(__file__).parent / "data" / "clinic_trust.json"
DAY: Final = timedelta(days=1)
POINTS: Final = ((5, 4, 5, 4), (4, 4, 4, 5), (5, 5, 4, 5), (3, 4, 4, 3), (4, 3, 5, 4), (5, 5, 5, 5), (4, 2, 3, 4))


def load(*, now: datetime, cast: Mapping[str, Sequence[User]], say: Callable[[str], None]) -> None:
    """Bring ratings, conferences and a review in; again: no change."""
    if Rating.objects.exists() or CaseConference.objects.exists():
        say("clinic: ratings and conferences are there already")
        return
    data = json.loads(DATA.read_text(encoding="utf-8"))
    people = {row.pk: row for row in Consultant.objects.select_related("user")}
    with transaction.atomic():
        given = _rate_all(people, data["comments"], now)
        held = _confer(people, data["conferences"], now)
    say(f"clinic: {given} ratings, {held} conferences of consultants")


def _rate_all(people: Mapping[int, Consultant], comments: Sequence[str], now: datetime) -> int:
    """Units rate the teams of their closed cases, colleagues each other's work on cases that were diagnosed."""
    given = 0
    cases = Case.objects.filter(diagnosed_at__isnull=False).select_related("unit__owner").order_by("pk")
    for case in cases:
        team = book().team_of(case.number)
        members = sorted(team.ever) if team is not None else []
        at = case.closed_at or now
        owners = users_of(case.unit.owner) if case.unit.owner is not None and case.closed_at is not None else []
        for key in members:
            common: dict[str, Any] = {"consultant_id": key, "case_number": case.number, "now": at}
            if owners:
                values = _values(given) | {"comment": comments[given % len(comments)]}
                ratings.rate_by_unit(values=values, by=owners[0], **common)
                given += 1
            # Of a larger team the next one says it.
            peer = members[(members.index(key) + 1) % len(members)]
            if peer != key:
                ratings.rate_by_peer(values=_values(given), by=people[peer].user, **common)
                given += 1
    return given


def _values(number: int) -> dict[str, Any]:
    return dict(zip(CRITERIA, POINTS[number % len(POINTS)], strict=True))


def _confer(people: Mapping[int, Consultant], plans: Sequence[Any], now: datetime) -> int:
    """One conference that ended with its conclusion, one to come; a review of a report that is being written."""
    live = list(
        Case.objects.live().filter(members__isnull=False).select_related("lead").distinct().order_by("pk")[: len(plans)]
    )
    for case, plan in zip(live, plans, strict=False):
        subject, question, days, notes, conclusion = plan
        team = book().team_of(case.number)
        members = team.now if team is not None else frozenset()
        free = [key for key, row in sorted(people.items()) if row.is_active and _may_be_asked(row, case)]
        guests = [key for key in free if key not in members][:3]
        row = conferences.call(
            case_number=case.number, subject=subject, question=question, held_at=now + days * DAY,
            consultant_ids=[*(key for key in free if key in members), *guests], by=case.lead, now=now + min(days - 6, 0) * DAY,
            place="اتاق گفت‌وگوی کلینیک",
        )  # fmt: skip
        for guest, text in zip(guests, notes, strict=False):
            conferences.note(conference_id=row.pk, text=text, by=people[guest].user, now=now + days * DAY)
        if conclusion:
            conferences.close(conference_id=row.pk, conclusion=conclusion, by=case.lead, now=now + days * DAY)
    _ask_review(live, now)
    return len(live)


def _may_be_asked(consultant: Consultant, case: Case) -> bool:
    return bool(book().open_to(consultant.user, [case.number]))


def _ask_review(live: Sequence[Case], now: datetime) -> None:
    for case in live:
        team = book().team_of(case.number)
        if team is not None and team.now:
            reviews.ask(
                case_number=case.number, report_version=1, consultant_id=min(team.now),
                due_on=tehran_date(now) + 7 * DAY, by=case.lead, now=now,
            )  # fmt: skip
            return
