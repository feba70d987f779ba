"""Names in two languages, and the keys they are sorted and found by."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.persian.sorting import sort_key
from core.persian.text import search_key


class Named(models.Model):
    """A Persian name (the one that counts), an English one for the English interface, and the keys of both."""

    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    search_key = models.CharField(max_length=600, editable=False, default="")
    sort_key = models.CharField(max_length=400, editable=False, default="", db_collation="C")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The English name in the English interface where there is one, else the Persian name."""
        return self.name_en if self.name_en and get_language() == "en" else self.name

    def searched_texts(self) -> tuple[str, ...]:
        """Everything this row is found by."""
        return self.name, self.name_en

    def refresh_keys(self) -> None:
        """Work the keys out again; services call it before each write."""
        self.search_key = joined_key(self.searched_texts())
        self.sort_key = sort_key(self.name)[:400]


def joined_key(texts: Iterable[str]) -> str:
    """Search key of several texts; the bar keeps a search from matching across the border of two of them."""
    return "|".join(search_key(text) for text in texts if text)[:600]


def search_index(name: str) -> GinIndex:
    """Trigram index that answers `search_key LIKE '%…%'`."""
    return GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name=name)
