"""What the services share: locks in one order (course, then its registrations), values of a row, refusals of constraints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from core.errors import Conflict, DomainError, InvalidInput, NotFound
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
    """Give `row` these values in their stored form and check the whole row; the names that changed.

    TypeError for a name that is not `allowed`; InvalidInput with the sentences of each field.
    """
    unknown = sorted(set(values) - allowed)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    errors: dict[str, list[Any]] = {}
    changed = []
    for name, value in values.items():
        field: Any = row._meta.get_field(name)
        try:
            stored = field.to_python(value)
        except ValidationError as error:
            errors[name] = list(error.messages)
            continue
        if getattr(row, name) != stored:
            setattr(row, name, stored)
            changed.append(name)
    if errors:
        raise InvalidInput(errors=errors)
    check(row)
    return changed


def check(row: models.Model) -> None:
    """Check a row but for the exclusion of rooms and teachers, which the database answers by name."""
    try:
        row.full_clean(validate_constraints=False)
        row.validate_constraints(exclude={"starts_at", "ends_at"} if hasattr(row, "starts_at") else None)
    except ValidationError as error:
        raise InvalidInput(errors={name: list(texts) for name, texts in error.message_dict.items()}) from error


@contextmanager
def named_refusals() -> Iterator[None]:
    """Turns the refusal of a constraint into the refusal of that name; the savepoint keeps the transaction usable."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        text = str(error)
        raise next((kind for mark, kind in _REFUSALS.items() if mark in text), Conflict)() from error
