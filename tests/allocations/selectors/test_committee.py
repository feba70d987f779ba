"""The committee's desk of one call."""

import pytest

from allocations import selectors
from tests.factories.decisions import scored_world

pytestmark = pytest.mark.django_db


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
