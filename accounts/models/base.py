"""What the tables of people have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.persian.text import search_key

SEARCH_KEY_LENGTH = 300


class Searchable(models.Model):
    """A row that is found by a normalised key, kept beside the fields it is made of."""

    search_key = models.CharField(_("search key"), max_length=SEARCH_KEY_LENGTH, blank=True, editable=False)

    SEARCHED: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **options: Any) -> None:
        """Saves with a key that fits the fields."""
        parts = (search_key(str(getattr(self, name) or "")) for name in self.SEARCHED)
        self.search_key = "".join(parts)[:SEARCH_KEY_LENGTH]
        if update_fields is not None and set(update_fields) & set(self.SEARCHED):
            update_fields = {*update_fields, "search_key"}
        super().save(*args, update_fields=update_fields, **options)
