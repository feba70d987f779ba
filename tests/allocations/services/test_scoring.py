"""Scoring: two scorers blind to each other, a third when they lie apart, and a score that stays."""

from copy import deepcopy
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from allocations import selectors
from allocations.choices import AssignmentStatus
from allocations.models import ConflictDeclaration, CriterionResult, Score, ScorerAssignment
from allocations.services import assigning, conflicts, scoring
from core.errors import Conflict, InvalidInput, NotFound, PermissionRefused, WrongState
from tests.factories.decisions import World, apply_to, person, reviewed_call

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> World:
    def build() -> World:
        world = reviewed_call(status="CLOSED")
        for _ in range(4):
            apply_to(world, [1, 2, 3])
        return world

    return make_once(build)


@pytest.fixture
def world(made):
    return deepcopy(made)


def assign(world):
    return scoring.assign(call_id=world.call.pk, by=world.officer, now=world.now)


def hand_in(world, assignment, points):
    criterion = world.call.criteria.get(code="skill")
    scorer = assignment.scorer
    if not conflicts.has_declared(assignment.application, scorer):
        conflicts.declare(assignment_id=assignment.pk, has_conflict=False, by=scorer, now=world.now)
    return scoring.score(assignment_id=assignment.pk, points={criterion.pk: points}, by=scorer, now=world.now)


def test_every_application_goes_to_two_scorers_with_equal_loads(world):
    made = assign(world)
    assert len(made) == 8
    loads = sorted(sum(one.scorer_id == scorer.pk for one in made) for scorer in world.scorers)
    assert loads == [2, 2, 2, 2]
    for application in world.applications:
        rows = [one for one in made if one.application_id == application.pk]
        assert {one.round for one in rows} == {1, 2}
        assert len({one.scorer_id for one in rows}) == 2


def test_the_assignment_follows_load_then_id_and_can_be_worked_out_again(world):
    made = assign(world)
    ids = [scorer.pk for scorer in world.scorers]
    assert [one.scorer_id for one in made] == [ids[0], ids[1], ids[2], ids[3], ids[0], ids[1], ids[2], ids[3]]
    assert assign(world) == []


def test_an_applicant_and_the_officer_who_decided_never_score(world):
    application = world.applications[0]
    application.decisions.create(eligible=True, by=world.scorers[0], at=world.now)
    application.applicant.person.user.role_grants.create(
        role="scorer", valid_from=world.call.opens_at, granted_at=world.call.opens_at
    )
    made = assign(world)
    scorers = {one.scorer_id for one in made if one.application_id == application.pk}
    assert not scorers & {world.scorers[0].pk, application.applicant.person.user_id}


def test_without_enough_scorers_nobody_is_assigned(world):
    for scorer in world.scorers[1:]:
        scorer.role_grants.update(valid_to=world.now)
    with pytest.raises(assigning.NotEnoughScorers):
        assign(world)
    assert not ScorerAssignment.objects.filter(application__call=world.call).exists()


def test_only_officers_and_the_committee_assign(world):
    with pytest.raises(PermissionRefused):
        scoring.assign(call_id=world.call.pk, by=world.scorers[0], now=world.now)


def test_a_conflict_declared_for_the_call_keeps_a_scorer_out(world):
    conflicts.declare_for_call(
        call_id=world.call.pk, has_conflict=True, reason="شریک یکی از متقاضیان", by=world.scorers[0], now=world.now
    )
    assert world.scorers[0].pk not in {one.scorer_id for one in assign(world)}


def test_a_conflict_declared_later_hands_everything_over(world):
    assign(world)
    conflicts.declare_for_call(
        call_id=world.call.pk, has_conflict=True, reason="خویشاوند", by=world.scorers[0], now=world.now
    )
    open_rows = ScorerAssignment.objects.filter(application__call=world.call, status=AssignmentStatus.ASSIGNED)
    assert open_rows.count() == 8
    assert not open_rows.filter(scorer=world.scorers[0]).exists()


