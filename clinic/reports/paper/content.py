"""The whole report, put together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clinic.cases.models import Case
from clinic.reports.paper import decisions, diagnosis, method, prescription, profile
from clinic.treatment.models import TreatmentPlan
from core.fields.language import active_language
from core.pdf.blocks import facts
from core.persian.calendar import tehran_date
from core.wording import day_text, moment_text

FORM = 1
"""Form of the frozen content; a later form would be another number, so that old versions print as they did."""


def content(case: Case, plan: TreatmentPlan, *, now: datetime) -> dict[str, Any]:
    """Everything the report says, as JSON for templates/clinic/reports/pdf/report.typ; version, code and signatures come to it
    when the paper is set. A fixed number of queries and three for each project."""
    day = tehran_date(now)
    blocks = [
        *profile.profile(case),
        *method.method(case, day=day),
        *method.scores(case),
        *diagnosis.findings(case),
        *diagnosis.causes(case),
        *prescription.projects(plan),
        *decisions.decided(plan),
        *prescription.decisions(case, plan),
        *prescription.follow_up(case, plan),
        *profile.sheets(case),
    ]
    return {
        "form": FORM,
        "lang": active_language(),
        "title": _("Diagnostic report"),
        "company": _("Industry clinic, Zanjan Province Industrial Estates Company"),
        "subtitle": case.unit.display_name,
        "as_of": _("Made on %(at)s") % {"at": moment_text(now)},
        "sample": _("Illustrative: unit, figures and people of this report were invented.")
        if case.is_illustrative
        else "",
        "contents": _("Contents"),
        "cover": facts(
            [
                (_("Case"), case.number),
                (_("Trade"), case.unit.trade.display_name),
                (_("Diagnosis finished"), day_text(tehran_date(case.diagnosed_at)) if case.diagnosed_at else ""),
                (_("Led by"), case.lead.display_name),
            ]
        ),
        "blocks": blocks,
    }


def hash_of(data: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the content as canonical JSON: what is signed."""
    plain = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
