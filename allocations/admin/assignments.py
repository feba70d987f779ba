"""Scoring at the staff desk: a scorer's own list and sheet; the committee sees how far the scoring is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.choices import Role
from allocations.admin.answers import answers_of
from allocations.admin.base import ReadOnlyAdmin, estates_for
from allocations.admin.pages import ActionPage
from allocations.choices import AssignmentStatus
from allocations.models import ScorerAssignment
from allocations.selectors.scoring import ScoringSheet, scoring_sheet
from allocations.services import conflicts, scoring
from core.fields.forms import PersianDecimalField, PersianTextField
from core.templatetags.persian import ltr
from core.web.components.page import status_tag
from core.web.desk_pages import RowPage, list_url
from core.wording import points_text

OVERSEERS = frozenset({Role.COMMITTEE, Role.OFFICER, Role.AUDITOR})
"""Who sees the assignments of everybody (never the points)."""


class InterestForm(forms.Form):
    """The declaration before the first look."""

    has_conflict = forms.TypedChoiceField(
        label=gettext_lazy("Do you have an interest in this application?"),
        choices=[
            ("no", gettext_lazy("No: neither kinship nor business nor enmity binds me to the applicant")),
            ("yes", gettext_lazy("Yes: it shall go to another scorer")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reason = PersianTextField(
        label=gettext_lazy("What the interest is"), required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )


class PointsForm(forms.Form):
    """Points and a note for each judged criterion; fields `points_<id>` and `note_<id>`."""

    def __init__(self, data: Any, *, sheet: ScoringSheet) -> None:
        super().__init__(data)
        self.sheet = sheet
        for one in sheet.criteria:
            self.fields[f"points_{one.pk}"] = PersianDecimalField(
                label=_("%(criterion)s (0 to %(most)s)") % {"criterion": one.name, "most": points_text(one.maximum)},
                help_text=one.help,
                min_value=0,
                max_value=one.maximum // 100 if one.maximum % 100 == 0 else None,
                decimal_places=2,
            )
            self.fields[f"note_{one.pk}"] = PersianTextField(
                label=_("Note on %(criterion)s") % {"criterion": one.name},
                required=False,
                max_length=500,
                widget=forms.Textarea({"rows": 2}),
            )

    def points(self) -> dict[int, int]:
        """Hundredths by criterion id."""
        return {one.pk: int(self.cleaned_data[f"points_{one.pk}"] * 100) for one in self.sheet.criteria}

    def notes(self) -> dict[int, str]:
        """Notes by criterion id."""
        return {one.pk: self.cleaned_data[f"note_{one.pk}"] for one in self.sheet.criteria}


class SheetPage(RowPage):
    """A scorer's sheet: the declaration first, then the application and the points."""

    template_name = "admin/allocations/scoring/sheet.html"

    def may_open(self) -> bool:
        """Whoever finds it in the table; the sheet itself is its scorer's alone."""
        return bool(self.row)

    @cached_property
    def sheet(self) -> ScoringSheet:
        """What this scorer may see of it now; NotFound for somebody else's."""
        return scoring_sheet(self.row.pk, self.request.user)

    def page_title(self) -> str:
        return _("Score an application")

    def back_url(self) -> str:
        return list_url(ScorerAssignment)

    def context(self) -> dict[str, Any]:
        sheet = self.sheet
        shown = self.request.GET.get("paper", "")
        is_open = sheet.assignment.status == AssignmentStatus.ASSIGNED
        given = [
            (one, sheet.points[one.pk], sheet.notes.get(one.pk, "")) for one in sheet.criteria if one.pk in sheet.points
        ]
        return {
            "sheet": sheet,
            "answers": answers_of(sheet.application) if sheet.application is not None else [],
            "is_open": is_open,
            "interest_form": InterestForm(),
            "points_form": PointsForm(None, sheet=sheet),
            "given": given,
            "shown": next((paper for paper in sheet.papers if str(paper.pk) == shown), None),
        }


