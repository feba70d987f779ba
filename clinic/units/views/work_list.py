"""The work list of early warning: ranked, with reasons, and what may be done about each unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import django_filters
from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.units.choices import WarningStatus
from clinic.units.forms.work_list import DismissForm, NothingForm, RequestForm
from clinic.units.models import WarningEntry
from clinic.units.permissions import READ_WARNINGS, WORK
from clinic.units.querysets import WarningQuerySet
from clinic.units.services import looks, warnings
from clinic.units.views.common import for_those_who
from clinic.units.wording import reason_text
from clinic.units.workflow import WARNING
from core import clock
from core.errors import Text
from core.fields.filters import StrictFilterSet, TextSearchFilter
from core.web.forms import answer_form, carry_out
from core.web.keyset import Order
from core.web.lists import answer_list

HEAVIEST_FIRST: Final = Order("heaviest", _("heaviest first"), "score", descending=True)
STATES: Final = [status for status in WarningStatus if status is not WarningStatus.CLEARED]


class WarningFilter(StrictFilterSet):
    """Filters of the work list. Without a choice it shows what is still to be decided."""

    other_parameters = frozenset({"cursor"})

    q = TextSearchFilter("unit__search_key", label=_("Name or code of the unit"))
    status = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[(one.value, one.label) for one in STATES],
        empty_label=_("To be decided"),
        method="in_state",
    )

    class Meta:
        model = WarningEntry
        fields = ["q", "status"]
        form = type("Quiet", (forms.Form,), {"hide_optional": True})

    @property
    def qs(self) -> Any:
        """Open and looked at, unless a state was chosen."""
        found = super().qs
        chosen = self.form.is_valid() and self.form.cleaned_data.get("status")
        return found if chosen else found.to_do()

    def in_state(self, queryset: WarningQuerySet, name: str, value: str) -> WarningQuerySet:
        """Warnings in this state."""
        return queryset.filter(status=value)


@dataclass(frozen=True, slots=True)
class Row:
    """A warning as the list shows it: its signs as sentences with their points, and the steps that may be taken."""

    entry: WarningEntry
    signs: list[tuple[str, str]]
    steps: list[tuple[Text, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do about a warning: its form, texts and service."""

    transition: str
    label: Text
    lead: Text
    done: Text
    form: type[forms.Form]
    run: Callable[[int, dict[str, Any], Any, datetime], Any]


ACTS: Final[dict[str, Step]] = {
    "look": Step(
        "look", _("I have looked at it"), _("The warning stays on the list until it is decided."),
        _("It is noted that you have looked at the unit."), NothingForm,
        lambda pk, values, by, now: warnings.look(entry_id=pk, by=by, now=now),
    ),
    "request": Step(
        "open_request", _("A request was opened"), _("The unit is with the clinic now. The warning leaves the list."),
        _("The number of the request is noted."), RequestForm,
        lambda pk, values, by, now: warnings.open_request(entry_id=pk, **values, by=by, now=now),
    ),
    "dismiss": Step(
        "dismiss", _("Dismiss for now"),
        _("The warning leaves the list until the day you give. If its signs are still there then, it comes back."),
        _("The warning is dismissed for now."), DismissForm,
        lambda pk, values, by, now: warnings.dismiss(entry_id=pk, **values, by=by, now=now),
    ),
    "take-up": Step(
        "take_up", _("Put back on the list"), _("The warning is to be looked at again."),
        _("The warning is on the list again."), NothingForm,
        lambda pk, values, by, now: warnings.take_up(entry_id=pk, by=by, now=now),
    ),
}  # fmt: skip


@require_safe
@for_those_who(READ_WARNINGS)
def warning_list(request: HttpRequest) -> HttpResponse:
    """Units that may be about to stop, the heaviest first. Whose figures are shown is written down for each unit."""
    user: Any = request.user
    may_work = user.has_perm(WORK)

    def shown_as(rows: Sequence[Any]) -> list[Row]:
        looks.note_warnings_seen(units=[one.unit_id for one in rows], by=user, now=clock.now())
        return [_row(one, may_work) for one in rows]

    return answer_list(
        request,
        "clinic/units/warnings.html",
        WarningFilter(request.GET, queryset=WarningEntry.objects.live(), request=request),
        order=HEAVIEST_FIRST,
        prepare=lambda rows: rows.select_related("unit__trade", "unit__county", "unit__estate", "decided_by"),
        shown_as=shown_as,
        context={"may_work": may_work, "now": clock.now()},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who(WORK)
def act(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Say what will happen, then do it."""
    user: Any = request.user
    entry = get_object_or_404(WarningEntry.objects.live().select_related("unit"), pk=pk)
    chosen = ACTS.get(step)
    if chosen is None:
        raise Http404
    if chosen.transition not in _possible(entry):
        return redirect("units:warnings")
    looks.note_warnings_seen(units=[entry.unit_id], by=user, now=clock.now())
    form = chosen.form(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        status = carry_out(form, lambda: chosen.run(entry.pk, form.cleaned_data, user, clock.now()))
        if not form.errors:
            messages.success(request, str(chosen.done))
            return redirect("units:warnings")
    context = {
        "entry": entry,
        "step": chosen,
        "signs": [reason_text(one["code"], one["params"]) for one in entry.reasons],
        "confirm_label": str(chosen.label),
        "cancel_url": reverse("units:warnings"),
    }
    return answer_form(request, "clinic/units/warning_act.html", form, context, status=status)


def _possible(entry: WarningEntry) -> set[str]:
    return {arrow.name for arrow in WARNING.possible(entry.status) if arrow.permission == WORK}


def _row(entry: WarningEntry, may_work: bool) -> Row:
    signs = [(reason_text(one["code"], one["params"]), one["points"]) for one in entry.reasons]
    possible = _possible(entry) if may_work else set()
    steps = [
        (step.label, reverse("units:warning", args=[entry.pk, name]))
        for name, step in ACTS.items()
        if step.transition in possible
    ]
    return Row(entry, signs, steps)
