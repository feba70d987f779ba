"""Who may see and do what at the staff desk."""

from copy import deepcopy

import pytest
from django.urls import reverse

from allocations.models import Application, Call
from tests.factories import accounts
from tests.factories.allocations import ApplicationFactory, CallFactory

OTHER = "somewhere-else"
EVERYBODY = ("officer", "scorer", "committee", "auditor", "admin", "manager")

LISTS = {
    "call": set(EVERYBODY),
    "application": {"officer", "committee", "auditor"},
    "scorerassignment": {"officer", "scorer", "committee", "auditor"},
    "run": {"committee", "auditor"},
    "objection": {"committee", "auditor"},
    "callquestion": {"officer", "committee", "auditor"},
    "frozenlist": {"committee", "auditor"},
    "draw": {"committee", "auditor"},
    "redraworder": {"committee", "auditor"},
    "award": {"committee", "auditor"},
    "eligibilitydecision": {"officer", "committee", "auditor"},
    "correctionrequest": {"officer", "committee", "auditor"},
    "submissionversion": {"officer", "committee", "auditor"},
    "conflictdeclaration": {"committee", "auditor"},
    "score": {"committee", "auditor"},
    "criterionresult": {"committee", "auditor"},
    "callextension": set(EVERYBODY) - {"scorer"},
    "callamendment": set(EVERYBODY) - {"scorer"},
}
CALL_PAGES = {
    "change": set(EVERYBODY),
    "rules": set(EVERYBODY),
    "edit": {"officer", "committee"},
    "groups": {"officer", "committee"},
    "plots": {"officer", "committee"},
    "criteria": {"officer", "committee"},
    "papers": {"officer", "committee"},
    "publish": {"committee"},
    "extend": {"committee"},
    "cancel": {"committee"},
    "reviewed": {"officer", "committee"},
    "assign": {"officer", "committee"},
    "settle": {"officer", "committee"},
    "freeze": {"committee"},
    "run": {"committee"},
    "run/progress": {"committee", "auditor"},
    "result": {"committee"},
    "final": {"committee"},
}


@pytest.fixture(scope="module")
def made_draft(make_once):
    return make_once(CallFactory.draft)


@pytest.fixture
def draft(made_draft, db):
    """A call that is being written, with its stage."""
    return deepcopy(made_draft)


@pytest.fixture(scope="module")
def made_application(make_once):
    return make_once(lambda: ApplicationFactory.in_status("SUBMITTED"))


@pytest.fixture
def application(made_application, db):
    """An application that waits for review."""
    return deepcopy(made_application)


@pytest.mark.parametrize("role", EVERYBODY)
def test_each_table_opens_for_its_roles_and_for_nobody_else(role, desk, bare_refusals):
    client = desk(accounts.staff(role))
    for model, roles in LISTS.items():
        status = client.get(reverse(f"admin:allocations_{model}_changelist")).status_code
        assert status == (200 if role in roles else 403), model


@pytest.mark.parametrize("role", EVERYBODY)
def test_each_page_of_a_call_opens_for_its_roles_and_for_nobody_else(role, draft, desk, bare_refusals):
    client = desk(accounts.staff(role, draft.call.estate.slug))
    for page, roles in CALL_PAGES.items():
        status = client.get(f"/admin/allocations/call/{draft.call.pk}/{page}/").status_code
        assert status == (200 if role in roles else 403), page


def test_a_role_for_another_estate_does_not_find_the_call(draft, desk, bare_refusals):
    client = desk(accounts.committee(OTHER))
    for page in CALL_PAGES:
        assert client.get(f"/admin/allocations/call/{draft.call.pk}/{page}/").status_code == 404, page


def test_an_applicant_has_no_place_at_the_staff_desk(draft, desk):
    client = desk(accounts.UserFactory())
    for page in CALL_PAGES:
        answer = client.get(f"/admin/allocations/call/{draft.call.pk}/{page}/")
        assert answer.status_code in (302, 403), page
        assert draft.call.title not in answer.content.decode(), page


def test_tables_hold_only_rows_of_the_persons_estates(application, desk):
    mine, other = application, ApplicationFactory.in_status("SUBMITTED")
    client = desk(accounts.officer(mine.call.estate.slug))
    page = client.get(reverse("admin:allocations_application_changelist")).content.decode()
    assert mine.tracking_code in page
    assert other.tracking_code not in page
    assert client.get(f"/admin/allocations/application/{other.pk}/change/").status_code == 404
    calls = client.get(reverse("admin:allocations_call_changelist")).content.decode()
    assert mine.call.title in calls
    assert other.call.title not in calls


def test_a_draft_of_an_applicant_is_nobodys_business(desk):
    started = ApplicationFactory.in_status("DRAFT")
    client = desk(accounts.auditor())
    assert started.tracking_code not in client.get(reverse("admin:allocations_application_changelist")).content.decode()
    assert client.get(f"/admin/allocations/application/{started.pk}/change/").status_code == 404


def test_nothing_can_be_added_changed_or_deleted_past_the_services(application, desk, bare_refusals):
    client = desk(accounts.auditor())
    for model in LISTS:
        place = f"/admin/allocations/{model}"
        assert client.post(f"{place}/{application.pk}/change/", {"status": "FINAL"}).status_code == 403, model
        assert client.post(f"{place}/add/", {"status": "FINAL"}).status_code == 403, model
        deleted = client.post(f"{place}/{application.pk}/delete/", {"post": "yes"})
        assert deleted.status_code in (302, 403, 404), model
        bulk = {"action": "delete_selected", "_selected_action": [application.pk]}
        assert client.post(f"{place}/", bulk).status_code == 403, model
    assert Application.objects.filter(pk=application.pk, status="SUBMITTED").exists()
    assert Call.objects.filter(pk=application.call_id).exists()


def test_a_committee_member_cannot_post_a_status_to_the_page_of_a_call(draft, desk):
    url = reverse("admin:allocations_call_change", args=[draft.call.pk])
    assert desk(draft.member).post(url, {"status": "FINAL", "title": "x"}).status_code == 403
    draft.call.refresh_from_db()
    assert draft.call.status == "DRAFT"


@pytest.mark.parametrize("role", EVERYBODY)
def test_my_work_opens_for_every_role(role, desk):
    assert desk(accounts.staff(role)).get("/admin/").status_code == 200
