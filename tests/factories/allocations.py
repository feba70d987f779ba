"""Calls and applications for tests, walked through the real services.

`CallFactory.published()` gives a `Stage`: an open call with its plots and the people around it. `stage.application()` begins
and fills an application, `ApplicationFactory.in_status("ELIGIBLE", stage=…)` walks it on. Moments after the deadline are
reached with `stage.after_closing()`, which shifts every clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from accounts.choices import DocumentKind
from accounts.models import Applicant, User
from allocations.choices import ApplicationStatus, CallMode, CallStatus, LicenceKind, RefusalReason, Step, WorkplaceKind
from allocations.models import Application, Call, Paper
from allocations.services import applications, call_drafts, calls, review
from allocations.services.rule_rows import CriterionSpec, GroupSpec, PaperSpec, PlotSpec, RulesSpec
from core import clock
from core.codes import new_opaque_id
from core.persian.tracking import make_tracking_code
from estates.models import Plot
from tests.factories.accounts import ApplicantFactory, UserFactory, committee, officer, photo
from tests.factories.estates import EstateFactory, PlotFactory, TradeFactory

_numbers = count(1)

TERM = timedelta(days=10)
CORRECTIONS = timedelta(days=10)
CRITERIA = (
    CriterionSpec(
        code="years",
        name="سال‌های کار با پروانه",
        weight=40,
        rule={"input": "years_licensed", "bands": [{"from": 0, "points": 0}, {"from": 5, "points": 10_000}]},
    ),
    CriterionSpec(code="plan", name="طرح کارگاه", weight=60, tie_break_rank=1),
)
PAPERS = (PaperSpec(code="licence", kind=DocumentKind.CRAFT_CARD, name="کارت شناسایی صنعتگر"),)
CRAFT = {
    "trade": "knife_making",
    "licence_kind": LicenceKind.ARTISAN_CARD,
    "licence_number": "ز/۱۲۳۴",
    "licence_issued_on": date(2016, 3, 21),
    "licence_valid_until": None,
    "years_licensed": 8,
}
PLAN = {
    "workplace_kind": WorkplaceKind.RENTED,
    "jobs_now": 2,
    "jobs_promised": 3,
    "investment_rials": 20_000_000_000,
    "area_needed": 80,
    "plan_summary": "ساخت چاقوی دسته‌استخوانی",
}


@dataclass
class Stage:
    """A call and the people around it."""

    call: Call
    plots: list[Plot]
    member: User
    officer: User

    @property
    def closes_at(self) -> datetime:
        """The deadline as it stands now."""
        self.call.refresh_from_db()
        assert self.call.closes_at is not None
        return self.call.closes_at

    @contextmanager
    def at(self, moment: datetime) -> Iterator[datetime]:
        """Every clock stands at `moment` (and runs on); gives the moment."""
        with clock.shifted(moment - clock.database_now()):
            yield moment

    @contextmanager
    def after_closing(self, later: timedelta = timedelta(minutes=1)) -> Iterator[datetime]:
        """Every clock stands `later` than the deadline; gives the moment."""
        with self.at(self.closes_at + later) as moment:
            yield moment

    def application(self, user: User | None = None, **values: Any) -> Application:
        """A draft with every step filled in, ready to be handed in; see `fill`."""
        user = user or UserFactory()
        return fill(begin(self, user), by=user, **values)


class CallFactory:
    """Calls."""

    @classmethod
    def draft(cls, *, plots: int = 3, mode: str = CallMode.SCORED, fields: Mapping[str, Any] | None = None,
              rules: RulesSpec | None = None, reserved: Mapping[int, str] | None = None,
              groups: Sequence[GroupSpec] = (), papers: Sequence[PaperSpec] = PAPERS) -> Stage:  # fmt: skip
        """A complete draft that opened yesterday and closes in ten days; `reserved` maps places of plots to group codes."""
        number = next(_numbers)
        estate = EstateFactory(f"call-zone-{number}")
        TradeFactory()
        rows = [PlotFactory(f"C{number}-{place:02d}", estate=estate) for place in range(1, plots + 1)]
        member, reviewer = committee(estate.slug), officer(estate.slug)
        now = clock.now()
        values = {
            "slug": f"demo-call-{number}",
            "title": f"فراخوان آزمون {number}",
            "estate": estate,
            "mode": mode,
            "opens_at": now - timedelta(days=1),
            "closes_at": now + TERM,
            "corrections_until": now + TERM + CORRECTIONS,
            "draw_at": now + TERM + CORRECTIONS + timedelta(days=5),
            "objections_until": now + TERM + CORRECTIONS + timedelta(days=15),
            "randomness_source": "شاخص کل بورس تهران",
            "randomness_event": "مقدار پایانی روز ۱۴۰۵/۱۰/۰۱",
            "randomness_fallback": "روز کاری پس از آن",
            "accepted_licences": [LicenceKind.ARTISAN_CARD, LicenceKind.CRAFT_WORKSHOP_LICENCE],
            **(fields or {}),
        }
        described = rules or RulesSpec(
            trades=["knife_making"],
            groups=groups,
            plots=[PlotSpec(row.code, (reserved or {}).get(place)) for place, row in enumerate(rows, 1)],
            criteria=CRITERIA if mode == CallMode.SCORED else (),
            papers=papers,
        )
        call = call_drafts.create_draft(fields=values, rules=described, by=member, now=now)
        return Stage(call, rows, member, reviewer)

    @classmethod
    def published(cls, **values: Any) -> Stage:
        """A call that was published two days ago, opened yesterday and closes in ten days."""
        stage = cls.draft(**values)
        with clock.shifted(timedelta(days=-2)):
            calls.publish(call_id=stage.call.pk, by=stage.member, now=clock.now())
        stage.call.refresh_from_db()
        return stage


def copies(stage: Stage, number: int) -> list[Stage]:
    """So many more calls like that of `stage` (which has no groups), its plots offered in each, for long lists.

    They differ in address and title alone; their rows are written straight, without the services.
    """
    calls_made, numbers = [], [next(_numbers) for _ in range(number)]
    for one in numbers:
        named = {"slug": f"demo-call-{one}", "title": f"فراخوان آزمون {one}"}
        calls_made.append(_copy(stage.call, **named, status=CallStatus.DRAFT))
    Call.objects.bulk_create(calls_made)
    for rows in (stage.call.trades, stage.call.call_plots, stage.call.criteria, stage.call.papers):
        rows.model.objects.bulk_create([_copy(row, call=call) for call in calls_made for row in rows.all()])
    Call.objects.filter(pk__in=[call.pk for call in calls_made]).update(status=stage.call.status)
    return [Stage(call, stage.plots, stage.member, stage.officer) for call in calls_made]


def handed_in_like(application: Application, number: int) -> list[Application]:
    """So many more applications with the answers, plots and papers of this one, each of another person, for long lists.

    Their rows are written straight, without the services; they have no versions and no receipts.
    """
    rows = []
    for _ in range(number):
        party = ApplicantFactory()
        named = {"tracking_code": make_tracking_code(1404, next(_numbers)), "opaque_id": new_opaque_id()}
        rows.append(_copy(application, **named, applicant=party, started_by=party.person.user))
    Application.objects.bulk_create(rows)
    for answers in (application.choices, application.papers):
        answers.model.objects.bulk_create([_copy(one, application=row) for row in rows for one in answers.all()])
    return rows


def _copy(row: Any, **changes: Any) -> Any:
    kept = {field.name: getattr(row, field.name) for field in row._meta.concrete_fields if not field.primary_key}
    return type(row)(**{**kept, **changes})


def begin(stage: Stage, user: User) -> Application:
    """The draft of `user` in the call of `stage`; his profile is completed first."""
    applicant = Applicant.objects.get(person__user=user)
    if applicant.person is None or not applicant.person.is_complete:
        applicant = ApplicantFactory(user=user)
    return applications.start(call_id=stage.call.pk, applicant_id=applicant.pk, by=user, now=clock.now())


def fill(
    application: Application,
    *,
    by: User,
    choices: Sequence[str] | None = None,
    any_other: bool = False,
    groups: Sequence[str] = (),
    craft: Mapping[str, Any] | None = None,
    plan: Mapping[str, Any] | None = None,
    papers: bool = True,
) -> Application:
    """Every step through its service: two plots by default, one photo for each paper, checked and declared."""
    given: dict[str, Any] = {"application_id": application.pk, "by": by, "now": clock.now()}
    codes = [row.plot.code for row in application.call.call_plots.select_related("plot")[:2]]
    applications.save_step(step=Step.IDENTITY, data={}, **given)
    applications.save_step(step=Step.CRAFT, data={**CRAFT, **(craft or {})}, **given)
    applications.save_step(step=Step.PLAN, data={**PLAN, **(plan or {})}, **given)
    applications.set_choices(plot_codes=codes if choices is None else choices, any_other=any_other, **given)
    applications.set_groups(group_codes=groups, **given)
    for wanted in application.call.papers.all() if papers else ():
        if wanted.group is None or wanted.group.code in groups:
            applications.attach_paper(requirement_id=wanted.pk, upload=photo(), **given)
    applications.save_step(step=Step.CHECK, data={}, **given)
    applications.save_step(step=Step.DECLARATION, data={"agreed": True, "no_other_unit": True}, **given)
    application.refresh_from_db()
    return application


class ApplicationFactory:
    """Applications."""

    @classmethod
    def in_status(
        cls, status: str, *, stage: Stage | None = None, user: User | None = None, **values: Any
    ) -> Application:
        """An application walked by the services to DRAFT … ELIGIBLE, INELIGIBLE or WITHDRAWN."""
        stage = stage or CallFactory.published()
        user = user or UserFactory()
        application = stage.application(user, **values)
        if status != ApplicationStatus.DRAFT:
            applications.submit(application_id=application.pk, by=user, now=clock.now())
        if status == ApplicationStatus.WITHDRAWN:
            applications.withdraw(application_id=application.pk, by=user, now=clock.now())
        if status in _REVIEWED:
            with stage.after_closing() as now:
                _review(stage, application, status, now)
        application.refresh_from_db()
        return application


_REVIEWED = (
    ApplicationStatus.UNDER_REVIEW,
    ApplicationStatus.CORRECTION_REQUESTED,
    ApplicationStatus.ELIGIBLE,
    ApplicationStatus.INELIGIBLE,
)


def _review(stage: Stage, application: Application, status: str, now: datetime) -> None:
    given: dict[str, Any] = {"by": stage.officer, "now": now}
    review.take(application_id=application.pk, **given)
    if status == ApplicationStatus.CORRECTION_REQUESTED:
        review.request_correction(
            application_id=application.pk,
            until=now + timedelta(days=5),
            items=["craft", "paper:licence"],
            message="تصویر کارت خوانا نیست؛ تصویر تازه بفرستید.",
            **given,
        )
    if status == ApplicationStatus.ELIGIBLE:
        accept_papers(stage, application, now)
        review.decide_eligibility(application_id=application.pk, eligible=True, **given)
    if status == ApplicationStatus.INELIGIBLE:
        review.decide_eligibility(
            application_id=application.pk, eligible=False, reason_codes=[RefusalReason.LICENCE_NOT_CONFIRMED], **given
        )


def accept_papers(stage: Stage, application: Application, now: datetime) -> None:
    """The officer accepts every paper and every group."""
    for paper in Paper.objects.filter(application=application, replaced_at__isnull=True):
        review.decide_paper(paper_id=paper.pk, accepted=True, by=stage.officer, now=now)
    for claim in application.group_claims.all():
        review.decide_group(claim_id=claim.pk, accepted=True, by=stage.officer, now=now)
