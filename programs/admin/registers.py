"""Money, risks, issues, decisions, facts, papers and photos of programmes at the staff desk."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.transitions import Table
from programs.admin.base import OfProgramme, RemovalPage, ServiceForm
from programs.models import (
    BudgetLine,
    Decision,
    Issue,
    ProgrammeDocument,
    ProgrammeFact,
    ProgrammePhoto,
    Risk,
)
from programs.services import budget, facts, photos, registers
from programs.workflow import ISSUE, RISK

MOVES = {
    "occur": _("It has happened"),
    "close": _("It is no risk any more"),
    "solve": _("It is solved"),
    "reopen": _("It is open again"),
}


class MovingForm(ServiceForm):
    """A form that can also move the row along its table; the step is left empty to leave the state as it is."""

    table: ClassVar[Table]
    step = forms.ChoiceField(label=_("step"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk is None:
            del self.fields["step"]
            return
        arrows = self.table.possible(self.instance.status)
        field = cast(forms.ChoiceField, self.fields["step"])
        field.choices = [("", _("leave the state as it is")), *((arrow.name, MOVES[arrow.name]) for arrow in arrows)]


class RiskForm(MovingForm):
    """A risk."""

    table = RISK

    class Meta:
        model = Risk
        fields = ["programme", "name", "likelihood", "impact", "response", "owner", "due_on"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Risk:
        written = self.only(registers.RISK_FIELDS)
        if self.instance.pk is None:
            return registers.add_risk(programme_id=values["programme"].pk, values=written, by=by, now=now)
        risk = registers.change_risk(risk_id=self.instance.pk, values=written, by=by, now=now)
        step = values.get("step")
        return registers.move_risk(risk_id=risk.pk, move=step, by=by, now=now) if step else risk


@admin.register(Risk)
class RiskAdmin(OfProgramme):
    """What may go wrong."""

    form = RiskForm
    only_later = frozenset({"step"})
    list_display = ("name", "programme", "likelihood", "impact", "due_on", "status")
    list_filter = ("status", "programme")


class IssueForm(MovingForm):
    """An issue."""

    table = ISSUE

    class Meta:
        model = Issue
        fields = ["programme", "name", "response", "raised_on", "owner", "due_on"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Issue:
        written = self.only(registers.ISSUE_FIELDS)
        if self.instance.pk is None:
            return registers.add_issue(programme_id=values["programme"].pk, values=written, by=by, now=now)
        issue = registers.change_issue(issue_id=self.instance.pk, values=written, by=by, now=now)
        step = values.get("step")
        return registers.move_issue(issue_id=issue.pk, move=step, by=by, now=now) if step else issue


@admin.register(Issue)
class IssueAdmin(OfProgramme):
    """What hinders."""

    form = IssueForm
    only_later = frozenset({"step"})
    list_display = ("name", "programme", "raised_on", "due_on", "status")
    list_filter = ("status", "programme")


class DecisionForm(ServiceForm):
    """A decision."""

    class Meta:
        model = Decision
        fields = ["programme", "taken_on", "body", "text", "decided_by", "follow_up", "is_public"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Decision:
        written = self.only(registers.DECISION_FIELDS)
        if self.instance.pk is None:
            return registers.add_decision(programme_id=values["programme"].pk, values=written, by=by, now=now)
        return registers.change_decision(decision_id=self.instance.pk, values=written, by=by, now=now)


@admin.register(Decision)
class DecisionAdmin(OfProgramme):
    """What was decided."""

    form = DecisionForm
    list_display = ("taken_on", "programme", "body", "text", "is_public")


class FactForm(ServiceForm):
    """What a dated source says."""

    class Meta:
        model = ProgrammeFact
        fields = ["programme", "text", "as_of", "precision", "is_approximate", "source", "position"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ProgrammeFact:
        written = self.only(facts.FIELDS)
        if self.instance.pk is None:
            return facts.add_fact(programme_id=values["programme"].pk, values=written, by=by, now=now)
        return facts.change_fact(fact_id=self.instance.pk, values=written, by=by, now=now)


class RemoveFact(RemovalPage):
    """Takes back a fact that was wrong."""

    def remove(self, reason: str, by: Any) -> None:
        facts.remove_fact(fact_id=self.row.pk, reason=reason, by=by, now=self.now)


@admin.register(ProgrammeFact)
class FactAdmin(OfProgramme):
    """What dated sources say."""

    form = FactForm
    removal = RemoveFact
    list_display = ("text", "programme", "as_of", "source")


class BudgetForm(ServiceForm):
    """A budget line."""

    class Meta:
        model = BudgetLine
        fields = ["programme", "activity", "name", "source_of_funds", "year", "approved", "is_public"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> BudgetLine:
        written = self.only(budget.FIELDS)
        if self.instance.pk is None:
            return budget.add_line(programme_id=values["programme"].pk, values=written, by=by, now=now)
        return budget.change_line(line_id=self.instance.pk, values=written, by=by, now=now)


class RemoveLine(RemovalPage):
    """Takes back a line without readings."""

    def remove(self, reason: str, by: Any) -> None:
        budget.remove_line(line_id=self.row.pk, reason=reason, by=by, now=self.now)


@admin.register(BudgetLine)
class BudgetLineAdmin(OfProgramme):
    """Money approved."""

    form = BudgetForm
    removal = RemoveLine
    list_display = ("name", "programme", "activity", "source_of_funds", "year", "approved", "is_public")
    list_filter = ("year", "source_of_funds", "programme")
    list_select_related = ("programme", "activity")


class PhotoForm(ServiceForm):
    """A photo; the file is handed in once."""

    upload = forms.FileField(label=_("photo"))

    class Meta:
        model = ProgrammePhoto
        fields = ["programme", "stage", "caption", "taken_on", "pair_key", "is_public", "is_illustrative", "position"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk is not None:
            del self.fields["upload"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ProgrammePhoto:
        written = self.only(photos.PHOTO_FIELDS)
        if self.instance.pk is None:
            owner, upload = values["programme"].pk, values["upload"]
            return photos.add_photo(programme_id=owner, upload=upload, values=written, by=by, now=now)
        return photos.change_photo(photo_id=self.instance.pk, values=written, by=by, now=now)


class RemovePhoto(RemovalPage):
    """Takes a photo off the programme's page."""

    def remove(self, reason: str, by: Any) -> None:
        photos.remove_photo(photo_id=self.row.pk, reason=reason, by=by, now=self.now)


