"""Steps of a call up to the end of its review, each on a page that says what will happen."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations.admin import bands
from allocations.admin.forms import ExtendForm, PublicReasonForm, QuestionForm
from allocations.admin.pages import ActionPage
from allocations.choices import ApplicationStatus, CallMode
from allocations.engine import EngineRefusal
from allocations.errors import NotReady
from allocations.models import Application, Call, CallQuestion
from allocations.services import calls, questions, scoring, terms
from allocations.wording import moment_text, number_text
from core.errors import WrongState
from core.web.desk_pages import RowPage, list_url


def rules_context(call: Call) -> dict[str, Any]:
    """The rules of a call as the public reads them. 6 queries."""
    criteria = list(call.criteria.all())
    return {
        "criteria": [
            {"row": one, "input": bands.input_label(one.rule), "bands": bands.rows_of(one.rule)} for one in criteria
        ],
        "weight_sum": sum(one.weight for one in criteria),
        "is_scored": call.mode == CallMode.SCORED,
        "ties": sorted((one for one in criteria if one.tie_break_rank), key=lambda one: one.tie_break_rank or 0),
        "groups": list(call.groups.all()),
        "trades": [str(one.trade) for one in call.trades.select_related("trade")],
        "papers": list(call.papers.select_related("group")),
        "plots": list(call.call_plots.select_related("plot", "reserved_for")),
        "licences": [
            str(label)
            for value, label in Call._meta.get_field("accepted_licences").base_field.choices  # type: ignore[union-attr]
            if value in call.accepted_licences
        ],
    }


class RulesPage(RowPage):
    """The rules as they stand, for reading."""

    template_name = "admin/allocations/call/rules.html"
    permission = "allocations.view_call"
    title = gettext_lazy("Rules of the call")

    def context(self) -> dict[str, Any]:
        return rules_context(self.row)


class PublishPage(ActionPage):
    """The rules as the public will see them, what gets locked, the SHA-256; then the button."""

    template_name = "admin/allocations/call/publish.html"
    permission = "allocations.publish_call"
    title = gettext_lazy("Publish the call")
    confirm_label = gettext_lazy("Publish and lock the rules")

    def context(self) -> dict[str, Any]:
        call = self.row
        obstacles = self.obstacles()
        try:
            made = None if obstacles else terms.build(call, announced_at=self.now.replace(microsecond=0))
        except EngineRefusal as refusal:
            made, obstacles = None, [str(refusal)]
        return {**rules_context(call), "terms": made, "obstacles": obstacles, "can_act": made is not None}

    def obstacles(self) -> list[str]:
        """What is still missing, from the service that publishes."""
        if self.row.status != "DRAFT":
            return [str(WrongState.default_message)]
        try:
            calls.refuse_unready(self.row, self.now)
        except NotReady as error:
            return [str(text) for texts in error.errors.values() for text in texts]
        return []

    def perform(self, form: Any) -> str:
        call = calls.publish(call_id=self.row.pk, by=self.request.user, now=self.now)
        return _("The call is published. SHA-256 of its rules: %(hash)s") % {"hash": call.rules_sha256}


class ExtendPage(ActionPage):
    """A later closing date."""

    template_name = "admin/allocations/call/extend.html"
    permission = "allocations.extend_call"
    title = gettext_lazy("Lengthen the term")
    form_class = ExtendForm
    confirm_label = gettext_lazy("Lengthen and announce")

    def context(self) -> dict[str, Any]:
        drafts = Application.objects.filter(call=self.row).exclude(status=ApplicationStatus.WITHDRAWN).count()
        return {"told": drafts}

    def perform(self, form: Any) -> str:
        row = calls.extend(call_id=self.row.pk, by=self.request.user, now=self.now, **form.cleaned_data)
        return _("The term ends on %(moment)s now.") % {"moment": moment_text(row.closes_at)}


class CancelPage(ActionPage):
    """The end of a call before its draw."""

    template_name = "admin/allocations/call/cancel.html"
    permission = "allocations.cancel_call"
    title = gettext_lazy("Cancel the call")
    form_class = PublicReasonForm
    confirm_label = gettext_lazy("Cancel the call for good")
    danger = True

    def context(self) -> dict[str, Any]:
        told = Application.objects.filter(call=self.row).exclude(status=ApplicationStatus.WITHDRAWN).count()
        return {"told": told, "plots_count": self.row.call_plots.count()}

    def perform(self, form: Any) -> str:
        calls.cancel(call_id=self.row.pk, by=self.request.user, now=self.now, **form.cleaned_data)
        return _("The call is cancelled.")


class ReviewedPage(ActionPage):
    """The end of the review, with the applications that stand in its way."""

    template_name = "admin/allocations/call/reviewed.html"
    permission = "allocations.mark_call_reviewed"
    title = gettext_lazy("End the review")
    confirm_label = gettext_lazy("Every application is decided")

    def context(self) -> dict[str, Any]:
        rows = undecided(self.row)
        return {"undecided": rows[:50], "undecided_count": len(rows), "can_act": not rows}

    def perform(self, form: Any) -> str:
        calls.mark_reviewed(call_id=self.row.pk, by=self.request.user, now=self.now)
        return _("The review of this call has ended.")


class AssignPage(ActionPage):
    """Applications go to their scorers."""

    template_name = "admin/allocations/call/assign.html"
    permission = "allocations.assign_scorers"
    title = gettext_lazy("Assign scorers")
    confirm_label = gettext_lazy("Assign scorers")

    def context(self) -> dict[str, Any]:
        return {"eligible": Application.objects.filter(call=self.row, status=ApplicationStatus.ELIGIBLE).count()}

    def perform(self, form: Any) -> str:
        made = scoring.assign(call_id=self.row.pk, by=self.request.user, now=self.now)
        return _("Assignments made: %(count)s.") % {"count": number_text(len(made))}


class SettlePage(ActionPage):
    """Scores of applications that need no more points."""

    template_name = "admin/allocations/call/settle.html"
    permission = "allocations.assign_scorers"
    title = gettext_lazy("Settle the scores")
    confirm_label = gettext_lazy("Settle the scores")

    def perform(self, form: Any) -> str:
        count = scoring.compute(call_id=self.row.pk, by=self.request.user, now=self.now)
        return _("Scores settled: %(count)s.") % {"count": number_text(count)}


class QuestionPage(ActionPage):
    """One public question and its answer."""

    template_name = "admin/allocations/call/question.html"
    title = gettext_lazy("Answer a question")
    form_class = QuestionForm
    confirm_label = gettext_lazy("Publish the answer")

    def permission_row(self) -> Any:
        return self.row

    permission = "allocations.answer_question"

    def make_form(self, data: Any) -> QuestionForm:
        return QuestionForm(data, initial={"answer": self.row.answer})

    def back_url(self) -> str:
        return list_url(CallQuestion, f"call__id__exact={self.row.call_id}")

    def perform(self, form: Any) -> str:
        questions.answer(
            question_id=self.row.pk, answer=form.cleaned_data["answer"], by=self.request.user, now=self.now
        )
        return _("The answer is published.")


def undecided(call: Call) -> list[Application]:
    """Applications of a call that stand in the way of its freezing, the oldest first. 1 query."""
    rows = Application.objects.filter(call=call).undecided()  # type: ignore[attr-defined]
    related = ("applicant__person", "applicant__legal_entity", "reviewer")
    return list(rows.select_related(*related).order_by("first_submitted_at", "pk"))
