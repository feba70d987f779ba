"""Freeze, draw, run, approval and result at the staff desk."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext

from allocations.models import Draw, Objection, Run
from allocations.selectors.work import waiting_for
from allocations.services import objections
from core import clock
from core.jobs import services as jobs
from tests.factories import accounts
from tests.factories.decisions import AFTER_DRAW, AFTER_OBJECTIONS, VALUE, apply_to, scored_world

WRONG = "not-my-password-at-all"


def page(call, name):
    return reverse(f"admin:allocations_call_{name}", args=[call.pk])


def of_run(run, name):
    return reverse(f"admin:allocations_run_{name}", args=[run.pk])


@pytest.fixture(scope="module")
def made_world(make_once):
    return make_once(scored_world)


@pytest.fixture
def world(made_world, db):
    """A call by points after its review, with six applications for three plots."""
    return deepcopy(made_world)


@pytest.fixture(scope="module")
def made_frozen(make_once):
    def build():
        world = scored_world(applicants=2)
        return world, world.freeze()

    return make_once(build)


@pytest.fixture
def frozen(made_frozen, db):
    """A world with its frozen list."""
    return deepcopy(made_frozen)


@pytest.fixture(scope="module")
def made_proposed(make_once):
    def build():
        world = scored_world()
        return world, world.proposed()

    return make_once(build)


@pytest.fixture
def proposed(made_proposed, db):
    """A world with a run that its first member proposed."""
    return deepcopy(made_proposed)


def test_the_whole_way_through_the_pages(world, desk, knows_password):
    first, second = world.members[:2]
    password = knows_password(first)
    knows_password(second)
    one, two = desk(first), desk(second)
    assert one.get(page(world.call, "freeze")).context["preview"].listed == 6
    assert one.post(page(world.call, "freeze"), {"reason": ""}).status_code == 302
    with clock.shifted(AFTER_DRAW):
        value = {"form": "HEX", "value": VALUE, "password": password}
        assert one.post(page(world.call, "draw"), value).status_code == 302
        assert two.post(page(world.call, "confirm_draw"), {"value": VALUE, "password": password}).status_code == 302
        answer = one.post(page(world.call, "run"), {"reason": ""})
        assert answer["Location"] == page(world.call, "progress")
        assert one.get(page(world.call, "progress")).status_code == 200
        jobs.drain(now=clock.now())
        run = Run.objects.get(call=world.call)
        # The finished progress leads to the page of the run, in the reader's words.
        link = f'href="{of_run(run, "change")}">{gettext("Look at the proposed result")}</a>'
        assert link in one.get(page(world.call, "progress")).content.decode()
        sheet = two.get(of_run(run, "change"))
        assert sheet.context["sheet"].awarded == 3
        assert len(sheet.context["verdict"]) > 12
        assert not any(line.is_raw for line in sheet.context["verdict"])
        assert "no justified envy" not in sheet.content.decode()
        assert two.post(of_run(run, "approve"), {"password": password}).status_code == 302
        until = {"objections_until": ""}
        assert one.post(page(world.call, "publish_result"), until).status_code == 302
    with clock.shifted(AFTER_OBJECTIONS):
        assert one.post(page(world.call, "finalise")).status_code == 302
    world.call.refresh_from_db()
    assert world.call.status == "FINAL"


def test_the_freeze_page_lists_what_stands_in_the_way(world, desk):
    waiting = apply_to(world, [1], status="UNDER_REVIEW")
    client = desk(world.members[0])
    shown = client.get(page(world.call, "freeze"))
    assert shown.context["can_act"] is False
    assert waiting.tracking_code in shown.content.decode()
    assert client.post(page(world.call, "freeze"), {"reason": ""}).status_code == 409
    assert not world.call.frozen_lists.exists()


def test_a_second_freeze_asks_for_a_reason(frozen, desk):
    world, _list = frozen
    assert desk(world.members[0]).post(page(world.call, "freeze"), {"reason": ""}).status_code == 422
    assert desk(world.members[0]).post(page(world.call, "freeze"), {"reason": "اعتراض"}).status_code == 302
    assert world.call.frozen_lists.count() == 2


def test_the_draw_waits_for_its_event(frozen, desk, knows_password):
    world, _list = frozen
    data = {"form": "HEX", "value": VALUE, "password": knows_password(world.members[0])}
    client = desk(world.members[0])
    assert client.get(page(world.call, "draw")).context["can_act"] is False
    assert client.post(page(world.call, "draw"), data).status_code == 409


def test_the_draw_needs_the_password_and_a_value_that_can_be_one(frozen, desk, knows_password):
    world, _list = frozen
    password = knows_password(world.members[0])
    client = desk(world.members[0])
    with clock.shifted(AFTER_DRAW):
        wrong = client.post(page(world.call, "draw"), {"form": "HEX", "value": VALUE, "password": WRONG})
        assert wrong.status_code == 422
        assert "password" in wrong.context["form"].errors
        bad = client.post(page(world.call, "draw"), {"form": "HEX", "value": "xyz", "password": password})
        assert bad.status_code == 422
        assert "value" in bad.context["form"].errors
    assert not Draw.objects.filter(frozen_list__call=world.call).exists()


def test_who_entered_the_value_sees_why_he_cannot_confirm_it(frozen, desk, knows_password):
    world, _list = frozen
    first, second = world.members[:2]
    password = knows_password(first)
    knows_password(second)
    with clock.shifted(AFTER_DRAW):
        desk(first).post(page(world.call, "draw"), {"form": "HEX", "value": VALUE, "password": password})
        own = desk(first).get(page(world.call, "confirm_draw"))
        assert own.context["is_own"] is True
        assert own.context["can_act"] is False
        data = {"value": VALUE, "password": password}
        assert desk(first).post(page(world.call, "confirm_draw"), data).status_code == 403
        other = {"value": VALUE[:-2] + "00", "password": password}
        differs = desk(second).post(page(world.call, "confirm_draw"), other)
        assert differs.status_code == 422
        assert "value" in differs.context["form"].errors
        # The value itself is not shown: it must be read from where it was published.
        assert VALUE not in desk(second).get(page(world.call, "confirm_draw")).content.decode()
        assert desk(second).post(page(world.call, "discard_draw"), {"reason": "اشتباه"}).status_code == 302
    assert not Draw.objects.filter(frozen_list__call=world.call).exists()


def test_another_draw_is_proposed_by_one_and_confirmed_by_another(frozen, desk, knows_password):
    world, listed = frozen
    world.draw(listed)
    first, second = world.members[:2]
    password = knows_password(first)
    knows_password(second)
    data = {"source": "شاخص", "event": "روز دیگر", "draw_at": "1406/01/20 14:00", "reason": "اعتراض وارد"}
    assert desk(first).post(page(world.call, "redraw"), data).status_code == 302
    assert desk(first).get(page(world.call, "confirm_redraw")).context["is_own"] is True
    assert desk(first).post(page(world.call, "confirm_redraw"), {"password": password}).status_code == 403
    assert desk(second).post(page(world.call, "confirm_redraw"), {"password": WRONG}).status_code == 422
    assert desk(second).post(page(world.call, "confirm_redraw"), {"password": password}).status_code == 302
    world.call.refresh_from_db()
    assert world.call.status == "FROZEN"


def test_a_run_without_a_draw_is_refused_with_a_page(frozen, desk):
    world, _list = frozen
    assert desk(world.members[0]).get(page(world.call, "run")).context["can_act"] is False
    assert desk(world.members[0]).post(page(world.call, "run"), {"reason": ""}).status_code == 409


def test_the_proposer_sees_why_he_cannot_approve_and_is_refused(proposed, desk, knows_password):
    world, run = proposed
    password = knows_password(world.members[0])
    client = desk(world.members[0])
    assert client.get(of_run(run, "change")).context["is_own"] is True
    assert client.get(of_run(run, "approve")).context["can_act"] is False
    assert client.post(of_run(run, "approve"), {"password": password}).status_code == 403
    assert client.post(of_run(run, "refuse"), {"reason": "x"}).status_code == 403
    run.refresh_from_db()
    assert run.status == "PROPOSED"


def test_a_wrong_password_approves_nothing(proposed, desk, knows_password):
    world, run = proposed
    knows_password(world.members[1])
    client = desk(world.members[1])
    for typed in ("", WRONG):
        answer = client.post(of_run(run, "approve"), {"password": typed})
        assert answer.status_code == 422
        assert "password" in answer.context["form"].errors
        assert WRONG not in answer.content.decode()
    run.refresh_from_db()
    assert run.status == "PROPOSED"


def test_a_run_is_refused_with_a_reason_and_cannot_be_approved_after_that(proposed, desk, knows_password):
    world, run = proposed
    password = knows_password(world.members[1])
    client = desk(world.members[1])
    assert client.post(of_run(run, "refuse"), {"reason": ""}).status_code == 422
    assert client.post(of_run(run, "refuse"), {"reason": "قطعهٔ ۲ آماده نیست"}).status_code == 302
    assert client.post(of_run(run, "approve"), {"password": password}).status_code == 409


def test_the_record_is_fetched_by_committee_and_auditor_alone(proposed, desk):
    world, run = proposed
    answer = desk(accounts.auditor()).get(of_run(run, "record"))
    assert answer.content[:2] == b"PK"
    assert desk(world.officer).get(of_run(run, "record")).status_code == 403


def test_a_result_is_set_aside_with_password_and_reason(proposed, desk, knows_password):
    world, run = proposed
    world.approve(run)
    password = knows_password(world.members[2])
    client = desk(world.members[2])
    assert client.post(of_run(run, "set_aside"), {"reason": "اعتراض", "password": WRONG}).status_code == 422
    assert client.post(of_run(run, "set_aside"), {"reason": "اعتراض", "password": password}).status_code == 302
    run.refresh_from_db()
    assert run.status == "SUPERSEDED"


@pytest.fixture(scope="module")
def made_objection(make_once):
    def build():
        world = scored_world()
        world.provisional()
        application = world.applications[4]
        with clock.shifted(AFTER_DRAW):
            row = objections.file(
                application_id=application.pk, subject="RESULT", text="نتیجه درست نیست", by=application.started_by,
                now=clock.now(),
            )  # fmt: skip
        return world, row

    return make_once(build)


@pytest.fixture
def objection(made_objection, db):
    """An open objection after the provisional result, with its world."""
    return deepcopy(made_objection)


def test_an_objection_is_answered_with_a_reason_before_the_result_is_final(objection, desk):
    world, row = objection
    client = desk(world.members[0])
    url = reverse("admin:allocations_objection_answer", args=[row.pk])
    assert escape(row.text) in client.get(url).content.decode()
    with clock.shifted(AFTER_OBJECTIONS):
        assert client.get(page(world.call, "finalise")).context["can_act"] is False
        assert client.post(page(world.call, "finalise")).status_code == 409
        assert client.post(url, {"upheld": "no", "reason": ""}).status_code == 422
        assert client.post(url, {"upheld": "no", "reason": "امتیازها درست است"}).status_code == 302
        assert client.post(url, {"upheld": "yes", "reason": "دوباره"}).status_code == 409
        assert client.post(page(world.call, "finalise")).status_code == 302
    assert Objection.objects.get(pk=row.pk).status == "REJECTED"


def test_an_auditor_reads_an_objection_and_cannot_answer(objection, desk):
    _world, row = objection
    url = reverse("admin:allocations_objection_answer", args=[row.pk])
    client = desk(accounts.auditor())
    assert client.get(url).context["can_act"] is False
    assert client.post(url, {"upheld": "no", "reason": "x"}).status_code == 403


def test_my_work_counts_what_waits_for_this_person_and_not_for_the_proposer(proposed, desk):
    world, _run = proposed
    counts = [
        {one.code: one.count for one in waiting_for(user, clock.now() + timedelta(hours=3))}
        for user in world.members[:2]
    ]
    assert [one["runs_to_approve"] for one in counts] == [0, 1]
    assert desk(world.members[1]).get("/admin/").status_code == 200
