"""Readings: who, when, and what is refused."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from decimal import Decimal as D

import pytest

from accounts.models import User
from accounts.services import roles
from core.audit.models import Entry
from core.errors import DomainError, InvalidInput, PermissionRefused
from core.persian.calendar import JalaliDate
from programs.choices import ReadingStatus
from programs.errors import AlreadyRead, NoEvidence, NotYours, ProgrammeOver, ReadingRefused
from programs.models import Programme, Reading, ReadingEvidence
from programs.services import budget, evidence, programmes, reading_entry, readings
from programs.services.reading_values import PartValue
from programs.signals import figures_changed
from tests.factories import accounts
from tests.factories.estates import CountyFactory
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, indicator, line, milestones, prove

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once) -> tuple[Programme, User, User]:
    return make_once(build)


def build() -> tuple[Programme, User, User]:
    """A programme in work, an officer who reads it, and a manager."""
    return ProgrammeFactory.in_status("ACTIVE"), accounts.programme_officer(), accounts.manager()


@pytest.fixture
def world(made) -> tuple[Programme, User, User]:
    return deepcopy(made)


@pytest.fixture
def programme(world) -> Programme:
    return world[0]


@pytest.fixture
def officer(world) -> User:
    return world[1]


@pytest.fixture
def boss(world) -> User:
    return world[2]


def code_of(call) -> str:
    with pytest.raises(DomainError) as refusal:
        call()
    assert refusal.value.message
    return refusal.value.code


def test_a_reading_goes_from_draft_to_counting(programme, officer, boss):
    row = ReadingFactory(milestones(programme)[0], by=officer, percent=D("12.5"), note="پی‌ها ریخته شد")
    prove(row)
    readings.submit(reading_id=row.pk, by=officer, now=NOW)
    done = readings.approve(reading_id=row.pk, by=boss, now=NOW)
    assert (done.status, done.reviewed_by, done.submitted_at) == (ReadingStatus.APPROVED, boss, NOW)
    entry = Entry.objects.get(action="programs.reading.approved")
    assert entry.actor == boss and entry.data["values"] == {"percent": "12.5"}


def test_a_returned_reading_is_put_right_and_handed_in_again_by_its_author(programme, officer, boss):
    row = ReadingFactory.in_status("RETURNED", milestones(programme)[0], by=officer, percent=D(40))
    assert row.review_note
    readings.change(reading_id=row.pk, values={"percent": D(35)}, by=officer, now=NOW)
    readings.submit(reading_id=row.pk, by=officer, now=NOW)
    assert readings.approve(reading_id=row.pk, by=boss, now=NOW).percent == 35


def test_a_return_says_what_is_to_be_put_right(programme, boss):
    row = ReadingFactory.in_status("SUBMITTED", milestones(programme)[0], percent=D(40))
    with pytest.raises(InvalidInput):
        readings.return_(reading_id=row.pk, note="  ", by=boss, now=NOW)


def test_nothing_is_handed_in_without_evidence(programme, officer):
    row = ReadingFactory(milestones(programme)[0], by=officer, percent=D(40))
    with pytest.raises(NoEvidence):
        readings.submit(reading_id=row.pk, by=officer, now=NOW)
    assert Reading.objects.get(pk=row.pk).status == ReadingStatus.DRAFT


def test_nobody_decides_about_his_own_reading(programme, officer):
    roles.grant(user_id=officer.pk, role="manager", scope="", by=None, now=NOW - timedelta(days=1))
    officer.refresh_from_db()
    row = ReadingFactory.in_status("SUBMITTED", milestones(programme)[0], by=officer, percent=D(40))
    for act in (
        lambda: readings.approve(reading_id=row.pk, by=officer, now=NOW),
        lambda: readings.return_(reading_id=row.pk, note="نه", by=officer, now=NOW),
    ):
        assert code_of(act) == "own_reading"
    assert Reading.objects.get(pk=row.pk).status == ReadingStatus.SUBMITTED


@pytest.mark.parametrize("role", ["manager", "auditor", "admin", "finance", "committee"])
def test_only_programme_officers_enter_readings(programme, role):
    target = milestones(programme)[0]
    with pytest.raises(PermissionRefused):
        ReadingFactory(target, by=accounts.staff(role), percent=D(1))


def test_another_officer_does_not_change_or_hand_in_what_is_not_his(programme, officer):
    row = ReadingFactory(milestones(programme)[0], by=accounts.programme_officer(), percent=D(10))
    for act in (
        lambda: readings.change(reading_id=row.pk, values={"percent": D(11)}, by=officer, now=NOW),
        lambda: readings.submit(reading_id=row.pk, by=officer, now=NOW),
        lambda: readings.discard(reading_id=row.pk, by=officer, now=NOW),
        lambda: evidence.attach(reading_ids=[row.pk], upload=accounts.photo(), by=officer, now=NOW),
    ):
        with pytest.raises(PermissionRefused):
            act()


@pytest.mark.parametrize("status", ["SUBMITTED", "APPROVED"])
def test_what_was_handed_in_is_not_changed(programme, status, officer):
    row = ReadingFactory.in_status(status, milestones(programme)[0], by=officer, percent=D(10))
    for act in (
        lambda: readings.change(reading_id=row.pk, values={"percent": D(11)}, by=officer, now=NOW),
        lambda: readings.discard(reading_id=row.pk, by=officer, now=NOW),
        lambda: evidence.attach(reading_ids=[row.pk], upload=accounts.photo(), by=officer, now=NOW),
        lambda: evidence.detach(evidence_id=ReadingEvidence.objects.get().pk, by=officer, now=NOW),
    ):
        with pytest.raises(NotYours):
            act()


@pytest.mark.parametrize(
    ("percent", "code"),
    [("100.01", "beyond_100"), ("-1", "negative"), ("NaN", "negative"), ("Infinity", "negative"), ("5.005", "places"),
     ("", "missing"), (None, "missing"), ("ten", "no_number")],
)  # fmt: skip
def test_a_percent_lies_between_0_and_100_with_two_places(programme, officer, percent, code):
    assert code_of(lambda: ReadingFactory(milestones(programme)[0], by=officer, percent=percent)) == code


@pytest.mark.parametrize(
    ("allocated", "paid", "code"),
    [(1_000_001, 0, "beyond_approved"), (500, 501, "beyond_allocated"), (-1, 0, "negative"), ("1.5", 1, "rials")],
)
def test_money_stays_within_what_was_approved_and_allocated(programme, officer, allocated, paid, code):
    target = line(programme)
    assert code_of(lambda: ReadingFactory(target, by=officer, allocated=allocated, paid=paid)) == code


def test_cumulative_figures_go_back_neither_against_the_month_before_nor_the_one_after(programme, officer):
    target = milestones(programme)[0]
    ReadingFactory.approved(target, month(4), percent=D(30))
    ReadingFactory.approved(target, month(7), percent=D(60))
    assert code_of(lambda: ReadingFactory(target, month(8), by=officer, percent=D(59))) == "backwards"
    assert code_of(lambda: ReadingFactory(target, month(5), by=officer, percent=D(29))) == "backwards"
    assert code_of(lambda: ReadingFactory(target, month(5), by=officer, percent=D(61))) == "beyond_later"
    assert code_of(lambda: ReadingFactory(target, month(3), by=officer, percent=D(31))) == "beyond_later"
    assert ReadingFactory(target, month(5), by=officer, percent=D(60)).percent == 60


@pytest.mark.parametrize(("allocated", "paid"), [(399, 300), (500, 299)])
def test_money_does_not_go_back(programme, officer, allocated, paid):
    target = line(programme)
    ReadingFactory.approved(target, month(4), allocated=400, paid=300)
    assert code_of(lambda: ReadingFactory(target, month(5), by=officer, allocated=allocated, paid=paid)) == "backwards"


def test_what_fitted_when_it_was_written_is_asked_again_when_it_is_approved(programme, officer, boss):
    target = milestones(programme)[0]
    late = ReadingFactory.in_status("SUBMITTED", target, month(5), by=officer, percent=D(50))
    ReadingFactory.approved(target, month(4), percent=D(70))
    assert code_of(lambda: readings.approve(reading_id=late.pk, by=boss, now=NOW)) == "backwards"


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (month(10), "future"), (JalaliDate(1404, 12, 1).to_date(), "outside"),
        (JalaliDate(1405, 4, 2).to_date(), "month_shape"),
    ],
)  # fmt: skip
def test_months_lie_within_the_plan_and_have_begun(programme, officer, at, code):
    assert code_of(lambda: ReadingFactory(milestones(programme)[0], at, by=officer, percent=D(5))) == code


def test_the_running_month_may_be_read(programme, officer):
    assert ReadingFactory(milestones(programme)[0], month(9), by=officer, percent=D(5)).month == month(9)


def test_a_programme_that_is_over_or_only_planned_takes_no_readings(officer, boss):
    planned = ProgrammeFactory.planned()
    with pytest.raises(ReadingRefused):
        ReadingFactory(milestones(planned)[0], by=officer, percent=D(5))
    stopped = ProgrammeFactory.in_status("STOPPED")
    with pytest.raises(ProgrammeOver):
        ReadingFactory(milestones(stopped)[0], by=officer, percent=D(5))


def test_handing_in_after_the_programme_was_stopped_is_refused(programme, officer, boss):
    row = ReadingFactory(milestones(programme)[0], by=officer, percent=D(5))
    prove(row)
    programmes.stop(programme_id=programme.pk, reason="منتفی شد", by=boss, now=NOW)
    with pytest.raises(ProgrammeOver):
        readings.submit(reading_id=row.pk, by=officer, now=NOW)


def test_two_readings_of_one_month_are_refused(programme, officer):
    target = milestones(programme)[0]
    row = ReadingFactory(target, percent=D(5))
    assert code_of(lambda: ReadingFactory(target, by=officer, percent=D(6))) == "open_already"
    readings.discard(reading_id=row.pk, by=row.author, now=NOW)
    ReadingFactory.approved(target, percent=D(5))
    assert code_of(lambda: ReadingFactory(target, by=officer, percent=D(6))) == "approved_already"


def test_a_correction_is_a_new_reading_that_takes_the_place_of_the_old_one(programme, officer, boss):
    old = ReadingFactory.approved(milestones(programme)[0], percent=D(50))
    new = ReadingFactory.corrected(old, by=officer, percent=D(45))
    old.refresh_from_db()
    assert (old.superseded, old.percent, new.corrects_id, new.superseded) == (True, 50, old.pk, False)
    assert list(Reading.objects.counting()) == [new]
    assert code_of(lambda: readings.correct(reading_id=old.pk, values={"percent": D(1)}, note="x", by=officer, now=NOW))


def test_a_correction_says_why_and_there_is_one_at_a_time(programme, officer):
    old = ReadingFactory.approved(milestones(programme)[0], percent=D(50))

    def correct(note):
        return readings.correct(reading_id=old.pk, values={"percent": D(45)}, note=note, by=officer, now=NOW)

    assert code_of(lambda: correct(" ")) == "no_note"
    correct("جمع نادرست بود")
    with pytest.raises(AlreadyRead):
        correct("باز هم")
    old.refresh_from_db()
    assert not old.superseded


def test_a_ratio_needs_a_denominator_above_nought(programme, officer):
    ratio = indicator(programme, kind="RATIO")
    assert code_of(lambda: ReadingFactory(ratio, by=officer, numerator=D(1), denominator=D(0))) == "no_denominator"
    assert code_of(lambda: ReadingFactory(ratio, by=officer, numerator=D(1))) == "missing"
    assert ReadingFactory(ratio, by=officer, numerator=D(0), denominator=D(8)).denominator == 8


def test_an_indicator_keeps_to_its_decimal_places(programme, officer):
    jobs = indicator(programme, decimals=1)
    assert code_of(lambda: ReadingFactory(jobs, by=officer, value=D("1.25"))) == "places"
    assert ReadingFactory(jobs, by=officer, value=D("1.2")).value == D("1.2")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([("gender", "F", 3), ("gender", "M", 6)], "parts_do_not_add_up"),
        ([("gender", "F", 3), ("gender", "F", 7)], "part_twice"),
        ([("trade", "knife_making", 10)], "part_twice"),
        ([("county", "atlantis", 10)], "unknown_part"),
        ([("gender", "F", -1), ("gender", "M", 11)], "negative"),
    ],
)
def test_parts_add_up_to_the_value(programme, officer, parts, code):
    jobs = indicator(programme, dimensions=["gender", "county"])
    given = [PartValue(dimension, place, D(value)) for dimension, place, value in parts]
    assert code_of(lambda: ReadingFactory(jobs, by=officer, value=D(10), parts=given)) == code


def test_parts_of_several_dimensions_each_add_up(programme, officer):
    CountyFactory("zanjan")
    jobs = indicator(programme, dimensions=["gender", "county"])
    given = [PartValue("gender", "F", D(4)), PartValue("gender", "M", D(6)), PartValue("county", "zanjan", D(10))]
    row = ReadingFactory(jobs, by=officer, value=D(10), parts=given)
    assert row.parts.count() == 3
    refused = code_of(lambda: readings.change(reading_id=row.pk, values={"value": D(11)}, by=officer, now=NOW))
    assert refused == "parts_missing"


def test_one_paper_may_stand_for_several_readings_and_is_kept_once(programme, officer):
    first, second = (ReadingFactory(target, by=officer, percent=D(5)) for target in milestones(programme)[:2])
    upload = accounts.photo()
    rows = evidence.attach(reading_ids=[first.pk, second.pk], upload=upload, by=officer, now=NOW, caption="نما")
    assert len({row.file_id for row in rows}) == 1
    upload.seek(0)
    evidence.attach(reading_ids=[first.pk], upload=upload, by=officer, now=NOW)
    assert first.evidence.count() == 1


def test_a_foreign_value_is_a_mistake_of_the_program(programme, officer):
    with pytest.raises(TypeError):
        ReadingFactory(milestones(programme)[0], by=officer, percent=D(1), paid=3)


def test_a_line_is_not_cut_below_what_readings_allocated(programme, officer):
    row = line(programme)
    kept = ReadingFactory.approved(row, allocated=400, paid=100)
    assert kept.allocated == 400
    with pytest.raises(InvalidInput) as refusal:
        budget.change_line(line_id=row.pk, values={"approved": 399}, by=officer, now=NOW)
    assert "approved" in refusal.value.errors
    budget.change_line(line_id=row.pk, values={"approved": 400}, by=officer, now=NOW)
    row.refresh_from_db()
    assert row.approved == 400


def test_a_sheet_that_is_approved_tells_once_that_figures_have_changed(programme, boss, monkeypatch):
    told = []
    rows = [ReadingFactory.in_status("SUBMITTED", one, month(4), percent=D(30)) for one in milestones(programme)[:2]]
    monkeypatch.setattr(figures_changed, "send", lambda **facts: told.append(facts["programme_id"]))
    reading_entry.approve_all(reading_ids=[row.pk for row in rows], by=boss, now=NOW)
    assert told == [programme.pk] and not Reading.objects.exclude(status="APPROVED").exists()
