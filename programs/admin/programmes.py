"""Programmes at the staff desk: what can be done now, the plan, the registers, and the facts of the programme itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.web.desk_pages import desk_path
from estates.models import Estate
from programs import permissions, policies
from programs.admin import acts, plan_pages
from programs.admin.base import ProgrammeDesk, ServiceForm
from programs.models import Programme
from programs.selectors import desk
from programs.services import programmes
from programs.workflow import PROGRAMME

NAMES: dict[str, str | Promise] = {
    "activate": _("Set the programme going"),
    "suspend": _("Let it rest"),
    "resume": _("Go on with it"),
    "complete": _("Say that all of it is done"),
    "stop": _("Give it up"),
}
PARTS = (
    ("programmefact", _("Facts")),
    ("budgetline", _("Budget lines")),
    ("indicator", _("Indicators")),
    ("risk", _("Risks")),
    ("issue", _("Issues")),
    ("decision", _("Decisions")),
    ("programmephoto", _("Photos")),
    ("programmedocument", _("Documents")),
)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that can be done with a programme now."""

    label: str
    url: str
    is_danger: bool = False


class ProgrammeForm(ServiceForm):
    """Facts of a programme and the estates it is about."""

    estates = forms.ModelMultipleChoiceField(label=_("estates"), queryset=Estate.objects.all(), required=False)

    class Meta:
        model = Programme
        fields = [
            "slug", "group", "name", "name_en", "purpose", "year", "starts_on", "ends_on", "owner", "position", "is_public",
            "is_illustrative", "source", "source_date",
        ]  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk is not None:
            self.fields["estates"].initial = [link.estate_id for link in self.instance.estate_links.all()]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Programme:
        written = self.only(programmes.FIELDS)
        if self.instance.pk is None:
            programme = programmes.create(slug=values["slug"], values=written, by=by, now=now)
        else:
            programme = programmes.change(programme_id=self.instance.pk, values=written, by=by, now=now)
        self._link(programme, {estate.pk for estate in values.get("estates", ())}, by, now)
        return programme

    def _link(self, programme: Programme, wanted: set[int], by: Any, now: Any) -> None:
        linked = {link.estate_id for link in programme.estate_links.all()}
        for estate_id in sorted(wanted - linked):
            programmes.link_estate(programme_id=programme.pk, estate_id=estate_id, by=by, now=now)
        for estate_id in sorted(linked - wanted):
            programmes.unlink_estate(programme_id=programme.pk, estate_id=estate_id, by=by, now=now)


@admin.register(Programme)
class ProgrammeAdmin(ProgrammeDesk):
    """Programmes; the plan has pages of its own."""

    form = ProgrammeForm
    list_display = ("name", "group", "year", "owner", "status", "is_public")
    list_filter = ("group", "year", "status")
    list_select_related = ("owner",)
    search_fields = ("name", "name_en", "slug")
    change_form_template = "admin/programs/programme/change_form.html"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not when the programme is over."""
        is_open = obj is None or obj.status not in policies.OVER
        return is_open and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The address stays what it is."""
        return ["slug"] if obj else []

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Estates cannot be drawn from the row where nothing can be changed."""
        if obj is None or self.has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        return [(None, {"fields": [self._jalali_names.get(name, name) for name in ProgrammeForm.Meta.fields]})]

    def get_urls(self) -> list[URLPattern]:
        """With the pages of the plan and of the programme's life."""
        pages = [
            desk_path(self, plan_pages.ActivitiesPage, "activities"),
            desk_path(self, plan_pages.MonthsPage, "months"),
            desk_path(self, acts.ApprovePage, "approve"),
            desk_path(self, acts.RollOverPage, "rollover"),
            *(desk_path(self, page, name, title=NAMES[name]) for name, page in acts.MOVES.items()),
        ]
        return [*pages, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The programme with what can be done now, its plan and its registers."""
        programme = self.get_object(request, object_id) if self.has_view_permission(request) else None
        context = dict(extra_context or {})
        if programme is not None:
            context |= {
                "plan": desk.plan_of(programme),
                "steps": list(self._steps(request, programme)),
                "parts": self._parts(programme),
                "may_plan": self.has_change_permission(request, programme),
            }
        return super().change_view(request, object_id, form_url, context)

    def _steps(self, request: HttpRequest, programme: Programme) -> Any:
        """What this person may do with the programme in its state."""
        for arrow in PROGRAMME.possible(programme.status):
            if request.user.has_perm(arrow.permission, programme):
                yield Step(str(NAMES[arrow.name]), self._page(arrow.name, programme), arrow.name == "stop")
        waiting = desk.waiting_baseline(programme)
        if waiting is not None and request.user.has_perm(permissions.APPROVE_BASELINE, waiting):
            yield Step(str(acts.ApprovePage.title), self._page("approve", programme))
        if desk.can_roll_over(programme) and request.user.has_perm(permissions.CHANGE, programme):
            yield Step(str(acts.RollOverPage.title), self._page("rollover", programme))

    def _page(self, name: str, programme: Programme) -> str:
        return reverse(f"admin:programs_programme_{name}", args=[programme.pk])

    def _parts(self, programme: Programme) -> list[dict[str, Any]]:
        counts = desk.counts_of(programme)
        return [
            {
                "label": label,
                "count": counts[model],
                "url": reverse(f"admin:programs_{model}_changelist") + f"?programme__id__exact={programme.pk}",
                "add_url": reverse(f"admin:programs_{model}_add") + f"?programme={programme.pk}",
            }
            for model, label in PARTS
        ]
