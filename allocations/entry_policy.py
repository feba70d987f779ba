"""May this applicant apply to this call? Pure: facts in, findings out; sentences are made here too, by reason code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from allocations.wording import day_text
from core.persian.calendar import add_months_to_date


class EntryReason(TextChoices):
    """Why somebody may not apply, or not yet."""

    TERM_NOT_BEGUN = "TERM_NOT_BEGUN", _("the term has not begun")
    TERM_OVER = "TERM_OVER", _("the term is over")
    CALL_CANCELLED = "CALL_CANCELLED", _("the call is cancelled")
    PROFILE_INCOMPLETE = "PROFILE_INCOMPLETE", _("the profile is not complete")
    BIRTH_DATE_UNKNOWN = "BIRTH_DATE_UNKNOWN", _("the date of birth is not known")
    UNDER_AGE = "UNDER_AGE", _("younger than the call demands")
    COUNTY_UNKNOWN = "COUNTY_UNKNOWN", _("the county of residence is not known")
    NOT_RESIDENT = "NOT_RESIDENT", _("lives in another county")
    TRADE_NOT_IN_CALL = "TRADE_NOT_IN_CALL", _("the trade is not one of the call")
    LICENCE_NOT_ACCEPTED = "LICENCE_NOT_ACCEPTED", _("the licence is not accepted")
    LICENCE_EXPIRED = "LICENCE_EXPIRED", _("the licence is out of date")
    HOLDS_OTHER_UNIT = "HOLDS_OTHER_UNIT", _("already holds a unit")
    APPLIED_ALREADY = "APPLIED_ALREADY", _("has applied already")


MENDABLE = frozenset({EntryReason.PROFILE_INCOMPLETE, EntryReason.BIRTH_DATE_UNKNOWN, EntryReason.COUNTY_UNKNOWN})
"""What the applicant can put right himself, now."""

OF_THE_TERM = frozenset({EntryReason.TERM_NOT_BEGUN, EntryReason.TERM_OVER, EntryReason.CALL_CANCELLED})
"""Reasons of the call's dates, not of the applicant."""

OF_THE_CRAFT = frozenset({EntryReason.TRADE_NOT_IN_CALL, EntryReason.LICENCE_NOT_ACCEPTED, EntryReason.LICENCE_EXPIRED})
"""Reasons that lie in the step "craft and licence"."""

SENTENCES: dict[str, Promise] = {
    EntryReason.TERM_NOT_BEGUN: _("The call opens on %(opens)s. Come back then."),
    EntryReason.TERM_OVER: _("The deadline was %(closes)s. Look for the next call on the page of calls."),
    EntryReason.CALL_CANCELLED: _("The call was cancelled. Look for the next call on the page of calls."),
    EntryReason.PROFILE_INCOMPLETE: _("Your profile is not complete. Complete it, then come back to this call."),
    EntryReason.BIRTH_DATE_UNKNOWN: _("Your date of birth is missing. Enter it in your profile."),
    EntryReason.UNDER_AGE: _("On the day of the application you must be at least %(age)s years old."),
    EntryReason.COUNTY_UNKNOWN: _("The county you live in is missing. Enter your address in your profile."),
    EntryReason.NOT_RESIDENT: _(
        "This call is for people who live in the county of %(county)s. The address in your profile counts; if it is out of "
        "date, correct it there."
    ),
    EntryReason.TRADE_NOT_IN_CALL: _("Your trade is not one of this call. Its trades stand on the page of the call."),
    EntryReason.LICENCE_NOT_ACCEPTED: _(
        "This call does not accept a licence of this kind. The accepted licences stand on the page of the call."
    ),
    EntryReason.LICENCE_EXPIRED: _("Your licence was valid until %(day)s. Renew it and apply with the new one."),
    EntryReason.HOLDS_OTHER_UNIT: _("This call is for people who hold no other unit of the company."),
    EntryReason.APPLIED_ALREADY: _("You have an application to this call already: %(track)s. Open it to go on."),
}


