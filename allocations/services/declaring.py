"""The last page of the form: declare and hand in, as one act."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from allocations.choices import ApplicationStatus, Step
from allocations.models import Application, Receipt
from allocations.services import applications, form_locks


@transaction.atomic
def declare_and_submit(*, application_id: int, agreed: bool, no_other_unit: bool, by: Any, now: datetime) -> Receipt:
    """Save the declaration of a draft and hand it in; for an application that was handed in, its receipt.

    Both stand or fall together, under one lock: of two tabs that send the page at once the second one gets the receipt of
    the first and no new version. Raises what `applications.save_step` and `applications.submit` raise.
    """
    application: Application = form_locks.lock(application_id)
    if application.status == ApplicationStatus.DRAFT:
        data = {"agreed": agreed, "no_other_unit": no_other_unit}
        applications.save_step(application_id=application_id, step=Step.DECLARATION, data=data, by=by, now=now)
    return applications.submit(application_id=application_id, by=by, now=now)
