"""Pages on which a programme moves: set going, rested, completed, given up, approved, carried into the next year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.errors import PermissionRefused
from core.fields.forms import YearField
from core.web.desk_pages import DeskPage, ReasonForm, change_url
from programs import permissions
from programs.models import Baseline
from programs.selectors import desk
from programs.services import plans, programmes


class ActivatePage(DeskPage):
    """Sets a planned programme going."""

    permission = permissions.ACTIVATE
    lead = _("From now on it is under way: readings are taken, and everybody sees it when it is shown to the public.")
    confirm_label = _("Set it going")
    done = _("The programme is under way.")

    def perform(self, form: Any, by: Any) -> None:
        programmes.activate(programme_id=self.row.pk, by=by, now=self.now)


class SuspendPage(DeskPage):
    """Lets it rest."""

    permission = permissions.DECIDE
    form_class = ReasonForm
    lead = _("Its plan stays; it can go on later.")
    confirm_label = _("Let it rest")
    done = _("The programme rests.")

    def perform(self, form: Any, by: Any) -> None:
        reason = form.cleaned_data["reason"]
        programmes.suspend(programme_id=self.row.pk, reason=reason, by=by, now=self.now)


class ResumePage(DeskPage):
    """Goes on."""

    permission = permissions.DECIDE
    lead = _("It is under way again, with the plan it had.")
    confirm_label = _("Go on")
    done = _("The programme is under way.")

    def perform(self, form: Any, by: Any) -> None:
        programmes.resume(programme_id=self.row.pk, by=by, now=self.now)


class CompletePage(DeskPage):
    """Says that all of it is done."""

    permission = permissions.DECIDE
    lead = _("Every milestone must have reached 100 percent by an approved reading. Nothing is changed afterwards.")
    confirm_label = _("It is complete")
    done = _("The programme is complete.")

    def perform(self, form: Any, by: Any) -> None:
        programmes.complete(programme_id=self.row.pk, by=by, now=self.now)


class StopPage(DeskPage):
    """Gives it up for good."""

    permission = permissions.DECIDE
    form_class = ReasonForm
    danger = True
    lead = _("It is given up for good. What was reached and why it ended stay on record.")
    confirm_label = _("Give it up")
    done = _("The programme was given up.")

    def perform(self, form: Any, by: Any) -> None:
        programmes.stop(programme_id=self.row.pk, reason=form.cleaned_data["reason"], by=by, now=self.now)


MOVES: dict[str, type[DeskPage]] = {
    "activate": ActivatePage,
    "suspend": SuspendPage,
    "resume": ResumePage,
    "complete": CompletePage,
    "stop": StopPage,
}
"""The page of each arrow of the programme's life."""


class ApprovePage(DeskPage):
    """Puts the waiting plan by month in force."""

    permission = permissions.READ
    template_name = "admin/programs/programme/approve.html"
    title = _("Approve the plan by month")
    lead = _("Progress is measured against it from now on. It is never changed again; a new version can follow.")
    confirm_label = _("Approve")
    done = _("The plan by month is in force.")

    @cached_property
    def baseline(self) -> Baseline:
        """The version that waits; 404 when none does, refused for its own maker."""
        waiting = desk.waiting_baseline(self.row)
        if waiting is None:
            raise Http404
        if not self.request.user.has_perm(permissions.APPROVE_BASELINE, waiting):
            raise PermissionRefused(code=permissions.APPROVE_BASELINE)
        return waiting

    def context(self) -> dict[str, Any]:
        return {"grid": desk.grid_of(self.baseline), "baseline": self.baseline}

    def perform(self, form: Any, by: Any) -> None:
        plans.approve_baseline(baseline_id=self.baseline.pk, by=by, now=self.now)


class YearForm(forms.Form):
    """The year of the new plan."""

    year = YearField(label=_("Year of the new plan"))


class RollOverPage(DeskPage):
    """Makes the plan of a later year from what remains."""

    permission = permissions.CHANGE
    title = _("Carry on in the next year")
    lead = _(
        "A new programme is made in draft from the work that remains. This programme, its plan and its readings stay as they are."
    )
    confirm_label = _("Make the new plan")
    done = _("The plan of the new year is made. Check its activities and write its plan by month.")

    def make_form(self, data: Any) -> YearForm:
        return YearForm(data, initial={"year": self.row.year + 1})

    def perform(self, form: Any, by: Any) -> None:
        year = form.cleaned_data["year"]
        self.made = programmes.roll_over(programme_id=self.row.pk, year=year, by=by, now=self.now)

    def back_url(self) -> str:
        """The new programme, once it is there."""
        return change_url(getattr(self, "made", self.row))
