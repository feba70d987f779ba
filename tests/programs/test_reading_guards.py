"""The database keeps the rules of readings without the services: a negative control of each."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from decimal import Decimal as D
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from programs.models import Reading
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, indicator, line, manager, milestones, officer

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once):
    return make_once(lambda: ProgrammeFactory.in_status("ACTIVE"))


@pytest.fixture
def programme(made):
    return deepcopy(made)


def write(programme: Any, **values: Any) -> Reading:
    """A row straight into the table."""
    series = "PHYSICAL" if "milestone" in values else "FINANCIAL" if "budget_line" in values else "INDICATOR"
    common = {"programme": programme, "series": series, "author": officer(), "created_at": NOW, "month": month(5)}
    return Reading.objects.create(**{**common, **values})


def approved(programme: Any, **values: Any) -> Reading:
    """A row that claims to be approved."""
    later = NOW + timedelta(hours=1)
    return write(
        programme, status="APPROVED", submitted_at=NOW, **{"reviewed_by": manager(), "reviewed_at": later, **values}
    )


def refused(match: str, act: Any) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


def test_values_out_of_range_are_refused_by_the_columns(programme):
    stone, money, jobs = milestones(programme)[0], line(programme), indicator(programme)
    refused("reading_percent_in_range", lambda: write(programme, milestone=stone, percent=D("100.01")))
    refused("reading_percent_in_range", lambda: write(programme, milestone=stone, percent=D(-1)))
    refused("reading_paid_of_allocated", lambda: write(programme, budget_line=money, allocated=5, paid=6))
    refused("reading_value_not_negative", lambda: write(programme, indicator=jobs, value=D(-1)))
    refused("reading_numerator_not", lambda: write(programme, indicator=jobs, numerator=D(-1), denominator=D(1)))
    refused("reading_ratio_has_denominator", lambda: write(programme, indicator=jobs, numerator=D(1), denominator=D(0)))
    refused(
        "reading_month_is_first_day",
        lambda: write(programme, milestone=stone, percent=1, month=NOW.date().replace(day=5)),
    )


def test_nobody_approves_his_own_reading_in_the_table_either(programme):
    stone = milestones(programme)[0]
    refused(
        "reading_approved_by_another", lambda: approved(programme, milestone=stone, percent=1, reviewed_by=officer())
    )


def test_one_month_has_one_counting_and_one_open_reading(programme):
    stone = milestones(programme)[0]
    approved(programme, milestone=stone, percent=10)
    refused("reading_one_of_milestone_and_month", lambda: approved(programme, milestone=stone, percent=10))
    write(programme, milestone=stone, percent=11)
    refused("reading_one_open_of_milestone", lambda: write(programme, milestone=stone, percent=12))


@pytest.mark.parametrize(("at", "percent"), [(3, 31), (7, 29)])
def test_work_does_not_run_backwards(programme, at, percent):
    stone = milestones(programme)[0]
    approved(programme, milestone=stone, percent=30)
    refused("backwards", lambda: approved(programme, milestone=stone, percent=percent, month=month(at)))


@pytest.mark.parametrize(("at", "allocated", "paid"), [(7, 399, 300), (7, 400, 299), (3, 401, 300), (3, 400, 301)])
def test_money_does_not_run_backwards(programme, at, allocated, paid):
    money = line(programme)
    approved(programme, budget_line=money, allocated=400, paid=300)
    refused(
        "backwards",
        lambda: approved(programme, budget_line=money, allocated=allocated, paid=paid, month=month(at)),
    )


def test_money_beyond_what_was_approved_does_not_come_to_count(programme):
    money = line(programme, approved=100)
    refused("more money", lambda: approved(programme, budget_line=money, allocated=101, paid=1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE programs_reading SET percent = 11 WHERE id = %s",
        "UPDATE programs_reading SET status = 'DRAFT' WHERE id = %s",
        "UPDATE programs_reading SET note = 'other' WHERE id = %s",
        "DELETE FROM programs_readingevidence WHERE reading_id = %s",
        "UPDATE programs_readingevidence SET caption = 'other' WHERE reading_id = %s",
    ],
)
def test_an_approved_reading_and_its_papers_stay(programme, statement):
    row = ReadingFactory.approved(milestones(programme)[0], percent=10)

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, [row.pk])

    refused("never changed", run)


def test_a_replaced_reading_does_not_come_to_count_again(programme):
    row = ReadingFactory.approved(milestones(programme)[0], percent=10)
    ReadingFactory.corrected(row, percent=D(9))
    refused("never changed", lambda: Reading.objects.filter(pk=row.pk).update(superseded=False))


def test_without_the_trigger_a_series_could_run_backwards(programme):
    import pgtrigger

    stone = milestones(programme)[0]
    approved(programme, milestone=stone, percent=30)
    with pgtrigger.ignore("programs.Reading:approved_fits_its_neighbours"):
        assert approved(programme, milestone=stone, percent=10, month=month(7)).percent == 10
