"""Writing one row: normalised, checked, only when something differs, and on record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache, reduce
from operator import and_
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, Q

from core.audit import record
from core.errors import Conflict, DomainError, InvalidInput
from core.persian.text import normalise

Row = TypeVar("Row", bound=models.Model)


def write(row: Row, values: Mapping[str, Any], *, by: Any | None, now: datetime, event: str) -> Row:
    """Give `row` these values, save it when that changes anything, and record `<event>.added` or `<event>.changed`.

    Texts are normalised first. The caller has locked an existing row and asked who may. Raises InvalidInput with the
    errors of each field, Conflict when somebody wrote the same key a moment before.
    """
    changed = _assign(row, values)
    added = row.pk is None
    if not added and not changed:
        return row
    derived = _refresh(row, now)
    check(row)
    with unique_race():
        row.save(force_insert=added, update_fields=None if added else sorted({*changed, *derived}))
    verb = "added" if added else "changed"
    record(action=f"{event}.{verb}", by=by, target=row, now=now, data={} if added else {"fields": sorted(changed)})
    return row


def assign(row: models.Model, values: Mapping[str, Any], *, allowed: frozenset[str]) -> list[str]:
    """Give `row` these values in their stored form, for services that save it themselves; the names that changed.

    TypeError for a name that is not `allowed`; InvalidInput for a value that is none of its column.
    """
    unknown = sorted(set(values) - allowed)
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(unknown)}")
    return _assign(row, values)


def check(row: models.Model, *, constraints: bool = True) -> None:
    """Full check of a row; its ValidationError becomes InvalidInput. Without `constraints` the database's refusal is left to
    the caller: for rows that come by the hundred."""
    try:
        try:
            row.full_clean(exclude=in_hand(row), validate_unique=False, validate_constraints=False)
            row.validate_unique()
            if constraints:
                _ask_constraints(row)
        except ValidationError:
            row.full_clean(validate_constraints=constraints)
            raise
    except ValidationError as error:
        raise InvalidInput(errors={name: list(texts) for name, texts in error.message_dict.items()}) from error


def in_hand(row: models.Model) -> set[str]:
    """Names of columns that refer to rows in hand: Django's check would ask for each of them in a query whether it exists."""
    held = (each for each in row._meta.fields if isinstance(each, models.ForeignKey) and each.is_cached(row))
    return {each.name for each in held if _is_stored(each.get_cached_value(row)) and not each.get_limit_choices_to()}


def _is_stored(row: models.Model | None) -> bool:
    return row is not None and row.pk is not None and not row._state.adding


def _ask_constraints(row: models.Model) -> None:
    """Raises ValidationError when some constraint of the row does not hold; Django tells afterwards which.

    Django asks each CHECK in a query and a savepoint of its own. Together they are one question: a conjunction is false when
    one of its parts is, and what is neither true nor false (NULL) passes here as it does in PostgreSQL.
    """
    for model, constraints in row.get_constraints():
        whole = _conjunction(model)
        if whole is not None:
            whole.validate(model, row)
        for constraint in constraints:
            if not isinstance(constraint, CheckConstraint):
                constraint.validate(model, row)


@cache
def _conjunction(model: type[models.Model]) -> CheckConstraint | None:
    checks = [Q(each.condition) for each in model._meta.constraints if isinstance(each, CheckConstraint)]
    return CheckConstraint(condition=reduce(and_, checks), name="all") if checks else None


@contextmanager
def unique_race() -> Iterator[None]:
    """Turns the database's own refusal into Conflict; the savepoint keeps the caller's transaction usable."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Conflict() from error


@contextmanager
def named_refusals(refusals: Mapping[str, type[DomainError]]) -> Iterator[None]:
    """Turns the refusal of a constraint or trigger into the DomainError its name or words stand for, else into Conflict;
    the savepoint keeps the caller's transaction usable.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        text = str(error)
        raise next((kind for mark, kind in refusals.items() if mark in text), Conflict)() from error


def tidy(row: models.Model, name: str, value: Any) -> Any:
    """The stored form of a value of this column: a normalised text, a Decimal, a date. Raises InvalidInput."""
    field = row._meta.get_field(name)
    if not isinstance(field, models.Field) or field.is_relation or value is None:
        return value
    try:
        value = field.to_python(value)
    except ValidationError as error:
        raise InvalidInput(errors={name: list(error.messages)}) from error
    if isinstance(value, str) and not field.choices:
        return normalise(value, multiline=isinstance(field, models.TextField))
    return value


def _assign(row: models.Model, values: Mapping[str, Any]) -> list[str]:
    changed: list[str] = []
    errors: dict[str, Any] = {}
    for name, value in values.items():
        try:
            value = tidy(row, name, value)
        except InvalidInput as refusal:
            errors.update(refusal.errors)
            continue
        if _present(row, name) != (value.pk if isinstance(value, models.Model) else value):
            setattr(row, name, value)
            changed.append(name)
    if errors:
        raise InvalidInput(errors=errors)
    return changed


def _present(row: models.Model, name: str) -> Any:
    # By the column, not the attribute: a new row has no related object to ask for.
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]


def _refresh(row: models.Model, now: datetime) -> list[str]:
    """Bring columns that follow from others up to date; returns their names."""
    derived = []
    refresh = getattr(row, "refresh_keys", None)
    if refresh is not None:
        refresh()
        derived += ["search_key", "sort_key"]
    if hasattr(row, "updated_at"):
        row.updated_at = now
        derived.append("updated_at")
    return derived
