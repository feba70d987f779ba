"""What the tables themselves refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.models import Applicant, RoleGrant, Signatory, User
from tests.factories.accounts import EARLIER, LegalEntityFactory, PersonFactory, UserFactory, officer


def refuses(constraint: str):
    """The block must break this very constraint."""
    return pytest.raises(IntegrityError, match=constraint)


def test_a_national_code_in_persian_digits_is_stored_in_ascii():
    user = User.objects.create_user("۱۳۶۲۱۳۶۰۴۲", "+98 912 345 6789", "علي", "كريمي")
    user.refresh_from_db()
    assert (user.national_code, user.phone) == ("1362136042", "09123456789")
    assert (user.first_name, user.last_name) == ("علی", "کریمی")


@pytest.mark.parametrize("column", ["national_code", "phone"])
def test_raw_sql_cannot_store_another_spelling(column):
    user = UserFactory()
    value = "۱۳۶۲۱۳۶۰۴۲" if column == "national_code" else "۰۹۱۲۳۴۵۶۷۸۹"
    with refuses(f"user_{column}_(ascii|check)"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE accounts_user SET {column} = %s WHERE id = %s", [value, user.pk])


def test_nobody_grants_a_role_to_himself_not_even_past_the_service():
    user = UserFactory()
    with refuses("rolegrant_never_by_oneself"), transaction.atomic():
        RoleGrant.objects.create(user=user, role="officer", valid_from=EARLIER, granted_at=EARLIER, granted_by=user)


def test_the_role_of_an_applicant_is_never_granted():
    with refuses("rolegrant_applicant_is_not_granted"), transaction.atomic():
        RoleGrant.objects.create(user=UserFactory(), role="applicant", valid_from=EARLIER, granted_at=EARLIER)


def test_a_role_is_open_once_for_each_estate():
    user = officer("eshragh")
    with refuses("rolegrant_one_open_for_each_scope"), transaction.atomic():
        RoleGrant.objects.create(user=user, role="officer", scope="eshragh", valid_from=EARLIER, granted_at=EARLIER)


def test_a_grant_cannot_end_before_it_begins():
    with refuses("rolegrant_period_in_order"), transaction.atomic():
        RoleGrant.objects.create(
            user=UserFactory(),
            role="officer",
            valid_from=EARLIER,
            valid_to=EARLIER - timedelta(days=1),
            granted_at=EARLIER,
        )


def test_an_applicant_is_exactly_one_person_or_one_entity():
    person, entity = PersonFactory(), LegalEntityFactory()
    for fields in (
        {"kind": "person"},
        {"kind": "person", "legal_entity": entity},
        {"kind": "legal_entity", "person": person},
        {"kind": "person", "person": person, "legal_entity": entity},
    ):
        with refuses("applicant_is_one_person_or_one_entity"), transaction.atomic():
            Applicant.objects.create(created_at=EARLIER, **fields)


def test_a_person_signs_once_at_a_time_for_an_entity():
    entity = LegalEntityFactory()
    with refuses("signatory_one_open_for_each_person"), transaction.atomic():
        Signatory.objects.create(
            entity=entity, person=entity.created_by.person, valid_from=EARLIER.date(), created_at=EARLIER
        )


def test_a_person_is_found_by_any_spelling_of_the_name_and_by_part_of_the_code():
    person = PersonFactory(user=UserFactory(first_name="علی‌رضا", last_name="کریمی"))
    found = type(person).objects.found_by
    assert list(found("عليرضا")) == [person]
    assert list(found(person.national_code[2:8])) == [person]
    assert list(found("ـ")) == []


def test_the_roles_of_an_account_hold_for_their_estates_and_their_time(django_assert_num_queries):
    user = officer("eshragh")
    with django_assert_num_queries(1):
        assert user.has_role("officer")
        assert user.has_role("officer", "eshragh")
        assert not user.has_role("officer", "nikan")
        assert not user.has_role("scorer")
        assert user.estates_of("officer") == {"eshragh"}
        assert user.estates_of("scorer") == frozenset()
        assert user.roles == {"officer"}


def test_a_role_for_all_estates_names_none():
    user = officer()
    assert user.estates_of("officer") is None
    assert user.has_role("officer", "nikan")


def test_a_closed_account_has_no_role():
    user = officer()
    user.is_active = False
    assert user.roles == frozenset()
