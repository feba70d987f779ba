"""Papers the portal makes of a row and keeps with it: receipts, certificates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import translation

from core.files import intake
from core.pdf.rendering import render

Row = TypeVar("Row", bound=models.Model)


def keep_pdf(row: Row, *, template: str, describe: Callable[[Row], Mapping[str, Any]], now: datetime) -> Row:
    """Make the PDF of `row` and keep it in its field `pdf`, once, named by its `code`; `describe` says in the portal's language
    what `template` shows. Returns the row. Raises PdfFailed and what the intake raises.

    Typesetting happens outside the transaction; of two that make it at once the first one's counts.
    """
    paper: Any = row
    if paper.pdf_id is not None:
        return row
    with translation.override(settings.LANGUAGE_CODE):
        made = render(template, dict(describe(row)))
    stored = intake.store(ContentFile(made, name=f"{paper.code}.pdf"), by=None, now=now, kinds=("pdf",))
    with transaction.atomic():
        locked: Any = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
        if locked.pdf_id is None:
            locked.pdf = stored
            locked.save(update_fields=["pdf"])
    return locked  # type: ignore[no-any-return]
