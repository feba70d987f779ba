"""What is put to the frozen content when the paper is set: version, code, and who has signed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from clinic.reports.models import DiagnosticReport, ReportSignature, SignatureWaiver
from clinic.reports.paper.words import version_text
from core import pdf, verification
from core.pdf.blocks import Block, heading, note
from core.wording import moment_text


def filled(report: DiagnosticReport) -> dict[str, Any]:
    """What the template shows, in the active language. 3 queries."""
    return {
        **report.data,
        "version": version_text(report.version),
        "code": report.code,
        "blocks": [*report.data["blocks"], *_signatures(report)],
    }


def _signatures(report: DiagnosticReport) -> list[Block]:
    given = {row.member_id: row for row in ReportSignature.objects.filter(report=report)}
    waived = {row.member_id: row for row in SignatureWaiver.objects.filter(report=report)}
    rows = [
        {
            "name": row.consultant.name,
            "as": str(row.get_specialty_display()),
            "signed": _signed(given.get(row.pk)),
            "without": _without(waived.get(row.pk)),
        }
        for row in report.case.members.select_related("consultant__user").order_by("joined_at", "pk")
        if row.pk in given or row.pk in waived or row.left_at is None
    ]
    whole = (
        _(
            "The members of the team signed this version on the portal with their passwords, but for those who had left it."
        )
        if waived
        else _("Each member of the team signed this version on the portal with his password.")
    )
    sentence = (
        whole if report.signed_at else _("This version is not signed by everybody yet: it is for the team alone.")
    )
    address = verification.address_of(report.code)
    return [
        heading(_("Signatures")),
        note(sentence),
        {
            "kind": "signatures",
            "rows": rows,
            "unsigned": _("not signed yet"),
            "qr": pdf.qr_svg(address),
            "labels": {"code": _("Code of the report"), "hash": _("SHA-256 of the content")},
            "code": report.code,
            "hash": report.sha256,
            "address": address if address != report.code else "",
            "check": _("To check this report: the page “Is it genuine?” of the portal"),
        },
    ]


def _signed(row: ReportSignature | None) -> str:
    return "" if row is None else _("signed %(at)s") % {"at": moment_text(row.signed_at)}


def _without(row: SignatureWaiver | None) -> str:
    return "" if row is None else _("left the team before signing: %(reason)s") % {"reason": row.reason}
