"""Questions the tables of instruments answer."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from clinic.instruments.choices import VersionStatus


class VersionQuerySet(models.QuerySet[Any]):
    """Versions of instruments."""

    def answerable_on(self, day: date) -> Self:
        """Those that may be answered on this day: in use and not expired."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), status=VersionStatus.PUBLISHED)
