"""Courses of the demo world: one settled with certificates, one running, one full with a waiting list, one open.

Teachers and participants are fictitious; the subjects are those the clusters and the clinic of the province taught.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from accounts.choices import Role
from accounts.models import User
from core import clock
from core.jobs import services as jobs
from core.persian.calendar import start_of_day, tehran_date
from portal.demo import craftspeople
from portal.demo.craftspeople import Craftsperson
from programs.clusters.models import Cluster
from programs.clusters.selectors.overview import COURSE_OWNER
from training.models import Course
from training.services import attendance, certificates, courses, exams, finishing, registrations, sessions

Say = Callable[[str], None]

DAY: Final = timedelta(days=1)
ANNOUNCED: Final = 20 * DAY
"""How long before its first day a course was announced; people register in the days after."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One course: `starts` in days from the day of the first load, `topics` one session each every second day."""

    slug: str
    name: str
    name_en: str
    summary: str
    audience: str
    host: str
    teacher: str
    place: str
    room: str
    county: str
    owner: tuple[str, str]
    capacity: int
    starts: int
    topics: tuple[str, ...]
    people: tuple[int, ...]
    with_applicant: bool = False
    """Whether the applicant of the sign-in page registers too, as the last one."""
    fee: int = 0
    pass_mark: int | None = None


KNIFE: Final = Plan(
    slug="knife-heat-treatment",
    name="آب‌دادن و پرداخت تیغهٔ چاقو",
    name_en="Hardening and finishing knife blades",
    summary="شناخت فولاد، سخت‌کاری و بازگشت، پرداخت تیغه و سنجش سختی؛ با کار عملی در کارگاه.",
    audience="CRAFTSPEOPLE",
    host="خوشهٔ چاقوی زنجان",
    teacher="مدرس نمونهٔ یکم",
    place="مرکز آموزش شهرک صنعتی شمارهٔ ۱ زنجان",
    room="کارگاه ۱",
    county="zanjan",
    owner=(COURSE_OWNER, "zanjan-knife"),
    capacity=14,
    starts=-45,
    topics=("شناخت فولاد تیغه", "سخت‌کاری و بازگشت", "پرداخت و تیزکردن", "سنجش سختی و عیب‌یابی"),
    people=tuple(range(1, 12)),
    with_applicant=True,
    pass_mark=60,
)
SHOE: Final = Plan(
    slug="leather-shoe-design",
    name="طراحی و الگوی کفش چرم",
    name_en="Design and patterns of leather shoes",
    summary="طراحی رویه، الگوسازی، شماره‌بندی و کاهش دورریز چرم برای کارگاه‌های کوچک.",
    audience="CLUSTER_MEMBERS",
    host="خوشهٔ کفش هیدج",
    teacher="مدرس نمونهٔ دوم",
    place="دفتر خوشهٔ کفش هیدج",
    room="اتاق آموزش",
    county="abhar",
    owner=(COURSE_OWNER, "hidaj-shoes"),
    capacity=8,
    starts=12,
    topics=("طراحی رویه", "الگوسازی", "شماره‌بندی و برش"),
    people=tuple(range(20, 30)),
    with_applicant=True,
)
FINANCE: Final = Plan(
    slug="workshop-finance",
    name="حساب و بهای تمام‌شده برای صاحبان کارگاه",
    name_en="Accounts and costing for workshop owners",
    summary="بهای تمام‌شدهٔ هر قلم، قیمت‌گذاری، مالیات و بیمهٔ کارگاه به زبان ساده.",
    audience="MANAGERS",
    host="کلینیک صنعت زنجان",
    teacher="مدرس نمونهٔ سوم",
    place="ساختمان شرکت شهرک‌های صنعتی استان زنجان",
    room="سالن آموزش",
    county="zanjan",
    owner=("clinic", "zanjan"),
    capacity=25,
    starts=9,
    topics=("دخل و خرج کارگاه", "بهای تمام‌شده و قیمت", "مالیات و بیمه"),
    people=tuple(range(30, 36)),
    with_applicant=True,
    fee=2_000_000,
    pass_mark=50,
)
ENERGY: Final = Plan(
    slug="energy-for-engineers",
    name="ممیزی انرژی در واحدهای صنعتی",
    name_en="Energy audits in industrial units",
    summary="اندازه‌گیری مصرف، شناخت تلفات کوره و هوای فشرده، و تهیهٔ فهرست اقدام‌ها.",
    audience="ENGINEERS",
    host="کلینیک صنعت زنجان",
    teacher="مدرس نمونهٔ چهارم",
    place="ساختمان شرکت شهرک‌های صنعتی استان زنجان",
    room="اتاق ۲",
    county="zanjan",
    owner=("clinic", "zanjan"),
    capacity=15,
    starts=-4,
    topics=("اندازه‌گیری مصرف", "کوره و هوای فشرده", "فهرست اقدام‌ها", "بازدید از یک واحد"),
    people=tuple(range(40, 49)),
    pass_mark=60,
)
PLANS: Final = (KNIFE, SHOE, FINANCE, ENERGY)


