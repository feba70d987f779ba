"""Checks the whole hash chain against the rows it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from psycopg2 import sql

from core.audit.grants import chained_tables


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where the record is not what was written: what is wrong, at which link or row."""

    kind: str
    table: str
    row: int
    seq: int | None

    def __str__(self) -> str:
        place = f" (link {self.seq})" if self.seq is not None else ""
        return f"{self.kind}: {self.table} row {self.row}{place}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Outcome of a verification: number of links and rows read, the hash of the chain's end, and what was found."""

    links: int
    rows: int
    end: str
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """True when nothing was altered, removed, added or reordered."""
        return not self.findings


CHAIN_BREAKS = """
WITH chain AS (
    SELECT seq, "table", "row", content_hash, previous_hash, hash,
           lag(hash, 1, repeat('0', 64)) OVER (ORDER BY seq) AS expected_previous,
           lag(seq, 1, 0::bigint) OVER (ORDER BY seq) AS previous_seq
    FROM audit_link
)
SELECT CASE
         WHEN seq <> previous_seq + 1 THEN 'links missing before'
         WHEN previous_hash <> expected_previous THEN 'chain broken at'
         ELSE 'link altered'
       END, "table", "row", seq
FROM chain
WHERE seq <> previous_seq + 1
   OR previous_hash <> expected_previous
   OR hash <> encode(sha256(convert_to(
        previous_hash || ':' || seq::text || ':' || "table" || ':' || "row"::text || ':' || content_hash, 'UTF8')), 'hex')
ORDER BY seq LIMIT %s
"""

ROW_BREAKS = """
SELECT CASE WHEN e.{key} IS NULL THEN 'row removed' WHEN l.seq IS NULL THEN 'row without link' ELSE 'row altered' END,
       coalesce(e.{key}, l."row"), l.seq
FROM {table} e
FULL JOIN (SELECT seq, "row", content_hash FROM audit_link WHERE "table" = {name}) l ON l."row" = e.{key}
WHERE e.{key} IS NULL OR l.seq IS NULL
   OR l.content_hash <> encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(e))::text, 'UTF8')), 'hex')
ORDER BY 2 LIMIT %s
"""


def verify(*, limit: int = 100) -> Verdict:
    """Recompute every link and every row's digest, in the database; `limit` findings of each kind at most.

    Finds: rows edited, deleted, added without a link or under another key; links edited, removed, reordered. A chain cut off
    at its end is found by holding `Verdict.end` and `links` against a published value (each published record carries one).
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'UTC'" if connection.in_atomic_block else "SET timezone = 'UTC'")
        findings = [*_chain(cursor, limit), *_rows(cursor, limit)]
        cursor.execute(
            "SELECT count(*), coalesce((SELECT hash FROM audit_link ORDER BY seq DESC LIMIT 1), '') FROM audit_link"
        )
        links, end = cursor.fetchone()
        rows = sum(_count(cursor, table) for table in chained_tables())
    return Verdict(links, rows, end, tuple(findings))


def _chain(cursor: object, limit: int) -> Iterator[Finding]:
    cursor.execute(CHAIN_BREAKS, [limit])  # type: ignore[attr-defined]
    for kind, table, row, seq in cursor.fetchall():  # type: ignore[attr-defined]
        yield Finding(kind, table, row, seq)


def _rows(cursor: object, limit: int) -> Iterator[Finding]:
    for table, key in chained_tables().items():
        statement = sql.SQL(ROW_BREAKS).format(
            table=sql.Identifier(table), key=sql.Identifier(key), name=sql.Literal(table)
        )
        cursor.execute(statement, [limit])  # type: ignore[attr-defined]
        for kind, row, seq in cursor.fetchall():  # type: ignore[attr-defined]
            yield Finding(kind, table, row, seq)


def _count(cursor: object, table: str) -> int:
    cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table)))  # type: ignore[attr-defined]
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]
