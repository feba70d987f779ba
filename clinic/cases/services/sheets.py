"""Data sheets: every save is a new version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases import policies
from clinic.cases.models import DataSheet
from clinic.cases.permissions import WRITE_SHEETS, require
from clinic.cases.services.cases import locked_case
from clinic.cases.sheet_values import clean
from core.audit import record
from core.errors import Conflict


def save(
    *,
    case_id: int,
    kind: str,
    items: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    by: Any,
    now: datetime,
    seen: int | None = None,
) -> DataSheet:
    """Keep a new version of a sheet; the same content again changes nothing. `seen`: the version the writer had before him.

    Raises PermissionRefused, WrongState, InvalidInput with the errors of each field, Conflict when somebody else saved since.
    """
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, WRITE_SHEETS, case)
        policies.is_live(case)
        data = clean(kind, items, rows)
        latest = case.sheets.filter(kind=kind).order_by("-version").first()
        if latest is not None and latest.data == data:
            return latest
        version = latest.version if latest else 0
        if seen is not None and seen != version:
            raise Conflict(
                _("Somebody else has saved this sheet in the meantime. Open the page again."), code="saved_since"
            )
        sheet = DataSheet.objects.create(
            case=case, kind=kind, version=version + 1, data=data, entered_by=by, entered_at=now
        )
        record(action="cases.sheet.saved", by=by, target=case, now=now, data={"kind": kind, "version": sheet.version})
    return sheet
