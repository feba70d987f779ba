"""A call whose review is over, written straight into the rows, for tests of what comes after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from accounts.choices import ApplicantKind, Role
from accounts.models import Applicant, Person, RoleGrant, User
from allocations.choices import CallMode, CallStatus, CriterionSource, LicenceKind
from allocations.models import (
    Application,
    Award,
    Call,
    CallGroup,
    CallPlot,
    CallTrade,
    Choice,
    Criterion,
    CriterionResult,
    Draw,
    FrozenList,
    Run,
)
from allocations.services import approval, draws, freezing, publication, runs, terms
from allocations.services.calls import HOLDER
from core import clock
from core.jobs import services as jobs
from core.persian.tracking import make_tracking_code
from estates.choices import HoldKind
from estates.models import Plot, Trade
from estates.services import holds
from tests.factories.estates import EstateFactory, PlotFactory, TradeFactory

_numbers = count(1)
VALUE = "5f1c0e9b7a3d2486c1f0e9d8b7a69584736251403f2e1d0c9b8a796857463524"
AFTER_DRAW = timedelta(hours=2)
AFTER_OBJECTIONS = timedelta(days=3)
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"


def national_code(number: int) -> str:
    """A valid national code made from a number below a million."""
    body = f"427{number:06d}"
    rest = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
    return body + str(rest if rest < 2 else 11 - rest)


def opaque_id(number: int) -> str:
    """26 characters of lowercase base32, different for each number and not in its order."""
    letters = []
    value = (number * 7919 + 104729) % 1_000_003 + 1
    for _ in range(26):
        value = (value * 48271) % 2147483647
        letters.append(BASE32[value % 32])
    return "".join(letters)


def person(role: str = "", *, name: str = "") -> User:
    """An account, with a role for all estates when one is named."""
    number = next(_numbers)
    user = User.objects.create_user(
        national_code(number), f"0912{number:07d}", name or "نمونه", f"شمارهٔ {number}", is_staff=bool(role)
    )
    if role:
        moment = clock.now() - timedelta(days=30)
        RoleGrant.objects.create(user=user, role=role, valid_from=moment, granted_at=moment)
    return user


@dataclass
class World:
    """One call with everybody who decides about it."""

    call: Call
    members: list[User]
    scorers: list[User]
    officer: User
    plots: list[Plot]
    applications: list[Application] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The moment, by the shifted clock."""
        return clock.now()

    def by_code(self, code: str) -> Plot:
        """A plot by the end of its code."""
        return next(plot for plot in self.plots if plot.code.endswith(code))

    def freeze(self, **values: Any) -> FrozenList:
        """Freeze the list by the first member."""
        return freezing.freeze(call_id=self.call.pk, by=self.members[0], now=self.now, **values)

    def draw(self, frozen: FrozenList, value: str = VALUE) -> Draw:
        """Enter and confirm the draw by the first two members."""
        with clock.shifted(AFTER_DRAW):
            fresh = dict.fromkeys(("now", "authenticated_at"), self.now)
            row = draws.enter(frozen_list_id=frozen.pk, value=value, by=self.members[0], **fresh)
            return draws.confirm(draw_id=row.pk, value=value, by=self.members[1], **fresh)

    def run(self, reason: str = "") -> Run:
        """Request a run by the first member and let the job do it."""
        with clock.shifted(AFTER_DRAW):
            job = runs.request(call_id=self.call.pk, by=self.members[0], now=self.now, reason=reason)
            jobs.work(job.pk, now=self.now)
            job.refresh_from_db()
            assert job.status == "DONE", job.error
            return Run.objects.get(pk=job.result["run"])

    def approve(self, run: Run) -> Run:
        """Approve by the second member."""
        with clock.shifted(AFTER_DRAW):
            return approval.approve(run_id=run.pk, by=self.members[1], now=self.now, authenticated_at=self.now)

    def proposed(self) -> Run:
        """A proposed run, from the freeze on."""
        self.draw(self.freeze())
        return self.run()

    def approved(self) -> Run:
        """An approved run, from the freeze on."""
        return self.approve(self.proposed())

    def publish(self, run: Run) -> Run:
        """Make the provisional result of an approved run public."""
        with clock.shifted(AFTER_DRAW):
            publication.publish_provisional(call_id=self.call.pk, by=self.members[0], now=self.now)
        self.call.refresh_from_db()
        return run

    def finalise(self, run: Run) -> Run:
        """Make a public provisional result final."""
        with clock.shifted(AFTER_OBJECTIONS):
            publication.finalise(call_id=self.call.pk, by=self.members[0], now=self.now)
        self.call.refresh_from_db()
        return run

    def provisional(self) -> Run:
        """An approved run whose provisional result is public."""
        return self.publish(self.approved())

    def final(self) -> Run:
        """An approved run whose result is final."""
        return self.finalise(self.provisional())

    def award_of(self, application: Application) -> Award:
        """The newest award of an application."""
        return Award.objects.filter(application=application).order_by("-pk")[0]


