"""Corrections: only what was sent back changes, until the moment, and what follows when it does not."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from accounts.models import User
from allocations.choices import LapseRule, Step
from allocations.errors import Incomplete, NoSuchApplication, StepLocked
from allocations.models import Application, CorrectionRequest
from allocations.services import applications, calls, corrections, review
from core import clock
from core.errors import InvalidInput, WrongState
from core.messages.models import Message
from tests.factories.accounts import UserFactory, photo
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User, Application]:
    def build() -> tuple[Stage, User, Application]:
        stage, user = CallFactory.published(), UserFactory()
        return stage, user, ApplicationFactory.in_status("UNDER_REVIEW", stage=stage, user=user)

    return make_once(build)


@pytest.fixture(scope="module")
def made_asked(make_once: Any) -> tuple[Stage, User, Application]:
    def build() -> tuple[Stage, User, Application]:
        stage, user = CallFactory.published(), UserFactory()
        return stage, user, ApplicationFactory.in_status("CORRECTION_REQUESTED", stage=stage, user=user)

    return make_once(build)


@pytest.fixture
def stage(made_asked):
    return deepcopy(made_asked[0])


@pytest.fixture
def user(made_asked):
    return deepcopy(made_asked[1])


@pytest.fixture
def asked(made_asked):
    """An application whose craft step and licence paper were sent back for five days."""
    return deepcopy(made_asked[2])


def until(application):
    return CorrectionRequest.objects.get(application=application).until


def given(application, user):
    return {"application_id": application.pk, "by": user, "now": clock.now()}


def correct(stage, application, user):
    requirement = stage.call.papers.get()
    applications.save_step(step=Step.CRAFT, data={"licence_number": "ز/۹۹"}, **given(application, user))
    applications.attach_paper(requirement_id=requirement.pk, upload=photo(), **given(application, user))


def test_the_applicant_is_told_what_to_correct(user, asked):
    request = CorrectionRequest.objects.get(application=asked)
    assert request.items == ["craft", "paper:licence"]
    assert Message.objects.filter(template="allocations.correction_requested", user=user, channel="sms").exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"items": []}, "items"),
        ({"items": ["choices"]}, "items"),
        ({"items": ["paper:nothing"]}, "items"),
        ({"message": "  "}, "message"),
        ({"until": timedelta(seconds=-1)}, "until"),
        ({"until": timedelta(days=11)}, "until"),
    ],
)
def test_a_request_names_items_a_message_and_a_moment_in_the_term_of_corrections(made, values, field):
    stage, _, application = deepcopy(made)
    with stage.after_closing() as now:
        asked = {"items": ["craft"], "message": "شمارهٔ پروانه", **values}
        asked["until"] = now + values.get("until", timedelta(days=2))
        with pytest.raises(InvalidInput) as refused:
            corrections.request_correction(application_id=application.pk, by=stage.officer, now=now, **asked)
    assert refused.value.field == field


def test_only_what_was_sent_back_can_be_changed(stage, user, asked):
    with stage.after_closing(timedelta(days=1)):
        with pytest.raises(StepLocked):
            applications.save_step(step=Step.PLAN, data={"jobs_promised": 50}, **given(asked, user))
        with pytest.raises(StepLocked):
            applications.set_choices(plot_codes=[stage.plots[2].code], any_other=False, **given(asked, user))
        with pytest.raises(StepLocked):
            applications.remove_paper(requirement_id=stage.call.papers.get().pk, **given(asked, user))
        with pytest.raises(NoSuchApplication):
            applications.save_step(step=Step.CRAFT, data={}, **given(asked, UserFactory()))


def test_a_correction_goes_back_to_the_same_officer_with_a_new_version(stage, user, asked):
    with stage.after_closing(timedelta(days=1)):
        with pytest.raises(Incomplete) as refused:
            corrections.resubmit_correction(**given(asked, user))
        assert set(refused.value.errors) == {"craft", "papers"}
        correct(stage, asked, user)
        receipt = corrections.resubmit_correction(**given(asked, user))
        assert corrections.resubmit_correction(**given(asked, user)) == receipt
    asked.refresh_from_db()
    assert (asked.status, asked.reviewer) == ("UNDER_REVIEW", stage.officer)
    assert receipt.version.number == 2
    assert CorrectionRequest.objects.get(application=asked).outcome == "ANSWERED"
    assert asked.papers.filter(replaced_at__isnull=True).get().status == "PENDING"
    assert asked.papers.filter(replaced_at__isnull=False).count() == 1
    assert asked.first_submitted_at == asked.last_submitted_at


@pytest.mark.parametrize(("offset", "in_time"), [(-1, True), (0, False), (1, False)])
def test_the_end_of_a_correction_is_decided_to_the_millisecond(stage, user, asked, monkeypatch, offset, in_time):
    with stage.after_closing(timedelta(days=1)):
        correct(stage, asked, user)
    moment = until(asked) + timedelta(milliseconds=offset)
    monkeypatch.setattr(clock, "database_now", lambda: moment)
    if in_time:
        corrections.resubmit_correction(**given(asked, user))
    else:
        with pytest.raises(WrongState):
            corrections.resubmit_correction(**given(asked, user))
    asked.refresh_from_db()
    assert (asked.status == "UNDER_REVIEW") is in_time


def test_a_correction_that_was_not_made_shuts_out_with_its_reason(stage, user, asked):
    assert corrections.lapse_corrections(now=until(asked) - timedelta(seconds=1)) == 0
    assert corrections.lapse_corrections(now=until(asked)) == 1
    assert corrections.lapse_corrections(now=until(asked)) == 0
    asked.refresh_from_db()
    assert asked.status == "INELIGIBLE"
    decision = asked.decisions.get()
    assert (decision.reason_codes, decision.by) == (["NOT_CORRECTED"], None)
    assert Message.objects.filter(template="allocations.correction_lapsed", user=user).exists()


def test_or_goes_back_as_it_stands_when_the_call_says_so(user):
    stage = CallFactory.published(fields={"lapse_rule": LapseRule.REVIEW})
    asked = ApplicationFactory.in_status("CORRECTION_REQUESTED", stage=stage, user=user)
    corrections.lapse_corrections(now=until(asked))
    asked.refresh_from_db()
    assert (asked.status, asked.reviewer) == ("UNDER_REVIEW", stage.officer)
    assert not asked.decisions.exists()


def test_marking_a_call_as_reviewed_settles_what_ran_out_and_waits_for_the_rest(stage, user, asked):
    ApplicationFactory.in_status("DRAFT", stage=stage)
    with stage.after_closing() as now, pytest.raises(WrongState) as refused:
        calls.mark_reviewed(call_id=stage.call.pk, by=stage.officer, now=now)
    assert refused.value.code == "not_all_decided"
    with stage.at(until(asked) + timedelta(minutes=1)) as now:
        assert calls.mark_reviewed(call_id=stage.call.pk, by=stage.officer, now=now).status == "REVIEWED"
    asked.refresh_from_db()
    assert asked.status == "INELIGIBLE"


def test_withdrawing_ends_a_running_correction(stage, user, asked):
    with stage.after_closing(timedelta(days=1)):
        applications.withdraw(**given(asked, user))
    assert CorrectionRequest.objects.get(application=asked).outcome == "WITHDRAWN"


def test_an_answered_correction_can_be_followed_by_another(stage, user, asked):
    with stage.after_closing(timedelta(days=1)) as now:
        correct(stage, asked, user)
        first = corrections.resubmit_correction(**given(asked, user))
        review.request_correction(
            application_id=asked.pk,
            items=["plan"],
            message="سطح کارگاه را بنویسید",
            until=now + timedelta(days=2),
            by=stage.officer,
            now=clock.now(),
        )
        applications.save_step(step=Step.PLAN, data={"area_needed": 90}, **given(asked, user))
        second = corrections.resubmit_correction(**given(asked, user))
    assert second.version.number == first.version.number + 1
