"""Action plans and their actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.fields.forms import PersianTextField
from programs.clusters import permissions
from programs.clusters.admin.base import Act, OnDay, ServiceAdmin, ServiceForm, WithReason, in_state
from programs.clusters.choices import ItemStatus, PlanStatus
from programs.clusters.models import ActionItem, ActionPlan
from programs.clusters.services import plans


class DoneForm(OnDay):
    """When an action was done, with a note."""

    note = PersianTextField(label=_("note"), required=False, max_length=300)


class NoteForm(forms.Form):
    """What has to be changed."""

    note = PersianTextField(label=_("what has to be changed"), max_length=500)


class PlanForm(ServiceForm):
    """A draft version."""

    class Meta:
        model = ActionPlan
        fields = ["cluster", "vision", "starts_on", "ends_on", "is_illustrative"]

    def _post_clean(self) -> None:
        """The service checks the row, with its number and the one who made it."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ActionPlan:
        cluster = values.pop("cluster", None)
        if self.instance.pk is None:
            return plans.draft(cluster_id=cluster.pk, by=by, now=now, **values)
        values.pop("is_illustrative", None)
        return plans.change(plan_id=self.instance.pk, by=by, now=now, **values)


@admin.register(ActionPlan)
class ActionPlanAdmin(ServiceAdmin):
    """Versions of action plans: made by officers, approved by a manager."""

    form = PlanForm
    list_display = ("cluster", "version", "status", "starts_on", "ends_on", "made_by", "approved_by", "approved_at")
    list_filter = ("cluster", "status")
    list_select_related = ("cluster", "made_by", "approved_by")
    acts = (
        Act(
            name="submit",
            label=_("Submit the plan"),
            text=_("The manager decides on it; until then it is not changed."),
            run=lambda row, values, by, now: plans.submit(plan_id=row.pk, by=by, now=now),
            possible=in_state(PlanStatus.DRAFT),
        ),
        Act(
            name="return",
            label=_("Give the plan back"),
            text=_("It becomes a draft again, with your note."),
            run=lambda row, values, by, now: plans.return_(plan_id=row.pk, note=values["note"], by=by, now=now),
            possible=in_state(PlanStatus.SUBMITTED),
            form=NoteForm,
            permission=permissions.APPROVE,
        ),
        Act(
            name="approve",
            label=_("Approve the plan"),
            text=_(
                "This version comes into force and the one before it is replaced. Nobody approves what he made himself."
            ),
            run=lambda row, values, by, now: plans.approve(plan_id=row.pk, by=by, now=now),
            possible=in_state(PlanStatus.SUBMITTED),
            permission=permissions.APPROVE,
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only of a draft."""
        return (obj is None or obj.status == PlanStatus.DRAFT) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A version stays with its cluster."""
        return [*super().get_readonly_fields(request, obj), *(["cluster", "is_illustrative"] if obj else [])]


class ItemForm(ServiceForm):
    """An action of a draft."""

    class Meta:
        model = ActionItem
        fields = ["plan", "position", "goal", "action", "owner", "due_on", "budget", *plans.SHARES, "note"]

    def _post_clean(self) -> None:
        """The service checks the row: shares, days, money."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ActionItem:
        plan = values.pop("plan", None) or self.instance.plan
        position = values.pop("position", None) or self.instance.position
        return plans.set_item(plan_id=plan.pk, position=position, values=values, by=by, now=now)


@admin.register(ActionItem)
class ActionItemAdmin(ServiceAdmin):
    """Actions: written while the plan is a draft, carried out when it is in force."""

    form = ItemForm
    list_display = ("plan", "position", "action", "owner", "due_on", "budget", "status")
    list_filter = ("plan__cluster", "status")
    list_select_related = ("plan__cluster",)
    acts = (
        Act(
            name="start",
            label=_("Work begins"),
            text=_("The action is in progress from now on."),
            run=lambda row, values, by, now: plans.start_action(item_id=row.pk, by=by, now=now),
            possible=lambda row: row.plan.status == PlanStatus.APPROVED and row.status == ItemStatus.OPEN,
        ),
        Act(
            name="finish",
            label=_("The action is done"),
            text=_("Say on which day, and what there is to note."),
            run=lambda row, values, by, now: plans.finish_action(
                item_id=row.pk, on=values["on"], note=values["note"], by=by, now=now
            ),
            possible=lambda row: (
                row.plan.status == PlanStatus.APPROVED and row.status in (ItemStatus.OPEN, ItemStatus.IN_PROGRESS)
            ),
            form=DoneForm,
        ),
        Act(
            name="drop",
            label=_("Give the action up"),
            text=_("It stays in the plan with the reason."),
            run=lambda row, values, by, now: plans.drop_action(item_id=row.pk, reason=values["reason"], by=by, now=now),
            possible=lambda row: (
                row.plan.status == PlanStatus.APPROVED and row.status in (ItemStatus.OPEN, ItemStatus.IN_PROGRESS)
            ),
            form=WithReason,
            is_danger=True,
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only while the plan is a draft."""
        is_draft = obj is None or obj.plan.status == PlanStatus.DRAFT
        return is_draft and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Known by plan and place."""
        return [*super().get_readonly_fields(request, obj), *(["plan", "position"] if obj else [])]

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "plan":
            options["queryset"] = ActionPlan.objects.filter(status=PlanStatus.DRAFT).select_related("cluster")
        return super().formfield_for_foreignkey(db_field, request, **options)
