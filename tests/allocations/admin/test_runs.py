"""The list of runs and the page of one at the staff desk."""

from copy import deepcopy

import pytest
from django.urls import reverse

from allocations.models import Run
from tests.factories import accounts
from tests.factories.decisions import person, scored_world

LIST_QUERIES = 6
PAGE_QUERIES = 9


@pytest.fixture(scope="module")
def made_runs(make_once):
    def build():
        world = scored_world(applicants=1)
        return world.proposed()

    return make_once(build)


def test_the_list_of_runs_asks_the_same_whatever_its_length(made_runs, desk, django_assert_num_queries):
    run = deepcopy(made_runs)
    client = desk(accounts.auditor())
    listing = reverse("admin:allocations_run_changelist")
    client.get(listing)
    for length in (1, 20):
        for number in range(run.number + 1, length + 1):
            # Each was proposed by somebody else; straight into the rows, since the page asks nothing more of them.
            run = Run.objects.create(
                call=run.call,
                frozen_list=run.frozen_list,
                draw=run.draw,
                number=number,
                status="SUPERSEDED",
                previous=run,
                proposed_by=person(),
                proposed_at=run.proposed_at,
                reason="دوباره",
                manifest_sha256=run.manifest_sha256,
            )
        with django_assert_num_queries(LIST_QUERIES):
            assert client.get(listing).context["cl"].result_count == length


@pytest.mark.parametrize("count", [1, 20])
def test_the_page_of_a_run_asks_the_same_whatever_it_gave(count, desk, django_assert_num_queries):
    run = scored_world(applicants=count).proposed()
    client = desk(accounts.auditor())
    sheet = reverse("admin:allocations_run_change", args=[run.pk])
    client.get(sheet)
    with django_assert_num_queries(PAGE_QUERIES):
        assert len(client.get(sheet).context["lines"]) == count
