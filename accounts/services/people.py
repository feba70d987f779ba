"""What a natural person says of himself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.choices import SpecialGroup
from accounts.models import Applicant, GroupClaim, Person, User
from accounts.permissions import require
from core.audit.services import record
from core.errors import InvalidInput, WrongState
from core.persian.calendar import tehran_date

DETAILS = frozenset({"first_name", "last_name", "father_name", "birth_date", "gender"})
ADDRESS = frozenset({"phone", "county", "city", "address", "postal_code"})
EARLIEST_BIRTH = date(1900, 1, 1)


@transaction.atomic
def save_person(*, person_id: int, data: Mapping[str, Any], by: User | None, now: datetime) -> Person:
    """Write details and address of a person; `data` may hold any of `DETAILS` and `ADDRESS`.

    Names change on the account as well. Raises PermissionRefused, InvalidInput.
    """
    person = Person.objects.select_for_update().get(pk=person_id)
    require(by, "accounts.edit_person", person)
    unknown = set(data) - DETAILS - ADDRESS
    if unknown:
        raise InvalidInput(code="unknown_field")
    born = data.get("birth_date")
    if born is not None and not EARLIEST_BIRTH <= born <= tehran_date(now):
        raise InvalidInput(_("The date of birth cannot be right."), field="birth_date", code="birth_date")
    changed = {name for name, value in data.items() if getattr(person, name) != value}
    if not changed:
        return person
    for name in changed:
        setattr(person, name, data[name])
    person.updated_at = now
    person.save(update_fields=[*changed, "updated_at", "search_key"])
    if person.user_id and changed & {"first_name", "last_name"}:
        user = User.objects.select_for_update().get(pk=person.user_id)
        user.first_name, user.last_name = person.first_name, person.last_name
        user.save(update_fields=["first_name", "last_name", "search_key"])
    record(action="accounts.person.changed", by=by, target=person, now=now, data={"fields": sorted(changed)})
    return person


@transaction.atomic
def claim_group(*, applicant_id: int, group: str, by: User | None, now: datetime) -> GroupClaim:
    """Say that the applicant belongs to a special group; saying it twice changes nothing. Raises PermissionRefused."""
    applicant = Applicant.objects.select_for_update().get(pk=applicant_id)
    require(by, "accounts.act_for_applicant", applicant)
    if group not in SpecialGroup.values:
        raise InvalidInput(code="unknown_group", field="group")
    claim, new = GroupClaim.objects.get_or_create(
        applicant=applicant, group=group, withdrawn_at=None, defaults={"claimed_at": now}
    )
    if new:
        record(action="accounts.group.claimed", by=by, target=applicant, now=now, after=group)
    return claim


@transaction.atomic
def withdraw_group(*, claim_id: int, by: User | None, now: datetime) -> GroupClaim:
    """Take the claim back; papers given for it stay in the vault. Raises PermissionRefused, WrongState."""
    claim = GroupClaim.objects.select_for_update().select_related("applicant").get(pk=claim_id)
    require(by, "accounts.act_for_applicant", claim.applicant)
    if claim.withdrawn_at is not None:
        raise WrongState(code="group_withdrawn")
    claim.withdrawn_at = now
    claim.save(update_fields=["withdrawn_at"])
    record(action="accounts.group.withdrawn", by=by, target=claim.applicant, now=now, before=claim.group)
    return claim
