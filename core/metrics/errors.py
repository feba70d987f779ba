"""What the figures refuse."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, WrongState


class MonthSealed(Conflict):
    """The month is over: its figures stay."""

    default_message = _("The figures of a month that is over do not change.")
    default_code = "month_sealed"


class NotTheDemo(WrongState):
    """Invented history belongs to the demonstration alone."""

    default_message = _("Sample history can only be written in the demonstration.")
    default_code = "not_the_demo"
