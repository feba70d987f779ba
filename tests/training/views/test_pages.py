"""Pages of courses: who sees what, what they say, and what they cost."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core import clock
from tests.factories.accounts import UserFactory, auditor, clinic_lead, manager
from tests.factories.training import DAY, CourseFactory
from training.models import Attendance, Course, ExamResult, Registration
from training.services import courses

pytestmark = pytest.mark.django_db


def listed(client: Client, **query: str) -> list[str]:
    """Addresses of the courses on the list, in its order."""
    answer = client.get("/courses/", query)
    assert answer.status_code == 200
    return [card.course.slug for card in answer.context["rows"]]


def test_the_list_shows_what_comes_and_finds_by_county_audience_and_open_registration(client: Client) -> None:
    CourseFactory(slug="near", county="abhar", audience="MANAGERS")
    first = clock.today() + 20 * DAY
    CourseFactory(
        slug="far", starts_on=first, ends_on=first + 4 * DAY, registration_opens_at=clock.now() + DAY,
        registration_closes_at=clock.now() + 3 * DAY,
    )  # fmt: skip
    CourseFactory.draft(slug="draft")
    CourseFactory.over(people=0, slug="past")
    assert listed(client) == ["near", "far"]
    assert listed(client, county="abhar") == ["near"]
    assert listed(client, audience="CRAFTSPEOPLE") == ["far"]
    assert listed(client, open="on") == ["near"]
    assert listed(client, when="past") == ["past"]
    assert listed(client, q="چاقو") == ["near", "far"]
    assert listed(client, q="هیچ") == []


def test_a_filter_that_does_not_exist_is_refused(client: Client) -> None:
    for query in ({"countyy": "abhar"}, {"county": "tehran"}, {"when": "never"}, {"cursor": "x"}):
        assert client.get("/courses/", query).status_code == 400, query


def test_an_empty_list_says_what_to_do(client: Client) -> None:
    text = client.get("/courses/").content.decode()
    assert "?when=past" in text and "empty" in text


def test_the_list_costs_the_same_whatever_its_length(client: Client, django_assert_max_num_queries: Any) -> None:
    for more, whole in ((1, 1), (19, 20)):
        for _ in range(more):
            CourseFactory(meetings=1)
        client.get("/courses/")
        with django_assert_max_num_queries(2):
            assert len(listed(client)) == whole


def test_a_draft_is_nobodys_and_a_cancelled_course_says_why(client: Client, browser: Any) -> None:
    draft = CourseFactory.draft()
    assert client.get(f"/courses/{draft.course.slug}/").status_code == 404
    assert browser(draft.officer).get(f"/courses/{draft.course.slug}/desk/").status_code == 200
    made = CourseFactory()
    courses.cancel(course_id=made.course.pk, reason="برق قطع است", by=made.officer, now=clock.now())
    assert "برق قطع است" in client.get(f"/courses/{made.course.slug}/").content.decode()


def test_a_visitor_is_asked_to_sign_in_before_he_registers(client: Client) -> None:
    made = CourseFactory()
    answer = client.get(f"/courses/{made.course.slug}/register/")
    assert answer.status_code == 302 and "/account/" in answer["Location"]


def test_looking_registers_nobody_and_two_presses_register_once(browser: Any) -> None:
    made, user = CourseFactory(), UserFactory()
    mine = browser(user)
    address = f"/courses/{made.course.slug}/register/"
    mine.get(address)
    assert not Registration.objects.exists()
    for _ in range(2):
        assert mine.post(address).status_code == 302
    assert Registration.objects.filter(person=user.person).count() == 1
    assert mine.get(f"/courses/{made.course.slug}/leave/").status_code == 200
    assert mine.post(f"/courses/{made.course.slug}/leave/", {"reason": "سفر"}).status_code == 302
    assert Registration.objects.get().status == "CANCELLED"
    assert mine.get(f"/courses/{made.course.slug}/leave/").status_code == 404


def test_a_course_that_takes_nobody_answers_with_the_reason(browser: Any) -> None:
    made = CourseFactory()
    with clock.shifted(10 * DAY):
        assert browser(UserFactory()).get(f"/courses/{made.course.slug}/register/").status_code == 409


def test_my_courses_cost_the_same_whatever_their_number(browser: Any, django_assert_max_num_queries: Any) -> None:
    user = UserFactory()
    mine = browser(user)
    for more, whole in ((1, 1), (7, 8)):
        for _ in range(more):
            CourseFactory(meetings=1).join(user.person)
        mine.get("/courses/mine/")
        with django_assert_max_num_queries(14):
            assert len(mine.get("/courses/mine/").context["mine"]) == whole


def test_the_desk_costs_the_same_whatever_its_length(browser: Any, django_assert_max_num_queries: Any) -> None:
    made = CourseFactory(capacity=20)
    officer = browser(made.officer)
    address = f"/courses/{made.course.slug}/desk/"
    for more, whole in ((1, 1), (19, 20)):
        for _ in range(more):
            made.join()
        officer.get(address)
        with django_assert_max_num_queries(18):
            assert len(officer.get(address).context["desk"].lines) == whole


def test_the_desk_is_open_to_those_who_hold_courses_and_an_auditor_only_looks(browser: Any) -> None:
    made = CourseFactory.over(sheets=[("PRESENT", "PRESENT")] * 2, scores=("90", "90"))
    base = f"/courses/{made.course.slug}/desk/"
    for user, status in ((clinic_lead(), 200), (auditor(), 200), (manager(), 403), (made.people[0].user, 403)):
        assert browser(user).get(base).status_code == status
    looking = browser(auditor())
    row = made.registration(0)
    for path, data in (
        ("sessions/1/", {f"state_{row.pk}": "ABSENT"}),
        ("exam/", {f"score_{row.pk}": "1"}),
        ("finish/", {}),
        ("cancel/", {"reason": "x"}),
    ):
        assert looking.post(base + path, data).status_code == 403, path
    assert Attendance.objects.filter(state="ABSENT").count() == 0
    assert Course.objects.get(pk=made.course.pk).status == "FINISHED"


def test_an_unreadable_sheet_keeps_what_was_chosen_and_marks_nobody(browser: Any) -> None:
    made = CourseFactory.over(people=2)
    officer = browser(made.officer)
    first, second = made.registration(0), made.registration(1)
    address = f"/courses/{made.course.slug}/desk/sessions/1/"
    answer = officer.post(address, {f"state_{first.pk}": "ABSENT", f"state_{second.pk}": "DANCING"})
    assert answer.status_code == 422 and not Attendance.objects.exists()
    assert officer.post(address, {f"state_{first.pk}": "ABSENT", f"state_{second.pk}": "LATE"}).status_code == 302
    assert sorted(Attendance.objects.values_list("state", flat=True)) == ["ABSENT", "LATE"]


def test_marks_are_typed_in_persian_corrected_with_a_reason_and_shown(browser: Any) -> None:
    made = CourseFactory.over(people=1)
    officer = browser(made.officer)
    row = made.registration(0)
    base = f"/courses/{made.course.slug}/desk/exam/"
    assert officer.post(base, {}).status_code == 422
    assert officer.post(base, {f"score_{row.pk}": "۵۵٫۵"}).status_code == 302
    result = ExamResult.objects.get()
    assert officer.post(f"{base}{result.pk}/", {"score": "65", "note": ""}).status_code == 422
    assert officer.post(f"{base}{result.pk}/", {"score": "65", "note": "جمع اشتباه"}).status_code == 302
    assert officer.get(f"{base}{result.pk}/").status_code == 404
    assert "۶۵" in officer.get(base).content.decode()


def test_the_list_of_participants_is_a_csv_of_those_with_a_seat_and_those_who_wait(browser: Any) -> None:
    made = CourseFactory(capacity=1)
    made.join()
    made.join()
    answer = browser(made.officer).get(reverse("training:participants", args=[made.course.slug]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[1] for row in rows[1:]] == [person.national_code for person in made.people]
    assert browser(manager()).get(reverse("training:participants", args=[made.course.slug])).status_code == 403


def test_what_is_not_of_this_course_is_not_found_at_its_desk(browser: Any) -> None:
    made, other = CourseFactory(), CourseFactory.closed()
    officer = browser(made.officer)
    base = f"/courses/{made.course.slug}/desk/"
    code = other.registration(0).certificate.code
    for path in ("sessions/9/", f"certificates/{code}/revoke/", f"registrations/{other.registration(0).pk}/cancel/"):
        assert officer.get(base + path).status_code == 404, path


def test_the_admin_writes_by_the_services(browser: Any) -> None:
    made = CourseFactory.draft(meetings=0)
    officer = browser(made.officer)
    add = reverse("admin:training_session_add")
    day = "1405/99/99"
    assert (
        officer.post(add, {"course": made.course.pk, "topic": "x", "starts_at": day, "ends_at": day}).status_code == 200
    )
    assert officer.get(reverse("admin:training_course_change", args=[made.course.pk])).status_code == 200
    form = {"name": "نام تازه", "capacity": "۵", "audience": "PUBLIC", "county": "zanjan", "place": "زنجان", "host": "x",
            "instructor": "y", "fee": "", "minimum_attendance": "۷۰", "exam_pass_mark": "", "starts_on": "1405/11/01",
            "ends_on": "1405/11/05"}  # fmt: skip
    answer = officer.post(reverse("admin:training_course_change", args=[made.course.pk]), form)
    assert answer.status_code == 302, answer.context["adminform"].form.errors
    made.reload()
    assert (made.course.capacity, made.course.fee, made.course.exam_pass_mark) == (5, 0, None)
