"""Writing the questions of a draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from clinic.instruments.choices import HIGHEST, LOWEST, MOST_QUESTIONS, MOST_WEIGHT, VersionStatus
from clinic.instruments.models import InstrumentVersion, Question
from clinic.instruments.permissions import READ, WRITE
from clinic.instruments.services import questions
from core import clock
from core.fields.forms import PersianCharField, PersianIntegerField, PersianTextField
from core.web.desk import ServiceAdmin, ServiceForm
from core.web.desk_pages import change_url
from core.wording import number_text

VALUES = range(LOWEST, HIGHEST + 1)


def _anchor(value: int) -> str:
    return f"anchor_{value}"


class QuestionForm(ServiceForm):
    """One question with what the values of its scale mean."""

    position = PersianIntegerField(
        label=_("position"), min_value=1, max_value=MOST_QUESTIONS, required=False,
        help_text=_("Empty: at the end."),
    )  # fmt: skip
    weight = PersianIntegerField(label=_("weight"), min_value=1, max_value=MOST_WEIGHT, initial=1)
    text = PersianTextField(label=_("question"), max_length=500, widget=forms.Textarea({"rows": 2}))
    help = PersianTextField(label=_("help"), max_length=1000, required=False, widget=forms.Textarea({"rows": 2}))
    anchor_0 = PersianCharField(label="0", max_length=questions.ANCHOR_LENGTH, required=False)
    anchor_1 = PersianCharField(label="1", max_length=questions.ANCHOR_LENGTH, required=False)
    anchor_2 = PersianCharField(label="2", max_length=questions.ANCHOR_LENGTH, required=False)
    anchor_3 = PersianCharField(label="3", max_length=questions.ANCHOR_LENGTH, required=False)
    anchor_4 = PersianCharField(label="4", max_length=questions.ANCHOR_LENGTH, required=False)
    anchor_5 = PersianCharField(label="5", max_length=questions.ANCHOR_LENGTH, required=False)

    class Meta:
        model = Question
        fields = [
            "version",
            "position",
            "dimension",
            "kind",
            "text",
            "help",
            "weight",
            "required",
            "yes_is_good",
            "unit",
        ]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for value in VALUES:
            if _anchor(value) in self.fields:
                label = _("Value %(value)s means") % {"value": number_text(value)}
                self.fields[_anchor(value)].label = label
                self.initial.setdefault(_anchor(value), self.instance.anchors.get(str(value), ""))
        if "version" in self.fields:
            drafts = InstrumentVersion.objects.filter(status=VersionStatus.DRAFT).select_related("instrument")
            self.fields["version"].queryset = drafts  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The service makes the row and checks it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Question:
        facts = {name: values[name] for name in questions.FACTS if name in values}
        facts["anchors"] = {str(value): values.get(_anchor(value)) or "" for value in VALUES}
        common: dict[str, Any] = {"values": facts, "position": values.get("position"), "by": by, "now": now}
        if self.instance.pk is None:
            return questions.add(version_id=values["version"].pk, **common)
        return questions.change(question_id=self.instance.pk, **common)


@admin.register(Question)
class QuestionAdmin(ServiceAdmin):
    """Questions; they are found from their version."""

    read_permission = READ
    permission = WRITE
    form = QuestionForm
    list_display = ("text", "version", "dimension", "kind", "weight")
    list_filter = ("kind", "dimension", ("version__instrument", admin.RelatedOnlyFieldListFilter))
    list_select_related = ("version__instrument",)
    ordering = ("version", "position")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The question, then what its values mean; those who only read see the stored words."""
        if obj is not None and not self.has_change_permission(request, obj):
            return [(None, {"fields": [*QuestionForm.Meta.fields, "anchors"]})]
        facts = [name for name in QuestionForm.Meta.fields if obj is None or name != "version"]
        anchors = {"fields": [_anchor(value) for value in VALUES], "description": _("For a scale; 0 and 5 are needed.")}
        return [(None, {"fields": facts}), (_("What the values mean"), anchors)]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only questions of drafts are written."""
        is_draft = obj is None or obj.version.status == VersionStatus.DRAFT
        return is_draft and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A question of a draft can be taken out; the service asks again."""
        return obj is not None and self.has_change_permission(request, obj)

    def delete_model(self, request: HttpRequest, obj: Question) -> None:
        """By the service."""
        questions.remove(question_id=obj.pk, by=request.user, now=clock.now())

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Back to the whole questionnaire."""
        if "_addanother" in request.POST or "_continue" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return redirect(change_url(obj.version))

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Back to the whole questionnaire."""
        if "_continue" in request.POST:
            return super().response_change(request, obj)
        return redirect(change_url(obj.version))
