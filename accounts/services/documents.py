"""The vault: papers are added, replaced by newer ones, taken out; never deleted."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.choices import DocumentKind
from accounts.models import Applicant, Document, GroupClaim, User
from accounts.permissions import require
from accounts.workflow import DOCUMENTS
from core import transitions
from core.audit.services import record
from core.errors import InvalidInput
from core.files import intake
from core.persian.calendar import tehran_date

MOST_PAPERS = 60
"""How many papers in use one applicant may keep."""


def add(
    *,
    applicant_id: int,
    kind: str,
    upload: UploadedFile[Any],
    by: User,
    now: datetime,
    title: str = "",
    number: str = "",
    issued_on: date | None = None,
    valid_until: date | None = None,
    claim_id: int | None = None,
    replaces_id: int | None = None,
) -> Document:
    """Put a paper into the vault of an applicant; with `replaces_id` in the place of an older one.

    The file goes through core.files (measured, re-made, without hidden data). Raises PermissionRefused, InvalidInput,
    WrongState when the older one is not in use any more, and what the intake raises.
    """
    applicant = Applicant.objects.get(pk=applicant_id)
    require(by, "accounts.act_for_applicant", applicant)
    _check(kind, issued_on, valid_until, now)
    # Before the lock: opening a large picture takes a second. A paper that is refused below leaves no trace, because
    # core.files erases what nothing refers to.
    file = intake.store(upload, by=by, now=now)
    with transaction.atomic():
        # The row of the applicant is the lock of the vault: two uploads at once cannot pass the limit together.
        applicant = Applicant.objects.select_for_update().get(pk=applicant_id)
        if replaces_id is None and Document.objects.in_use().filter(owner=applicant).count() >= MOST_PAPERS:
            raise InvalidInput(
                _("The vault is full (%(limit)s papers). Take out papers you no longer need."),
                field="file",
                code="vault_full",
                params={"limit": MOST_PAPERS},
            )
        older = _older(applicant, replaces_id, by, now)
        document = Document.objects.create(
            owner=applicant,
            kind=kind,
            title=title,
            number=number,
            issued_on=issued_on,
            valid_until=valid_until,
            claim=_claim(applicant, claim_id),
            file=file,
            replaces=older,
            added_by=by,
            created_at=now,
        )
        record(action="accounts.document.added", by=by, target=document, now=now, data={"kind": kind})
    return document


@transaction.atomic
def withdraw(*, document_id: int, by: User, now: datetime) -> Document:
    """Take a paper out of the vault. Applications that show it keep it. Raises PermissionRefused, WrongState."""
    document = Document.objects.get(pk=document_id)
    require(by, "accounts.manage_document", document)
    return transitions.apply(DOCUMENTS, document, "withdraw", by=by, now=now)


def _check(kind: str, issued_on: date | None, valid_until: date | None, now: datetime) -> None:
    if kind not in DocumentKind.values:
        raise InvalidInput(_("Choose the kind of paper."), field="kind", code="kind")
    today = tehran_date(now)
    if issued_on is not None and issued_on > today:
        raise InvalidInput(_("The date of issue lies in the future."), field="issued_on", code="issued_on")
    if valid_until is not None and valid_until < today:
        raise InvalidInput(
            _("This paper has expired. Upload the renewed one."), field="valid_until", code="expired_paper"
        )
    if issued_on is not None and valid_until is not None and valid_until < issued_on:
        raise InvalidInput(_("The last day lies before the date of issue."), field="valid_until", code="period")


def _older(applicant: Applicant, replaces_id: int | None, by: User, now: datetime) -> Document | None:
    if replaces_id is None:
        return None
    older = Document.objects.filter(pk=replaces_id, owner=applicant).first()
    if older is None:
        raise InvalidInput(code="replaces")
    return transitions.apply(DOCUMENTS, older, "replace", by=by, now=now)


def _claim(applicant: Applicant, claim_id: int | None) -> GroupClaim | None:
    if claim_id is None:
        return None
    claim = GroupClaim.objects.filter(pk=claim_id, applicant=applicant, withdrawn_at=None).first()
    if claim is None:
        raise InvalidInput(code="claim")
    return claim
