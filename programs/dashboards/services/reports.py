"""Monthly reports: asked for, made once by a job, told to those who subscribed, shown to the public by a manager."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core import pdf
from core.audit import record
from core.errors import InvalidInput, NotFound, WrongState
from core.files import intake
from core.files.models import StoredFile
from core.files.services import open_unlogged
from core.jobs import services as jobs
from core.jobs.context import JobContext
from core.jobs.models import Job
from core.messages import services as messages
from core.persian.calendar import (
    JalaliDate,
    first_of_month,
    is_first_day,
    month_number,
    month_numbered,
    months_between,
    tehran_date,
)
from programs.dashboards import permissions, texts
from programs.dashboards.choices import ReportFileKind
from programs.dashboards.models import MonthlyReport, ReportFile, ReportSubscription
from programs.dashboards.reports import paper, slides
from programs.dashboards.reports.content import content
from programs.dashboards.reports.public import public
from programs.wording import month_text

KIND = "dashboards.report"
"""The job that makes the report of one month; payload `month`."""
PAPER, SLIDES = "dashboards/pdf/report.typ", "dashboards/pdf/slides.typ"
SLIDE_PPI = 192
"""1920 by 1080 pixels for a page of 10 by 5.6 inches."""
LOCK_SPACE = 0x7265706F
"""First half of the advisory lock that lets one month's versions be counted one after the other."""
STEPS = 5

Made = tuple[ReportFileKind, int, str, StoredFile]
"""Kind, position, title and file of one paper or slide."""


def ask(*, month: date, by: Any | None, now: datetime) -> Job:
    """Have the report of a month made; while it is being made, that one. Raises PermissionRefused, InvalidInput."""
    permissions.require(by, permissions.MAKE_REPORT)
    if not is_first_day(month) or month > first_of_month(tehran_date(now)):
        raise InvalidInput(_("There is no report of a month that has not begun."), field="month", code="month")
    return jobs.request(kind=KIND, key=key_of(month), payload={"month": month.isoformat()}, by=by, now=now)


def key_of(month: date) -> str:
    """Key of the job of one month, such as 1405-08."""
    jalali = JalaliDate.from_date(month)
    return f"{jalali.year}-{jalali.month:02}"


def ask_for_due(*, now: datetime) -> list[Job]:
    """Ask for the report of every month that is over and has none, from the first report on; before it, of the last month.

    What was missed while nobody worked is made up here; asking twice is asking once.
    """
    last = month_numbered(month_number(first_of_month(tehran_date(now))) - 1)
    made = set(MonthlyReport.objects.values_list("month", flat=True))
    due = [month for month in months_between(min(made, default=last), last) if month not in made]
    return [ask(month=month, by=None, now=now) for month in due]


def make(context: JobContext) -> MonthlyReport:
    """Do the job: freeze the figures, set paper and slides, then keep them and end the job in one transaction.

    Typesetting happens before that transaction; a try that dies leaves only files nothing refers to.
    """
    month = date.fromisoformat(context.payload["month"])
    context.progress(0, STEPS, _("reading the figures"))
    data = content(month, context.now)
    made = _set(data, _next_version(month), context)
    with transaction.atomic():
        report = keep(month=month, data=data, made=made, by=context.by, now=context.now)
        context.complete({"url": report.get_absolute_url(), "label": str(_("Open the report")), "report": report.pk})
        _tell(report, now=context.now)
    return report


def _set(data: dict[str, Any], version: int, context: JobContext) -> list[Made]:
    shown = public(data)
    made: list[Made] = []
    orders = (
        (ReportFileKind.PAPER, data, _("setting the report")),
        (ReportFileKind.PUBLIC, shown, _("setting the public report")),
    )
    for step, (kind, figures, note) in enumerate(orders, start=1):
        context.progress(step, STEPS, note)
        filled = paper.paper(figures, version=version, is_public=kind == ReportFileKind.PUBLIC)
        stored = _store(pdf.render(PAPER, filled), f"report-{kind.lower()}.pdf", "pdf", context.now)
        made.append((kind, 0, "", stored))
    context.progress(3, STEPS, _("drawing the slides"))
    pages = pdf.pictures(SLIDES, slides.slides(data), ppi=SLIDE_PPI, seconds=90)
    for place, (title, page) in enumerate(zip(slides.titles(data), pages, strict=True), start=1):
        context.check()
        stored = _store(page, f"slide-{place:02}.png", "image", context.now)
        made.append((ReportFileKind.SLIDE, place, title, stored))
    context.progress(4, STEPS, _("keeping the report"))
    return made


