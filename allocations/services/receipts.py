"""The PDF of a receipt, made by a job after the submission has committed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from allocations.choices import VersionCause
from allocations.models import PaperRequirement, Receipt
from allocations.wording import moment_text, number_text
from core import pdf, verification
from core.fields.language import active_language
from core.pdf.kept import keep_pdf

TEMPLATE = "allocations/pdf/receipt.typ"


def make_pdf(*, receipt_id: int, now: datetime) -> Receipt:
    """Make and keep the PDF of a receipt, once; see `keep_pdf`. It shows what was handed in then, not what the form says today."""
    receipt = (
        Receipt.objects.select_related("version", "application__call__estate", "application__trade")
        .select_related("application__applicant__person", "application__applicant__legal_entity")
        .get(pk=receipt_id)
    )
    return keep_pdf(receipt, template=TEMPLATE, describe=describe, now=now)


def describe(receipt: Receipt) -> dict[str, Any]:
    """What the template shows, in the active language; read from the version that was kept."""
    form = json.loads(receipt.version.form_json)
    application = receipt.application
    call = application.call
    return {
        "title": _("Receipt of an application"),
        "company": _("Zanjan Province Industrial Estates Company"),
        "lang": active_language(),
        "footer": _("To check this receipt: the page “Is it genuine?” of the portal"),
        "track": application.tracking_code,
        "code": receipt.code,
        "qr": pdf.qr_svg(verification.address_of(receipt.code)),
        "labels": {
            "track": _("Tracking code"),
            "code": _("Receipt code"),
            "choices": _("Plots in order of liking"),
            "no_choice": _("None named"),
            "papers": _("Papers handed in"),
            "sha256": _("SHA-256 of the form:"),
        },
        "rows": _rows(receipt, form),
        "choices": [
            {"place": number_text(place), "plot": choice["plot"]}
            for place, choice in enumerate((one for one in form["choices"] if one["named"]), start=1)
        ],
        "any_other": _("After these any other plot of the call.") if form["any_other_plot"] else "",
        "papers": _papers(receipt, form),
        "sha256": receipt.version.sha256,
        "notice": _(
            "This receipt proves that the application was handed in as stated. It says nothing about eligibility or a plot. "
            "The application can be changed until %(closes)s; a change gives a new receipt and keeps the first time."
        )
        % {"closes": moment_text(call.closes_at)},
    }


def _rows(receipt: Receipt, form: dict[str, Any]) -> list[dict[str, Any]]:
    application = receipt.application
    version = receipt.version
    first = application.first_submitted_at
    rows = [
        (_("Applicant"), form["applicant"]["name"], False),
        (_("National code or ID"), form["applicant"]["identifier"], True),
        (_("Call"), application.call.title, False),
        (_("Estate"), str(application.call.estate), False),
        (_("Trade"), str(application.trade or ""), False),
        (_("First handed in"), moment_text(first), False),
        (_("This version"), f"{number_text(version.number)} – {VersionCause(version.cause).label}", False),
        (_("Handed in"), moment_text(version.at), False),
    ]
    return [{"label": label, "value": value, "is_code": is_code} for label, value, is_code in rows]


def _papers(receipt: Receipt, form: dict[str, Any]) -> list[str]:
    names = dict(PaperRequirement.objects.filter(call_id=receipt.application.call_id).values_list("code", "name"))
    return [str(names.get(one["paper"], one["paper"])) for one in form["papers"]]
