"""Pages of readings: the sheet, its review, one reading, a correction."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal as D

import pytest
from django.test import Client

from accounts.choices import Gender
from accounts.models import User
from core.metrics import services as metrics
from programs.choices import ReadingStatus
from programs.models import Programme, Reading
from programs.services import programmes
from tests.factories import accounts
from tests.factories.estates import CountyFactory, EstateFactory, PlotFactory
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, indicator, line, milestones

pytestmark = pytest.mark.django_db
LIST = "/dashboard/readings/"


@pytest.fixture(autouse=True)
def store(settings):
    settings.STAFF_MFA = False


@pytest.fixture(scope="module")
def made(make_once) -> tuple[Programme, User, User]:
    return make_once(build)


def build() -> tuple[Programme, User, User]:
    """A programme in work, an officer who reads it, and a manager."""
    programme = ProgrammeFactory.in_status("ACTIVE", "soltanieh-power")
    return programme, accounts.programme_officer(), accounts.manager()


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


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sheet(code: str = "1405-08") -> str:
    return f"{LIST}new/?programme=soltanieh-power&month={code}"


def test_an_officer_hands_in_a_month_and_a_manager_approves_it(programme, officer, boss):
    first, second, *_ = milestones(programme)
    money = line(programme)
    typed = {
        f"m{first.pk}_percent": "۱۲٫۵", f"m{second.pk}_percent": "", f"b{money.pk}_allocated": "۵۰۰٬۰۰۰",
        f"b{money.pk}_paid": "200,000", "note": "پی‌ها ریخته شد", "act": "hand_in", "evidence": accounts.photo(),
    }  # fmt: skip
    answer = client_of(officer).post(sheet(), typed)
    assert answer.status_code == 302 and answer["Location"] == LIST
    rows = Reading.objects.order_by("pk")
    assert [(row.status, row.note) for row in rows] == [("SUBMITTED", "پی‌ها ریخته شد")] * 2
    assert (rows[0].percent, rows[1].allocated, rows[1].paid) == (D("12.5"), 500_000, 200_000)

    desk = client_of(boss)
    assert programme.name in desk.get(LIST).content.decode()
    page = f"{LIST}review/soltanieh-power/1405-08/"
    assert "۱۲٫۵" in desk.get(page).content.decode()
    answer = desk.post(page, {"readings": [row.pk for row in rows], "act": "approve", "note": ""})
    assert answer.status_code == 302
    assert Reading.objects.counting().count() == 2
    assert "Everything" not in client_of(officer).get(sheet()).content.decode()


def test_a_draft_is_kept_without_evidence_and_thrown_away_when_its_box_is_emptied(programme, officer):
    first = milestones(programme)[0]
    client = client_of(officer)
    assert client.post(sheet(), {f"m{first.pk}_percent": "10", "act": "keep"}).status_code == 302
    assert Reading.objects.get().status == ReadingStatus.DRAFT
    assert "۱۰" in client.get(sheet()).content.decode()
    client.post(sheet(), {f"m{first.pk}_percent": "", "act": "keep"})
    assert not Reading.objects.exists()


@pytest.mark.parametrize("typed", ["101", "-1", "abc", "۱e5", "12.345"])
def test_what_does_not_fit_stands_beside_its_box_and_typed_values_stay(programme, officer, typed):
    first, second, *_ = milestones(programme)
    data = {f"m{first.pk}_percent": typed, f"m{second.pk}_percent": "33", "act": "keep"}
    answer = client_of(officer).post(sheet(), data)
    shown = answer.content.decode()
    assert answer.status_code == 422 and not Reading.objects.exists()
    assert f'id="id_m{first.pk}_percent_error"' in shown and 'class="error-summary' in shown
    assert f'value="{typed}"' in shown and 'value="33"' in shown


def test_handing_in_without_evidence_is_refused_and_keeps_nothing(programme, officer):
    first = milestones(programme)[0]
    answer = client_of(officer).post(sheet(), {f"m{first.pk}_percent": "10", "act": "hand_in"})
    assert answer.status_code == 422 and answer.context["form"].errors.keys() == {"evidence"}
    assert not Reading.objects.exists()


def test_a_broken_paper_is_refused_beside_its_box(programme, officer):
    from django.core.files.uploadedfile import SimpleUploadedFile

    first = milestones(programme)[0]
    paper = SimpleUploadedFile("a.pdf", b"no paper at all", content_type="application/pdf")
    data = {f"m{first.pk}_percent": "10", "act": "hand_in", "evidence": paper}
    answer = client_of(officer).post(sheet(), data)
    assert answer.status_code == 422 and "evidence" in answer.context["form"].errors


def test_nothing_typed_cannot_be_handed_in(programme, officer):
    answer = client_of(officer).post(sheet(), {"act": "hand_in"})
    assert answer.status_code == 422 and answer.context["form"].non_field_errors()


@pytest.mark.parametrize("code", ["1405-10", "1404-12"])
def test_months_outside_or_ahead_are_refused(programme, officer, code):
    first = milestones(programme)[0]
    answer = client_of(officer).post(sheet(code), {f"m{first.pk}_percent": "10", "act": "keep"})
    assert answer.status_code == 422 and not Reading.objects.exists()


def test_a_month_that_is_none_is_not_there(programme, officer):
    client = client_of(officer)
    for code in ("1405-13", "2026-08", "x", "1405-8", "9" * 200):
        assert client.get(sheet(code)).status_code == 404, code


def test_the_sheet_shows_the_value_before_and_the_live_figure_beside(programme, officer):
    first = milestones(programme)[0]
    ReadingFactory.approved(first, month(6), percent=D("41.5"))
    estate = EstateFactory("soltanieh")
    PlotFactory(estate=estate)
    PlotFactory(estate=EstateFactory("elsewhere"))
    programmes.link_estate(programme_id=programme.pk, estate_id=estate.pk, by=None, now=NOW)
    indicator(programme, code="plots", kind="LAST", metric="estates.plots_prepared")
    metrics.refresh(["estates.plots_prepared"], now=NOW)
    answer = client_of(officer).get(sheet())
    shown = answer.content.decode()
    assert "۴۱٫۵" in shown and "شهریور ۱۴۰۵" in shown
    (row,) = answer.context["sheet"].of("INDICATOR")
    assert row.live == 1


def test_parts_are_entered_beneath_their_indicator_and_must_add_up(programme, officer):
    CountyFactory("zanjan")
    jobs = indicator(programme, dimensions=["gender", "county"])
    name = f"i{jobs.pk}"
    typed = {f"{name}_value": "10", f"{name}_gender_F_value": "4", f"{name}_gender_M_value": "5", "act": "keep"}
    client = client_of(officer)
    answer = client.post(sheet(), typed)
    assert answer.status_code == 422 and f"{name}_value" in answer.context["form"].errors
    typed |= {f"{name}_gender_M_value": "۶", f"{name}_county_zanjan_value": "10"}
    assert client.post(sheet(), typed).status_code == 302
    assert Reading.objects.get().parts.count() == 3
    shown = client.get(sheet()).context["form"]
    assert shown[f"{name}_gender_M_value"].value() == "۶"
    detail = client.get(f"{LIST}{Reading.objects.get().pk}/")
    assert detail.status_code == 200
    assert all(text in detail.content.decode() for text in ("زنجان", str(Gender.FEMALE.label), str(Gender.MALE.label)))


def test_what_another_officer_has_in_work_is_shown_and_not_typed_over(programme, officer):
    first = milestones(programme)[0]
    ReadingFactory(first, by=accounts.programme_officer(), percent=D(5))
    answer = client_of(officer).get(sheet())
    assert f"m{first.pk}_percent" not in answer.context["form"].fields
    client_of(officer).post(sheet(), {f"m{first.pk}_percent": "9", "act": "keep"})
    assert Reading.objects.get().percent == 5


def test_a_returned_figure_shows_its_note_and_can_be_handed_in_again(programme, officer, boss):
    first = milestones(programme)[0]
    row = ReadingFactory.in_status("SUBMITTED", first, by=officer, percent=D(40))
    page = f"{LIST}review/soltanieh-power/1405-08/"
    client = client_of(boss)
    assert client.post(page, {"readings": [row.pk], "act": "return", "note": ""}).status_code == 422
    client.post(page, {"readings": [row.pk], "act": "return", "note": "تصویر خوانا نیست"})
    mine = client_of(officer)
    assert "تصویر خوانا نیست" in mine.get(LIST).content.decode()
    assert "تصویر خوانا نیست" in mine.get(sheet()).content.decode()
    mine.post(sheet(), {f"m{first.pk}_percent": "38", "act": "hand_in"})
    row.refresh_from_db()
    assert (row.status, row.percent) == ("SUBMITTED", 38)


def test_one_figure_that_does_not_fit_any_more_stops_the_approval_of_all(programme, boss):
    first, second, *_ = milestones(programme)
    good = ReadingFactory.in_status("SUBMITTED", second, percent=D(20))
    bad = ReadingFactory.in_status("SUBMITTED", first, percent=D(20))
    ReadingFactory.approved(first, month(7), percent=D(30))
    page = f"{LIST}review/soltanieh-power/1405-08/"
    answer = client_of(boss).post(page, {"readings": [good.pk, bad.pk], "act": "approve"})
    assert answer.status_code == 422
    assert Reading.objects.filter(status="SUBMITTED").count() == 2


def test_a_figure_of_another_month_cannot_be_slipped_into_a_review(programme, boss):
    first, second, *_ = milestones(programme)
    shown = ReadingFactory.in_status("SUBMITTED", first, percent=D(20))
    other = ReadingFactory.in_status("SUBMITTED", second, month(7), percent=D(20))
    page = f"{LIST}review/soltanieh-power/1405-08/"
    answer = client_of(boss).post(page, {"readings": [shown.pk, other.pk], "act": "approve"})
    assert answer.status_code == 422 and not Reading.objects.counting().exists()


def test_a_correction_waits_beside_the_figure_that_counts(programme, officer):
    row = ReadingFactory.approved(milestones(programme)[0], percent=D(50))
    page = f"{LIST}{row.pk}/correct/"
    client = client_of(officer)
    assert client.post(page, {"percent": "45", "note": ""}).status_code == 422
    data = {"percent": "۴۵", "note": "جمع نادرست بود", "evidence": accounts.photo()}
    answer = client.post(page, data)
    new = Reading.objects.get(corrects=row)
    assert answer["Location"] == f"{LIST}{new.pk}/" and new.status == "SUBMITTED"
    shown = client.get(f"{LIST}{row.pk}/").content.decode()
    assert "۵۰" in shown and "۴۵" in shown


@pytest.mark.parametrize(
    ("role", "opens", "enters"),
    [("programme_officer", 200, 200), ("manager", 200, 403), ("auditor", 200, 403), ("scorer", 403, 403)],
)
def test_who_opens_what(programme, role, opens, enters):
    row = ReadingFactory.approved(milestones(programme)[0], percent=D(50))
    client = client_of(accounts.staff(role))
    assert client.get(LIST).status_code == opens
    assert client.get(f"{LIST}{row.pk}/").status_code == opens
    assert client.get(sheet()).status_code == enters
    assert client.get(f"{LIST}{row.pk}/correct/").status_code == enters
    assert client.get(row.evidence.get().file.get_absolute_url()).status_code == (200 if opens == 200 else 404)


def test_the_pages_cost_the_same_queries_for_one_figure_and_for_twenty(programme, officer, boss):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    targets = milestones(programme)
    ReadingFactory.in_status("SUBMITTED", targets[0], by=officer, percent=D(10))
    addresses = [(officer, sheet()), (boss, f"{LIST}review/soltanieh-power/1405-08/"), (boss, LIST)]
    clients = {user.pk: client_of(user) for user, _address in addresses}

    def queries() -> list[int]:
        counts = []
        for user, address in addresses:
            with CaptureQueriesContext(connection) as seen:
                assert clients[user.pk].get(address).status_code == 200
            counts.append(len(seen))
        return counts

    queries()
    before = queries()
    for number in range(20):
        ReadingFactory.in_status("SUBMITTED", line(programme, name=f"ردیف {number}"), by=officer, allocated=5, paid=1)
    assert queries() == before
