"""How a course goes for each participant, by the announced rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, QuerySet

from training.choices import SEATED
from training.models import Attendance, Certificate, Course, ExamResult, Registration
from training.outcomes import Outcome, outcome


@dataclass(frozen=True, slots=True)
class Line:
    """One participant: registration (with person and account), attendance by session, the marks that count, the outcome."""

    registration: Registration
    states: dict[int, str]
    results: list[ExamResult]
    outcome: Outcome
    certificate: Certificate | None


def lines(course: Course) -> list[Line]:
    """Everybody who has a seat, in the order of registration. 5 queries."""
    rows = course.registrations.filter(status__in=SEATED).select_related("person__user").order_by("pk")
    return lines_of(rows, {course.pk: course})


def lines_of(rows: QuerySet[Registration] | list[Registration], courses: dict[int, Course]) -> list[Line]:
    """The same for any registrations of these courses. 4 queries, and one for the rows."""
    found = list(rows)
    keys = [row.pk for row in found]
    states: dict[int, dict[int, str]] = defaultdict(dict)
    for registration, session, state in Attendance.objects.filter(registration__in=keys).values_list(
        "registration_id", "session_id", "state"
    ):
        states[registration][session] = state
    results: dict[int, list[ExamResult]] = defaultdict(list)
    for result in ExamResult.objects.filter(registration__in=keys, superseded=False).order_by("attempt"):
        results[result.registration_id].append(result)
    certificates = {one.registration_id: one for one in Certificate.objects.filter(registration__in=keys)}
    sessions = session_counts(courses)
    return [
        Line(
            registration=row,
            states=states[row.pk],
            results=results[row.pk],
            outcome=outcome(
                states[row.pk].values(),
                sessions=sessions.get(row.course_id, 0),
                minimum_attendance=courses[row.course_id].minimum_attendance,
                scores=[result.score for result in results[row.pk]],
                pass_mark=courses[row.course_id].exam_pass_mark,
            ),
            certificate=certificates.get(row.pk),
        )
        for row in found
    ]


def session_counts(course_ids: Iterable[int]) -> dict[int, int]:
    """Number of sessions by course. 1 query."""
    found = Course.objects.filter(pk__in=list(course_ids)).annotate(number=Count("sessions"))
    return dict(found.values_list("pk", "number"))


def hours_of(course: Course) -> Decimal:
    """Length of all sessions in hours, to one place. 1 query."""
    seconds = sum((one.ends_at - one.starts_at).total_seconds() for one in course.sessions.all())
    return (Decimal(int(seconds)) / 3600).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
