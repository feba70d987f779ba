"""Natural persons, legal entities, signatories."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import FoundByKey, ReadOnlyAdmin
from accounts.models import LegalEntity, Person, Signatory
from accounts.services import entities
from core import clock
from core.errors import DomainError
from core.persian.identifiers import mask_national_code


class SignatoryInline(admin.TabularInline):
    """Who signs for an entity, or for which entities a person signs."""

    model = Signatory
    fields = ("person", "entity", "position", "valid_from", "valid_to", "confirmed_by", "confirmed_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The people of the entity add their signatories."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("person", "entity", "confirmed_by")


@admin.register(Person)
class PersonAdmin(FoundByKey, ReadOnlyAdmin):
    """Natural persons."""

    list_display = ("display_name", "masked_code", "county", "created_at")
    list_filter = ("county",)
    exclude = ("search_key",)
    inlines = (SignatoryInline,)
    list_per_page = 50

    @admin.display(description=_("national code"))
    def masked_code(self, person: Person) -> str:
        """Only the last digits."""
        return mask_national_code(person.national_code)


@admin.register(LegalEntity)
class LegalEntityAdmin(FoundByKey, ReadOnlyAdmin):
    """Legal entities."""

    list_display = ("name", "legal_national_id", "kind", "county", "created_at")
    list_filter = ("kind", "county")
    exclude = ("search_key",)
    inlines = (SignatoryInline,)
    list_per_page = 50


@admin.register(Signatory)
class SignatoryAdmin(FoundByKey, ReadOnlyAdmin):
    """Signatures, to be compared with the official gazette."""

    search_path = "entity__search_key"
    search_fields = ("entity__search_key",)
    list_display = ("entity", "person", "position", "valid_from", "valid_to", "confirmed_at")
    list_select_related = ("entity", "person")
    list_filter = (("confirmed_at", admin.EmptyFieldListFilter),)
    actions = ("confirm",)
    list_per_page = 50

    @admin.action(description=_("Confirm: it stands so in the official gazette"))
    def confirm(self, request: HttpRequest, queryset: Any) -> None:
        """Confirm the chosen signatories."""
        for row in queryset.select_related("person").order_by("pk")[:100]:
            try:
                entities.confirm_signatory(signatory_id=row.pk, by=request.user, now=clock.now())  # type: ignore[arg-type]
            except DomainError as error:
                self.message_user(request, f"{row}: {error.message}", messages.ERROR)
