"""Telling owners that a paper of the vault expires soon."""

from __future__ import annotations

from datetime import datetime

from accounts import selectors
from accounts.models import Document
from accounts.models.documents import EXPIRY_WARNING
from core.messages import services as messages
from core.persian.calendar import tehran_date


def remind_of_expiry(*, now: datetime) -> int:
    """Write once to those who act for the owner of each paper in use that expires within sixty days.

    Returns how many papers. The key of the message holds paper and last day, so a second run says nothing twice.
    """
    today = tehran_date(now)
    soon = Document.objects.expiring_by(today + EXPIRY_WARNING).filter(valid_until__gte=today)
    count = 0
    for document in soon.select_related("owner__person", "owner__legal_entity").order_by("pk"):
        last_day = document.valid_until
        if last_day is None:
            continue
        for user in selectors.users_of(document.owner, today):
            messages.send(
                template="accounts.paper_expires",
                to=user,
                params={"paper": document.display_title, "day": last_day},
                key=f"expiry:{document.pk}:{last_day.isoformat()}:{user.pk}",
                now=now,
            )
        count += 1
    return count
