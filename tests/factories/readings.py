"""Readings for tests, walked through the real services."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from programs.choices import ReadingStatus, Series
from programs.models import BudgetLine, Indicator, Milestone, Programme, Reading
from programs.services import budget, evidence, indicators, readings
from tests.factories import accounts
from tests.factories.programs import NOW, month

PHOTO = accounts.photo().read()


def officer() -> User:
    """The programme officer of this test; made once."""
    return _holder("programme_officer")


def manager() -> User:
    """The manager of this test; made once."""
    return _holder("manager")


def _holder(role: str) -> User:
    found = User.objects.filter(role_grants__role=role, role_grants__valid_to=None).order_by("pk").first()
    return found or accounts.staff(role)


def series_of(target: Any) -> Series:
    """The series a target is read in."""
    return {Milestone: Series.PHYSICAL, BudgetLine: Series.FINANCIAL, Indicator: Series.INDICATOR}[type(target)]


def milestones(programme: Programme) -> list[Milestone]:
    """All milestones in the order of the plan."""
    rows = Milestone.objects.filter(activity__programme=programme)
    return list(rows.order_by("activity__position", "position"))


def line(programme: Programme, *, approved: int = 1_000_000, **values: Any) -> BudgetLine:
    """A budget line of this programme."""
    given = {
        "name": "اعتبار استان",
        "source_of_funds": "PROVINCIAL_BUDGET",
        "year": 1405,
        "approved": approved,
        **values,
    }
    return budget.add_line(programme_id=programme.pk, values=given, by=None, now=NOW)


def indicator(programme: Programme, *, code: str = "jobs", kind: str = "SUM", **values: Any) -> Indicator:
    """An indicator of this programme."""
    given = {"code": code, "name": f"شاخص {code}", "kind": kind, **values}
    return indicators.add(programme_id=programme.pk, values=given, by=None, now=NOW)


class ReadingFactory:
    """Readings."""

    def __new__(cls, target: Any, at: date | None = None, *, by: User | None = None, **given: Any) -> Reading:
        """A draft; `given` are its values, and `parts` or `note`."""
        extra = {name: given.pop(name) for name in ("parts", "note") if name in given}
        return readings.draft(
            series=series_of(target), target_id=target.pk, month=at or month(8), values=given,
            by=by or officer(), now=NOW, **extra,
        )  # fmt: skip

    @staticmethod
    def in_status(
        status: str, target: Any, at: date | None = None, *, boss: User | None = None, **given: Any
    ) -> Reading:
        """A reading walked to this status."""
        row = ReadingFactory(target, at, **given)
        if status != ReadingStatus.DRAFT:
            prove(row)
            row = readings.submit(reading_id=row.pk, by=row.author, now=NOW)
        boss = boss or (manager() if status in ("APPROVED", "RETURNED") else None)
        if status == ReadingStatus.RETURNED:
            row = readings.return_(reading_id=row.pk, note="تصویر خوانا نیست.", by=boss, now=NOW)
        if status == ReadingStatus.APPROVED:
            row = readings.approve(reading_id=row.pk, by=boss, now=NOW)
        assert row.status == status
        return row

    @staticmethod
    def approved(target: Any, at: date | None = None, **given: Any) -> Reading:
        """A reading that counts."""
        return ReadingFactory.in_status(ReadingStatus.APPROVED, target, at, **given)

    @staticmethod
    def corrected(old: Reading, *, by: User | None = None, **values: Any) -> Reading:
        """An approved correction of `old`."""
        author = by or officer()
        row = readings.correct(reading_id=old.pk, values=values, note="عدد پیشین نادرست بود.", by=author, now=NOW)
        prove(row)
        readings.submit(reading_id=row.pk, by=author, now=NOW)
        return readings.approve(reading_id=row.pk, by=manager(), now=NOW)


def prove(row: Reading) -> None:
    """Add a photo, always the same one: the store takes it in once."""
    upload = SimpleUploadedFile("shown.png", PHOTO, content_type="image/png")
    evidence.attach(reading_ids=[row.pk], upload=upload, by=row.author, now=NOW)
