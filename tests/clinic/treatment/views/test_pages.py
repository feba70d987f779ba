"""The pages of treatment: each sees his part, every form leads on, and lists cost the same whatever their length."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from clinic.cases.choices import CaseStatus
from clinic.cases.models import CaseLook
from clinic.treatment.models import CaseTask, PaperAnswer, Project, Referral, Remedy
from clinic.treatment.services import catalogue, plans, tasks
from core import clock
from core.persian.dates import format_date
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.factories.clinic_cases import Made, outsiders
from tests.factories.clinic_treatment import (
    PlanFactory,
    Planned,
    before_and_after,
    letter_to_bank,
    primary_of,
    soon,
    without_account,
)

pytestmark = pytest.mark.django_db
TABS = ("plan", "letters", "follow-up")
SECRET = "راز کارگاه"


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def fresh(user: Any) -> Client:
    """Somebody who has typed the password just now."""
    client = browser(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def base(made: Made) -> str:
    return f"/clinic/cases/{made.case.number}/"


def day(days: int) -> str:
    return format_date(soon(days), "short", language="en")


def project_form(made: Made, **changes: Any) -> dict[str, Any]:
    return {
        "remedy": Remedy.objects.get(code="working_capital").pk, "name": "سرمایه در گردش", "causes": [primary_of(made.case)],
        "effect": "4", "feasibility": "3", "cost_rials": "۲٬۰۰۰٬۰۰۰٬۰۰۰", "funds": "BANK", "owner": "مدیرعامل",
        "due_on": day(60), "indicator": "CAPACITY", "expected": "۶۰", "step_1": "تشکیل پرونده", "step_1_due": day(20),
        **changes,
    }  # fmt: skip


def test_a_plan_goes_from_its_first_word_to_the_agreement_of_the_unit_by_its_pages(made: Made) -> None:
    catalogue.bring_in(by=None, now=clock.now())
    member, owner = browser(made.specialist()), browser(made.owner)
    assert owner.get(f"{base(made)}plan/").context["plan"] is None
    assert member.post(f"{base(made)}plan/begin/").status_code == 302
    assert owner.get(f"{base(made)}plan/").context["plan"] is None
    assert member.get(f"{base(made)}plan/").context["missing"]
    assert member.post(f"{base(made)}plan/1/aim/", {"aim": ""}).status_code == 422
    assert member.post(f"{base(made)}plan/1/aim/", {"aim": "خط دوم راه بیفتد"}).status_code == 302
    late = member.post(f"{base(made)}plan/1/projects/new/", project_form(made, step_1_due=day(90)))
    assert late.status_code == 422 and set(late.context["form"].errors) == {"step_1"}
    half = member.post(f"{base(made)}plan/1/projects/new/", project_form(made, step_2="گام بی‌روز", effect="9"))
    assert set(half.context["form"].errors) == {"step_2_due", "effect"}
    assert member.post(f"{base(made)}plan/1/projects/new/", project_form(made)).status_code == 302
    row = Project.objects.get(plan__case=made.case)
    assert (row.cost_rials, row.steps.count(), row.causes.count()) == (2_000_000_000, 1, 1)
    changed = project_form(made, name="نام دیگر", step_2="دریافت وام", step_2_due=day(50))
    assert member.post(f"{base(made)}projects/{row.pk}/", changed).status_code == 302
    assert member.post(f"{base(made)}projects/{row.pk}/place/", {"position": "1", "reason": ""}).status_code == 422
    assert member.post(f"{base(made)}plan/1/do/propose/").status_code == 302
    assert member.get(f"{base(made)}plan/1/do/approve/").status_code == 403
    assert owner.get(f"{base(made)}plan/").context["plan"] is None
    lead = fresh(made.lead)
    assert lead.post(f"{base(made)}plan/1/do/approve/", {"session": "", "members": ""}).status_code == 422
    assert lead.post(f"{base(made)}plan/1/do/approve/", {"session": "نشست ۱۲", "members": "سه نفر"}).status_code == 302
    page = owner.get(f"{base(made)}plan/")
    assert [code for code, _deed in page.context["acts"]] == ["agree", "decline"]
    assert "نام دیگر" in page.content.decode() and "نشست ۱۲" in page.content.decode()
    assert owner.get(f"{base(made)}plan/1/do/agree/").status_code == 200
    assert owner.post(f"{base(made)}plan/1/do/agree/").status_code == 302
    assert made.reload().status == CaseStatus.PLAN_APPROVED
    assert owner.post(f"{base(made)}plan/1/do/agree/").status_code == 409
    assert member.post(f"{base(made)}plan/treatment/").status_code == 302
    first = row.steps.first()
    assert first is not None
    assert member.post(f"{base(made)}projects/{row.pk}/steps/{first.pk}/done/").status_code == 302
    assert owner.post(f"{base(made)}projects/{row.pk}/do/finish/").status_code == 403
    assert member.post(f"{base(made)}projects/{row.pk}/do/finish/").status_code == 302
    row.refresh_from_db()
    assert row.status == "DONE"
    assert member.get(f"{base(made)}plan/?version=7").status_code == 404
    assert member.get(f"{base(made)}plan/?version=x").status_code == 404


def test_the_lead_who_proposed_a_plan_is_led_to_another_lead_and_one_who_signed_in_long_ago_is_asked_again(
    planned: Planned,
) -> None:
    made, plan = planned
    plans.propose(plan_id=plan.pk, by=made.lead, now=clock.now())
    page = browser(made.lead).get(f"{base(made)}plan/")
    assert page.context["own_plan"] and [code for code, _deed in page.context["acts"]] == ["send-back"]
    asked = browser(made.lead).post(f"{base(made)}plan/1/do/approve/", {"session": "۱۲", "members": "سه"})
    assert asked.status_code == 302 and "/account/again/" in asked.headers["Location"]
    refused = fresh(made.lead).post(f"{base(made)}plan/1/do/approve/", {"session": "۱۲", "members": "سه"})
    assert refused.status_code == 403
    plan.refresh_from_db()
    assert plan.status == "PROPOSED"


def test_the_answer_of_a_unit_without_an_account_is_recorded_with_its_paper_by_a_page_of_the_lead(
    planned: Planned,
) -> None:
    made, plan = planned
    PlanFactory.approved(made, plan)
    there, lead = f"{base(made)}plan/1/do/paper/", fresh(made.lead)
    page = lead.get(f"{base(made)}plan/")
    assert page.context["waits_for"] == [made.owner] and page.context["acts"] == []
    assert lead.get(there).status_code == 409
    without_account(made)
    assert [code for code, _deed in lead.get(f"{base(made)}plan/").context["acts"]] == ["paper"]
    assert browser(made.specialist()).get(there).status_code == 403
    given = {"agreed": "yes", "signer": "حسین نمونه", "role": "OWNER", "signed_on": day(0)}
    refused = lead.post(there, {**given, "signed_on": day(1)})
    assert refused.status_code == 422 and set(refused.context["form"].errors) == {"signed_on", "file"}
    assert set(lead.post(there, {"file": accounts.photo("paper.png")}).context["form"].errors) == set(given)
    wrong = lead.post(there, {**given, "file": SimpleUploadedFile("paper.pdf", b"MZ not a paper")})
    assert wrong.status_code == 422
    nothing_said = lead.post(there, {**given, "agreed": "no", "file": accounts.photo("paper.png")})
    assert nothing_said.status_code == 422 and set(nothing_said.context["form"].errors) == {"reason"}
    assert lead.post(there, {**given, "file": accounts.photo("paper.png")}).status_code == 302
    assert made.reload().status == CaseStatus.PLAN_APPROVED
    paper = PaperAnswer.objects.get()
    shown = browser(made.specialist()).get(f"{base(made)}plan/").content.decode()
    assert "حسین نمونه" in shown and paper.file.get_absolute_url() in shown


def test_a_letter_is_written_sent_answered_and_carried_out_by_its_pages(made: Made) -> None:
    member, owner = browser(made.specialist()), browser(made.owner)
    given = {
        "recipient": "BANK", "recipient_name": "بانک صنعت", "subject": "استمهال", "body": "با سلام", "asked": "مهلت",
    }  # fmt: skip
    wrong = member.post(f"{base(made)}letters/new/", {**given, "asked": ""})
    assert wrong.status_code == 422 and set(wrong.context["form"].errors) == {"asked"}
    assert member.post(f"{base(made)}letters/new/", given).status_code == 302
    row = Referral.objects.get()
    there = f"{base(made)}letters/{row.code}/"
    assert owner.get(f"{base(made)}letters/").context["rows"] == []
    assert member.post(there, {**given, "subject": "استمهال بدهی"}).status_code == 302
    assert member.post(f"{there}do/send/").status_code == 403
    assert fresh(made.lead).post(f"{there}do/send/").status_code == 302
    shown = owner.get(f"{base(made)}letters/")
    assert [one.code for one, _acts in shown.context["rows"]] == [row.code] and shown.context["rows"][0][1] == []
    answered = {"answered_on": day(0), "decision": "AGREED", "text": "موافقت شد"}
    assert member.post(f"{there}do/answer/", {**answered, "answered_on": day(2)}).status_code == 422
    assert member.post(f"{there}do/answer/", answered).status_code == 302
    assert member.post(f"{there}do/execution/", {"percent": "۱۰۱"}).status_code == 422
    assert member.post(f"{there}do/execution/", {"percent": "۴۰"}).status_code == 302
    row.refresh_from_db()
    assert (row.status, row.percent_executed) == ("ANSWERED", 40)
    assert member.post(f"{there}do/dance/").status_code == 404
    assert member.post(f"{base(made)}letters/RF-1405-0000000/do/answer/").status_code == 404


def test_tasks_measurements_and_the_end_by_their_pages(in_treatment: Made) -> None:
    member, owner, lead = browser(in_treatment.specialist()), browser(in_treatment.owner), browser(in_treatment.lead)
    task = {"text": "آوردن فهرست بیمه", "who": "unit", "due_on": day(5)}
    assert member.post(f"{base(in_treatment)}tasks/new/", {**task, "due_on": day(-1)}).status_code == 422
    assert (
        member.post(f"{base(in_treatment)}tasks/new/", {**task, "who": str(in_treatment.owner.pk)}).status_code == 422
    )
    assert member.post(f"{base(in_treatment)}tasks/new/", task).status_code == 302
    assert (
        member.post(
            f"{base(in_treatment)}tasks/new/", {**task, "text": SECRET, "who": str(in_treatment.lead.pk)}
        ).status_code
        == 302
    )
    theirs, leads = CaseTask.objects.get(for_unit=True), CaseTask.objects.get(for_unit=False)
    page = owner.get(f"{base(in_treatment)}follow-up/")
    assert [line.task.pk for line in page.context["tasks"]] == [theirs.pk] and SECRET not in page.content.decode()
    assert owner.post(f"{base(in_treatment)}tasks/{leads.pk}/done/").status_code == 404
    assert owner.get(f"{base(in_treatment)}tasks/{theirs.pk}/done/").status_code == 200
    assert owner.post(f"{base(in_treatment)}tasks/{theirs.pk}/done/").status_code == 302
    assert owner.post(f"{base(in_treatment)}tasks/{theirs.pk}/cancel/").status_code == 403
    assert lead.post(f"{base(in_treatment)}tasks/{leads.pk}/cancel/", {"reason": "لازم نشد"}).status_code == 302
    assert lead.post(f"{base(in_treatment)}follow-up/begin/").status_code == 409
    for project in Project.objects.filter(plan__case=in_treatment.case):
        assert (
            member.post(f"{base(in_treatment)}projects/{project.pk}/do/drop/", {"reason": "شریک نیامد"}).status_code
            == 302
        )
    assert lead.post(f"{base(in_treatment)}follow-up/begin/").status_code == 302
    measured = {"measured_on": day(0), "actual_capacity_percent": "۴۵", "staff": "۹"}
    early = member.post(f"{base(in_treatment)}follow-up/3/measure/", measured)
    assert early.status_code == 409 and set(early.context["form"].errors) == {"measured_on"}
    assert member.post(f"{base(in_treatment)}follow-up/3/waive/", {"reason": "زود"}).status_code == 403
    for month in (3, 6, 12):
        assert lead.post(f"{base(in_treatment)}follow-up/{month}/waive/", {"reason": "زود"}).status_code == 302
    assert lead.post(f"{base(in_treatment)}follow-up/9/waive/", {"reason": "زود"}).status_code == 404
    before, after = before_and_after(in_treatment)
    closing = {"outcome": "REVIVED", "before": after.pk, "after": before.pk, "evidence": "قبض", "reason": "تمام"}
    here = fresh(in_treatment.lead)
    assert here.get(f"{base(in_treatment)}follow-up/close/").status_code == 200
    assert here.post(f"{base(in_treatment)}follow-up/close/", closing).status_code == 422
    closing |= {"before": before.pk, "after": after.pk}
    assert here.post(f"{base(in_treatment)}follow-up/close/", closing).status_code == 302
    page = owner.get(f"{base(in_treatment)}follow-up/")
    assert [one.is_better for one in page.context["changes"].changes][:2] == [True, True]
    assert member.get(f"{base(in_treatment)}follow-up/").status_code == 404
    assert (
        here.post(
            f"{base(in_treatment)}follow-up/readmit/", {"lead": in_treatment.lead.pk, "reason": "دوباره"}
        ).status_code
        == 302
    )


def test_strangers_learn_nothing_an_auditor_only_looks_and_every_look_is_written(made: Made) -> None:
    plan = PlanFactory(made, with_projects=0)
    PlanFactory.project(made, plan, name=SECRET)
    letter_to_bank(made, body=SECRET)
    tasks.set_task(case_id=made.case.pk, text=SECRET, due_on=soon(), by=made.lead, now=clock.now(), assignee=made.lead)
    for who, user in outsiders(made).items():
        client = browser(user)
        for tab in TABS:
            assert client.get(f"{base(made)}{tab}/").status_code in (403, 404), (who, tab)
        assert client.post(f"{base(made)}plan/1/do/propose/").status_code in (403, 404), who
    owner = browser(made.owner)
    for tab in TABS:
        assert SECRET not in owner.get(f"{base(made)}{tab}/").content.decode(), tab
    assert owner.get(f"{base(made)}plan/1/do/agree/").status_code == 404
    assert not CaseLook.objects.exists()
    auditor = accounts.auditor()
    for tab in TABS:
        assert SECRET in browser(auditor).get(f"{base(made)}{tab}/").content.decode(), tab
    assert browser(auditor).post(f"{base(made)}plan/begin/").status_code == 403
    assert browser(auditor).post(f"{base(made)}tasks/new/").status_code == 403
    assert set(CaseLook.objects.filter(by=auditor).values_list("part", flat=True)) == {"plan", "letters", "follow_up"}


def test_the_tabs_cost_the_same_whatever_the_length_of_their_lists(
    planned: Planned, django_assert_max_num_queries: Any
) -> None:
    made, plan = planned
    clients = [browser(user) for user in (made.lead, made.specialist(), made.owner)]

    def grow() -> None:
        letter_to_bank(made)
        tasks.set_task(case_id=made.case.pk, text="کار", due_on=soon(), by=made.lead, now=clock.now())

    def ask(number: int) -> None:
        for client in clients:
            for tab in TABS:
                with django_assert_max_num_queries(12, info=f"{tab} of {number}"):
                    assert client.get(f"{base(made)}{tab}/").status_code == 200

    grow()
    for client in clients:
        for tab in TABS:
            client.get(f"{base(made)}{tab}/")
    ask(1)
    for _ in range(19):
        grow()
        PlanFactory.project(made, plan)
    assert (plan.projects.count(), made.case.referrals.count(), made.case.tasks.count()) == (20, 20, 20)
    ask(20)


def test_the_overview_leads_each_reader_to_what_comes_next(
    planned: Planned, django_assert_max_num_queries: Any
) -> None:
    made, plan = planned
    member, owner = browser(made.specialist()), browser(made.owner)
    assert member.get(base(made)).context["next_step"].url == f"{base(made)}plan/"
    assert owner.get(base(made)).context["next_step"] is None
    PlanFactory.approved(made, plan)
    assert member.get(base(made)).context["next_step"] is None
    with django_assert_max_num_queries(12):
        assert owner.get(base(made)).context["next_step"].url == f"{base(made)}plan/"
    plans.agree(plan_id=plan.pk, by=made.owner, now=clock.now())
    assert owner.get(base(made)).context["next_step"] is None
    assert member.get(base(made)).context["next_step"] is not None


def test_the_follow_up_shows_what_is_due_and_only_then_asks_for_it(in_follow_up: Made) -> None:
    page = browser(in_follow_up.specialist()).get(f"{base(in_follow_up)}follow-up/").content.decode()
    assert "/follow-up/3/measure/" not in page
    page = browser(in_follow_up.lead).get(f"{base(in_follow_up)}follow-up/").content.decode()
    assert "/follow-up/3/waive/" in page
