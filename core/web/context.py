"""What every page may show."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from core.web import navigation


def portal(request: HttpRequest) -> dict[str, Any]:
    """Navigation of this person, and whether this is the demo."""
    return {"navigation": navigation.for_request(request), "demo": settings.DEMO}
