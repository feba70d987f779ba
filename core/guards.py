"""What triggers of every app share: they hold whatever way a row is written, by the admin, a shell, raw SQL or two services.

The texts of these triggers are part of migrations: a changed word is a changed trigger.
"""

from __future__ import annotations

import pgtrigger


def refuse(message: str) -> str:
    """The statement of a trigger that breaks the transaction off; `message` is a constant of the code, without quotes."""
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';"


def body(*lines: str) -> str:
    """Statements of a trigger, one a line."""
    return "\n".join(lines)


def written_once(*, own_transaction: bool = False) -> pgtrigger.Trigger:
    """Rows that are evidence: never changed, never deleted; with `own_transaction` completed by the transaction that wrote
    them (the row then has a `transaction_number`)."""
    return pgtrigger.Protect(
        name="written_once",
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Condition("OLD.transaction_number <> txid_current()") if own_transaction else None,
    )


def stays() -> pgtrigger.Trigger:
    """Rows that may change but are never deleted."""
    return pgtrigger.Protect(name="stays", operation=pgtrigger.Delete)


def filled_once(*columns: str, name: str = "filled_once") -> pgtrigger.Trigger:
    """`columns` may be filled once and never change after that."""
    changed = " OR ".join(f"(OLD.{c} IS NOT NULL AND NEW.{c} IS DISTINCT FROM OLD.{c})" for c in columns)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=f"IF {changed} THEN {refuse('this part of the row never changes')} END IF; RETURN NEW;",
    )