def test_a_conflict_in_one_application_goes_to_the_next_scorer(world):
    first = assign(world)[0]
    conflicts.declare(assignment_id=first.pk, has_conflict=True, reason="همسایه", by=first.scorer, now=world.now)
    first.refresh_from_db()
    assert first.status == AssignmentStatus.RELEASED
    heir = ScorerAssignment.objects.get(application=first.application, round=1, status=AssignmentStatus.ASSIGNED)
    assert heir.scorer_id not in (
        first.scorer_id,
        ScorerAssignment.objects.get(application=first.application, round=2).scorer_id,
    )
    with pytest.raises(NotFound):
        selectors.scoring.scoring_sheet(first.pk, first.scorer)


def test_a_conflict_needs_a_reason_and_is_declared_once(world):
    first = assign(world)[0]
    with pytest.raises(InvalidInput):
        conflicts.declare(assignment_id=first.pk, has_conflict=True, reason=" ", by=first.scorer, now=world.now)
    conflicts.declare(assignment_id=first.pk, has_conflict=False, by=first.scorer, now=world.now)
    with pytest.raises(Conflict):
        conflicts.declare(assignment_id=first.pk, has_conflict=False, by=first.scorer, now=world.now)
    with pytest.raises(DatabaseError), transaction.atomic():
        ConflictDeclaration.objects.update(has_conflict=True)


def test_nobody_scores_before_he_declared(world):
    first = assign(world)[0]
    criterion = world.call.criteria.get(code="skill")
    with pytest.raises(conflicts.NotDeclared):
        scoring.score(assignment_id=first.pk, points={criterion.pk: 5000}, by=first.scorer, now=world.now)


def test_nobody_scores_for_somebody_else(world):
    first, second = assign(world)[:2]
    criterion = world.call.criteria.get(code="skill")
    with pytest.raises(NotFound):
        scoring.score(assignment_id=first.pk, points={criterion.pk: 5000}, by=second.scorer, now=world.now)


@pytest.mark.parametrize("points", [-1, 10_001, True, "5000", None])
def test_points_outside_the_criterion_are_refused(world, points):
    first = assign(world)[0]
    with pytest.raises(InvalidInput) as caught:
        hand_in(world, first, points)
    assert list(caught.value.errors) == [f"points_{world.call.criteria.get(code='skill').pk}"]
    assert not Score.objects.exists()


def test_points_for_a_computed_criterion_are_refused(world):
    first = assign(world)[0]
    conflicts.declare(assignment_id=first.pk, has_conflict=False, by=first.scorer, now=world.now)
    points = {one.pk: 5000 for one in world.call.criteria.all()}
    with pytest.raises(InvalidInput):
        scoring.score(assignment_id=first.pk, points=points, by=first.scorer, now=world.now)


def test_two_near_scorers_give_the_mean_rounded_half_up(world):
    first, second = assign(world)[:2]
    hand_in(world, first, 6000)
    application = first.application
    application.refresh_from_db()
    assert application.status == "ELIGIBLE"
    hand_in(world, second, 6001)
    application.refresh_from_db()
    assert application.status == "SCORED"
    found = dict(application.criterion_results.values_list("criterion__code", "points"))
    assert found == {"skill": 6001, "years": 5000}
    assert application.score == (60 * 6001 + 40 * 5000) // 100


def test_scorers_apart_by_the_tolerance_are_near_enough(world):
    first, second = assign(world)[:2]
    hand_in(world, first, 6000)
    hand_in(world, second, 7000)
    first.application.refresh_from_db()
    assert first.application.status == "SCORED"


def test_scorers_further_apart_call_a_third_and_the_two_nearest_count(world):
    first, second = assign(world)[:2]
    hand_in(world, first, 3000)
    hand_in(world, second, 4001)
    third = ScorerAssignment.objects.get(application=first.application, round=3)
    assert third.scorer_id not in (first.scorer_id, second.scorer_id)
    hand_in(world, third, 8000)
    first.application.refresh_from_db()
    assert first.application.status == "SCORED"
    assert first.application.criterion_results.get(criterion__code="skill").points == 3501


