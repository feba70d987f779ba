"""The page of a programme: the sums of conftest.py in plain words, everything with its list and its table."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.choices import Role
from core.persian.digits import to_persian
from programs.models import Programme
from programs.services import programmes, registers
from tests.factories import accounts
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, indicator, line, milestones

pytestmark = pytest.mark.django_db
PAGE = "/dashboard/programs/power/"


def client_of(role: str = Role.MANAGER) -> Client:
    client = Client()
    client.force_login(accounts.staff(role))
    return client


def test_it_says_the_sums_worked_out_by_hand(programme: Programme) -> None:
    answer = client_of().get(PAGE)
    shown = answer.content.decode()
    for number in ("40.8", "66.67", "25.87", "31.8", "14.8", "0.55", "1.1"):
        assert to_persian(number).replace(".", "٫") in shown, number
    for rials in ("۲٬۴۰۰", "۱٬۶۰۰", "۸۷۶", "۸۰۰", "۲٬۱۹۲"):
        assert rials in shown, rials
    assert "دی ۱۴۰۵" in shown
    page = answer.context["page"]
    assert [(row.month, row.planned, row.actual) for row in page.curve][6:9] == [
        (month(7), D("58.33"), D("9.00")), (month(8), D("66.67"), D("40.80")), (month(9), D("75.00"), None),
    ]  # fmt: skip
    assert len(page.curve) == 12


def test_a_plan_leads_to_the_one_its_rest_was_carried_into_and_back(programme: Programme) -> None:
    assert "/dashboard/programs/power-1406/" not in client_of().get(PAGE).content.decode()
    programmes.roll_over(programme_id=programme.pk, year=1406, by=None, now=NOW)
    assert 'href="/dashboard/programs/power-1406/"' in client_of().get(PAGE).content.decode()
    assert f'href="{PAGE}"' in client_of().get("/dashboard/programs/power-1406/").content.decode()


def test_the_drawing_has_the_numbers_of_the_table(programme: Programme) -> None:
    context = client_of().get(PAGE).context
    drawn = context["curve_chart"]["series"]
    assert drawn[0]["values"][7] == 40.8
    assert drawn[0]["values"][8] is None
    assert drawn[1]["values"][11] == 100.0
    assert context["curve_chart"]["categories"][7] == context["curve_chart"]["mark"]["at"] == "آبان ۱۴۰۵"


def test_both_percents_of_the_money_are_there_by_name(programme: Programme) -> None:
    row = client_of().get(PAGE).context["page"].lines[0].money
    assert (row.paid_of_approved, row.paid_of_allocated) == (D("0.08"), D("88.89"))


def test_an_activity_that_is_to_begin_later_is_not_late() -> None:
    programme = ProgrammeFactory.in_status("ACTIVE", "water")
    programme.activities.filter(position=2).update(starts_on=month(11))
    rows = client_of().get("/dashboard/programs/water/").context["page"].activities
    assert [row.has_begun for row in rows] == [True, False]


def test_an_activity_says_by_how_many_months_it_is_late(programme: Programme) -> None:
    ReadingFactory.approved(milestones(programme)[2], month(9), percent=D(60))
    # Activity 2: 15 in Aban, 18 in Azar. 82 points at 1.5 a month (two months seen) are 55 months more.
    second = client_of().get(PAGE).context["page"].activities[1]
    assert second.standing.trend.pace == D("9.00")  # 0 in Mehr, 15, 18
    assert second.slippage == 7  # ten months from Azar, three of them within the plan


def test_typed_and_live_stand_side_by_side(programme: Programme) -> None:
    target = indicator(programme, code="jobs", target_value=D(40), target_on=month(12))
    ReadingFactory.approved(target, month(8), value=D(10))
    figure = client_of().get(PAGE).context["page"].indicators[0]
    assert (figure.value, figure.reached) == (D(10), D("25.00"))


def test_risks_stand_in_their_field(programme: Programme) -> None:
    registers.add_risk(
        programme_id=programme.pk, values={"name": "ارز نرسد", "likelihood": 4, "impact": 5}, by=None, now=NOW
    )
    matrix = dict(client_of().get(PAGE).context["page"].matrix)
    assert [[risk.name for risk in cell.risks] for cell in matrix[4]] == [[], [], [], [], ["ارز نرسد"]]
    assert matrix[4][4].weight == 20


def test_readings_lead_to_their_pages(programme: Programme) -> None:
    shown = client_of().get(PAGE).content.decode()
    for row in programme.readings.all():
        assert f"/dashboard/readings/{row.pk}/" in shown


def test_a_draft_without_anything_has_a_page() -> None:
    ProgrammeFactory("bare")
    client = client_of()
    assert client.get("/dashboard/programs/bare/").status_code == 200
    assert client.get("/dashboard/programs/nothing/").status_code == 404


def test_every_table_is_there_as_csv(programme: Programme) -> None:
    client = client_of()
    for name in ("curve", "activities", "money", "indicators"):
        answer = client.get(f"{PAGE}{name}.csv")
        assert (answer.status_code, answer.content[:3]) == (200, b"\xef\xbb\xbf"), name
    assert client.get(f"{PAGE}nothing.csv").status_code == 404


def test_the_csv_has_the_numbers_of_the_page_and_no_formulas(programme: Programme) -> None:
    line(programme, name="@SUM(A1)")
    curve = client_of().get(f"{PAGE}curve.csv").content.decode("utf-8-sig").splitlines()
    assert curve[8] == "1405/08/01,66.67,40.80,1600,800"
    assert curve[9] == "1405/09/01,75.00,,1800,"
    assert "'@SUM(A1)" in client_of().get(f"{PAGE}money.csv").content.decode()


def test_the_number_of_queries_does_not_grow(programme: Programme) -> None:
    client, counts = client_of(), []
    for first, last in ((0, 1), (1, 12)):
        for place in range(first, last):
            line(programme, name=f"ردیف {place}")
            indicator(programme, code=f"i-{place}")
            values = {"name": f"خطر {place}", "likelihood": 2, "impact": 3, "owner": programme.owner}
            registers.add_risk(programme_id=programme.pk, values=values, by=None, now=NOW)
        with CaptureQueriesContext(connection) as caught:
            client.get(PAGE)
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 34
