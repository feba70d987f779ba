"""Writing courses and their sessions; announcing, attendance and results have pages of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from core import clock
from core.fields.forms import PersianIntegerField
from core.web.components.page import status_tag
from core.web.desk import FoundByKey, ServiceAdmin, ServiceForm
from training.models import Course, Session
from training.services import courses, sessions

READ = "training.view_course"
WRITE = "training.change_course"


class CourseForm(ServiceForm):
    """Facts of a course."""

    capacity = PersianIntegerField(label=_("seats"), min_value=1, max_value=1000)

    class Meta:
        model = Course
        fields = [
            "slug", "name", "name_en", "summary", "audience", "host", "instructor", "place", "county", "capacity", "fee",
            "registration_opens_at", "registration_closes_at", "starts_on", "ends_on", "minimum_attendance",
            "exam_pass_mark",
        ]  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "fee" in self.fields:
            self.fields["fee"].required = False

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Course:
        slug = values.pop("slug", "")
        values["fee"] = values.get("fee") or 0
        if self.instance.pk is None:
            return courses.create(slug=slug, values=values, by=by, now=now)
        return courses.change(course_id=self.instance.pk, values=values, by=by, now=now)


class SessionForm(ServiceForm):
    """One session. Place and teacher are those of the course when they are left empty."""

    class Meta:
        model = Session
        fields = ["course", "topic", "starts_at", "ends_at", "place", "room", "instructor"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("place", "instructor"):
            if name in self.fields:
                self.fields[name].required = False

    def _post_clean(self) -> None:
        """The service checks the row: place and teacher may come from the course."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Session:
        course = values.pop("course", None)
        if self.instance.pk is None:
            return sessions.add(course_id=course.pk, values=values, by=by, now=now)
        kept = {name: value for name, value in values.items() if value or name == "room"}
        return sessions.change(session_id=self.instance.pk, values=kept, by=by, now=now)


@admin.register(Course)
class CourseAdmin(FoundByKey, ServiceAdmin):
    """Courses."""

    read_permission = READ
    permission = WRITE
    form = CourseForm
    list_display = ("name", "state", "starts_on", "county", "desk")
    list_filter = ("status", "county", "audience")
    ordering = ("-starts_on", "-pk")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The address stays once the course is written."""
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]

    @admin.display(description=_("status"))
    def state(self, row: Course) -> str:
        """By the dates, as a tag."""
        phase = row.phase_at(clock.now())
        return status_tag(phase, str(phase.label))

    @admin.display(description=_("desk"))
    def desk(self, row: Course) -> SafeString:
        """Participants, attendance, examination, results."""
        return format_html(
            '<a href="{}">{}</a>', reverse("training:desk", args=[row.slug]), _("participants and sheets")
        )


@admin.register(Session)
class SessionAdmin(ServiceAdmin):
    """Sessions."""

    read_permission = READ
    permission = WRITE
    form = SessionForm
    list_display = ("course", "position", "topic", "starts_at", "ends_at", "room", "instructor")
    list_filter = (("course", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("course",)
    ordering = ("-starts_at",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A session stays with its course."""
        return [*super().get_readonly_fields(request, obj), *(["course"] if obj else [])]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A session nobody attended can be taken out; the service asks again."""
        return bool(request.user.has_perm(self.permission))

    def delete_model(self, request: HttpRequest, obj: Session) -> None:
        """By the service."""
        sessions.remove(session_id=obj.pk, by=request.user, now=clock.now())
