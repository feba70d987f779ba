"""From plan to follow-up in a real browser: written on a desktop, agreed to on a phone, measured three months later; and axe."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from clinic.cases.choices import CaseStatus
from clinic.reports.services import reports
from clinic.treatment.models import Project, Remedy
from clinic.treatment.services import catalogue
from core import clock
from core.jobs import services as jobs
from core.persian.calendar import JalaliDate
from tests.browser.conftest import OpenScreen
from tests.browser.measuring import enter, violations
from tests.browser.pages import MARKS, Screen, sign_in
from tests.factories.accounts import PASSWORD
from tests.factories.clinic_cases import Made
from tests.factories.clinic_treatment import PlanFactory, TreatmentFactory, letter_to_bank, primary_of, soon
from tests.factories.clinic_units import ReadingFactory

pytestmark = MARKS

A_SEASON = timedelta(days=-96)


def set_day(screen: Screen, name: str, day: date) -> None:
    """A Jalali date in its three parts."""
    jalali = JalaliDate.from_date(day)
    screen.fill_date(name, str(jalali.day), str(jalali.month), str(jalali.year))


def test_a_plan_is_written_approved_and_agreed_to(
    transactional_db: None, open_screen: OpenScreen, settings: Any
) -> None:
    settings.STAFF_MFA = False
    made = TreatmentFactory.in_status("DIAGNOSED")
    ReadingFactory(made.case.unit, 10, now=clock.now())
    catalogue.bring_in(by=None, now=clock.now())
    plan = f"{made.case.get_absolute_url()}plan/"
    member = open_screen("desktop")
    sign_in(member, made.specialist().national_code, PASSWORD, then=plan)
    member.press("Begin the plan", within="main")
    member.follow("Write the aim")
    member.fill(aim="راه‌اندازی خط دوم تا شش ماه دیگر")
    member.press("Keep it", within="main")
    write_project(member, made)
    assert "سرمایه در گردش" in member.text
    member.follow("Lay the plan before the committee")
    member.press("Lay the plan before the committee", within="main")

    lead = open_screen("desktop")
    sign_in(lead, made.lead.national_code, PASSWORD, then=plan)
    lead.follow("Record the approval")
    lead.fill(session="نشست ۱۲", members="سه مشاور")
    lead.press("Record the approval", within="main")

    owner = open_screen("phone")
    sign_in(owner, made.owner.national_code, PASSWORD, then=plan)
    assert "نشست ۱۲" in owner.text
    signs_the_report(lead, member, owner, made)
    owner.open(plan)
    owner.follow("Agree to the plan")
    owner.press("Agree to the plan", within="main")
    assert made.reload().status == CaseStatus.PLAN_APPROVED

    member.open(plan)
    member.follow("Begin the treatment")
    member.press("Begin the treatment", within="main")
    member.page.locator("main .treatment-steps button").first.click()
    member.page.wait_for_load_state()
    assert Project.objects.get(plan__case=made.case).status == "UNDER_WAY"


def signs_the_report(lead: Screen, member: Screen, owner: Screen, made: Made) -> None:
    """Made by the lead, read and signed by the team with the password, and only then the unit's to read."""
    page = f"{made.case.get_absolute_url()}report/"
    owner.open(page)
    assert owner.page.locator("main a[href*='/files/']").count() == 0
    lead.open(page)
    lead.press("Make the report", within="main")
    jobs.drain(kinds=(reports.JOB,))
    member.open(page)
    member.follow("Sign this version")
    member.fill(password="not this one")
    member.press("Sign this version", within="main")
    assert not made.case.reports.get().signed_at
    member.fill(password=PASSWORD)
    member.press("Sign this version", within="main")
    assert member.page.url.endswith(page)
    jobs.drain(kinds=(reports.JOB,))
    owner.open(page)
    paper = made.case.reports.get().papers.get(is_signed=True).file
    assert owner.page.locator(f"main a[href='{paper.get_absolute_url()}']").count() == 1


def write_project(screen: Screen, made: Made) -> None:
    """One project with one step."""
    screen.follow("Write a project")
    page = screen.page
    page.locator("[name=remedy]").select_option(str(Remedy.objects.get(code="working_capital").pk))
    page.locator(f"input[name=causes][value='{primary_of(made.case)}']").check()
    screen.fill(name="سرمایه در گردش", cost_rials="2000000000", owner="مدیرعامل", expected="60", step_1="تشکیل پرونده")
    set_day(screen, "due_on", soon(60))
    set_day(screen, "step_1_due", soon(20))
    screen.press("Keep the project", within="main")


def test_a_unit_is_measured_after_its_treatment_and_the_case_is_closed(
    transactional_db: None, open_screen: OpenScreen, settings: Any
) -> None:
    settings.STAFF_MFA = False
    with clock.shifted(A_SEASON):
        made = TreatmentFactory.in_status("FOLLOW_UP")
    page = f"{made.case.get_absolute_url()}follow-up/"
    member = open_screen("phone")
    sign_in(member, made.specialist().national_code, PASSWORD, then=page)
    member.follow("Enter the measurement")
    member.fill(actual_capacity_percent="۶۲", staff="۹", note="هر دو خط کار می‌کند.")
    member.press("Keep it", within="main")
    assert made.case.follow_ups.get(month=3).reading is not None
    assert "هر دو خط" in member.text


def test_no_page_of_treatment_has_a_violation(transactional_db: None, open_screen: OpenScreen, settings: Any) -> None:
    settings.STAFF_MFA = False
    made, over = TreatmentFactory.in_status("IN_TREATMENT"), TreatmentFactory.in_status("CLOSED")
    letter_to_bank(made)
    base, closed = made.case.get_absolute_url(), over.case.get_absolute_url()
    screen = open_screen()
    enter(screen, made.lead)
    pages = ["plan/", "letters/", "letters/new/", "follow-up/", "follow-up/begin/", "tasks/new/"]
    found = violations(screen, [*(base + page for page in pages), "/clinic/learning/", "/clinic/learning/rule/"])
    enter(screen, over.lead)
    found += violations(screen, [f"{closed}follow-up/", f"{closed}follow-up/readmit/"])
    enter(screen, made.owner)
    found += violations(screen, [f"{base}plan/", f"{base}letters/", f"{base}follow-up/"])
    drafted = TreatmentFactory.in_status("DIAGNOSED")
    version = PlanFactory(drafted).version
    enter(screen, drafted.specialist())
    draft = drafted.case.get_absolute_url()
    found += violations(screen, [f"{draft}plan/", f"{draft}plan/{version}/projects/new/"])
    assert not found, "\n".join(found)
