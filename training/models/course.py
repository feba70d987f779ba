"""The course and its sessions."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.choices import County
from core.audit import audited
from core.fields.keys import SearchKeyField
from core.fields.models import PersianCharField, PersianTextField, RialField
from core.persian.calendar import start_of_day
from training.choices import Audience, CourseStatus
from training.models.guards import capacity_holds_the_seated
from training.querysets import CourseQuerySet

MOST_SEATS = 1000
BY_DATES = frozenset({CourseStatus.PUBLISHED, CourseStatus.RUNNING})
"""States that the dates decide; the stored value may lag behind and nobody relies on it."""

_UNANNOUNCED = Q(status__in=[CourseStatus.DRAFT, CourseStatus.CANCELLED])


class TsTzRange(Func):
    """The database's range of two moments; half open."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


@audited(exclude=["search_key"])
class Course(models.Model):
    """One course, held once. `minimum_attendance` is a percentage of its sessions, `exam_pass_mark` 0–100 (empty: no
    examination). Who stands behind it is a row of a later app, named by `owner_kind` ("clusters.cluster") and `owner_key`:
    this app stands below those and cannot point at them."""

    slug = models.SlugField(_("address"), max_length=60, unique=True, allow_unicode=False)
    name = PersianCharField(_("name"), max_length=160)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    summary = PersianTextField(_("what is taught"), blank=True)
    audience = models.CharField(
        pgettext_lazy("course", "for whom"), max_length=16, choices=Audience, default=Audience.PUBLIC
    )
    host = PersianCharField(_("held by"), max_length=160)
    owner_kind = models.CharField(_("kind of owner"), max_length=60, blank=True)
    owner_key = models.CharField(_("owner"), max_length=60, blank=True)
    instructor = PersianCharField(_("teacher"), max_length=120)
    place = PersianCharField(pgettext_lazy("course", "place"), max_length=200)
    county = models.CharField(_("county"), max_length=40, choices=County.choices)
    capacity = models.PositiveSmallIntegerField(
        _("seats"), validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    fee = RialField(_("fee (rials)"), default=0)
    registration_opens_at = models.DateTimeField(_("registration from"), null=True, blank=True)
    registration_closes_at = models.DateTimeField(_("registration until"), null=True, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    minimum_attendance = models.PositiveSmallIntegerField(
        _("attendance needed (%)"), default=80, validators=[MaxValueValidator(100)]
    )
    exam_pass_mark = models.PositiveSmallIntegerField(
        _("marks needed in the examination"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Out of 100. Leave empty when there is no examination."),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=CourseStatus, default=CourseStatus.DRAFT, editable=False, db_index=True
    )
    published_at = models.DateTimeField(_("announced"), null=True, editable=False)
    closed_at = models.DateTimeField(_("results settled"), null=True, editable=False)
    cancelled_reason = PersianTextField(_("why it was cancelled"), blank=True, editable=False)
    is_illustrative = models.BooleanField(_("illustrative"), default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("entered at"), editable=False)
    updated_at = models.DateTimeField(_("changed at"), editable=False)

    search_key = SearchKeyField(_("search key"), sources=["name", "name_en", "place", "host"])

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["-starts_on", "-id"]
        indexes = [
            models.Index(fields=["owner_kind", "owner_key"], name="course_by_owner", condition=~Q(owner_kind=""))
        ]
        constraints = [
            models.CheckConstraint(name="course_status_known", condition=Q(status__in=CourseStatus.values)),
            models.CheckConstraint(name="course_audience_known", condition=Q(audience__in=Audience.values)),
            models.CheckConstraint(name="course_county_known", condition=Q(county__in=County.values)),
            models.CheckConstraint(name="course_has_seats", condition=Q(capacity__gte=1, capacity__lte=MOST_SEATS)),
            models.CheckConstraint(name="course_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(
                name="course_registration_in_order",
                condition=Q(registration_opens_at__lt=F("registration_closes_at")),
            ),
            models.CheckConstraint(name="course_attendance_percent", condition=Q(minimum_attendance__lte=100)),
            models.CheckConstraint(
                name="course_pass_mark_to_100",
                condition=Q(exam_pass_mark__isnull=True) | Q(exam_pass_mark__gte=1, exam_pass_mark__lte=100),
            ),
            models.CheckConstraint(
                name="course_owner_whole",
                condition=Q(owner_kind="", owner_key="") | (~Q(owner_kind="") & ~Q(owner_key="")),
            ),
            models.CheckConstraint(
                name="course_announced_is_complete",
                condition=_UNANNOUNCED
                | Q(
                    registration_opens_at__isnull=False,
                    registration_closes_at__isnull=False,
                    published_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="course_cancelled_with_reason",
                condition=~Q(status=CourseStatus.CANCELLED) | ~Q(cancelled_reason=""),
            ),
            models.CheckConstraint(
                name="course_closed_has_time",
                condition=Q(status=CourseStatus.CLOSED, closed_at__isnull=False)
                | (~Q(status=CourseStatus.CLOSED) & Q(closed_at__isnull=True)),
            ),
            # /courses/mine/ is a page of its own.
            models.CheckConstraint(name="course_address_is_free", condition=~Q(slug="mine")),
        ]
        triggers = [capacity_holds_the_seated()]

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the language of the page."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def has_exam(self) -> bool:
        """Whether passing needs an examination."""
        return self.exam_pass_mark is not None

    @property
    def is_public(self) -> bool:
        """Whether everybody may see the course: all that were announced, the cancelled ones too."""
        return self.published_at is not None

    def phase_at(self, now: datetime) -> CourseStatus:
        """The state at the moment `now`: by the dates while they decide, the stored status otherwise.

        A course begins with its first day and is over when its last day is over, in Tehran.
        """
        status = CourseStatus(self.status)
        if status not in BY_DATES:
            return status
        if now >= start_of_day(self.ends_on + timedelta(days=1)):
            return CourseStatus.FINISHED
        return CourseStatus.RUNNING if now >= start_of_day(self.starts_on) else CourseStatus.PUBLISHED

    def takes_registrations_at(self, now: datetime) -> bool:
        """Whether people may register at the moment `now`: the term is half open, and the course has not begun."""
        opens, closes = self.registration_opens_at, self.registration_closes_at
        if opens is None or closes is None or self.phase_at(now) is not CourseStatus.PUBLISHED:
            return False
        return opens <= now < closes


@audited(exclude=["room_key", "instructor_key"])
class Session(models.Model):
    """One meeting of a course. While its course is not cancelled (`is_live`), no other meets in its room or has its teacher at that
    time."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("course"))
    position = models.PositiveSmallIntegerField(_("number"))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    topic = PersianCharField(_("topic"), max_length=200)
    place = PersianCharField(pgettext_lazy("course", "place"), max_length=200)
    room = PersianCharField(_("room"), max_length=80, blank=True)
    instructor = PersianCharField(_("teacher"), max_length=120)
    is_live = models.BooleanField(_("takes place"), default=True, editable=False)

    room_key = SearchKeyField(_("key of the room"), sources=["place", "room"])
    instructor_key = SearchKeyField(_("key of the teacher"), sources=["instructor"])

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["course", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "position"], name="session_number_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="session_number_from_one", condition=Q(position__gte=1)),
            models.CheckConstraint(name="session_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="session_within_a_day", condition=Q(ends_at__lte=F("starts_at") + timedelta(hours=16))
            ),
            ExclusionConstraint(
                name="session_room_is_free",
                expressions=[
                    (TsTzRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                    ("room_key", RangeOperators.EQUAL),
                ],
                condition=Q(is_live=True) & ~Q(room=""),
            ),
            ExclusionConstraint(
                name="session_teacher_is_free",
                expressions=[
                    (TsTzRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                    ("instructor_key", RangeOperators.EQUAL),
                ],
                condition=Q(is_live=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course_id}/{self.position} {self.topic}"

    @property
    def hours(self) -> float:
        """Length in hours."""
        return (self.ends_at - self.starts_at).total_seconds() / 3600
