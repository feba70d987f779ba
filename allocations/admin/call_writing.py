"""Pages that write a call: a new draft, its conditions, the rows of its rules; the same pages amend a published call."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.choices import Role
from allocations.admin.base import estates_for
from allocations.admin.call_forms import (
    SECTIONS,
    AmendForm,
    BasicsForm,
    basics_of,
)
from allocations.admin.pages import ActionPage
from allocations.choices import CallStatus, LapseRule
from allocations.errors import RulesLocked
from allocations.models import Call
from allocations.services import amendments, call_drafts
from allocations.services.rule_rows import RulesSpec
from core.errors import InvalidInput, PermissionRefused
from core.web.desk_pages import change_url, list_url
from core.web.forms import show_refusal
from estates.models import Estate

PARTS: tuple[tuple[str, Any], ...] = (
    ("edit", gettext_lazy("Conditions and dates")),
    ("groups", gettext_lazy("Groups")),
    ("plots", gettext_lazy("Plots")),
    ("criteria", gettext_lazy("Criteria")),
    ("papers", gettext_lazy("Papers")),
)
"""Pages a draft is written on: (end of the address name, label)."""


def part_links(call: Call) -> list[dict[str, str]]:
    """Addresses of the pages a call is written on."""
    return [
        {"name": name, "label": str(label), "url": reverse(f"admin:allocations_call_{name}", args=[call.pk])}
        for name, label in PARTS
    ]


def writable_estates(user: Any) -> Any:
    """Estates whose calls this person may write."""
    slugs = estates_for(user, (Role.OFFICER, Role.COMMITTEE))
    return Estate.objects.all() if slugs is None else Estate.objects.filter(slug__in=slugs)


class WritingPage(ActionPage):
    """A page of a draft, or of a published call that is amended."""

    template_name = "admin/allocations/call/basics.html"
    confirm_label = gettext_lazy("Save")
    part = "edit"

    @property
    def amends(self) -> bool:
        """Whether the call is announced already, so that the change is an amendment."""
        return bool(self.row.status != CallStatus.DRAFT)

    def permission_row(self) -> Any:
        call = self.row
        needed = "allocations.amend_call" if self.amends else "allocations.change_call"
        if call.phase_at(self.now) not in (
            CallStatus.DRAFT, CallStatus.PUBLISHED, CallStatus.OPEN, CallStatus.CLOSED
        ):  # fmt: skip
            raise RulesLocked()
        if not self.request.user.has_perm(needed, call):
            raise PermissionRefused(code=needed)
        return call

    permission = "allocations.view_call"

    def page_title(self) -> str:
        return str(self.row)

    def amend_form(self, data: Any) -> AmendForm | None:
        """The questions of an amendment; None for a draft."""
        return AmendForm(data, prefix="amend") if self.amends else None

    def context(self) -> dict[str, Any]:
        return {"part": self.part, "parts": part_links(self.row), "amends": self.amends}

    def success_url(self) -> str:
        return change_url(self.row) if self.amends else self.request.path

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Checks the questions of an amendment beside the form."""
        self.amendment = self.amend_form(request.POST)
        if self.amendment is not None and not self.amendment.is_valid():
            return self.show(status=422, form=self.make_form(request.POST))
        return super().post(request, *args, **kwargs)

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        return super().show(status, amendment=getattr(self, "amendment", None) or self.amend_form(None), **extra)

    def write(self, *, fields: dict[str, Any] | None = None, rules: RulesSpec | None = None) -> str:
        """Hand the change to the service of drafts or of amendments."""
        by: Any = self.request.user
        if self.amendment is None:
            call_drafts.update_draft(call_id=self.row.pk, by=by, now=self.now, fields=fields, rules=rules)
            return _("Saved.")
        given = self.amendment.cleaned_data
        try:
            amendments.amend(
                call_id=self.row.pk,
                closes_at=given["closes_at"],
                reason=given["reason"],
                by=by,
                now=self.now,
                fields=fields,
                rules=rules,
            )
        except InvalidInput as error:
            if error.field in self.amendment.fields or set(error.errors) & set(self.amendment.fields):
                show_refusal(self.amendment, error, {})
            raise
        return _("The amendment is announced; the term began anew.")


class EditPage(WritingPage):
    """Conditions, dates and draw of a call."""

    form_class = BasicsForm

    def make_form(self, data: Any) -> BasicsForm:
        estates = writable_estates(self.request.user)
        form = BasicsForm(data, initial=basics_of(self.row), estates=estates)
        if self.amends:
            for name in set(form.fields) - set(amendments.AMENDABLE) - {"trades"}:
                del form.fields[name]
        return form

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        return super().show(status, sections=sections_of(extra["form"]), **extra)

    def perform(self, form: Any) -> str:
        trades = [trade.code for trade in form.cleaned_data["trades"]]
        return self.write(fields=form.values(), rules=RulesSpec(trades=trades))


class AddPage(EditPage):
    """A new draft."""

    permission = "allocations.add_call"
    title = gettext_lazy("A new call")
    row: Any = None

    amends = False  # type: ignore[assignment]

    def permission_row(self) -> Any:
        return None

    def page_title(self) -> str:
        return str(self.title)

    def back_url(self) -> str:
        return list_url(Call)

    def context(self) -> dict[str, Any]:
        return {"part": "add", "parts": [], "amends": False}

    def make_form(self, data: Any) -> BasicsForm:
        initial = {
            "mode": "SCORED", "minimum_age": 18, "refuses_holders": True, "lapse_rule": LapseRule.INELIGIBLE,
            "scorers_per_application": 2, "tolerance": Decimal(10),
        }  # fmt: skip
        return BasicsForm(data, initial=initial, estates=writable_estates(self.request.user))

    def perform(self, form: Any) -> str:
        trades = [trade.code for trade in form.cleaned_data["trades"]]
        self.made = call_drafts.create_draft(
            fields=form.values(), by=self.request.user, now=self.now, rules=RulesSpec(trades=trades)
        )
        return _("The draft is made. Go on with its plots, criteria and papers.")

    def success_url(self) -> str:
        return reverse("admin:allocations_call_plots", args=[self.made.pk])


def sections_of(form: BasicsForm) -> list[tuple[str, list[Any]]]:
    """The fields of the form under their headings; headings without a field are left out."""
    found = [(str(title), [form[name] for name in names if name in form.fields]) for title, names in SECTIONS]
    return [(title, fields) for title, fields in found if fields]
