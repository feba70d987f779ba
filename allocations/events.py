"""What happened to an application, as its applicant reads it: newest first, without names of officials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from allocations.choices import CorrectionOutcome, VersionCause
from allocations.models import Application
from allocations.selectors.applicant import History
from allocations.wording import moment_text


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: `when` a moment as text, `note` a sentence or "", `tone` as the timeline wants it."""

    at: datetime
    title: str
    note: str = ""
    tone: str = "neutral"

    @property
    def when(self) -> str:
        """The moment in words."""
        return moment_text(self.at)


def of(application: Application, history: History) -> list[Event]:
    """The events of an application, the newest first. No queries."""
    found = [
        Event(application.created_at, _("You began the application.")),
        *_receipts(history),
        *_review(application),
        *_corrections(history),
        *_decisions(history),
        *_objections(history),
        *_end(application, history),
    ]
    # Of two at the same moment the later kind comes first.
    return sorted(reversed(found), key=lambda event: event.at, reverse=True)  # noqa: C414 - sorting is stable, so order counts


def _receipts(history: History) -> Iterator[Event]:
    titles = {
        VersionCause.SUBMITTED: _("You handed it in."),
        VersionCause.EDITED: _("You changed it before the deadline."),
        VersionCause.CORRECTED: _("You handed in the correction."),
    }
    for receipt in history.receipts:
        code = f"\u2068{receipt.code}\u2069"
        note = _("Receipt %(code)s") % {"code": code}
        yield Event(receipt.issued_at, titles[VersionCause(receipt.version.cause)], note, "ok")


def _review(application: Application) -> Iterator[Event]:
    if application.taken_at is not None:
        yield Event(application.taken_at, _("An officer began to look at it."))


def _corrections(history: History) -> Iterator[Event]:
    for row in history.corrections:
        until = _("Possible until %(moment)s") % {"moment": moment_text(row.until)}
        yield Event(row.requested_at, _("The officer asked for a correction."), f"{row.message} ({until})", "warn")
        if row.outcome == CorrectionOutcome.LAPSED and row.resolved_at is not None:
            yield Event(row.resolved_at, _("The time for the correction ended without it."), tone="stop")


def _decisions(history: History) -> Iterator[Event]:
    for row in history.decisions:
        if row.eligible:
            yield Event(row.at, _("You were found eligible."), row.note, "ok")
        else:
            yield Event(row.at, _("You were found not eligible."), row.note, "stop")


def _objections(history: History) -> Iterator[Event]:
    for row in history.objections:
        subject = str(row.get_subject_display())
        yield Event(row.filed_at, _("You objected (%(subject)s).") % {"subject": subject})
        if row.answered_at is not None:
            title = _("The committee answered your objection: %(answer)s.") % {"answer": row.get_status_display()}
            yield Event(row.answered_at, title, row.answer)


def _end(application: Application, history: History) -> Iterator[Event]:
    if history.award is not None:
        code = f"\u2068{history.award.plot.code}\u2069"
        yield Event(history.award.awarded_at, _("Plot %(plot)s was given to you.") % {"plot": code}, tone="ok")
    if application.withdrawn_at is not None:
        yield Event(application.withdrawn_at, _("You withdrew the application."), application.withdrawal_reason)
