"""The officer's acts on one application. Each posts to an address of its own and comes back to the application."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations.admin.forms import OptionalReasonForm, ReasonForm
from allocations.admin.pages import ActionPage
from allocations.admin.review_forms import CorrectionForm, DecisionForm, EligibleForm, IneligibleForm
from allocations.admin.review_pages import correction_form
from allocations.models import Application, ApplicationGroup, Paper
from allocations.services import review
from allocations.wording import moment_text


class ReviewAct(ActionPage):
    """An act on the application of the address."""

    permission = "allocations.view_application"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The forms stand on the page of the application."""
        return redirect(self.back_url())

    def context(self) -> dict[str, Any]:
        return {"lead": str(self.row)}


class TakePage(ReviewAct):
    """Take it from the queue."""

    title = gettext_lazy("Take the application")

    def perform(self, form: Any) -> str:
        review.take(application_id=self.row.pk, by=self.request.user, now=self.now)
        return _("The application is yours. Decide its papers, then its eligibility.")


class ReleasePage(ReviewAct):
    """Give it back."""

    title = gettext_lazy("Give the application back")
    form_class = OptionalReasonForm

    def perform(self, form: Any) -> str:
        review.release(
            application_id=self.row.pk, by=self.request.user, now=self.now, reason=form.cleaned_data["reason"]
        )
        return _("The application is back in the queue.")


class PaperPage(ReviewAct):
    """Accept or refuse one paper."""

    title = gettext_lazy("Decide about a paper")
    form_class = DecisionForm
    confirm_label = gettext_lazy("Save the decision")

    @cached_property
    def paper(self) -> Paper:
        """The paper, if it belongs to the application."""
        found = Paper.objects.filter(application=self.row, pk=self.kwargs["part"]).select_related("requirement").first()
        if found is None:
            raise Http404
        return found

    def context(self) -> dict[str, Any]:
        return {"lead": str(self.paper)}

    def perform(self, form: Any) -> str:
        row = review.decide_paper(paper_id=self.paper.pk, by=self.request.user, now=self.now, **form.cleaned_data)
        return _("%(paper)s: %(status)s.") % {"paper": row.requirement.name, "status": row.get_status_display()}


class GroupPage(ReviewAct):
    """Accept or refuse that the applicant belongs to a group."""

    title = gettext_lazy("Decide about a group")
    form_class = DecisionForm
    confirm_label = gettext_lazy("Save the decision")

    @cached_property
    def claim(self) -> ApplicationGroup:
        """The claim, if it belongs to the application."""
        rows = ApplicationGroup.objects.filter(application=self.row, pk=self.kwargs["part"])
        found = rows.select_related("group").first()
        if found is None:
            raise Http404
        return found

    def context(self) -> dict[str, Any]:
        return {"lead": str(self.claim)}

    def perform(self, form: Any) -> str:
        review.decide_group(claim_id=self.claim.pk, by=self.request.user, now=self.now, **form.cleaned_data)
        return _("The decision about the group is saved.")


class CorrectionPage(ReviewAct):
    """Send it back to the applicant until a moment."""

    title = gettext_lazy("Ask for a correction")
    confirm_label = gettext_lazy("Send back for correction")

    def make_form(self, data: Any) -> CorrectionForm:
        return correction_form(self.row, self.now, data)

    def perform(self, form: Any) -> str:
        row = review.request_correction(
            application_id=self.row.pk, by=self.request.user, now=self.now, **form.cleaned_data
        )
        messages.success(
            self.request, _("Sent back for correction until %(moment)s.") % {"moment": moment_text(row.until)}
        )
        return ""

    def success_url(self) -> str:
        return next_url(self.row)


class EligiblePage(ReviewAct):
    """The applicant takes part."""

    title = gettext_lazy("Decide: eligible")
    form_class = EligibleForm
    confirm_label = gettext_lazy("Eligible")

    def perform(self, form: Any) -> str:
        review.decide_eligibility(
            application_id=self.row.pk,
            eligible=True,
            by=self.request.user,
            now=self.now,
            note=form.cleaned_data["note"],
        )
        return _("%(track)s is eligible.") % {"track": self.row.tracking_code}

    def success_url(self) -> str:
        return next_url(self.row)


class IneligiblePage(ReviewAct):
    """The applicant does not take part."""

    title = gettext_lazy("Decide: not eligible")
    form_class = IneligibleForm
    confirm_label = gettext_lazy("Not eligible")
    danger = True

    def perform(self, form: Any) -> str:
        review.decide_eligibility(
            application_id=self.row.pk, eligible=False, by=self.request.user, now=self.now, **form.cleaned_data
        )
        return _("%(track)s is not eligible; the applicant is told why.") % {"track": self.row.tracking_code}

    def success_url(self) -> str:
        return next_url(self.row)


class ReopenPage(ActionPage):
    """The committee sends a decided application back to review."""

    template_name = "admin/allocations/application/reopen.html"
    permission = "allocations.reopen_application"
    title = gettext_lazy("Reopen the review")
    form_class = ReasonForm
    confirm_label = gettext_lazy("Reopen the review")
    danger = True

    def perform(self, form: Any) -> str:
        review.reopen(
            application_id=self.row.pk, reason=form.cleaned_data["reason"], by=self.request.user, now=self.now
        )
        return _("The review is open again.")


def next_url(application: Application) -> str:
    """Where the officer goes after a decision."""
    return reverse("admin:allocations_application_next", args=[application.call_id])
