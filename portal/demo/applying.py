"""The demo's applicants apply, each on a day of the term, through the services of the form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from allocations.choices import ApplicationStatus
from allocations.models import Application, Call
from allocations.services import applications
from core import clock
from portal.demo import papers
from portal.demo.craftspeople import Craftsperson, ensure

BEGINS_AFTER = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class Turn:
    """Who hands in, and when."""

    number: int
    at: datetime


def turns(call: Call, numbers: Iterable[int]) -> list[Turn]:
    """When the craftspeople with these numbers hand in, spread over the term; those who have applied are left out."""
    numbers = list(numbers)
    known = set(Application.objects.filter(call=call).values_list("applicant__person__national_code", flat=True))
    if call.opens_at is None or call.closes_at is None:
        raise ValueError(f"the call {call.slug} has no dates")
    begin = call.opens_at + BEGINS_AFTER
    span: timedelta = (min(clock.now(), call.closes_at) - begin) / (len(numbers) + 1)
    return [
        Turn(number, begin + place * span)
        for place, number in enumerate(numbers, start=1)
        if Craftsperson(number).national_code not in known
    ]


def apply_all(call: Call, plots: Sequence[str], turns: Iterable[Turn]) -> None:
    """Let each hand in an application when it is his turn."""
    for turn in turns:
        # One transaction each: a commit costs more than the rest.
        with clock.shifted(turn.at - clock.now()), transaction.atomic():
            apply_one(call, Craftsperson(turn.number), list(plots))


def apply_one(call: Call, person: Craftsperson, plots: list[str]) -> Application:
    """Fill in every step and hand in, at the clock's present."""
    now = clock.now()
    user, applicant = ensure(person, now=now)
    application = applications.start(call_id=call.pk, applicant_id=applicant.pk, by=user, now=now)
    if application.status != ApplicationStatus.DRAFT:
        return application
    common: dict[str, Any] = {"application_id": application.pk, "by": user, "now": now}
    applications.save_step(step="identity", data={}, **common)
    applications.save_step(step="craft", data=person.craft(clock.today()), **common)
    applications.save_step(step="plan", data=person.plan(), **common)
    applications.set_choices(plot_codes=person.choices(plots), any_other=person.pick("any", 3) == 0, **common)
    claimed = _groups(person, call)
    if call.groups.exists():
        applications.set_groups(group_codes=claimed, **common)
    for wanted in call.papers.all():
        if wanted.required or (claimed and wanted.code == "special_group"):
            applications.attach_paper(requirement_id=wanted.pk, upload=papers.upload(wanted.code), **common)
    applications.save_step(step="check", data={}, **common)
    declared = {"agreed": True, **({"no_other_unit": True} if call.refuses_holders else {})}
    applications.save_step(step="declaration", data=declared, **common)
    applications.submit(idempotency_key=f"demo-{person.number}", **common)
    return application


def _groups(person: Craftsperson, call: Call) -> list[str]:
    codes = list(call.groups.order_by("position").values_list("code", flat=True))
    return [code for code in codes if person.pick(f"group-{code}", 16) == 0]