def _store(made: bytes, name: str, kind: str, now: datetime) -> StoredFile:
    return intake.store(ContentFile(made, name=name), by=None, now=now, kinds=(kind,))


def _next_version(month: date) -> int:
    return MonthlyReport.objects.filter(month=month).count() + 1


def keep(*, month: date, data: dict[str, Any], made: Sequence[Made], by: Any | None, now: datetime) -> MonthlyReport:
    """Write the next version of a month with its files, in the caller's transaction."""
    _one_at_a_time(month)
    report = MonthlyReport.objects.create(
        month=month, version=_next_version(month), data=data, as_of=now, made_at=now, made_by=by
    )
    for kind, position, title, file in made:
        ReportFile.objects.create(report=report, kind=kind, position=position, title=title, file=file)
    record(action="dashboards.report.made", by=by, target=report, now=now, data={"month": key_of(month)})
    return report


def _one_at_a_time(month: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK_SPACE, month_number(month)])


def _tell(report: MonthlyReport, *, now: datetime) -> None:
    """Write to every subscriber who may still read it: a link, never the paper itself."""
    link = f"{settings.PUBLIC_URL}{report.get_absolute_url()}"
    for row in ReportSubscription.objects.select_related("user").order_by("pk"):
        if not row.user.has_perm(permissions.READ):
            continue
        with translation.override(getattr(row.user, "language", "") or settings.LANGUAGE_CODE):
            params = {"month": month_text(report.month), "link": link}
        messages.send(
            template=texts.READY.code, to=row.user, params=params, key=f"report:{report.pk}:{row.user_id}", now=now
        )


def publish(*, report_id: int, by: Any | None, now: datetime) -> MonthlyReport:
    """Let everybody open the public part of a report; that of another version of the month is taken back.

    Raises PermissionRefused, NotFound, WrongState.
    """
    permissions.require(by, permissions.PUBLISH_REPORT)
    with transaction.atomic():
        report = _locked(report_id)
        if report.is_published:
            raise WrongState(_("The public already sees this report."), code="published_already")
        for other in MonthlyReport.objects.select_for_update().filter(month=report.month, published_at__isnull=False):
            _show(other, None, by=by, now=now)
        return _show(report, now, by=by, now=now)


def take_back(*, report_id: int, by: Any | None, now: datetime) -> MonthlyReport:
    """Close the public part of a report again. Raises PermissionRefused, NotFound, WrongState."""
    permissions.require(by, permissions.PUBLISH_REPORT)
    with transaction.atomic():
        report = _locked(report_id)
        if not report.is_published:
            raise WrongState(_("The public does not see this report."), code="not_published")
        return _show(report, None, by=by, now=now)


def _locked(report_id: int) -> MonthlyReport:
    report = MonthlyReport.objects.select_for_update().filter(pk=report_id).first()
    if report is None:
        raise NotFound()
    return report


def _show(report: MonthlyReport, at: datetime | None, *, by: Any, now: datetime) -> MonthlyReport:
    report.published_at, report.published_by = at, by if at else None
    report.save(update_fields=["published_at", "published_by"])
    action = "dashboards.report.published" if at else "dashboards.report.taken_back"
    record(action=action, by=by, target=report, now=now)
    return report


def subscribe(*, user: User, now: datetime) -> ReportSubscription:
    """Tell this person of every new report; asking twice is asking once. Raises PermissionRefused."""
    permissions.require(user, permissions.READ)
    with transaction.atomic():
        return ReportSubscription.objects.get_or_create(user=user, defaults={"since": now})[0]


def unsubscribe(*, user: User) -> None:
    """No longer tell this person."""
    with transaction.atomic():
        ReportSubscription.objects.filter(user=user).delete()


def bundle(report: MonthlyReport) -> bytes:
    """The slides as a ZIP (bytes), in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        rows = report.files.filter(kind=ReportFileKind.SLIDE).select_related("file").order_by("position")
        for row in rows:
            with open_unlogged(row.file) as page:
                # The day of the report, so that the same slides are the same bytes.
                name = zipfile.ZipInfo(f"{key_of(report.month)}-{row.position:02}.jpg", _day(report.made_at))
                archive.writestr(name, page.read())
    return stream.getvalue()


def _day(at: datetime) -> tuple[int, int, int, int, int, int]:
    return at.year, at.month, at.day, at.hour, at.minute, at.second
