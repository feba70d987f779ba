"""`{% load plots %}`: words for the codes of plots."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

from core.web.tones import tone_of
from estates.choices import POSSESSION, HoldKind, PlotStatus, UtilityKind

register = template.Library()

_MEANINGS = {
    PlotStatus.PLANNED: _("It stands on the plan only."),
    PlotStatus.NOT_SERVICED: _("The land is there, its services are not."),
    PlotStatus.AVAILABLE: _("Nobody holds it. It can be given by a call or on request."),
    PlotStatus.IN_CALL: _("It is given by a call; apply there."),
    PlotStatus.OFFERED: _("It was offered to somebody who has still to answer."),
    PlotStatus.CONTRACTED: _("A contract for the right of exploitation was made."),
    PlotStatus.DELIVERED: _("The land was handed over by a minute of delivery."),
    PlotStatus.UNDER_CONSTRUCTION: _("Its holder is building."),
    PlotStatus.OPERATING: _("A unit works on it."),
    PlotStatus.IDLE: _("Its holder does not use it."),
    PlotStatus.RECLAIMED: _("The company has taken it back; it will be free again."),
}


_TAKEN = frozenset(POSSESSION) - {HoldKind.IDLE, HoldKind.RECLAIMED}


@register.filter
def plot_status_label(status: str) -> str:
    """Name of a state."""
    return str(PlotStatus(status).label)


@register.filter
def plot_status_tone(status: str) -> str:
    """Tone of a state. What somebody holds is neutral, however well it goes there: green says that it can be had."""
    return "neutral" if status in _TAKEN else tone_of(status)


@register.filter
def plot_status_meaning(status: str) -> str:
    """What a state means to a visitor, as a sentence."""
    return str(_MEANINGS[PlotStatus(status)])


@register.filter
def utility_label(kind: str) -> str:
    """Name of a service."""
    return str(UtilityKind(kind).label)
