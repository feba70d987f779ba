"""The figures of all members in one month, as one grid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from core import clock
from core.fields.forms import PersianDecimalField
from core.persian.calendar import add_months_to_date, first_of_month
from core.web.forms import answer_form, carry_out
from programs.choices import IndicatorKind
from programs.clusters import permissions
from programs.clusters.models import Cluster, ClusterIndicator, ClusterMember, MemberReading
from programs.clusters.services import effects
from programs.wording import month_text

MONTHS: Final = 24
"""How many months back figures are entered here."""


class GridForm(forms.Form):
    """One field for each member and indicator; a ratio has two. An empty field says nothing."""

    def __init__(
        self, data: Any, *, indicators: list[ClusterIndicator], members: list[ClusterMember], known: dict[Any, Any]
    ) -> None:
        super().__init__(data)
        self.indicators, self.members = indicators, members
        for member in members:
            for indicator in indicators:
                for part in parts_of(indicator):
                    row = known.get((indicator.pk, member.pk))
                    label = f"{member.name}، {indicator.name}" + (f" ({PART_NAMES[part]()})" if part != "value" else "")
                    field = PersianDecimalField(
                        label=label, required=False, decimal_places=4, max_digits=18, min_value=0,
                        initial=getattr(row, part).normalize() if row else None,
                    )  # fmt: skip
                    self.fields[name_of(indicator, member, part)] = field

    def lines(self) -> list[tuple[ClusterMember, list[list[Any]]]]:
        """For each member, for each indicator, its bound fields."""
        return [
            (member, [[self[name_of(row, member, part)] for part in parts_of(row)] for row in self.indicators])
            for member in self.members
        ]

    def values(self) -> dict[int, list[effects.Value]]:
        """Indicator → what was typed for each member."""
        found: dict[int, list[effects.Value]] = {}
        for indicator in self.indicators:
            for member in self.members:
                typed = {part: self.cleaned_data.get(name_of(indicator, member, part)) for part in parts_of(indicator)}
                if any(value is not None for value in typed.values()):
                    found.setdefault(indicator.pk, []).append(effects.Value(member.pk, **typed))
        return found

    def clean(self) -> None:
        """Both parts of a ratio, or neither."""
        for indicator in self.indicators:
            names = parts_of(indicator)
            for member in self.members:
                typed = [self.cleaned_data.get(name_of(indicator, member, part)) for part in names]
                if len(names) == 2 and (typed[0] is None) != (typed[1] is None):
                    self.add_error(name_of(indicator, member, names[0]), _("A ratio needs both its numbers."))
                if len(names) == 2 and typed[1] == Decimal(0):
                    self.add_error(name_of(indicator, member, names[1]), _("The number must be more than zero."))


PART_NAMES: Final = {"numerator": lambda: _("numerator"), "denominator": lambda: _("denominator")}


def show(request: HttpRequest, pk: int, context: dict[str, Any]) -> HttpResponse:
    """The grid of a month (`?month=` its first day; the last whole month without)."""
    cluster = get_object_or_404(Cluster, pk=pk)
    if not request.user.has_perm(permissions.WRITE):
        raise PermissionDenied
    today = clock.today()
    months = [add_months_to_date(first_of_month(today), -number) for number in range(MONTHS)]
    month = _asked(request.GET.get("month", ""), months)
    indicators = list(cluster.indicators.order_by("position", "pk"))
    members = list(ClusterMember.objects.filter(cluster=cluster).present_on(month).order_by("sort_key", "pk"))
    current = MemberReading.objects.current().filter(indicator__in=indicators, month=month)
    known = {(row.indicator_id, row.member_id): row for row in current}
    posted = request.POST if request.method == "POST" else None
    form = GridForm(posted, indicators=indicators, members=members, known=known)
    status = 200
    if posted is not None and form.is_valid():
        save = partial(
            effects.set_grid, cluster_id=pk, month=month, values=form.values(), by=request.user, now=clock.now()
        )
        status = carry_out(form, save)
        if status == 200:
            messages.success(request, _("The figures of %(month)s are saved.") % {"month": month_text(month)})
            return redirect(f"{request.path}?month={month.isoformat()}")
    context |= {
        "title": _("Figures of the members"),
        "opts": Cluster._meta,
        "cluster": cluster,
        "month": month,
        "months": [(row.isoformat(), month_text(row)) for row in months],
        "indicators": indicators,
        "lines": form.lines(),
        "back_url": reverse("admin:clusters_cluster_change", args=[pk]),
        "back_label": cluster.name,
    }
    return answer_form(request, "admin/clusters/readings.html", form, context, status=status)


def parts_of(indicator: ClusterIndicator) -> list[str]:
    """The numbers a reading of this indicator has."""
    return ["numerator", "denominator"] if indicator.kind == IndicatorKind.RATIO else ["value"]


def name_of(indicator: ClusterIndicator, member: ClusterMember, part: str) -> str:
    """The field of one number."""
    return f"{part}-{indicator.pk}-{member.pk}"


def _asked(text: str, months: list[date]) -> date:
    try:
        asked = parse_date(text)
    except ValueError:
        asked = None
    return asked if asked in months else months[1]
