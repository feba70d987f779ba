"""Walks a call from its open state to the final result, by the services people use, and says each step.

Each stage looks first whether it is done, so a second walk only says so. Deadlines are passed by moving the clock of this
process on, never by changing a date of the call.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.models import User
from allocations.choices import ApplicationStatus, AssignmentStatus, CallStatus, DrawForm, RunStatus
from allocations.models import Application, Award, Call, FrozenList, Run, ScorerAssignment
from allocations.services import approval, calls, conflicts, draws, freezing, publication, review, runs, scoring
from core import clock
from core.jobs import services as jobs
from portal.demo.craftspeople import Craftsperson

ORDER = list(CallStatus)
DRAW_VALUE = "2,154,321.6"
"""An invented closing value of the index: the rehearsal's event has not happened."""

STEP = timedelta(minutes=20)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts: an officer, the scorers, two members of the committee."""

    officer: User
    scorers: tuple[User, ...]
    proposer: User
    approver: User


class Walk:
    """One call on its way. `steps()` yields a line for each stage, as it is done."""

    def __init__(self, call: Call, cast: Cast) -> None:
        self.call = call
        self.cast = cast
        self._clock = ExitStack()

    def steps(self) -> Iterator[str]:
        """Every stage in order; the clock is back at the present when it ends."""
        with self._clock:
            for stage in (
                self._close, self._review, self._score, self._freeze, self._draw, self._run, self._approve,
                self._publish, self._finalise,
            ):  # fmt: skip
                self.call.refresh_from_db()
                yield from stage()

    def _past(self, status: CallStatus) -> bool:
        return ORDER.index(CallStatus(self.call.status)) >= ORDER.index(status)

    def _wait_until(self, moment: datetime | None) -> datetime:
        """Move the clock on to shortly after `moment`, unless it is later already."""
        ahead = (moment or clock.now()) + STEP - clock.now()
        if ahead > timedelta():
            self._clock.enter_context(clock.shifted(ahead))
        return clock.now()

    def _close(self) -> Iterator[str]:
        if self._past(CallStatus.CLOSED):
            yield "closed: already done"
            return
        now = self._wait_until(self.call.closes_at)
        call = calls.settle_phase(call_id=self.call.pk, now=now)
        count = Application.objects.filter(call=call).exclude(status=ApplicationStatus.DRAFT).count()
        yield f"closed: the term ended with {count} applications"

    def _review(self) -> Iterator[str]:
        if self._past(CallStatus.REVIEWED):
            yield "reviewed: already done"
            return
        waiting = Application.objects.filter(
            call=self.call, status__in=[ApplicationStatus.SUBMITTED, ApplicationStatus.UNDER_REVIEW]
        ).order_by("first_submitted_at")
        for application in waiting.select_related("applicant__person"):
            self._decide(application)
        self._wait_until(self.call.corrections_until)
        calls.mark_reviewed(call_id=self.call.pk, by=self.cast.officer, now=clock.now())
        counts = {
            state: Application.objects.filter(call=self.call, status=state).count()
            for state in (ApplicationStatus.ELIGIBLE, ApplicationStatus.INELIGIBLE)
        }
        yield (
            f"reviewed: {counts[ApplicationStatus.ELIGIBLE]} eligible, {counts[ApplicationStatus.INELIGIBLE]} not,"
            " every paper accepted or refused with a reason"
        )

    def _decide(self, application: Application) -> None:
        officer, now = self.cast.officer, clock.now()
        review.take(application_id=application.pk, by=officer, now=now)
        genuine = _person(application).works_in_the_craft
        for paper in application.papers.filter(replaced_at__isnull=True).select_related("requirement"):
            confirmed = genuine or paper.requirement.code != "licence"
            reason = "" if confirmed else "ادارهٔ صادرکننده، این پروانه را تأیید نکرد."
            review.decide_paper(paper_id=paper.pk, accepted=confirmed, reason=reason, by=officer, now=now)
        for claim in application.group_claims.all():
            review.decide_group(claim_id=claim.pk, accepted=True, by=officer, now=now)
        review.decide_eligibility(
            application_id=application.pk,
            eligible=genuine,
            reason_codes=[] if genuine else ["LICENCE_NOT_CONFIRMED"],
            note="" if genuine else "پروانه در سامانهٔ صنایع‌دستی یافت نشد.",
            by=officer,
            now=now,
        )

    def _score(self) -> Iterator[str]:
        if self._past(CallStatus.FROZEN):
            yield "scored: already done"
            return
        if not self.call.criteria.exists():
            yield "scored: this call draws lots, it has no points"
            return
        scoring.assign(call_id=self.call.pk, by=self.cast.proposer, now=clock.now())
        handed_in = sum(1 for _one in self._scoring_rounds())
        scoring.compute(call_id=self.call.pk, by=self.cast.proposer, now=clock.now())
        thirds = ScorerAssignment.objects.filter(application__call=self.call, round=3).count()
        settled = Application.objects.filter(call=self.call, status=ApplicationStatus.SCORED).count()
        yield f"scored: {handed_in} sheets handed in blind, {thirds} applications went to a third scorer, {settled} settled"

    def _scoring_rounds(self) -> Iterator[int]:
        judged = list(self.call.criteria.filter(rule={}).order_by("pk"))
        waiting = ScorerAssignment.objects.filter(application__call=self.call, status=AssignmentStatus.ASSIGNED)
        while batch := list(waiting.select_related("application__applicant__person", "scorer").order_by("pk")[:500]):
            for one in batch:
                now = clock.now()
                if not conflicts.has_declared(one.application, one.scorer):
                    conflicts.declare(assignment_id=one.pk, has_conflict=False, by=one.scorer, now=now)
                points = {row.pk: _judgement(_person(one.application), row.code, one.round) for row in judged}
                scoring.score(assignment_id=one.pk, points=points, by=one.scorer, now=now)
                yield one.pk

    def _freeze(self) -> Iterator[str]:
        if self._past(CallStatus.FROZEN):
            yield "frozen: already done"
            return
        frozen = freezing.freeze(call_id=self.call.pk, by=self.cast.proposer, now=clock.now())
        yield f"frozen: list {frozen.number} of {frozen.applications_count} applications, H = {frozen.frozen_sha256}"

    def _draw(self) -> Iterator[str]:
        if self._past(CallStatus.DRAWN):
            yield "drawn: already done"
            return
        frozen = FrozenList.objects.filter(call=self.call).latest("number")
        now = self._wait_until(frozen.draw_at)
        drawn = draws.enter(
            frozen_list_id=frozen.pk, value=DRAW_VALUE, form=DrawForm.TEXT, by=self.cast.proposer, now=now,
            authenticated_at=now,
        )  # fmt: skip
        drawn = draws.confirm(draw_id=drawn.pk, value=DRAW_VALUE, by=self.cast.approver, now=now, authenticated_at=now)
        yield f"drawn: value {drawn.value_text} entered by one and confirmed by another, seed = {drawn.seed}"

    def _run(self) -> Iterator[str]:
        run = self._latest_run()
        if run is not None and run.status in (RunStatus.PROPOSED, RunStatus.APPROVED):
            yield f"run {run.number}: already done"
            return
        job = runs.request(call_id=self.call.pk, by=self.cast.proposer, now=clock.now())
        jobs.work(job.pk, now=clock.now())
        run = self._latest_run()
        if run is None:
            job.refresh_from_db()
            raise RuntimeError(job.error)
        yield f"run {run.number}: fast path, reference path and verifier agree, manifest {run.manifest_sha256}"

    def _latest_run(self) -> Run | None:
        return Run.objects.filter(call=self.call).order_by("-number").first()

    def _approve(self) -> Iterator[str]:
        if self._past(CallStatus.ALLOCATED):
            yield "approved: already done"
            return
        run = self._latest_run()
        if run is None:
            raise RuntimeError("there is no run to approve")
        now = clock.now()
        approval.approve(run_id=run.pk, by=self.cast.approver, now=now, authenticated_at=now)
        awards = Award.objects.filter(call=self.call).count()
        yield f"approved: run {run.number} by another person after the password was typed again, {awards} awards"

    def _publish(self) -> Iterator[str]:
        if self._past(CallStatus.PROVISIONAL):
            yield "published: already done"
            return
        call = publication.publish_provisional(call_id=self.call.pk, by=self.cast.approver, now=clock.now())
        yield f"published: provisional result, objections until {call.objections_until:%Y-%m-%d %H:%M} UTC"

    def _finalise(self) -> Iterator[str]:
        if self._past(CallStatus.FINAL):
            yield "final: already done"
            return
        now = self._wait_until(self.call.objections_until)
        publication.finalise(call_id=self.call.pk, by=self.cast.approver, now=now)
        yield "final: no objection was left open, the awards are final"


def _person(application: Application) -> Craftsperson:
    """The demo applicant behind an application; a real person in the demo world counts as one of the craft."""
    code = getattr(application.applicant.person, "national_code", "")
    return Craftsperson(int(code[4:9])) if code.startswith("9991") else Craftsperson(1)


def _judgement(person: Craftsperson, criterion: str, round_number: int) -> int:
    """Points a scorer gives, in hundredths: two scorers near each other, about one time in twenty far apart."""
    merit = 3500 + person.pick(f"merit-{criterion}", 60) * 100
    digest = hashlib.sha256(f"{person.number}:{criterion}:{round_number}".encode()).digest()
    lean = (digest[0] % 9 - 4) * 100
    if round_number == 2 and digest[1] < 12:
        lean = 2500 if merit < 6000 else -2500
    return max(0, min(10_000, merit + lean))