def load(*, now: datetime, cast: dict[str, list[User]], say: Say) -> None:
    """Bring the courses in; again: no change."""
    officer, lead = cast[Role.PROGRAMME_OFFICER][0], cast[Role.CLINIC_LEAD][0]
    made = [ensure(plan, now, lead if plan.owner[0] == "clinic" else officer, cast) for plan in PLANS]
    jobs.drain(kinds=(certificates.JOB,))
    known = ", ".join(f"{course.slug} {course.phase_at(now).value.lower()}" for course in made)
    say(f"courses: {known}")


def ensure(plan: Plan, now: datetime, by: User, cast: dict[str, list[User]]) -> Course:
    """The course of this plan as far as its days have come, by the services people use; made when it is missing."""
    known = Course.objects.filter(slug=plan.slug).first()
    if known is not None:
        return known
    with clock.shifted(timedelta(days=plan.starts) - ANNOUNCED if plan.starts < 0 else -DAY):
        course = _announce(plan, tehran_date(now) + plan.starts * DAY, by)
        _register(plan, course, cast[Role.APPLICANT][0])
    courses.settle_phases(now=now)
    _attend(course, by, now)
    if course.ends_on < tehran_date(now):
        _examine(course, by, now)
        with clock.shifted(start_of_day(course.ends_on + 3 * DAY) - clock.now()):
            finishing.finish(course_id=course.pk, by=by, now=clock.now())
    return Course.objects.get(pk=course.pk)


def _announce(plan: Plan, first: Any, by: User) -> Course:
    moment = clock.now()
    facts = {
        "name": plan.name, "name_en": plan.name_en, "summary": plan.summary, "audience": plan.audience, "host": plan.host,
        "instructor": plan.teacher, "place": plan.place, "county": plan.county, "capacity": plan.capacity,
        "fee": plan.fee, **_owner(plan), "exam_pass_mark": plan.pass_mark,
        "minimum_attendance": 75, "starts_on": first, "ends_on": first + (2 * len(plan.topics) - 1) * DAY,
        "registration_opens_at": moment - timedelta(hours=1), "registration_closes_at": start_of_day(first - 3 * DAY) + timedelta(hours=18),
    }  # fmt: skip
    course = courses.create(slug=plan.slug, values=facts, by=by, now=moment, is_illustrative=True)
    for number, topic in enumerate(plan.topics):
        begins = start_of_day(first + 2 * number * DAY) + timedelta(hours=15)
        values = {"topic": topic, "room": plan.room, "starts_at": begins, "ends_at": begins + timedelta(hours=3)}
        sessions.add(course_id=course.pk, values=values, by=by, now=moment)
    return courses.publish(course_id=course.pk, by=by, now=moment)


def _owner(plan: Plan) -> dict[str, str]:
    """The cluster behind a course, where it is in the portal; the clinic's courses name the clinic."""
    kind, key = plan.owner
    if kind == COURSE_OWNER:
        cluster = Cluster.objects.filter(slug=key).first()
        return {"owner_kind": kind, "owner_key": str(cluster.pk)} if cluster is not None else {}
    return {"owner_kind": kind, "owner_key": key}


def _register(plan: Plan, course: Course, applicant: User) -> None:
    moment = clock.now()
    people = [craftspeople.ensure(Craftsperson(number), now=moment)[0] for number in plan.people]
    for user in [*people, applicant] if plan.with_applicant else people:
        registrations.register(course_id=course.pk, person_id=user.person.pk, by=user, now=clock.now())


def _attend(course: Course, by: User, now: datetime) -> None:
    seated = list(course.registrations.seated().order_by("pk"))
    for session in course.sessions.filter(ends_at__lte=now).order_by("position"):
        states = {row.pk: _state(place, session.position) for place, row in enumerate(seated)}
        with clock.shifted(session.ends_at - clock.now()):
            attendance.take(session_id=session.pk, states=states, by=by, now=clock.now())


def _state(place: int, position: int) -> str:
    """Most are there; the third stays away, the fifth is excused once, some are late."""
    if place == 2 and position > 1:
        return "ABSENT"
    if place == 4 and position == 2:
        return "EXCUSED"
    return "LATE" if (place * 7 + position) % 9 == 0 else "PRESENT"


MARKS: Final[Sequence[int]] = (88, 72, 40, 95, 67, 79, 52, 91, 84, 63, 76, 90)


def _examine(course: Course, by: User, now: datetime) -> None:
    rows = course.registrations.seated().order_by("pk")
    scores = {row.pk: Decimal(MARKS[place % len(MARKS)]) for place, row in enumerate(rows)}
    exams.enter(course_id=course.pk, scores=scores, by=by, now=now)
