"""Freezing the list: the bytes that are published before the draw, and never changed after."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations.choices import ApplicationStatus, CallMode
from allocations.engine import EngineRefusal
from allocations.models import Application, Call, Draw, FrozenList, RedrawOrder
from allocations.services import difference, locking, scoring, snapshot
from allocations.workflow import CALL
from core import clock
from core.audit.services import record
from core.errors import DomainError, InvalidInput, WrongState
from core.transitions import apply

GONE = (ApplicationStatus.WITHDRAWN, ApplicationStatus.INELIGIBLE, ApplicationStatus.DRAFT)


class CannotFreeze(WrongState):
    """The list is not ready, or its event has happened already."""

    default_code = "cannot_freeze"


class ListOutdated(WrongState):
    """What was frozen is no longer what was decided."""

    default_message = _("Applications were changed after the list was frozen. Freeze it again first.")
    default_code = "list_outdated"


class BrokenList(DomainError):
    """Rules, plots or applications that cannot be a list: a fault of the data, named for those who must repair it."""

    default_message = _("The list cannot be frozen: %(problems)s")
    default_code = "broken_list"


@transaction.atomic
def freeze(*, call_id: int, by: Any, now: datetime, reason: str = "") -> FrozenList:
    """Freeze the eligible applications of a call; the second time and later with a reason and the difference shown.

    Only when every application is decided and scored, and only before the announced event by the database's clock: after
    it, or after a draw, a new event must have been ordered (`draws.propose_redraw`). Modes without points settle their
    applications here.
    Raises PermissionRefused, WrongState, CannotFreeze, NotScored, InvalidInput, BrokenList.
    """
    call = locking.call(call_id)
    applications = locking.applications(call_id)
    previous = newest(call)
    if previous is not None and not reason.strip():
        raise InvalidInput(_("Say why the list is frozen again."), field="reason")
    order = _event(previous)
    draw_at = order.draw_at if order is not None else call.draw_at
    moment = clock.database_now()
    if draw_at is None or moment >= draw_at:
        raise CannotFreeze(_("The announced event has happened. A new list needs a new event."), code="event_over")
    apply(CALL, call, "freeze", by=by, now=now, reason=reason)
    _settle(call, applications, now)
    given = _read(call, order)
    if not given.applications:
        raise CannotFreeze(_("No application is eligible: there is no list to freeze."), code="empty_list")
    made = snapshot.freeze(given)
    row = FrozenList(
        call=call,
        number=previous.number + 1 if previous else 1,
        rules=made.rules,
        plots=made.plots,
        lines=made.lines,
        rules_sha256=made.rules_sha256,
        plots_sha256=made.plots_sha256,
        list_sha256=made.list_sha256,
        frozen_sha256=made.frozen_sha256,
        applications_count=len(given.applications),
        source=given.rules.randomness.source,
        event=given.rules.randomness.event,
        draw_at=draw_at,
        frozen_by=by,
        frozen_at=moment,
        reason=reason,
        previous=previous,
        difference=_difference(previous, given, made.rules),
    )
    row.save(force_insert=True)
    record(
        action="allocations.list.frozen", by=by, target=row, now=now, reason=reason,
        data={"number": row.number, "H": row.frozen_sha256, "applications": row.applications_count},
    )  # fmt: skip
    return row


def newest(call: Call) -> FrozenList | None:
    """The list that counts: the last one frozen, or None."""
    return FrozenList.objects.filter(call=call).order_by("-number").first()


def ensure_current(frozen: FrozenList, call: Call) -> None:
    """Raises ListOutdated unless the list is the newest and still says what was decided, withdrawals apart."""
    last = newest(call)
    if last is None or last.pk != frozen.pk:
        raise ListOutdated(_("A newer list was frozen."), code="newer_list")
    if RedrawOrder.objects.filter(frozen_list=frozen, confirmed_by__isnull=False).exists():
        raise ListOutdated(_("Another draw was ordered. Freeze the list for its event first."), code="redraw_ordered")
    now_listed = {one.application: one for one in snapshot.read_applications(call)}
    frozen_lines = {one.application: one for one in snapshot.read_frozen(frozen).applications}
    withdrawn = set(
        Application.objects.filter(call=call, status=ApplicationStatus.WITHDRAWN).values_list("opaque_id", flat=True)
    )
    open_ones = Application.objects.filter(call=call).exclude(
        status__in=[*GONE, ApplicationStatus.SCORED, *snapshot.AFTER_A_RUN]
    )
    expected = {one: line for one, line in frozen_lines.items() if one not in withdrawn}
    if now_listed != expected or open_ones.exists():
        raise ListOutdated()


def _event(previous: FrozenList | None) -> RedrawOrder | None:
    """The order that names the event of the new list; None: the event announced in the call."""
    if previous is None:
        return None
    order = RedrawOrder.objects.filter(frozen_list__call=previous.call_id, confirmed_by__isnull=False).first()
    if (order is None or order.frozen_list_id != previous.pk) and _is_drawn(previous):
        raise CannotFreeze(
            _("This list has been drawn. Another draw must be ordered by two people first."), code="drawn"
        )
    return order


def _is_drawn(frozen: FrozenList) -> bool:
    return Draw.objects.filter(frozen_list=frozen).exists()


def _settle(call: Call, applications: list[Application], now: datetime) -> None:
    if call.mode != CallMode.SCORED:
        scoring.settle_all(call, applications, now=now)
    waiting = Application.objects.filter(call=call, status=ApplicationStatus.ELIGIBLE).order_by("pk").first()
    if waiting is not None:
        raise scoring.NotScored(params={"application": waiting.tracking_code})


def _read(call: Call, order: RedrawOrder | None) -> snapshot.Input:
    try:
        return snapshot.read_call(call, order=order)
    except EngineRefusal as refusal:
        problems = "; ".join(str(problem) for problem in refusal.problems[:5])
        raise BrokenList(params={"problems": problems}) from refusal


def _difference(previous: FrozenList | None, given: snapshot.Input, rules: str) -> dict[str, Any]:
    if previous is None:
        return {}
    old = snapshot.read_frozen(previous)
    return difference.of_lists((previous.rules, old.plots, old.applications), (rules, given.plots, given.applications))
