"""What the services share: locks in one order (course, then its registrations), values of a row, refusals of constraints."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core import writing
from core.errors import DomainError, InvalidInput, NotFound
from training.errors import RegisteredAlready, RoomTaken, SeatsTaken, TeacherTaken
from training.models import Course

_REFUSALS: dict[str, type[DomainError]] = {
    "session_room_is_free": RoomTaken,
    "session_teacher_is_free": TeacherTaken,
    "registration_one_live_per_person": RegisteredAlready,
    "more seats of this course are taken": SeatsTaken,
}


def locked_course(course_id: int) -> Course:
    """The course, locked: everything about its seats, sessions and results goes one after the other. NotFound."""
    course = Course.objects.select_for_update(of=("self",)).filter(pk=course_id).first()
    if course is None:
        raise NotFound()
    return course


def assign(row: models.Model, values: Mapping[str, Any], *, allowed: frozenset[str]) -> list[str]:
    """Give `row` these values and check it whole; the names that changed. TypeError for a name that is not `allowed`."""
    changed = writing.assign(row, values, allowed=allowed)
    check(row)
    return changed


def check(row: models.Model) -> None:
    """Check a row but for the exclusion of rooms and teachers, which the database answers by name."""
    try:
        row.full_clean(validate_constraints=False)
        row.validate_constraints(exclude={"starts_at", "ends_at"} if hasattr(row, "starts_at") else None)
    except ValidationError as error:
        raise InvalidInput(errors={name: list(texts) for name, texts in error.message_dict.items()}) from error


def named_refusals() -> AbstractContextManager[None]:
    """Turns the refusal of a constraint or trigger of this app into the refusal of that name."""
    return writing.named_refusals(_REFUSALS)
