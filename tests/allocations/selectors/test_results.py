"""Results as everybody reads them: without names, as they stand now, and nothing before its time."""

from copy import deepcopy
from dataclasses import asdict
from typing import Any

import pytest

from allocations import selectors
from allocations.models import Run
from allocations.services import waiting
from tests.factories.decisions import World, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[World, Run]:
    def build() -> tuple[World, Run]:
        world = scored_world(7)
        return world, world.provisional()

    return make_once(build)


@pytest.fixture
def provisional(made):
    """A call with three plots and seven people whose result is provisional."""
    return deepcopy(made)


def names_of(world):
    for one in world.applications:
        yield one.applicant.display_name
        yield one.applicant.identifier
        yield one.applicant.person.user.phone


def test_results_name_applications_by_opaque_id_and_tracking_code_alone(provisional):
    world, run = provisional
    head = selectors.results.results(world.call.slug)
    assert (head.run, head.listed, head.awarded, head.free_plots, head.is_final) == (run, 7, 3, 0, False)
    rows = selectors.results.result_page(run).rows
    assert {row.application for row in rows} == {one.opaque_id for one in world.applications}
    shown = repr([asdict(row) for row in rows]) + repr([asdict(row) for row in selectors.results.plot_rows(run)])
    assert not [name for name in names_of(world) if name in shown]


def test_results_show_who_holds_a_plot_now():
    world = scored_world(3, plots=1)
    run = world.final()
    first, second = world.applications[:2]
    waiting.decline(award_id=world.award_of(first).pk, by=first.applicant.person.user, now=world.now)
    rows = {row.application: row for row in selectors.results.result_page(run).rows}
    assert (rows[first.opaque_id].plot, rows[first.opaque_id].holds) == (world.plots[0].code, None)
    assert (rows[second.opaque_id].plot, rows[second.opaque_id].holds) == (None, world.plots[0].code)
    (plot,) = selectors.results.plot_rows(run)
    assert (plot.holder, plot.holds, plot.applicants, plot.waiting) == (first.opaque_id, second.opaque_id, 3, 2)


def test_results_are_read_page_by_page_in_the_order_of_the_draw(provisional):
    _, run = provisional
    seen, after = [], 0
    while after is not None:
        page = selectors.results.result_page(run, after=after, size=3)
        seen += [row.draw_number for row in page.rows]
        after = page.after
    assert seen == list(range(1, 8))
    assert len(selectors.results.result_page(run, size=-5).rows) == 1


def test_results_are_found_by_code_and_plot(provisional):
    world, run = provisional
    one = world.applications[0]
    for text in (one.tracking_code, one.tracking_code.lower(), one.opaque_id[:12], world.plots[0].code):
        assert [row.application for row in selectors.results.result_page(run, search=text).rows] == [one.opaque_id]
    assert selectors.results.result_page(run, search="%").rows == []


def test_results_need_the_same_queries_for_two_and_twenty(django_assert_num_queries):
    for count in (2, 20):
        world = scored_world(count)
        run = world.provisional()
        with django_assert_num_queries(4):
            selectors.results.results(world.call.slug)
        with django_assert_num_queries(1):
            assert len(selectors.results.result_page(run).rows) == count
        with django_assert_num_queries(1):
            selectors.results.plot_rows(run)


def test_the_stamp_changes_with_every_change_of_the_result():
    world = scored_world(3, plots=1)
    seen = [selectors.results.stamp(world.call)]
    world.final()
    world.call.refresh_from_db()
    seen.append(selectors.results.stamp(world.call))
    first = world.applications[0]
    waiting.decline(award_id=world.award_of(first).pk, by=first.applicant.person.user, now=world.now)
    seen.append(selectors.results.stamp(world.call))
    assert len(set(seen)) == 3
    assert selectors.results.stamp(world.call) == seen[-1]
