"""The call of the browser tests, with the people who decide, and the steps between two visits, done by the services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

from PIL import Image, ImageDraw

from accounts.choices import DocumentKind, Role
from accounts.models import User
from allocations.choices import AssignmentStatus, CallMode, DrawForm, LicenceKind
from allocations.models import Application, Call, ScorerAssignment
from allocations.services import applications, call_drafts, calls, conflicts, draws, freezing, review, scoring
from allocations.services.rule_rows import CriterionSpec, PaperSpec, PlotSpec, RulesSpec
from core import clock
from tests.factories.accounts import UserFactory, staff
from tests.factories.allocations import Stage, accept_papers
from tests.factories.estates import EstateFactory, PlotFactory, TradeFactory, square

TERM = timedelta(days=10)
PLOTS = ("K-01", "K-02", "K-03", "K-04")
CRITERIA = (
    CriterionSpec(
        code="years",
        name="سال‌های کار با پروانه",
        weight=40,
        rule={"input": "years_licensed", "bands": [{"from": 0, "points": 2000}, {"from": 5, "points": 10_000}]},
    ),
    CriterionSpec(code="plan", name="طرح کارگاه", weight=60, tie_break_rank=1),
)
PAPERS = (
    PaperSpec(code="licence", kind=DocumentKind.CRAFT_CARD, name="کارت شناسایی صنعتگر", help="روی کارت، خوانا."),
    PaperSpec(code="identity", kind=DocumentKind.NATIONAL_CARD, name="کارت ملی"),
)


@dataclass
class World:
    """The call, its people, and the applications of others: `rivals`, the first of whom is the best of all."""

    call: Call
    stage: Stage
    scorers: list[User]
    approver: User
    rivals: list[Application]

    def close(self) -> datetime:
        """The moment just after the deadline."""
        return self.stage.closes_at + timedelta(minutes=1)

    def review_rivals(self) -> None:
        """The officer accepts everybody else."""
        for application in self.rivals:
            now = clock.now()
            review.take(application_id=application.pk, by=self.stage.officer, now=now)
            accept_papers(self.stage, application, now)
            review.decide_eligibility(application_id=application.pk, eligible=True, by=self.stage.officer, now=now)

    def score_and_freeze(self) -> datetime:
        """Review ends, two scorers judge blind, the list is frozen; returns when the draw may be entered."""
        member, now = self.stage.member, clock.now()
        calls.mark_reviewed(call_id=self.call.pk, by=self.stage.officer, now=now)
        scoring.assign(call_id=self.call.pk, by=member, now=now)
        best = self.rivals[0].pk
        plan = self.call.criteria.get(code="plan")
        for one in ScorerAssignment.objects.filter(application__call=self.call, status=AssignmentStatus.ASSIGNED):
            conflicts.declare(assignment_id=one.pk, has_conflict=False, by=one.scorer, now=now)
            given = 9000 if one.application_id == best else 5000 if one.application in self.rivals else 8000
            scoring.score(assignment_id=one.pk, points={plan.pk: given}, by=one.scorer, now=now)
        frozen = freezing.freeze(call_id=self.call.pk, by=member, now=clock.now())
        return frozen.draw_at + timedelta(minutes=20)

    def draw(self) -> None:
        """The value is entered by one member and confirmed by another."""
        now = clock.now()
        row = draws.enter(
            frozen_list_id=self.call.frozen_lists.latest("number").pk, value="2,154,321.6", form=DrawForm.TEXT,
            by=self.stage.member, now=now, authenticated_at=now,
        )  # fmt: skip
        draws.confirm(draw_id=row.pk, value="2154321.6", by=self.approver, now=now, authenticated_at=now)


def open_call() -> World:
    """Published two days ago, open since yesterday; three others have applied, the best wants K-02 alone."""
    estate = EstateFactory("nikan-demo", name="ناحیهٔ صنعتی نمونه")
    TradeFactory()
    plots = [
        PlotFactory(code, estate=estate, area_m2=96, geometry=square(place * 13, 0, 12, 8))
        for place, code in enumerate(PLOTS)
    ]
    member = staff(Role.COMMITTEE, first_name="پروین", last_name="پیشنهاددهنده")
    officer = staff(Role.OFFICER, first_name="کاوه", last_name="کارشناس")
    now = clock.now()
    call = call_drafts.create_draft(
        fields={
            "slug": "knife-makers",
            "title": "واگذاری کارگاه‌های چاقوسازی",
            "intro": "چهار کارگاه برای چاقوسازان زنجان.",
            "estate": estate,
            "mode": CallMode.SCORED,
            "opens_at": now - timedelta(days=1),
            "closes_at": now + TERM,
            "corrections_until": now + TERM + timedelta(hours=1),
            "draw_at": now + TERM + timedelta(days=2),
            "objections_until": now + TERM + timedelta(days=9),
            "randomness_source": "شاخص کل بورس تهران",
            "randomness_event": "مقدار پایانی روز اعلام‌شده",
            "randomness_fallback": "روز کاری پس از آن",
            "accepted_licences": [LicenceKind.ARTISAN_CARD, LicenceKind.CRAFT_WORKSHOP_LICENCE],
        },
        rules=RulesSpec(
            trades=["knife_making"],
            groups=(),
            plots=[PlotSpec(code) for code in PLOTS],
            criteria=CRITERIA,
            papers=PAPERS,
        ),
        by=member,
        now=now,
    )
    with clock.shifted(timedelta(days=-2)):
        calls.publish(call_id=call.pk, by=member, now=clock.now())
    call.refresh_from_db()
    stage = Stage(call, plots, member, officer)
    return World(
        call=call,
        stage=stage,
        scorers=[staff(Role.SCORER) for _ in range(2)],
        approver=staff(Role.COMMITTEE, first_name="تورج", last_name="تأییدکننده"),
        rivals=[_rival(stage, choices) for choices in (["K-02"], ["K-02", "K-01"], ["K-01", "K-03"])],
    )


def _rival(stage: Stage, choices: list[str]) -> Application:
    user = UserFactory()
    application = stage.application(user, choices=choices)
    applications.submit(application_id=application.pk, by=user, now=clock.now())
    application.refresh_from_db()
    return application


def phone_photo() -> bytes:
    """A JPEG as a phone writes it: lying on its side with a note how to turn it, and where it was taken.

    Turned upright it is a card of 600 × 800 with a red band above and a blue one below.
    """
    lying = _card(600, 800).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn a quarter to the right
    exif[0x010F] = "Phone"
    exif[0x8825] = {1: "N", 2: (36.0, 40.0, 35.0), 3: "E", 4: (48.0, 29.0, 46.7)}  # GPS: Zanjan
    stream = BytesIO()
    lying.save(stream, "JPEG", exif=exif, quality=90)
    return stream.getvalue()


def scan() -> bytes:
    """A PNG of a card."""
    stream = BytesIO()
    _card(480, 300).save(stream, "PNG")
    return stream.getvalue()


def _card(width: int, height: int) -> Image.Image:
    """A band of red, lines of writing beside a portrait, a band of blue."""
    card = Image.new("RGB", (width, height), (246, 242, 234))
    pen = ImageDraw.Draw(card)
    band = height // 5
    pen.rectangle((0, 0, width, band), fill=(156, 60, 40))
    pen.rectangle((0, height - band, width, height), fill=(30, 70, 150))
    pen.rectangle((30, band + 30, width // 4, band + 30 + width // 4), fill=(196, 190, 180))
    for place in range(5):
        level = band + 40 + place * (height - 2 * band - 60) // 5
        pen.rectangle((width // 3, level, width - 40 - 37 * (place % 3), level + 8), fill=(90, 96, 100))
    return card
