"""Free times: weekly hours cut into pieces, less absences and what is taken. Pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic.cases.slots import Away, Hours, days_from, free_spans
from core.persian.calendar import TEHRAN

SATURDAY = date(2026, 11, 28)
WEEK = days_from(SATURDAY, 7)
HOUR = timedelta(hours=1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=TEHRAN)


def test_hours_are_cut_from_their_beginning_and_the_rest_is_not_offered() -> None:
    found = free_spans([Hours(0, time(8), time(10, 30))], [], [], days=WEEK, length=HOUR)
    assert found == [(at(SATURDAY, 8), at(SATURDAY, 9)), (at(SATURDAY, 9), at(SATURDAY, 10))]


def test_a_day_of_absence_offers_nothing_both_ends_included() -> None:
    everyday = [Hours(weekday, time(8), time(9)) for weekday in range(7)]
    away = [Away(SATURDAY + timedelta(days=1), SATURDAY + timedelta(days=3))]
    days = [start.date() for start, _ in free_spans(everyday, away, [], days=WEEK, length=HOUR)]
    assert days == [WEEK[0], *WEEK[4:]]


def test_what_touches_a_taken_time_is_gone_and_what_follows_it_at_once_is_not() -> None:
    taken = [(at(SATURDAY, 9, 30), at(SATURDAY, 10))]
    found = free_spans([Hours(0, time(8), time(12))], [], taken, days=WEEK, length=HOUR)
    assert [start.hour for start, _ in found] == [8, 10, 11]


hours = st.builds(
    lambda weekday, start, length: Hours(weekday, time(start), time(start + length)),
    st.integers(0, 6), st.integers(6, 17), st.integers(1, 5),
)  # fmt: skip
taken_times = st.builds(
    lambda day, hour, minutes: (at(day, hour), at(day, hour) + timedelta(minutes=minutes)),
    st.sampled_from(WEEK), st.integers(5, 22), st.integers(1, 180),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(hours, max_size=4), st.lists(taken_times, max_size=6), st.sampled_from([30, 60]))
def test_every_offer_lies_within_hours_and_overlaps_nothing(
    weekly: list[Hours], taken: list[tuple[datetime, datetime]], minutes: int
) -> None:
    for start, end in free_spans(weekly, [], taken, days=WEEK, length=timedelta(minutes=minutes)):
        assert end - start == timedelta(minutes=minutes)
        assert any(
            one.starts_at <= start.time() and end.time() <= one.ends_at
            for one in weekly
            if one.weekday == (start.weekday() + 2) % 7
        )
        assert not any(begins < end and start < ends for begins, ends in taken)
