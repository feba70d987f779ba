"""The log of visits, with photos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases import policies
from clinic.cases.case_workflow import CASE
from clinic.cases.choices import CaseStatus
from clinic.cases.models import Case, Visit, VisitPhoto
from clinic.cases.permissions import DIAGNOSE, require
from clinic.cases.services.cases import locked_case, said
from core.audit import record
from core.errors import InvalidInput, NotFound, WrongState
from core.files import intake
from core.files.models import StoredFile
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.transitions import apply

MOST_PHOTOS = 30


def log(
    *,
    case_id: int,
    visited_at: datetime,
    notes: str,
    by: Any,
    now: datetime,
    photos: Sequence[File] = (),
    caption: str = "",
) -> Visit:
    """Write down a visit, with photos (re-encoded, without GPS data); the first one moves the case to VISITED.

    Raises PermissionRefused, WrongState, InvalidInput (in the future, before the case), and what the intake raises.
    """
    text = said(notes, _("Write down what was seen."), field="notes")
    case = Case.objects.select_related("request__applicant").filter(pk=case_id).first()
    if case is None:
        raise NotFound()
    require(by, DIAGNOSE, case)
    # Opening a large picture takes a second: before the locks, then asked again under them.
    stored = [intake.store(photo, by=by, now=now, kinds=("image",)) for photo in photos]
    with transaction.atomic():
        case = _visitable(case_id, by)
        _refuse_odd_moment(case, visited_at, now)
        visit = Visit.objects.create(case=case, visited_at=visited_at, by=by, notes=text, written_at=now)
        _keep(visit, stored, normalise(caption))
        record(action="cases.visit.logged", by=by, target=case, now=now, data={"photos": len(stored)})
        if case.status == CaseStatus.TEAM_ASSIGNED:
            apply(CASE, case, "visit", by=None, now=now)
    return visit


def add_photos(*, visit_id: int, photos: Sequence[File], caption: str, by: Any, now: datetime) -> list[VisitPhoto]:
    """Put more photos to a visit. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    visit = Visit.objects.select_related("case__request__applicant").filter(pk=visit_id).first()
    if visit is None:
        raise NotFound()
    require(by, DIAGNOSE, visit.case)
    stored = [intake.store(photo, by=by, now=now, kinds=("image",)) for photo in photos]
    with transaction.atomic():
        case = _visitable(visit.case_id, by)
        kept = _keep(visit, stored, normalise(caption))
        record(action="cases.visit.photos_added", by=by, target=case, now=now, data={"photos": len(kept)})
    return kept


def _visitable(case_id: int, by: Any) -> Case:
    case = locked_case(case_id)
    require(by, DIAGNOSE, case)
    policies.is_live(case)
    if case.status in (CaseStatus.REQUESTED, CaseStatus.ADMITTED):
        raise WrongState(_("First name the team of this case."), code="no_team")
    return case


def _refuse_odd_moment(case: Case, visited_at: datetime, now: datetime) -> None:
    if visited_at > now:
        raise InvalidInput(_("A visit is written down after it took place."), field="visited_at", code="in_the_future")
    # By the day: people write hours as they remember them.
    if tehran_date(visited_at) < tehran_date(case.opened_at):
        text = _("This is before the case was opened.")
        raise InvalidInput(text, field="visited_at", code="before_the_case")


def _keep(visit: Visit, stored: Sequence[StoredFile], caption: str) -> list[VisitPhoto]:
    known = set(visit.photos.values_list("file_id", flat=True))
    new = [file for file in dict.fromkeys(stored) if file.pk not in known]
    if len(known) + len(new) > MOST_PHOTOS:
        raise InvalidInput(_("There are enough photos of this visit."), field="photos", code="too_many")
    return [
        VisitPhoto.objects.create(visit=visit, file=file, caption=caption[:200], position=len(known) + place)
        for place, file in enumerate(new)
    ]
