"""One application beside its papers, and the way to the next one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations import permissions, selectors
from allocations.admin.answers import answers_of
from allocations.admin.events import happenings, reason_labels
from allocations.admin.links import audit_url
from allocations.admin.review_forms import CorrectionForm, EligibleForm, IneligibleForm
from allocations.choices import ApplicationStatus
from allocations.errors import OwnApplication
from allocations.models import Application
from allocations.selectors.review import earlier_papers, review_page
from core.errors import PermissionRefused
from core.web.desk_pages import RowPage, change_url, list_url

REASONS = (
    gettext_lazy("The picture cannot be read."),
    gettext_lazy("The paper is out of date."),
    gettext_lazy("It belongs to somebody else."),
    gettext_lazy("It is not the paper that was asked for."),
    gettext_lazy("A page is missing."),
)
"""What officers write most often; offered while typing."""

REPLY_TIME = timedelta(days=5)


class ReviewPage(RowPage):
    """One application: the papers beside the form, what was decided, what can be decided now."""

    template_name = "admin/allocations/application/review.html"
    permission = "allocations.view_application"

    def page_title(self) -> str:
        return str(self.row.applicant.display_name)

    def context(self) -> dict[str, Any]:
        user: Any = self.request.user
        if permissions.is_on_applicants_side(user, self.row):
            raise OwnApplication()
        sheet = review_page(self.row.pk, user, self.now)
        row = sheet.application
        mine = row.status == ApplicationStatus.UNDER_REVIEW and row.reviewer_id == user.pk
        shown = self.request.GET.get("paper", "")
        papers = [one for one in sheet.papers if one.paper is not None]
        open_one = next((one.paper for one in papers if one.paper is not None and str(one.paper.pk) == shown), None)
        audit = audit_url(user, row)
        return {
            "sheet": sheet,
            "application": row,
            "answers": answers_of(row),
            "is_mine": mine,
            "can_take": self._can_take(user, row),
            "taken_by": row.reviewer if row.reviewer_id not in (None, user.pk) else None,
            "can_reopen": user.has_perm("allocations.reopen_application", row)
            and row.status in (ApplicationStatus.ELIGIBLE, ApplicationStatus.INELIGIBLE, ApplicationStatus.SCORED),
            "shown": open_one,
            "reasons": [str(reason) for reason in REASONS],
            "earlier": earlier_papers(row),
            "events": happenings(selectors.review.events_of(row, [one.paper for one in papers])),
            "decisions": [(one, reason_labels(one.reason_codes)) for one in reversed(sheet.decisions)],
            "eligible_form": EligibleForm(auto_id="eligible_%s"),
            "ineligible_form": IneligibleForm(auto_id="ineligible_%s"),
            "correction_form": correction_form(row, self.now),
            "audit_url": audit,
            "queue_url": list_url(Application, f"call__id__exact={row.call_id}"),
        }

    def _can_take(self, user: Any, row: Application) -> bool:
        free = row.status == ApplicationStatus.SUBMITTED or (
            row.status == ApplicationStatus.UNDER_REVIEW and row.reviewer_id is None
        )
        return free and user.has_perm("allocations.take_application", row)


def correction_form(application: Application, now: Any, data: Any = None) -> CorrectionForm:
    """The form of a correction; it proposes five days, at most the end of corrections."""
    until = (now + REPLY_TIME).replace(second=0, microsecond=0)
    last = application.call.corrections_until
    if last is not None and now < last < until:
        until = last
    return CorrectionForm(data, application=application, initial={"until": until}, auto_id="correction_%s")


class NextPage(RowPage):
    """Leads to the next file of a call. Looking takes nothing: the file is taken by its own button."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.model_admin.has_view_permission(request):
            raise PermissionRefused()
        rows = self.model_admin.get_queryset(request)
        found = selectors.review.next_for(request.user, rows, kwargs["pk"], self.now)
        if found is None:
            messages.info(request, _("No file of this call waits for you."))
            return redirect(list_url(Application, f"call__id__exact={kwargs['pk']}"))
        return redirect(change_url(found))
