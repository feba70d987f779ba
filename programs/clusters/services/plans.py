"""The action plan in versions, and the work on its actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import transitions
from core.audit import record
from core.errors import Conflict
from core.persian.calendar import tehran_date
from core.writing import write
from programs.clusters import permissions, policies, workflow
from programs.clusters.choices import PlanStatus
from programs.clusters.errors import PlanFrozen
from programs.clusters.models import ActionItem, ActionPlan
from programs.clusters.services.checks import in_order, locked, locked_cluster, not_later, number, only, refuse

SHARES: Final = ("share_company", "share_state", "share_members", "share_banks", "share_others")
ITEM_FIELDS: Final = frozenset({"goal", "action", "owner", "due_on", "budget", "note", *SHARES})
WHOLE: Final = Decimal(100)


def draft(
    *,
    cluster_id: int,
    vision: str,
    starts_on: date,
    ends_on: date,
    by: Any,
    now: datetime,
    is_illustrative: bool = False,
) -> ActionPlan:
    """Begin the next version. Raises Conflict while another version is being made, InvalidInput for dates out of order."""
    permissions.require(by, permissions.WRITE)
    in_order(starts_on, ends_on)
    with transaction.atomic():
        cluster = locked_cluster(cluster_id)
        if cluster.plans.filter(status__in=[PlanStatus.DRAFT, PlanStatus.SUBMITTED]).exists():
            raise Conflict(
                _("Another version of the plan is being made. Finish that one first."), code="plan_in_the_making"
            )
        last = cluster.plans.order_by("-version").values_list("version", flat=True).first() or 0
        plan = ActionPlan(cluster=cluster, version=last + 1, made_by=by, made_at=now)
        values = {"vision": vision, "starts_on": starts_on, "ends_on": ends_on, "is_illustrative": is_illustrative}
        return write(plan, values, by=by, now=now, event="clusters.action_plan")


def change(*, plan_id: int, vision: str, starts_on: date, ends_on: date, by: Any, now: datetime) -> ActionPlan:
    """Change the frame of a draft."""
    permissions.require(by, permissions.WRITE)
    in_order(starts_on, ends_on)
    with transaction.atomic():
        plan = _locked_draft(plan_id)
        values = {"vision": vision, "starts_on": starts_on, "ends_on": ends_on}
        return write(plan, values, by=by, now=now, event="clusters.action_plan")


def set_item(*, plan_id: int, position: int, values: Mapping[str, Any], by: Any, now: datetime) -> ActionItem:
    """Make or change the action at this place of a draft; `values` are `ITEM_FIELDS`, the shares per cent.

    Raises PlanFrozen; InvalidInput for shares that do not make 100, a negative budget, a day outside the plan.
    """
    only(values, ITEM_FIELDS)
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        plan = _locked_draft(plan_id)
        item = ActionItem.objects.filter(plan=plan, position=position).first()
        item = item or ActionItem(plan=plan, position=position)
        whole = {name: values.get(name, getattr(item, name)) for name in ITEM_FIELDS}
        _check(plan, whole)
        return write(item, values, by=by, now=now, event="clusters.action")


def set_items(*, plan_id: int, rows: Sequence[Mapping[str, Any]], by: Any, now: datetime) -> list[ActionItem]:
    """Write the actions of a draft in this order, all or none; what stood beyond them is removed."""
    with transaction.atomic():
        made = [
            set_item(plan_id=plan_id, position=position, values=row, by=by, now=now)
            for position, row in enumerate(rows, start=1)
        ]
        for old in ActionItem.objects.filter(plan_id=plan_id, position__gt=len(rows)):
            record(action="clusters.action.removed", by=by, target=old, now=now)
            old.delete()
        return made


def submit(*, plan_id: int, by: Any, now: datetime) -> ActionPlan:
    """Hand a draft to the manager."""
    with transaction.atomic():
        plan = locked(ActionPlan, plan_id)
        return transitions.apply(workflow.PLAN, plan, "submit", by=by, now=now, changes={"submitted_at": now})


def return_(*, plan_id: int, note: str, by: Any, now: datetime) -> ActionPlan:
    """The manager gives it back with a note."""
    if not note.strip():
        raise refuse("note", _("Say what has to be changed."))
    with transaction.atomic():
        plan = locked(ActionPlan, plan_id)
        changes = {"review_note": note.strip()}
        return transitions.apply(workflow.PLAN, plan, "return", by=by, now=now, reason=note, changes=changes)


def approve(*, plan_id: int, by: Any, now: datetime) -> ActionPlan:
    """A manager who did not make it puts the version in force; the one before it is replaced. Raises SelfApproved."""
    permissions.require(by, permissions.APPROVE)
    with transaction.atomic():
        plan = locked(ActionPlan, plan_id)
        locked_cluster(plan.cluster_id)
        policies.not_by_maker(plan, by)
        # The version must be one that can be approved before the one in force makes room.
        workflow.PLAN.find("approve", plan.status)
        for old in ActionPlan.objects.filter(cluster_id=plan.cluster_id, status=PlanStatus.APPROVED):
            transitions.apply(workflow.PLAN, old, "supersede", by=None, now=now)
        changes = {"approved_by": by, "approved_at": now}
        return transitions.apply(workflow.PLAN, plan, "approve", by=by, now=now, changes=changes)


def start_action(*, item_id: int, by: Any, now: datetime) -> ActionItem:
    """Work on an action begins."""
    with transaction.atomic():
        return transitions.apply(workflow.ACTION, locked(ActionItem, item_id), "start", by=by, now=now)


def finish_action(*, item_id: int, on: date, note: str, by: Any, now: datetime) -> ActionItem:
    """An action is done, on a day."""
    with transaction.atomic():
        item = locked(ActionItem, item_id)
        not_later(on, tehran_date(now), field="done_on")
        changes = {"done_on": on, "note": note.strip()}
        return transitions.apply(workflow.ACTION, item, "finish", by=by, now=now, changes=changes)


def drop_action(*, item_id: int, reason: str, by: Any, now: datetime) -> ActionItem:
    """An action is given up."""
    if not reason.strip():
        raise refuse("reason", _("Give a reason."))
    with transaction.atomic():
        item = locked(ActionItem, item_id)
        changes = {"note": reason.strip()}
        return transitions.apply(workflow.ACTION, item, "drop", by=by, now=now, reason=reason, changes=changes)


def _locked_draft(plan_id: int) -> ActionPlan:
    plan = locked(ActionPlan, plan_id)
    if plan.status != PlanStatus.DRAFT:
        raise PlanFrozen()
    return plan


def _check(plan: ActionPlan, values: Mapping[str, Any]) -> None:
    shares = [number(values[name], name) for name in SHARES]
    if sum(shares) != WHOLE:
        raise refuse(
            SHARES[0], _("The shares of the funding come to %(sum)s per cent; they must make 100."), sum=sum(shares)
        )
    number(values["budget"], "budget")
    if values["due_on"] is None or not plan.starts_on <= values["due_on"] <= plan.ends_on:
        raise refuse("due_on", _("The day must lie within the days of the plan."))