def reviewed_call(
    *,
    mode: str = CallMode.SCORED,
    plots: int = 3,
    status: str = CallStatus.REVIEWED,
    criteria: Sequence[tuple[str, int, str, dict[str, Any]]] = (
        ("skill", 60, CriterionSource.JUDGED, {}),
        ("years", 40, CriterionSource.COMPUTED, {"input": "years_licensed", "per_unit": 1000}),
    ),
    tie_break: Sequence[str] = ("skill",),
    tolerance: int = 1000,
    reserved: dict[int, str] | None = None,
    only_for: dict[int, str] | None = None,
    scorers: int = 4,
) -> World:
    """A call after its review, without applications; `reserved` and `only_for` map places of plots to group and trade."""
    number = next(_numbers)
    moment = clock.now()
    estate = EstateFactory(f"zone-{number}")
    trade_codes = set((only_for or {}).values())
    for code in sorted({"knife_making", *trade_codes}):
        TradeFactory(code)
    rows = [
        PlotFactory(
            f"T{number}-{place:02d}",
            estate=estate,
            trades=[(only_for or {})[place]] if place in (only_for or {}) else None,
        )
        for place in range(1, plots + 1)
    ]
    members = [person(Role.COMMITTEE) for _ in range(3)]
    call = Call.objects.create(
        slug=f"call-{number}",
        title=f"فراخوان نمونهٔ {number}",
        estate=estate,
        mode=mode,
        opens_at=moment - timedelta(days=20),
        closes_at=moment - timedelta(days=10),
        corrections_until=moment - timedelta(days=2),
        draw_at=moment + timedelta(hours=1),
        objections_until=moment + timedelta(days=2),
        randomness_source="شاخص بورس تهران",
        randomness_event="پایان روز ۱۴۰۵/۰۹/۰۵",
        randomness_fallback="روز کاری پس از آن",
        tolerance=tolerance,
        accepted_licences=[LicenceKind.ARTISAN_CARD],
    )
    groups = {
        code: CallGroup.objects.create(call=call, code=code, name=f"گروه {code}", position=place)
        for place, code in enumerate(sorted(set((reserved or {}).values())), start=1)
    }
    for place, plot in enumerate(rows, start=1):
        group = groups.get((reserved or {}).get(place, ""))
        CallPlot.objects.create(call=call, plot=plot, position=place, reserved_for=group)
    for code in sorted({"knife_making", *trade_codes}):
        CallTrade.objects.create(call=call, trade=Trade.objects.get(code=code))
    if mode == CallMode.SCORED:
        for place, (code, weight, source, rule) in enumerate(criteria, start=1):
            Criterion.objects.create(
                call=call,
                code=code,
                name=f"معیار {code}",
                weight=weight,
                maximum=10_000,
                source=source,
                rule=rule,
                position=place,
                tie_break_rank=tie_break.index(code) + 1 if code in tie_break else None,
            )
    made = terms.build(call, announced_at=moment - timedelta(days=25))
    Call.objects.filter(pk=call.pk).update(
        status=status,
        rules_version=1,
        rules_json=made.rules_json,
        rules_sha256=made.rules_sha256,
        terms_json=made.terms_json,
        terms_sha256=made.terms_sha256,
        published_at=moment - timedelta(days=25),
        published_by=members[0],
    )
    call.refresh_from_db()
    holds.place_all(
        plot_ids=[plot.pk for plot in rows], kind=HoldKind.IN_CALL, holder_type=HOLDER, holder_id=call.pk, by=None,
        now=moment,
    )  # fmt: skip
    return World(
        call=call,
        members=members,
        scorers=[person(Role.SCORER) for _ in range(scorers)],
        officer=person(Role.OFFICER),
        plots=rows,
    )


