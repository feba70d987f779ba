"""Every address × method × person: nobody sees what is not his, nothing answers with 500 (trust R6, R10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from accounts.choices import Role
from accounts.models import Applicant, Document, GroupClaim, Person, User
from accounts.services import entities, people
from clinic.cases.services import findings, sheets
from clinic.consultants.services import conferences, reviews
from core import clock
from core.jobs.models import Job
from core.messages.models import Message
from programs.month_codes import code_of
from tests.architecture.addresses import ENTRANCE, OWNED, PUBLIC, SIGNED_IN, STAFF_PAGES
from tests.factories import accounts as cast
from tests.factories import clinic_treatment as treatment
from tests.factories import clinic_units as units
from tests.factories.clinic_cases import CaseFactory
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_requests import RequestFactory, consultant_with_hours
from tests.factories.clusters import ClusterFactory, MemberFactory
from tests.factories.decisions import scored_world
from tests.factories.demand import WishFactory
from tests.factories.exhibitions import ExhibitionFactory
from tests.factories.programs import ProgrammeFactory
from tests.factories.readings import ReadingFactory, milestones
from tests.factories.reports import ReportFactory
from tests.factories.training import CourseFactory
from training.models import Certificate

pytestmark = pytest.mark.django_db

METHODS = ("get", "head", "post", "put", "patch", "delete")
STAFF = tuple(role for role in Role if role is not Role.APPLICANT)
TELLTALE = "نشانیِ محرمانهٔ سارا"
"""Stands in Sara's address: a page with it has shown what is hers."""


