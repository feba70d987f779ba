"""Applications at the staff desk: the queue by age, and each application's own page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from allocations import selectors
from allocations.admin import review_acts as acts
from allocations.admin import review_pages as pages
from allocations.admin.base import APPLICATION_ROLES, ReadOnlyAdmin, SearchedByKey
from allocations.choices import ApplicationStatus
from allocations.models import Application
from core import clock
from core.fields.language import local_digits
from core.persian.digits import to_ascii
from core.persian.identifiers import mask_national_code
from core.persian.text import search_key
from core.templatetags.persian import jalali_ago, ltr
from core.web.components.page import status_tag


class QueueFilter(admin.SimpleListFilter):
    """Whose turn it is."""

    title = _("queue")
    parameter_name = "queue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The parts of the queue."""
        return [
            ("waiting", _("nobody has it yet")),
            ("mine", _("mine")),
            ("corrected", _("mine, corrected")),
            ("correction", _("with the applicant")),
            ("decided", _("decided")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows of the chosen part."""
        mine = Q(reviewer_id=request.user.pk, status=ApplicationStatus.UNDER_REVIEW)
        value = self.value()
        if value == "waiting":
            return selectors.review.waiting(queryset, clock.now())
        if value == "mine":
            return queryset.filter(mine)
        if value == "corrected":
            return queryset.filter(mine, is_answered=True)
        if value == "correction":
            return queryset.filter(status=ApplicationStatus.CORRECTION_REQUESTED)
        if value == "decided":
            return queryset.filter(decisions__isnull=False).distinct()
        return queryset


@admin.register(Application)
class ApplicationAdmin(SearchedByKey, ReadOnlyAdmin):
    """The queue. Drafts are the applicant's own and are not shown."""

    roles = APPLICATION_ROLES
    list_display = ("track", "applicant_name", "code", "call", "state", "age", "reviewer")
    list_display_links = ("track", "applicant_name")
    list_filter = (
        QueueFilter,
        "status",
        ("call", admin.RelatedOnlyFieldListFilter),
        ("trade", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("call__estate", "applicant__person", "applicant__legal_entity", "reviewer")
    search_paths = ("tracking_code", "applicant__person__search_key", "applicant__legal_entity__search_key")
    pages = [
        ("next/<int:pk>/", pages.NextPage, "application_next"),
        ("<int:pk>/take/", acts.TakePage, "application_take"),
        ("<int:pk>/release/", acts.ReleasePage, "application_release"),
        ("<int:pk>/papers/<int:part>/", acts.PaperPage, "application_paper"),
        ("<int:pk>/groups/<int:part>/", acts.GroupPage, "application_group"),
        ("<int:pk>/correction/", acts.CorrectionPage, "application_correction"),
        ("<int:pk>/eligible/", acts.EligiblePage, "application_eligible"),
        ("<int:pk>/ineligible/", acts.IneligiblePage, "application_ineligible"),
        ("<int:pk>/reopen/", acts.ReopenPage, "application_reopen"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Handed in ones of the person's estates, with what the page of one asks for."""
        rows = super().get_queryset(request).exclude(status=ApplicationStatus.DRAFT)
        return selectors.review.with_answered(rows).select_related(*self.list_select_related)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Figures of the dashboards open the list that makes them."""
        return lookup in ("call__estate__slug", "trade__code") or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def get_ordering(self, request: HttpRequest) -> Any:
        """The oldest first submission first."""
        return ("first_submitted_at", "pk")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Every word in the tracking code, or in the normalised name or number of the applicant."""
        for word in search_term[:200].split():
            found = Q(tracking_code__icontains=to_ascii(word).upper())
            key = search_key(word)
            if key:
                found |= Q(applicant__person__search_key__contains=key)
                found |= Q(applicant__legal_entity__search_key__contains=key)
            queryset = queryset.filter(found)
        return queryset, False

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """The page of one application; nothing can be posted to it."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return pages.ReviewPage.as_view(model_admin=self)(request, pk=object_id)

    @admin.display(description=_("tracking code"), ordering="tracking_code")
    def track(self, row: Application) -> SafeString:
        """Left to right."""
        return ltr(row.tracking_code)

    @admin.display(description=_("applicant"))
    def applicant_name(self, row: Application) -> str:
        """Name of the person or entity."""
        return row.applicant.display_name

    @admin.display(description=_("national code"))
    def code(self, row: Application) -> SafeString:
        """Only the last digits."""
        return ltr(local_digits(mask_national_code(row.applicant.identifier)))

    @admin.display(description=_("status"), ordering="status")
    def state(self, row: Any) -> str:
        """The status, and that a correction was answered."""
        tag = status_tag(row.status, row.get_status_display())
        if row.is_answered:
            return format_html("{} {}", tag, status_tag("corrected", str(_("corrected")), tone="warn"))
        return tag

    @admin.display(description=_("handed in"), ordering="first_submitted_at")
    def age(self, row: Application) -> str:
        """How long ago it was first handed in."""
        return jalali_ago(row.first_submitted_at, clock.now())
