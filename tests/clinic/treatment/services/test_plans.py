"""A plan: who writes, approves and agrees, when, and what stays."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from clinic.cases.choices import CaseStatus
from clinic.cases.diagnosis_errors import CauseUsed
from clinic.cases.services import cases, causes, diagnosis, team
from clinic.treatment.errors import NotUnderTreatment, OwnPlan, PlanInTheMaking, PlanNotWhole, PlanStands
from clinic.treatment.models import Project, ProjectStep, TreatmentPlan
from clinic.treatment.services import catalogue, plans, projects
from core import clock
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories import accounts
from tests.factories.clinic_cases import Made, outsiders
from tests.factories.clinic_treatment import PlanFactory, Planned, soon

pytestmark = pytest.mark.django_db


def test_a_plan_begins_when_the_diagnosis_is_finished_and_not_before(visited: Made) -> None:
    with pytest.raises(WrongState):
        plans.draft(case_id=visited.case.pk, by=visited.specialist(), now=clock.now())
    visited.diagnose()
    plan = plans.draft(case_id=visited.case.pk, by=visited.specialist(), now=clock.now())
    assert (plan.version, plan.status, plan.ranking_rule.number) == (1, "DRAFT", 0)
    with pytest.raises(PlanInTheMaking):
        plans.draft(case_id=visited.case.pk, by=visited.lead, now=clock.now())


def test_strangers_and_the_unit_write_no_plan(made: Made) -> None:
    for who, user in {**outsiders(made), "the unit": made.owner}.items():
        with pytest.raises(PermissionRefused):
            plans.draft(case_id=made.case.pk, by=user, now=clock.now())
            pytest.fail(who)


def test_a_plan_is_proposed_with_its_parts_and_the_first_missing_one_is_named(made: Made) -> None:
    plan = plans.draft(case_id=made.case.pk, by=made.specialist(), now=clock.now())
    catalogue.bring_in(by=None, now=clock.now())
    with pytest.raises(PlanNotWhole, match=gettext("Write what the treatment is to reach.")):
        plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    plans.set_aim(plan_id=plan.pk, aim="راه‌اندازی", by=made.specialist(), now=clock.now())
    with pytest.raises(PlanNotWhole, match=gettext("Write down at least one project.")):
        plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    bare = PlanFactory.project(made, plan, causes=[], steps=[])
    with pytest.raises(PlanNotWhole, match=gettext("Say of every project which causes it removes.")):
        plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    projects.remove(project_id=bare.pk, by=made.specialist(), now=clock.now())
    PlanFactory.project(made, plan)
    plan = plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    assert plan.status == "PROPOSED"
    assert Message.objects.filter(template="clinic.plan_proposed", user=made.lead).exists()


def test_who_wrote_or_proposed_a_plan_does_not_approve_it(planned: Planned) -> None:
    made, plan = planned
    plans.propose(plan_id=plan.pk, by=made.lead, now=clock.now())
    with pytest.raises(OwnPlan):
        plans.approve(plan_id=plan.pk, session="۱۲", members="سه نفر", by=made.lead, now=clock.now())
    with pytest.raises(PermissionRefused):
        plans.approve(plan_id=plan.pk, session="۱۲", members="سه نفر", by=made.specialist(), now=clock.now())
    with pytest.raises(IntegrityError, match="approver_is_not_maker"), transaction.atomic():
        TreatmentPlan.objects.filter(pk=plan.pk).update(
            status="COMMITTEE_APPROVED", approved_by=made.lead, approved_at=clock.now(), committee_session="۱۲"
        )


def test_who_wrote_a_word_of_a_plan_or_moved_a_project_does_not_approve_it_in_any_version(planned: Planned) -> None:
    made, plan = planned
    by, now = made.specialist(), clock.now()
    project, second = plan.projects.get(), accounts.clinic_lead()
    projects.overrule(project_id=project.pk, position=1, reason="زودتر", by=made.lead, now=now)
    plans.propose(plan_id=plan.pk, by=by, now=now)
    assert set(plan.writers.values_list("user", flat=True)) == {by.pk, made.lead.pk}
    with pytest.raises(OwnPlan):
        plans.approve(plan_id=plan.pk, session="۱۲", members="سه نفر", by=made.lead, now=now)
    approval = {"status": "COMMITTEE_APPROVED", "approved_at": now, "committee_session": "۱۲", "approved_by": made.lead}
    with pytest.raises(IntegrityError, match="who wrote in a plan"), transaction.atomic():
        TreatmentPlan.objects.filter(pk=plan.pk).update(**approval)
    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        plan.writers.create(user=second, since=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        plan.writers.all().delete()
    plans.send_back(plan_id=plan.pk, reason="ترتیب روشن نیست", by=made.lead, now=now)
    again = plans.draft(case_id=made.case.pk, by=by, now=now)
    plans.propose(plan_id=again.pk, by=by, now=now)
    with pytest.raises(OwnPlan):
        plans.approve(plan_id=again.pk, session="۱۳", members="سه نفر", by=made.lead, now=now)
    cases.hand_over(case_id=made.case.pk, lead=second, reason="طرح را خود او نوشته است", by=made.lead, now=now)
    assert plans.approve(plan_id=again.pk, session="۱۳", members="سه", by=second, now=now).approved_by == second


def test_committee_and_unit_agree_one_after_the_other_and_the_case_goes_on(planned: Planned) -> None:
    made, plan = planned
    with pytest.raises(WrongState):
        plans.agree(plan_id=plan.pk, by=made.owner, now=clock.now())
    plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    with pytest.raises(InvalidInput) as refusal:
        plans.approve(plan_id=plan.pk, session=" ", members="سه نفر", by=made.lead, now=clock.now())
    assert set(refusal.value.errors) == {"session"}
    plan = plans.approve(plan_id=plan.pk, session="نشست ۱۲", members="سه نفر", by=made.lead, now=clock.now())
    assert (plan.committee_session, made.reload().status) == ("نشست ۱۲", CaseStatus.DIAGNOSED)
    assert Message.objects.filter(template="clinic.plan_approved", user=made.owner).exists()
    with pytest.raises(PermissionRefused):
        plans.agree(plan_id=plan.pk, by=made.lead, now=clock.now())
    plan = plans.agree(plan_id=plan.pk, by=made.owner, now=clock.now())
    assert (plan.status, plan.accepted_by_id) == ("ACCEPTED_BY_UNIT", made.owner.pk)
    assert made.reload().status == CaseStatus.PLAN_APPROVED
    actions = Entry.objects.filter(target_type="treatment.treatmentplan").values_list("action", flat=True)
    assert {"treatment.plan.proposed", "treatment.plan.approved", "treatment.plan.agreed_to"} <= set(actions)


@pytest.mark.parametrize("who", ["committee", "unit"])
def test_a_plan_is_sent_back_with_a_reason_and_the_next_version_takes_its_projects_over(
    planned: Planned, who: str
) -> None:
    made, plan = planned
    PlanFactory.project(made, plan, name="پروژهٔ دوم")
    if who == "committee":
        plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
        back, by = plans.send_back, made.lead
    else:
        PlanFactory.approved(made, plan)
        back, by = plans.decline, made.owner
    with pytest.raises(InvalidInput):
        back(plan_id=plan.pk, reason="  ", by=by, now=clock.now())
    plan = back(plan_id=plan.pk, reason="هزینه زیاد است", by=by, now=clock.now())
    assert (plan.status, plan.return_reason) == ("RETURNED", "هزینه زیاد است")
    second = plans.draft(case_id=made.case.pk, by=made.specialist(), now=clock.now())
    assert (second.version, second.aim) == (2, plan.aim)
    assert [row.name for row in second.projects.all()] == [row.name for row in plan.projects.all()]
    copy = second.projects.first()
    assert copy is not None and copy.causes.count() == 1 and copy.steps.count() == 2


def test_a_diagnosis_that_is_open_again_holds_the_plan_up(planned: Planned) -> None:
    made, plan = planned
    diagnosis.reopen(case_id=made.case.pk, reason="علت دیگری پیدا شد", by=made.lead, now=clock.now())
    with pytest.raises(WrongState):
        plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    with pytest.raises(WrongState):
        plans.set_aim(plan_id=plan.pk, aim="هدف دیگر", by=made.specialist(), now=clock.now())


def test_a_cause_that_a_plan_refers_to_is_changed_but_not_taken_out_of_the_tree(planned: Planned) -> None:
    made, _plan = planned
    diagnosis.reopen(case_id=made.case.pk, reason="علت دیگری پیدا شد", by=made.lead, now=clock.now())
    used, free = made.case.cause_nodes.get(rank="PRIMARY"), made.case.cause_nodes.get(rank="CONTRIBUTING")
    with pytest.raises(CauseUsed):
        causes.remove_node(node_id=used.pk, by=made.specialist(), now=clock.now())
    assert used.effects.exists()
    causes.remove_node(node_id=free.pk, by=made.specialist(), now=clock.now())


def test_a_proposed_plan_stays_as_it_is_by_service_and_by_database(planned: Planned) -> None:
    made, plan = planned
    plans.propose(plan_id=plan.pk, by=made.specialist(), now=clock.now())
    project = plan.projects.get()
    with pytest.raises(PlanStands):
        PlanFactory.project(made, plan)
    with pytest.raises(PlanStands):
        projects.overrule(project_id=project.pk, position=1, reason="زودتر", by=made.lead, now=clock.now())
    rows = Project.objects.filter(pk=project.pk)
    for change in ({"cost_rials": 1}, {"effect": 1}, {"position": 9}, {"owner": "دیگری"}):
        with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
            rows.update(**change)
    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        ProjectStep.objects.filter(project=project).update(name="گام دیگر")
    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        project.cause_links.all().delete()


def test_a_later_version_replaces_the_agreed_one_and_keeps_what_was_done_meanwhile(in_treatment: Made) -> None:
    first = in_treatment.case.plans.get()
    step = ProjectStep.objects.filter(project__plan=first).first()
    assert step is not None
    second = plans.draft(case_id=in_treatment.case.pk, by=in_treatment.specialist(), now=clock.now())
    extra = PlanFactory.project(in_treatment, second, name="پروژهٔ تازه", remedy="market_development")
    with pytest.raises(NotUnderTreatment):
        projects.begin(project_id=extra.pk, by=in_treatment.specialist(), now=clock.now())
    projects.finish_step(step_id=step.pk, by=in_treatment.specialist(), now=clock.now())
    PlanFactory.agreed(in_treatment, second)
    first.refresh_from_db()
    assert (first.status, in_treatment.reload().status) == ("SUPERSEDED", CaseStatus.IN_TREATMENT)
    copy = second.projects.get(copied_from__plan=first)
    assert copy.status == "UNDER_WAY" and copy.steps.filter(done_on__isnull=False).count() == 1


def test_a_member_who_left_writes_no_more_and_a_plan_of_a_closed_case_stays(planned: Planned) -> None:
    made, plan = planned
    user = made.specialist()
    member = made.case.members.current().get()
    team.end_membership(member_id=member.pk, reason="سفر", by=made.lead, now=clock.now())
    with pytest.raises(PermissionRefused):
        plans.set_aim(plan_id=plan.pk, aim="هدف دیگر", by=user, now=clock.now())


ODD: list[tuple[dict[str, object], str]] = [
    ({"effect": 6}, "effect"), ({"feasibility": 0}, "feasibility"), ({"cost_rials": -1}, "cost_rials"),
    ({"due_on": soon(-1)}, "due_on"), ({"name": " "}, "name"), ({"funds": "NONE"}, "funds"), ({"owner": ""}, "owner"),
    ({"expected": -4}, "expected"),
]  # fmt: skip


def test_a_project_with_an_odd_value_is_refused_beside_its_field(made: Made) -> None:
    plan = PlanFactory(made, with_projects=0)
    for change, field in ODD:
        with pytest.raises(InvalidInput) as refusal:
            PlanFactory.project(made, plan, **change)
        assert field in refusal.value.errors or refusal.value.field == field
    assert not plan.projects.exists()


def test_projects_stand_by_score_and_a_place_given_by_hand_needs_its_reason(made: Made) -> None:
    plan = PlanFactory(made, with_projects=0)
    dear = PlanFactory.project(made, plan, name="گران", effect=5, feasibility=2, cost_rials=200_000_000_000)
    cheap = PlanFactory.project(made, plan, name="ارزان", effect=3, feasibility=5, cost_rials=100)
    assert list(plan.projects.values_list("name", flat=True)) == ["ارزان", "گران"]
    with pytest.raises(InvalidInput):
        projects.overrule(project_id=dear.pk, position=1, reason="", by=made.lead, now=clock.now())
    with pytest.raises(InvalidInput):
        projects.overrule(project_id=dear.pk, position=3, reason="اول این", by=made.lead, now=clock.now())
    projects.overrule(project_id=dear.pk, position=1, reason="بی این بقیه ممکن نیست", by=made.lead, now=clock.now())
    assert list(plan.projects.values_list("name", flat=True)) == ["گران", "ارزان"]
    projects.overrule(project_id=dear.pk, position=None, reason="", by=made.lead, now=clock.now())
    cheap.refresh_from_db()
    assert cheap.position == 1


def test_a_project_of_a_cause_of_another_case_is_refused_by_service_and_database(
    planned: Planned, diagnosed: Made
) -> None:
    made, plan = planned
    foreign = diagnosed.case.cause_nodes.get(rank="PRIMARY")
    with pytest.raises(InvalidInput):
        PlanFactory.project(made, plan, causes=[foreign.pk])
    with pytest.raises(IntegrityError, match="another case"), transaction.atomic():
        plan.projects.get().cause_links.create(node=foreign)


def test_a_rule_of_ranking_holds_for_plans_that_begin_after_it(made: Made) -> None:
    rule = {
        "effect": 2,
        "feasibility": 1,
        "cost": 0,
        "steps": (1, 2, 3, 4),
        "reason": "اثر مهم‌تر است",
        "now": clock.now(),
    }
    with pytest.raises(PermissionRefused):
        catalogue.set_rule(by=made.owner, **rule)
    for odd in ({"effect": 0}, {"cost": 3}, {"steps": (1, 3, 2, 4)}, {"steps": (0, 1, 2, 3)}, {"reason": " "}):
        with pytest.raises(InvalidInput):
            catalogue.set_rule(by=made.lead, **{**rule, **odd})
    catalogue.set_rule(by=made.lead, **rule)
    plan = PlanFactory(made)
    assert plan.ranking_rule.number == 1
    assert plan.projects.get().score == 48
