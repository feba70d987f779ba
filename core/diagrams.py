"""docs/states.md, drawn from the workflow tables."""

from __future__ import annotations

from core.transitions import TABLES, Table

HEAD = """# States and transitions

Drawn from the workflow tables by `manage.py diagrams`; do not edit by hand. Every arrow is a row of a table in the
app's `workflow.py`: who may is in `permissions.py`, when it may be done in `policies.py`.
"""


def draw() -> str:
    """The whole page: for each table a Mermaid diagram and the list of its arrows."""
    return "\n".join([HEAD, *(_section(TABLES[name]) for name in sorted(TABLES))])


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", "```mermaid", "stateDiagram-v2", f"    [*] --> {table.initial}"]
    for row in table.transitions:
        lines += [f"    {source} --> {row.target}: {row.name}" for source in _in_order(table, row.sources)]
    lines += [f"    {state} --> [*]" for state in table.states if state in table.ends]
    lines += ["```", "", "| from | by | to | who | recorded as |", "|---|---|---|---|---|"]
    for row in table.transitions:
        origin = ", ".join(_in_order(table, row.sources))
        lines.append(f"| {origin} | `{row.name}` | {row.target} | {row.permission or 'the system'} | `{row.event}` |")
    return "\n".join([*lines, ""])


def _in_order(table: Table, states: frozenset[str]) -> list[str]:
    return [state for state in table.states if state in states]
