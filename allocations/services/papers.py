"""Papers of an application: handed in anew or taken from the vault, replaced, removed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.choices import DocumentStatus
from accounts.models import Document
from allocations.choices import PAPER_ITEM, ApplicationStatus, Step
from allocations.errors import PaperRefused, StepLocked
from allocations.models import Application, Paper, PaperRequirement
from allocations.services import form_locks
from allocations.services.saving import save
from core.audit.services import record
from core.errors import InvalidInput
from core.files import intake
from core.files.models import StoredFile
from core.persian.calendar import tehran_date


def attach_paper(
    *,
    application_id: int,
    requirement_id: int,
    by: Any,
    now: datetime,
    upload: UploadedFile[Any] | None = None,
    document_id: int | None = None,
) -> Paper:
    """Hand in a paper, from a file or from the vault; it takes the place of an earlier one.

    Raises InvalidInput (neither or both, what the intake says), PaperRefused (not of this applicant, another kind, out of
    date), and what `applications.save_step` raises.
    """
    if document_id is not None and upload is None:
        with transaction.atomic():
            change, requirement = _open(application_id, requirement_id, by)
            document = _document(change, requirement, document_id)
            return _put(change, requirement, document.file, document, by=by)
    if upload is None or document_id is not None:
        raise InvalidInput(_("Choose a file, or a paper from your vault."), field="upload", code="one_source")
    # Reading a file takes a second or two: asked before, outside the lock, then asked again under it.
    with transaction.atomic():
        _open(application_id, requirement_id, by)
    stored = intake.store(upload, by=by, now=now)
    with transaction.atomic():
        change, requirement = _open(application_id, requirement_id, by)
        return _put(change, requirement, stored, None, by=by)


@transaction.atomic
def remove_paper(*, application_id: int, requirement_id: int, by: Any, now: datetime) -> Application:
    """Take a paper back; a form that was handed in keeps its required papers (Incomplete).

    Raises StepLocked while a correction runs: there a paper is replaced, not removed.
    """
    change, requirement = _open(application_id, requirement_id, by)
    if change.application.status == ApplicationStatus.CORRECTION_REQUESTED:
        raise StepLocked(_("Hand in another paper in its place; it cannot be left out."), code="replace_only")
    gone = _in_force(change, requirement).update(replaced_at=change.moment)
    if not gone:
        return change.application
    record(
        action="allocations.paper.removed",
        by=by,
        target=change.application,
        now=change.moment,
        data={"paper": requirement.code},
    )
    return save(change, Step.PAPERS, {}, by=by)


def _open(application_id: int, requirement_id: int, by: Any) -> tuple[form_locks.Change, PaperRequirement]:
    wanted = PaperRequirement.objects.filter(pk=requirement_id, call__applications=application_id).first()
    if wanted is None:
        raise InvalidInput(_("This call does not ask for such a paper."), field="requirement", code="no_requirement")
    item = f"{PAPER_ITEM}{wanted.code}"
    return form_locks.open_for_change(application_id=application_id, by=by, item=item), wanted


def _document(change: form_locks.Change, requirement: PaperRequirement, document_id: int) -> Document:
    document = (
        Document.objects.select_for_update(of=("self",))
        .select_related("file")
        .filter(pk=document_id, owner_id=change.application.applicant_id, status=DocumentStatus.ACTIVE)
        .first()
    )
    if document is None:
        raise PaperRefused(_("There is no such paper in your vault."), field="document", code="no_document")
    if document.kind != requirement.kind:
        raise PaperRefused(
            _("“%(paper)s” is asked for here; the chosen paper is of another kind."),
            field="document",
            code="other_kind",
            params={"paper": requirement.name},
        )
    if document.has_expired(tehran_date(change.moment)):
        raise PaperRefused(_("This paper is out of date. Hand in a valid one."), field="document", code="expired")
    return document


def _put(
    change: form_locks.Change, requirement: PaperRequirement, stored: StoredFile, document: Document | None, *, by: Any
) -> Paper:
    application = change.application
    _in_force(change, requirement).update(replaced_at=change.moment)
    paper = Paper.objects.create(
        application=application,
        requirement=requirement,
        file=stored,
        document=document,
        added_by=by,
        added_at=change.moment,
    )
    record(
        action="allocations.paper.attached",
        by=by,
        target=application,
        now=change.moment,
        data={"paper": requirement.code, "sha256": stored.sha256},
    )
    save(change, Step.PAPERS, {}, by=by)
    return paper


def _in_force(change: form_locks.Change, requirement: PaperRequirement) -> Any:
    return Paper.objects.filter(application=change.application, requirement=requirement, replaced_at__isnull=True)
