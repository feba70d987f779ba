"""My wishes."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from accounts.permissions import acts_for
from accounts.selectors import applicants_of
from programs.demand.choices import WishStatus
from programs.demand.models import Wish


def wishes_of(user: Any) -> list[Wish]:
    """Live wishes of everybody this person acts for. 2 queries."""
    rows = Wish.objects.filter(applicant__in=applicants_of(user), status=WishStatus.LIVE)
    return list(rows.with_names().order_by("pk"))


def own_wish(pk: int, user: Any) -> Wish:
    """One's own live wish. Http404 for everybody else's."""
    row: Wish | None = Wish.objects.with_names().filter(pk=pk, status=WishStatus.LIVE).first()
    if row is None or not acts_for(user, row.applicant):
        raise Http404
    return row
