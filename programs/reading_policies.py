"""When a reading may be entered, handed in and approved: what the plan and the readings around it allow."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from core.fields.language import active_language
from core.persian.calendar import first_of_month, tehran_date
from core.persian.dates import format_date
from core.persian.digits import format_number
from programs.choices import ProgrammeStatus, Series
from programs.errors import NoEvidence, ProgrammeOver, ReadingRefused
from programs.models import Programme, Reading

TAKES_READINGS = frozenset({ProgrammeStatus.ACTIVE, ProgrammeStatus.SUSPENDED})
CUMULATIVE: dict[str, tuple[str, ...]] = {
    Series.PHYSICAL: ("percent",),
    Series.FINANCIAL: ("allocated", "paid"),
    Series.INDICATOR: (),
}
"""Columns of each series that only grow over time."""


def month_can_be_read(programme: Programme, month: date, now: datetime) -> None:
    """Readings are for months of the plan that have begun, of a programme under way. Raises ReadingRefused, ProgrammeOver."""
    if programme.status not in TAKES_READINGS:
        if programme.status == ProgrammeStatus.DRAFT:
            raise ReadingRefused(_("The programme is still being planned; readings begin when it is under way."))
        raise ProgrammeOver(_("The programme is over; it takes no more readings."))
    if month != first_of_month(month):
        raise ReadingRefused(_("A reading belongs to a whole month."), field="month", code="month_shape")
    if month > first_of_month(tehran_date(now)):
        raise ReadingRefused(
            _("%(month)s has not begun yet."), field="month", code="future", params={"month": month_name(month)}
        )
    if not first_of_month(programme.starts_on) <= month <= first_of_month(programme.ends_on):
        raise ReadingRefused(
            _("%(month)s lies outside the plan, which runs from %(first)s to %(last)s."),
            field="month",
            code="outside",
            params={
                "month": month_name(month),
                "first": month_name(programme.starts_on),
                "last": month_name(programme.ends_on),
            },
        )


def fits_what_counts(reading: Reading) -> None:
    """A cumulative value is not below the counting one before it nor above the one after it; money not beyond what was
    approved. A reading that is being corrected does not count. Raises ReadingRefused with the field."""
    if reading.budget_line is not None and (reading.allocated or 0) > reading.budget_line.approved:
        raise ReadingRefused(
            _("Allocated is more than the %(approved)s rials that were approved for this line."),
            field="allocated",
            code="beyond_approved",
            params={"approved": number(reading.budget_line.approved)},
        )
    if not CUMULATIVE[reading.series]:
        return
    before, after = _neighbours(reading)
    for field in CUMULATIVE[reading.series]:
        if before is not None and getattr(before, field) > getattr(reading, field):
            raise ReadingRefused(
                _("Cumulative figures do not go back: %(value)s was approved for %(month)s."),
                field=field,
                code="backwards",
                params={"value": number(getattr(before, field)), "month": month_name(before.month)},
            )
        if after is not None and getattr(after, field) < getattr(reading, field):
            raise ReadingRefused(
                _("This is more than the %(value)s approved for the later month %(month)s."),
                field=field,
                code="beyond_later",
                params={"value": number(getattr(after, field)), "month": month_name(after.month)},
            )


def can_be_submitted(reading: Reading, now: datetime) -> None:
    """Handed in is what fits and is shown by evidence. Raises ReadingRefused, ProgrammeOver, NoEvidence."""
    month_can_be_read(reading.programme, reading.month, now)
    fits_what_counts(reading)
    if not reading.evidence.exists():
        raise NoEvidence(field="evidence")


def can_be_approved(reading: Reading, now: datetime) -> None:
    """Approved is what still fits: other readings may have been approved meanwhile. Raises as `can_be_submitted`."""
    can_be_submitted(reading, now)


def _neighbours(reading: Reading) -> tuple[Reading | None, Reading | None]:
    """The counting readings of the same thing just before and just after. One query."""
    target = {"milestone_id": reading.milestone_id, "budget_line_id": reading.budget_line_id}
    rows = Reading.objects.counting().filter(**{name: value for name, value in target.items() if value is not None})
    others = rows.exclude(pk__in=[pk for pk in (reading.pk, reading.corrects_id) if pk is not None])
    before = after = None
    for row in others.order_by("month"):
        if row.month < reading.month:
            before = row
        elif row.month > reading.month and after is None:
            after = row
    return before, after


def month_name(month: date) -> str:
    """A month in words, in the reader's language."""
    return format_date(month, "month", language=active_language())


def number(value: int | Decimal) -> str:
    """A number in the reader's digits, without idle zeros."""
    plain = value if isinstance(value, int) else Decimal(format(value.normalize(), "f"))
    return format_number(plain, language=active_language())
