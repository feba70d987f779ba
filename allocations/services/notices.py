"""Telling applicants about results: written by a job, so that publishing does not wait for hundreds of messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from accounts.selectors import users_of
from allocations import texts
from allocations.choices import LIVE_AWARDS, ApplicationStatus
from allocations.models import Application, Award, Call, Objection, Run, RunLine
from core.jobs import services as jobs
from core.jobs.context import JobContext
from core.messages import services as messages
from core.messages.registry import Template

KIND = "allocations.tell_results"
PROVISIONAL, FINAL = "provisional", "final"


def provisional(call: Call, run: Run, *, now: datetime) -> None:
    """Ask for the messages about the provisional result."""
    _ask(call, run, PROVISIONAL, now=now)


def final(call: Call, run: Run, *, now: datetime) -> None:
    """Ask for the messages about the final result."""
    _ask(call, run, FINAL, now=now)


def promoted(award: Award, *, now: datetime) -> None:
    """Tell somebody that he moved up; part of the caller's transaction."""
    params = {"code": award.application.tracking_code, "plot": award.plot.code, "call": award.call.title}
    _send(texts.PROMOTED, award.application, params, key=f"promoted:{award.pk}", now=now)


def objection_answered(objection: Objection, *, now: datetime) -> None:
    """Tell the applicant that the committee has answered; part of the caller's transaction."""
    params = {"code": objection.application.tracking_code, "answer": objection.get_status_display()}
    _send(texts.OBJECTION_ANSWERED, objection.application, params, key=f"objection:{objection.pk}", now=now)


def tell_results(context: JobContext) -> int:
    """The job: write the message of everybody in the run's list; returns how many. Doing it twice writes nothing twice."""
    run = Run.objects.select_related("call").get(pk=context.payload["run"])
    occasion = context.payload["occasion"]
    awarded = dict(Award.objects.filter(run=run, status__in=LIVE_AWARDS).values_list("application_id", "plot__code"))
    lines = RunLine.objects.filter(run=run).exclude(application__status=ApplicationStatus.WITHDRAWN)
    rows = Application.objects.filter(pk__in=lines.values("application_id")).order_by("pk")
    total = rows.count()
    for done, row in enumerate(rows.select_related("applicant__person", "applicant__legal_entity").iterator(500)):
        if done % 50 == 0:
            context.progress(done, total)
        params = {
            "code": row.tracking_code,
            "call": run.call.title,
            "plot": awarded.get(row.pk, ""),
            "until": run.call.objections_until,
        }
        template = _template(occasion, row, row.pk in awarded)
        _send(template, row, params, key=f"{occasion}:{run.pk}:{row.pk}", now=context.now)
    return total


def _template(occasion: str, application: Application, has_plot: bool) -> Template:
    if occasion == FINAL:
        return texts.FINAL_AWARDED if has_plot else texts.FINAL_OTHERS
    if has_plot:
        return texts.PROVISIONAL_AWARDED
    return texts.PROVISIONAL_WAITING if application.status == ApplicationStatus.WAITING else texts.PROVISIONAL_NONE


def _ask(call: Call, run: Run, occasion: str, *, now: datetime) -> None:
    payload = {"run": run.pk, "occasion": occasion}
    jobs.request(kind=KIND, key=f"{occasion}:{run.pk}", payload=payload, by=None, now=now)


def _send(template: Template, application: Application, params: Mapping[str, Any], *, key: str, now: datetime) -> None:
    for user in recipients(application):
        messages.send(template=template.code, to=user, params=params, key=f"{key}:{user.pk}", now=now)


def recipients(application: Application) -> Sequence[Any]:
    """The accounts of the applicant's side: the person, or who signs for the entity today; else who began the application."""
    return users_of(application.applicant) or [application.started_by]
