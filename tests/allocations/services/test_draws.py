"""The draw: the announced value, not too early, typed by two people, one for each list."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from allocations.choices import DrawForm
from allocations.errors import SamePerson, StaleAuthentication
from allocations.models import Draw, FrozenList
from allocations.services import draws, freezing, objections, scoring
from core import clock
from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState
from core.procedure import event_values
from tests.factories.decisions import AFTER_DRAW, VALUE, World, apply_to, scored_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> World:
    return make_once(lambda: scored_world(3))


@pytest.fixture
def world(made):
    return deepcopy(made)


def enter(world, frozen, *, by=None, value=VALUE, shift=AFTER_DRAW, age=timedelta(), **more):
    with clock.shifted(shift):
        now = world.now
        return draws.enter(
            frozen_list_id=frozen.pk,
            value=value,
            by=by or world.members[0],
            now=now,
            authenticated_at=now - age,
            **more,
        )


def confirm(world, draw, *, by=None, value=VALUE, age=timedelta()):
    with clock.shifted(AFTER_DRAW):
        now = world.now
        return draws.confirm(
            draw_id=draw.pk, value=value, by=by or world.members[1], now=now, authenticated_at=now - age
        )


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("۲٬۱۵۴٬۳۲۱٫۶", DrawForm.TEXT, b"2154321.6"),
        ("2,154,321.6", DrawForm.TEXT, b"2154321.6"),
        (" 0xDEADBEEF 00112233 ", DrawForm.HEX, bytes.fromhex("deadbeef00112233")),
    ],
)
def test_a_value_has_one_spelling(text, form, expected):
    assert event_values.read(text, form)[1] == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", DrawForm.HEX),
        ("abc", DrawForm.HEX),
        ("deadbeef0011223", DrawForm.HEX),
        ("deadbeef001122zz", DrawForm.HEX),
        ("00" * 2100, DrawForm.HEX),
        ("12", DrawForm.TEXT),
        ("-12345", DrawForm.TEXT),
        ("1e10", DrawForm.TEXT),
        ("1.2.3456", DrawForm.TEXT),
        ("12345", "OTHER"),
    ],
)
def test_what_is_no_published_value_is_refused(text, form):
    with pytest.raises(event_values.BadDrawValue):
        event_values.read(text, form)


def test_two_people_draw_and_the_call_is_drawn(world):
    draw = world.draw(world.freeze())
    world.call.refresh_from_db()
    assert world.call.status == "DRAWN"
    assert draw.is_confirmed and draw.value_hex == VALUE and len(draw.seed) == 64


def test_the_value_is_not_taken_before_the_announced_time(world):
    frozen = world.freeze()
    with pytest.raises(draws.TooEarly):
        enter(world, frozen, shift=timedelta(minutes=59))
    assert not Draw.objects.exists()


def test_the_database_refuses_an_early_draw_whoever_writes_it(world):
    frozen = world.freeze()
    draw = enter(world, frozen)
    early = Draw.objects.filter(pk=draw.pk)
    values = {name: getattr(draw, name) for name in ("event", "form", "value_text", "value_hex", "seed")}
    early.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Draw.objects.create(
            frozen_list=frozen, entered_by=world.members[0], entered_at=world.now, not_before=frozen.draw_at, **values
        )


def test_the_person_who_entered_it_does_not_confirm_it(world):
    draw = enter(world, world.freeze())
    with pytest.raises(SamePerson):
        confirm(world, draw, by=world.members[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Draw.objects.filter(pk=draw.pk).update(confirmed_by=draw.entered_by, confirmed_at=draw.entered_at)


def test_another_value_does_not_confirm(world):
    draw = enter(world, world.freeze())
    with pytest.raises(draws.ValuesDiffer):
        confirm(world, draw, value=VALUE[:-2] + "00")
    world.call.refresh_from_db()
    assert world.call.status == "FROZEN"


def test_the_same_value_in_another_spelling_confirms(world):
    draw = enter(world, world.freeze(), value="2,154,321.6", form=DrawForm.TEXT)
    assert confirm(world, draw, value="۲٬۱۵۴٬۳۲۱٫۶").is_confirmed


@pytest.mark.parametrize("age", [timedelta(minutes=6), timedelta(minutes=-5)])
def test_the_password_must_be_fresh(world, age):
    frozen = world.freeze()
    with pytest.raises(StaleAuthentication):
        enter(world, frozen, age=age)
    draw = enter(world, frozen)
    with pytest.raises(StaleAuthentication):
        confirm(world, draw, age=age)


def test_only_the_committee_draws(world):
    frozen = world.freeze()
    with pytest.raises(PermissionRefused):
        enter(world, frozen, by=world.officer)


def test_there_is_one_draw_for_each_list(world):
    frozen = world.freeze()
    draw = enter(world, frozen)
    with pytest.raises(Conflict):
        enter(world, frozen, by=world.members[1], value="ab" * 32)
    draw.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        draw.save(force_insert=True)


def test_a_mistyped_value_is_taken_back_with_a_reason_before_it_is_confirmed(world):
    frozen = world.freeze()
    draw = enter(world, frozen, value="ab" * 32)
    with pytest.raises(InvalidInput):
        draws.discard(draw_id=draw.pk, reason="", by=world.members[1], now=world.now)
    draws.discard(draw_id=draw.pk, reason="اشتباه تایپی", by=world.members[1], now=world.now)
    assert world.draw(frozen).value_hex == VALUE


def test_a_confirmed_draw_stays_even_against_raw_sql(world):
    draw = world.draw(world.freeze())
    with pytest.raises(WrongState):
        draws.discard(draw_id=draw.pk, reason="باز هم", by=world.members[1], now=world.now)
    for statement in (
        "UPDATE allocations_draw SET value_hex = 'ab'",
        "UPDATE allocations_draw SET confirmed_at = now()",
        "DELETE FROM allocations_draw",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_list_that_is_out_of_date_is_not_drawn(world):
    frozen = world.freeze()
    apply_to(world, [1], points={"skill": 100, "years": 100})
    with pytest.raises(freezing.ListOutdated):
        enter(world, frozen)


def test_a_score_reopened_after_the_freeze_stops_the_draw(world):
    frozen = world.freeze()
    scoring.reopen(application_id=world.applications[0].pk, reason="اعتراض", by=world.members[0], now=world.now)
    with pytest.raises(freezing.ListOutdated):
        enter(world, frozen)


def test_a_withdrawal_after_the_freeze_does_not_stop_the_draw(world):
    frozen = world.freeze()
    type(world.applications[0]).objects.filter(pk=world.applications[0].pk).update(
        status="WITHDRAWN", withdrawn_at=world.now
    )
    assert world.draw(frozen).is_confirmed


def test_an_older_list_is_not_drawn(world):
    frozen = world.freeze()
    world.freeze(reason="بازبینی")
    with pytest.raises(freezing.ListOutdated):
        enter(world, frozen)


def test_an_open_objection_to_the_list_stops_the_draw(world):
    frozen = world.freeze()
    one = world.applications[0]
    by = one.applicant.person.user
    objection = objections.file(application_id=one.pk, subject="LIST", text="نام من نیست", by=by, now=world.now)
    with pytest.raises(WrongState):
        enter(world, frozen)
    objections.answer(
        objection_id=objection.pk, upheld=False, reason="در فهرست هست", by=world.members[0], now=world.now
    )
    assert world.draw(frozen).is_confirmed


def test_another_draw_needs_a_reason_two_people_and_a_future_event(world):
    frozen = world.freeze()
    first = world.draw(frozen)
    with clock.shifted(AFTER_DRAW):
        now = world.now
        order = {
            "frozen_list_id": frozen.pk, "source": "شاخص", "event": "پایان روز ۱۴۰۵/۰۹/۱۲", "by": world.members[0],
            "now": now,
        }  # fmt: skip
        with pytest.raises(InvalidInput):
            draws.propose_redraw(draw_at=now + timedelta(days=1), reason="", **order)
        with pytest.raises(InvalidInput):
            draws.propose_redraw(draw_at=now - timedelta(seconds=1), reason="مقدار نادرست منتشر شد", **order)
        row = draws.propose_redraw(draw_at=now + timedelta(days=1), reason="مقدار نادرست منتشر شد", **order)
        with pytest.raises(Conflict):
            draws.propose_redraw(draw_at=now + timedelta(days=1), reason="دوباره", **order)
        with pytest.raises(SamePerson):
            draws.confirm_redraw(order_id=row.pk, by=world.members[0], now=now, authenticated_at=now)
        with pytest.raises(WrongState):
            world.freeze(reason="پیش از تأیید")
        draws.confirm_redraw(order_id=row.pk, by=world.members[2], now=now, authenticated_at=now)
        second = world.freeze(reason="قرعه‌کشی دوباره")
    assert second.event == "پایان روز ۱۴۰۵/۰۹/۱۲"
    assert second.difference["rules"] == ["randomness"]
    assert second.frozen_sha256 != frozen.frozen_sha256
    with clock.shifted(timedelta(days=2)):
        now = world.now
        draw = draws.enter(
            frozen_list_id=second.pk, value="cd" * 32, by=world.members[1], now=now, authenticated_at=now
        )
        draws.confirm(draw_id=draw.pk, value="cd" * 32, by=world.members[0], now=now, authenticated_at=now)
    assert Draw.objects.get(frozen_list=frozen).seed == first.seed
    assert FrozenList.objects.filter(call=world.call).count() == 2


def test_once_another_draw_is_ordered_the_old_event_counts_no_more(world):
    frozen = world.freeze()
    with clock.shifted(AFTER_DRAW):
        now = world.now
        order = draws.propose_redraw(
            frozen_list_id=frozen.pk, source="شاخص", event="روز بعد", draw_at=now + timedelta(days=1),
            reason="رویداد برگزار نشد", by=world.members[0], now=now,
        )  # fmt: skip
        draws.confirm_redraw(order_id=order.pk, by=world.members[1], now=now, authenticated_at=now)
    with pytest.raises(freezing.ListOutdated):
        enter(world, frozen)


def test_the_fallback_is_named_in_the_draw(world):
    frozen = world.freeze()
    assert enter(world, frozen, use_fallback=True).event == world.call.randomness_fallback
