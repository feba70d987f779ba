"""Courses and their sessions: what is announced stays, rooms and teachers are never in two places."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories.accounts import auditor, clinic_lead, manager
from tests.factories.training import DAY, Class, CourseFactory, values
from training.errors import CourseFixed, NotReady, RoomTaken, SeatsTaken, TeacherTaken
from training.models import Session
from training.services import courses, reminders, sessions

pytestmark = pytest.mark.django_db


def change(made: Class, by: Any = None, **facts: Any) -> None:
    courses.change(course_id=made.course.pk, values=facts, by=by or made.officer, now=clock.now())


def meeting(made: Class, **facts: Any) -> Session:
    given = {"topic": "جلسهٔ تازه", **facts}
    return sessions.add(course_id=made.course.pk, values=given, by=made.officer, now=clock.now())


def test_the_clinics_lead_holds_courses_too_and_others_do_not() -> None:
    assert CourseFactory(officer=clinic_lead()).course.status == "PUBLISHED"
    made = CourseFactory()
    for user in (auditor(), manager()):
        with pytest.raises(PermissionRefused):
            change(made, by=user, capacity=9)
        with pytest.raises(PermissionRefused):
            courses.create(slug="x", values=values(clock.now()), by=user, now=clock.now())


def test_a_course_is_announced_complete_or_not_at_all() -> None:
    made = CourseFactory.draft(meetings=0, registration_opens_at=None, registration_closes_at=None)
    with pytest.raises(NotReady) as refusal:
        courses.publish(course_id=made.course.pk, by=made.officer, now=clock.now())
    assert len(refusal.value.errors["__all__"]) == 2
    assert made.reload().status == "DRAFT"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"capacity": 0}, "capacity"),
        ({"minimum_attendance": 101}, "minimum_attendance"),
        ({"exam_pass_mark": 0}, "exam_pass_mark"),
        ({"county": "tehran"}, "county"),
        ({"ends_on": clock.today() - DAY}, "__all__"),
        ({"registration_closes_at": clock.now() + 60 * DAY}, "registration_closes_at"),
    ],
)
def test_impossible_facts_are_refused_by_name(facts: dict[str, Any], field: str) -> None:
    made = CourseFactory.draft(meetings=0)
    with pytest.raises(InvalidInput) as refusal:
        change(made, **facts)
    assert field in refusal.value.errors


@pytest.mark.parametrize("slug", ["mine", "دوره", "a b", ""])
def test_addresses_are_plain_and_never_hide_a_page(slug: str) -> None:
    with pytest.raises(InvalidInput):
        courses.create(slug=slug, values=values(clock.now()), by=None, now=clock.now())


def test_what_people_relied_on_is_fixed_once_announced() -> None:
    made = CourseFactory()
    for facts in (
        {"exam_pass_mark": 50},
        {"minimum_attendance": 10},
        {"fee": 5},
        {"starts_on": made.course.starts_on + DAY},
    ):
        with pytest.raises(InvalidInput) as refusal:
            change(made, **facts)
        assert set(refusal.value.errors) == set(facts)
    change(made, summary="متن تازه")
    assert made.reload().summary == "متن تازه"


def test_there_are_never_fewer_seats_than_people_who_have_one() -> None:
    made = CourseFactory(capacity=3)
    made.join()
    made.join()
    with pytest.raises(SeatsTaken):
        change(made, capacity=1)
    assert made.reload().capacity == 3


def test_one_room_holds_one_session_at_a_time_in_any_spelling() -> None:
    first, second = CourseFactory(meetings=1), CourseFactory.draft(meetings=0)
    begins = clock.now().replace(minute=0, second=0, microsecond=0) + 11 * DAY
    hours = {"starts_at": begins, "ends_at": begins + timedelta(hours=2)}
    meeting(first, room="کارگاه یکم", **hours)
    overlapping = {"starts_at": begins + timedelta(hours=1), "ends_at": begins + timedelta(hours=3)}
    with pytest.raises(RoomTaken):
        meeting(second, room="كارگاه يكم", **overlapping)
    meeting(second, room="کارگاه یکم", starts_at=hours["ends_at"], ends_at=hours["ends_at"] + timedelta(hours=1))
    with pytest.raises(TeacherTaken):
        meeting(second, room="دو", instructor=first.course.instructor, **overlapping)
    courses.cancel(course_id=first.course.pk, reason="استاد بیمار است", by=first.officer, now=clock.now())
    meeting(second, room="کارگاه یکم", **hours)


def test_sessions_lie_within_the_course_and_move_up_when_one_goes() -> None:
    made = CourseFactory(meetings=3)
    outside = clock.now() + 60 * DAY
    with pytest.raises(InvalidInput):
        meeting(made, starts_at=outside, ends_at=outside + timedelta(hours=1))
    first = made.course.sessions.get(position=1)
    sessions.remove(session_id=first.pk, by=made.officer, now=clock.now())
    left = made.course.sessions.values_list("position", "topic")
    assert [(position, topic[-1]) for position, topic in left] == [(1, "2"), (2, "3")]


def test_participants_are_told_of_a_new_time_and_the_last_session_stays() -> None:
    made = CourseFactory(meetings=1)
    made.join()
    only = made.course.sessions.get()
    facts = {"starts_at": only.starts_at + timedelta(hours=1), "ends_at": only.ends_at + timedelta(hours=1)}
    sessions.change(session_id=only.pk, values=facts, by=made.officer, now=clock.now())
    assert Message.objects.filter(template="training.session_changed", user=made.people[0].user).exists()
    with pytest.raises(CourseFixed):
        sessions.remove(session_id=only.pk, by=made.officer, now=clock.now())


def test_a_cancelled_course_tells_everybody_why_and_ends_every_registration() -> None:
    made = CourseFactory(capacity=1)
    made.join()
    made.join()
    with pytest.raises(InvalidInput):
        courses.cancel(course_id=made.course.pk, reason="  ", by=made.officer, now=clock.now())
    courses.cancel(course_id=made.course.pk, reason="برق نیست", by=made.officer, now=clock.now())
    assert [made.registration(place).status for place in (0, 1)] == ["CANCELLED", "CANCELLED"]
    told = Message.objects.filter(template="training.course_cancelled", channel="portal")
    assert told.count() == 2 and all("برق نیست" in one.text for one in told)
    with pytest.raises(WrongState):
        courses.cancel(course_id=made.course.pk, reason="باز", by=made.officer, now=clock.now())


def test_the_state_follows_the_dates_and_the_job_catches_up_after_an_outage() -> None:
    made = CourseFactory()
    assert courses.settle_phases(now=clock.now()) == 0
    later = clock.now() + 30 * DAY
    assert made.course.phase_at(later) == "FINISHED"
    assert courses.settle_phases(now=later) == 2
    assert made.reload().status == "FINISHED"
    assert courses.settle_phases(now=later) == 0


def test_the_day_before_a_session_everybody_with_a_seat_is_reminded_once() -> None:
    made = CourseFactory(capacity=1, meetings=1)
    made.join()
    made.join()
    day_before = made.course.sessions.get().starts_at - DAY
    assert reminders.remind_of_sessions(now=day_before - DAY) == 0
    assert reminders.remind_of_sessions(now=day_before) == 1
    assert reminders.remind_of_sessions(now=day_before + timedelta(hours=1)) == 1
    assert Message.objects.filter(template="training.reminder", channel="portal").count() == 1


def test_the_database_refuses_what_the_services_would_not_write() -> None:
    made = CourseFactory()
    for facts in ({"status": "CANCELLED"}, {"owner_kind": "clusters.cluster"}, {"exam_pass_mark": 101}):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(made.course).objects.filter(pk=made.course.pk).update(**facts)
