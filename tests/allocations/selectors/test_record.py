"""The public record: what was frozen and drawn, and files that are what their hashes say."""

import hashlib
import io
import zipfile
from copy import deepcopy
from typing import Any

import pytest

from allocations import selectors
from allocations.models import FrozenList
from core.errors import NotFound
from tests.factories.decisions import World, reviewed_call, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[World, FrozenList]:
    def build() -> tuple[World, FrozenList]:
        world = scored_world(2)
        return world, world.freeze()

    return make_once(build)


@pytest.fixture
def listed(made):
    """A call whose list of two is frozen."""
    return deepcopy(made)


def test_nothing_of_a_result_is_public_before_its_publication(listed):
    world, frozen = listed
    world.draw(frozen)
    world.approve(world.run())
    assert selectors.results.results(world.call.slug).run is None
    page = selectors.record.record_page(world.call.slug)
    assert page.runs == [] and page.current is None
    with pytest.raises(NotFound):
        selectors.record.record_zip(world.call.slug, 1)
    with pytest.raises(NotFound):
        selectors.record.verifier(world.call.slug, 1)


def test_the_frozen_list_is_public_from_its_freezing(listed):
    world, frozen = listed
    (entry,) = selectors.record.record_page(world.call.slug).lists
    assert (entry.number, entry.frozen_sha256, entry.draw) == (1, frozen.frozen_sha256, None)
    data = selectors.record.frozen_file(world.call.slug, 1, "applications.jsonl")
    assert hashlib.sha256(data).hexdigest() == entry.list_sha256
    for name in ("manifest.json", "../settings.py", ""):
        with pytest.raises(NotFound):
            selectors.record.frozen_file(world.call.slug, 1, name)


def test_a_value_that_is_not_confirmed_is_not_public(listed):
    world, frozen = listed
    draw = world.draw(frozen)
    assert selectors.record.record_page(world.call.slug).lists[0].draw.seed == draw.seed


def test_the_record_page_states_what_the_file_is(listed):
    world, frozen = listed
    world.draw(frozen)
    run = world.publish(world.approve(world.run()))
    page = selectors.record.record_page(world.call.slug)
    data = selectors.record.record_zip(world.call.slug, 1)
    assert page.current.zip_sha256 == hashlib.sha256(data).hexdigest()
    assert page.current.zip_size == len(data)
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        manifest = files.read("manifest.json")
        assert [one["name"] for one in page.current.files] == files.namelist()
        for one in page.current.files:
            content = files.read(one["name"])
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


def test_the_record_needs_the_same_queries_for_two_and_twenty(listed, django_assert_num_queries):
    world, frozen = listed
    world.draw(frozen)
    world.publish(world.approve(world.run()))
    larger = scored_world(20)
    larger.provisional()
    for one in (world, larger):
        with django_assert_num_queries(4):
            selectors.record.record_page(one.call.slug)
