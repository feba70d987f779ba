"""What a report says: the numbers of the selectors, frozen; what is brought up, and what the public never sees."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal as D

import pytest
from django.utils import translation

from core import pdf
from core.metrics import services as metrics
from programs.dashboards.reports import blocks, paper, slides
from programs.dashboards.reports.content import content, last_day
from programs.dashboards.reports.public import public
from programs.dashboards.selectors.company import funnel, occupancy
from programs.dashboards.selectors.live import Figures
from programs.dashboards.selectors.programmes import programmes
from programs.dashboards.services.reports import SLIDES
from programs.models import Programme
from programs.services import registers
from tests.factories.clusters import ClusterFactory, MemberFactory, approved_plan
from tests.factories.estates import EstateFactory, PlotFactory
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.programs.dashboards.conftest import drain

pytestmark = pytest.mark.django_db
ABAN, AZAR = month(8), month(9)


def row_of(data, slug):
    return next(row for row in data["programmes"] if row["slug"] == slug)


def reasons(data):
    return [(row["of"], row["why"]) for row in data["decisions"]]


def test_the_numbers_are_those_worked_out_by_hand(programme: Programme) -> None:
    row = row_of(content(ABAN, NOW), "power")
    assert (row["planned"], row["actual"], row["deviation"], row["light"]) == ("66.67", "40.80", "-25.87", "RED")
    assert (row["pv"], row["ev"], row["ac"], row["spi"], row["cpi"]) == (1600, 876, 800, "0.55", "1.10")
    assert (row["month_ago"], row["needed"], row["expected"]) == ("9.00", "14.80", month(10).isoformat())
    points = {point["month"]: (point["planned"], point["actual"]) for point in row["curve"]}
    assert len(points) == 12
    assert points[ABAN.isoformat()] == ("66.67", "40.80")
    assert points[AZAR.isoformat()] == ("75.00", None)


def test_the_numbers_are_those_of_the_selectors(programme: Programme) -> None:
    PlotFactory(estate=EstateFactory("eshragh"))
    metrics.refresh(now=NOW)
    data, figures = content(AZAR, NOW), Figures(last_day(AZAR), None)
    lines = programmes(last_day(AZAR)).lines
    assert [(row["slug"], D(row["actual"])) for row in data["programmes"]] == [
        (line.programme.slug, line.state.actual) for line in lines if line.state
    ]
    assert [(row["label"], D(row["total"])) for row in data["funnel"]["steps"]] == [
        (step.compared.metric.label, step.compared.total) for step in funnel(figures).steps
    ]
    assert (
        [(row["slug"], D(row["plots"]), D(row["free"])) for row in data["estates"]]
        == [(row.slug, row.plots.value, row.free.value) for row in occupancy(figures)]
        == [("eshragh", D(1), D(data["estates"][0]["free"]))]
    )
    assert data["figures"]


def test_a_month_before_the_portal_counted_has_no_figures_and_still_a_report(programme: Programme) -> None:
    metrics.refresh(now=NOW)
    data = content(month(5), NOW)
    assert (data["funnel"]["steps"], data["estates"], data["unmet"]) == ([], [], None)
    assert row_of(data, "power")["actual"] is None
    with translation.override("fa"):
        assert paper.paper(data, version=1, is_public=False)["blocks"]


def test_what_stands_out_is_found_by_rule(programme: Programme) -> None:
    values = {"raised_on": month(6), "due_on": month(8), "response": ""}
    registers.add_issue(programme_id=programme.pk, values={"name": "ارز", **values}, by=None, now=NOW)
    values["due_on"] = month(12)
    registers.add_issue(programme_id=programme.pk, values={"name": "مجوز", **values}, by=None, now=NOW)
    for name, likelihood in (("پیمانکار", 4), ("برف", 3)):
        risk = {"name": name, "likelihood": likelihood, "impact": 4}
        registers.add_risk(programme_id=programme.pk, values=risk, by=None, now=NOW)
    found = "\n".join(why for of, why in reasons(content(ABAN, NOW)) if of == "power")
    assert "۲۵٫۸۷" in found and "ارز" in found and "پیمانکار" in found
    assert "مجوز" not in found and "برف" not in found


def test_nobody_is_blamed_for_a_month_that_is_not_over(programme: Programme) -> None:
    with translation.override("en"):
        assert not any("reported" in why for _of, why in reasons(content(AZAR, NOW)))
        later = content(AZAR, NOW + timedelta(days=31))
        assert [why for _of, why in reasons(later) if "reported" in why]


def test_the_public_figures_hold_no_money_no_register_and_no_hidden_programme(programme: Programme) -> None:
    registers.add_risk(
        programme_id=programme.pk, values={"name": "پیمانکار", "likelihood": 5, "impact": 5}, by=None, now=NOW
    )
    ProgrammeFactory.in_status("ACTIVE", "hidden", is_public=False)
    approved_plan(MemberFactory(ClusterFactory("knives")).cluster)
    drain()
    metrics.refresh(now=NOW)
    data = content(ABAN, NOW)
    assert {row["slug"] for row in data["programmes"]} == {"power", "hidden"}
    shown = public(data)
    assert [row["slug"] for row in shown["programmes"]] == ["power"]
    row = row_of(shown, "power")
    assert (row["approved"], row["ac"], row["cpi"], row["risks"]) == (None, None, None, [])
    assert (shown["decisions"], shown["figures"]) == ([], [])
    assert [row["plan"] for row in shown["clusters"]] == [None]
    with translation.override("fa"):
        told = str(paper.paper(shown, version=1, is_public=True))
    assert "پیمانکار" not in told and "1600" not in told and "hidden" not in told


def test_paper_and_slides_show_the_frozen_numbers(programme: Programme) -> None:
    with translation.override("fa"):
        data = content(ABAN, NOW)
        whole = str(paper.paper(data, version=1, is_public=False)["blocks"])
        shown = slides.slides(data)
    for told in ("۴۰٫۸٪", "۶۶٫۶۷٪", "۱۴٫۸", "۰٫۵۵"):
        assert told in whole
    assert [page["title"] for page in shown["slides"]] == slides.titles(data)
    curve = next(one for page in shown["slides"] for one in page["blocks"] if one["kind"] == "curve")
    assert curve["actual"][7] == 0.408
    assert (curve["actual"][8], curve["now"], len(curve["planned"])) == (None, 7, 12)


def test_a_full_slide_is_set_smaller_and_never_runs_over(programme: Programme) -> None:
    with translation.override("fa"):
        shown = slides.slides(content(ABAN, NOW))
    rows = [("موضوعی با نامی بلند " * 3, "دلیلی که چند سطر می‌گیرد " * 20)] * slides.MOST_DECISIONS
    shown["slides"][0]["blocks"] = blocks.table(["موضوع", "دلیل"], rows, wide=(0, 1))
    assert len(pdf.pictures(SLIDES, shown, ppi=24, seconds=90)) == len(shown["slides"])


def test_bars_and_strips_are_shares_of_the_whole() -> None:
    drawn = blocks.bars([("الف", "4.0000"), ("ب", "1.0000")])[0]["rows"]
    assert [row["share"] for row in drawn] == [1.0, 0.25]
    assert blocks.bars([("الف", "0")]) == []
    estate = {
        "name": "اشراق",
        "plots": "8",
        "awarded": "4",
        "offered": "1",
        "free": "1",
        "returned": "0",
        "unprepared": "2",
    }
    parts = blocks.strips([estate])[0]["rows"][0]["parts"]
    assert [part["share"] for part in parts] == [0.5, 0.125, 0.125, 0.0, 0.25]
