"""Where an application stands, in one sentence: what comes next, who acts, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from allocations.choices import ApplicationStatus as A
from allocations.choices import CallMode
from allocations.choices import CallStatus as C
from allocations.models import Application
from allocations.wording import moment_text


@dataclass(frozen=True, slots=True)
class Standing:
    """What comes next (`sentence`), until when (`until`, a text or ""), and whether the applicant has to act."""

    sentence: str
    until: str = ""
    acts: bool = False


def standing(
    application: Application, now: datetime, *, correction_until: datetime | None = None, plot: str = ""
) -> Standing:
    """The standing of an application at `now`.

    `correction_until`: the end of a correction that runs; `plot`: the code of the plot it holds.
    """
    call = application.call
    phase = call.phase_at(now)
    if phase is C.CANCELLED and application.status != A.WITHDRAWN:
        return Standing(_("The call was cancelled; its page gives the reason. Nothing more will happen."))
    if application.status == A.DRAFT:
        return _draft(application, phase)
    if application.status == A.SUBMITTED and phase is C.OPEN:
        return Standing(
            _("Handed in. You can still change it; the officers begin after the deadline."), moment_text(call.closes_at)
        )
    if application.status == A.CORRECTION_REQUESTED:
        return _correction(now, correction_until)
    if application.status == A.AWARDED:
        return _awarded(application, phase, plot)
    text, until = _others(application, phase, now)
    return Standing(text, until)


def _draft(application: Application, phase: C) -> Standing:
    closes = moment_text(application.call.closes_at)
    if phase is C.OPEN:
        return Standing(_("Not handed in yet. Go on where you left off."), closes, acts=True)
    if phase is C.PUBLISHED:
        return Standing(_("The call opens on %(moment)s.") % {"moment": moment_text(application.call.opens_at)})
    return Standing(
        _("The deadline was %(moment)s. This draft was never handed in and does not take part.") % {"moment": closes}
    )


def _correction(now: datetime, until: datetime | None) -> Standing:
    if until is not None and now < until:
        return Standing(
            _("Something must be put right. Open the page to see what and how."), moment_text(until), acts=True
        )
    return Standing(_("The time for the correction is over. The officer decides now."))


def _awarded(application: Application, phase: C, plot: str) -> Standing:
    if phase is C.PROVISIONAL:
        return Standing(
            _("Plot %(plot)s is yours by the provisional result. Objections of all applicants are looked at first.")
            % {"plot": f"\u2068{plot}\u2069"},
            moment_text(application.call.objections_until),
        )
    if phase is C.FINAL:
        return Standing(
            _("Plot %(plot)s is yours. The company sends you a dated offer with the next steps.")
            % {"plot": f"\u2068{plot}\u2069"}
        )
    return Standing(_("The allocation is worked out. The result is published after its approval."))


def _others(application: Application, phase: C, now: datetime) -> tuple[str, str]:
    call = application.call
    published = phase in (C.PROVISIONAL, C.FINAL)
    objections = moment_text(call.objections_until) if phase is C.PROVISIONAL else ""
    sentences = {
        A.SUBMITTED: _("Handed in. An officer looks at the papers; you will hear of the decision."),
        A.UNDER_REVIEW: _("An officer looks at your papers. You will hear of the decision."),
        A.ELIGIBLE: _("Your papers were accepted. Next come the points and the draw.")
        if call.mode == CallMode.SCORED
        else _("Your papers were accepted. Next comes the draw."),
        A.INELIGIBLE: _(
            "The officer decided that you cannot take part. The page gives the reasons and what you can do."
        ),
        A.SCORED: _("Your points are settled. Next comes the draw."),
        A.WAITING: _("You are on the waiting list. If a plot falls free, it moves up by itself and you hear of it."),
        A.NOT_AWARDED: _("No plot could be given to you. The page explains why, for each plot you listed."),
        A.WITHDRAWN: _("You withdrew this application. It does not take part any more."),
    }
    if application.status in (A.WAITING, A.NOT_AWARDED) and not published:
        return _("The allocation is worked out. The result is published after its approval."), ""
    until = objections
    if application.status in (A.ELIGIBLE, A.INELIGIBLE, A.SCORED) and phase in (C.CLOSED, C.REVIEWED, C.FROZEN):
        until = moment_text(call.draw_at)
    return sentences[A(application.status)], until if application.status != A.WITHDRAWN else ""


def shown_status(application: Application) -> tuple[str, str]:
    """Status and its label as the applicant may know them: a result that is not public yet is not told (code, label)."""
    results = (A.AWARDED, A.WAITING, A.NOT_AWARDED)
    if application.status in results and application.call.status not in (C.PROVISIONAL, C.FINAL):
        return A.SCORED.value, _("allocation in progress")
    return application.status, str(A(application.status).label)