@admin.register(ProgrammePhoto)
class PhotoAdmin(OfProgramme):
    """Photos before, during and after the work."""

    form = PhotoForm
    only_when_new = frozenset({"upload"})
    removal = RemovePhoto
    list_display = ("caption", "programme", "stage", "taken_on", "pair_key", "is_public")
    list_filter = ("stage", "programme")


class DocumentForm(ServiceForm):
    """A paper; the file is handed in once."""

    upload = forms.FileField(label=_("file"))

    class Meta:
        model = ProgrammeDocument
        fields = ["programme", "title", "dated_on", "is_public", "position"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk is not None:
            del self.fields["upload"]

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ProgrammeDocument:
        written = self.only(photos.DOCUMENT_FIELDS)
        if self.instance.pk is None:
            owner, upload = values["programme"].pk, values["upload"]
            return photos.add_document(programme_id=owner, upload=upload, values=written, by=by, now=now)
        return photos.change_document(document_id=self.instance.pk, values=written, by=by, now=now)


class RemoveDocument(RemovalPage):
    """Takes a paper off the programme."""

    def remove(self, reason: str, by: Any) -> None:
        photos.remove_document(document_id=self.row.pk, reason=reason, by=by, now=self.now)


@admin.register(ProgrammeDocument)
class DocumentAdmin(OfProgramme):
    """Papers of programmes."""

    form = DocumentForm
    only_when_new = frozenset({"upload"})
    removal = RemoveDocument
    list_display = ("title", "programme", "dated_on", "is_public")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("file")
