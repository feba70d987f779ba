"""The life of an application as a state machine: any order of any acts keeps its promises."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accounts.models import User
from allocations.choices import LapseRule, RefusalReason, Step
from allocations.models import Application, EligibilityDecision
from allocations.services import applications, corrections, review
from allocations.workflow import APPLICATION
from core import clock
from core.audit.models import Entry
from core.errors import DomainError
from tests.factories.accounts import UserFactory, photo
from tests.factories.allocations import CallFactory, Stage, accept_papers

pytestmark = pytest.mark.django_db


class Life(RuleBasedStateMachine):
    """One applicant, one officer, one clock that only goes on. Each life begins with the same filled form, `made`."""

    made: tuple[Stage, User, Application]

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.savepoint()
        self.stage, self.user, self.application = deepcopy(self.made)
        self.moment = clock.now()
        self.first = None
        self.row = self.fetched()
        self.path = ["DRAFT"]

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.savepoint)

    def fetched(self) -> Application:
        return Application.objects.select_related("call").get(pk=self.application.pk)

    def traces(self) -> tuple[str, int, int]:
        """What a refusal leaves as it was."""
        return self.row.status, self.row.versions.count(), Entry.objects.count()

    def attempt(self, act) -> None:
        """Do it at the machine's moment; a refusal with a name leaves everything as it was."""
        before = self.traces()
        self.moment += timedelta(seconds=10)
        with self.stage.at(self.moment):
            try:
                with transaction.atomic():
                    act(clock.now())
                self.row = self.fetched()
            except DomainError:
                self.row = self.fetched()
                assert self.traces() == before
        if self.row.status != self.path[-1]:
            self.path.append(self.row.status)

    @rule(hours=st.sampled_from([1, 30, 100, 241]))
    def time_goes_on(self, hours: int) -> None:
        self.moment += timedelta(hours=hours)

    @initialize(handed_in=st.booleans(), closed=st.booleans())
    def begin_somewhere(self, handed_in: bool, closed: bool) -> None:
        if handed_in:
            self.hand_in()
        if closed:
            self.time_goes_on(241)

    @rule()
    def hand_in(self) -> None:
        self.attempt(lambda now: applications.submit(application_id=self.application.pk, by=self.user, now=now))

    @rule(jobs=st.integers(0, 20))
    def change(self, jobs: int) -> None:
        self.attempt(
            lambda now: applications.save_step(
                application_id=self.application.pk, step=Step.PLAN, data={"jobs_now": jobs}, by=self.user, now=now
            )
        )

    @rule()
    def check_and_declare(self) -> None:
        given = {"application_id": self.application.pk, "by": self.user}
        self.attempt(lambda now: applications.save_step(step=Step.CHECK, data={}, now=now, **given))
        agreed = {"agreed": True, "no_other_unit": True}
        self.attempt(lambda now: applications.save_step(step=Step.DECLARATION, data=agreed, now=now, **given))

    @rule()
    def new_paper(self) -> None:
        requirement = self.stage.call.papers.get()
        self.attempt(
            lambda now: applications.attach_paper(
                application_id=self.application.pk,
                requirement_id=requirement.pk,
                upload=photo(),
                by=self.user,
                now=now,
            )
        )

    @rule()
    def take(self) -> None:
        self.attempt(lambda now: review.take(application_id=self.application.pk, by=self.stage.officer, now=now))

    @rule(accepted=st.booleans())
    def decide_papers(self, accepted: bool) -> None:
        if accepted:
            self.attempt(lambda now: accept_papers(self.stage, self.application, now))
            return
        paper = self.application.papers.filter(replaced_at__isnull=True).get()
        self.attempt(
            lambda now: review.decide_paper(
                paper_id=paper.pk, accepted=False, reason="ناخوانا", by=self.stage.officer, now=now
            )
        )

    @rule(item=st.sampled_from(["plan", "paper:licence"]))
    def send_back(self, item: str) -> None:
        self.attempt(
            lambda now: review.request_correction(
                application_id=self.application.pk,
                until=now + timedelta(hours=50),
                items=[item],
                message="نقص",
                by=self.stage.officer,
                now=now,
            )
        )

    @rule()
    def hand_in_the_correction(self) -> None:
        self.attempt(lambda now: review.resubmit_correction(application_id=self.application.pk, by=self.user, now=now))

    @rule()
    def lapse(self) -> None:
        self.attempt(lambda now: corrections.lapse_corrections(now=now))

    @rule(eligible=st.booleans())
    def decide(self, eligible: bool) -> None:
        codes = [] if eligible else [RefusalReason.PAPER_MISSING]
        self.attempt(
            lambda now: review.decide_eligibility(
                application_id=self.application.pk,
                eligible=eligible,
                reason_codes=codes,
                by=self.stage.officer,
                now=now,
            )
        )

    @precondition(lambda self: len(self.path) > 3)
    @rule()
    def withdraw(self) -> None:
        self.attempt(lambda now: applications.withdraw(application_id=self.application.pk, by=self.user, now=now))

    @invariant()
    def every_step_of_the_path_is_an_arrow(self) -> None:
        for before, after in zip(self.path, self.path[1:], strict=False):
            assert after in {arrow.target for arrow in APPLICATION.possible(before)}

    @invariant()
    def the_first_time_never_moves_and_lies_in_the_term(self) -> None:
        row = self.row
        if row.first_submitted_at is None:
            assert row.status == "DRAFT"
            return
        self.first = self.first or row.first_submitted_at
        assert row.first_submitted_at == self.first
        assert row.call.opens_at <= row.first_submitted_at <= row.last_submitted_at < row.call.closes_at

    @invariant()
    def every_version_has_its_receipt_and_one_is_the_first(self) -> None:
        causes = list(self.row.versions.values_list("cause", flat=True))
        assert self.row.receipts.count() == len(causes)
        assert causes.count("SUBMITTED") == (0 if self.row.status == "DRAFT" else 1)

    @invariant()
    def a_decided_application_was_decided_by_somebody(self) -> None:
        newest = EligibilityDecision.objects.filter(application=self.application).last()
        if self.row.status in ("ELIGIBLE", "INELIGIBLE"):
            assert newest is not None
            assert newest.eligible == (self.row.status == "ELIGIBLE")

    @invariant()
    def a_correction_runs_exactly_while_it_is_asked_for(self) -> None:
        running = self.application.corrections.filter(resolved_at__isnull=True).count()
        assert running == (1 if self.row.status == "CORRECTION_REQUESTED" else 0)


def test_any_order_of_acts_keeps_the_promises():
    stage, user = CallFactory.published(fields={"lapse_rule": LapseRule.REVIEW}), UserFactory()
    Life.made = stage, user, stage.application(user)
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=10,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            # A failing path of twenty named acts is read as it is; shrinking it would take minutes of database work.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
