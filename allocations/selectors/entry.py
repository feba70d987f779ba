"""The entry check as pages ask it: of answers a visitor typed, or of an applicant that is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from accounts.models import Applicant
from allocations import form_facts
from allocations.entry_policy import EntryFacts, Finding, check
from allocations.models import Call
from core.persian.calendar import tehran_date


def check_answers(call: Call, given: Mapping[str, Any], now: datetime) -> tuple[Finding, ...]:
    """What speaks against applying by the answers of the questionnaire (cleaned); empty: nothing. 1 query."""
    terms = form_facts.entry_terms(call, now)
    facts = EntryFacts(
        day=tehran_date(now),
        is_person=True,
        profile_complete=True,
        birth_date=given["birth_date"],
        county=given.get("county", ""),
        holds_unit=given.get("holds_unit") == "yes",
        trade=given["trade"],
        licence=given["licence"],
        licence_until=given.get("licence_until"),
    )
    return check(terms, facts)


def of_applicant(call: Call, applicant: Applicant | None, now: datetime) -> tuple[Finding, ...]:
    """What speaks against this applicant; nothing is said of nobody. 2 queries."""
    return () if applicant is None else form_facts.findings(call, applicant, now)
