"""Technology needs of members: entered, matched to a provider, followed up until they are met or dropped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import transitions
from core.errors import Conflict, WrongState
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.writing import write
from programs.clusters import permissions, workflow
from programs.clusters.choices import NeedStatus
from programs.clusters.models import ClusterMember, NeedMatch, NeedNote, TechnologyNeed, TechnologyProvider
from programs.clusters.services.checks import locked, not_later, only, refuse

PROVIDER_FIELDS = frozenset({"name_en", "kind", "offers", "contact_name", "phone", "is_active", "is_illustrative"})


def save_provider(*, name: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> TechnologyProvider:
    """Make or change the provider of this name; `values` are `PROVIDER_FIELDS`."""
    only(values, PROVIDER_FIELDS)
    permissions.require(by, permissions.SET_UP)
    name = normalise(name)
    with transaction.atomic():
        row = TechnologyProvider.objects.select_for_update().filter(name=name).first() or TechnologyProvider()
        return write(row, {"name": name, **values}, by=by, now=now, event="clusters.provider")


def add_need(
    *,
    member_id: int,
    need: str,
    by: Any | None,
    now: datetime,
    description: str = "",
    is_illustrative: bool = False,
) -> TechnologyNeed:
    """Enter what a member lacks. Raises Conflict when the same need of this member is entered already."""
    permissions.require(by, permissions.WRITE)
    need = normalise(need)
    with transaction.atomic():
        member = locked(ClusterMember, member_id)
        if TechnologyNeed.objects.filter(member=member, need=need).exists():
            raise Conflict(_("This need of the member is entered already."), code="need_again", field="need")
        row = TechnologyNeed(member=member, opened_on=tehran_date(now))
        values = {"need": need, "description": description, "is_illustrative": is_illustrative}
        return write(row, values, by=by, now=now, event="clusters.need")


def change_need(*, need_id: int, description: str, by: Any | None, now: datetime) -> TechnologyNeed:
    """Describe a need better."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        return write(
            locked(TechnologyNeed, need_id), {"description": description}, by=by, now=now, event="clusters.need"
        )


def match(*, need_id: int, provider: TechnologyProvider, reason: str, by: Any, now: datetime) -> NeedMatch:
    """Propose a provider for an open need; the first one makes it matched. Raises WrongState for a need that is closed."""
    permissions.require(by, permissions.WRITE)
    with transaction.atomic():
        need = locked(TechnologyNeed, need_id)
        if need.status not in (NeedStatus.OPEN, NeedStatus.MATCHED):
            raise WrongState(_("Providers are sought for open needs only."), code="need_not_open")
        if not provider.is_active:
            raise refuse("provider", _("This provider is not active any more."))
        row = NeedMatch.objects.filter(need=need, provider=provider).first()
        row = row or NeedMatch(need=need, provider=provider, proposed_on=tehran_date(now))
        row = write(row, {"reason": reason}, by=by, now=now, event="clusters.match")
        if need.status == NeedStatus.OPEN:
            transitions.apply(workflow.NEED, need, "match", by=by, now=now)
        return row


def note(*, need_id: int, text: str, by: Any | None, now: datetime, match_id: int | None = None) -> NeedNote:
    """One line of the follow-up, of the need or of one provider."""
    permissions.require(by, permissions.WRITE)
    if not text.strip():
        raise refuse("note", _("Write what happened."))
    with transaction.atomic():
        need = locked(TechnologyNeed, need_id)
        found = locked(NeedMatch, match_id) if match_id is not None else None
        if found is not None and found.need_id != need.pk:
            raise refuse("match", _("This provider was proposed for another need."))
        row = NeedNote(need=need, match=found, author=by, noted_at=now)
        return write(row, {"note": text}, by=by, now=now, event="clusters.need_note")


def begin(*, need_id: int, by: Any, now: datetime) -> TechnologyNeed:
    """Provider and member have begun."""
    with transaction.atomic():
        return transitions.apply(workflow.NEED, locked(TechnologyNeed, need_id), "begin", by=by, now=now)


def reopen(*, need_id: int, reason: str, by: Any, now: datetime) -> TechnologyNeed:
    """It came to nothing with the providers so far: the need is open again."""
    with transaction.atomic():
        need = locked(TechnologyNeed, need_id)
        return transitions.apply(workflow.NEED, need, "reopen", by=by, now=now, reason=_said(reason))


def meet(*, need_id: int, on: date, outcome: str, by: Any, now: datetime) -> TechnologyNeed:
    """The member has what it needed."""
    return _close("meet", need_id, on, outcome, by, now)


def drop(*, need_id: int, on: date, reason: str, by: Any, now: datetime) -> TechnologyNeed:
    """The need is given up."""
    return _close("drop", need_id, on, reason, by, now)


def _close(verb: str, need_id: int, on: date, outcome: str, by: Any, now: datetime) -> TechnologyNeed:
    with transaction.atomic():
        need = locked(TechnologyNeed, need_id)
        not_later(on, tehran_date(now), field="closed_on")
        if on < need.opened_on:
            raise refuse("closed_on", _("The end must be later than the start."))
        changes = {"closed_on": on, "outcome": _said(outcome)}
        return transitions.apply(workflow.NEED, need, verb, by=by, now=now, changes=changes)


def _said(text: str) -> str:
    if not text.strip():
        raise refuse("outcome", _("Say how it ended."))
    return text.strip()
