"""Refusals of the land side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, WrongState
from estates.plans.issues import Issue


class PlotTaken(Conflict):
    """Somebody else holds the plot already."""

    default_message = _("Plot %(code)s is already held (%(status)s). Look at its page for what holds it.")
    default_code = "plot_taken"


class PlotNotReady(WrongState):
    """The plot exists on the plan only."""

    default_message = _("Plot %(code)s exists on the plan only; it cannot be given yet.")
    default_code = "plot_not_ready"


class PlotFrozen(WrongState):
    """The plot is held, so what an applicant or contract relies on may not move."""

    default_message = _("Plot %(code)s is held (%(status)s): its code, area, trades and drawing cannot be changed.")
    default_code = "plot_frozen"


class HoldEnded(WrongState):
    """The hold has been released before."""

    default_message = _("This hold on plot %(code)s has ended already.")
    default_code = "hold_ended"


class TariffFrozen(WrongState):
    """A published tariff is never changed: a new version is made."""

    default_message = _("A published tariff is not changed. Make a new version.")
    default_code = "tariff_frozen"


class TariffIncomplete(WrongState):
    """A tariff without prices or terms cannot be in force."""

    default_message = _("The tariff has no base prices or no payment terms yet.")
    default_code = "tariff_incomplete"


class PlanRefused(InvalidInput):
    """The site plan has errors; `issues` lists each with its feature. Nothing was written."""

    default_message = _("The site plan has errors and was not brought in. Nothing has changed.")
    default_code = "plan_refused"

    def __init__(self, issues: Sequence[Issue], **options: Any) -> None:
        super().__init__(**options)
        self.issues = list(issues)


__all__ = [
    "HoldEnded",
    "PlanRefused",
    "PlotFrozen",
    "PlotNotReady",
    "PlotTaken",
    "TariffFrozen",
    "TariffIncomplete",
]
