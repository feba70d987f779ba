"""The staff desk of land: who looks and who changes."""

from __future__ import annotations

from core.web import desk
from core.web.desk import FoundByKey, ServiceForm
from estates import permissions


class ServiceAdmin(desk.ServiceAdmin):
    """Shown to all staff, changed by those with `permission`; nothing is deleted here."""

    read_permission = permissions.READ_LAND
    permission = permissions.CHANGE_LAND


__all__ = ["FoundByKey", "ServiceAdmin", "ServiceForm"]
