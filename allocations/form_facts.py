"""Reads the facts of a form and of an applicant from the rows, in a fixed number of queries."""

from __future__ import annotations

from datetime import date, datetime

from accounts.choices import ApplicantKind
from accounts.models import Applicant
from allocations.choices import LIVE_AWARDS, CallMode, PaperStatus
from allocations.entry_policy import OF_THE_TERM, EntryFacts, EntryTerms, Finding, check
from allocations.models import Application, Award, Call
from allocations.step_policy import FormFacts, PaperFact
from allocations.wording import moment_text
from core.persian.calendar import tehran_date


def entry_terms(call: Call, now: datetime) -> EntryTerms:
    """The conditions of a call at `now`. 1 query (its trades) when estate and county were fetched with it."""
    county = call.resident_county
    return EntryTerms(
        phase=call.phase_at(now),
        opens=moment_text(call.opens_at),
        closes=moment_text(call.closes_at),
        minimum_age=call.minimum_age,
        trades=frozenset(call.trades.values_list("trade__code", flat=True)),
        licences=frozenset(call.accepted_licences),
        county=county.slug if county else None,
        county_name=county.name if county else "",
        refuses_holders=call.refuses_holders,
    )


def entry_facts(applicant: Applicant, day: date, application: Application | None = None) -> EntryFacts:
    """What is known of an applicant on `day`; with his application, what its form says of trade and licence. 1 query."""
    party = applicant.party
    is_person = applicant.kind == ApplicantKind.PERSON
    trade = application.trade if application else None
    return EntryFacts(
        day=day,
        is_person=is_person,
        profile_complete=bool(
            getattr(party, "is_complete", True) and party.county and party.address and party.postal_code
        ),
        birth_date=getattr(party, "birth_date", None),
        county=party.county,
        holds_unit=_holds_unit(applicant, application),
        trade=trade.code if trade else None,
        licence=(application.licence_kind or None) if application else None,
        licence_until=application.licence_valid_until if application else None,
    )


def findings(
    call: Call, applicant: Applicant, now: datetime, application: Application | None = None
) -> tuple[Finding, ...]:
    """The entry check of `applicant` for `call` at `now`."""
    return check(entry_terms(call, now), entry_facts(applicant, tehran_date(now), application))


def form_facts(application: Application, now: datetime) -> FormFacts:
    """Everything the task list and the submission look at. 7 queries, whatever the length of the form."""
    call = application.call
    found = findings(call, application.applicant, now, application)
    found = tuple(one for one in found if one.reason not in OF_THE_TERM)
    return FormFacts(
        saved=frozenset(application.saved_steps),
        findings=found,
        trade=application.trade_id is not None,
        licence_kind=application.licence_kind,
        licence_number=application.licence_number,
        licence_issued_on=application.licence_issued_on,
        years_licensed=application.years_licensed,
        workplace_kind=application.workplace_kind,
        jobs_now=application.jobs_now,
        jobs_promised=application.jobs_promised,
        investment_rials=application.investment_rials,
        area_needed=application.area_needed,
        needs_amount=call.mode == CallMode.AUCTION,
        amount=application.amount,
        named_choices=application.choices.filter(named=True).count(),
        any_other_plot=application.any_other_plot,
        has_groups=call.groups.exists(),
        papers=tuple(_papers(application)),
        declared=application.declared_at is not None,
        must_declare_no_other_unit=call.refuses_holders,
        declares_no_other_unit=application.declares_no_other_unit,
    )


def _holds_unit(applicant: Applicant, application: Application | None) -> bool:
    awards = Award.objects.filter(application__applicant=applicant, status__in=LIVE_AWARDS)
    if application is not None:
        awards = awards.exclude(application=application)
    return awards.exists()


def _papers(application: Application) -> list[PaperFact]:
    claimed = set(application.group_claims.values_list("group_id", flat=True))
    there = {paper.requirement_id: paper for paper in application.papers.filter(replaced_at__isnull=True)}
    facts = []
    for wanted in application.call.papers.all():
        if wanted.group_id is not None and wanted.group_id not in claimed:
            continue
        paper = there.get(wanted.pk)
        refused = paper.reason if paper is not None and paper.status == PaperStatus.REFUSED else ""
        facts.append(
            PaperFact(wanted.code, wanted.name, needed=wanted.required, present=paper is not None, refused=refused)
        )
    return facts
