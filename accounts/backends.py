"""Signing in by national code or mobile, and what Django's admin asks on top of the rules."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from accounts.choices import Role
from accounts.models import User


class PortalBackend(ModelBackend):
    """Password sign-in under either name. An auditor may view every table; nobody gets more from here."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """The account, or None after as much work as a wrong password costs."""
        if username is None or password is None:
            return None
        user = User.objects.by_identifier(username).first()
        if user is None:
            User().set_password(password)
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            found: User = user
            return found
        return None

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None: who may what stands in the rules. A row in Django's own tables of rights, which nobody keeps a record of, gives
        nothing and is not asked for."""
        return set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None, as above."""
        return set()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Superusers may all (ModelBackend); auditors may view."""
        if super().has_perm(user_obj, perm, obj=obj):
            return True
        name = perm.partition(".")[2]
        return name.startswith("view_") and user_obj.is_authenticated and user_obj.has_role(Role.AUDITOR)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Auditors see every part of the staff desk."""
        if super().has_module_perms(user_obj, app_label):
            return True
        return user_obj.is_authenticated and user_obj.has_role(Role.AUDITOR)
