"""The lock under which a form changes, and the moment that decides whether it was in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from allocations import policies
from allocations.choices import ApplicationStatus, Step
from allocations.errors import NoSuchApplication, StepLocked
from allocations.models import Application, Call, CorrectionRequest
from core import clock

CORRECTABLE_STEPS = frozenset({Step.IDENTITY, Step.CRAFT, Step.PLAN, Step.GROUPS})
"""Steps an officer can send back. The order of plots is not among them: after the deadline nobody changes it."""
SHARE = "SELECT id FROM allocations_call WHERE id = %s FOR KEY SHARE"
SHARE_OF_APPLICATION = """
SELECT id FROM allocations_call WHERE id = (SELECT call_id FROM allocations_application WHERE id = %s) FOR KEY SHARE
"""


@dataclass(slots=True)
class Change:
    """A form that may be changed now: locked, with the moment by the database's clock and the correction, if one runs."""

    application: Application
    moment: datetime
    correction: CorrectionRequest | None = None

    @property
    def is_registered(self) -> bool:
        """Whether the form has been handed in, so that a change counts at once."""
        return self.application.status == ApplicationStatus.SUBMITTED


def share_call(call_id: int) -> Call:
    """The call as it stands, kept from moving on until the transaction ends; others may share it.

    Many applicants hand in at once, so they share the lock (FOR KEY SHARE) that closing, freezing and extending need alone:
    whoever was in time has committed before the list is frozen.
    """
    return _share(SHARE, call_id)


def _share(statement: str, key: int) -> Call:
    with connection.cursor() as cursor:
        cursor.execute(statement, [key])
        found = cursor.fetchone()
    if found is None:
        raise NoSuchApplication()
    return Call.objects.select_related("estate__county", "resident_county").get(pk=found[0])


def lock(application_id: int) -> Application:
    """The application, locked after its call. Raises NoSuchApplication."""
    call = _share(SHARE_OF_APPLICATION, application_id)
    application = (
        Application.objects.select_for_update(of=("self",))
        .select_related("applicant__person", "applicant__legal_entity", "trade")
        .get(pk=application_id)
    )
    application.call = call
    return application


def open_for_change(*, application_id: int, by: Any, item: str) -> Change:
    """Lock the form and ask whether its part `item` (a step, or `paper:<code>`) may be changed now.

    Raises NoSuchApplication (also for somebody else's), CallNotOpen after the deadline, StepLocked.
    """
    application = lock(application_id)
    moment = clock.database_now()
    if not by.has_perm("allocations.edit_application", application):
        raise NoSuchApplication()
    if application.status in (ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED):
        policies.refuse_unless_open(application.call, moment)
        return Change(application, moment)
    if application.status == ApplicationStatus.CORRECTION_REQUESTED:
        policies.correction_runs(application, moment)
        correction = application.corrections.get(resolved_at__isnull=True)
        if item not in correction.items:
            raise StepLocked(code="not_in_correction")
        return Change(application, moment, correction)
    raise StepLocked(code=f"locked_{application.status.lower()}")
