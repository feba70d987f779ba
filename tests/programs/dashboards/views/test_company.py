"""The company's page: who may see it, that its numbers are the kept ones, and what stands there of estates."""

from __future__ import annotations

import re
from decimal import Decimal as D
from typing import Any

import pytest
from django.test import Client

from accounts.choices import Role
from core.jobs.models import Job
from core.metrics import registry
from core.metrics import services as metrics
from core.metrics.choices import MetricKind
from core.metrics.models import MetricValue
from core.metrics.registry import Metric, Point
from estates.choices import PlotStatus
from estates.models import Plot
from programs.dashboards.services import pictures, snapshots
from tests.factories import accounts
from tests.factories.estates import EstateFactory, HoldFactory, PlotFactory, square
from tests.factories.programs import NOW, ProgrammeFactory, month

pytestmark = pytest.mark.django_db
PAGE = "/dashboard/"


def client_of(role: str = Role.MANAGER) -> Client:
    client = Client()
    client.force_login(accounts.staff(role))
    return client


def page(client: Client | None = None, address: str = PAGE) -> str:
    answer = (client or client_of()).get(address)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def test_applicants_and_visitors_are_kept_out() -> None:
    client = Client()
    client.force_login(accounts.UserFactory())
    assert client.get(PAGE).status_code == 403
    assert Client().get(PAGE).status_code == 302


def test_nothing_read_yet_says_so_and_breaks_nothing() -> None:
    shown = page()
    assert "«" not in shown.split("<main")[0]
    assert shown.count('class="empty"') == 1


def test_a_programme_of_which_nothing_was_worked_out_yet_stands_there_without_a_light() -> None:
    ProgrammeFactory("draft", name="طرح تازه")
    answer = client_of().get(PAGE)
    line = answer.context["programmes"].lines[0]
    assert (line.state, line.light.value, line.change) == (None, "UNKNOWN", None)
    assert "طرح تازه" in answer.content.decode()


def estate(slug: str, plots: int) -> None:
    row = EstateFactory(slug, name=f"شهرک {slug}", is_public=True)
    for number in range(plots):
        PlotFactory(f"{slug.upper()}-{number}", estate=row, geometry=square(number * 30, 0, 25, 40))


def test_plots_of_an_estate_lead_to_the_finder() -> None:
    estate("eshragh", 3)
    metrics.refresh(now=NOW)
    row, segments, _href, plan = client_of().get(PAGE).context["occupancy"][0]
    assert row.plots.value == 3
    assert row.prepared.value + row.unprepared == 3
    assert sum(segment.length for segment in segments) == 1000
    assert "estate=eshragh" in row.free.url
    assert plan is None


def test_the_plan_of_an_estate_wears_the_colours_of_its_strip_and_says_them_in_words() -> None:
    estate("eshragh", 3)
    for code, kind in (("ESHRAGH-1", "IDLE"), ("ESHRAGH-2", "OFFERED")):
        HoldFactory(Plot.objects.get(code=code), kind)
    EstateFactory("noplan", name="بدون نقشه", is_public=True)
    PlotFactory("NOPLAN-1", estate=EstateFactory("noplan", name="بدون نقشه"))
    metrics.refresh(now=NOW)
    pictures.redraw(now=NOW)
    answer = client_of().get(PAGE)
    plans = {row.slug: plan for row, _segments, _href, plan in answer.context["occupancy"]}
    assert plans["noplan"] is None
    assert [part.name for part in plans["eshragh"].parts] == ["free", "offered", "awarded"]
    shown = answer.content.decode()
    drawing = re.search(r'<svg class="plan-picture"[^>]*role="img" aria-label="([^"]*)".*?</svg>', shown, re.S)
    assert drawing is not None
    assert drawing[1].endswith("شهرک eshragh: واگذارشده ۱، در حال عرضه ۱، آزاد ۱")
    assert "style=" not in drawing[0]
    assert shown.count('class="plan-picture"') == 1
    assert shown.count("/dashboard/estates/eshragh/") == 2  # beside its plan, and in the table


