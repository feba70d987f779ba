"""The whole way from a reviewed call to a final result, through the services."""

import pytest

from allocations.choices import AwardStatus
from allocations.models import Award
from estates.models import PlotHold
from tests.factories.decisions import lottery_world, scored_world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [scored_world, lottery_world])
def test_a_call_walks_from_its_review_to_the_final_result(make):
    world = make(applicants=6, plots=3)
    run = world.final()
    assert world.call.status == "FINAL"
    assert run.number == 1
    awards = Award.objects.filter(call=world.call)
    assert awards.count() == 3
    assert {award.status for award in awards} == {AwardStatus.FINAL}
    assert {one.status for one in world.call.applications.all()} == {"AWARDED", "WAITING"}
    live = PlotHold.objects.filter(plot__in=[plot.pk for plot in world.plots], until_at__isnull=True)
    assert {(hold.kind, hold.holder_type) for hold in live} == {("OFFERED", "allocations.award")}
