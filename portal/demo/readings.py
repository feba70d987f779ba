"""Readings of the demo's programmes, month by month through the services people use; all of it invented and marked so.

Every programme marked as illustrative gets readings from its beginning (at most twelve months back) to the month before
this one. Some run behind their plan. Of the last two months one figure was returned, and one month waits for approval.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Max
from PIL import Image, ImageDraw

from accounts.choices import Gender, Role
from accounts.models import User
from core.persian.calendar import add_months_to_date, first_of_month, months_between, start_of_day, tehran_date
from programs.choices import HUNDRED, Dimension, IndicatorKind, ProgrammeStatus, Series
from programs.models import BudgetLine, Indicator, Milestone, Programme, Reading
from programs.selectors import plans
from programs.services import indicators, reading_entry
from programs.services.reading_entry import Entry
from programs.services.reading_values import PartValue

Say = Callable[[str], None]

MOST_MONTHS: Final = 12
NOTE: Final = "دادهٔ نمایشی: این عدد ساختگی است."
PACE: Final = (Decimal("1"), Decimal("0.92"), Decimal("0.78"), Decimal("1.04"), Decimal("0.6"))
"""How fast each programme goes by its plan, in turn: two keep up, one lags a little, two lag clearly."""
NEWEST: Final = ("wait", "approve", "return", "wait", "approve")
"""What becomes of the newest sheet of each programme, in the same turn: some wait, one was given back."""
MONEY_EVERY: Final = 6
"""Money and indicators are read every sixth month, and in the newest."""
STEP: Final = Decimal(20)
"""Work is read in every month in which a milestone was finished or moved by so many points: a demo is to load quickly."""


def load(*, now: datetime, cast: dict[str, list[User]], say: Say) -> None:
    """Readings of every illustrative programme that was not rolled over; again: no change."""
    officer, boss = cast[Role.PROGRAMME_OFFICER][0], cast[Role.MANAGER][0]
    going_on = [ProgrammeStatus.ACTIVE, ProgrammeStatus.SUSPENDED]
    rows = Programme.objects.filter(is_illustrative=True, status__in=going_on, previous=None, following=None)
    count = 0
    for number, programme in enumerate(rows.order_by("year", "group", "position", "pk")):
        place = number % len(PACE)
        count += report(programme, PACE[place], officer=officer, boss=boss, now=now, newest=NEWEST[place])
    say(f"readings: {count} new, with one returned and some waiting for approval")


def _measures(programme: Programme, officer: User, now: datetime) -> None:
    """Two invented indicators: plots prepared (the portal counts them too), and jobs by gender."""
    if programme.indicators.exists():
        return
    common: dict[str, Any] = {"programme_id": programme.pk, "by": officer, "now": now}
    if programme.estate_links.exists():
        values: dict[str, Any] = {
            "code": "plots-prepared",
            "name": "قطعات آماده‌شده",
            "unit": "قطعه",
            "kind": IndicatorKind.LAST,
        }
        values |= {"metric": "estates.plots_prepared", "target_value": 100, "target_on": programme.ends_on}
        indicators.add(values=values, **common)
    values = {"code": "jobs", "name": "شغل ایجادشده در دوره", "unit": "نفر", "kind": IndicatorKind.SUM}
    values |= {"dimensions": [Dimension.GENDER], "target_value": 120, "target_on": programme.ends_on}
    indicators.add(values=values, **common)


def report(
    programme: Programme, pace: Decimal, *, officer: User, boss: User, now: datetime, newest: str = "approve"
) -> int:
    """Readings of one programme up to the month before this one, or the end of its plan; `newest`: what becomes of the last."""
    _measures(programme, officer, now)
    if Reading.objects.filter(programme=programme).exists():
        return 0
    until = first_of_month(tehran_date(now))
    first = max(first_of_month(programme.starts_on), add_months_to_date(until, -MOST_MONTHS))
    last = min(add_months_to_date(until, -1), first_of_month(programme.ends_on))
    made = 0
    with transaction.atomic():  # one commit for each programme, not for each sheet
        for month in months_between(first, last):
            is_due = month == last or months_since(first, month) % MONEY_EVERY == MONEY_EVERY - 1
            entries = list(_entries(programme, month, pace, is_due=is_due))
            if entries:
                decides = newest if month == last else "approve"
                made += _sheet(programme, month, entries, officer, boss, now, decides=decides)
    return made


def _sheet(
    programme: Programme, month: date, entries: list[Entry], officer: User, boss: User, now: datetime, *, decides: str
) -> int:
    ended = min(start_of_day(add_months_to_date(month, 1)) + timedelta(hours=9), now)
    kept = reading_entry.enter(
        programme_id=programme.pk, month=month, entries=entries, note=NOTE, uploads=[photo()], hand_in=True, by=officer,
        now=ended,
    )  # fmt: skip
    ids, later = [row.pk for row in kept], min(ended + timedelta(days=2), now)
    if decides == "return":
        text = "عکس نمایشی است و کار را نشان نمی‌دهد؛ عکس کارگاه را بفرستید."
        reading_entry.return_all(reading_ids=ids[:1], note=text, by=boss, now=later)
    if decides == "approve":
        reading_entry.approve_all(reading_ids=ids, by=boss, now=later)
    return len(kept)


def _entries(programme: Programme, month: date, pace: Decimal, *, is_due: bool) -> Iterator[Entry]:
    yield from _work(programme, month, pace)
    if is_due:
        yield from _money(programme, month, pace)
        yield from _indicators(programme, month, pace)


def _work(programme: Programme, month: date, pace: Decimal) -> Iterator[Entry]:
    """Milestones one after the other, as far as the plan of their activity is at this pace; only those that moved."""
    curves = {curve.activity_id: curve for curve in plans.curves([programme.pk]).get(programme.pk, [])}
    known = dict(
        Reading.objects.filter(programme=programme, series=Series.PHYSICAL)
        .values_list("milestone")
        .annotate(newest=Max("percent"))
    )
    milestones = Milestone.objects.filter(activity__programme=programme, activity__weight__gt=0)
    left: dict[int, Decimal] = {pk: min(HUNDRED, curve.at(month)[0] * pace) for pk, curve in curves.items()}
    for milestone in milestones.order_by("activity__position", "position"):
        share = min(left.get(milestone.activity_id, Decimal(0)), milestone.weight)
        left[milestone.activity_id] = left.get(milestone.activity_id, Decimal(0)) - share
        percent = (share * HUNDRED / milestone.weight).quantize(Decimal(1)) if milestone.weight else Decimal(0)
        before = known.get(milestone.pk, Decimal(0))
        if percent > before and (percent == HUNDRED or percent - before >= STEP):
            yield Entry(Series.PHYSICAL, milestone.pk, {"percent": percent})


def _money(programme: Programme, month: date, pace: Decimal) -> Iterator[Entry]:
    share = _elapsed(programme, month) * pace
    for line in BudgetLine.objects.filter(programme=programme).order_by("pk"):
        allocated = _millions(line.approved * min(Decimal(1), share * Decimal("0.9")))
        paid = _millions(allocated * Decimal("0.85"))
        yield Entry(Series.FINANCIAL, line.pk, {"allocated": allocated, "paid": paid})


def _indicators(programme: Programme, month: date, pace: Decimal) -> Iterator[Entry]:
    share = min(Decimal(1), _elapsed(programme, month) * pace)
    for row in Indicator.objects.filter(programme=programme).order_by("pk"):
        start, target = row.start_value or Decimal(0), row.target_value or Decimal(100)
        places = Decimal(1).scaleb(-row.decimals)
        reached = abs(start + (target - start) * share)
        if row.kind == IndicatorKind.SUM:
            reached = abs(target - start) * pace * MONEY_EVERY / 12
        if row.kind == IndicatorKind.RATIO:
            whole = Decimal(40)
            values = {"numerator": (whole * min(Decimal(1), reached)).quantize(Decimal(1)), "denominator": whole}
        else:
            values = {"value": reached.quantize(places)}
        yield Entry(Series.INDICATOR, row.pk, values, _by_gender(row, values))


def _by_gender(row: Indicator, values: dict[str, Decimal]) -> list[PartValue]:
    if Dimension.GENDER not in row.dimensions or "value" not in values:
        return []
    women = (values["value"] * 2 / 5).quantize(Decimal(1).scaleb(-row.decimals))
    return [
        PartValue(Dimension.GENDER, Gender.FEMALE, women),
        PartValue(Dimension.GENDER, Gender.MALE, values["value"] - women),
    ]


def _elapsed(programme: Programme, month: date) -> Decimal:
    """How much of the plan's time has passed at the end of a month, 0 to 1."""
    months = months_between(programme.starts_on, programme.ends_on)
    return Decimal(sum(1 for one in months if one <= month)) / len(months)


def months_since(first: date, month: date) -> int:
    """Months from `first` to `month`."""
    return len(months_between(first, month)) - 1


def _millions(amount: Decimal) -> int:
    return int(amount) // 1_000_000 * 1_000_000


def photo() -> SimpleUploadedFile:
    """A drawing that says that it is none: the demo has no pictures of work nobody did."""
    picture = Image.new("RGB", (640, 420), (226, 222, 212))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((24, 24, 616, 396), outline=(156, 74, 26), width=4)
    pen.polygon([(120, 340), (320, 140), (520, 340)], outline=(11, 110, 120), width=6)
    pen.line([(80, 340), (560, 340)], fill=(85, 101, 107), width=6)
    stream = BytesIO()
    picture.save(stream, "PNG")
    return SimpleUploadedFile("sample-photo.png", stream.getvalue(), content_type="image/png")
