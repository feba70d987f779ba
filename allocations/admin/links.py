"""Links between pages of the desk."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse


def audit_url(user: Any, row: Any) -> str:
    """Address of the audit record of this object; an empty text for those who may not read it."""
    if not user.has_perm("audit.view_entry"):
        return ""
    query = urlencode({"target_type": row._meta.label_lower, "target_id": row.pk})
    return f"{reverse('admin:audit_entry_changelist')}?{query}"
