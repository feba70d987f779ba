"""Who may: the matrix of roles, and the permissions about one thing."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission

from accounts import permissions, selectors
from accounts.choices import Role
from accounts.models import Applicant, User
from tests.factories import accounts as cast

STAFF = {
    "accounts.grant_role": {Role.ADMIN},
    "accounts.end_role": {Role.ADMIN},
    "accounts.deactivate_user": {Role.ADMIN},
    "accounts.confirm_signatory": {Role.ADMIN, Role.OFFICER},
    "accounts.view_user": {Role.ADMIN, Role.AUDITOR},
    "accounts.view_rolegrant": {Role.ADMIN, Role.AUDITOR},
    "accounts.view_person": {Role.ADMIN, Role.OFFICER, Role.AUDITOR},
    "accounts.view_legalentity": {Role.ADMIN, Role.OFFICER, Role.AUDITOR},
    "accounts.view_document": {Role.AUDITOR},
    "accounts.add_rolegrant": {Role.ADMIN},
    "accounts.change_user": set(),
    "accounts.delete_user": set(),
    "accounts.change_person": set(),
    "accounts.delete_document": set(),
}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.APPLICANT])
def test_each_role_has_exactly_its_permissions(role):
    user = cast.staff(role)
    assert {name for name in STAFF if user.has_perm(name)} == {name for name, roles in STAFF.items() if role in roles}


def test_an_applicant_and_a_visitor_have_none_of_the_staff_permissions():
    for user in (cast.UserFactory(), AnonymousUser()):
        assert [name for name in STAFF if user.has_perm(name)] == []


def test_a_row_in_the_tables_of_rights_of_django_gives_nothing(django_assert_num_queries):
    """Nobody keeps a record of those tables, so nobody may get anything by them."""
    user = cast.officer()
    group = Group.objects.create(name="a door in the back")
    everything = list(Permission.objects.all())
    group.permissions.set(everything)
    user.groups.add(group)
    user.user_permissions.set(everything)
    again = User.objects.get(pk=user.pk)
    assert again.has_role(Role.OFFICER)
    with django_assert_num_queries(0):
        assert not again.has_perm("accounts.change_user")
        assert not again.has_perm("allocations.delete_application")
        assert again.get_all_permissions() == set()


def test_an_auditor_reads_every_table_and_changes_none():
    auditor = cast.auditor()
    for app, model in (
        ("estates", "plot"),
        ("allocations", "application"),
        ("accounts", "user"),
        ("files", "fileaccess"),
    ):
        assert auditor.has_perm(f"{app}.view_{model}")
        for verb in ("add", "change", "delete"):
            assert not auditor.has_perm(f"{app}.{verb}_{model}")
    assert auditor.has_module_perms("allocations")


def test_an_officer_for_one_estate_is_none_for_another():
    officer = cast.officer("eshragh")
    assert permissions.is_officer_for("eshragh")(officer)
    assert not permissions.is_officer_for("nikan")(officer)
    assert permissions.is_officer_for("nikan")(cast.officer())


def test_the_estate_of_a_thing_decides_and_without_a_thing_any_estate_is_enough():
    scoped = permissions.has_role_for(Role.TECHNICAL, lambda plot: plot["estate"])
    technical = cast.technical("nikan")
    assert scoped(technical, {"estate": "nikan"})
    assert not scoped(technical, {"estate": "eshragh"})
    assert scoped(technical)
    assert not scoped(AnonymousUser(), {"estate": "nikan"})


def test_one_acts_for_oneself_and_for_the_entities_one_signs_for_and_for_nobody_else():
    signer, stranger = cast.UserFactory(), cast.UserFactory()
    entity = cast.LegalEntityFactory(signatory=signer)
    own, company = signer.person.applicant, entity.applicant
    for applicant in (own, company):
        assert signer.has_perm("accounts.act_for_applicant", applicant)
        assert not stranger.has_perm("accounts.act_for_applicant", applicant)
        assert not cast.admin().has_perm("accounts.act_for_applicant", applicant)
    assert not AnonymousUser().has_perm("accounts.act_for_applicant", own)


def test_only_the_person_edits_the_own_details():
    person = cast.PersonFactory()
    assert person.user.has_perm("accounts.edit_person", person)
    assert not cast.UserFactory().has_perm("accounts.edit_person", person)
    assert not cast.admin().has_perm("accounts.edit_person", person)


def test_an_administrator_cannot_ask_for_more_for_himself():
    admin = cast.admin()
    assert not admin.has_perm("accounts.grant_role", admin)
    assert not admin.has_perm("accounts.deactivate_user", admin)
    assert admin.has_perm("accounts.grant_role", cast.UserFactory())


def test_who_is_closed_acts_for_nobody_not_even_for_the_person_in_hand(django_assert_num_queries):
    user, other = cast.UserFactory(), cast.UserFactory()
    applicant = Applicant.objects.select_related("person").get(person__user=user)
    with django_assert_num_queries(0):
        assert selectors.acts_for(user, applicant)
        assert not selectors.acts_for(other, applicant)
        assert not selectors.acts_for(AnonymousUser(), applicant)
        user.is_active = False
        assert not selectors.acts_for(user, applicant)
