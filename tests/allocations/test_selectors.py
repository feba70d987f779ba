"""Read models: what they say, to whom, and that they need no more queries for twenty rows than for one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from allocations import selectors
from allocations.choices import Step, StepState
from allocations.entry_policy import EntryReason
from allocations.errors import NoSuchApplication, NoSuchCall
from allocations.services import corrections, questions
from allocations.services.rule_rows import GroupSpec
from core import clock
from core.errors import PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories.accounts import UserFactory, officer
from tests.factories.allocations import ApplicationFactory, CallFactory, begin

pytestmark = pytest.mark.django_db


def queries(read) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        read()
    return len(seen)


def states(application, now=None):
    return {task.step: task.state for task in selectors.application.task_list(application, now or clock.now()).tasks}


def test_the_task_list_goes_from_nothing_to_done():
    stage, user = CallFactory.published(), UserFactory()
    application = begin(stage, user)
    before = states(application)
    assert before[Step.CRAFT] == StepState.TODO
    assert before[Step.CHECK] == before[Step.DECLARATION] == StepState.BLOCKED
    assert Step.GROUPS not in before
    done = selectors.application.application_of(stage.application(user).tracking_code, user)
    listed = selectors.application.task_list(done, clock.now())
    assert {task.state for task in listed.tasks} == {StepState.DONE}
    assert listed.can_submit
    assert all(task.saved_at is not None for task in listed.tasks)


def test_after_the_deadline_nothing_is_open_and_in_a_correction_what_was_sent_back():
    stage, user = CallFactory.published(), UserFactory()
    unfinished = begin(stage, UserFactory())
    asked = ApplicationFactory.in_status("CORRECTION_REQUESTED", stage=stage, user=user)
    with stage.after_closing(timedelta(days=1)) as now:
        assert states(unfinished, now)[Step.PLAN] == StepState.LOCKED
        listed = selectors.application.task_list(asked, now)
        found = {task.step: task.state for task in listed.tasks}
    assert found[Step.CRAFT] == found[Step.PAPERS] == StepState.STARTED
    assert found[Step.PLAN] == StepState.DONE
    assert listed.correction is not None
    assert not listed.can_submit


def test_a_foreign_track_looks_like_a_missing_one():
    application = begin(CallFactory.published(), UserFactory())
    for track in (application.tracking_code, "ZN-1405-2222222", "x", ""):
        with pytest.raises(NoSuchApplication):
            selectors.application.application_of(track, UserFactory())


def test_the_timeline_tells_the_story_newest_first():
    stage, user = CallFactory.published(), UserFactory()
    application = ApplicationFactory.in_status("INELIGIBLE", stage=stage, user=user)
    story = selectors.application.timeline(application)
    assert [one.at for one in story] == sorted((one.at for one in story), reverse=True)
    assert len(story) == 4
    assert story[0].details


def test_a_draft_call_is_not_there_for_the_public():
    draft = CallFactory.draft()
    with pytest.raises(NoSuchCall):
        selectors.calls.call_page(draft.call.slug, clock.now())
    assert draft.call not in [row.call for row in selectors.calls.public_calls(clock.now())]
    page = selectors.calls.call_page(CallFactory.published().call.slug, clock.now())
    assert (len(page.plots), len(page.criteria), len(page.papers)) == (3, 2, 1)


def test_open_calls_come_first():
    old, new = CallFactory.published(), CallFactory.published()
    with old.at(old.closes_at - timedelta(minutes=1)) as now:
        rows = selectors.calls.public_calls(now)
        assert next(row.call for row in rows if row.is_open) == old.call
    with old.at(old.closes_at) as now:
        rows = selectors.calls.public_calls(now)
        assert rows[0].call == new.call
        assert next(row for row in rows if row.call == old.call).phase == "CLOSED"


def test_the_check_before_the_form_names_what_stands_against_each_applicant():
    stage, user = CallFactory.published(), UserFactory()
    (found,) = selectors.calls.entry_checks(stage.call, user, clock.now())
    assert [one.reason for one in found.findings] == [EntryReason.BIRTH_DATE_UNKNOWN]
    begin(stage, user)
    (found,) = selectors.calls.entry_checks(stage.call, user, clock.now())
    assert [one.reason for one in found.findings] == [EntryReason.APPLIED_ALREADY]
    assert found.may_apply


def test_the_queue_is_by_age_scoped_to_the_estate_and_begins_after_the_deadline():
    stage = CallFactory.published()
    first, second = (ApplicationFactory.in_status("SUBMITTED", stage=stage) for _ in range(2))
    ApplicationFactory.in_status("DRAFT", stage=stage)
    ApplicationFactory.in_status("WITHDRAWN", stage=stage)
    assert list(selectors.review.queue(stage.officer, now=clock.now())) == []
    with stage.after_closing() as now:
        rows = list(selectors.review.queue(stage.officer, now=now, call=stage.call))
        assert rows == [first, second]
        assert [(row.papers_total, row.papers_pending, row.correction_overdue) for row in rows] == [(1, 1, False)] * 2
        assert list(selectors.review.queue(officer("elsewhere"), now=now)) == []
        assert list(selectors.review.queue(UserFactory(), now=now)) == []
    counted = selectors.review.counts(stage.call)
    assert (counted.waiting, counted.under_review, counted.decided) == (2, 0, 0)


def test_a_correction_that_ran_out_is_seen_before_the_job_comes():
    stage = CallFactory.published()
    asked = ApplicationFactory.in_status("CORRECTION_REQUESTED", stage=stage)
    with stage.at(asked.corrections.get().until) as now:
        (row,) = selectors.review.queue(stage.officer, now=now)
        assert row.correction_overdue
        corrections.lapse_corrections(now=now)
        assert list(selectors.review.queue(stage.officer, now=now)) == []


def test_the_review_page_is_for_staff_of_the_estate():
    stage, user = CallFactory.published(), UserFactory()
    application = ApplicationFactory.in_status("UNDER_REVIEW", stage=stage, user=user)
    page = selectors.review.review_page(application.pk, stage.officer, clock.now())
    assert (page.undecided, len(page.choices), len(page.versions)) == (1, 2, 1)
    for other in (user, officer("elsewhere")):
        with pytest.raises(NoSuchApplication):
            selectors.review.review_page(application.pk, other, clock.now())


def test_lists_need_as_many_queries_for_many_rows_as_for_one():
    stage, user = CallFactory.published(groups=[GroupSpec("women", "بانوان")]), UserFactory()
    stage.officer.has_role("officer")
    mine = ApplicationFactory.in_status("SUBMITTED", stage=stage, user=user)

    def read_all() -> list[int]:
        with stage.after_closing() as now:
            return [
                queries(lambda: list(selectors.review.queue(stage.officer, now=now))),
                queries(lambda: selectors.calls.public_calls(now)),
                queries(lambda: selectors.calls.call_page(stage.call.slug, now)),
                queries(lambda: selectors.application.my_applications(user)),
                queries(
                    lambda: selectors.application.task_list(
                        selectors.application.application_of(mine.tracking_code, user), now
                    )
                ),
            ]

    one = read_all()
    for _ in range(4):
        ApplicationFactory.in_status("SUBMITTED", stage=stage)
    for _ in range(2):
        ApplicationFactory.in_status("SUBMITTED", stage=CallFactory.published(), user=user)
    assert read_all() == one
    assert one[0] == 1


def test_questions_are_published_with_their_answer_and_without_a_name():
    stage, user = CallFactory.published(), UserFactory()
    row = questions.ask(call_id=stage.call.pk, question="آیا کارت موقت پذیرفته است؟", by=user, now=clock.now())
    assert selectors.calls.call_page(stage.call.slug, clock.now()).questions == []
    assert list(selectors.calls.open_questions(stage.call)) == [row]
    with pytest.raises(PermissionRefused):
        questions.answer(question_id=row.pk, answer="بله", by=user, now=clock.now())
    questions.answer(question_id=row.pk, answer="بله", by=stage.officer, now=clock.now())
    (shown,) = selectors.calls.call_page(stage.call.slug, clock.now()).questions
    assert shown.answer == "بله"
    assert Message.objects.filter(template="allocations.question_answered", user=user).exists()
    with stage.after_closing(), pytest.raises(WrongState):
        questions.ask(call_id=stage.call.pk, question="دیر؟", by=user, now=clock.now())
