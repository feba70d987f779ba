"""The letter of a referral as a PDF: what it shows, and the job that makes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clinic.treatment.models import Referral
from core.fields.language import active_language, local_digits
from core.pdf.kept import keep_pdf
from core.wording import day_text

JOB = "treatment.letter_pdf"
TEMPLATE = "clinic/pdf/letter.typ"


def make_pdf(*, referral_id: int, now: datetime) -> Referral:
    """Make and keep the PDF of a letter that was sent, once; see `keep_pdf`."""
    rows = Referral.objects.select_related("case__unit__county", "case__unit__estate", "case__unit__trade", "signed_by")
    return keep_pdf(rows.get(pk=referral_id), template=TEMPLATE, describe=describe, now=now)


def describe(row: Referral) -> dict[str, Any]:
    """What the template shows, in the active language: the unit by name and place, nothing that was measured in it."""
    unit = row.case.unit
    place = unit.estate.display_name if unit.estate else unit.place
    facts = [
        (_("Unit"), unit.display_name),
        (_("Trade"), unit.trade.display_name),
        (_("Place"), f"{place}، {unit.county.display_name}"),
        (_("Licence"), f"{unit.get_licence_kind_display()} {local_digits(unit.licence_number)}".strip()),
    ]
    return {
        "title": _("Letter of the industry clinic"),
        "company": _("Zanjan Province Industrial Estates Company"),
        "lang": active_language(),
        "footer": _("Industry clinic of Zanjan Province"),
        "code": row.code,
        "case": row.case.number,
        "day": day_text(row.sent_at.date() if row.sent_at else None),
        "to": row.recipient_name,
        "subject": row.subject,
        "body": [line for line in row.body.splitlines() if line.strip()],
        "asked": row.asked,
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "signed_by": row.signed_by.display_name if row.signed_by else "",
        "labels": {
            "code": _("Number"), "day": _("Date"), "case": _("Case"), "to": pgettext("letter", "To"), "subject": _("Subject"),
            "unit": _("About the unit"), "asked": _("What we ask you to decide"), "signed": _("Lead of the industry clinic"),
            "greeting": _("With greetings and respect"), "end": _("With thanks for your help"),
        },
        "illustrative": _("Illustrative: this letter belongs to the demonstration.") if row.case.is_illustrative else "",
    }  # fmt: skip
