"""Accounts: made, closed, given new numbers."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import make_password

from accounts.models import Applicant, Person, User
from accounts.services import users
from accounts.services.errors import AccountExists, PhoneTaken
from core import clock
from core.audit.models import Entry
from core.errors import PermissionRefused
from core.persian.errors import PersianValueError
from tests.factories import accounts as cast
from tests.factories import identifiers


def register(**fields):
    given = {
        "national_code": identifiers.national_code(),
        "phone": identifiers.mobile(),
        "first_name": "زهرا",
        "last_name": "نمونه",
        "now": clock.now(),
        **fields,
    }
    return users.register(**given)


def test_signing_up_makes_account_person_and_applicant_together():
    user = register()
    assert user.person.national_code == user.national_code
    assert user.person.applicant.identifier == user.national_code
    assert user.person.applicant.display_name == "زهرا نمونه"
    assert user.has_role("applicant")
    assert Entry.objects.get(action="accounts.user.registered").actor == user


@pytest.mark.parametrize("taken", ["national_code", "phone"])
def test_a_taken_number_makes_nothing_at_all(taken):
    other = cast.UserFactory()
    with pytest.raises(AccountExists):
        register(**{taken: getattr(other, taken)})
    assert User.objects.count() == Person.objects.count() == Applicant.objects.count() == 1


def test_numbers_that_are_none_are_refused():
    with pytest.raises(PersianValueError):
        register(national_code="1111111111")
    with pytest.raises(PersianValueError):
        register(phone="02433440000")


def test_the_password_can_be_given_as_its_digest():
    user = register(password_hash=make_password("one-long-enough"))
    user.refresh_from_db()
    assert user.check_password("one-long-enough")


def test_a_person_entered_by_staff_gets_the_account_that_signs_up_later():
    code, now = identifiers.national_code(), clock.now()
    known = Person.objects.create(
        national_code=code, first_name="زهرا", last_name="نمونه", father_name="حسن", created_at=now, updated_at=now
    )
    user = register(national_code=code)
    assert user.person == known
    assert user.person.father_name == "حسن"


def test_a_phone_of_another_account_cannot_be_taken():
    user, other = cast.UserFactory(), cast.UserFactory()
    with pytest.raises(PhoneTaken):
        users.change_phone(user_id=user.pk, phone=other.phone, by=user, now=clock.now())
    user.refresh_from_db()
    assert user.phone != other.phone


def test_closing_an_account_is_on_record_with_its_reason():
    admin, user = cast.admin(), cast.UserFactory()
    users.set_active(user_id=user.pk, active=False, by=admin, now=clock.now(), reason="درخواست خود")
    user.refresh_from_db()
    assert not user.is_active
    entry = Entry.objects.get(action="accounts.user.closed")
    assert (entry.actor, entry.reason) == (admin, "درخواست خود")


def test_nobody_closes_the_own_account_at_the_desk_and_applicants_close_none():
    admin, user = cast.admin(), cast.UserFactory()
    for by, whom in ((admin, admin), (user, admin)):
        with pytest.raises(PermissionRefused):
            users.set_active(user_id=whom.pk, active=False, by=by, now=clock.now(), reason="")
