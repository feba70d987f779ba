"""Columns that are kept from other columns, to search and sort by."""

from typing import Any

from django.db import models

from core.persian.sorting import sort_key
from core.persian.text import search_key


class _DerivedField(models.Field):
    """Written from `sources` on every save. A save that leaves the key behind its source is refused."""

    def __init__(self, *args: Any, sources: tuple[str, ...] | list[str] = (), **kwargs: Any) -> None:
        self.sources = tuple(sources)
        kwargs["editable"] = False
        kwargs.setdefault("default", "")
        kwargs["blank"] = True
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for implied in ("editable", "blank"):
            kwargs.pop(implied, None)
        if kwargs.get("default") == "":
            del kwargs["default"]
        return name, path, args, {**kwargs, "sources": list(self.sources)}

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        if not cls._meta.abstract:
            models.signals.pre_save.connect(self._refuse_stale_key, sender=cls)

    def _refuse_stale_key(self, *, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
        # Django writes the named fields only; a forgotten key would make the row unfindable without a sound.
        if update_fields and self.name not in update_fields and not update_fields.isdisjoint(self.sources):
            raise ValueError(f"update_fields names {self.sources} but not {self.name!r}, which is kept from it")

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        texts = [str(getattr(model_instance, source) or "") for source in self.sources]
        value = self.key(texts)
        setattr(model_instance, self.attname, value)
        return value

    def key(self, texts: list[str]) -> str:
        """Return the key of the source texts, in the order of `sources`."""
        raise NotImplementedError


class SearchKeyField(_DerivedField, models.TextField):
    """Search key of one or more fields: `SearchKeyField(sources=["name", "code"])`; see core.fields.filters.

    Give it a GIN index with `gin_trgm_ops`. QuerySet.update() and bulk_update() do not write it.
    """

    def key(self, texts: list[str]) -> str:
        # The bar keeps a search from matching across the border of two fields.
        return "|".join(search_key(text) for text in texts)


class SortKeyField(_DerivedField, models.CharField):
    """Alphabetical key: `SortKeyField(sources=["name"])`; order by it. Compared byte by byte whatever the server."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("db_collation", "C")
        super().__init__(*args, **kwargs)

    def key(self, texts: list[str]) -> str:
        return "  ".join(sort_key(text) for text in texts)[: self.max_length]
