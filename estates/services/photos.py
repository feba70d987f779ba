"""Photos of estates."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from core.audit import record
from core.errors import NotFound
from core.files import intake
from core.writing import write
from estates import permissions
from estates.models import EstatePhoto
from estates.services.places import locked


def add_photo(
    *,
    estate_id: int,
    upload: UploadedFile,
    caption: str,
    by: Any | None,
    now: datetime,
    credit: str = "",
    taken_on: date | None = None,
) -> EstatePhoto:
    """Take in a photo of an estate (re-encoded, without GPS data) and show it on its page."""
    with transaction.atomic():
        estate = locked(estate_id)
        permissions.require(by, permissions.CHANGE_LAND, estate)
        stored = intake.store(upload, by=by, now=now, kinds=("image",))
        values = {"caption": caption, "credit": credit, "taken_on": taken_on, "position": estate.photos.count()}
        return write(EstatePhoto(estate=estate, file=stored), values, by=by, now=now, event="estates.photo")


def remove_photo(*, photo_id: int, reason: str, by: Any | None, now: datetime) -> None:
    """Take a photo off the estate's page; the file itself stays in the store."""
    with transaction.atomic():
        photo = EstatePhoto.objects.select_for_update().filter(pk=photo_id).first()
        if photo is None:
            raise NotFound()
        permissions.require(by, permissions.CHANGE_LAND, photo)
        record(action="estates.photo.removed", by=by, target=photo, now=now, reason=reason)
        photo.delete()
