"""What a consultant sees of himself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from clinic.consultants.casework import book
from clinic.consultants.choices import ReviewStatus, Weekday
from clinic.consultants.conference_access import read_by
from clinic.consultants.models import (
    Absence,
    Availability,
    CaseConference,
    ConductCode,
    ConductSignature,
    ConflictOfInterest,
    Consultant,
    PeerReview,
    Qualification,
)
from clinic.consultants.selectors.ratings import NOBODY, Standing, standings
from core.persian.calendar import tehran_date

SOON = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper with how it stands: "waiting", "valid", "ends_soon" or "expired"."""

    paper: Qualification
    state: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the week with its hours."""

    label: str
    hours: tuple[Availability, ...]


@dataclass(frozen=True, slots=True)
class Conduct:
    """The code in force (None: there is none) and when he signed it (None: not yet)."""

    code: ConductCode | None
    signed_at: datetime | None

    @property
    def must_sign(self) -> bool:
        """Whether a signature is missing."""
        return self.code is not None and self.signed_at is None


@dataclass(frozen=True, slots=True)
class Own:
    """Everything on a consultant's own page."""

    consultant: Consultant
    conduct: Conduct
    papers: tuple[PaperRow, ...]
    conflicts: tuple[ConflictOfInterest, ...]
    week: tuple[DayRow, ...]
    absences: tuple[Absence, ...]
    conferences: tuple[CaseConference, ...]
    reviews: tuple[PeerReview, ...]
    open_cases: int
    done_cases: int
    standing: Standing


def consultant_of(user: Any) -> Consultant | None:
    """The consultant behind an account. 1 query."""
    rows = Consultant.objects.filter(user_id=user.pk).select_related("user", "county").prefetch_related("specialties")
    found: Consultant | None = rows.first()
    return found


def conduct_of(consultant: Consultant) -> Conduct:
    """Whether the code in force is signed. 2 queries."""
    code = ConductCode.objects.order_by("-number").first()
    if code is None:
        return Conduct(None, None)
    signed = ConductSignature.objects.filter(consultant=consultant, code=code)
    return Conduct(code, signed.values_list("signed_at", flat=True).first())


def week_of(consultant: Consultant) -> tuple[DayRow, ...]:
    """The hours of every day of the week that has some. 1 query."""
    rows: dict[int, list[Availability]] = {}
    for one in consultant.availability.order_by("weekday", "starts_at"):
        rows.setdefault(one.weekday, []).append(one)
    return tuple(DayRow(str(Weekday(day).label), tuple(hours)) for day, hours in rows.items())


def absences_of(consultant: Consultant, day: date) -> tuple[Absence, ...]:
    """Absences that are not over. 1 query."""
    return tuple(consultant.absences.filter(ends_on__gte=day).order_by("starts_on"))


def own(consultant: Consultant, now: datetime) -> Own:
    """The whole page. 9 queries beside those of the book of cases."""
    today = tehran_date(now)
    papers = consultant.qualifications.in_use().select_related("paper").order_by("-issued_on", "pk")
    conferences = read_by(consultant.user).filter(members__consultant=consultant, closed_at__isnull=True)
    works_on = book().reach(consultant.user).worked_on
    return Own(
        consultant=consultant,
        conduct=conduct_of(consultant),
        papers=tuple(PaperRow(paper, _state(paper, today)) for paper in papers),
        conflicts=tuple(
            ConflictOfInterest.objects.holding_on(today).filter(consultant=consultant).select_related("unit")
        ),
        week=week_of(consultant),
        absences=absences_of(consultant, today),
        conferences=tuple(conferences.order_by("held_at")),
        reviews=tuple(
            consultant.reviews.filter(status=ReviewStatus.ASKED, case_number__in=works_on).order_by("due_on")
        ),
        open_cases=book().open_cases().get(consultant.pk, 0),
        done_cases=book().finished_cases().get(consultant.pk, 0),
        standing=standings([consultant.pk]).get(consultant.pk, NOBODY),
    )


def _state(paper: Qualification, today: date) -> str:
    if paper.has_expired(today):
        return "expired"
    if paper.verified_at is None:
        return "waiting"
    return "ends_soon" if paper.valid_until is not None and paper.valid_until <= today + SOON else "valid"