def patterns(resolver: URLResolver | None = None, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Name with its namespaces, and route, of every address."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join([*spaces, pattern.name or ""]), str(pattern.pattern)
        else:
            yield from patterns(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)


NAMES = sorted({name for name, _route in patterns() if not name.startswith("admin:")})


@dataclass
class Place:
    """A world in which every address has something to show: a finished call, and what belongs to Sara."""

    sara: User
    other: User
    arguments: dict[str, dict[str, Any]]
    secrets: tuple[str, ...]
    queries: dict[str, str]

    def address(self, name: str) -> str:
        """The address of Sara's thing under this name."""
        return reverse(name, kwargs=self.arguments.get(name, {})) + self.queries.get(name, "")


@pytest.fixture(scope="module")
def place(make_once: Any) -> Place:
    """Built once, in a transaction that is never committed; each test works in a savepoint of it."""
    made: Place = make_once(build)
    return made


def build() -> Place:
    """The world of all these tests."""
    world = scored_world(applicants=3, plots=2)
    run = world.final()
    application = world.applications[0]
    sara = application.applicant.person.user
    person = Person.objects.get(user=sara)
    now = world.now
    people.save_person(person_id=person.pk, data={"address": TELLTALE, "city": "زنجان"}, by=sara, now=now)
    document: Document = cast.document(application.applicant, sara, now=now)
    claim: GroupClaim = people.claim_group(applicant_id=application.applicant_id, group="isargar", by=sara, now=now)
    entity = entities.create(
        legal_national_id="10380284790", data={"name": "تعاونی سارا", "kind": "cooperative"}, position="مدیرعامل", by=sara,
        now=now,
    )  # fmt: skip
    signatory = entity.signatories.get()
    job = Job.objects.create(kind="allocations.run", key="sweep", requested_by=sara, run_after=now, created_at=now)
    call, track = {"slug": world.call.slug}, {"track": application.tracking_code}
    numbered = call | {"number": run.number}
    arguments: dict[str, dict[str, Any]] = {
        **course_arguments(),
        **reading_arguments(),
        "dashboards:estate": {"slug": world.call.estate.slug},
        "dashboards:estate_csv": {"slug": world.call.estate.slug, "name": "plots"},
        **exhibition_arguments(sara),
        **clinic_request_arguments(sara),
        **case_arguments(sara),
        **treatment.address_arguments(sara, TELLTALE),
        **units.address_arguments(Applicant.objects.get(person__user=sara)),
        **consultant_arguments(sara),
        "estates:detail": {"slug": world.call.estate.slug}, "estates:plan": {"slug": world.call.estate.slug},
        "plots:detail": {"code": world.plots[0].code}, "verify:code": {"code": application.tracking_code},
        "calls:record_zip": numbered, "calls:verifier": numbered, "calls:frozen_file": numbered | {"name": "rules.json"},
        "applications:step": track | {"name": "plan"}, "jobs:progress": {"job_id": job.pk},
        "applications:paper": track | {"code": "licence"}, "applications:remove_paper": track | {"code": "licence"},
        "accounts:withdraw_group": {"pk": claim.pk}, "accounts:group_evidence": {"claim": claim.pk},
        "accounts:entity": {"pk": entity.pk}, "accounts:new_signatory": {"pk": entity.pk},
        "accounts:end_signatory": {"pk": signatory.pk}, "accounts:replace_document": {"replaces": document.pk},
        "accounts:withdraw_document": {"pk": document.pk}, "accounts:end_session": {"pk": 1},
        "mfa_edit_webauthn": {"pk": 1}, "mfa_remove_webauthn": {"pk": 1},
        "files:open": {"file_id": document.file_id}, "files:thumbnail": {"file_id": document.file_id},
    }  # fmt: skip
    MemberFactory(ClusterFactory("knives"), contact_name=TELLTALE)
    for name, route in patterns():
        if name not in arguments and not name.startswith("admin:"):
            arguments[name] = call if "slug:slug" in route else track if "str:track" in route else {}
    # The inbox of the demo is open to everybody there and shows to whom an SMS went.
    Message.objects.filter(user=sara).delete()
    return Place(
        sara=sara,
        other=world.applications[1].applicant.person.user,
        arguments=arguments,
        queries={
            "plots:compare": "?" + "&".join(f"plot={plot.code}" for plot in world.plots),
            "dashboards:reports_compare": f"?one={ReportFactory().pk}&other={ReportFactory().pk}",
        },
        secrets=(TELLTALE, sara.national_code, sara.phone, "تعاونی سارا"),
    )


def course_arguments() -> dict[str, dict[str, Any]]:
    """What the pages of courses are about: one that is over with a certificate, one that somebody has registered for."""
    certificate = Certificate.objects.get(registration__course=CourseFactory.closed().course)
    over, opened = {"slug": certificate.registration.course.slug}, CourseFactory()
    coming, registration = {"slug": opened.course.slug}, opened.join()
    return {
        **{f"training:{name}": over for name in ("detail", "desk", "participants", "exam", "finish")},
        **{f"training:{name}": coming for name in ("register", "leave", "publish", "cancel")},
        "training:sheet": over | {"position": 1},
        "training:correct": over | {"result": certificate.registration.results.get().pk},
        "training:cancel_registration": coming | {"pk": registration.pk},
        "training:revoke": over | {"code": certificate.code},
        "clusters:detail": {"slug": "knives"},
        "dashboards:cluster": {"slug": "knives"},
        "dashboards:cluster_csv": {"slug": "knives", "name": "exports"},
        "clusters:exports_csv": {"slug": "knives"},
        "programs:detail": {"slug": ProgrammeFactory.in_status("ACTIVE", "nikan").slug},
        "dashboards:company_csv": {"name": "funnel"},
        "dashboards:programme": {"slug": "nikan"},
        "dashboards:programme_csv": {"slug": "nikan", "name": "curve"},
        "dashboards:report": {"report_id": ReportFactory().pk},
        "dashboards:report_slides": {"report_id": ReportFactory().pk},
    }


def reading_arguments() -> dict[str, dict[str, Any]]:
    """What the pages of readings are about: a figure that waits for approval, and one that counts."""
    waiting, counting, *_others = milestones(ProgrammeFactory.in_status("ACTIVE", "read"))
    row = ReadingFactory.in_status("SUBMITTED", waiting, percent=20)
    return {
        "readings:review": {"slug": row.programme.slug, "month": code_of(row.month)},
        "readings:detail": {"pk": row.pk},
        "readings:correct": {"pk": ReadingFactory.approved(counting, percent=10).pk},
        "readings:remove_evidence": {"pk": row.evidence.get().pk},
    }


def exhibition_arguments(sara: User) -> dict[str, dict[str, Any]]:
    """What the pages of exhibitions are about: one that is over with Sara's request and its result, one that takes requests."""
    over, opened = ExhibitionFactory.in_status("HELD"), ExhibitionFactory()
    held, coming = {"slug": over.exhibition.slug}, {"slug": opened.exhibition.slug}
    firm = Applicant.objects.get(person__user=sara)
    mine, wish = opened.join("A-01", firm=firm), WishFactory(firm)
    return {
        **{
            f"exhibitions:{name}": held
            for name in ("detail", "record_zip", "verifier", "desk", "requests_csv", "costs")
        },
        **{f"exhibitions:{name}": coming for name in ("ask", "check", "points", "value")},
        **{f"demand:{name}": {"pk": wish.pk} for name in ("change", "renew", "withdraw")},
        "exhibitions:request": {"code": mine.code},
        "exhibitions:withdraw": {"code": mine.code},
        "exhibitions:result": held | {"code": over.exhibition.requests.filter(status="AWARDED").first().code},
        "exhibitions:act": held | {"step": "report"},
        "exhibitions:remove_cost": held | {"pk": over.cost().pk},
    }


def clinic_request_arguments(sara: User) -> dict[str, dict[str, Any]]:
    """What the pages of requests to the clinic are about: one of Sara that waits, one whose talk is booked."""
    consultant_with_hours()
    waiting, talked = RequestFactory(user=sara), RequestFactory("QUESTION", user=sara, text=TELLTALE)
    talk = talked.book()
    number, with_talk = {"number": waiting.request.number}, {"number": talked.request.number}
    return {
        **{f"clinic:{name}": {"service": "question"} for name in ("ask", "check", "counter_ask")},
        **{f"clinic:{name}": number for name in ("withdraw", "book")},
        **{f"clinic:{name}": with_talk for name in ("request", "calendar", "cancel_talk", "desk_request")},
        "clinic:desk_act": number | {"step": "refuse"},
        "clinic:note_talk": {"pk": talk.pk},
    }


def case_arguments(sara: User) -> dict[str, dict[str, Any]]:
    """What the pages of a case are about: Sara's, under diagnosis, with something secret in each part."""
    made = CaseFactory.in_status("VISITED", owner=sara)
    number, now = {"number": made.case.number}, clock.now()
    market = {"items": {"customers": TELLTALE}, "rows": []}
    sheets.save(case_id=made.case.pk, kind="MARKET", by=made.specialist(), now=now, **market)
    entry = findings.add_swot(case_id=made.case.pk, kind="THREAT", text=TELLTALE, by=made.specialist(), now=now)
    handed_in, node = made.answer(), made.tree()[1]
    names = [name for name, _route in patterns() if name.startswith("cases:") and name != "cases:list"]
    return {
        **dict.fromkeys(names, number),
        "cases:act": number | {"step": "end"},
        "cases:leave_team": number | {"member": made.case.members.get().pk},
        "cases:more_photos": number | {"visit": made.case.visits.get().pk},
        **{f"cases:{name}": number | {"kind": "market"} for name in ("sheet", "edit_sheet")},
        "cases:start": number | {"version": handed_in.version_id},
        "cases:answers": number | {"answering": handed_in.pk},
        **{
            f"cases:{name}": number | {"finding": made.find(text=TELLTALE).pk}
            for name in ("change_finding", "remove_finding")
        },
        "cases:remove_swot": number | {"entry": entry.pk},
        **{f"cases:{name}": number | {"node": node.pk} for name in ("change_node", "remove_node")},
        "cases:remove_arrow": number | {"edge": node.causes.get().pk},
        **{f"clinic_reports:{name}": number for name in ("report", "make", "sign")},
        "clinic_reports:go_without": number | {"member": made.case.members.first().pk},
        "clinic_dashboard:csv": {"name": "causes"},
    }


def consultant_arguments(sara: User) -> dict[str, dict[str, Any]]:
    """What the pages of consultants are about: the team of a case of Sara's that she may rate, a conference and a review."""
    made, now = CaseFactory.in_status("TEAM_ASSIGNED", owner=sara), clock.now()
    member, guest = made.consultants["finance"], ConsultantFactory("tax")
    number = made.case.number
    talk = conferences.call(
        case_number=number,
        subject=TELLTALE,
        question=TELLTALE,
        held_at=now,
        consultant_ids=[guest.pk],
        by=made.lead,
        now=now,
    )
    asked = reviews.ask(
        case_number=number, report_version=1, consultant_id=member.pk, due_on=clock.today(), by=made.lead, now=now
    )
    return {
        "consultants:detail": {"pk": member.pk},
        "consultants:rate": {"number": number},
        "consultants:rate_one": {"number": number, "pk": member.pk},
        **{f"consultants:{name}": {"pk": talk.pk} for name in ("conference", "close_conference")},
        "consultants:review": {"pk": asked.pk},
        **{f"consultants:{name}": {"pk": 1} for name in ("remove_absence", "withdraw_paper")},
    }


def client_of(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client


def answer(client: Client, method: str, address: str) -> Any:
    with transaction.atomic():
        response = getattr(client, method)(address)
        transaction.set_rollback(True)
    return response


def body(response: Any) -> str:
    if response.streaming:
        return b"".join(response.streaming_content).decode("utf8", "replace")
    return response.content.decode("utf8", "replace")


def sent_to_sign_in(response: Any) -> bool:
    return response.status_code == 302 and response["Location"].startswith(("/account/sign-in/", "/admin/login/"))


def test_every_address_stands_in_one_table() -> None:
    tables = [PUBLIC, ENTRANCE, SIGNED_IN, frozenset(OWNED), frozenset(STAFF_PAGES)]
    listed = [name for table in tables for name in table]
    assert len(listed) == len(set(listed))
    assert sorted(set(NAMES) - set(listed)) == [], "addresses that no table knows"
    assert sorted(set(listed) - set(NAMES)) == [], "addresses that do not exist any more"


def test_public_pages_are_open_and_tell_nothing_of_anybody(place: Place) -> None:
    client = client_of(None)
    for name in sorted(PUBLIC - {"set_language"}):
        response = answer(client, "get", place.address(name))
        # Sara's application came into this world without a receipt, so there is nothing to verify under its code.
        assert response.status_code == (404 if name == "verify:code" else 200), name
        shown = body(response)
        assert not any(secret in shown for secret in place.secrets), name


@pytest.mark.parametrize("method", METHODS)
def test_a_visitor_is_sent_to_sign_in_from_everything_else(place: Place, method: str) -> None:
    client = client_of(None)
    for name in sorted(SIGNED_IN | set(OWNED) | set(STAFF_PAGES)):
        response = answer(client, method, place.address(name))
        assert sent_to_sign_in(response) or response.status_code in (403, 404, 405), (name, response.status_code)
        assert not any(secret in body(response) for secret in place.secrets), name


@pytest.mark.parametrize("method", METHODS)
def test_what_is_hers_is_not_there_for_another_applicant(place: Place, method: str) -> None:
    client = client_of(place.other)
    for name in sorted(OWNED):
        response = answer(client, method, place.address(name))
        assert response.status_code in (403, 404, 405), (name, response.status_code)
        assert not any(secret in body(response) for secret in place.secrets), name


@pytest.mark.parametrize("role", STAFF)
def test_what_is_hers_is_open_only_to_the_roles_of_the_table(place: Place, role: Role) -> None:
    client = client_of(cast.staff(role))
    for name, allowed in sorted(OWNED.items()):
        for method in ("get", "post"):
            response = answer(client, method, place.address(name))
            if role in allowed:
                assert response.status_code < 500, (name, method)
            else:
                assert response.status_code in (403, 404, 405), (name, method, response.status_code)
                assert not any(secret in body(response) for secret in place.secrets), (name, method)


@pytest.mark.parametrize("method", METHODS)
def test_pages_of_the_staff_are_closed_to_applicants(place: Place, method: str) -> None:
    client = client_of(place.other)
    for name in sorted(STAFF_PAGES):
        response = answer(client, method, place.address(name))
        assert response.status_code in (403, 404, 405), (name, response.status_code)


@pytest.mark.parametrize("role", STAFF)
def test_pages_of_the_staff_are_open_to_the_roles_of_the_table_and_an_auditor_changes_nothing(
    place: Place, role: Role
) -> None:
    client = client_of(cast.staff(role))
    for name, allowed in sorted(STAFF_PAGES.items()):
        for method in ("get", "post"):
            status = answer(client, method, place.address(name)).status_code
            if role not in allowed:
                assert status in (403, 404, 405), (name, method, status)
            elif role is Role.AUDITOR and method == "post":
                assert status in (403, 405), (name, status)
            else:
                assert status < (400 if method == "get" else 500), (name, method, status)


@pytest.mark.parametrize("method", METHODS)
def test_nothing_of_her_own_breaks_for_the_owner(place: Place, method: str) -> None:
    client = client_of(place.sara)
    for name in sorted(set(NAMES) - {"account_logout"}):
        response = answer(client, method, place.address(name))
        assert response.status_code < 500, (name, response.status_code)


def test_the_owner_reaches_what_is_hers(place: Place) -> None:
    client = client_of(place.sara)
    never_by_link = {
        "accounts:withdraw_group", "accounts:end_signatory", "accounts:withdraw_document", "accounts:end_session",
        "applications:remove_paper", "applications:paper", "applications:step", "applications:correction",
        "applications:withdraw", "applications:receipt",
    }  # fmt: skip
    for name in sorted(set(OWNED) - never_by_link):
        response = answer(client, "get", place.address(name))
        assert response.status_code == 200, (name, response.status_code)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_pages_answer_other_methods_with_405_or_the_same_refusal(place: Place, method: str) -> None:
    client = client_of(None)
    for name in sorted(PUBLIC - {"set_language"}):
        assert answer(client, method, place.address(name)).status_code in (403, 405), name


# --- the staff desk ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def desk(place: Place) -> list[str]:
    """Every list and form of the admin, and every action page, for a row that exists or for number 1."""
    found, known = {reverse("admin:index"), reverse("admin:autocomplete")}, list(patterns())
    for model, _site in admin.site._registry.items():
        row = model._default_manager.order_by("pk").values_list("pk", flat=True).first() or 1
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found |= {reverse(f"{base}_changelist"), reverse(f"{base}_add")}
        found |= {reverse(f"{base}_{page}", args=[row]) for page in ("change", "delete", "history")}
        usual = {f"{base}_{page}" for page in ("change", "delete", "history")}
        for name, route in known:
            if name.startswith(f"{base}_") and "<" in route and name not in usual:
                found |= _reversed(name, route, row)
    return sorted(found)


def _reversed(name: str, route: str, row: Any) -> set[str]:
    count = route.count("<")
    try:
        return {reverse(name, args=[row, *([1] * (count - 1))])}
    except NoReverseMatch:
        return set()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_desk_is_closed_to_visitors_and_applicants(
    place: Place, desk: list[str], bare_refusals: None, method: str
) -> None:
    for user in (None, place.sara):
        client = client_of(user)
        for address in desk:
            response = answer(client, method, address)
            assert sent_to_sign_in(response) or response.status_code in (403, 404, 405), (address, response.status_code)
            assert "changelist" not in body(response), address


@pytest.mark.parametrize("role", STAFF)
def test_no_page_of_the_desk_breaks_for_anybody(desk: list[str], bare_refusals: None, role: Role) -> None:
    client = client_of(cast.staff(role))
    for address in desk:
        response = answer(client, "get", address)
        assert response.status_code < 500, (address, response.status_code)


@pytest.mark.parametrize("role", STAFF)
def test_an_empty_form_posted_to_the_desk_changes_nothing_and_breaks_nothing(
    desk: list[str], bare_refusals: None, role: Role
) -> None:
    client = client_of(cast.staff(role))
    # A list answers a POST without an action with itself.
    lists = {reverse("admin:index")} | {
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist") for model in admin.site._registry
    }
    # So a list and a history are the pages of the test above; those to whom most of them open stand for all roles.
    again = {address for address in desk if address in lists or address.endswith("/history/")}
    for address in desk if role in (Role.AUDITOR, Role.ADMIN) else sorted(set(desk) - again):
        response = answer(client, "post", address)
        assert response.status_code < 500, (address, response.status_code)
        if role is Role.AUDITOR and address not in again:
            assert response.status_code in (302, 403, 404, 405, 409), (address, response.status_code)


@pytest.mark.parametrize(
    "role", sorted(set(STAFF) - {Role.OFFICER, Role.COMMITTEE, Role.SCORER, Role.AUDITOR, Role.ADMIN})
)
def test_roles_outside_the_allocation_see_no_application(place: Place, desk: list[str], role: Role) -> None:
    client = client_of(cast.staff(role))
    for address in desk:
        if "/allocations/application/" in address or "/accounts/person/" in address:
            shown = answer(client, "get", address)
            assert not any(secret in body(shown) for secret in place.secrets), address
