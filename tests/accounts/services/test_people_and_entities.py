"""Persons, special groups, legal entities and who signs for them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts import selectors
from accounts.models import GroupClaim, LegalEntity, Signatory
from accounts.services import entities, people
from accounts.services.errors import EntityExists, LastSignatory, NoSuchPerson
from core import clock
from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState
from tests.factories import accounts as cast
from tests.factories import identifiers


def test_details_are_written_by_the_person_alone():
    person = cast.PersonFactory(complete=False)
    with pytest.raises(PermissionRefused):
        people.save_person(person_id=person.pk, data={"city": "ابهر"}, by=cast.UserFactory(), now=clock.now())
    saved = people.save_person(person_id=person.pk, data={"city": "ابهر"}, by=person.user, now=clock.now())
    assert saved.city == "ابهر"


def test_a_name_changes_on_the_account_too():
    person = cast.PersonFactory()
    people.save_person(person_id=person.pk, data={"first_name": "لیلا"}, by=person.user, now=clock.now())
    person.user.refresh_from_db()
    assert person.user.first_name == "لیلا"
    assert person.user in type(person.user).objects.filter(search_key__contains="لیلا")


@pytest.mark.parametrize("field", ["national_code", "user", "search_key", "id"])
def test_fields_that_are_not_the_persons_to_write_are_refused(field):
    person = cast.PersonFactory()
    with pytest.raises(InvalidInput):
        people.save_person(person_id=person.pk, data={field: "1"}, by=person.user, now=clock.now())


def test_a_birthday_in_the_future_is_refused():
    person, now = cast.PersonFactory(), clock.now()
    with pytest.raises(InvalidInput):
        people.save_person(
            person_id=person.pk, data={"birth_date": now.date() + timedelta(days=2)}, by=person.user, now=now
        )


def test_a_special_group_is_claimed_once_and_can_be_withdrawn_and_claimed_again():
    applicant, now = cast.ApplicantFactory(), clock.now()
    user = applicant.person.user
    first = people.claim_group(applicant_id=applicant.pk, group="isargar", by=user, now=now)
    assert people.claim_group(applicant_id=applicant.pk, group="isargar", by=user, now=now) == first
    people.withdraw_group(claim_id=first.pk, by=user, now=now)
    with pytest.raises(WrongState):
        people.withdraw_group(claim_id=first.pk, by=user, now=now)
    people.claim_group(applicant_id=applicant.pk, group="isargar", by=user, now=now)
    assert GroupClaim.objects.count() == 2


def test_another_persons_group_cannot_be_claimed():
    with pytest.raises(PermissionRefused):
        people.claim_group(
            applicant_id=cast.ApplicantFactory().pk, group="isargar", by=cast.UserFactory(), now=clock.now()
        )


def test_whoever_enters_an_entity_signs_for_it_and_may_apply_in_its_name():
    user = cast.UserFactory()
    entity = cast.LegalEntityFactory(signatory=user)
    assert [applicant.identifier for applicant in selectors.applicants_of(user)] == [
        user.national_code,
        entity.legal_national_id,
    ]
    assert selectors.users_of(entity.applicant) == [user]


def test_an_entity_that_is_there_cannot_be_entered_by_a_stranger():
    entity = cast.LegalEntityFactory()
    with pytest.raises(EntityExists):
        cast.LegalEntityFactory(legal_national_id=entity.legal_national_id)
    assert LegalEntity.objects.count() == Signatory.objects.count() == 1


def test_another_signatory_must_be_named_by_both_numbers_of_one_account():
    entity, other, third = cast.LegalEntityFactory(), cast.UserFactory(), cast.UserFactory()
    by, now = entity.created_by, clock.now()
    for code, phone in (
        (other.national_code, third.phone),
        (identifiers.national_code(), other.phone),
        (other.national_code, identifiers.mobile()),
    ):
        with pytest.raises(NoSuchPerson):
            entities.add_signatory(entity_id=entity.pk, national_code=code, phone=phone, by=by, now=now)
    entities.add_signatory(entity_id=entity.pk, national_code=other.national_code, phone=other.phone, by=by, now=now)
    assert selectors.acts_for(other, entity.applicant)
    with pytest.raises(Conflict):
        entities.add_signatory(
            entity_id=entity.pk, national_code=other.national_code, phone=other.phone, by=by, now=now
        )


def test_a_stranger_changes_nothing_of_an_entity():
    entity, stranger, now = cast.LegalEntityFactory(), cast.UserFactory(), clock.now()
    with pytest.raises(PermissionRefused):
        entities.change(entity_id=entity.pk, data={"name": "دیگر"}, by=stranger, now=now)
    with pytest.raises(PermissionRefused):
        entities.end_signatory(signatory_id=entity.signatories.get().pk, by=stranger, now=now)
    with pytest.raises(PermissionRefused):
        entities.confirm_signatory(signatory_id=entity.signatories.get().pk, by=entity.created_by, now=now)


def test_the_last_signatory_stays_and_one_who_ended_no_longer_acts_from_tomorrow():
    entity, other, now = cast.LegalEntityFactory(), cast.UserFactory(), clock.now()
    first = entity.signatories.get()
    with pytest.raises(LastSignatory):
        entities.end_signatory(signatory_id=first.pk, by=entity.created_by, now=now)
    entities.add_signatory(
        entity_id=entity.pk, national_code=other.national_code, phone=other.phone, by=entity.created_by, now=now
    )
    entities.end_signatory(signatory_id=first.pk, by=other, now=now)
    today = clock.today()
    assert selectors.acts_for(entity.created_by, entity.applicant, today)
    assert not selectors.acts_for(entity.created_by, entity.applicant, today + timedelta(days=1))
    assert selectors.acts_for(other, entity.applicant, today + timedelta(days=1))


def test_staff_confirms_a_signatory_once():
    row, officer, now = cast.LegalEntityFactory().signatories.get(), cast.officer(), clock.now()
    assert entities.confirm_signatory(signatory_id=row.pk, by=officer, now=now).confirmed_by == officer
    with pytest.raises(WrongState):
        entities.confirm_signatory(signatory_id=row.pk, by=officer, now=now)
