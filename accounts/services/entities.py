"""Legal entities and those who sign for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.choices import ApplicantKind
from accounts.models import Applicant, LegalEntity, Person, Signatory, User
from accounts.permissions import require
from accounts.services.errors import EntityExists, LastSignatory, NoSuchPerson
from core.audit.services import record
from core.errors import Conflict, InvalidInput, WrongState
from core.persian.calendar import tehran_date

FIELDS = frozenset(
    {
        "name",
        "kind",
        "registration_number",
        "registration_place",
        "registered_on",
        "phone",
        "county",
        "city",
        "address",
        "postal_code",
    }
)


def create(
    *, legal_national_id: str, data: Mapping[str, Any], position: str = "", by: User, now: datetime
) -> LegalEntity:
    """Enter an entity; whoever enters it signs for it from today, until staff has compared that with the gazette.

    `data` holds any of `FIELDS`. Raises EntityExists (its signatories must add the person instead: entering it again
    would open its papers to a stranger), InvalidInput.
    """
    require(by, "accounts.add_entity")
    person = Person.objects.filter(user=by).first()
    if person is None:
        raise InvalidInput(_("Fill in your own details first."), code="no_person")
    _check(data, now)
    try:
        with transaction.atomic():
            entity = LegalEntity.objects.create(
                legal_national_id=legal_national_id, created_by=by, created_at=now, updated_at=now, **data
            )
            Applicant.objects.create(kind=ApplicantKind.LEGAL_ENTITY, legal_entity=entity, created_at=now)
            Signatory.objects.create(
                entity=entity, person=person, position=position, valid_from=tehran_date(now), created_at=now
            )
            record(action="accounts.entity.entered", by=by, target=entity, now=now)
    except IntegrityError as error:
        raise EntityExists(field="legal_national_id") from error
    return entity


@transaction.atomic
def change(*, entity_id: int, data: Mapping[str, Any], by: User | None, now: datetime) -> LegalEntity:
    """Write any of `FIELDS`. Raises PermissionRefused, InvalidInput."""
    entity = LegalEntity.objects.select_for_update().get(pk=entity_id)
    require(by, "accounts.manage_entity", entity)
    _check(data, now)
    changed = {name for name, value in data.items() if getattr(entity, name) != value}
    if changed:
        for name in changed:
            setattr(entity, name, data[name])
        entity.updated_at = now
        entity.save(update_fields=[*changed, "updated_at", "search_key"])
        record(action="accounts.entity.changed", by=by, target=entity, now=now, data={"fields": sorted(changed)})
    return entity


def _check(data: Mapping[str, Any], now: datetime) -> None:
    if set(data) - FIELDS:
        raise InvalidInput(code="unknown_field")
    registered_on = data.get("registered_on")
    if registered_on is not None and registered_on > tehran_date(now):
        raise InvalidInput(_("The date of registration lies in the future."), field="registered_on")


@transaction.atomic
def add_signatory(
    *,
    entity_id: int,
    national_code: str,
    phone: str,
    by: User | None,
    now: datetime,
    position: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Signatory:
    """Let another person sign from `valid_from` (today) to `valid_to` (open), both included.

    Both numbers must be those of one account: a code alone would let whoever signs up with it first see the entity's
    papers. Raises NoSuchPerson, PermissionRefused, Conflict, InvalidInput.
    """
    entity = LegalEntity.objects.select_for_update().get(pk=entity_id)
    require(by, "accounts.manage_entity", entity)
    person = Person.objects.filter(user__national_code=national_code, user__phone=phone, user__is_active=True).first()
    if person is None:
        raise NoSuchPerson(field="national_code")
    start = valid_from or tehran_date(now)
    if valid_to is not None and valid_to < start:
        raise InvalidInput(_("The last day lies before the first."), field="valid_to", code="period")
    if Signatory.objects.signing_on(start).filter(entity=entity, person=person).exists():
        raise Conflict(_("This person already signs for the entity."), code="signs_already", field="national_code")
    row = Signatory.objects.create(
        entity=entity, person=person, position=position, valid_from=start, valid_to=valid_to, created_at=now
    )
    record(action="accounts.signatory.added", by=by, target=entity, now=now, data={"person": person.pk})
    return row


@transaction.atomic
def end_signatory(*, signatory_id: int, by: User | None, now: datetime) -> Signatory:
    """The person signs today for the last time. Raises PermissionRefused, LastSignatory, WrongState."""
    row = Signatory.objects.select_related("entity").get(pk=signatory_id)
    entity = LegalEntity.objects.select_for_update().get(pk=row.entity_id)
    require(by, "accounts.manage_entity", entity)
    today = tehran_date(now)
    if row.valid_to is not None and row.valid_to <= today:
        raise WrongState(code="signatory_ended")
    others = Signatory.objects.signing_on(today).filter(entity=entity).exclude(pk=row.pk)
    if not others.filter(valid_to=None).exists() and not others.filter(valid_to__gt=today).exists():
        raise LastSignatory()
    row.valid_to = max(today, row.valid_from)
    row.save(update_fields=["valid_to"])
    record(action="accounts.signatory.ended", by=by, target=entity, now=now, data={"person": row.person_id})
    return row


@transaction.atomic
def confirm_signatory(*, signatory_id: int, by: User, now: datetime) -> Signatory:
    """Staff has compared the signatory with the official gazette. Raises PermissionRefused, WrongState."""
    row = Signatory.objects.select_for_update(of=("self",)).select_related("entity").get(pk=signatory_id)
    require(by, "accounts.confirm_signatory", row)
    if row.confirmed_at is not None:
        raise WrongState(_("This signatory is confirmed already."), code="signatory_confirmed")
    row.confirmed_by, row.confirmed_at = by, now
    row.save(update_fields=["confirmed_by", "confirmed_at"])
    record(action="accounts.signatory.confirmed", by=by, target=row.entity, now=now, data={"person": row.person_id})
    return row
