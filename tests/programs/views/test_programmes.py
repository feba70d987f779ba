"""The public pages: four groups, empty ones explained; one programme with what may be public and nothing else."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from core.persian.digits import to_persian
from programs.choices import ProgrammeGroup
from programs.models import Milestone, Programme, Reading
from programs.selectors import programmes as selectors
from programs.services import budget, facts, photos, programmes, registers
from tests.factories import accounts
from tests.factories.estates import EstateFactory
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.programs.services.test_programmes import approved_reading

pytestmark = pytest.mark.django_db

LIST = "/programs/"


def page(address: str, **headers: Any) -> str:
    answer = Client().get(address, **headers)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def test_every_group_is_shown_and_an_empty_one_says_why() -> None:
    ProgrammeFactory.in_status("ACTIVE", "nikan", name="احداث نیکان")
    answer = Client().get(LIST)
    groups = {group.value: group for group in answer.context["groups"]}
    assert list(groups) == list(ProgrammeGroup.values)
    assert [card.programme.slug for card in groups["FLAGSHIP_YEAR"].cards] == ["nikan"]
    assert groups["FLAGSHIP_YEAR"].note == ""
    for empty in ("OUTLOOK_3Y", "ASSEMBLY_DUTY", "RESISTANCE_ECONOMY"):
        assert groups[empty].note in answer.content.decode()


def test_one_of_two_known_projects_says_that_the_other_is_missing() -> None:
    ProgrammeFactory.in_status("ACTIVE", "clinic", group=ProgrammeGroup.RESISTANCE_ECONOMY)
    groups = Client().get(LIST).context["groups"]
    assert groups[-1].cards
    assert groups[-1].note


def test_drafts_and_what_is_not_released_are_not_there() -> None:
    ProgrammeFactory.planned("draft")
    ProgrammeFactory.in_status("ACTIVE", "hidden", is_public=False)
    assert all(not group.cards for group in Client().get(LIST).context["groups"])
    for slug in ("draft", "hidden", "nothing"):
        assert Client().get(reverse("programs:detail", args=[slug])).status_code == 404


def test_years_are_chosen_and_odd_ones_not_found() -> None:
    old = ProgrammeFactory.in_status("ACTIVE", "nikan")
    programmes.roll_over(programme_id=old.pk, year=1406, by=None, now=NOW)
    Programme.objects.filter(previous=old).update(is_public=True)
    assert Client().get(LIST).context["year"] == 1405
    assert Client().get(LIST + "?year=1405").status_code == 200
    for odd in ("1406", "9999999999999", "x", "۱۴۰۵", "-1", "1405.0"):
        assert Client().get(LIST, {"year": odd}).status_code == 404, odd


def test_the_list_opens_with_the_running_year_though_the_plan_of_the_next_one_is_shown_already() -> None:
    old = ProgrammeFactory.in_status("ACTIVE", "nikan")
    new = programmes.roll_over(programme_id=old.pk, year=1406, by=None, now=NOW)
    Programme.objects.filter(pk=new.pk).update(is_public=True, status="ACTIVE")
    with clock.shifted(NOW - clock.now()):
        answer = Client().get(LIST)
        assert (answer.context["year"], answer.context["years"]) == (1405, [1406, 1405])
        assert Client().get(LIST, {"year": "1406"}).context["year"] == 1406
    with clock.shifted(NOW - clock.now() - timedelta(days=365)):
        assert Client().get(LIST).context["year"] == 1406  # of 1404 there is nothing


def test_who_stops_reporting_is_measured_by_the_plan_of_today_and_not_by_that_of_the_last_report() -> None:
    programme = ProgrammeFactory.in_status("ACTIVE", "soltanieh")
    for milestone in Milestone.objects.filter(activity__programme=programme):
        approved_reading(milestone, "50")  # for Aban, when the even plan stands at 8/12
    cards = {day: selectors.public_programme("soltanieh", day).card for day in (month(9), month(12))}
    assert [card.planned.quantize(Decimal("0.01")) for card in cards.values()] == [Decimal("66.67"), Decimal("91.67")]
    assert [card.done for card in cards.values()] == [Decimal(50), Decimal(50)]


def test_the_page_shows_weights_progress_and_sources() -> None:
    programme = ProgrammeFactory.in_status("ACTIVE", "soltanieh", name="احداث پست برق سلطانیه")
    programmes.link_estate(
        programme_id=programme.pk, estate_id=EstateFactory("zone", name="شهرک سلطانیه").pk, by=None, now=NOW
    )
    values = {"text": "فاز نخست ۱۰۳ هکتاری گشایش یافت.", "source": "ایسنا", "as_of": month(7), "precision": "MONTH"}
    facts.add_fact(programme_id=programme.pk, values=values, by=None, now=NOW)
    for milestone in Milestone.objects.filter(activity__programme=programme, activity__position=1):
        approved_reading(milestone, "50")
    shown = page(reverse("programs:detail", args=["soltanieh"]))
    # 60 % of the weight is half done; the even plan stands at 8/12 at the end of Aban, the month of the readings.
    for expected in (
        "شهرک سلطانیه",
        "فاز نخست",
        "ایسنا",
        "مهر ۱۴۰۵",
        to_persian("30"),
        to_persian("67"),
        to_persian("60"),
    ):
        assert expected in shown, expected
    assert 'value="30.00"' in shown


def test_money_is_a_sum_unless_a_line_is_public() -> None:
    programme = ProgrammeFactory.in_status("ACTIVE", "nikan")
    common = {"source_of_funds": "COMPANY", "year": 1405}
    for name, is_public in (("محرمانه عمران", False), ("ردیف آشکار", True)):
        values = {**common, "name": name, "approved": 5_000, "is_public": is_public}
        budget.add_line(programme_id=programme.pk, values=values, by=None, now=NOW)
    risk = {"name": "ریسک درونی", "likelihood": 1, "impact": 1}
    registers.add_risk(programme_id=programme.pk, values=risk, by=None, now=NOW)
    decision = {"taken_on": month(3), "body": "هیئت‌مدیره", "text": "تصمیم درونی"}
    registers.add_decision(programme_id=programme.pk, values=decision, by=None, now=NOW)
    shown = page(reverse("programs:detail", args=["nikan"]))
    assert "۱۰٬۰۰۰" in shown
    assert "ردیف آشکار" in shown
    for hidden in ("محرمانه عمران", "ریسک درونی", "تصمیم درونی", programme.owner.last_name):
        assert hidden not in shown, hidden


def test_before_and_after_stand_side_by_side_without_scripts(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    programme = ProgrammeFactory.in_status("ACTIVE", "nikan")
    common: dict[str, Any] = {"programme_id": programme.pk, "by": None, "now": NOW}
    for stage, pair in (("BEFORE", "yard"), ("AFTER", "yard"), ("DURING", ""), ("BEFORE", "alone")):
        values = {"stage": stage, "caption": f"{stage} {pair}", "pair_key": pair}
        photos.add_photo(upload=accounts.photo(), values=values, **common)
    hidden = {"stage": "DURING", "caption": "پنهان", "is_public": False}
    photos.add_photo(upload=accounts.photo(), values=hidden, **common)
    answer = Client().get(reverse("programs:detail", args=["nikan"]))
    found = answer.context["detail"].photos
    assert [(before.caption, after.caption) for before, after in found.pairs] == [("BEFORE yard", "AFTER yard")]
    assert {photo.caption for photo in found.others} == {"DURING", "BEFORE alone"}
    shown = answer.content.decode()
    assert shown.count('<figure class="compare-') == 2
    assert "style=" not in shown.split("<main", 1)[1]
    assert "پنهان" not in shown


def test_an_illustrative_plan_says_so() -> None:
    ProgrammeFactory.in_status("ACTIVE", "nikan", is_illustrative=True)
    assert "داده‌های نمایشی" in page(reverse("programs:detail", args=["nikan"])) or "Sample data" in page(
        reverse("programs:detail", args=["nikan"])
    )


def queries(address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        page(address)
    return len(caught)


def test_the_list_needs_the_same_queries_for_one_programme_and_for_twenty() -> None:
    model = ProgrammeFactory.in_status("ACTIVE", "p-0", weights=("100",))
    programmes.link_estate(programme_id=model.pk, estate_id=EstateFactory("p-0").pk, by=None, now=NOW)
    reading = approved_reading(Milestone.objects.filter(activity__programme=model).earliest("pk"), "50")
    page(LIST)
    few = queries(LIST)
    for number in range(1, 20):
        another_of(model, reading, f"p-{number}")
    assert queries(LIST) == few
    groups = Client().get(LIST).context["groups"]
    cards = [card for group in groups for card in group.cards]
    assert len(cards) == 20
    assert {(card.done, card.planned) for card in cards} == {(cards[0].done, cards[0].planned)}


def another_of(model: Programme, reading: Reading, slug: str) -> None:
    """A programme with the plan, the estate and the reading of this one, without the walk through the services."""
    activity, baseline = model.activities.get(), model.baselines.get()
    milestones, months = list(activity.milestones.order_by("pk")), list(baseline.months.order_by("pk"))
    programme = new(Programme.objects.get(pk=model.pk), slug=slug)
    programme.estate_links.create(estate=EstateFactory(slug))
    activity = new(activity, programme=programme)
    approval = {"status": baseline.status, "approved_by": baseline.approved_by, "approved_at": baseline.approved_at}
    baseline = new(baseline, programme=programme, status="DRAFT", approved_by=None, approved_at=None)
    for row in milestones:
        new(row, activity=activity)
    for month_of_plan in months:
        month_of_plan.pk, month_of_plan.baseline, month_of_plan.activity = None, baseline, activity
    type(months[0]).objects.bulk_create(months)
    type(baseline).objects.filter(pk=baseline.pk).update(**approval)
    new(Reading.objects.get(pk=reading.pk), programme=programme, milestone=milestones[0])


def new(row: Any, **values: Any) -> Any:
    """The same row once more, with these values."""
    row.pk = None
    for name, value in values.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row


def test_the_page_needs_the_same_queries_for_one_activity_and_for_twenty() -> None:
    ProgrammeFactory.in_status("ACTIVE", "small", weights=["100"])
    ProgrammeFactory.in_status("ACTIVE", "large", weights=["5"] * 20)
    page(reverse("programs:detail", args=["small"]))
    assert queries(reverse("programs:detail", args=["large"])) == queries(reverse("programs:detail", args=["small"]))
