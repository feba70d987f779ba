"""Counting rows in several groupings at once: the usual way to read a figure, one query whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import connections, models
from django.db.models import F
from django.db.models.expressions import Combinable

from core.metrics.registry import Point

PREFIX = "by_"
MEASURE = "measure"


def cube(
    rows: models.QuerySet[Any],
    dimensions: Mapping[str, Combinable | str],
    ways: Iterable[tuple[str, ...]],
    *,
    measure: Combinable | str | None = None,
) -> list[Point]:
    """Points of `rows`, grouped in each of `ways` (tuples of dimensions; `()` is the whole), in one query.

    `dimensions`: name → expression or field path, text that is never null. A row for which it is "" stands outside that
    grouping. The value is the number of rows, or the sum of `measure`.
    """
    named = {f"{PREFIX}{name}": F(value) if isinstance(value, str) else value for name, value in dimensions.items()}
    if measure is not None:
        named[MEASURE] = F(measure) if isinstance(measure, str) else measure
    inner, params = rows.order_by().annotate(**named).values(*named).query.sql_with_params()
    statement = _statement(inner, [*dimensions], list(ways), summed=measure is not None)
    with connections[rows.db].cursor() as cursor:
        cursor.execute(statement, params)
        found = cursor.fetchall()
    names = [*dimensions]
    return [
        Point(
            Decimal(row[-1] or 0), {name: value for name, value in zip(names, row, strict=False) if value is not None}
        )
        for row in found
        if "" not in row[: len(names)]
    ]


def _statement(inner: str, names: list[str], ways: list[tuple[str, ...]], *, summed: bool) -> str:
    """The outer query. Names are keys of our own tables of dimensions, never input of a person."""
    columns = [f'given."{PREFIX}{name}"' for name in names]
    groups = ", ".join("({})".format(", ".join(f'given."{PREFIX}{name}"' for name in way)) for way in ways)
    value = f'sum(given."{MEASURE}")' if summed else "count(*)"
    return f"SELECT {', '.join([*columns, value])} FROM ({inner}) AS given GROUP BY GROUPING SETS ({groups})"  # noqa: S608
