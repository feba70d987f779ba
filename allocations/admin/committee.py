"""Freeze, draw, run, result: steps of the committee, each on a page that shows what will happen."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations.admin.call_pages import undecided
from allocations.admin.forms import (
    OptionalReasonForm,
    PublishResultForm,
    ReasonForm,
)
from allocations.admin.pages import ActionPage
from allocations.choices import ApplicationStatus, ObjectionStatus
from allocations.models import Application, Draw, Objection, Run
from allocations.selectors.committee import freeze_preview
from allocations.services import freezing, publication, runs
from allocations.wording import moment_text, number_text
from core.jobs.models import Job
from core.web.desk_pages import RowPage

RUN_STEPS = 5


class FreezePage(ActionPage):
    """What will be frozen, and what still stands in the way."""

    template_name = "admin/allocations/call/freeze.html"
    permission = "allocations.freeze_call"
    title = gettext_lazy("Freeze the list")
    confirm_label = gettext_lazy("Freeze and publish the list")

    @cached_property
    def preview(self) -> Any:
        """What freezing now would make."""
        return freeze_preview(self.row.pk, self.now)

    def make_form(self, data: Any) -> Any:
        return (ReasonForm if self.preview.needs_reason else OptionalReasonForm)(data)

    def context(self) -> dict[str, Any]:
        unscored = Application.objects.filter(call=self.row, status=ApplicationStatus.ELIGIBLE).order_by("pk")
        return {
            "preview": self.preview,
            "undecided": undecided(self.row)[:50],
            "unscored": list(unscored[:50]) if self.row.mode == "SCORED" else [],
            "can_act": not self.preview.obstacles,
        }

    def perform(self, form: Any) -> str:
        row = freezing.freeze(
            call_id=self.row.pk, by=self.request.user, now=self.now, reason=form.cleaned_data["reason"]
        )
        return _("List %(number)s is frozen with %(count)s applications. H: %(hash)s") % {
            "number": number_text(row.number),
            "count": number_text(row.applications_count),
            "hash": row.frozen_sha256,
        }


class RunPage(ActionPage):
    """A run is requested; it is computed in the background and proposes a result."""

    template_name = "admin/allocations/call/run.html"
    permission = "allocations.request_run"
    title = gettext_lazy("Request a run")
    confirm_label = gettext_lazy("Request the run")

    @cached_property
    def earlier(self) -> int:
        """How many runs there were."""
        return Run.objects.filter(call=self.row).count()

    def make_form(self, data: Any) -> Any:
        return (ReasonForm if self.earlier else OptionalReasonForm)(data)

    def context(self) -> dict[str, Any]:
        frozen = freezing.newest(self.row)
        draw = Draw.objects.filter(frozen_list=frozen, confirmed_by__isnull=False).first() if frozen else None
        return {"frozen": frozen, "draw": draw, "earlier": self.earlier, "can_act": draw is not None}

    def perform(self, form: Any) -> str:
        runs.request(call_id=self.row.pk, by=self.request.user, now=self.now, reason=form.cleaned_data["reason"])
        return ""

    def success_url(self) -> str:
        return reverse("admin:allocations_call_progress", args=[self.row.pk])


class ProgressPage(RowPage):
    """How far the newest run of a call is; can be left and found again."""

    template_name = "admin/allocations/call/progress.html"
    permission = "allocations.view_run"
    title = gettext_lazy("Run in progress")

    def context(self) -> dict[str, Any]:
        job = Job.objects.filter(kind=runs.KIND, key=f"call:{self.row.pk}").order_by("-pk").first()
        return {"job": job}


class PublishResultPage(ActionPage):
    """The provisional result becomes public."""

    template_name = "admin/allocations/call/publish_result.html"
    permission = "allocations.publish_call_result"
    title = gettext_lazy("Publish the provisional result")
    confirm_label = gettext_lazy("Publish the provisional result")

    def make_form(self, data: Any) -> PublishResultForm:
        return PublishResultForm(data, initial={"objections_until": self.row.objections_until})

    def context(self) -> dict[str, Any]:
        run = Run.objects.filter(call=self.row, status="APPROVED").select_related("proposed_by", "approved_by").first()
        told = run.lines.count() if run is not None else 0
        return {"run": run, "told": told, "can_act": run is not None}

    def perform(self, form: Any) -> str:
        until = form.cleaned_data["objections_until"]
        # The box shows minutes: the stored end itself, seconds and all, stays when it was not moved.
        if "objections_until" not in form.changed_data:
            until = None
        call = publication.publish_provisional(
            call_id=self.row.pk, by=self.request.user, now=self.now, objections_until=until
        )
        return _("The provisional result is public. Objections are possible until %(moment)s.") % {
            "moment": moment_text(call.objections_until)
        }


class FinalisePage(ActionPage):
    """The provisional result becomes final."""

    template_name = "admin/allocations/call/finalise.html"
    permission = "allocations.finalise_call"
    title = gettext_lazy("Make the result final")
    confirm_label = gettext_lazy("Make the result final")

    def context(self) -> dict[str, Any]:
        open_ones = Objection.objects.filter(application__call=self.row, status=ObjectionStatus.OPEN).count()
        until = self.row.objections_until
        early = until is not None and self.now < until
        awards = self.row.awards.filter(status="PROVISIONAL").count()
        plots = self.row.call_plots.count()
        return {
            "open_objections": open_ones,
            "is_early": early,
            "awards": awards,
            "free": plots - awards,
            "can_act": not early and not open_ones,
        }

    def perform(self, form: Any) -> str:
        publication.finalise(call_id=self.row.pk, by=self.request.user, now=self.now)
        return _("The result is final.")
