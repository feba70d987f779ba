"""A CHECK that speaks of a missing value means it: to PostgreSQL "unknown" is as good as true, so half of a pair could be left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from django.apps import apps
from django.db.models import CheckConstraint, F, Model, Q

Leaf = tuple[str, Any]


def all_checks() -> Iterator[tuple[type[Model], CheckConstraint]]:
    for model in apps.get_models():
        if "site-packages" in apps.get_app_config(model._meta.app_label).path or hasattr(model, "pgh_tracked_model"):
            continue
        for constraint in model._meta.constraints:
            if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q):
                yield model, constraint


def is_of_null(leaf: Leaf) -> bool:
    name, value = leaf
    return name.endswith("__isnull") or value is None


def leaves(condition: Q) -> Iterator[Leaf]:
    for child in condition.children:
        yield from leaves(child) if isinstance(child, Q) else [child]


def fields(leaf: Leaf) -> set[str]:
    """Columns a comparison needs."""
    name, value = leaf
    found, waiting = {name.split("__")[0]}, [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, F):
            found.add(part.name.split("__")[0])
        elif hasattr(part, "get_source_expressions"):
            waiting += [one for one in part.get_source_expressions() if one is not None]
    return found


def verdict(condition: Q, empty: str, truth: dict[str, bool], negated: bool = False) -> bool | None:
    """What PostgreSQL makes of it when the column `empty` is: True, False or None for unknown."""
    inside = negated ^ condition.negated
    found = []
    for child in condition.children:
        if isinstance(child, Q):
            found.append(verdict(child, empty, truth, inside))
        elif is_of_null(child):
            is_empty = child[0].split("__")[0] == empty
            found.append(is_empty if child[1] in (True, None) else not is_empty)
        elif empty in fields(child):
            # Below a NOT Django adds "and the column is not null", which makes it false.
            found.append(False if inside else None)
        else:
            found.append(truth[repr(child)])
    result = _any(found) if condition.connector == Q.OR else _all(found)
    return (None if result is None else not result) if condition.negated else result


def _any(found: list[bool | None]) -> bool | None:
    return True if True in found else (None if None in found else False)


def _all(found: list[bool | None]) -> bool | None:
    return False if False in found else (None if None in found else True)


def holes(condition: Q) -> set[str]:
    """Columns of which the condition says when they are empty, and which may be empty otherwise too, because it is then unknown."""
    spoken_of = {leaf[0].split("__")[0] for leaf in leaves(condition) if is_of_null(leaf)}
    asked = sorted({repr(leaf) for leaf in leaves(condition) if not is_of_null(leaf)})
    return {
        column
        for column in spoken_of
        if any(
            verdict(condition, column, dict(zip(asked, truth, strict=True))) is None
            for truth in product((True, False), repeat=len(asked))
        )
    }


def test_no_check_lets_half_of_a_pair_be_left_out() -> None:
    found = {f"{model._meta.label} {one.name}": holes(one.condition) for model, one in all_checks()}
    assert len(found) > 200
    assert {name: columns for name, columns in found.items() if columns} == {}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Q(by__isnull=True, at__isnull=True) | Q(by__isnull=False, at__gte=F("begun")), {"at"}),
        (Q(by__isnull=True, at__isnull=True) | Q(by__isnull=False, at__isnull=False, at__gte=F("begun")), set()),
        (Q(until__isnull=True) | Q(until__gte=F("begun")), set()),
        (Q(until__gte=F("begun")), set()),
        (Q(by=None) | ~Q(by=F("author")), set()),
        (Q(unit="", amount__isnull=True) | (Q(amount__gt=0) & ~Q(unit="")), {"amount"}),
    ],
)
def test_the_search_tells_a_hole_from_what_is_meant(condition: Q, expected: set[str]) -> None:
    assert holes(condition) == expected
