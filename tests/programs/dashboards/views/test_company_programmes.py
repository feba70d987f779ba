"""The company's page when a programme stands on it: its light, its year, the button, and how few queries it takes."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.choices import Role
from core.jobs.models import Job
from core.metrics import services as metrics
from core.metrics.models import MetricValue
from core.persian.digits import to_persian
from programs.choices import ProgrammeGroup
from programs.dashboards.services import pictures, snapshots
from programs.models import Programme
from programs.services import programmes
from tests.factories import accounts
from tests.factories.clusters import ClusterFactory
from tests.factories.estates import EstateFactory, PlotFactory, square
from tests.factories.programs import NOW, month
from tests.programs.dashboards.conftest import drain

pytestmark = pytest.mark.django_db
PAGE = "/dashboard/"
MOST_QUERIES = 12


def client_of(role: str = Role.MANAGER) -> Client:
    client = Client()
    client.force_login(accounts.staff(role))
    return client


def test_a_programme_stands_there_with_its_light_the_reason_and_the_rule(programme: Programme) -> None:
    answer = client_of().get(PAGE)
    line = answer.context["programmes"].lines[0]
    assert (line.state.actual, line.state.planned, line.light.value) == (D("40.80"), D("66.67"), "RED")
    assert line.change == D("31.80")
    shown = answer.content.decode()
    for number in ("40.8", "66.67", "25.87", "14.8", "31.8"):
        assert to_persian(number).replace(".", "٫") in shown, number
    assert "/dashboard/programs/power/" in shown
    assert [str(ProgrammeGroup(row).label) for row in list(ProgrammeGroup)[1:]] == answer.context[
        "programmes"
    ].empty_groups
    assert "tag-stop" in shown


def test_a_year_ago_is_that_of_the_plan_it_was_rolled_over_from(programme: Programme) -> None:
    new = programmes.roll_over(programme_id=programme.pk, year=1406, by=None, now=NOW)
    Programme.objects.filter(pk=new.pk).update(year=1405)  # the pages show the running year
    snapshots.ProgrammeSnapshot.objects.filter(programme=programme, month=month(8)).update(month=month(8, 1404))
    state = snapshots.ProgrammeSnapshot.objects.filter(programme=programme, month=month(7)).get()
    state.pk, state.programme, state.month = None, new, month(8)
    state.save()
    lines = {line.programme.pk: line for line in client_of().get(PAGE).context["programmes"].lines}
    assert lines[new.pk].year_ago == D("40.80")


def test_the_button_asks_once_and_shows_how_far_it_is(programme: Programme) -> None:
    client = client_of()
    first, again = client.post("/dashboard/refresh/"), client.post("/dashboard/refresh/")
    job = Job.objects.get(kind=snapshots.REFRESH)
    assert first["Location"] == again["Location"] == f"/dashboard/?job={job.pk}"
    assert f"/jobs/{job.pk}/" in client.get(first["Location"]).content.decode()
    drain()
    job.refresh_from_db()
    assert job.status == "DONE"
    assert MetricValue.objects.filter(metric="estates.plots", key="").exists()
    assert client.get(f"/jobs/{job.pk}/").status_code == 200


def test_the_page_takes_twelve_queries_at_most_however_much_there_is(programme: Programme) -> None:
    client = client_of()
    for first, last in ((0, 1), (1, 10)):
        for place in range(first, last):
            if place:
                copy_of(programme, f"copy-{place}")
            row = EstateFactory(f"estate-{place}", is_public=True)
            PlotFactory(f"P-{place}", estate=row, geometry=square(0, 0, 25, 40))
            ClusterFactory()
        metrics.refresh(now=NOW)
        pictures.redraw(now=NOW)
        with CaptureQueriesContext(connection) as caught:
            answer = client.get(PAGE)
        assert len(answer.context["programmes"].lines) == len(answer.context["occupancy"]) == last
        assert all(line.state for line in answer.context["programmes"].lines)
        assert len(answer.context["clusters"]) == last
        assert answer.content.decode().count('class="plan-picture"') == last
        assert len(caught) <= MOST_QUERIES, "\n".join(query["sql"][:200] for query in caught)


def copy_of(programme: Programme, slug: str) -> None:
    """Another programme that stands where this one does."""
    states = list(snapshots.ProgrammeSnapshot.objects.filter(programme=programme))
    row = Programme.objects.get(pk=programme.pk)
    row.pk, row.slug = None, slug
    row.save()
    row.activities.create(position=1, name="همه", weight=100, starts_on=row.starts_on, ends_on=row.ends_on)
    for state in states:
        state.pk, state.programme = None, row
    snapshots.ProgrammeSnapshot.objects.bulk_create(states)


def test_every_table_is_there_as_csv(programme: Programme) -> None:
    metrics.refresh(now=NOW)
    client = client_of()
    for name in ("funnel", "occupancy", "unmet", "figures", "programmes"):
        answer = client.get(f"/dashboard/company/{name}.csv")
        assert answer.status_code == 200, name
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert answer.content.startswith(b"\xef\xbb\xbf")
