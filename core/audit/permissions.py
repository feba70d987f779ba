"""Who reads the record of who did what. Names of roles are those of product.md §1."""

from __future__ import annotations

from typing import Any

import rules


@rules.predicate
def reads_the_record(user: Any) -> bool:
    """Auditors, and those who look after the portal."""
    return bool(user.is_authenticated and (user.has_role("auditor") or user.has_role("admin")))


rules.add_perm("audit.view_entry", reads_the_record)
