"""The record of who did what.

Two layers, both written in the transaction of the change: every row change is an event made by a database trigger
(`@audited`, so bulk and raw SQL are seen too), and every act with a meaning is an `Entry` (`record()`). Both are links of one hash chain.
"""

from typing import TYPE_CHECKING

from core.audit.tracking import audited

if TYPE_CHECKING:
    from core.audit.context import acting
    from core.audit.services import record

__all__ = ["acting", "audited", "record"]


def __getattr__(name: str) -> object:
    # Entry is a model and cannot be imported before the apps are loaded; models import `audited` from here at that time.
    if name == "record":
        from core.audit.services import record

        return record
    if name == "acting":
        from core.audit.context import acting

        return acting
    raise AttributeError(name)