@dataclass(frozen=True, slots=True)
class EntryTerms:
    """The conditions of a call. `phase` is the call's status at the moment of asking; codes and slugs elsewhere."""

    phase: str
    opens: str
    closes: str
    minimum_age: int
    trades: frozenset[str]
    licences: frozenset[str]
    county: str | None
    county_name: str
    refuses_holders: bool


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What is known of the applicant; None where it is not known or not asked yet. `day`: today in Tehran."""

    day: date
    is_person: bool
    profile_complete: bool
    birth_date: date | None
    county: str
    holds_unit: bool
    track: str = ""
    trade: str | None = None
    licence: str | None = None
    licence_until: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason with the values of its sentence."""

    reason: EntryReason
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def mendable(self) -> bool:
        """Whether the applicant can put it right himself, now."""
        return self.reason in MENDABLE

    @property
    def text(self) -> str:
        """Why, and what can be done, in the active language."""
        sentence = str(SENTENCES[self.reason])
        values = {name: day_text(value) if isinstance(value, date) else value for name, value in self.params.items()}
        return sentence % values if values else sentence


def check(terms: EntryTerms, facts: EntryFacts) -> tuple[Finding, ...]:
    """Every reason against applying, in the order a person would ask; empty: he may. What is unknown of trade and licence
    is not held against him here, the form asks for it."""
    found = [*_term(terms), *_person(terms, facts), *_residence(terms, facts), *_craft(terms, facts)]
    if terms.refuses_holders and facts.holds_unit:
        found.append(Finding(EntryReason.HOLDS_OTHER_UNIT))
    if facts.track:
        found.append(Finding(EntryReason.APPLIED_ALREADY, {"track": facts.track}))
    return tuple(found)


def age_reached_on(birth_date: date, years: int) -> date:
    """The birthday on which somebody becomes `years` old, by the Jalali calendar."""
    return add_months_to_date(birth_date, 12 * years)


def _term(terms: EntryTerms) -> list[Finding]:
    if terms.phase == "OPEN":
        return []
    if terms.phase == "PUBLISHED":
        return [Finding(EntryReason.TERM_NOT_BEGUN, {"opens": terms.opens})]
    if terms.phase == "CANCELLED":
        return [Finding(EntryReason.CALL_CANCELLED)]
    return [Finding(EntryReason.TERM_OVER, {"closes": terms.closes})]


def _person(terms: EntryTerms, facts: EntryFacts) -> list[Finding]:
    found = []
    if facts.is_person and facts.birth_date is None:
        found.append(Finding(EntryReason.BIRTH_DATE_UNKNOWN))
    elif not facts.profile_complete:
        found.append(Finding(EntryReason.PROFILE_INCOMPLETE))
    if facts.is_person and facts.birth_date and facts.day < age_reached_on(facts.birth_date, terms.minimum_age):
        found.append(Finding(EntryReason.UNDER_AGE, {"age": terms.minimum_age}))
    return found


def _residence(terms: EntryTerms, facts: EntryFacts) -> list[Finding]:
    if terms.county is None:
        return []
    if not facts.county:
        return [Finding(EntryReason.COUNTY_UNKNOWN)]
    return [] if facts.county == terms.county else [Finding(EntryReason.NOT_RESIDENT, {"county": terms.county_name})]


def _craft(terms: EntryTerms, facts: EntryFacts) -> list[Finding]:
    found = []
    if facts.trade is not None and facts.trade not in terms.trades:
        found.append(Finding(EntryReason.TRADE_NOT_IN_CALL))
    if facts.licence is not None and facts.licence not in terms.licences:
        found.append(Finding(EntryReason.LICENCE_NOT_ACCEPTED))
    if facts.licence_until is not None and facts.licence_until < facts.day:
        found.append(Finding(EntryReason.LICENCE_EXPIRED, {"day": facts.licence_until}))
    return found