class OwnAct(ActionPage):
    """An act on the scorer's own assignment; its form stands on the sheet."""

    template_name = "admin/allocations/scoring/act.html"

    def may_open(self) -> bool:
        """Whoever finds it in the table; the sheet itself is its scorer's alone."""
        return bool(self.row)

    @cached_property
    def sheet(self) -> ScoringSheet:
        """NotFound for somebody else's."""
        return scoring_sheet(self.row.pk, self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form stands on the sheet."""
        return redirect(self.back_url())

    def context(self) -> dict[str, Any]:
        return {"sheet": self.sheet, "lead": self.sheet.applicant_name}


class InterestPage(OwnAct):
    """Declare."""

    title = gettext_lazy("Conflict of interest")
    form_class = InterestForm
    confirm_label = gettext_lazy("Declare")

    def perform(self, form: Any) -> str:
        self.declared = conflicts.declare(
            assignment_id=self.row.pk, by=self.request.user, now=self.now, **form.cleaned_data
        )
        if self.declared.has_conflict:
            return _("Thank you. The application goes to another scorer.")
        return _("Declared. You can score now.")

    def success_url(self) -> str:
        return list_url(ScorerAssignment) if self.declared.has_conflict else self.back_url()


class PointsPage(OwnAct):
    """Hand the points in."""

    title = gettext_lazy("Score an application")
    confirm_label = gettext_lazy("Hand the points in")

    def make_form(self, data: Any) -> PointsForm:
        return PointsForm(data, sheet=self.sheet)

    def perform(self, form: Any) -> str:
        scoring.score(
            assignment_id=self.row.pk, points=form.points(), notes=form.notes(), by=self.request.user, now=self.now
        )
        return _("Your points are handed in.")

    def success_url(self) -> str:
        rows = ScorerAssignment.objects.filter(scorer_id=self.request.user.pk, status=AssignmentStatus.ASSIGNED)
        following = rows.order_by("assigned_at", "pk").first()
        return list_url(ScorerAssignment) if following is None else f"../../{following.pk}/change/"


@admin.register(ScorerAssignment)
class ScorerAssignmentAdmin(ReadOnlyAdmin):
    """Scorers see their own; committee, officers and auditors see whose turn it is, and no points."""

    roles = OVERSEERS | {Role.SCORER}
    estate_path = "application__call__estate__slug"
    list_display = ("track", "trade", "call", "state", "assigned_at", "scored_at")
    list_filter = ("status", ("application__call", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("application__call", "application__trade", "scorer")
    ordering = ("status", "assigned_at", "pk")
    fields = ("application", "scorer", "round", "status", "assigned_at", "assigned_by", "scored_at", "ended_reason")
    pages = [
        ("<int:pk>/interest/", InterestPage, "scorerassignment_interest"),
        ("<int:pk>/points/", PointsPage, "scorerassignment_points"),
    ]

    def oversees(self, request: HttpRequest) -> bool:
        """Whether the person sees the assignments of others."""
        return estates_for(request.user, OVERSEERS) != []

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Those of the overseer's estates, and the scorer's own wherever they are."""
        rows = super().get_queryset(request)
        if self.oversees(request):
            return rows
        return rows.filter(scorer_id=request.user.pk)

    def get_list_display(self, request: HttpRequest) -> Any:
        """Overseers see who scores and in which round."""
        shown = super().get_list_display(request)
        return [*shown, "scorer", "which"] if self.oversees(request) else shown

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Overseers look for third rounds."""
        shown = tuple(super().get_list_filter(request))
        return (*shown, "round") if self.oversees(request) else shown

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """The sheet for its scorer, the bare facts for everybody else."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        row = self.get_object(request, object_id)
        shown = (AssignmentStatus.ASSIGNED, AssignmentStatus.SCORED)
        if row is not None and row.scorer_id == request.user.pk and row.status in shown:
            return SheetPage.as_view(model_admin=self)(request, pk=row.pk)
        return super().change_view(request, object_id, form_url, extra_context)

    @admin.display(description=gettext_lazy("application"), ordering="application__tracking_code")
    def track(self, row: ScorerAssignment) -> SafeString:
        """Left to right, without a name."""
        return ltr(row.application.tracking_code)

    @admin.display(description=gettext_lazy("trade"))
    def trade(self, row: ScorerAssignment) -> str:
        """The craft."""
        return str(row.application.trade or "")

    @admin.display(description=gettext_lazy("call"))
    def call(self, row: ScorerAssignment) -> str:
        """Title of the call."""
        return row.application.call.title

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def state(self, row: ScorerAssignment) -> str:
        """As a tag."""
        return status_tag(row.status, row.get_status_display(), tone="ok" if row.status == "SCORED" else "info")

    @admin.display(description=gettext_lazy("round"), ordering="round")
    def which(self, row: ScorerAssignment) -> str:
        """The third one is told apart."""
        return _("third scorer") if row.round == 3 else str(row.round)
