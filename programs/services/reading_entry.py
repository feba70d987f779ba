"""A month of a programme entered on one sheet: all its readings or none, with the evidence that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.errors import DomainError, InvalidInput, NotFound
from core.files import intake
from core.files.models import StoredFile
from programs import permissions, reading_policies
from programs.choices import ReadingStatus, Series
from programs.errors import NoEvidence
from programs.models import Programme, Reading
from programs.reading_facts import COLUMN
from programs.selectors.indicator_figures import place_of
from programs.services import evidence, readings
from programs.services.reading_values import PartValue
from programs.signals import figures_changed

Place = tuple[str, int]
"""Series and target of an entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed for one target; without `values` its draft is thrown away."""

    series: str
    target_id: int
    values: Mapping[str, Any] = field(default_factory=dict)
    parts: Sequence[PartValue] = ()

    @property
    def place(self) -> Place:
        """What the entry is about."""
        return self.series, self.target_id


class SheetRefused(InvalidInput):
    """Nothing was saved; `refusals` says for each target why."""

    default_message = _("Nothing was saved: please correct the marked figures.")
    default_code = "sheet_refused"

    def __init__(self, refusals: Mapping[Place, DomainError]) -> None:
        super().__init__()
        self.refusals = dict(refusals)


def enter(
    *,
    programme_id: int,
    month: date,
    entries: Iterable[Entry],
    by: User,
    now: datetime,
    note: str = "",
    uploads: Iterable[UploadedFile[Any]] = (),
    hand_in: bool = False,
) -> list[Reading]:
    """Save a sheet: begin, change or throw away the person's own readings, add the papers to all of them, and with
    `hand_in` hand them in. All or nothing.

    Raises PermissionRefused, NotFound, SheetRefused, ReadingRefused (month), NoEvidence, and what the intake raises.
    """
    permissions.require(by, permissions.WRITE_READING)
    programme = Programme.objects.filter(pk=programme_id).first()
    if programme is None:
        raise NotFound()
    reading_policies.month_can_be_read(programme, month, now)
    # Opening pictures takes seconds: before any lock. What is refused below leaves no trace, the store forgets it.
    stored = [intake.store(upload, by=by, now=now) for upload in uploads]
    with transaction.atomic():
        kept = _save_all(programme, month, list(entries), note, by, now)
        _prove(kept, stored, by, now)
        return _hand_in(kept, by, now) if hand_in else kept


def _save_all(
    programme: Programme, month: date, entries: Sequence[Entry], note: str, by: User, now: datetime
) -> list[Reading]:
    mine = Reading.objects.filter(programme=programme, month=month, author=by, status__in=readings.CHANGEABLE)
    own = {_place(row): row for row in mine}
    kept: list[Reading] = []
    refusals: dict[Place, DomainError] = {}
    for entry in entries:
        try:  # each service call is a savepoint of its own
            row = _save(programme, month, entry, own.pop(entry.place, None), note, by, now)
        except DomainError as refusal:
            refusals[entry.place] = refusal
        else:
            kept += [row] if row is not None else []
    if refusals:
        raise SheetRefused(refusals)
    return kept


def _save(
    programme: Programme, month: date, entry: Entry, row: Reading | None, note: str, by: User, now: datetime
) -> Reading | None:
    if row is None:
        if not entry.values:
            return None
        made = readings.draft(
            series=entry.series,
            target_id=entry.target_id,
            month=month,
            values=entry.values,
            parts=entry.parts,
            note=note,
            by=by,
            now=now,
        )
        if made.programme_id != programme.pk:
            raise NotFound()
        return made
    if not entry.values and row.status == ReadingStatus.DRAFT and row.corrects_id is None:
        readings.discard(reading_id=row.pk, by=by, now=now)
        return None
    # A correction keeps the reason it was begun with.
    told = row.note if row.corrects_id is not None else note
    if _says_the_same(row, entry, told):
        return row
    return readings.change(reading_id=row.pk, values=entry.values, parts=entry.parts, note=told, by=by, now=now)


def _says_the_same(row: Reading, entry: Entry, note: str) -> bool:
    given = {(part.dimension, part.code, part.value, part.numerator, part.denominator) for part in entry.parts}
    kept = {
        (*place_of(part), part.value, part.numerator, part.denominator)
        for part in row.parts.select_related("county", "trade")
    }
    same = all(getattr(row, name) == value for name, value in entry.values.items())
    return bool(entry.values) and same and row.note == note and given == kept


def _prove(kept: Sequence[Reading], stored: Sequence[StoredFile], by: User, now: datetime) -> None:
    if stored and not kept:
        raise InvalidInput(_("Enter at least one figure for these papers to show."), field="evidence", code="no_figure")
    for file in stored:
        evidence.attach_stored(readings=kept, stored=file, caption="", by=by, now=now)


def _hand_in(kept: Sequence[Reading], by: User, now: datetime) -> list[Reading]:
    if not kept:
        raise InvalidInput(_("Enter at least one figure before you hand the month in."), code="nothing_to_hand_in")
    refusals: dict[Place, DomainError] = {}
    done = []
    for row in kept:
        try:
            done.append(readings.submit(reading_id=row.pk, by=by, now=now))
        except NoEvidence:
            raise
        except DomainError as refusal:
            refusals[_place(row)] = refusal
    if refusals:
        raise SheetRefused(refusals)
    return done


def _place(row: Reading) -> Place:
    target_id = getattr(row, f"{COLUMN[Series(row.series)]}_id")
    return row.series, target_id


@transaction.atomic
def approve_all(*, reading_ids: Iterable[int], by: User, now: datetime, note: str = "") -> list[Reading]:
    """Approve several readings, the earliest month first; all or none. Raises what `readings.approve` raises."""
    rows = Reading.objects.filter(pk__in=list(reading_ids)).order_by("month", "pk").values_list("pk", flat=True)
    approved = [readings.approve_quietly(reading_id=pk, by=by, now=now, note=note) for pk in rows]
    for programme_id in sorted({row.programme_id for row in approved}):
        figures_changed.send(sender=Reading, programme_id=programme_id, now=now)
    return approved


@transaction.atomic
def return_all(*, reading_ids: Iterable[int], note: str, by: User, now: datetime) -> list[Reading]:
    """Return several readings with one note; all or none. Raises what `readings.return_` raises."""
    rows = Reading.objects.filter(pk__in=list(reading_ids)).order_by("month", "pk").values_list("pk", flat=True)
    return [readings.return_(reading_id=pk, note=note, by=by, now=now) for pk in rows]


def correct(
    *,
    reading_id: int,
    values: Mapping[str, Any],
    note: str,
    uploads: Iterable[UploadedFile[Any]],
    by: User,
    now: datetime,
    hand_in: bool = True,
) -> Reading:
    """Begin the correction of a counting reading with its papers, and hand it in. All or nothing.

    Raises what `readings.correct`, `readings.submit` and the intake raise.
    """
    permissions.require(by, permissions.WRITE_READING)
    stored = [intake.store(upload, by=by, now=now) for upload in uploads]
    with transaction.atomic():
        row = readings.correct(reading_id=reading_id, values=values, note=note, by=by, now=now)
        _prove([row], stored, by, now)
        return readings.submit(reading_id=row.pk, by=by, now=now) if hand_in else row
