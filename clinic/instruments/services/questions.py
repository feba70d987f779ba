"""Questions of a draft are written, moved and removed; their places are always 1, 2, 3 …"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.instruments import policies
from clinic.instruments.choices import HIGHEST, LOWEST, MOST_QUESTIONS, QuestionKind
from clinic.instruments.models import InstrumentVersion, Question
from clinic.instruments.permissions import WRITE, require
from clinic.instruments.services.instruments import locked_version
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.text import normalise
from core.writing import write

FACTS = frozenset({"dimension", "text", "help", "kind", "weight", "anchors", "yes_is_good", "unit", "required"})
ANCHOR_LENGTH = 200


def add(
    *, version_id: int, values: Mapping[str, Any], by: Any | None, now: datetime, position: int | None = None
) -> Question:
    """Write a question of a draft, at the end or at `position`. Raises PermissionRefused, NotFound, VersionFixed, InvalidInput."""
    with transaction.atomic():
        version = _writable(version_id, by)
        count = version.questions.count()
        if count >= MOST_QUESTIONS:
            raise InvalidInput(_("There are enough questions in this questionnaire."), code="too_many")
        row = write(
            Question(version=version, position=count + 1), _clean(values), by=by, now=now, event="instruments.question"
        )
        _move(version, row, position)
    return row


def change(
    *, question_id: int, values: Mapping[str, Any], by: Any | None, now: datetime, position: int | None = None
) -> Question:
    """Change a question of a draft, and its place when `position` is given. Raises as `add`."""
    with transaction.atomic():
        row, version = _found(question_id, by)
        kind = values.get("kind", row.kind)
        write(row, _clean({**values, "kind": kind}), by=by, now=now, event="instruments.question")
        _move(version, row, position)
    return row


def remove(*, question_id: int, by: Any | None, now: datetime) -> None:
    """Take a question out of a draft. Raises PermissionRefused, NotFound, VersionFixed."""
    with transaction.atomic():
        row, version = _found(question_id, by)
        record(action="instruments.question.removed", by=by, target=row, now=now)
        row.delete()
        _renumber(list(version.questions.order_by("position")))


def _writable(version_id: int, by: Any | None) -> InstrumentVersion:
    require(by, WRITE)
    version = locked_version(version_id)
    policies.may_be_written(version)
    return version


def _found(question_id: int, by: Any | None) -> tuple[Question, InstrumentVersion]:
    version_id = Question.objects.filter(pk=question_id).values_list("version_id", flat=True).first()
    if version_id is None:
        raise NotFound()
    version = _writable(version_id, by)
    row = Question.objects.select_for_update(of=("self",)).filter(pk=question_id).first()
    if row is None:
        raise NotFound()
    return row, version


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with what does not belong to the kind of question left out."""
    unknown = set(values) - FACTS
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(sorted(unknown))}")
    cleaned, kind = dict(values), values.get("kind", QuestionKind.SCALE)
    if kind != QuestionKind.NUMBER:
        cleaned["unit"] = ""
    if kind != QuestionKind.SCALE:
        cleaned["anchors"] = {}
    elif "anchors" in values:
        cleaned["anchors"] = _anchors(values["anchors"])
    return cleaned


def _anchors(given: Mapping[str, Any]) -> dict[str, str]:
    known = {str(value) for value in range(LOWEST, HIGHEST + 1)}
    found = {str(key): normalise(str(text)) for key, text in given.items()}
    if set(found) - known:
        raise InvalidInput(_("A scale runs from 0 to 5."), field="anchors")
    for key, text in found.items():
        if len(text) > ANCHOR_LENGTH:
            sentence = _("What a value means is said in 200 characters at most.")
            raise InvalidInput(sentence, field=f"anchor_{key}", code="too_long")
    return {key: found[key] for key in sorted(found) if found[key]}


def _move(version: InstrumentVersion, row: Question, position: int | None) -> None:
    if position is None:
        return
    others = list(version.questions.exclude(pk=row.pk).order_by("position"))
    others.insert(max(0, min(position, len(others) + 1) - 1), row)
    _renumber(others)


def _renumber(rows: list[Question]) -> None:
    # The unique constraint is deferred: two rows may share a place until the end of the transaction.
    for place, row in enumerate(rows, start=1):
        if row.position != place:
            row.position = place
            row.save(update_fields=["position"])
