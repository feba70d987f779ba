"""Granting and ending roles."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from accounts.choices import Role
from accounts.models import RoleGrant
from accounts.services import roles
from accounts.services.errors import RoleHeldAlready, RolesDoNotMix
from core import clock
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories import accounts as cast


def test_a_granted_role_opens_the_staff_desk_and_its_end_closes_it():
    admin, user, now = cast.admin(), cast.UserFactory(), clock.now()
    grant = roles.grant(user_id=user.pk, role="officer", scope="eshragh", by=admin, now=now)
    user.refresh_from_db()
    assert user.is_staff
    assert user.has_role("officer", "eshragh")
    assert not user.has_role("applicant")
    roles.end(grant_id=grant.pk, by=admin, now=clock.now())
    user.refresh_from_db()
    assert not user.is_staff
    assert not user.has_role("officer")


def test_granting_and_ending_are_on_record_with_who_did_it():
    admin, user, now = cast.admin(), cast.UserFactory(), clock.now()
    grant = roles.grant(user_id=user.pk, role="finance", by=admin, now=now, reason="جانشین")
    roles.end(grant_id=grant.pk, by=admin, now=now)
    entries = (
        Entry.objects.filter(actor=admin, action__startswith="accounts.role")
        .order_by("id")
        .values_list("action", "after", "before", "reason")
    )
    assert list(entries) == [
        ("accounts.role.granted", "finance", "", "جانشین"),
        ("accounts.role.ended", "", "finance", ""),
    ]


def test_who_is_given_a_role_or_loses_it_is_told_once():
    admin, user, now = cast.admin(), cast.UserFactory(), clock.now()
    grant = roles.grant(user_id=user.pk, role="finance", by=admin, now=now)
    (told,) = Message.objects.filter(user=user)
    assert (told.template, told.to) == ("accounts.role_granted", user.phone)
    with translation.override("fa"):
        assert str(Role.FINANCE.label) in told.text
    roles.end(grant_id=grant.pk, by=admin, now=now)
    assert {one.template for one in Message.objects.filter(user=user)} == {
        "accounts.role_granted",
        "accounts.role_ended",
    }
    assert Message.objects.filter(user=user).count() == 2


def test_a_role_that_was_refused_is_told_to_nobody():
    user = cast.UserFactory()
    with pytest.raises(PermissionRefused):
        roles.grant(user_id=user.pk, role="officer", by=cast.staff("officer"), now=clock.now())
    assert not Message.objects.filter(user=user).exists()


@pytest.mark.parametrize("who", ["officer", "auditor", "manager"])
def test_only_administrators_grant(who):
    with pytest.raises(PermissionRefused):
        roles.grant(user_id=cast.UserFactory().pk, role="officer", by=cast.staff(who), now=clock.now())
    assert RoleGrant.objects.filter(granted_by__isnull=False).count() == 0


def test_an_administrator_cannot_grant_to_himself():
    admin = cast.admin()
    with pytest.raises(PermissionRefused):
        roles.grant(user_id=admin.pk, role="committee", by=admin, now=clock.now())


def test_the_role_of_an_applicant_and_an_unknown_one_are_refused():
    for role in ("applicant", "king"):
        with pytest.raises(InvalidInput):
            roles.grant(user_id=cast.UserFactory().pk, role=role, by=None, now=clock.now())


def test_an_auditor_gets_no_other_role_and_nobody_else_becomes_one():
    now = clock.now()
    with pytest.raises(RolesDoNotMix):
        roles.grant(user_id=cast.auditor().pk, role="officer", by=None, now=now)
    with pytest.raises(RolesDoNotMix):
        roles.grant(user_id=cast.officer().pk, role="auditor", by=None, now=now)


def test_the_same_role_for_the_same_estate_is_granted_once():
    with pytest.raises(RoleHeldAlready):
        roles.grant(user_id=cast.officer("nikan").pk, role="officer", scope="nikan", by=None, now=clock.now())


def test_a_role_that_ended_cannot_end_again_but_can_be_granted_again():
    user, now = cast.officer(), clock.now()
    grant = user.role_grants.get()
    roles.end(grant_id=grant.pk, by=None, now=now)
    with pytest.raises(WrongState):
        roles.end(grant_id=grant.pk, by=None, now=now)
    roles.grant(user_id=user.pk, role="officer", by=None, now=clock.now())


def test_a_role_holds_until_its_last_moment_and_then_the_desk_closes():
    user, now = cast.UserFactory(), clock.now()
    roles.grant(user_id=user.pk, role="scorer", by=None, now=now, valid_to=now + timedelta(days=2))
    user.refresh_from_db()
    assert user.has_role("scorer")
    assert roles.lapse(now=now + timedelta(days=1)) == 0
    assert roles.lapse(now=now + timedelta(days=2)) == 1
    user.refresh_from_db()
    assert not user.is_staff


def test_an_end_in_the_past_is_refused():
    now = clock.now()
    with pytest.raises(InvalidInput):
        roles.grant(user_id=cast.UserFactory().pk, role="scorer", by=None, now=now, valid_to=now)
