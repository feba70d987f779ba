"""What the lead may decide on a request now, the main step first."""

from __future__ import annotations

from clinic.cases.choices import RequestStatus, Service
from clinic.cases.models import ClinicRequest


def step_names(row: ClinicRequest) -> list[str]:
    """Names of the steps this state and service allow: admit, answer, unit, refuse."""
    service, status = Service(row.service), RequestStatus(row.status)
    if status == RequestStatus.ADMITTED and service != Service.DIAGNOSIS:
        return ["answer"]
    if status != RequestStatus.SUBMITTED:
        return []
    if service == Service.DIAGNOSIS:
        return ["unit", "refuse"] if row.unit_id is None else ["admit", "refuse"]
    if service == Service.NEW_BUSINESS:
        return ["admit", "answer", "refuse"]
    return ["answer", "refuse"]
