"""A world in which every address of the portal has something to show, for the sweeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.models import Applicant, Document, GroupClaim, Person, User
from accounts.services import entities, people
from clinic.cases.services import findings, sheets
from clinic.consultants.services import conferences, reviews
from core import clock
from core.jobs.models import Job
from core.messages.models import Message
from programs.month_codes import code_of
from tests.architecture.sweep import patterns
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

TELLTALE = "نشانیِ محرمانهٔ سارا"
"""Stands in Sara's address: a page with it has shown what is hers."""


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


def build() -> Place:
    """The world; see `Place`."""
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
