"""Early warning: the list worked out every day, and what is decided about each unit on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.units.choices import WarningStatus
from clinic.units.models import WarningEntry
from clinic.units.selectors.histories import histories
from clinic.units.selectors.rules import thresholds, warning_rules
from clinic.units.warning import Warned, examine
from clinic.units.workflow import WARNING
from core import transitions
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date
from core.persian.text import normalise

LEAST_SCORE: Final = Decimal(10)
"""Points from which a unit comes on the list: one light sign at its full weight."""
LONGEST_DISMISSAL: Final = timedelta(days=366)


def recompute(*, now: datetime) -> dict[str, int]:
    """Work the list out anew: new warnings open, scores follow the figures, signs that are gone clear their warning, and
    what was dismissed until today is open again. Returns how many of each.

    Units that stand still are not on it: they need the clinic, not a warning.
    """
    today = tehran_date(now)
    rules = warning_rules()
    with transaction.atomic():
        standings = histories(today=today, limits=thresholds())
        found = {
            one.unit_id: warned
            for one in standings
            if not one.has_stopped and (warned := examine(one.history, rules, today=today)).score >= LEAST_SCORE
        }
        live = {row.unit_id: row for row in WarningEntry.objects.live().select_for_update().order_by("pk")}
        done = {
            "new": _open(found, live, now),
            "cleared": _clear(found, live, now),
            "due_again": _bring_back(found, live, today, now),
        }
        _follow(found, live, now)
    return done


def look(*, entry_id: int, by: Any, now: datetime) -> WarningEntry:
    """Say that somebody has looked at the unit and will decide. Raises PermissionRefused, NotFound, WrongState."""
    return _decide(entry_id, "look", by, now)


def open_request(*, entry_id: int, request_number: str, by: Any, now: datetime) -> WarningEntry:
    """Say under which number the unit's request to the clinic was opened. Raises as `look`, and InvalidInput."""
    number = normalise(request_number)
    if not number:
        raise InvalidInput(_("Give the number of the request."), field="request_number", code="no_number")
    if len(number) > 24:
        raise InvalidInput(_("This is not the number of a request."), field="request_number", code="no_number")
    return _decide(entry_id, "open_request", by, now, request_number=number)


def dismiss(*, entry_id: int, reason: str, until: date, by: Any, now: datetime) -> WarningEntry:
    """Take the warning off the list until a day within a year; then it is open again if its signs still are.

    Raises as `look`, and InvalidInput.
    """
    text = normalise(reason)
    today = tehran_date(now)
    if not text:
        raise InvalidInput(_("Say why the warning is dismissed."), field="reason", code="no_reason")
    if not today < until <= today + LONGEST_DISMISSAL:
        raise InvalidInput(_("Choose a day after today and within a year."), field="until", code="until_out_of_range")
    return _decide(entry_id, "dismiss", by, now, reason=text[:300], dismissed_until=until)


def take_up(*, entry_id: int, by: Any, now: datetime) -> WarningEntry:
    """Put a warning back among those to be looked at. Raises PermissionRefused, NotFound, WrongState."""
    return _decide(entry_id, "take_up", by, now, dismissed_until=None)


def request_filed(*, unit_id: int, request_number: str, now: datetime) -> WarningEntry | None:
    """A request of this unit came in: its warning is dealt with. None when there was none, or it was dealt with before.

    For the service that files requests, in its transaction.
    """
    states = [WarningStatus.OPEN, WarningStatus.LOOKED_AT, WarningStatus.DISMISSED]
    row = WarningEntry.objects.filter(unit=unit_id, status__in=states).first()
    if row is None:
        return None
    changes = {"request_number": request_number, "decided_at": now, "dismissed_until": None}
    return transitions.apply(WARNING, row, "request_filed", by=None, now=now, changes=changes)


@transaction.atomic
def _decide(entry_id: int, name: str, by: Any, now: datetime, **changes: Any) -> WarningEntry:
    row = WarningEntry.objects.filter(pk=entry_id).first()
    if row is None:
        raise NotFound()
    return transitions.apply(
        WARNING,
        row,
        name,
        by=by,
        now=now,
        reason=changes.get("reason", ""),
        changes={"decided_by": by, "decided_at": now, **changes},
    )


def _open(found: Mapping[int, Warned], live: dict[int, WarningEntry], now: datetime) -> int:
    new = [unit_id for unit_id in found if unit_id not in live]
    # The units themselves are not locked: a warning only says what their readings said at this moment.
    for unit_id in new:
        row = WarningEntry(unit_id=unit_id, since=now, computed_at=now, **_columns(found[unit_id]))
        row.save(force_insert=True)
        record(action="units.warning.opened", by=None, target=row, now=now, data={"score": str(row.score)})
    return len(new)


def _clear(found: Mapping[int, Warned], live: Mapping[int, WarningEntry], now: datetime) -> int:
    gone = [row for unit_id, row in live.items() if unit_id not in found]
    for row in gone:
        transitions.apply(WARNING, row, "clear", by=None, now=now)
    return len(gone)


def _bring_back(found: Mapping[int, Warned], live: Mapping[int, WarningEntry], today: date, now: datetime) -> int:
    due = [
        row
        for unit_id, row in live.items()
        if unit_id in found and row.status == WarningStatus.DISMISSED and (row.dismissed_until or today) <= today
    ]
    for row in due:
        transitions.apply(WARNING, row, "fall_due", by=None, now=now, changes={"dismissed_until": None})
    return len(due)


def _follow(found: Mapping[int, Warned], live: Mapping[int, WarningEntry], now: datetime) -> None:
    rows = []
    for unit_id, row in live.items():
        if unit_id in found:
            for name, value in _columns(found[unit_id]).items():
                setattr(row, name, value)
            row.computed_at = now
            rows.append(row)
    WarningEntry.objects.bulk_update(rows, ["score", "reasons", "computed_at"], batch_size=500)


def _columns(warned: Warned) -> dict[str, Any]:
    reasons = [
        {"code": reason.code, "points": str(reason.points), "params": reason.params} for reason in warned.reasons
    ]
    return {"score": warned.score, "reasons": reasons}
