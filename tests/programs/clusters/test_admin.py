"""Clusters at the staff desk: who opens what, forms and steps that call services, members from Excel, a month's figures."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.models import User
from programs.clusters.choices import ContractStatus, NeedStatus, Phase, PhaseStatus, PlanStatus
from programs.clusters.models import (
    ActionPlan,
    Cluster,
    ClusterFact,
    ClusterMember,
    ExportRecord,
    MemberReading,
    PhaseRun,
    Relation,
    TechnologyNeed,
    TrademarkRecord,
)
from programs.clusters.services import contracts, plans, technology
from tests.factories import accounts
from tests.factories import clusters as made
from tests.factories.clusters import NOW, MemberFactory, StakeholderFactory, day
from tests.programs.clusters.services.test_members_import import GOOD, sheet

pytestmark = pytest.mark.django_db
MODELS = sorted(model._meta.model_name for model in admin.site._registry if model._meta.app_label == "clusters")
HIDDEN = {"satisfactionanswer"}
"""Who answered what is seen by those who enter it alone."""


def client_of(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def page(model: str, name: str, *args: Any) -> str:
    return reverse(f"admin:clusters_{model}_{name}", args=args)


def test_every_table_has_its_place() -> None:
    assert len(MODELS) == 22


@pytest.mark.parametrize("role", ["auditor", "finance", "technical", "committee"])
def test_those_who_answer_for_the_company_read_and_do_not_write(role: str) -> None:
    browser = client_of(accounts.staff(role))
    for model in MODELS:
        assert browser.get(page(model, "changelist")).status_code == (403 if model in HIDDEN else 200), model
        assert browser.get(page(model, "add")).status_code == 403, model


def test_scorers_and_applicants_see_none_of_it() -> None:
    for user in (accounts.scorer(), accounts.UserFactory()):
        browser = client_of(user)
        for model in MODELS:
            assert browser.get(page(model, "changelist")).status_code in (302, 403), model


def test_an_officer_has_a_form_for_everything_that_is_entered(officer: User) -> None:
    browser = client_of(officer)
    for model in sorted(set(MODELS) - {"memberreading", "needmatch", "neednote"}):
        assert browser.get(page(model, "add")).status_code == 200, model


def test_a_fact_is_entered_corrected_and_taken_back(cluster: Cluster, officer: User) -> None:
    browser = client_of(officer)
    values = {"cluster": cluster.pk, "key": "UNITS", "value": "۷۰۰ کارگاه", "as_of": "۱۴۰۴/۱۰/۱۸", "precision": "DAY",
              "source": "خبر", "position": "۰"}  # fmt: skip
    assert browser.post(page("clusterfact", "add"), values).status_code == 302
    fact = ClusterFact.objects.get()
    assert fact.as_of == day("1404/10/18")
    browser.post(page("clusterfact", "change", fact.pk), {**values, "value": "۷۱۰ کارگاه"})
    fact.refresh_from_db()
    assert fact.value == "۷۱۰ کارگاه"
    assert browser.post(page("clusterfact", "remove", fact.pk), {"reason": ""}).status_code == 422
    assert browser.post(page("clusterfact", "remove", fact.pk), {"reason": "اشتباه"}).status_code == 302
    assert not ClusterFact.objects.exists()


def test_a_refusal_stands_in_the_form_and_nothing_is_written(cluster: Cluster, officer: User) -> None:
    member = MemberFactory(cluster)
    answer = client_of(officer).post(
        page("relation", "add"),
        {"cluster": cluster.pk, "from_member": member.pk, "to_member": member.pk, "kind": "BUYS", "strength": "1"},
    )
    assert answer.status_code == 200 and answer.context["adminform"].form.errors
    assert not Relation.objects.exists()


def test_an_export_of_a_year_to_come_is_refused_in_the_form(cluster: Cluster, officer: User) -> None:
    member, product = MemberFactory(cluster), made.ProductFactory(cluster)
    values = {"member": member.pk, "product": product.pk, "country": "IQ", "year": "۱۴۹۰", "value_usd": "۱٬۰۰۰",
              "weight_kg": "۱۰", "source": "اظهار"}  # fmt: skip
    answer = client_of(officer).post(page("exportrecord", "add"), values)
    assert "year" in answer.context["adminform"].form.errors
    assert client_of(officer).post(page("exportrecord", "add"), {**values, "year": "۱۴۰۴"}).status_code == 302
    row = ExportRecord.objects.get()
    right = {"value_usd": "۹۰۰", "weight_kg": "۹", "reason": "اشتباه"}
    assert client_of(officer).post(page("exportrecord", "correct", row.pk), right).status_code == 302
    assert ExportRecord.objects.current().get().value_usd == 900


def test_a_phase_begins_and_ends_by_steps(cluster: Cluster, officer: User) -> None:
    run = made.phase(cluster, Phase.IDENTIFICATION, "1404/01/01", "1404/02/31", by=officer)
    browser = client_of(officer)
    assert page("phaserun", "start", run.pk) in browser.get(page("phaserun", "change", run.pk)).content.decode()
    browser.post(page("phaserun", "start", run.pk), {"on": "۱۴۰۴/۰۱/۰۲"})
    assert browser.post(page("phaserun", "finish", run.pk), {"on": "1403/01/01", "text": "گزارش"}).status_code == 422
    browser.post(page("phaserun", "finish", run.pk), {"on": "1404/02/20", "text": "گزارش"})
    assert PhaseRun.objects.get().status == PhaseStatus.DONE


def test_a_contract_is_approved_by_a_manager_only(cluster: Cluster, officer: User, manager: User) -> None:
    contract = made.contract(cluster, by=officer)
    payment = {"contract": contract.pk, "phase": "EXIT", "amount": "۱٬۰۰۰٬۰۰۰٬۰۰۰", "due_on": "1404/06/01"}
    assert client_of(officer).post(page("contractpayment", "add"), payment).status_code == 302
    approve = page("agentcontract", "approve", contract.pk)
    assert client_of(officer).post(approve).status_code == 403
    assert client_of(manager).get(approve).status_code == 200
    assert client_of(manager).post(approve).status_code == 302
    contract.refresh_from_db()
    assert contract.status == ContractStatus.APPROVED
    assert client_of(manager).post(approve).status_code == 409


def test_a_plan_goes_from_officer_to_manager(cluster: Cluster, officer: User, manager: User) -> None:
    plan = made.plan(cluster, by=officer)
    item = plan.items.get()
    values = {"plan": plan.pk, "position": "2", "goal": "بازار", "action": "نمایشگاه", "owner": "عامل", "budget": "100",
              "due_on": "1405/01/01", "share_company": "50", "share_members": "40", "share_state": "0", "share_banks": "0",
              "share_others": "0"}  # fmt: skip
    answer = client_of(officer).post(page("actionitem", "add"), values)
    assert "share_company" in answer.context["adminform"].form.errors
    client_of(officer).post(page("actionplan", "submit", plan.pk))
    client_of(manager).post(page("actionplan", "return", plan.pk), {"note": "بازنگری"})
    client_of(officer).post(page("actionplan", "submit", plan.pk))
    assert client_of(manager).post(page("actionplan", "approve", plan.pk)).status_code == 302
    assert ActionPlan.objects.get().status == PlanStatus.APPROVED
    client_of(officer).post(page("actionitem", "start", item.pk))
    assert client_of(officer).post(page("actionitem", "finish", item.pk), {"on": "1405/09/01"}).status_code == 302


def test_who_made_it_is_told_that_somebody_else_must_approve(cluster: Cluster) -> None:
    from accounts.services import roles

    both = accounts.programme_officer()
    roles.grant(user_id=both.pk, role="manager", scope="", by=None, now=accounts.EARLIER)
    plan = made.plan(cluster, by=both)
    plans.submit(plan_id=plan.pk, by=both, now=NOW)
    shown = client_of(both).get(page("actionplan", "approve", plan.pk))
    assert shown.context["obstacles"] and not shown.context["can_act"]
    assert client_of(both).post(page("actionplan", "approve", plan.pk)).status_code == 403


def test_a_mark_is_granted_and_renewed(cluster: Cluster, officer: User) -> None:
    browser = client_of(officer)
    browser.post(
        page("trademarkrecord", "add"),
        {"cluster": cluster.pk, "brand": "تیغ", "nice_class": "۸", "applied_on": "1403/01/01"},
    )
    mark = TrademarkRecord.objects.get()
    right = {"number": "۱۲۳", "granted_on": "1403/06/01", "expires_on": "1413/06/01"}
    assert browser.post(page("trademarkrecord", "grant", mark.pk), right).status_code == 302
    assert browser.post(page("trademarkrecord", "renew", mark.pk), {"expires_on": "1412/01/01"}).status_code == 422


def test_a_need_is_followed_up(cluster: Cluster, officer: User) -> None:
    need = technology.add_need(member_id=MemberFactory(cluster).pk, need="کوره", by=officer, now=NOW)
    provider = technology.save_provider(name="دانشگاه", values={"kind": "UNIVERSITY"}, by=officer, now=NOW)
    browser = client_of(officer)
    browser.post(page("technologyneed", "match", need.pk), {"provider": provider.pk, "reason": "تجربه"})
    browser.post(page("technologyneed", "note", need.pk), {"note": "بازدید شد"})
    browser.post(page("technologyneed", "begin", need.pk))
    today = {"on": "1405/09/02", "text": "راه افتاد"}
    TechnologyNeed.objects.update(opened_on=day("1405/01/01"))
    assert browser.post(page("technologyneed", "meet", need.pk), today).status_code == 302
    need.refresh_from_db()
    assert (need.status, need.notes.count()) == (NeedStatus.MET, 1)


def test_steps_of_a_row_that_is_not_there_are_not_found(officer: User) -> None:
    assert client_of(officer).get(page("phaserun", "start", 999)).status_code == 404
    assert client_of(officer).get(page("cluster", "readings", 999)).status_code == 404


def test_a_contract_in_force_is_not_written_on(cluster: Cluster, officer: User, manager: User) -> None:
    contract = made.contract(cluster, by=officer)
    contracts.set_payment(
        contract_id=contract.pk,
        payment=contracts.Payment("EXIT", contract.amount, day("1404/06/01")),
        by=officer,
        now=NOW,
    )
    contracts.approve(contract_id=contract.pk, by=manager, now=NOW)
    assert client_of(officer).post(page("agentcontract", "change", contract.pk), {}).status_code == 403


# --- members from Excel -----------------------------------------------------------------------------------------------


def handed_in(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("members.xlsx", content)


def test_members_come_in_after_a_preview(cluster: Cluster, officer: User) -> None:
    browser, place = client_of(officer), page("cluster", "import", cluster.pk)
    good = {**GOOD, "trade": ""}
    preview = browser.post(place, {"upload": handed_in(sheet(good, {**good, "name": "دومی"}))})
    assert preview.status_code == 200 and not ClusterMember.objects.exists()
    assert "دومی" in preview.content.decode()
    signed = preview.context["signed"]
    assert browser.post(place, {"rows": signed}).status_code == 302
    assert ClusterMember.objects.count() == 2
    # Pressed twice: the names are members by then.
    assert browser.post(place, {"rows": signed}).status_code == 422
    assert ClusterMember.objects.count() == 2


def test_errors_of_a_sheet_are_shown_by_row_and_nothing_can_be_confirmed(cluster: Cluster, officer: User) -> None:
    place = page("cluster", "import", cluster.pk)
    answer = client_of(officer).post(place, {"upload": handed_in(sheet(GOOD, {**GOOD, "staff": "ده"}))})
    assert answer.status_code == 422 and not answer.context["signed"]
    assert {error.row for error in answer.context["sheet_errors"]} == {2, 3}


@pytest.mark.parametrize("data", [{}, {"rows": "forged"}, {"upload": "x"}])
def test_forged_previews_and_missing_files_bring_nothing_in(
    cluster: Cluster, officer: User, data: dict[str, str]
) -> None:
    assert client_of(officer).post(page("cluster", "import", cluster.pk), data).status_code in (302, 422)
    assert not ClusterMember.objects.exists()


def test_the_empty_sheet_can_be_fetched_by_officers_alone(officer: User) -> None:
    assert client_of(officer).get(page("cluster", "sheet"))["Content-Disposition"].endswith('"members.xlsx"')
    for name in ("sheet",):
        assert client_of(accounts.auditor()).get(page("cluster", name)).status_code == 403


# --- a month's figures ------------------------------------------------------------------------------------------------


def test_a_months_figures_are_entered_as_a_grid(cluster: Cluster, officer: User) -> None:
    jobs, waste = made.indicator(cluster), made.indicator(cluster, "waste", "RATIO", name="ضایعات", position=1)
    first, second = MemberFactory(cluster), MemberFactory(cluster)
    place = page("cluster", "readings", cluster.pk) + f"?month={day('1405/07/01').isoformat()}"
    browser = client_of(officer)
    assert browser.get(place).status_code == 200
    typed = {
        f"value-{jobs.pk}-{first.pk}": "۱۲", f"value-{jobs.pk}-{second.pk}": "",
        f"numerator-{waste.pk}-{first.pk}": "۳", f"denominator-{waste.pk}-{first.pk}": "۱۰۰",
    }  # fmt: skip
    assert browser.post(place, typed).status_code == 302
    assert MemberReading.objects.count() == 2
    half = {**typed, f"denominator-{waste.pk}-{first.pk}": ""}
    assert browser.post(place, half).status_code == 422
    browser.post(place, {**typed, f"value-{jobs.pk}-{first.pk}": "13"})
    assert MemberReading.objects.current().get(indicator=jobs).value == 13
    assert MemberReading.objects.count() == 3


def test_an_odd_month_shows_the_last_whole_one(cluster: Cluster, officer: User) -> None:
    browser = client_of(officer)
    for month in ("x", "1999-01-01", "2026-13-99", ""):
        shown = browser.get(page("cluster", "readings", cluster.pk) + f"?month={month}")
        assert shown.status_code == 200, month


def test_the_grid_is_for_officers(cluster: Cluster) -> None:
    for user in (accounts.auditor(), accounts.manager()):
        assert client_of(user).get(page("cluster", "readings", cluster.pk)).status_code == 403


def test_a_stakeholder_is_changed_under_its_name(cluster: Cluster, officer: User) -> None:
    row = StakeholderFactory(cluster, "بانک")
    client_of(officer).post(page("stakeholder", "change", row.pk), {"kind": "BANK", "note": "وام"})
    row.refresh_from_db()
    assert (row.name, row.kind, row.note, cluster.stakeholders.count()) == ("بانک", "BANK", "وام", 1)
