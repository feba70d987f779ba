"""Instruments for tests, made through the real services."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from accounts.models import User
from clinic.instruments.models import Instrument, InstrumentVersion
from clinic.instruments.services import instruments, questions
from tests.factories import accounts

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ENDS = {"0": "هیچ", "5": "کامل"}
_numbers = count(1)


class InstrumentFactory:
    """Questionnaires of the finance specialist unless told otherwise."""

    def __new__(cls, specialty: str = "finance", *, by: User | None = None, now: datetime = NOW, **values: Any) -> InstrumentVersion:  # type: ignore[misc]  # fmt: skip
        """A version in use. Its questions: two scales, yes or no, a number, a text, in two dimensions."""
        draft = cls.draft(specialty, by=by, now=now, **values)
        instruments.publish(version_id=draft.pk, by=by or accounts.clinic_lead(), now=now)
        return InstrumentVersion.objects.select_related("instrument").get(pk=draft.pk)

    @staticmethod
    def draft(
        specialty: str = "finance", *, by: User | None = None, now: datetime = NOW, code: str = "",
        asked: list[dict[str, Any]] | None = None,
    ) -> InstrumentVersion:  # fmt: skip
        """The draft of a new instrument."""
        number = next(_numbers)
        values = {"specialty": specialty, "name": f"پرسشنامهٔ نمونهٔ {number}", "purpose": "شناخت وضع واحد"}
        made: Instrument = instruments.create(code=code or f"sample-{number}", values=values, by=by, now=now)
        version = made.versions.get()
        for row in QUESTIONS if asked is None else asked:
            questions.add(version_id=version.pk, values=row, by=by, now=now)
        return version


QUESTIONS: list[dict[str, Any]] = [
    {"dimension": "finance", "kind": "SCALE", "text": "نقدینگی کافی است؟", "weight": 3, "anchors": ENDS},
    {"dimension": "finance", "kind": "SCALE", "text": "بهای تمام‌شده حساب می‌شود؟", "weight": 2, "anchors": ENDS},
    {"dimension": "finance", "kind": "YES_NO", "text": "بدهی معوق هست؟", "yes_is_good": False, "weight": 1},
    {"dimension": "supply", "kind": "NUMBER", "text": "موجودی مواد چند روز است؟", "unit": "روز", "required": False},
    {"dimension": "supply", "kind": "TEXT", "text": "تأمین‌کنندگان را نام ببرید.", "required": False},
]
