"""Life of a course and of a registration."""

from __future__ import annotations

from core.transitions import Policy, Table, Transition, register, sources
from training import policies
from training.choices import CourseStatus as C
from training.choices import RegistrationStatus as R


def _course(
    name: str, origin: tuple[str, ...], target: str, who: str, event: str, policy: Policy | None = None
) -> Transition:
    permission = f"training.{who}" if who else ""
    return Transition(name, sources(*origin), target, permission, f"training.course.{event}", policy)


def _registration(
    name: str, origin: tuple[str, ...], target: str, who: str, event: str, policy: Policy | None = None
) -> Transition:
    permission = f"training.{who}" if who else ""
    return Transition(name, sources(*origin), target, permission, f"training.registration.{event}", policy)


COURSE = register(
    Table(
        name="training.course",
        states=tuple(C.values),
        initial=C.DRAFT,
        ends=sources(C.CLOSED, C.CANCELLED),
        transitions=(
            _course("publish", (C.DRAFT,), C.PUBLISHED, "publish_course", "published", policies.may_be_published),
            _course("begin", (C.PUBLISHED,), C.RUNNING, "", "began", policies.has_begun),
            _course("end", (C.RUNNING,), C.FINISHED, "", "ended", policies.has_ended),
            _course("close", (C.FINISHED,), C.CLOSED, "close_course", "closed"),
            _course("cancel", (C.DRAFT, C.PUBLISHED, C.RUNNING), C.CANCELLED, "cancel_course", "cancelled"),
        ),
    )
)

REGISTRATION = register(
    Table(
        name="training.registration",
        states=tuple(R.values),
        initial=R.WAITING,
        ends=sources(R.CANCELLED, R.COMPLETED, R.FAILED),
        transitions=(
            _registration("seat", (R.WAITING,), R.REGISTERED, "", "seated"),
            _registration(
                "cancel",
                (R.WAITING, R.REGISTERED),
                R.CANCELLED,
                "cancel_registration",
                "cancelled",
                policies.may_leave,
            ),
            # Nobody's decision: the course was cancelled, or began before a seat became free.
            _registration("lapse", (R.WAITING, R.REGISTERED), R.CANCELLED, "", "lapsed"),
            _registration("complete", (R.REGISTERED,), R.COMPLETED, "decide_registration", "completed"),
            _registration("fail", (R.REGISTERED,), R.FAILED, "decide_registration", "failed"),
        ),
    )
)
