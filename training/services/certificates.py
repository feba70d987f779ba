"""Certificates: issued when the rules are met, made as a PDF by a job, revoked for a reason."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import pdf, verification
from core.audit import record
from core.codes import with_new_code
from core.errors import InvalidInput, NotFound, WrongState
from core.fields.language import active_language, local_digits
from core.jobs import services as jobs
from core.pdf.kept import keep_pdf
from core.persian.text import normalise
from core.wording import day_text
from training import texts
from training.choices import RegistrationStatus
from training.models import CERTIFICATE_PREFIX, Certificate, Registration
from training.outcomes import trimmed
from training.permissions import require
from training.services.notices import tell

JOB = "training.certificate_pdf"
TEMPLATE = "training/pdf/certificate.typ"


def issue(registration: Registration, *, hours: Decimal, by: Any | None, now: datetime) -> Certificate:
    """Issue the certificate of somebody who passed, ask for its PDF and tell him; once. Within the caller's transaction.

    Raises PermissionRefused, WrongState.
    """
    require(by, "training.issue_certificate", registration.course)
    if registration.status != RegistrationStatus.COMPLETED:
        raise WrongState(gettext_lazy("A certificate is for who passed the course."), code="not_passed")
    course, person = registration.course, registration.person
    certificate = with_new_code(
        lambda code: Certificate.objects.create(
            registration=registration,
            code=code,
            holder_name=person.display_name,
            course_name=course.name,
            hours=hours,
            issued_at=now,
            issued_by=by,
        ),
        at=now,
        prefix=CERTIFICATE_PREFIX,
    )
    record(action="training.certificate.issued", by=by, target=certificate, now=now)
    jobs.request(kind=JOB, key=certificate.code, payload={"certificate": certificate.pk}, by=by, now=now)
    tell(texts.PASSED, registration, {"course": course.name, "code": certificate.code}, key="passed", now=now)
    return certificate


def revoke(*, certificate_id: int, reason: str, by: Any | None, now: datetime) -> Certificate:
    """Declare a certificate void, for good; /verify/ says so and the holder is told why. Raises PermissionRefused, NotFound,
    WrongState, InvalidInput."""
    why = normalise(reason)
    if not why:
        raise InvalidInput(gettext_lazy("Write why the certificate is revoked."), field="reason", code="no_reason")
    with transaction.atomic():
        row = Certificate.objects.select_for_update(of=("self",)).filter(pk=certificate_id).first()
        if row is None:
            raise NotFound()
        require(by, "training.revoke_certificate", row.registration.course)
        if not row.is_valid:
            raise WrongState(gettext_lazy("This certificate was revoked already."), code="revoked_already")
        row.revoked_at, row.revoked_by, row.revoked_reason = now, by, why
        row.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
        record(action="training.certificate.revoked", by=by, target=row, now=now, reason=why)
        registration = Registration.objects.select_related("person__user", "course").get(pk=row.registration_id)
        tell(texts.REVOKED, registration, {"code": row.code, "reason": why}, key="revoked", now=now)
    return row


def make_pdf(*, certificate_id: int, now: datetime) -> Certificate:
    """Make and keep the PDF of a certificate, once; see `keep_pdf`."""
    row = Certificate.objects.select_related("registration__course", "registration__person").get(pk=certificate_id)
    return keep_pdf(row, template=TEMPLATE, describe=describe, now=now)


def describe(certificate: Certificate) -> dict[str, Any]:
    """What the template shows, in the active language."""
    course = certificate.registration.course
    person = certificate.registration.person
    rows = [
        (_("Name"), certificate.holder_name),
        (_("National code"), local_digits(person.national_code)),
        (_("Course"), certificate.course_name),
        (_("Held by"), course.host),
        (_("Teacher"), course.instructor),
        (_("Place"), course.place),
        (_("From"), day_text(course.starts_on)),
        (_("To"), day_text(course.ends_on)),
        (_("Hours"), local_digits(trimmed(certificate.hours))),
        (_("Issued"), day_text(certificate.issued_at)),
    ]
    return {
        "title": _("Certificate of a course"),
        "company": _("Zanjan Province Industrial Estates Company"),
        "lang": active_language(),
        "footer": _("To check this certificate: the page “Is it genuine?” of the portal"),
        "code": certificate.code,
        "qr": pdf.qr_svg(verification.address_of(certificate.code)),
        "statement": _("%(name)s took part in the course “%(course)s” and passed it.")
        % {"name": certificate.holder_name, "course": certificate.course_name},
        "labels": {"code": _("Number of the certificate")},
        "rows": [{"label": label, "value": value} for label, value in rows if value],
        "illustrative": _("Illustrative: this certificate belongs to the demonstration.")
        if course.is_illustrative
        else "",
    }
