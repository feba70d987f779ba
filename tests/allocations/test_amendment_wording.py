"""What an amendment changed, as the page of the call lists it: a line for each rule, with before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from allocations import amendment_wording, selectors
from allocations.amendment_wording import Line
from allocations.services import amendments
from allocations.services.rule_rows import CriterionSpec, GroupSpec, PaperSpec, PlotSpec, RulesSpec
from core import clock
from tests.factories.allocations import CRITERIA, CallFactory, Stage

DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def amended(stage: Stage, **changes: Any) -> dict[str, tuple[str, str]]:
    """Amend the call; the lines of the newest amendment by label."""
    stage.call.refresh_from_db()
    amendments.amend(
        call_id=stage.call.pk,
        closes_at=stage.call.closes_at + 20 * DAY,
        reason="چاپ نادرست",
        by=stage.member,
        now=clock.now(),
        **changes,
    )
    stage.call.refresh_from_db()
    parts = selectors.amendments.amendments_of(stage.call, list(stage.call.amendments.all()))
    lines = parts[-1].lines
    assert len({line.label for line in lines}) == len(lines)
    return {plain(line.label): (plain(line.before), plain(line.after)) for line in lines}


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_conditions_dates_and_the_draw_are_named_with_before_and_after() -> None:
    stage = CallFactory.published()
    event = stage.call.randomness_event
    lines = amended(
        stage,
        fields={
            "minimum_age": 20,
            "refuses_holders": not stage.call.refuses_holders,
            "tolerance": 1500,
            "randomness_event": "شاخص روز بعد",
            "accepted_licences": ["ARTISAN_CARD", "TRADE_LICENCE"],
        },
    )
    assert lines["Minimum age"] == ("18", "20")
    assert lines["Tolerance between two scorers (points)"] == ("10", "15")
    assert lines["Future event of the draw"] == (event, "شاخص روز بعد")
    assert lines["Licences accepted"][1] == "artisan card, trade licence"
    assert {"yes", "no"} == set(lines["Not for people who already hold a unit"])
    assert set(lines) >= {"Closes", "Corrections until", "Draw", "Objections until"}
    assert not any("announced" in label for label in lines)


def test_a_criterion_is_one_line_for_each_thing_that_changed() -> None:
    stage = CallFactory.published()
    years, plan = CRITERIA[0], CRITERIA[1]
    rule = {"input": "years_licensed", "bands": [{"from": 0, "points": 0}, {"from": 2, "points": 10_000}]}
    lines = amended(
        stage,
        rules=RulesSpec(
            criteria=[
                CriterionSpec(code=years.code, name=years.name, weight=45, rule=rule),
                CriterionSpec(code=plan.code, name=plan.name, weight=40, tie_break_rank=plan.tie_break_rank),
                CriterionSpec(code="sample", name="کیفیت نمونه", weight=15),
            ]
        ),
    )
    weight = lines[f"Criterion “{years.name}”: weight (percent)"]
    assert weight == (f"{years.weight} percent", "45 percent")
    assert lines[f"Criterion “{years.name}”"][1] == "0 to 1: 0 · 2 and more: 100"
    assert lines["Criterion “کیفیت نمونه”"] == ("–", "part of the call, 15 percent, judged by scorers")
    assert not any(label.startswith("Order") for label in lines)


def test_rows_that_come_and_go_and_change_places_are_told_once() -> None:
    stage = CallFactory.published(plots=4)
    codes = [plot.code for plot in stage.plots]
    lines = amended(stage, rules=RulesSpec(plots=[PlotSpec(code) for code in (codes[2], codes[1], codes[3])]))
    order = (", ".join(codes[1:]), ", ".join((codes[2], codes[1], codes[3])))
    assert lines[f"Plot {codes[0]}"] == ("part of the call", "–")
    assert lines["Order: plots of the call"] == order
    assert [label for label in lines if label.startswith("Plot ")] == [f"Plot {codes[0]}"]


def test_groups_papers_and_reserved_plots_are_called_by_name() -> None:
    stage = CallFactory.published()
    code = stage.plots[0].code
    lines = amended(
        stage,
        rules=RulesSpec(
            groups=[GroupSpec(code="women", name="زنان سرپرست خانوار", help="گواهی لازم است")],
            plots=[PlotSpec(code, reserved_for="women"), *(PlotSpec(plot.code) for plot in stage.plots[1:])],
            papers=[PaperSpec(code="card", kind="national_card", name="کارت ملی")],
        ),
    )
    assert lines["Group “زنان سرپرست خانوار”"] == ("–", "part of the call, گواهی لازم است")
    assert lines[f"Plot {code}: reserved for"] == ("–", "زنان سرپرست خانوار")
    assert lines["Paper “کارت ملی”"] == ("–", "part of the call")


def test_each_of_two_amendments_tells_its_own_change() -> None:
    stage = CallFactory.published()
    amended(stage, fields={"minimum_age": 20})
    assert amended(stage, fields={"minimum_age": 25})["Minimum age"] == ("20", "25")
    first, second = selectors.amendments.amendments_of(stage.call, list(stage.call.amendments.all()))
    assert ("18", "20") in [(line.before, line.after) for line in first.lines]
    assert ("20", "25") in [(line.before, line.after) for line in second.lines]


def test_a_path_nobody_has_a_word_for_is_still_listed() -> None:
    documents: dict[str, Any] = {"rules": {}, "terms": {}}
    names = amendment_wording.Names({}, {})
    found = amendment_wording.lines(
        [{"path": "terms.something_new", "before": 1, "after": "x"}], documents, documents, names
    )
    assert found == [Line("terms.something_new", "1", "x")]


def test_the_page_of_the_call_lists_every_line_and_asks_the_same_for_one_amendment_and_for_several(
    client: Client, django_assert_num_queries: Any
) -> None:
    stage = CallFactory.published()
    amended(stage, fields={"minimum_age": 20})
    address = reverse("calls:detail", args=[stage.call.slug])
    client.cookies["django_language"] = "en"
    client.get(address)
    with django_assert_num_queries(14) as once:
        page = client.get(address).content.decode()
    lines = selectors.amendments.amendments_of(stage.call, list(stage.call.amendments.all()))[0].lines
    assert len(lines) == 5
    for line in lines:
        assert f'<th scope="row">{line.label}</th>' in page
        assert f">{line.before}</td>" in page and f">{line.after}</td>" in page
    for age in (21, 22, 23):
        amended(stage, fields={"minimum_age": age})
    with django_assert_num_queries(len(once)):
        client.get(address)
