"""Questions the tables of this app answer."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q


class ClusterQuerySet(models.QuerySet[Any]):
    """Clusters."""

    def public(self) -> Self:
        """Those everybody may see."""
        return self.filter(is_public=True)


class MemberQuerySet(models.QuerySet[Any]):
    """Members of clusters."""

    def present_on(self, day: date) -> Self:
        """Those who had joined and not left on a day."""
        return self.filter(joined_on__lte=day).filter(Q(left_on__isnull=True) | Q(left_on__gt=day))

    def named_in_public(self) -> Self:
        """Those who agreed to stand on the public page by name."""
        return self.filter(is_public=True)


class CurrentQuerySet(models.QuerySet[Any]):
    """Records that are corrected by a newer one and never changed."""

    def current(self) -> Self:
        """Those no newer record has corrected."""
        return self.filter(is_superseded=False)
