"""A diagnosis is finished, with its scores, or opened again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clinic.cases import case_messages
from clinic.cases.case_workflow import CASE
from clinic.cases.models import Case, CaseScore
from clinic.cases.selectors.scores import live_scores
from clinic.cases.services.agreements import forget_agreements
from clinic.cases.services.case_notices import tell_unit
from clinic.cases.services.cases import locked_case, said
from core.transitions import apply


def finish(*, case_id: int, by: Any | None, now: datetime) -> Case:
    """Let the diagnosis stand: nothing in it changes after that, and its scores are kept.

    Raises PermissionRefused, WrongState, NotReady with what is missing.
    """
    with transaction.atomic():
        case = apply(CASE, locked_case(case_id), "diagnose", by=by, now=now, changes={"diagnosed_at": now})
        CaseScore.objects.bulk_create(
            CaseScore(case=case, dimension=one.dimension, score=one.score, share=one.share)
            for one in live_scores(case)
            if one.score is not None
        )
        tell_unit(case_messages.DIAGNOSED, case, key=f"diagnosed:{now:%Y%m%d%H%M%S}", now=now)
    return case


def reopen(*, case_id: int, reason: str, by: Any | None, now: datetime) -> Case:
    """Open a finished diagnosis for changes again, before a plan is approved. Raises PermissionRefused, WrongState."""
    why = said(reason, _("Write why the diagnosis is opened again."))
    with transaction.atomic():
        changes = {"diagnosed_at": None}
        case = apply(CASE, locked_case(case_id), "reopen_diagnosis", by=by, now=now, reason=why, changes=changes)
        case.scores.all().delete()
        forget_agreements(case)
    return case
