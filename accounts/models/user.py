"""The account of a person, and the roles granted to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.choices import Role
from accounts.querysets import RoleGrantQuerySet, UserManager
from core import clock
from core.audit import audited
from core.fields.keys import SearchKeyField
from core.fields.models import MobileField, NationalCodeField, PersianCharField


@audited(exclude=["password", "last_login", "search_key"])
class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in; the national code is the name."""

    national_code = NationalCodeField(_("national code"), unique=True)
    phone = MobileField(_("mobile"), unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    first_name = PersianCharField(_("first name"), max_length=60)
    last_name = PersianCharField(_("last name"), max_length=80)
    is_staff = models.BooleanField(_("staff"), default=False, editable=False)
    is_active = models.BooleanField(_("active"), default=True)
    phone_verified_at = models.DateTimeField(_("mobile confirmed at"), null=True, blank=True, editable=False)
    identity_verified_at = models.DateTimeField(
        _("identity confirmed by the national sign-on at"), null=True, blank=True, editable=False
    )
    date_joined = models.DateTimeField(_("signed up at"), default=clock.now, editable=False)

    search_key = SearchKeyField(_("search key"), sources=["first_name", "last_name", "national_code", "phone"])

    objects = UserManager()

    USERNAME_FIELD = "national_code"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["phone", "first_name", "last_name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["-id"]
        indexes = [GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name="user_search")]
        constraints = [
            models.CheckConstraint(condition=Q(national_code__regex=r"^[0-9]{10}$"), name="user_national_code_ascii"),
            models.CheckConstraint(condition=Q(phone__regex=r"^09[0-9]{9}$"), name="user_phone_ascii"),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """First and last name, as shown to others."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_full_name(self) -> str:
        """The name Django's own pages show."""
        return self.display_name

    def get_short_name(self) -> str:
        """The name Django's own pages greet with."""
        return self.first_name

    def refresh_from_db(self, *args: Any, **options: Any) -> None:
        """Reads the row again, and the roles when they are next asked for."""
        self.forget_roles()
        super().refresh_from_db(*args, **options)

    def has_role(self, role: str, estate: str | None = None) -> bool:
        """Whether the person has this role now, anywhere (`estate` None) or for the estate with this slug.

        An inactive account has no role. The grants are read once for each instance.
        """
        if not self.is_active:
            return False
        if role == Role.APPLICANT:
            return not self.is_staff
        scopes = self._scopes(role)
        return bool(scopes) if estate is None else bool(scopes & {"", estate})

    def estates_of(self, role: str) -> frozenset[str] | None:
        """Slugs of the estates the role was granted for; None: for all of them; empty: the role is not there."""
        scopes = self._scopes(role) if self.is_active else frozenset()
        return None if "" in scopes else scopes

    @property
    def roles(self) -> frozenset[str]:
        """Codes of all roles the person has now, wherever."""
        return frozenset(str(role) for role in Role if self.has_role(role))

    def forget_roles(self) -> None:
        """Read the grants again when they are next asked for: called by the service that changes them."""
        self.__dict__.pop("_grants", None)

    def _scopes(self, role: str) -> frozenset[str]:
        if "_grants" not in self.__dict__:
            grants: dict[str, list[tuple[str, datetime, datetime | None]]] = {}
            for granted, scope, start, end in self.role_grants.values_list("role", "scope", "valid_from", "valid_to"):
                grants.setdefault(granted, []).append((scope, start, end))
            self.__dict__["_grants"] = grants
        terms = self.__dict__["_grants"].get(role)
        if not terms:  # asked hundreds of times a page, mostly about roles the person never had
            return frozenset()
        now = clock.now()
        return frozenset(scope for scope, start, end in terms if start <= now and (end is None or now < end))


@audited()
class RoleGrant(models.Model):
    """A role of a person, for one estate or all, for a time. Ending it sets `valid_to`; rows are never deleted."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_grants", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=24, choices=[(r.value, r.label) for r in Role if r != Role.APPLICANT])
    scope = models.SlugField(_("estate"), max_length=60, blank=True, help_text=_("Empty: all estates."))
    valid_from = models.DateTimeField(_("from"))
    valid_to = models.DateTimeField(_("until"), null=True, blank=True)
    granted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted at"))
    ended_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ended by")
    )
    reason = PersianCharField(_("reason"), max_length=300, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("granted role")
        verbose_name_plural = _("granted roles")
        ordering = ["-id"]
        indexes = [models.Index(fields=["role", "scope"], name="rolegrant_role_scope")]
        constraints = [
            models.CheckConstraint(
                condition=Q(granted_by=None) | ~Q(granted_by=F("user")), name="rolegrant_never_by_oneself"
            ),
            models.CheckConstraint(condition=~Q(role=Role.APPLICANT.value), name="rolegrant_applicant_is_not_granted"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="rolegrant_period_in_order"
            ),
            models.UniqueConstraint(
                fields=["user", "role", "scope"], condition=Q(valid_to=None), name="rolegrant_one_open_for_each_scope"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} ({self.scope or '*'})"
