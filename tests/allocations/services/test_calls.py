"""Calls: writing, publishing, lengthening, cancelling, amending."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from allocations.choices import CallStatus
from allocations.engine import canonical, serial
from allocations.errors import CallNotOpen, DatesOutOfOrder, NotReady, RulesLocked
from allocations.models import CallAmendment, CallPlot, Criterion
from allocations.services import amendments, call_drafts, calls
from allocations.services.rule_rows import CriterionSpec, GroupSpec, PaperSpec, PlotSpec, RulesSpec
from core import clock
from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState
from core.jobs import services as jobs
from core.messages.models import Message
from estates.errors import PlotTaken
from estates.models import PlotHold
from tests.factories.accounts import UserFactory, committee, officer
from tests.factories.allocations import CRITERIA, ApplicationFactory, CallFactory, Stage, begin

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def made(make_once: Any) -> Stage:
    return make_once(CallFactory.published)


@pytest.fixture(scope="module")
def made_draft(make_once: Any) -> Stage:
    return make_once(CallFactory.draft)


@pytest.fixture
def stage(made):
    """A call that is open."""
    return deepcopy(made)


@pytest.fixture
def draft(made_draft):
    """A call that could be published."""
    return deepcopy(made_draft)


def test_publishing_hashes_the_rules_as_the_record_will_hold_them():
    stage = CallFactory.published(groups=[GroupSpec("women", "بانوان")], reserved={2: "women"})
    call = stage.call
    rules = serial.parse_rules(call.rules_json.encode())
    assert rules.call == call.slug
    assert rules.tie_break == ("plan",)
    assert rules.groups == ("women",)
    assert [(c.code, c.weight, c.max) for c in rules.criteria] == [("years", 40, 10_000), ("plan", 60, 10_000)]
    assert rules.randomness.event == call.randomness_event
    assert canonical.sha256_hex(call.rules_json.encode()) == call.rules_sha256
    assert canonical.sha256_hex(call.terms_json.encode()) == call.terms_sha256
    terms = json.loads(call.terms_json)
    assert terms["plots"][1] == {"plot": stage.plots[1].code, "reserved_for": "women"}
    assert terms["criteria"][0]["rule"]["bands"][1] == {"from": 5, "points": 10_000}
    assert (call.rules_version, call.status, call.published_by) == (1, "PUBLISHED", stage.member)


def test_publishing_holds_the_plots_and_cancelling_frees_them(stage):
    live = PlotHold.objects.filter(plot__in=stage.plots, until_at__isnull=True)
    assert {(hold.kind, hold.holder_type, hold.holder_id) for hold in live} == {
        ("IN_CALL", "allocations.call", str(stage.call.pk))
    }
    with pytest.raises(InvalidInput):
        calls.cancel(call_id=stage.call.pk, reason=" ", by=stage.member, now=clock.now())
    calls.cancel(call_id=stage.call.pk, reason="نقشه عوض شد", by=stage.member, now=clock.now())
    assert not live.all().exists()
    with pytest.raises(CallNotOpen) as refused:
        begin(stage, UserFactory())
    assert refused.value.code == "call_cancelled"


def test_a_plot_is_in_one_call_at_a_time(stage, draft):
    first, second = stage, draft
    taken = RulesSpec(plots=[PlotSpec(first.plots[0].code)])
    with pytest.raises(InvalidInput):
        call_drafts.update_draft(call_id=second.call.pk, rules=taken, by=second.member, now=clock.now())
    CallPlot.objects.create(call=second.call, plot=first.plots[0], position=9)
    with pytest.raises(NotReady) as refused:
        calls.publish(call_id=second.call.pk, by=second.member, now=clock.now())
    assert set(refused.value.errors) == {"plots"}
    CallPlot.objects.filter(call=second.call, position=9).delete()
    PlotHold.objects.filter(plot=first.plots[0]).update(plot=second.plots[0])
    with pytest.raises(PlotTaken):
        calls.publish(call_id=second.call.pk, by=second.member, now=clock.now())


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"fields": {"closes_at": None}}, "dates"),
        ({"fields": {"randomness_event": ""}}, "draw"),
        ({"fields": {"accepted_licences": []}}, "trades"),
        ({"rules": RulesSpec(criteria=[CRITERIA[0]])}, "criteria"),
        ({"rules": RulesSpec(plots=[])}, "plots"),
        ({"rules": RulesSpec(trades=[])}, "trades"),
        ({"rules": RulesSpec(papers=[])}, "papers"),
    ],
)
def test_an_unready_call_is_not_published_and_says_what_is_missing(draft, change, part):
    stage = draft
    call_drafts.update_draft(call_id=stage.call.pk, by=stage.member, now=clock.now(), **change)
    with pytest.raises(NotReady) as refused:
        calls.publish(call_id=stage.call.pk, by=stage.member, now=clock.now())
    assert set(refused.value.errors) == {part}
    stage.call.refresh_from_db()
    assert stage.call.status == CallStatus.DRAFT
    assert not PlotHold.objects.filter(plot__in=stage.plots).exists()


def test_a_call_by_lot_has_no_criteria():
    assert CallFactory.published(mode="LOTTERY").call.status == "PUBLISHED"
    stage = CallFactory.draft(mode="LOTTERY")
    call_drafts.update_draft(
        call_id=stage.call.pk, rules=RulesSpec(criteria=CRITERIA), by=stage.member, now=clock.now()
    )
    with pytest.raises(NotReady):
        calls.publish(call_id=stage.call.pk, by=stage.member, now=clock.now())


def test_a_published_call_is_not_a_draft_any_more(stage):
    with pytest.raises(RulesLocked):
        call_drafts.update_draft(call_id=stage.call.pk, fields={"title": "دیگر"}, by=stage.member, now=clock.now())
    with pytest.raises(WrongState):
        calls.publish(call_id=stage.call.pk, by=stage.member, now=clock.now())


def test_drafts_are_written_and_published_by_those_who_may(draft):
    stage = draft
    values = {"slug": "x-1", "title": "x", "estate": stage.call.estate}
    with pytest.raises(PermissionRefused):
        call_drafts.create_draft(fields=values, by=UserFactory(), now=clock.now())
    with pytest.raises(PermissionRefused):
        call_drafts.create_draft(fields=values, by=officer("elsewhere"), now=clock.now())
    with pytest.raises(PermissionRefused):
        calls.publish(call_id=stage.call.pk, by=stage.officer, now=clock.now())
    assert call_drafts.create_draft(fields=values, by=stage.officer, now=clock.now()).status == "DRAFT"


@pytest.mark.parametrize(
    "rules",
    [
        RulesSpec(criteria=[CriterionSpec(code="x", name="x", weight=100, rule={"input": "age"})]),
        RulesSpec(criteria=[CriterionSpec(code="X Y", name="x", weight=100)]),
        RulesSpec(criteria=[CriterionSpec(code="x", name="x", weight=101)]),
        RulesSpec(criteria=[CRITERIA[0], CRITERIA[0]]),
        RulesSpec(trades=["carpentry"]),
        RulesSpec(plots=[PlotSpec("NOT-THERE")]),
        RulesSpec(papers=[PaperSpec(code="x", kind="selfie", name="x")]),
        RulesSpec(papers=[PaperSpec(code="x", kind="other", name="x", group="nobody")]),
    ],
)
def test_rules_that_cannot_be_are_refused_whole(draft, rules):
    stage = draft
    with pytest.raises(InvalidInput):
        call_drafts.update_draft(call_id=stage.call.pk, rules=rules, by=stage.member, now=clock.now())
    assert stage.call.criteria.count() == 2
    assert stage.call.call_plots.count() == 3


def test_writing_rules_again_keeps_the_rows_that_stay(draft):
    stage = draft
    before = Criterion.objects.get(call=stage.call, code="plan").pk
    swapped = RulesSpec(
        criteria=[
            CriterionSpec(code="plan", name="طرح", weight=50, tie_break_rank=2),
            CriterionSpec(code="skill", name="مهارت", weight=50, tie_break_rank=1),
        ]
    )
    call_drafts.update_draft(call_id=stage.call.pk, rules=swapped, by=stage.member, now=clock.now())
    rows = Criterion.objects.filter(call=stage.call).order_by("position")
    assert [(row.code, row.weight) for row in rows] == [("plan", 50), ("skill", 50)]
    assert rows[0].pk == before


def test_a_term_only_lengthens_the_later_dates_move_and_drafts_are_told(stage):
    user = UserFactory()
    begin(stage, user)
    before = stage.call
    given = {"call_id": before.pk, "reason": "برف سنگین", "by": stage.member, "now": clock.now()}
    for wrong in (before.closes_at, before.closes_at - DAY):
        with pytest.raises(DatesOutOfOrder):
            calls.extend(closes_at=wrong, **given)
    with pytest.raises(InvalidInput):
        calls.extend(closes_at=before.closes_at + DAY, **{**given, "reason": ""})
    extension = calls.extend(closes_at=before.closes_at + DAY, **given)
    assert extension.previous_closes_at == before.closes_at
    after = type(before).objects.get(pk=before.pk)
    assert after.closes_at == before.closes_at + DAY
    assert after.corrections_until == before.corrections_until + DAY
    assert after.draw_at == before.draw_at + DAY
    assert after.rules_sha256 == before.rules_sha256
    jobs.drain(kinds=("allocations.tell_call",))
    assert Message.objects.filter(template="allocations.extended", user=user).count() == 2


def test_a_term_that_is_over_is_not_lengthened(stage):
    with stage.after_closing() as now, pytest.raises(WrongState):
        calls.extend(call_id=stage.call.pk, closes_at=now + DAY, reason="دیر", by=stage.member, now=now)


def test_an_amendment_lists_every_difference_and_opens_the_term_anew(stage):
    user = UserFactory()
    ApplicationFactory.in_status("SUBMITTED", stage=stage, user=user)
    old = stage.call
    with stage.after_closing() as now:
        calls.settle_phase(call_id=old.pk, now=now)
        amendment = amendments.amend(
            call_id=old.pk,
            closes_at=now + timedelta(days=8),
            reason="وزن‌ها جابه‌جا چاپ شده بود",
            fields={"minimum_age": 20},
            rules=RulesSpec(
                criteria=[
                    CriterionSpec(code="years", name="سال‌های کار با پروانه", weight=60, rule=CRITERIA[0].rule),
                    CriterionSpec(code="plan", name="طرح کارگاه", weight=40, tie_break_rank=1),
                ]
            ),
            by=stage.member,
            now=now,
        )
        stage.call.refresh_from_db()
        assert stage.call.phase_at(now) is CallStatus.OPEN
        jobs.drain(kinds=("allocations.tell_call",), now=clock.now())
    call = stage.call
    assert (call.status, call.rules_version, call.minimum_age) == ("OPEN", 2, 20)
    assert amendment.previous_rules_sha256 != call.rules_sha256
    assert serial.parse_rules(call.rules_json.encode()).criteria[0].weight == 60
    found = {row["path"]: (row["before"], row["after"]) for row in amendment.differences}
    assert found["rules.criteria.years.weight"] == (40, 60)
    assert found["terms.conditions.minimum_age"] == (18, 20)
    assert "terms.dates.closes_at" in found
    assert "rules.title" not in found
    assert Message.objects.filter(template="allocations.amended", user=user).exists()


def test_an_amendment_needs_a_change_a_reason_a_term_and_the_committee(stage):
    now = clock.now()
    given = {"call_id": stage.call.pk, "closes_at": now + 20 * DAY, "reason": "x", "by": stage.member, "now": now}
    for wrong, error in (
        ({}, InvalidInput),
        ({"reason": " ", "fields": {"minimum_age": 20}}, InvalidInput),
        ({"fields": {"mode": "LOTTERY"}}, InvalidInput),
        ({"fields": {"minimum_age": 20}, "closes_at": stage.closes_at - DAY}, DatesOutOfOrder),
        ({"fields": {"minimum_age": 20}, "by": stage.officer}, PermissionRefused),
        ({"rules": RulesSpec(criteria=[CRITERIA[0]])}, NotReady),
    ):
        with pytest.raises(error):
            amendments.amend(**{**given, **wrong})
    assert not CallAmendment.objects.exists()
    stage.call.refresh_from_db()
    assert (stage.call.minimum_age, stage.call.rules_version) == (18, 1)


def test_a_plot_somebody_chose_is_not_taken_out_and_the_others_are(stage):
    ApplicationFactory.in_status("SUBMITTED", stage=stage)
    given = {"call_id": stage.call.pk, "closes_at": clock.now() + 20 * DAY, "reason": "x", "by": stage.member}
    keep_two = RulesSpec(plots=[PlotSpec(plot.code) for plot in stage.plots[:2]])
    with pytest.raises(Conflict):
        amendments.amend(rules=RulesSpec(plots=[PlotSpec(stage.plots[2].code)]), now=clock.now(), **given)
    amendments.amend(rules=keep_two, now=clock.now(), **given)
    live = PlotHold.objects.filter(until_at__isnull=True, plot__in=stage.plots)
    assert {hold.plot_id for hold in live} == {plot.pk for plot in stage.plots[:2]}


def test_rules_under_which_the_review_has_begun_are_not_amended(stage):
    ApplicationFactory.in_status("UNDER_REVIEW", stage=stage)
    with stage.after_closing() as now, pytest.raises(WrongState) as refused:
        amendments.amend(
            call_id=stage.call.pk,
            closes_at=now + 20 * DAY,
            reason="x",
            fields={"minimum_age": 20},
            by=committee(),
            now=now,
        )
    assert refused.value.code == "review_has_begun"
