"""A case through its pages, from the naming of the team to the end of the diagnosis; bad input gets its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Cause, CauseEdge, CauseNode
from core import clock
from core.persian.dates import format_datetime
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory, Made
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_instruments import InstrumentFactory

pytestmark = pytest.mark.django_db

Browser = Callable[[User], Client]


def test_a_case_is_led_through_its_pages_to_a_finished_diagnosis(admitted: Made, browser: Browser) -> None:
    made = admitted
    lead, number = browser(made.lead), made.case.number
    consultant = ConsultantFactory("finance")
    version = InstrumentFactory("finance")

    def at(name: str, *more: Any) -> str:
        return reverse(f"cases:{name}", args=[number, *more])

    def post(client: Client, address: str, data: dict[str, Any] | None = None, status: int = 302) -> Any:
        answer = client.post(address, data or {})
        assert answer.status_code == status, (address, answer.content.decode()[:3000])
        return answer

    assert consultant.name in lead.get(at("team") + "?need=finance").content.decode()
    named = {"consultant": consultant.pk, "specialty": "finance"}
    refused = post(lead, at("team"), {**named, "specialty": "tax"}, status=422)
    assert refused.context["form"].errors
    post(lead, at("team"), named)
    user = User.objects.get(pk=consultant.user_id)
    team = browser(user)
    moment = format_datetime(clock.now(), "short", language="en")
    wrong = post(team, at("new_visit"), {"visited_at": "1405/13/40 10:00", "notes": "سالن خالی است"}, status=422)
    assert "سالن خالی است" in wrong.content.decode()
    post(team, at("new_visit"), {"visited_at": moment, "notes": "سالن خالی است", "photos": [accounts.photo()]})
    assert made.reload().status == CaseStatus.VISITED

    sheet = at("edit_sheet", "debts")
    owner = browser(made.owner)
    figures = {"seen": "0", "bank": "۲٬۰۰۰٬۰۰۰", "bank_overdue": "3000000", "insurance": "0", "tax": "0"}
    assert b"bank_overdue" in post(owner, sheet, figures, status=422).content
    post(owner, sheet, {**figures, "bank_overdue": "1000000"})
    assert post(team, sheet, {**figures, "bank_overdue": "0"}, status=409)
    rows = {"seen": "0", "rows_0_year": "۱۴۰۳", "rows_0_amount": "10", "rows_2_year": "1404", "rows_2_amount": "20"}
    post(team, at("edit_sheet", "sales"), rows)
    assert [row["year"] for row in made.case.sheets.get(kind="SALES").data["rows"]] == [1403, 1404]
    assert "۱۴۰۳" in owner.get(at("sheet", "sales")).content.decode()

    post(team, at("start", version.pk))
    answering = made.case.answerings.get()
    form = at("answers", answering.pk)
    scale, cost, debt, days, names = (f"q_{one.pk}" for one in version.questions.all())
    post(team, form, {scale: "7"}, status=422)
    post(team, form, {scale: "2", "save": "1"})
    lacking = post(team, form, {scale: "2", "hand_in": "1"}, status=422)
    assert set(lacking.context["form"].errors) == {cost, debt}
    post(team, form, {scale: "2", cost: "3", debt: "0", days: "۱۰۰", names: "بازار", "hand_in": "1"})
    read = lead.get(form).content.decode()
    assert "۱۰۰" in read and "بازار" in read
    assert "radar-dot" in lead.get(at("questionnaires")).content.decode()

    post(
        team,
        at("new_finding"),
        {"dimension": "finance", "text": "نقد نیست", "severity": "9", "evidence": "x"},
        status=422,
    )
    post(
        team, at("new_finding"), {"dimension": "finance", "text": "نقد نیست", "severity": "5", "evidence": "صورت بانک"}
    )
    post(team, at("new_swot"), {"kind": "THREAT", "text": "واردات"})
    finding, line = made.case.findings.get(), made.case.swot.get()
    changed = {"dimension": "finance", "text": "نقد نیست", "severity": "4", "evidence": "صورت"}
    post(team, at("change_finding", finding.pk), changed)
    post(team, at("remove_swot", line.pk))

    box = {"kind": "SYMPTOM", "text": "تولید خوابیده است", "dimension": "production_technology"}
    post(team, at("new_node"), {**box, "text": ""}, status=422)
    post(team, at("new_node"), box)
    symptom = CauseNode.objects.get(case=made.case)
    cause = {"kind": "CAUSE", "text": "مواد نیست", "dimension": "supply"}
    post(team, at("new_node"), {**cause, "effect": symptom.pk})
    middle = made.case.cause_nodes.get(kind="CAUSE")
    root = {"kind": "ROOT", "cause": str(Cause.objects.get(code="liquidity").pk)}
    post(team, at("new_node"), root, status=422)
    post(team, at("new_node"), {**root, "rank": "PRIMARY"})
    bottom = made.case.cause_nodes.get(kind="ROOT")
    post(team, at("new_arrow"), {"cause": middle.pk, "effect": middle.pk}, status=422)
    post(team, at("new_arrow"), {"cause": bottom.pk, "effect": middle.pk})
    post(team, at("remove_arrow", CauseEdge.objects.get(cause=bottom).pk))
    post(team, at("new_arrow"), {"cause": bottom.pk, "effect": middle.pk})
    drawn = lead.get(at("causes")).content.decode()
    assert drawn.count("<svg") >= 2 and "کمبود نقدینگی" in drawn and 'direction="rtl"' in drawn

    post(team, at("agree"), {"agrees": "0", "reason": ""}, status=422)
    post(lead, at("act", "finish"), status=409)
    post(team, at("agree"), {"agrees": "1"})
    assert lead.get(at("act", "finish")).status_code == 200
    done = post(lead, at("act", "finish"))
    assert list(get_messages(done.wsgi_request))
    assert made.reload().status == CaseStatus.DIAGNOSED
    assert post(team, at("new_finding"), changed, status=409)
    for name in ("overview", "visits", "data", "questionnaires", "findings", "causes", "looks"):
        assert lead.get(at(name)).status_code == 200, name
    post(lead, at("act", "reopen"), {"reason": ""}, status=422)
    post(lead, at("act", "end"), {"outcome": "REVIVED", "reason": "x"}, status=422)
    member = made.case.members.get()
    post(lead, at("leave_team", member.pk), {"reason": "سفر"})
    post(lead, at("act", "end"), {"outcome": "NOT_REVIVABLE", "reason": "زمین فروخته شد"})
    assert "زمین فروخته شد" in owner.get(at("overview")).content.decode()


def test_the_list_shows_everybody_his_cases_in_a_fixed_number_of_queries(
    admitted: Made, browser: Browser, django_assert_max_num_queries: Any
) -> None:
    made, lead = admitted, admitted.lead
    client, address = browser(lead), reverse("cases:list")
    client.get(address)
    with django_assert_max_num_queries(8):
        assert made.case.number in client.get(address).content.decode()
    others = [CaseFactory(lead=lead, owner=made.owner) for _ in range(5)]
    with django_assert_max_num_queries(8):
        shown = client.get(address).content.decode()
    assert all(one.case.number in shown for one in others)
    assert made.case.number not in client.get(address + "?state=ended").content.decode()
    assert made.case.number in browser(made.owner).get(address).content.decode()
    assert browser(accounts.manager()).get(address).status_code == 200


def test_a_case_goes_to_another_lead_by_any_lead_and_by_nobody_else(admitted: Made, browser: Browser) -> None:
    made, other = admitted, accounts.clinic_lead()
    address = reverse("cases:hand_over", args=[made.case.number])
    assert browser(accounts.manager()).get(address).status_code == 403
    assert browser(made.owner).post(address, {"lead": other.pk, "reason": "x"}).status_code == 403
    client = browser(other)
    assert client.post(address, {"lead": made.owner.pk, "reason": "سفر"}).status_code == 422
    assert client.post(address, {"lead": other.pk, "reason": "سفر"}).status_code == 302
    assert client.get(made.case.get_absolute_url()).status_code == 200
    assert browser(made.lead).get(made.case.get_absolute_url()).status_code == 404


def test_addresses_of_other_cases_parts_are_not_found(visited: Made, browser: Browser) -> None:
    made, other = visited, CaseFactory.in_status("VISITED")
    theirs = other.find()
    node, answering, visit = other.node(), other.answer(), other.case.visits.get()
    client = browser(made.specialist())
    number = made.case.number
    for name, key in (
        ("change_finding", theirs.pk), ("change_node", node.pk), ("answers", answering.pk), ("more_photos", visit.pk),
        ("sheet", "debts"), ("sheet", "DEBTS"), ("sheet", "nothing"), ("edit_sheet", "nothing"),
    ):  # fmt: skip
        assert client.get(reverse(f"cases:{name}", args=[number, key])).status_code == 404, name
    for name, key in (("remove_finding", theirs.pk), ("remove_node", node.pk), ("remove_arrow", 1), ("remove_swot", 1)):
        assert client.post(reverse(f"cases:{name}", args=[number, key])).status_code == 404, name
    assert client.get(reverse("cases:overview", args=["CL-1405-NOTHING"])).status_code == 404
