"""Certificates on the public page /verify/: what may be known of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from core import verification
from core.persian.errors import IdentifierError
from core.persian.text import masked_name
from core.persian.tracking import parse_tracking_code
from training.models import CERTIFICATE_PREFIX, Certificate
from training.outcomes import trimmed


@dataclass(frozen=True, slots=True)
class Genuine:
    """A certificate as a stranger may see it: `holder` shows the first letter of each name, to be compared with the paper."""

    code: str
    course: str
    host: str
    holder: str
    hours: Decimal
    issued_at: datetime
    revoked_at: datetime | None
    is_illustrative: bool

    @property
    def is_valid(self) -> bool:
        """Issued and not revoked."""
        return self.revoked_at is None


def find(code: str) -> Genuine | None:
    """The certificate with this code, in any spelling a person may type; None when the portal never issued it. 1 query."""
    try:
        wanted = parse_tracking_code(code, prefix=CERTIFICATE_PREFIX)
    except IdentifierError:
        return None
    row = Certificate.objects.select_related("registration__course").filter(code=wanted).first()
    if row is None:
        return None
    return Genuine(
        code=row.code,
        course=row.course_name,
        host=row.registration.course.host,
        holder=masked_name(row.holder_name),
        hours=trimmed(row.hours),
        issued_at=row.issued_at,
        revoked_at=row.revoked_at,
        is_illustrative=row.registration.course.is_illustrative,
    )


verification.register("certificate", find=find, template="training/verified_certificate.html")
