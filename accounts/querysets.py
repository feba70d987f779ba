"""Questions about people, as filters."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Q

from accounts.choices import DocumentStatus
from core.persian.digits import to_ascii
from core.persian.errors import PersianValueError
from core.persian.identifiers import parse_mobile, parse_national_code
from core.persian.text import normalise, search_key


class UserQuerySet(models.QuerySet[Any]):
    """Accounts."""

    def by_identifier(self, text: str) -> UserQuerySet:
        """The account whose national code or mobile was typed, in any spelling; nothing when it is neither."""
        try:
            return self.filter(national_code=parse_national_code(text))
        except PersianValueError:
            pass
        try:
            return self.filter(phone=parse_mobile(text))
        except PersianValueError:
            return self.none()


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Makes accounts; identifiers are brought to their one spelling before they are stored or looked for."""

    def create_user(
        self,
        national_code: str,
        phone: str,
        first_name: str,
        last_name: str,
        password: str | None = None,
        **extra: Any,
    ) -> Any:
        """A saved account; without a password nobody can sign in to it by one. Raises PersianValueError."""
        user = self.model(
            national_code=parse_national_code(national_code),
            phone=parse_mobile(phone),
            first_name=normalise(first_name),
            last_name=normalise(last_name),
            **extra,
        )
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, national_code: str, phone: str, **fields: Any) -> Any:
        """The first administrator of an installation, made at the command line only."""
        return self.create_user(national_code, phone, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> Any:
        """Sign-in by name: the national code in any spelling."""
        return self.get(national_code=_compact(username or ""))


def _compact(text: str) -> str:
    return to_ascii(normalise(text[:64])).replace(" ", "")


class RoleGrantQuerySet(models.QuerySet[Any]):
    """Grants of roles."""

    def current(self, now: datetime) -> RoleGrantQuerySet:
        """Grants that hold at this moment."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=now), valid_from__lte=now)


class SignatoryQuerySet(models.QuerySet[Any]):
    """Who signs for whom."""

    def signing_on(self, day: date) -> SignatoryQuerySet:
        """Signatories whose period holds on this day (both ends included)."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class SearchQuerySet(models.QuerySet[Any]):
    """Rows that keep a `search_key`."""

    def found_by(self, text: str) -> SearchQuerySet:
        """Rows whose name or number contains the text, in any spelling; nothing for a text without letters."""
        key = search_key(text[:200])
        return self.filter(search_key__contains=key) if key else self.none()


class DocumentQuerySet(models.QuerySet[Any]):
    """Papers of the vault."""

    def in_use(self) -> DocumentQuerySet:
        """Papers that were neither replaced nor withdrawn."""
        return self.filter(status=DocumentStatus.ACTIVE)

    def valid_on(self, day: date) -> DocumentQuerySet:
        """Papers in use that have not expired on this day."""
        return self.in_use().filter(Q(valid_until=None) | Q(valid_until__gte=day))

    def expiring_by(self, day: date) -> DocumentQuerySet:
        """Papers in use whose last day is this one or earlier."""
        return self.in_use().filter(valid_until__lte=day)
