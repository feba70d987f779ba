"""Who may open a paper of the vault. Staff who review an application open it through that application."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_noop

from accounts.models import Document
from accounts.permissions import is_auditor
from accounts.selectors import acts_for
from core.files import access

AUDIT = gettext_noop("audit")


def may_open(user: Any, document: Document) -> bool | str:
    """Whoever acts for the owner; an auditor, for the purpose of the audit."""
    if not user.is_authenticated:
        return False
    if acts_for(user, document.owner):
        return access.OWN
    return AUDIT if is_auditor(user) else False


access.register("accounts.Document", may_open)
