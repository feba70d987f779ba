"""Accounts and roles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.admin.base import FoundByKey, ReadOnlyAdmin
from accounts.choices import Role
from accounts.models import RoleGrant, User
from accounts.permissions import is_admin
from accounts.services import roles, users
from accounts.services.authentication import require_fresh
from core import clock
from core.errors import DomainError, PermissionRefused
from core.fields.dates import JalaliDateTimeField
from core.persian.identifiers import mask_mobile, mask_national_code


class GrantInline(admin.TabularInline):
    """Roles of an account, past ones too."""

    model = RoleGrant
    fk_name = "user"
    fields = ("role", "scope", "valid_from", "valid_to", "granted_by", "reason")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Through the form of a grant alone."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("granted_by")


@admin.register(User)
class UserAdmin(FoundByKey, ReadOnlyAdmin):
    """Accounts: looked up, closed and opened."""

    list_display = ("display_name", "masked_code", "masked_phone", "is_staff", "is_active", "date_joined")
    list_filter = ("is_staff", "is_active")
    fields = (
        "national_code",
        "first_name",
        "last_name",
        "phone",
        "phone_verified_at",
        "identity_verified_at",
        "email",
        "is_staff",
        "is_active",
        "date_joined",
        "last_login",
    )
    readonly_fields = fields
    inlines = (GrantInline,)
    actions = ("close_accounts", "open_accounts")
    list_per_page = 50

    @admin.display(description=gettext_lazy("national code"))
    def masked_code(self, user: User) -> str:
        """Only the last digits."""
        return mask_national_code(user.national_code)

    @admin.display(description=gettext_lazy("mobile"))
    def masked_phone(self, user: User) -> str:
        """Without its middle."""
        return mask_mobile(user.phone)

    @admin.action(description=gettext_lazy("Close the accounts"))
    def close_accounts(self, request: HttpRequest, queryset: Any) -> None:
        """Nobody can sign in with them any more."""
        self._set_active(request, queryset, active=False)

    @admin.action(description=gettext_lazy("Open the accounts again"))
    def open_accounts(self, request: HttpRequest, queryset: Any) -> None:
        """They can be used again."""
        self._set_active(request, queryset, active=True)

    def _set_active(self, request: HttpRequest, queryset: Any, *, active: bool) -> None:
        now = clock.now()
        require_fresh(request, now)
        done = 0
        for user in queryset.order_by("pk")[:100]:
            try:
                users.set_active(user_id=user.pk, active=active, by=request.user, now=now, reason="staff desk")  # type: ignore[arg-type]
                done += 1
            except DomainError as error:
                self.message_user(request, f"{user}: {error.message}", messages.ERROR)
        self.message_user(request, _("Accounts changed: %(count)s.") % {"count": done})


class GrantForm(forms.ModelForm):
    """A new role for a person."""

    role = forms.ChoiceField(
        label=gettext_lazy("Role"), choices=[(r.value, r.label) for r in Role if r is not Role.APPLICANT]
    )
    valid_to = JalaliDateTimeField(label=gettext_lazy("until"), required=False)

    class Meta:
        model = RoleGrant
        fields = ("user", "role", "scope", "valid_to", "reason")


@admin.register(RoleGrant)
class RoleGrantAdmin(FoundByKey):
    """Grants: made and ended by accounts.services.roles, never edited."""

    form = GrantForm
    search_path = "user__search_key"
    search_fields = ("user__search_key",)
    list_display = ("user", "role", "scope", "valid_from", "valid_to", "granted_by")
    list_select_related = ("user", "granted_by")
    list_filter = ("role",)
    autocomplete_fields = ("user",)
    actions = ("end_grants",)
    list_per_page = 50

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No."""
        return False

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Asks for the password first: a role opens other people's papers."""
        if not is_admin(request.user):
            raise PermissionRefused()
        require_fresh(request, clock.now())
        return super().add_view(request, *args, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A grant that exists also shows who gave it and when."""
        if obj is None:
            return self.form.Meta.fields
        return ("user", "role", "scope", "valid_from", "valid_to", "granted_by", "granted_at", "ended_by", "reason")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The checks of the service become errors of the form, so that what was typed stays."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        return form if obj is not None else type(form)("GrantForm", (_ChecksGrant, form), {"by": request.user})

    def save_model(self, request: HttpRequest, obj: RoleGrant, form: Any, change: bool) -> None:
        """The service has written it while the form was checked."""
        obj.__dict__.update(form.made.__dict__)

    @admin.action(description=gettext_lazy("End the roles now"), permissions=["add"])
    def end_grants(self, request: HttpRequest, queryset: Any) -> None:
        """The chosen roles hold no longer."""
        now = clock.now()
        require_fresh(request, now)
        for grant in queryset.select_related("user").order_by("pk")[:100]:
            try:
                roles.end(grant_id=grant.pk, by=request.user, now=now)  # type: ignore[arg-type]
            except DomainError as error:
                self.message_user(request, f"{grant.user}: {error.message}", messages.ERROR)


class _ChecksGrant:
    """Calls the service once every field of the form is right."""

    by: Any
    made: RoleGrant

    def _post_clean(self) -> None:
        form: Any = self
        if form.errors:
            return
        data = form.cleaned_data
        try:
            self.made = roles.grant(
                user_id=data["user"].pk,
                role=data["role"],
                scope=data["scope"],
                valid_to=data["valid_to"],
                reason=data["reason"],
                by=self.by,
                now=clock.now(),
            )
            form.instance = self.made
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
