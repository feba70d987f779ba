"""Who may ask for a plot, and who stands before whom there (docs/allocation.md, "The matching")."""

from __future__ import annotations

from dataclasses import dataclass

from allocations.engine.values import Application, Mode, Plot, Priority, Rules

TRADE_NOT_ALLOWED = "TRADE_NOT_ALLOWED"


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a priority, in the words of the rules.

    `name` is ``tier``, ``score``, ``points``, ``submitted_at``, ``amount`` or ``draw_number``; `criterion`
    names the tie-break criterion for ``points`` and is None otherwise. `value` is as it stands in the record.
    """

    name: str
    criterion: str | None
    value: int | str


def is_eligible(application: Application, plot: Plot) -> bool:
    """Whether the plot welcomes any trade or this application's."""
    return not plot.trades or application.trade in plot.trades


def tier(application: Application, plot: Plot) -> int:
    """0 when the plot is not reserved or reserved for one of the application's groups, else 1."""
    return 0 if plot.reserved_for is None or plot.reserved_for in application.groups else 1


def instant(submitted_at: str) -> int:
    """A UTC text as a whole number that grows with time: its fourteen digits."""
    return int("".join(sign for sign in submitted_at if "0" <= sign <= "9"))


def standing(rules: Rules, application: Application, draw_number: int) -> Priority:
    """The part of a priority that is the same at every plot: all but the tier. Smaller is better."""
    return (*mode_keys(rules, application), draw_number)


def mode_keys(rules: Rules, application: Application) -> Priority:
    """The mode's own part of a priority, between tier and draw number. Smaller is better."""
    if rules.mode == Mode.SCORED:
        return (-application.score, *(-application.points[code] for code in rules.tie_break))
    if rules.mode == Mode.DIRECT:
        return (instant(application.submitted_at),)
    if rules.mode == Mode.AUCTION:
        return (-(application.amount or 0),)
    return ()


def priority(rules: Rules, plot: Plot, application: Application, draw_number: int) -> Priority:
    """Priority of an eligible application at a plot; no two applications have the same."""
    return (tier(application, plot), *standing(rules, application, draw_number))


def components(rules: Rules, plot: Plot, application: Application, draw_number: int) -> tuple[Component, ...]:
    """The same priority part by part, with the values a person knows: for explanations."""
    return (
        Component("tier", None, tier(application, plot)),
        *_mode_components(rules, application),
        Component("draw_number", None, draw_number),
    )


def _mode_components(rules: Rules, application: Application) -> tuple[Component, ...]:
    if rules.mode == Mode.SCORED:
        points = (Component("points", code, application.points[code]) for code in rules.tie_break)
        return (Component("score", None, application.score), *points)
    if rules.mode == Mode.DIRECT:
        return (Component("submitted_at", None, application.submitted_at),)
    if rules.mode == Mode.AUCTION:
        return (Component("amount", None, application.amount or 0),)
    return ()
