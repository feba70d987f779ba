"""An exhibition is written, announced, held, reported or called off; until the freeze its state follows its dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.errors import InvalidInput
from core.persian.calendar import start_of_day
from core.persian.text import normalise
from core.transitions import apply
from core.writing import check
from programs.clusters import countries
from programs.clusters.models import Cluster
from programs.exhibitions import texts
from programs.exhibitions.choices import LIVE, Status
from programs.exhibitions.errors import NotReady
from programs.exhibitions.models import Booth, Criterion, Exhibition, ExhibitionCluster
from programs.exhibitions.permissions import WRITE, require
from programs.exhibitions.services.writing import (
    assign,
    locked_exhibition,
    named_refusals,
    settle_phase,
    tell,
)
from programs.exhibitions.workflow import EXHIBITION

FACTS = frozenset(
    {
        "name", "name_en", "summary", "kind", "country", "city", "place", "organiser", "starts_on", "ends_on",
        "registration_opens_at", "registration_closes_at", "mode", "randomness_source", "randomness_event", "draw_at",
        "budget",
    }
)  # fmt: skip
LOOSE = frozenset({"name_en", "summary", "place", "organiser", "registration_closes_at", "draw_at", "budget"})
"""What may still change once the exhibition is announced; its two dates only to a later moment, before the freeze."""


def create(
    *, slug: str, values: Mapping[str, Any], clusters: Iterable[Cluster], by: Any | None, now: datetime,
    is_illustrative: bool = False,
) -> Exhibition:  # fmt: skip
    """Write the draft; `values` may hold any of FACTS. Raises PermissionRefused, InvalidInput."""
    require(by, WRITE)
    row = Exhibition(made_by=by, created_at=now, updated_at=now, is_illustrative=is_illustrative)
    with transaction.atomic():
        assign(row, {"slug": slug, **values}, allowed=FACTS | {"slug"})
        _refuse_odd_values(row)
        with named_refusals():
            row.save(force_insert=True)
        _set_clusters(row, clusters)
        record(action="exhibitions.exhibition.added", by=by, target=row, now=now)
    return row


def change(
    *, exhibition_id: int, values: Mapping[str, Any], by: Any | None, now: datetime,
    clusters: Iterable[Cluster] | None = None,
) -> Exhibition:  # fmt: skip
    """Change a draft; of an announced exhibition only LOOSE, dates only to later. Raises PermissionRefused, InvalidInput, WrongState."""
    with transaction.atomic():
        row = locked_exhibition(exhibition_id, now=now)
        require(by, WRITE, row)
        before = {name: getattr(row, name) for name in ("registration_closes_at", "draw_at")}
        changed = assign(row, values, allowed=FACTS)
        if row.announced_at is not None:
            _refuse_fixed(row, changed, before)
        _refuse_odd_values(row)
        if changed:
            row.updated_at = now
            with named_refusals():
                row.save(update_fields=[*changed, "updated_at"])
            record(
                action="exhibitions.exhibition.changed", by=by, target=row, now=now, data={"fields": sorted(changed)}
            )
        if clusters is not None and row.announced_at is None:
            _set_clusters(row, clusters)
    return row


def set_booths(
    *, exhibition_id: int, booths: Sequence[Mapping[str, Any]], by: Any | None, now: datetime
) -> list[Booth]:
    """Replace the booths of a draft by these (code, area_m2, row, column, and kind, price when not the usual)."""
    return _replace(Booth, exhibition_id, booths, by=by, now=now, action="exhibitions.booths.set")


def set_criteria(
    *, exhibition_id: int, criteria: Sequence[Mapping[str, Any]], by: Any | None, now: datetime
) -> list[Criterion]:
    """Replace the criteria of a draft by these (code, name, weight, max_points), the most important first."""
    rows = [{**values, "position": place} for place, values in enumerate(criteria, start=1)]
    return _replace(Criterion, exhibition_id, rows, by=by, now=now, action="exhibitions.criteria.set")


def publish(*, exhibition_id: int, by: Any, now: datetime) -> Exhibition:
    """Announce it: booths, criteria and the event of the draw are fixed. Raises PermissionRefused, WrongState, NotReady."""
    with transaction.atomic():
        row = locked_exhibition(exhibition_id)
        return apply(EXHIBITION, row, "publish", by=by, now=now, changes={"announced_at": now})


def hold(*, exhibition_id: int, by: Any, now: datetime) -> Exhibition:
    """It took place. Raises PermissionRefused, WrongState, NotReady (not over)."""
    with transaction.atomic():
        return apply(EXHIBITION, locked_exhibition(exhibition_id), "hold", by=by, now=now)


def report(*, exhibition_id: int, by: Any, now: datetime) -> Exhibition:
    """Its costs and results are complete and fixed. Raises PermissionRefused, WrongState, NotReady."""
    with transaction.atomic():
        return apply(EXHIBITION, locked_exhibition(exhibition_id), "report", by=by, now=now)


def cancel(*, exhibition_id: int, reason: str, by: Any, now: datetime) -> Exhibition:
    """Call it off; every firm that asked for a booth is told why. Raises PermissionRefused, WrongState, InvalidInput."""
    why = normalise(reason, multiline=True)
    if not why:
        raise InvalidInput(_("Write why the exhibition is cancelled; firms read it."), field="reason")
    with transaction.atomic():
        row = locked_exhibition(exhibition_id, now=now)
        row = apply(EXHIBITION, row, "cancel", by=by, now=now, reason=why, changes={"cancelled_reason": why})
        requests = row.requests.filter(status__in=LIVE).select_related("applicant").order_by("pk")
        for request in requests:
            tell(texts.CANCELLED, request, {"exhibition": row.name, "reason": why}, key="cancelled", now=now)
    return row


def settle_phases(*, now: datetime) -> int:
    """Bring stored states in line with the dates; how many changed. Decisions read the dates and do not wait for it."""
    moved = 0
    for pk in list(Exhibition.objects.overtaken_by_dates_at(now).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            settle_phase(locked_exhibition(pk), now=now)
            moved += 1
    return moved


def _replace(
    model: Any, exhibition_id: int, rows: Sequence[Mapping[str, Any]], *, by: Any, now: datetime, action: str
) -> list[Any]:
    with transaction.atomic():
        exhibition = locked_exhibition(exhibition_id)
        require(by, WRITE, exhibition)
        if exhibition.status != Status.DRAFT:
            raise NotReady(_("Booths and criteria are fixed since the announcement."), code="rules_fixed")
        model.objects.filter(exhibition=exhibition).delete()
        made = []
        for values in rows:
            row = model(exhibition=exhibition, **values)
            check(row)
            row.save(force_insert=True)
            made.append(row)
        record(action=action, by=by, target=exhibition, now=now, data={"count": len(made)})
    return made


def _set_clusters(row: Exhibition, clusters: Iterable[Cluster]) -> None:
    wanted = {cluster.pk for cluster in clusters}
    have = set(row.exhibition_clusters.values_list("cluster_id", flat=True))
    row.exhibition_clusters.exclude(cluster_id__in=wanted).delete()
    for pk in sorted(wanted - have):
        ExhibitionCluster.objects.create(exhibition=row, cluster_id=pk)


def _refuse_fixed(row: Exhibition, changed: Sequence[str], before: Mapping[str, datetime]) -> None:
    fixed = set(changed) - LOOSE
    if row.phase_at(row.updated_at) not in (Status.PUBLISHED, Status.REGISTRATION, Status.CLOSED):
        fixed |= set(changed) & {"registration_closes_at", "draw_at"}
    if row.status == Status.CLOSED:
        fixed |= set(changed) & {"registration_closes_at"}
    if fixed:
        sentence = _("This is fixed since the exhibition was announced.")
        raise InvalidInput(errors={name: [sentence] for name in sorted(fixed)}, code="rules_fixed")
    earlier = [name for name, value in before.items() if getattr(row, name) < value]
    if earlier:
        sentence = _("This date may only move to a later moment.")
        raise InvalidInput(errors={name: [sentence] for name in earlier}, code="dates_only_lengthen")


def _refuse_odd_values(row: Exhibition) -> None:
    if not countries.is_known(row.country):
        raise InvalidInput(_("There is no country with this code."), field="country")
    if row.draw_at >= start_of_day(row.starts_on):
        raise InvalidInput(_("The draw is before the first day of the exhibition."), field="draw_at")
