"""The plan at the staff desk: activities, milestones and the plan by month, each a whole table that is saved or refused at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.fields.dates import JalaliDateTextField
from core.fields.forms import PersianCharField, PersianDecimalField, PersianIntegerField, PersianTextField, RialField
from core.persian.calendar import months_between
from core.web.desk_pages import DeskPage, change_url
from programs import permissions
from programs.admin.base import possible_owners
from programs.choices import HUNDRED
from programs.models import Activity
from programs.selectors import desk
from programs.services import plans
from programs.services.plan_rows import ActivityRow, MilestoneRow, MonthRow
from programs.wording import month_text

EMPTY_ROWS = 3
MOST_ROWS = 60
"""Rows of a table that are read and shown again, whatever number a request claims."""


def weight_field() -> PersianDecimalField:
    """A weight in percent."""
    return PersianDecimalField(label=_("weight (percent)"), min_value=Decimal(0), max_value=HUNDRED)


class PartForm(forms.Form):
    """What a row of an activity and of a milestone have in common; an empty name leaves the row out."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    position = PersianIntegerField(label=_("position"), min_value=1, max_value=500)
    name = PersianCharField(label=_("name"), max_length=160)
    weight = weight_field()


class ActivityForm(PartForm):
    """A row of the table of activities."""

    starts_on = JalaliDateTextField(label=_("begins on"))
    ends_on = JalaliDateTextField(label=_("ends on"))
    owner: Any = forms.ModelChoiceField(label=_("answers for it"), queryset=None, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        owner = cast(forms.ModelChoiceField, self.fields["owner"])
        owner.queryset = possible_owners()

    def row(self) -> ActivityRow:
        """The row as it was typed."""
        data = self.cleaned_data
        owner = data["owner"]
        return ActivityRow(
            position=data["position"], name=data["name"], weight=data["weight"], starts_on=data["starts_on"],
            ends_on=data["ends_on"], owner_id=owner.pk if owner else None, id=data["id"],
        )  # fmt: skip


class MilestoneForm(PartForm):
    """A row of the table of milestones."""

    due_on = JalaliDateTextField(label=_("due on"))

    def row(self) -> MilestoneRow:
        """The row as it was typed."""
        data = self.cleaned_data
        return MilestoneRow(
            position=data["position"], name=data["name"], weight=data["weight"], due_on=data["due_on"], id=data["id"]
        )


class RowsForm(forms.BaseFormSet):
    """A table of rows; the sentences of the service stand above it."""

    def add_error(self, _field: str | None, error: Any) -> None:
        """So that a refusal of a service is shown as on any form."""
        self.non_form_errors().append(error)

    @property
    def fields(self) -> dict[str, Any]:
        """No field of its own: every refusal stands above the table."""
        return {}

    def rows(self) -> list[Any]:
        """The rows that were filled in; a row marked for removal or left empty is not there."""
        return [
            form.row() for form in self.forms if form.cleaned_data.get("name") and not form.cleaned_data.get("DELETE")
        ]


def plain(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as they are typed: weights without needless places."""
    return [{**row, "weight": row["weight"].normalize()} for row in rows]


def rows_form(form: type[PartForm]) -> Any:
    """The formset class for rows of this kind."""
    return forms.formset_factory(
        form, formset=RowsForm, extra=EMPTY_ROWS, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS
    )


class RowsPage(DeskPage):
    """A table of parts with a few empty rows at its end."""

    permission = permissions.CHANGE
    template_name = "admin/programs/programme/rows.html"
    confirm_label = _("Save the plan")
    done = _("The plan is saved.")


class ActivitiesPage(RowsPage):
    """The activities of a programme."""

    title = _("Activities")
    lead = _("The weights add up to 100. Weight 0 takes an activity out of the plan and keeps its history.")

    def make_form(self, data: Any) -> Any:
        rows = self.row.activities.values("id", "position", "name", "weight", "starts_on", "ends_on", "owner")
        return rows_form(ActivityForm)(data, initial=plain(rows.order_by("position")), prefix="row")

    def perform(self, form: Any, by: Any) -> None:
        plans.set_activities(programme_id=self.row.pk, rows=form.rows(), by=by, now=self.now)


class MilestonesPage(RowsPage):
    """The milestones of an activity."""

    title = _("Milestones")
    lead = _("The weights add up to 100. Physical progress is entered milestone by milestone.")

    def make_form(self, data: Any) -> Any:
        rows = self.row.milestones.values("id", "position", "name", "weight", "due_on").order_by("position")
        return rows_form(MilestoneForm)(data, initial=plain(rows), prefix="row")

    def perform(self, form: Any, by: Any) -> None:
        plans.set_milestones(activity_id=self.row.pk, rows=form.rows(), by=by, now=self.now)

    def back_url(self) -> str:
        return change_url(self.row.programme)


class MonthsForm(forms.Form):
    """The plan by month as a table: for each month and activity percent and cost, cumulative. Empty cells say nothing."""

    reason = PersianTextField(label=_("Why is this version made?"), max_length=1000, required=False)

    def __init__(self, data: Any, *, activities: list[Activity], months: list[date], initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.activities, self.months = activities, months
        for activity, month in self._cells():
            names = {"activity": activity.name, "month": month_text(month)}
            percent = PersianDecimalField(required=False, min_value=Decimal(0), max_value=HUNDRED)
            percent.label = _("%(activity)s, %(month)s: percent") % names
            cost = RialField(required=False, label=_("%(activity)s, %(month)s: cost in rials") % names)
            for prefix, field in (("p", percent), ("c", cost)):
                field.widget.attrs["aria-label"] = field.label
                self.fields[cell(prefix, activity.pk, month)] = field

    def _cells(self) -> Iterator[tuple[Activity, date]]:
        return ((activity, month) for month in self.months for activity in self.activities)

    def table(self) -> list[tuple[date, list[tuple[Any, Any]]]]:
        """The bound fields, month by month."""
        return [
            (month, [(self[cell("p", one.pk, month)], self[cell("c", one.pk, month)]) for one in self.activities])
            for month in self.months
        ]

    def rows(self) -> list[MonthRow]:
        """The cells that were filled in; a cost alone keeps the percent of the month before."""
        found, last = [], {one.pk: (Decimal(0), 0) for one in self.activities}
        for activity, month in self._cells():
            percent = self.cleaned_data.get(cell("p", activity.pk, month))
            cost = self.cleaned_data.get(cell("c", activity.pk, month))
            if percent is None and cost is None:
                continue
            before = last[activity.pk]
            state = (before[0] if percent is None else percent, before[1] if cost is None else cost)
            last[activity.pk] = state
            found.append(MonthRow(activity.pk, month, *state))
        return found


def cell(prefix: str, activity_id: int, month: date) -> str:
    """Name of the field of an activity in a month: ``p-12-20261122``."""
    return f"{prefix}-{activity_id}-{month:%Y%m%d}"


class MonthsPage(DeskPage):
    """Writes a plan by month for approval; begins with the newest version."""

    permission = permissions.CHANGE
    template_name = "admin/programs/programme/months.html"
    title = _("Plan by month")
    lead = _(
        "Each month says how much is done by its end, with the months before it. Leave a month empty where nothing changes."
    )
    confirm_label = _("Hand in for approval")
    done = _("The plan by month waits for the approval of a manager.")

    @cached_property
    def activities(self) -> list[Activity]:
        """Those that weigh something."""
        return list(self.row.activities.filter(weight__gt=0).order_by("position"))

    def make_form(self, data: Any) -> MonthsForm:
        months = months_between(self.row.starts_on, self.row.ends_on)
        newest = desk.newest_months(self.row)
        initial: dict[str, Any] = {
            cell("p", row.activity_id, row.month): row.planned_percent.normalize() for row in newest
        }
        initial |= {cell("c", row.activity_id, row.month): row.planned_cost for row in newest if row.planned_cost}
        return MonthsForm(data, activities=self.activities, months=months, initial=initial)

    def perform(self, form: Any, by: Any) -> None:
        reason = form.cleaned_data["reason"]
        plans.draft_baseline(programme_id=self.row.pk, rows=form.rows(), by=by, now=self.now, reason=reason)
