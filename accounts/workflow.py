"""Life of a paper in the vault."""

from __future__ import annotations

from accounts.choices import DocumentStatus
from core.transitions import Table, Transition, register, sources

DOCUMENTS = register(
    Table(
        name="accounts.document",
        states=tuple(DocumentStatus.values),
        initial=DocumentStatus.ACTIVE,
        ends=frozenset({DocumentStatus.REPLACED, DocumentStatus.WITHDRAWN}),
        transitions=(
            Transition(
                "replace",
                sources(DocumentStatus.ACTIVE),
                DocumentStatus.REPLACED,
                "accounts.manage_document",
                "accounts.document.replaced",
            ),
            Transition(
                "withdraw",
                sources(DocumentStatus.ACTIVE),
                DocumentStatus.WITHDRAWN,
                "accounts.manage_document",
                "accounts.document.withdrawn",
            ),
        ),
    )
)
"""What was shown to a call stays readable: a paper is never deleted, it only leaves the vault."""
