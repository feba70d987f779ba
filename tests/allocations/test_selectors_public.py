"""What everybody may read: results without names, the record with its hashes, and nothing before its time."""

import hashlib
import io
import zipfile
from dataclasses import asdict

import pytest

from allocations import selectors
from allocations.services import record, waiting
from core.errors import NotFound
from tests.factories.decisions import reviewed_call, scored_world

pytestmark = pytest.mark.django_db


def names_of(world):
    for one in world.applications:
        yield one.applicant.display_name
        yield one.applicant.identifier
        yield one.applicant.person.user.phone


def test_nothing_of_a_result_is_public_before_its_publication():
    world = scored_world(3)
    world.approved()
    assert selectors.results.results(world.call.slug).run is None
    page = selectors.record.record_page(world.call.slug)
    assert page.runs == [] and page.current is None
    with pytest.raises(NotFound):
        selectors.record.record_zip(world.call.slug, 1)
    with pytest.raises(NotFound):
        selectors.record.verifier(world.call.slug, 1)


def test_the_frozen_list_is_public_from_its_freezing():
    world = scored_world(3)
    frozen = world.freeze()
    (entry,) = selectors.record.record_page(world.call.slug).lists
    assert (entry.number, entry.frozen_sha256, entry.draw) == (1, frozen.frozen_sha256, None)
    data = selectors.record.frozen_file(world.call.slug, 1, "applications.jsonl")
    assert hashlib.sha256(data).hexdigest() == entry.list_sha256
    for name in ("manifest.json", "../settings.py", ""):
        with pytest.raises(NotFound):
            selectors.record.frozen_file(world.call.slug, 1, name)


def test_a_value_that_is_not_confirmed_is_not_public():
    world = scored_world(3)
    frozen = world.freeze()
    draw = world.draw(frozen)
    assert selectors.record.record_page(world.call.slug).lists[0].draw.seed == draw.seed


def test_results_name_applications_by_opaque_id_and_tracking_code_alone():
    world = scored_world(5)
    run = world.provisional()
    head = selectors.results.results(world.call.slug)
    assert (head.run, head.listed, head.awarded, head.free_plots, head.is_final) == (run, 5, 3, 0, False)
    rows = selectors.results.all_rows(run)
    assert {row.application for row in rows} == {one.opaque_id for one in world.applications}
    shown = repr([asdict(row) for row in rows]) + repr([asdict(row) for row in selectors.results.plot_rows(run)])
    assert not [name for name in names_of(world) if name in shown]


def test_results_show_who_holds_a_plot_now():
    world = scored_world(3, plots=1)
    run = world.final()
    first, second = world.applications[:2]
    waiting.decline(award_id=world.award_of(first).pk, by=first.applicant.person.user, now=world.now)
    rows = {row.application: row for row in selectors.results.all_rows(run)}
    assert (rows[first.opaque_id].plot, rows[first.opaque_id].holds) == (world.plots[0].code, None)
    assert (rows[second.opaque_id].plot, rows[second.opaque_id].holds) == (None, world.plots[0].code)
    (plot,) = selectors.results.plot_rows(run)
    assert (plot.holder, plot.holds, plot.applicants, plot.waiting) == (first.opaque_id, second.opaque_id, 3, 2)


def test_results_are_read_page_by_page_in_the_order_of_the_draw():
    world = scored_world(7)
    run = world.provisional()
    seen, after = [], 0
    while after is not None:
        page = selectors.results.result_page(run, after=after, size=3)
        seen += [row.draw_number for row in page.rows]
        after = page.after
    assert seen == list(range(1, 8))
    assert len(selectors.results.result_page(run, size=-5).rows) == 1


def test_results_are_found_by_code_and_plot():
    world = scored_world(4)
    run = world.provisional()
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
            assert len(selectors.results.all_rows(run)) == count
        with django_assert_num_queries(1):
            selectors.results.plot_rows(run)
        with django_assert_num_queries(4):
            selectors.record.record_page(world.call.slug)


def test_the_record_page_states_what_the_file_is():
    world = scored_world(3)
    run = world.provisional()
    page = selectors.record.record_page(world.call.slug)
    data = selectors.record.record_zip(world.call.slug, 1)
    assert page.current.zip_sha256 == hashlib.sha256(data).hexdigest()
    assert page.current.zip_size == len(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        manifest = archive.read("manifest.json")
        assert [one["name"] for one in page.current.files] == archive.namelist()
        for one in page.current.files:
            content = archive.read(one["name"])
            assert (one["size"], one["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert page.current.manifest_sha256 == hashlib.sha256(manifest).hexdigest() == run.manifest_sha256
    assert (
        hashlib.sha256(selectors.record.verifier(world.call.slug, 1).encode()).hexdigest()
        == page.current.verifier_sha256
    )


def test_a_call_that_was_never_announced_has_no_record():
    world = reviewed_call(status="DRAFT")
    type(world.call).objects.filter(pk=world.call.pk).update(published_at=None)
    for ask in (selectors.results.results, selectors.record.record_page):
        with pytest.raises(NotFound):
            ask("no-such-call")


def test_the_outcome_in_memory_belongs_to_the_run_that_names_it():
    run = scored_world(3).proposed()
    assert record.outcome_of(run) is record.outcome_of(run)
    run.manifest_sha256 = "0" * 64
    with pytest.raises(ValueError, match="not the one"):
        record.outcome_of(run)


def test_the_committees_desk_needs_the_same_queries_at_every_stage(django_assert_num_queries):
    small, large = scored_world(2), scored_world(12)
    small.freeze()
    run = large.provisional()
    with django_assert_num_queries(10):
        desk = selectors.committee.call_desk(large.call.pk)
    assert desk.approved == run and desk.proposed is None and desk.awards == {"PROVISIONAL": 3}
    with django_assert_num_queries(10):
        desk = selectors.committee.call_desk(small.call.pk)
    assert desk.frozen.number == 1 and desk.counts == {"SCORED": 2}
