"""Receipts on the public page /verify/: what may be known of one, without telling who is behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allocations.choices import ApplicationStatus
from allocations.models import Receipt
from allocations.models.submission import RECEIPT_PREFIX
from core import verification
from core.persian.errors import IdentifierError
from core.persian.tracking import parse_tracking_code


@dataclass(frozen=True, slots=True)
class Genuine:
    """What the public may know of a paper: no name, no number of a person. `is_newest` False: a later version replaced it."""

    code: str
    track: str
    call: str
    call_slug: str
    issued_at: datetime
    version: int
    sha256: str
    is_newest: bool
    is_withdrawn: bool


def find(code: str) -> Genuine | None:
    """The receipt with this code, in any spelling a person may type; None when the portal never issued it. 2 queries."""
    try:
        wanted = parse_tracking_code(code, prefix=RECEIPT_PREFIX)
    except IdentifierError:
        return None
    receipt = Receipt.objects.select_related("version", "application__call").filter(code=wanted).first()
    if receipt is None:
        return None
    application = receipt.application
    return Genuine(
        code=receipt.code,
        track=application.tracking_code,
        call=application.call.title,
        call_slug=application.call.slug,
        issued_at=receipt.issued_at,
        version=receipt.version.number,
        sha256=receipt.version.sha256,
        is_newest=not application.receipts.filter(pk__gt=receipt.pk).exists(),
        is_withdrawn=application.status == ApplicationStatus.WITHDRAWN,
    )


verification.register("receipt", find=find, template="allocations/verified_receipt.html")
