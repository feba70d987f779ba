"""Recomputing finds what was altered behind the portal."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal as D
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from core.metrics import services as metrics
from core.metrics.models import MetricMonth
from core.persian.calendar import JalaliDate
from programs import verification
from programs.selectors import progress
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, indicator, line, milestones

pytestmark = pytest.mark.django_db
AZAR = JalaliDate(1405, 9, 1).to_date()


@pytest.fixture(scope="module")
def made(make_once):
    return make_once(build)


@pytest.fixture
def world(made):
    return deepcopy(made)


def build():
    """A programme with readings of every series and kind, one of them corrected."""
    programme = ProgrammeFactory.in_status("ACTIVE")
    for number, target in enumerate(milestones(programme), start=1):
        ReadingFactory.approved(target, month(3), percent=D("3.33") * number)
        ReadingFactory.approved(target, month(6), percent=D("11.11") * number)
    wrong = ReadingFactory.approved(milestones(programme)[0], month(7), percent=D(90))
    ReadingFactory.corrected(wrong, percent=D("33.4"))
    for name in ("یک", "دو"):
        target = line(programme, name=name)
        ReadingFactory.approved(target, month(4), allocated=333, paid=111)
        ReadingFactory.approved(target, month(8), allocated=700, paid=500)
    for kind in ("SUM", "LAST", "AVERAGE"):
        target = indicator(programme, code=kind.lower(), kind=kind, decimals=2)
        for number in (2, 5, 7):
            ReadingFactory.approved(target, month(number), value=D(number) + D("0.25"))
    ratio = indicator(programme, code="ratio", kind="RATIO")
    ReadingFactory.approved(ratio, month(2), numerator=D(1), denominator=D(3))
    ReadingFactory.approved(ratio, month(5), numerator=D(2), denominator=D(7))
    return programme


def altered(statement: str, *tables: str) -> None:
    """Run SQL as somebody who holds the database: the triggers sleep."""
    commit()
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement)
        commit()
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def commit() -> None:
    """What waits for the commit is done now: the links of the audit record, and what would keep a table from being altered."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def run() -> tuple[int, str]:
    commit()
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_programs", stdout=out, stderr=err)
    except SystemExit as end:
        return int(end.code or 0), err.getvalue()
    return 0, out.getvalue()


def test_what_was_entered_properly_is_found_right(world):
    code, said = run()
    assert code == 0 and said.endswith(" 0 differences\n")
    assert verification.verify(AZAR).figures > 50


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE programs_reading SET percent = 77 WHERE series = 'PHYSICAL' AND id = (SELECT max(id) FROM programs_reading"
        " WHERE series = 'PHYSICAL')",
        "UPDATE programs_reading SET paid = 499 WHERE paid = 500",
        "UPDATE programs_reading SET value = 9 WHERE value IS NOT NULL",
    ],
)
def test_a_figure_altered_in_the_table_is_found(world, statement):
    altered(statement, "programs_reading")
    code, said = run()
    assert code == 1 and "reading" in said and "against its last event" in said


def test_a_corrected_figure_that_was_made_to_count_again_is_found(world):
    altered(
        "DELETE FROM programs_readingevidence; DELETE FROM programs_reading WHERE corrects_id IS NOT NULL;"
        " UPDATE programs_reading SET superseded = false WHERE superseded",
        "programs_reading", "programs_readingevidence",
    )  # fmt: skip
    code, said = run()
    assert code == 1 and "nothing instead of" in said


def test_an_alteration_that_forged_the_event_as_well_breaks_the_chain(world):
    altered("UPDATE programs_reading SET paid = 499 WHERE paid = 500", "programs_reading")
    altered("UPDATE programs_readingevent SET paid = 499 WHERE paid = 500", "programs_readingevent")
    code, said = run()
    assert code == 1 and "audit record: row altered: programs_readingevent" in said


def test_a_part_that_was_altered_is_found(world):
    from programs.services.reading_values import PartValue

    jobs = indicator(world, code="jobs", dimensions=["gender"])
    parts = [PartValue("gender", "F", D(4)), PartValue("gender", "M", D(6))]
    ReadingFactory.approved(jobs, value=D(10), parts=parts)
    assert run()[0] == 0
    altered("UPDATE programs_readingpart SET value = 5 WHERE value = 4", "programs_readingpart")
    assert run()[0] == 1


def test_a_selector_that_counts_cumulative_figures_twice_is_found(world, monkeypatch):
    right = progress.financial

    def doubled(ids, until):
        found = right(ids, until)
        for figure in found.values():
            for place in figure.whole.paid:
                figure.whole.paid[place] *= 2
        return found

    monkeypatch.setattr(progress, "financial", doubled)
    code, said = run()
    assert code == 1 and "paid of programme" in said


def test_a_budget_that_shrank_below_what_was_allocated_is_named(world):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE programs_budgetline SET approved = 10")
    code, said = run()
    assert code == 1 and "at most 10" in said


def test_a_sealed_month_of_live_figures_that_was_altered_is_found(db):
    metrics.refresh(["estates.plots"], now=NOW.replace(month=11, day=10))
    metrics.refresh(["estates.plots"], now=NOW)
    assert MetricMonth.objects.count() == 1 and run()[0] == 0
    altered("UPDATE metrics_metricvalue SET value = 5", "metrics_metricvalue")
    code, said = run()
    assert code == 1 and "live figures of" in said
