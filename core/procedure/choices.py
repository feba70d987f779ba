"""How an announced value is published."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DrawForm(TextChoices):
    """How the announced value was published, which says what its bytes are (core/procedure/event_values.py)."""

    HEX = "HEX", _("hexadecimal digits")
    TEXT = "TEXT", _("a number in decimal digits")
