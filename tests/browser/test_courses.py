"""A course in a real browser: a seat, the sheet of attendance, marks, the results, and a stranger who checks the certificate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext

from core import clock
from core.jobs import services as jobs
from tests.browser.conftest import MoveClock, OpenScreen
from tests.browser.pages import MARKS, Screen, sign_in
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.training import Class, CourseFactory
from training.choices import RegistrationStatus
from training.models import Certificate, Registration
from training.services import courses

pytestmark = MARKS


def test_a_visitor_takes_a_seat_and_anybody_can_check_the_certificate(
    transactional_db: None, open_screen: OpenScreen, move_clock: MoveClock, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    made = CourseFactory()
    user = UserFactory()
    learner = open_screen("phone")
    takes_a_seat(learner, made, user)

    move_clock(clock.now() + timedelta(days=20))
    courses.settle_phases(now=clock.now())
    row = Registration.objects.get(course=made.course, person=user.person)
    staff = open_screen("phone")
    desk = f"/courses/{made.course.slug}/desk/"
    sign_in(staff, made.officer.national_code, PASSWORD, then=desk)
    for session in made.course.sessions.all():
        notes_attendance(staff, f"{desk}sessions/{session.position}/", row)
    staff.open(f"{desk}exam/")
    staff.fill(**{f"score_{row.pk}": "۸۵٫۵"})
    staff.page.locator("main form button").first.click()
    staff.open(f"{desk}finish/")
    staff.press("Settle the results and issue the certificates", within="main")
    jobs.drain(now=clock.now())
    row.refresh_from_db()
    assert row.status == RegistrationStatus.COMPLETED

    certificate = Certificate.objects.get(registration=row)
    assert certificate.pdf_id is not None
    stranger = open_screen("phone")
    stranger.open("/verify/")
    stranger.fill(code=certificate.code)
    stranger.page.locator("main form button").first.click()
    stranger.page.wait_for_url(f"**/verify/{certificate.code}/")
    assert gettext("Yes, this certificate is genuine and valid") in stranger.text
    assert user.last_name not in stranger.text
    stranger.open("/verify/ZN-1405-NOTHING/")
    assert gettext("Yes, this certificate is genuine and valid") not in stranger.text


def takes_a_seat(screen: Screen, made: Class, user: Any) -> None:
    """From the list to the page of the course; who wants a seat signs in first and comes back to it."""
    screen.open("/courses/")
    screen.follow(made.course.display_name)
    screen.follow("Register")
    assert screen.page.url.split("?")[0].endswith("/account/sign-in/")
    screen.fill(name=user.national_code, password=PASSWORD)
    screen.press("Sign in", within="main")
    assert screen.page.url.endswith(f"/courses/{made.course.slug}/register/")
    screen.press("Register", within="main")
    assert screen.page.url.endswith("/courses/mine/")
    assert made.course.display_name in screen.text


def notes_attendance(screen: Screen, path: str, row: Registration) -> None:
    """Everybody is offered as present; one tap says otherwise, and another takes it back."""
    screen.open(path)
    for state in ("LATE", "PRESENT"):
        screen.page.locator(f"label:has(input[name=state_{row.pk}][value={state}])").click()
    screen.press("Save the attendance", within="main")
    assert screen.page.url.endswith("/desk/")
