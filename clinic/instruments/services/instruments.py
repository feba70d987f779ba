"""An instrument is entered, its versions are written, published and retired. Locks: the instrument, then its versions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from clinic.instruments import policies
from clinic.instruments.choices import VersionStatus
from clinic.instruments.errors import DraftExists
from clinic.instruments.models import Instrument, InstrumentVersion
from clinic.instruments.permissions import WRITE, require
from clinic.instruments.workflow import VERSION
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date
from core.persian.text import normalise
from core.transitions import apply
from core.writing import write

FACTS = frozenset({"specialty", "name", "purpose"})
COPIED = ("dimension", "position", "text", "help", "kind", "weight", "anchors", "yes_is_good", "unit", "required")


def create(*, code: str, values: Mapping[str, Any], by: Any | None, now: datetime) -> Instrument:
    """Enter an instrument with an empty draft as its version 1; `values` of FACTS. Raises PermissionRefused, InvalidInput."""
    require(by, WRITE)
    with transaction.atomic():
        row = write(
            Instrument(created_at=now, updated_at=now), {"code": code, **_facts(values)}, by=by, now=now,
            event="instruments.instrument",
        )  # fmt: skip
        _draft(row, 1, "", by, now)
    return row


def change(*, instrument_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> Instrument:
    """Change what an instrument is called and for; its specialty stays once a version was published.

    Raises PermissionRefused, NotFound, InvalidInput.
    """
    require(by, WRITE)
    with transaction.atomic():
        row = locked(instrument_id)
        facts = _facts(values)
        moved = facts.get("specialty", row.specialty) != row.specialty
        if moved and row.versions.exclude(status=VersionStatus.DRAFT).exists():
            raise InvalidInput(_("The specialty stays once a version was published."), field="specialty")
        return write(row, facts, by=by, now=now, event="instruments.instrument")


def new_version(*, instrument_id: int, note: str, by: Any | None, now: datetime) -> InstrumentVersion:
    """A draft that begins as a copy of the newest version. Raises PermissionRefused, NotFound, InvalidInput, DraftExists."""
    require(by, WRITE)
    what = normalise(note)
    if not what:
        raise InvalidInput(_("Write what will be new in this version."), field="note")
    with transaction.atomic():
        row = locked(instrument_id)
        if row.versions.filter(status=VersionStatus.DRAFT).exists():
            raise DraftExists()
        newest: InstrumentVersion | None = row.versions.order_by("-number").first()
        made = _draft(row, newest.number + 1 if newest else 1, what, by, now)
        if newest is not None:
            for old in newest.questions.all():
                made.questions.create(**{name: getattr(old, name) for name in COPIED})
    return made


def change_version(*, version_id: int, values: Mapping[str, Any], by: Any | None, now: datetime) -> InstrumentVersion:
    """Change `note` and `valid_until` of a draft; of a version in use `valid_until` may become earlier, from today on.

    Raises PermissionRefused, NotFound, VersionFixed, InvalidInput.
    """
    require(by, WRITE)
    with transaction.atomic():
        row = locked_version(version_id)
        if row.status != VersionStatus.DRAFT:
            _refuse_longer(row, values, now)
        unknown = set(values) - {"note", "valid_until"}
        if unknown:
            raise TypeError(f"not a field of this service: {', '.join(sorted(unknown))}")
        return write(row, values, by=by, now=now, event="instruments.version")


def publish(*, version_id: int, by: Any, now: datetime) -> InstrumentVersion:
    """Bring a draft into use in the place of the version before it. Raises PermissionRefused, NotFound, WrongState, NotReady."""
    with transaction.atomic():
        row = locked_version(version_id)
        require(by, WRITE, row)
        VERSION.find("publish", row.status)
        policies.may_be_published(row, now)
        for old in row.instrument.versions.filter(status=VersionStatus.PUBLISHED):
            apply(VERSION, old, "retire", by=by, now=now, changes={"retired_at": now})
        return apply(VERSION, row, "publish", by=by, now=now, changes={"published_at": now, "published_by": by})


def retire(*, version_id: int, reason: str, by: Any, now: datetime) -> InstrumentVersion:
    """Take a version out of use without another in its place. Raises PermissionRefused, NotFound, WrongState, InvalidInput."""
    why = normalise(reason, multiline=True)
    if not why:
        raise InvalidInput(_("Write why this questionnaire is taken out of use."), field="reason")
    with transaction.atomic():
        row = locked_version(version_id)
        return apply(VERSION, row, "retire", by=by, now=now, reason=why, changes={"retired_at": now})


def locked(instrument_id: int | None) -> Instrument:
    """The instrument, locked. Raises NotFound."""
    row = Instrument.objects.select_for_update(of=("self",)).filter(pk=instrument_id or 0).first()
    if row is None:
        raise NotFound()
    return row


def locked_version(version_id: int | None) -> InstrumentVersion:
    """The version, locked after its instrument. Raises NotFound."""
    instrument_id = InstrumentVersion.objects.filter(pk=version_id or 0).values_list("instrument_id", flat=True).first()
    instrument = locked(instrument_id)
    row: InstrumentVersion | None = (
        InstrumentVersion.objects.select_for_update(of=("self",)).filter(pk=version_id or 0).first()
    )
    if row is None:
        raise NotFound()
    row.instrument = instrument
    return row


def _facts(values: Mapping[str, Any]) -> dict[str, Any]:
    unknown = set(values) - FACTS
    if unknown:
        raise TypeError(f"not a field of this service: {', '.join(sorted(unknown))}")
    return dict(values)


def _draft(row: Instrument, number: int, note: str, by: Any | None, now: datetime) -> InstrumentVersion:
    known = row.versions.aggregate(last=Max("number"))["last"] or 0
    made = InstrumentVersion.objects.create(
        instrument=row, number=max(number, known + 1), note=note, made_by=by, made_at=now
    )
    record(action="instruments.version.added", by=by, target=made, now=now)
    return made


def _refuse_longer(row: InstrumentVersion, values: Mapping[str, Any], now: datetime) -> None:
    policy = policies.may_be_written
    if row.status != VersionStatus.PUBLISHED or set(values) - {"valid_until"}:
        policy(row)
    day = values.get("valid_until")
    if day is None or day < tehran_date(now) or (row.valid_until is not None and day > row.valid_until):
        raise InvalidInput(
            _("The last day of a version in use can only become earlier, and not before today."), field="valid_until"
        )
