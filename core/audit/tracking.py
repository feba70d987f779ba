"""`@audited`: an event row for every insert, update and delete of a model, chained to all events before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

from core.audit import registry

# Before the first model registers its triggers.
registry.use()

Model = TypeVar("Model", bound=type[models.Model])

CHAIN_TRIGGER = "chain"


def chain_trigger(key: str) -> pgtrigger.Trigger:
    """Adds the new row to the hash chain when its transaction commits; `key` is the row's primary key column.

    Deferred to the commit on purpose: the lock of the chain's end is then the last lock of every transaction and is held
    for the length of a commit only, so it can neither deadlock nor make a long transaction stop all others.
    """
    return pgtrigger.Trigger(
        name=CHAIN_TRIGGER,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func=f"PERFORM audit_append(TG_TABLE_NAME::text, '{key}', NEW.{key}::bigint); RETURN NULL;",
    )


def audited(*, exclude: Iterable[str] = ()) -> Callable[[Model], Model]:
    """Class decorator. `exclude` names columns that carry no fact of their own (search keys) or may not be kept (passwords)."""

    def decorate(model: Model) -> Model:
        tracked: Model = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=list(exclude) or None,
            append_only=False,
            meta={"triggers": [chain_trigger("pgh_id")]},
        )(model)
        return tracked

    return decorate
