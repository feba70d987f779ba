"""Walks a reading, an exhibition and a course from start to end by the services people use, and says each step.

What is done already is only said. The course takes place ahead of the clock of this process, which comes back at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from accounts.choices import Role
from accounts.models import User
from core import clock
from core.jobs import services as jobs
from core.persian.calendar import first_of_month, start_of_day, tehran_date
from core.verification import find
from portal.demo import courses as demo_courses
from portal.demo import exhibitions as demo_exhibitions
from portal.demo.courses import COURSE_OWNER, Plan
from portal.demo.readings import photo
from programs.choices import HUNDRED, ProgrammeStatus, Series
from programs.exhibitions.choices import RunStatus, Status
from programs.exhibitions.models import BoothAward, BoothRun
from programs.models import Milestone, Programme, Reading
from programs.selectors import progress
from programs.services import reading_entry
from programs.services.reading_entry import Entry
from training.choices import CourseStatus
from training.models import Certificate, Course
from training.services import attendance, certificates, courses, exams, finishing

Cast = dict[str, list[User]]

NOTE: Final = "خوانش تمرینی: این عدد ساختگی است."
GAIN: Final = Decimal(4)
DAY: Final = timedelta(days=1)

COURSE: Final = Plan(
    slug="knife-handle-making",
    name="ساخت دستهٔ چاقو از شاخ و چوب",
    name_en="Making knife handles of horn and wood",
    summary="انتخاب مادهٔ دسته، برش و میخ‌کوبی، پرداخت نهایی؛ با کار عملی در کارگاه.",
    audience="CRAFTSPEOPLE",
    host="خوشهٔ چاقوی زنجان",
    teacher="مدرس نمونهٔ پنجم",
    place="کارگاه آموزشی ناحیهٔ ظریفان",
    room="کارگاه ۳",
    county="zanjan",
    owner=(COURSE_OWNER, "zanjan-knife"),
    capacity=3,
    starts=30,
    topics=("انتخاب شاخ و چوب", "برش و میخ‌کوبی"),
    people=(61, 62, 63, 64),
    pass_mark=60,
)


EXHIBITION: Final = demo_exhibitions.Plan(
    "knife-fair-tabriz", "نمایشگاه چاقو و ابزار تبریز", "Knife and tool fair, Tabriz", "DOMESTIC", "IR", "تبریز",
    "مرکز نمایشگاه‌های تبریز", "برگزارکنندهٔ نمونه", ("zanjan-knife",), 4, 40, Status.APPROVED, tuple(range(90, 97)),
)  # fmt: skip


def steps(cast: Cast) -> Iterator[str]:
    """Every step in order, one line each."""
    yield from _reading(cast)
    yield from _exhibition(cast)
    yield from _course(cast)


def booths_run() -> BoothRun:
    """The approved run of the rehearsal's exhibition, with its record."""
    return BoothRun.objects.get(exhibition__slug=EXHIBITION.slug, status=RunStatus.APPROVED)


def _exhibition(cast: Cast) -> Iterator[str]:
    officer, boss = cast[Role.PROGRAMME_OFFICER][0], cast[Role.MANAGER][0]
    if not demo_exhibitions.ensure(EXHIBITION, officer, boss, clock.now()):
        yield "exhibition: already done"
        return
    given = BoothAward.objects.live().filter(booth__exhibition__slug=EXHIBITION.slug).count()
    yield f"exhibition: {len(EXHIBITION.firms)} firms asked for {EXHIBITION.booths} booths; frozen, drawn, computed, approved"
    yield f"exhibition: {given} booths given, the others are told their place in line"


def _reading(cast: Cast) -> Iterator[str]:
    officer, boss = cast[Role.PROGRAMME_OFFICER][0], cast[Role.MANAGER][0]
    now = clock.now()
    month = first_of_month(tehran_date(now))
    if Reading.objects.filter(note=NOTE, month=month).exists():
        yield "reading: already done for this month"
        return
    milestone, before = _unfinished(month)
    programme = milestone.activity.programme
    whole = _whole(programme, month)
    entry = Entry(Series.PHYSICAL, milestone.pk, {"percent": min(HUNDRED, before + GAIN)})
    kept = reading_entry.enter(
        programme_id=programme.pk, month=month, entries=[entry], note=NOTE, uploads=[photo()], hand_in=True, by=officer, now=now
    )  # fmt: skip
    yield f"reading: {programme.slug}, one milestone from {before} to {kept[0].percent} per cent, handed in with a photo"
    reading_entry.approve_all(reading_ids=[row.pk for row in kept], by=boss, now=clock.now())
    yield f"reading: approved by another person; the programme stood at {whole} per cent and stands at {_whole(programme, month)}"


def _unfinished(month: date) -> tuple[Milestone, Decimal]:
    """The first milestone of a running demo programme that is begun, not done, and of which nothing waits."""
    rows = Milestone.objects.filter(
        activity__programme__status=ProgrammeStatus.ACTIVE, activity__programme__is_illustrative=True
    ).select_related("activity__programme")
    newest = {row.pk: row for row in rows.order_by("activity__programme__position", "activity__position", "position")}
    approved = Reading.objects.filter(milestone__in=newest, superseded=False).order_by("month")
    percent = {row.milestone_id: row.percent or Decimal(0) for row in approved if row.status == "APPROVED"}
    open_ones = {row.milestone_id for row in approved if row.status != "APPROVED" or row.month >= month}
    for pk, milestone in newest.items():
        if pk in percent and percent[pk] < HUNDRED and pk not in open_ones:
            return milestone, percent[pk]
    raise LookupError("every milestone of the demo is done; load the demo world anew")


def _whole(programme: Programme, month: date) -> Decimal:
    return progress.physical([programme.pk], month)[programme.pk].percent


def _course(cast: Cast) -> Iterator[str]:
    by = cast[Role.PROGRAMME_OFFICER][0]
    known = Course.objects.filter(slug=COURSE.slug).first()
    if known is not None and known.status == CourseStatus.CLOSED:
        yield "course: already done"
        yield from _certificate(known)
        return
    now = clock.now()
    course = demo_courses.ensure(COURSE, now, by, cast)
    waiting = course.registrations.waiting().count()
    yield f"course: announced, {course.registrations.seated().count()} have a seat, {waiting} wait"
    with clock.shifted(start_of_day(course.ends_on + DAY) - clock.now()):
        courses.settle_phases(now=clock.now())
        rows = list(course.registrations.seated().order_by("pk"))
        for session in course.sessions.order_by("position"):
            states = dict.fromkeys((row.pk for row in rows), "PRESENT")
            attendance.take(session_id=session.pk, states=states, by=by, now=clock.now())
        yield f"course: attendance of {course.sessions.count()} sessions noted for {len(rows)} people"
        scores = {row.pk: Decimal(score) for row, score in zip(rows, (82, 45, 71), strict=False)}
        exams.enter(course_id=course.pk, scores=scores, by=by, now=clock.now())
        course = finishing.finish(course_id=course.pk, by=by, now=clock.now())
    jobs.drain(kinds=(certificates.JOB,))
    yield f"course: {Certificate.objects.filter(registration__course=course).count()} passed and have their certificate"
    yield from _certificate(course)


def _certificate(course: Course) -> Iterator[str]:
    certificate = Certificate.objects.filter(registration__course=course).order_by("pk").first()
    if certificate is not None:
        genuine = find(certificate.code) is not None
        yield f"certificate: {certificate.code}, {'genuine' if genuine else 'NOT FOUND'} says /verify/{certificate.code}/"
