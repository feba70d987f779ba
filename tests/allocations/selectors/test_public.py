"""Calls as visitors see them: what is announced, in the order of what can be done with it."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from allocations import selectors
from allocations.entry_policy import EntryReason
from allocations.errors import NoSuchCall
from allocations.services import questions
from core import clock
from core.errors import PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories.accounts import ApplicantFactory, UserFactory
from tests.factories.allocations import CallFactory, Stage, copies

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> Stage:
    return make_once(CallFactory.published)


@pytest.fixture
def stage(made):
    """An open call."""
    return deepcopy(made)


def listed(rows):
    return [row.call for row in rows]


def test_a_draft_call_is_not_there_for_the_public(stage):
    draft, public = CallFactory.draft(), stage
    for ask in (selectors.public.public_call, lambda slug: selectors.calls.call_page(slug, clock.now())):
        with pytest.raises(NoSuchCall):
            ask(draft.call.slug)
    lists = selectors.public.call_lists(clock.now())
    assert draft.call not in [*listed(lists.open), *listed(lists.soon), *listed(lists.past)]
    page = selectors.calls.call_page(public.call.slug, clock.now())
    assert (len(page.plots), len(page.criteria), len(page.papers)) == (3, 2, 1)


def test_open_calls_stand_by_their_deadline_and_a_call_is_past_from_its_deadline(stage):
    old, new = stage, CallFactory.published()
    with old.at(old.closes_at - timedelta(minutes=1)) as now:
        found = listed(selectors.public.call_lists(now).open)
        assert found.index(old.call) < found.index(new.call)
    with old.at(old.closes_at) as now:
        lists = selectors.public.call_lists(now)
    assert old.call in listed(lists.past) and old.call not in listed(lists.open)
    assert new.call in listed(lists.open)


def test_past_calls_are_read_page_by_page(stage):
    now = clock.now() + timedelta(days=4000)
    before, seen = None, []
    while True:
        lists = selectors.public.call_lists(now, before=before)
        seen += listed(lists.past)
        if lists.before is None:
            break
        before = lists.before
    assert len(seen) == len(set(seen)) >= 1
    assert [call.pk for call in seen] == sorted((call.pk for call in seen), reverse=True)


def test_the_check_before_the_form_names_what_stands_against_an_applicant(stage):
    applicant = ApplicantFactory()
    assert selectors.entry.of_applicant(stage.call, applicant, clock.now()) == ()
    assert selectors.entry.of_applicant(stage.call, None, clock.now()) == ()
    with stage.at(stage.closes_at) as now:
        found = selectors.entry.of_applicant(stage.call, applicant, now)
    assert [one.reason for one in found] == [EntryReason.TERM_OVER]


def test_questions_are_published_with_their_answer_and_without_a_name(stage):
    user = UserFactory()
    row = questions.ask(call_id=stage.call.pk, question="آیا کارت موقت پذیرفته است؟", by=user, now=clock.now())
    assert selectors.calls.call_page(stage.call.slug, clock.now()).questions == []
    assert selectors.public.own_questions(stage.call, user) == [row]
    assert selectors.public.own_questions(stage.call, UserFactory()) == []
    with pytest.raises(PermissionRefused):
        questions.answer(question_id=row.pk, answer="بله", by=user, now=clock.now())
    questions.answer(question_id=row.pk, answer="بله", by=stage.officer, now=clock.now())
    (shown,) = selectors.calls.call_page(stage.call.slug, clock.now()).questions
    assert shown.answer == "بله"
    assert selectors.public.own_questions(stage.call, user) == []
    assert Message.objects.filter(template="allocations.question_answered", user=user).exists()
    with stage.after_closing(), pytest.raises(WrongState):
        questions.ask(call_id=stage.call.pk, question="دیر؟", by=user, now=clock.now())


def test_lists_and_pages_need_the_same_queries_for_one_and_twenty(django_assert_num_queries):
    for count in (1, 20):
        stage = CallFactory.published(plots=count)
        with django_assert_num_queries(3):
            selectors.public.call_lists(clock.now())
        with django_assert_num_queries(2):
            assert len(selectors.plots.lines_of(stage.call)) == count
        with django_assert_num_queries(12):
            selectors.public.rules_page(stage.call.slug, clock.now())
        copies(stage, 4)