def applicant() -> Applicant:
    """A natural person with an account."""
    user = person()
    moment = clock.now()
    one = Person.objects.create(
        user=user,
        national_code=user.national_code,
        first_name=user.first_name,
        last_name=user.last_name,
        phone=user.phone,
        county="zanjan",
        created_at=moment,
        updated_at=moment,
    )
    return Applicant.objects.create(kind=ApplicantKind.PERSON, person=one, created_at=moment)


def apply_to(
    world: World,
    wishes: Sequence[int],
    *,
    status: str = "ELIGIBLE",
    points: dict[str, int] | None = None,
    trade: str = "knife_making",
    groups: Sequence[str] = (),
    years: int = 5,
) -> Application:
    """An application that was handed in and decided. `wishes` are places of plots, the best liked first; with `points`
    (hundredths, by criterion code) it is scored."""
    number = next(_numbers)
    call = world.call
    party = applicant()
    moment = call.opens_at + timedelta(minutes=number)
    scored = points is not None
    weights = dict(call.criteria.values_list("code", "weight"))
    total = sum(weights[code] * value for code, value in (points or {}).items()) // 100
    row = Application.objects.create(
        call=call,
        applicant=party,
        tracking_code=make_tracking_code(1405, number),
        opaque_id=opaque_id(number),
        status="SCORED" if scored else status,
        trade=Trade.objects.get(code=trade),
        licence_kind=LicenceKind.ARTISAN_CARD,
        years_licensed=years,
        declared_at=moment,
        first_submitted_at=moment,
        last_submitted_at=moment,
        score=total if scored else None,
        started_by=party.person.user,
        residence_county="zanjan",
        created_at=moment,
    )
    plots = {one.position: one for one in call.call_plots.all()}
    for place, wish in enumerate(wishes, start=1):
        Choice.objects.create(application=row, call_plot=plots[wish], position=place)
    for code, value in (points or {}).items():
        criterion = call.criteria.get(code=code)
        CriterionResult.objects.create(application=row, criterion=criterion, points=value, settled_at=clock.now())
    for code in groups:
        row.group_claims.create(
            group=call.groups.get(code=code), accepted=True, decided_by=world.officer, decided_at=clock.now()
        )
    world.applications.append(row)
    return row


def scored_world(applicants: int = 6, plots: int = 3, **values: Any) -> World:
    """A call by points with scored applications; everybody likes the first plot best, and points fall with the number."""
    world = reviewed_call(plots=plots, **values)
    for number in range(applicants):
        apply_to(world, list(range(1, plots + 1)), points={"skill": 9000 - 400 * number, "years": 5000})
    return world


def lottery_world(applicants: int = 6, plots: int = 3, **values: Any) -> World:
    """A call by lot with eligible applications."""
    world = reviewed_call(mode=CallMode.LOTTERY, plots=plots, **values)
    for _ in range(applicants):
        apply_to(world, list(range(1, plots + 1)))
    return world
