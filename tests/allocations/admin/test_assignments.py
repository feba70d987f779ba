"""Scoring at the staff desk."""

from django.urls import reverse

from allocations.models import ScorerAssignment
from tests.factories import accounts
from tests.factories.decisions import apply_to, reviewed_call


def page(call, name):
    return reverse(f"admin:allocations_call_{name}", args=[call.pk])


def test_scoring_is_assigned_declared_and_handed_in_blind(desk):
    world = reviewed_call(scorers=2)
    apply_to(world, [1, 2])
    assert desk(world.members[0]).post(page(world.call, "assign")).status_code == 302
    for scorer in world.scorers:
        client = desk(scorer)
        row = assignment_of(scorer)
        sheet = reverse("admin:allocations_scorerassignment_change", args=[row.pk])
        points = reverse("admin:allocations_scorerassignment_points", args=[row.pk])
        criterion = world.call.criteria.get(code="skill")
        before = client.get(sheet)
        assert before.context["sheet"].application is None
        assert client.post(points, {f"points_{criterion.pk}": "70"}).status_code in (409, 422)
        interest = reverse("admin:allocations_scorerassignment_interest", args=[row.pk])
        assert client.post(interest, {"has_conflict": "yes", "reason": ""}).status_code == 422
        assert client.post(interest, {"has_conflict": "no"}).status_code == 302
        too_many = client.post(points, {f"points_{criterion.pk}": "۱۰۱"})
        assert too_many.status_code == 422
        assert client.post(points, {f"points_{criterion.pk}": "۷۲٫۵"}).status_code == 302
    world.applications[0].refresh_from_db()
    assert world.applications[0].status == "SCORED"


def test_a_scorer_finds_no_assignment_of_somebody_else_and_nobody_sees_points_before_they_settle(desk):
    world = reviewed_call(scorers=2)
    apply_to(world, [1])
    desk(world.members[0]).post(page(world.call, "assign"))
    first, second = (assignment_of(scorer) for scorer in world.scorers)
    client = desk(first.scorer)
    shown = client.get(reverse("admin:allocations_scorerassignment_changelist")).context["cl"].result_list
    assert [row.pk for row in shown] == [first.pk]
    points = reverse("admin:allocations_scorerassignment_points", args=[second.pk])
    assert client.post(points, {}).status_code == 404
    assert desk(accounts.auditor()).get(reverse("admin:allocations_score_changelist")).context["cl"].result_count == 0


def assignment_of(scorer):
    return ScorerAssignment.objects.get(scorer=scorer)