def test_a_scorer_never_sees_the_points_of_another(world):
    first, second = assign(world)[:2]
    hand_in(world, first, 4321)
    conflicts.declare(assignment_id=second.pk, has_conflict=False, by=second.scorer, now=world.now)
    sheet = selectors.scoring.scoring_sheet(second.pk, second.scorer)
    assert sheet.points == {}
    assert [one.code for one in sheet.criteria] == ["skill"]
    assert "4321" not in repr(sheet) + repr(selectors.scoring.work_list(second.scorer))
    with pytest.raises(NotFound):
        selectors.scoring.scoring_sheet(first.pk, second.scorer)


def test_before_the_declaration_a_scorer_sees_the_name_alone(world):
    first = assign(world)[0]
    sheet = selectors.scoring.scoring_sheet(first.pk, first.scorer)
    assert sheet.applicant_name and not sheet.is_declared
    assert sheet.application is None and not sheet.papers and not sheet.criteria


def test_handed_in_points_stay_even_against_raw_sql(world):
    first = assign(world)[0]
    hand_in(world, first, 5000)
    with pytest.raises(WrongState):
        hand_in(world, first, 9000)
    for statement in ("UPDATE allocations_score SET points = 9000", "DELETE FROM allocations_score"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Score.objects.get().points == 5000


def test_a_settled_score_stays_until_it_is_reopened_with_a_reason(world):
    first, second = assign(world)[:2]
    hand_in(world, first, 6000)
    hand_in(world, second, 6000)
    application = first.application
    with pytest.raises(DatabaseError), transaction.atomic():
        CriterionResult.objects.filter(application=application).update(points=10_000)
    with pytest.raises(InvalidInput):
        scoring.reopen(application_id=application.pk, reason=" ", by=world.members[0], now=world.now)
    with pytest.raises(PermissionRefused):
        scoring.reopen(application_id=application.pk, reason="اشتباه", by=world.officer, now=world.now)
    scoring.reopen(application_id=application.pk, reason="اعتراض پذیرفته شد", by=world.members[0], now=world.now)
    application.refresh_from_db()
    assert (application.status, application.score) == ("ELIGIBLE", None)
    assert Score.objects.filter(assignment__application=application).count() == 2
    assert not application.criterion_results.exists()
    assert len(assign(world)) == 2


def test_who_withdrew_is_not_scored_any_more(world):
    first = assign(world)[0]
    conflicts.declare(assignment_id=first.pk, has_conflict=False, by=first.scorer, now=world.now)
    type(first.application).objects.filter(pk=first.application_id).update(status="WITHDRAWN", withdrawn_at=world.now)
    assert first.pk not in [one.assignment_id for one in selectors.scoring.work_list(first.scorer)]
    with pytest.raises(WrongState):
        hand_in(world, first, 5000)


def test_an_application_reviewed_again_keeps_its_points(world):
    first, second = assign(world)[:2]
    hand_in(world, first, 6000)
    hand_in(world, second, 6400)
    rows = type(first.application).objects.filter(pk=first.application_id)
    rows.update(status="UNDER_REVIEW", score=None)
    rows.update(status="ELIGIBLE")
    assert assign(world) == []
    first.application.refresh_from_db()
    assert (first.application.status, first.application.score) == ("SCORED", (60 * 6200 + 40 * 5000) // 100)


def test_a_call_without_judged_criteria_is_scored_by_its_rules():
    world = reviewed_call(
        status="CLOSED", criteria=[("years", 100, "COMPUTED", {"input": "years_licensed", "per_unit": 1000})]
    )
    one = apply_to(world, [1], years=7)
    assert assign(world) == []
    assert scoring.compute(call_id=world.call.pk, by=world.officer, now=world.now) == 1
    one.refresh_from_db()
    assert (one.status, one.score) == ("SCORED", 7000)


def test_the_work_list_needs_one_query_whatever_its_length(world, django_assert_num_queries):
    assign(world)
    with django_assert_num_queries(1):
        assert len(selectors.scoring.work_list(world.scorers[0])) == 2
    idle = person("scorer")
    with django_assert_num_queries(1):
        assert selectors.scoring.work_list(idle) == []
