"""Triggers are found by indexes, and what is refused is what pgtrigger itself refuses."""

from __future__ import annotations

import pgtrigger
import pytest
from pgtrigger import registry

from core.audit.models import Entry, Link
from core.audit.registry import IndexedRegistry, use


def known() -> IndexedRegistry:
    use()
    assert isinstance(registry._registry, IndexedRegistry)
    return registry._registry


def agrees_with_pgtrigger(found: IndexedRegistry) -> bool:
    plain = registry._Registry
    same_names = found.pg_function_names == plain.pg_function_names.fget(found)
    return same_names and found.by_db_table == plain.by_db_table.fget(found)


def test_every_trigger_of_the_portal_stands_in_both_indexes() -> None:
    assert len(known()) > 500
    assert agrees_with_pgtrigger(known())


def test_a_name_that_is_taken_is_refused_and_one_that_was_given_up_is_free_again() -> None:
    new = pgtrigger.Protect(name="for_a_test", operation=pgtrigger.Delete)
    other = pgtrigger.Protect(name="for_a_test", operation=pgtrigger.Update)
    new.register(Link)
    try:
        new.register(Link)  # the same once more is no other
        with pytest.raises(KeyError, match="already used"):
            other.register(Link)
        other.register(Entry)
        assert agrees_with_pgtrigger(known())
        other.unregister(Entry)
    finally:
        new.unregister(Link)
    assert agrees_with_pgtrigger(known())
    assert all(trigger.name != "for_a_test" for _model, trigger in registry.registered())
