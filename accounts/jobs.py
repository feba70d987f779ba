"""Work of accounts that comes back every day."""

from __future__ import annotations

from datetime import timedelta

from accounts.services import codes, reminders, roles
from core import clock
from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic


@periodic("accounts.daily", every=timedelta(days=1), offset=timedelta(hours=3))
def daily(context: JobContext) -> Result:
    """Old codes go, roles that ran out lose the desk, owners hear of papers that expire soon."""
    now = clock.now()
    return {
        "codes": codes.purge(now=now),
        "lapsed": roles.lapse(now=now),
        "reminded": reminders.remind_of_expiry(now=now),
    }
