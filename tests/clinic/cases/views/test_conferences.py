"""Conferences and reviews of real cases: open to whom the case is open, and every look is written for the unit."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.cases.models import CaseLook
from clinic.cases.services import cases, team
from clinic.consultants.models import CaseConference, Consultant
from clinic.consultants.services import conduct, conferences, reviews
from core import clock
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_consultants import ConsultantFactory

pytestmark = pytest.mark.django_db

Browser = Callable[[User], Client]
SECRET = "بدهی سه برابر فروش سال"


@pytest.fixture(scope="module")
def once(make_once: Any) -> tuple[Made, Consultant]:
    return make_once(
        lambda: (
            CaseFactory.in_status("TEAM_ASSIGNED", specialties=("finance", "tax")),
            ConsultantFactory("legal"),
        )
    )


@pytest.fixture
def made(once: tuple[Made, Consultant]) -> Made:
    """A case with a team of two."""
    return deepcopy(once[0])


@pytest.fixture
def guest(once: tuple[Made, Consultant]) -> Consultant:
    """Somebody who is not of the team."""
    return deepcopy(once[1])


def call(made: Made, *guests: Consultant) -> CaseConference:
    invited = [made.consultants["tax"].pk, *(one.pk for one in guests)]
    return conferences.call(
        case_number=made.case.number, subject="بانک", question=SECRET, held_at=clock.now() + timedelta(days=1),
        consultant_ids=invited, by=made.specialist(), now=clock.now(),
    )  # fmt: skip


def reads(browser: Browser, user: User, row: CaseConference) -> bool:
    """Whether the page opens; the list and the page must tell the same."""
    page = browser(user).get(reverse("consultants:conference", args=[row.pk]))
    assert page.status_code in (200, 404) and (SECRET in page.content.decode()) == (page.status_code == 200)
    listed = row.subject in browser(user).get(reverse("consultants:conferences")).content.decode()
    assert listed == (page.status_code == 200)
    return listed


def test_a_conference_closes_to_each_as_the_case_does(
    made: Made, guest: Consultant, browser: Browser, django_assert_max_num_queries: Any
) -> None:
    row, caller, member = call(made, guest), made.specialist(), made.specialist("tax")
    everybody = (made.lead, caller, member, guest.user)
    for user in everybody:
        client = browser(user)
        with django_assert_max_num_queries(20):
            client.get(reverse("consultants:conference", args=[row.pk]))
    assert all(reads(browser, user, row) for user in everybody)
    assert not any(reads(browser, user, row) for user in (accounts.clinic_lead(), ConsultantFactory("tax").user))
    left = made.case.members.get(specialty="tax")
    team.end_membership(member_id=left.pk, reason="سفر", by=made.lead, now=clock.now())
    # He was invited as a member, and now stands like a colleague from outside until the conference is closed.
    assert reads(browser, member, row)
    conferences.close(conference_id=row.pk, conclusion="تقسیط", by=made.lead, now=clock.now())
    assert [reads(browser, user, row) for user in everybody] == [True, True, False, False]
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="پایان", by=made.lead, now=clock.now())
    assert [reads(browser, user, row) for user in everybody] == [True, False, False, False]


def test_who_has_an_interest_in_the_unit_is_not_asked_and_reads_no_more_once_he_declares_it(
    made: Made, guest: Consultant, browser: Browser
) -> None:
    row = call(made, guest)
    own = ConsultantFactory("legal", user=accounts.consultant())
    type(made.case.unit).objects.filter(pk=made.case.unit_id).update(owner=own.user.person.applicant)
    entry = {
        "case_number": made.case.number, "subject": "بانک", "question": SECRET, "held_at": "1405/12/20 10:30",
        "consultants": [own.pk],
    }  # fmt: skip
    page = browser(made.specialist()).post(reverse("consultants:call_conference"), entry)
    assert page.status_code == 422 and set(page.context["form"].errors) == {"consultants"}
    assert own.name in str(page.context["form"].errors) and SECRET in page.content.decode()
    conduct.declare_conflict(
        consultant_id=guest.pk, unit_id=made.case.unit_id, kind="FAMILY", by=guest.user, now=clock.now()
    )
    assert not reads(browser, guest.user, row)


def test_every_look_at_a_conference_or_a_review_is_written_and_read_by_the_unit(
    made: Made, guest: Consultant, browser: Browser
) -> None:
    row = call(made, guest)
    asked = reviews.ask(
        case_number=made.case.number, report_version=1, consultant_id=made.consultants["tax"].pk,
        due_on=clock.today(), by=made.lead, now=clock.now(),
    )  # fmt: skip
    address, review = reverse("consultants:conference", args=[row.pk]), reverse("consultants:review", args=[asked.pk])
    browser(guest.user).get(address)
    browser(guest.user).post(address, {"text": ""})
    browser(accounts.auditor()).get(address)
    browser(made.specialist("tax")).get(review)
    browser(made.specialist("tax")).get(reverse("consultants:me"))
    looks = list(CaseLook.objects.filter(case=made.case).order_by("pk").values_list("standing", "part"))
    assert looks == [("GUEST", "conference")] * 2 + [("AUDITOR", "conference"), ("TEAM", "review")]
    shown = browser(made.owner).get(reverse("cases:looks", args=[made.case.number])).content.decode()
    assert guest.user.display_name in shown and ">conference<" not in shown and ">review<" not in shown
