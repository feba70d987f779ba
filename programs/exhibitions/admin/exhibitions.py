"""Writing an exhibition: its facts, clusters, booths and criteria. All later steps have pages at its own desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.errors import InvalidInput
from core.fields.forms import PersianTextField
from core.persian.digits import to_ascii
from core.web.desk import ServiceAdmin, ServiceForm
from core.wording import number_text
from programs.clusters.models import Cluster
from programs.exhibitions.choices import BoothKind, Status
from programs.exhibitions.models import Exhibition
from programs.exhibitions.permissions import READ, WRITE
from programs.exhibitions.services import exhibitions

BOOTH_PARTS = 6
CRITERION_PARTS = 4


class ExhibitionForm(ServiceForm):
    """An exhibition with its booths, one a line, and criteria, one a line."""

    going = forms.ModelMultipleChoiceField(label=gettext_lazy("Clusters that go there"), queryset=Cluster.objects.all())
    booth_lines = PersianTextField(
        label=gettext_lazy("Booths"), required=False, max_length=20_000,
        help_text=gettext_lazy("One a line: code, area, row, place in the row, kind (SHELL, CORNER, ISLAND, RAW), price in rials"),
    )  # fmt: skip
    criterion_lines = PersianTextField(
        label=gettext_lazy("Criteria"), required=False,
        help_text=gettext_lazy("Only by points, one a line: code, name, weight in per cent, most points"),
    )  # fmt: skip

    class Meta:
        model = Exhibition
        fields = [
            "slug", "name", "name_en", "summary", "kind", "country", "city", "place", "organiser", "starts_on", "ends_on",
            "registration_opens_at", "registration_closes_at", "mode", "randomness_source", "randomness_event", "draw_at",
            "budget",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.instance
        if row.pk:
            self.fields["going"].initial = list(row.clusters.all())
            self.fields["booth_lines"].initial = "\n".join(
                f"{one.code}, {one.area_m2}, {one.row}, {one.column}, {one.kind}, {one.price}"
                for one in row.booths.all()
            )
            self.fields["criterion_lines"].initial = "\n".join(
                f"{one.code}, {one.name}, {one.weight}, {one.max_points}" for one in row.criteria.all()
            )

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> Exhibition:
        booths = _booths(values.pop("booth_lines"))
        criteria = _criteria(values.pop("criterion_lines"))
        going, slug = values.pop("going"), values.pop("slug", "")
        with transaction.atomic():
            if self.instance.pk:
                common: dict[str, Any] = {"exhibition_id": self.instance.pk, "by": by, "now": now}
                row = exhibitions.change(values=values, clusters=going, **common)
            else:
                row = exhibitions.create(slug=slug, values=values, clusters=going, by=by, now=now)
            if row.status == Status.DRAFT:
                common = {"exhibition_id": row.pk, "by": by, "now": now}
                exhibitions.set_booths(booths=booths, **common)
                exhibitions.set_criteria(criteria=criteria, **common)
        return row


@admin.register(Exhibition)
class ExhibitionAdmin(ServiceAdmin):
    """Exhibitions."""

    read_permission = READ
    permission = WRITE
    form = ExhibitionForm
    list_display = ("name", "city", "starts_on", "status", "desk_link")
    list_filter = ("status", "kind")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The address stays once the exhibition is written."""
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]

    @admin.display(description=gettext_lazy("desk"))
    def desk_link(self, row: Exhibition) -> str:
        """Where it goes on."""
        return format_html(
            '<a href="{}">{}</a>', reverse("exhibitions:desk", args=[row.slug]), _("Desk of this exhibition")
        )


def _lines(text: str, parts: int, field: str) -> list[list[str]]:
    rows = []
    for number, line in enumerate((one for one in text.splitlines() if one.strip()), start=1):
        cells = [cell.strip() for cell in line.replace("،", ",").split(",")]
        if len(cells) != parts:
            params = {"line": number_text(number), "parts": number_text(parts)}
            raise InvalidInput(_("Line %(line)s needs %(parts)s parts."), field=field, params=params)
        rows.append(cells)
    return rows


def _whole(text: str, field: str) -> int:
    plain = to_ascii(text)
    if not plain.isdigit():
        raise InvalidInput(_("“%(text)s” is no whole number."), field=field, params={"text": text})
    return int(plain)


def _booths(text: str) -> list[dict[str, Any]]:
    field, rows = "booth_lines", []
    for code, area, row, column, kind, price in _lines(text, BOOTH_PARTS, "booth_lines"):
        if kind.upper() not in BoothKind.values:
            raise InvalidInput(_("“%(text)s” is no kind of booth."), field=field, params={"text": kind})
        numbers = {"area_m2": area, "row": row, "column": column, "price": price}
        rows.append({"code": code, "kind": kind.upper(), **{k: _whole(v, field) for k, v in numbers.items()}})
    return rows


def _criteria(text: str) -> list[dict[str, Any]]:
    field = "criterion_lines"
    return [
        {"code": code, "name": name, "weight": _whole(weight, field), "max_points": _whole(most, field)}
        for code, name, weight, most in _lines(text, CRITERION_PARTS, field)
    ]
