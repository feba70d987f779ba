"""Who sees what of a case: the promise of the clinic, tried by person and page (trust R6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.cases.models import CaseLook
from clinic.cases.selectors.cases import seen_by
from clinic.cases.services import cases, sheets, team
from core import clock
from core.audit.models import Entry
from core.files.models import FileAccess
from core.messages.models import Message
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made, outsiders

pytestmark = pytest.mark.django_db

SECRET = "راز کارگاه سارا"
"""As the portal stores it: a text with vowel signs would be found on no page, and prove nothing."""
Browser = Callable[[User], Client]
EVERYBODYS = ("overview", "data", "sheet")
TEAMS = ("visits", "questionnaires", "answers", "findings", "causes")
WRITERS = ("new_visit", "new_finding", "new_swot", "new_node", "new_arrow")
LEADS = ("team",)


def secretive() -> Made:
    """A case with a secret in every part."""
    found = CaseFactory.in_status("TEAM_ASSIGNED")
    found.visit(notes=SECRET, photos=[accounts.photo()])
    sheets.save(
        case_id=found.case.pk,
        kind="MARKET",
        items={"customers": SECRET},
        rows=[],
        by=found.specialist(),
        now=clock.now(),
    )
    found.answer()
    found.find(text=SECRET)
    found.node("SYMPTOM", text=SECRET)
    found.reload()
    return found


@pytest.fixture(scope="module")
def once(make_once: Any) -> Made:
    return make_once(secretive)


@pytest.fixture
def made(once: Made) -> Made:
    """A case with a secret in every part."""
    return deepcopy(once)


def _address(made: Made, name: str) -> str:
    more: dict[str, Any] = {}
    if name == "sheet":
        more = {"kind": "market"}
    if name == "answers":
        more = {"answering": made.case.answerings.get().pk}
    return reverse(f"cases:{name}", kwargs={"number": made.case.number, **more})


def _photo(made: Made) -> Iterator[str]:
    file = made.case.visits.get().photos.get().file
    yield file.get_absolute_url()
    yield file.thumbnail_url


def test_strangers_learn_nothing_of_a_case_whatever_their_role(made: Made, browser: Browser) -> None:
    names = (*EVERYBODYS, *TEAMS, *WRITERS, *LEADS, "looks", "agree")
    pages = {name: _address(made, name) for name in names}
    for who, user in outsiders(made).items():
        client = browser(user)
        for name, address in pages.items():
            answer = client.get(address)
            assert answer.status_code == 404, (who, name)
            assert SECRET not in answer.content.decode(), (who, name)
        for address in _photo(made):
            assert client.get(address).status_code in (403, 404), (who, address)
        assert made.case not in seen_by(user), who
        assert made.case.number not in client.get(reverse("cases:list")).content.decode(), who
    assert not CaseLook.objects.exclude(by__in=[made.lead, made.specialist()]).exists()


def test_team_and_lead_read_everything_and_the_unit_its_own_figures_and_who_looked(
    made: Made, browser: Browser
) -> None:
    for user, open_pages, closed in (
        (made.lead, (*EVERYBODYS, *TEAMS, *WRITERS, *LEADS, "looks"), ("agree",)),
        (made.specialist(), (*EVERYBODYS, *TEAMS, *WRITERS, "agree"), (*LEADS, "looks")),
        (made.owner, (*EVERYBODYS, "looks"), (*TEAMS, *WRITERS, *LEADS, "agree")),
        (accounts.auditor(), (*EVERYBODYS, *TEAMS, "looks"), (*WRITERS, *LEADS, "agree")),
    ):
        client = browser(user)
        for name in open_pages:
            assert client.get(_address(made, name)).status_code == 200, (user, name)
        for name in closed:
            answer = client.get(_address(made, name))
            assert answer.status_code == 403, (user, name)
            assert SECRET not in answer.content.decode()
        for address in _photo(made):
            assert client.get(address).status_code == (404 if user == made.owner else 200), (user, address)
        assert made.case in seen_by(user)


def test_every_look_of_staff_is_written_and_read_by_the_unit_and_stays(made: Made, browser: Browser) -> None:
    lead = browser(made.lead)
    for name in ("overview", "findings"):
        lead.get(_address(made, name))
    lead.get(next(_photo(made)))
    browser(made.owner).get(_address(made, "overview"))
    looks = CaseLook.objects.filter(case=made.case)
    assert sorted(looks.values_list("standing", "part")) == [("LEAD", "findings"), ("LEAD", "overview")]
    assert FileAccess.objects.filter(purpose="cases.file", by=made.lead).count() == 1
    shown = browser(made.owner).get(_address(made, "looks")).content.decode()
    assert shown.count(made.lead.display_name) >= 3
    assert made.case.visits.get().photos.get().file.original_name in shown
    for act in (lambda: looks.update(part="x"), looks.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_a_form_that_comes_back_with_errors_is_a_look_too(made: Made, browser: Browser) -> None:
    address = _address(made, "new_node")
    answer = browser(made.specialist()).post(address, {"kind": "CAUSE"})
    assert answer.status_code != 302
    assert SECRET in answer.content.decode(), "the boxes of the tree stand in the form"
    assert CaseLook.objects.filter(case=made.case, by=made.specialist(), part="causes").count() == 1


def test_access_ends_with_the_membership_and_with_the_case(made: Made, browser: Browser) -> None:
    member = made.name("tax")
    leaver = made.specialist("tax")
    assert browser(leaver).get(_address(made, "findings")).status_code == 200
    team.end_membership(member_id=member.pk, reason="سفر", by=made.lead, now=clock.now())
    assert browser(leaver).get(_address(made, "findings")).status_code == 404
    stayer = made.specialist()
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason="پایان", by=made.lead, now=clock.now())
    assert browser(stayer).get(_address(made, "overview")).status_code == 404
    assert [browser(stayer).get(address).status_code for address in _photo(made)] == [404, 404]
    assert browser(made.lead).get(_address(made, "findings")).status_code == 200
    assert browser(made.owner).get(_address(made, "overview")).status_code == 200


def test_who_lost_the_role_of_a_consultant_lost_his_cases(made: Made, browser: Browser) -> None:
    from accounts.models import RoleGrant
    from accounts.services import roles

    user = made.specialist()
    grant = RoleGrant.objects.get(user=user, role="consultant")
    roles.end(grant_id=grant.pk, by=None, now=clock.now())
    assert browser(User.objects.get(pk=user.pk)).get(_address(made, "findings")).status_code == 404


def test_no_page_of_a_case_asks_more_than_twelve_queries(
    made: Made, browser: Browser, django_assert_max_num_queries: Any
) -> None:
    for specialty in ("tax", "legal", "marketing"):
        made.name(specialty)
    made.agree()
    for user in (made.lead, made.specialist(), made.owner):
        client = browser(user)
        pages = EVERYBODYS if user == made.owner else (*EVERYBODYS, *TEAMS)
        for name in pages:
            address = _address(made, name)
            with django_assert_max_num_queries(12, info=f"{name} for {user}"):
                client.get(address)


def test_the_record_and_the_outbox_tell_the_administrator_nothing_of_cases(made: Made, browser: Browser) -> None:
    cases.end_early(case_id=made.case.pk, outcome="DROPPED", reason=SECRET, by=made.lead, now=clock.now())
    number, request = made.case.number, made.case.request.number
    admin, auditor = browser(accounts.admin()), browser(accounts.auditor())
    record = reverse("admin:audit_entry_changelist")
    assert SECRET in auditor.get(record).content.decode()
    entry = Entry.objects.get(action="cases.case.ended_early")
    for address in (record, reverse("admin:audit_entry_change", args=[entry.pk])):
        shown = admin.get(address).content.decode()
        assert not any(word in shown for word in (SECRET, number, request)), address
    outbox = reverse("admin:outbox_message_changelist")
    assert Message.objects.filter(template__startswith="clinic.").exists()
    assert "clinic." not in admin.get(outbox).content.decode()
    for query in ({"q": "clinic:"}, {"template": "clinic.case_ended"}):
        assert list(admin.get(outbox, query).context["cl"].queryset) == []
