"""When it may be done: what state and dates of a course allow. Each raises a DomainError that says why."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from core.errors import Text, WrongState
from core.persian.calendar import start_of_day
from core.wording import moment_text
from training.choices import CourseStatus
from training.errors import CourseFixed, NotReady, RegistrationClosed
from training.models import Course, Registration, Session

BEFORE_THE_END = frozenset({CourseStatus.DRAFT, CourseStatus.PUBLISHED, CourseStatus.RUNNING})
UNDER_WAY = frozenset({CourseStatus.RUNNING, CourseStatus.FINISHED})


def refuse_unless_taking_registrations(course: Course, now: datetime) -> None:
    """Raises RegistrationClosed unless people may register at `now`."""
    phase = course.phase_at(now)
    opens, closes = course.registration_opens_at, course.registration_closes_at
    if phase is CourseStatus.CANCELLED:
        raise RegistrationClosed(_("The course was cancelled."), code="course_cancelled")
    if opens is None or closes is None or not course.is_public:
        raise RegistrationClosed(_("The course has not been announced."), code="course_not_announced")
    if now < opens:
        raise RegistrationClosed(
            _("Registration opens on %(moment)s. Come back then."),
            code="registration_not_open_yet",
            params={"moment": moment_text(opens)},
        )
    if phase is not CourseStatus.PUBLISHED:
        raise RegistrationClosed(_("The course has begun."), code="course_has_begun")
    if now >= closes:
        raise RegistrationClosed(
            _("Registration ended on %(moment)s."),
            code="registration_over",
            params={"moment": moment_text(closes)},
        )


def may_be_changed(course: Course, now: datetime) -> None:
    """Facts of a course can change until it is over."""
    if course.phase_at(now) not in BEFORE_THE_END:
        raise CourseFixed(_("The course is over or cancelled."), code="course_over")


def may_be_published(course: Course, now: datetime) -> None:
    """Announced is only what is complete and still ahead. Raises NotReady with everything that is missing."""
    missing: list[Text] = []
    if course.registration_opens_at is None or course.registration_closes_at is None:
        missing.append(_("Enter from when until when people can register."))
    elif course.registration_closes_at <= now:
        missing.append(_("The term of registration is over. Set a later one."))
    if now >= start_of_day(course.starts_on):
        missing.append(_("The first day has passed. Set a later one."))
    if not course.sessions.exists():
        missing.append(_("Enter at least one session."))
    if missing:
        raise NotReady(errors={"__all__": missing})


def has_begun(course: Course, now: datetime) -> None:
    """PUBLISHED becomes RUNNING on the first day, not before."""
    if course.phase_at(now) not in UNDER_WAY:
        raise WrongState(_("The course has not begun."), code="course_not_begun")


def has_ended(course: Course, now: datetime) -> None:
    """RUNNING becomes FINISHED after the last day, not before."""
    if course.phase_at(now) is not CourseStatus.FINISHED:
        raise WrongState(_("The course is not over."), code="course_not_over")


def sheet_may_be_taken(session: Session, now: datetime) -> None:
    """Attendance is noted from the beginning of the session until the results are settled."""
    if session.course.phase_at(now) not in UNDER_WAY:
        raise WrongState(
            _("Attendance is noted while the course runs, until its results are settled."), code="no_sheet"
        )
    if now < session.starts_at:
        raise WrongState(_("This session has not begun."), code="session_not_begun")


def results_may_be_entered(course: Course, now: datetime) -> None:
    """Marks are entered once the course has begun, until the results are settled."""
    if not course.has_exam:
        raise WrongState(_("This course has no examination."), code="no_examination")
    if course.phase_at(now) not in UNDER_WAY:
        raise WrongState(_("Marks are entered once the course runs, until its results are settled."), code="no_marks")


def may_leave(registration: Registration, now: datetime) -> None:
    """A seat or a place in the list is given up until the course is over."""
    if registration.course.phase_at(now) not in BEFORE_THE_END:
        raise WrongState(_("The course is over: its list is settled."), code="course_over")


def seats_are_given_out_at(course: Course, now: datetime) -> bool:
    """Whether a free seat goes to the next on the list: until the course begins, because who comes later misses sessions."""
    return course.phase_at(now) is CourseStatus.PUBLISHED
