"""The triggers of all models, known by table and by name.

pgtrigger looks through every trigger there is for each new one, to refuse a name that is taken. With 1,400 triggers that is two
million looks and half of the time any process of the portal takes to start. Here it asks two indexes instead; what is refused
stays the same.
"""

from __future__ import annotations

from typing import Any

import pgtrigger
from pgtrigger import registry


class IndexedRegistry(registry._Registry):  # type: ignore[misc]
    """pgtrigger's registry with the answers to its two questions kept up to date."""

    def __init__(self, known: registry._Registry) -> None:
        self._by_table: dict[tuple[str, str], pgtrigger.Trigger] = dict(known.by_db_table)
        self._function_names: set[str] = set(known.pg_function_names)
        super().__init__()
        self.data = known.data

    @property
    def by_db_table(self) -> dict[tuple[str, str], pgtrigger.Trigger]:
        """Trigger by table and name."""
        return self._by_table

    @property
    def pg_function_names(self) -> set[str]:
        """Names of the functions of all triggers in the database."""
        return self._function_names

    def __setitem__(self, key: str, value: tuple[Any, pgtrigger.Trigger]) -> None:
        super().__setitem__(key, value)
        model, trigger = value
        self._by_table[model._meta.db_table, str(trigger.name)] = trigger
        self._function_names.add(trigger.get_pgid(model))

    def __delitem__(self, key: str) -> None:
        model, trigger = self[key]
        super().__delitem__(key)
        del self._by_table[model._meta.db_table, str(trigger.name)]
        self._function_names.discard(trigger.get_pgid(model))


def use() -> None:
    """Put it in the place of pgtrigger's own; again: no change."""
    if not isinstance(registry._registry, IndexedRegistry):
        registry._registry = IndexedRegistry(registry._registry)
