"""The register: the list, one unit, its readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from clinic.units.choices import Band
from clinic.units.filters import BY_NAME, UnitFilter
from clinic.units.forms.readings import CorrectionForm, ReadingForm, present
from clinic.units.models import IndustrialUnit, UnitReading, WarningEntry
from clinic.units.permissions import BANDS, READ, READ_WARNINGS, RECORD, WRITE
from clinic.units.selectors.cohort import COMPARED
from clinic.units.selectors.register import UnitPage, band_of, unit_by_code, unit_page
from clinic.units.selectors.rules import thresholds
from clinic.units.services import looks, readings
from clinic.units.views.common import for_those_who
from clinic.units.wording import FIGURE_NAMES, reason_text
from core import clock
from core.fields.language import active_language
from core.persian.dates import format_date
from core.web.forms import answer_form, carry_out
from core.web.lists import answer_list


@require_safe
@for_those_who(READ)
def unit_list(request: HttpRequest) -> HttpResponse:
    """Units with filters. Bands are shown to the lead: a list is no look, so nobody else learns there what was measured."""
    user: Any = request.user
    knows = user.has_perm(BANDS)
    limits = thresholds() if knows else None

    def shown_as(rows: Sequence[Any]) -> list[tuple[IndustrialUnit, Band | None]]:
        return [(unit, band_of(unit, limits) if limits else None) for unit in rows]

    filters = UnitFilter(request.GET, queryset=IndustrialUnit.objects.listed(), request=request)
    return answer_list(
        request,
        "clinic/units/list.html",
        filters,
        order=BY_NAME,
        prepare=lambda rows: rows.select_related("trade", "county", "estate", "latest_reading"),
        shown_as=shown_as,
        context={
            "knows_bands": knows,
            "may_write": user.has_perm(WRITE),
            "may_record": user.has_perm(RECORD),
            "warnings": WarningEntry.objects.to_do().count() if user.has_perm(READ_WARNINGS) else None,
        },
    )


@require_safe
@never_cache
def unit_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One unit. Who sees what was measured is written down, for the unit's own people to read."""
    user: Any = request.user
    page = unit_page(code, user)
    if page.shows_figures:
        looks.note_look(unit=page.unit, by=user, now=clock.now())
    context = {
        "page": page,
        "unit": page.unit,
        "rows": _compared(page),
        "capacity_chart": _chart(page),
        "signs": [reason_text(one["code"], one["params"]) for one in page.warning.reasons] if page.warning else [],
        "may_record": user.has_perm(RECORD) and page.unit.is_listed,
        "may_write": user.has_perm(WRITE),
        "may_list": user.has_perm(READ),
    }
    return render(request, "clinic/units/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who(RECORD)
def new_reading(request: HttpRequest, code: str) -> HttpResponse:
    """Enter what was measured."""
    unit = unit_by_code(code)
    user: Any = request.user
    form = (
        ReadingForm(request.POST) if request.method == "POST" else ReadingForm(initial={"measured_on": clock.today()})
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        status = carry_out(
            form, lambda: readings.record_reading(unit_id=unit.pk, values=values, by=user, now=clock.now())
        )
        if not form.errors:
            messages.success(request, _("The reading is entered."))
            return redirect("units:detail", unit.code)
    context = {"unit": unit, "cancel_url": reverse("units:detail", args=[unit.code])}
    return answer_form(request, "clinic/units/reading.html", form, context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_those_who(RECORD)
def correct_reading(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Enter figures that take the place of a reading's."""
    unit = unit_by_code(code)
    reading = get_object_or_404(UnitReading.objects.counting().filter(unit=unit), pk=pk)
    user: Any = request.user
    looks.note_look(unit=unit, by=user, now=clock.now())
    form = CorrectionForm(request.POST) if request.method == "POST" else CorrectionForm(initial=present(reading))
    status = 200
    if request.method == "POST" and form.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if name != "note"}
        note = form.cleaned_data["note"]
        status = carry_out(
            form,
            lambda: readings.correct_reading(reading_id=reading.pk, values=values, note=note, by=user, now=clock.now()),
        )
        if not form.errors:
            messages.success(request, _("The figures are corrected. What was entered first is kept."))
            return redirect("units:detail", unit.code)
    context = {"unit": unit, "reading": reading, "cancel_url": reverse("units:detail", args=[unit.code])}
    return answer_form(request, "clinic/units/reading.html", form, context, status=status)


def _compared(page: UnitPage) -> list[tuple[Any, Any, Any]]:
    """Name, the unit's own figure and the cohort's quartiles, for every figure both know."""
    newest = page.lines[0].reading if page.lines else None
    if page.cohort is None or newest is None:
        return []
    own = {"capacity": newest.actual_capacity_percent} | {
        name: getattr(newest, name) for name in COMPARED if name != "capacity"
    }
    return [
        (FIGURE_NAMES[name], own[name], quartiles)
        for name in COMPARED
        if own[name] is not None and (quartiles := getattr(page.cohort, name)) is not None
    ]


def _chart(page: UnitPage) -> dict[str, Any]:
    """Capacity in use from reading to reading, the oldest first."""
    lines = list(reversed(page.lines))
    days = [format_date(line.reading.measured_on, language=active_language()) for line in lines]
    values = [float(line.reading.actual_capacity_percent) for line in lines]
    return {
        "type": "line",
        "categories": days,
        "series": [{"name": str(FIGURE_NAMES["capacity"]), "values": values}],
        "unit": _("percent"),
        "most": 100,
    }