def test_every_state_of_a_plot_has_its_part_of_the_strip() -> None:
    from programs.dashboards.charts import STRIP
    from programs.dashboards.selectors.pictures import PART_OF

    assert set(PART_OF) == set(PlotStatus.values)
    assert set(PART_OF.values()) == {name for name, _label in STRIP}


def test_the_parts_of_a_strip_make_its_whole_length() -> None:
    from programs.dashboards.charts import strip
    from programs.dashboards.selectors.company import Occupancy
    from programs.dashboards.selectors.live import Cell

    numbers = [Cell(D(value), "") for value in (7, 6, 1, 3, 1)]
    segments = strip(Occupancy("a", "a", *numbers))
    assert [(segment.name, segment.count) for segment in segments] == [
        ("awarded", 3), ("offered", 1), ("free", 1), ("returned", 1), ("unprepared", 1),
    ]  # fmt: skip
    assert [segment.start for segment in segments] == [0, 428, 571, 714, 857]
    assert sum(segment.length for segment in segments) == 1000


@pytest.fixture
def later_step(monkeypatch: pytest.MonkeyPatch) -> Metric:
    """A step that another app adds to the funnel, and a figure of its own."""
    monkeypatch.setattr(registry, "METRICS", dict(registry.METRICS))
    common: dict[str, Any] = {
        "unit": "قرارداد", "kind": MetricKind.LAST, "dimensions": (), "url": lambda dimensions: "/signed/",
    }  # fmt: skip
    registry.register(Metric(name="programs.paid", label="پرداخت‌شده", read=lambda now: [Point(D(11))], **common))
    return registry.register(
        Metric(name="programs.signed", label="قراردادهای امضاشده", read=lambda now: [Point(D(7))], funnel=50, **common)
    )


def test_other_apps_add_steps_and_figures(later_step: Metric) -> None:
    metrics.refresh(now=NOW)
    before = {"metric": "programs.signed", "dimensions": {}, "key": "", "taken_at": NOW}
    MetricValue.objects.create(**before, month=month(8), value=D(5))
    MetricValue.objects.create(**before, month=month(9, 1404), value=D(10))
    context = client_of().get(PAGE).context
    step = context["funnel"].steps[-1].compared
    assert [row.compared.metric.funnel for row in context["funnel"].steps] == [10, 20, 30, 40, 50]
    assert (step.total, step.change, step.change_of_year, step.url) == (D(7), D(2), D(-3), "/signed/")
    assert "programs.paid" in [row.metric.name for group in context["groups"] for row in group.figures]


def test_the_figures_of_last_month_stand_until_this_month_was_read() -> None:
    MetricValue.objects.create(
        metric="estates.plots_prepared", month=month(8), key="", dimensions={}, value=D(4), taken_at=NOW
    )
    figures = [row for group in client_of().get(PAGE).context["groups"] for row in group.figures]
    assert [(row.metric.name, row.total) for row in figures] == [("estates.plots_prepared", D(4))]


def test_an_odd_job_is_no_job() -> None:
    client = client_of()
    for odd in ("x", "-1", "99999999999999999999", "", "۱۲"):
        assert client.get(PAGE, {"job": odd}).status_code == 200, odd


def test_a_link_to_the_button_leads_to_the_page_and_an_auditor_asks_for_nothing() -> None:
    assert client_of().get("/dashboard/refresh/")["Location"] == PAGE
    assert client_of(Role.AUDITOR).post("/dashboard/refresh/").status_code == 403
    assert not Job.objects.filter(kind=snapshots.REFRESH).exists()


def test_the_csv_has_the_same_numbers_and_no_formulas() -> None:
    programme = ProgrammeFactory.in_status("ACTIVE", "evil", name="=HYPERLINK(1)")
    snapshots.recompute(now=NOW)
    shown = client_of().get("/dashboard/company/programmes.csv").content.decode("utf-8-sig")
    row = shown.splitlines()[1].split(",")
    assert f"'{programme.name}" in row
    assert "66.67" in row


def test_a_table_that_is_not_there_is_not_found() -> None:
    client = client_of()
    for name in ("nothing", "programme"):
        assert client.get(f"/dashboard/company/{name}.csv").status_code == 404, name
