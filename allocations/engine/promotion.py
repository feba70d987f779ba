"""What happens when plots fall free after a run: those who wait move up, each only to what he likes better."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OfferState:
    """Where a call's offers stand, before anybody is promoted.

    `queues`: plot code to application ids, as the run published them. `choices`: each application's list,
    the best liked first. `offers`: application id to the plot it is offered and has not accepted yet.
    `declined`: (application id, plot code) of offers that were declined or expired; none is made twice.
    `closed`: applications that move no more, because they accepted a plot or left the call.
    """

    queues: Mapping[str, Sequence[str]]
    choices: Mapping[str, Sequence[str]]
    offers: Mapping[str, str] = field(default_factory=dict)
    declined: frozenset[tuple[str, str]] = frozenset()
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Move:
    """One promotion: `application` is offered `plot`; an offer of `released` (None: it had none) ends."""

    application: str
    plot: str
    released: str | None


@dataclass(frozen=True, slots=True)
class Promotions:
    """Everything that follows from plots falling free.

    `moves`: at most one for each application, sorted by plot; make them all in one transaction, ending the
    released offers first. `unclaimed`: plots that nobody waits for, sorted. `offers`: the new state.
    """

    moves: tuple[Move, ...]
    unclaimed: tuple[str, ...]
    offers: Mapping[str, str]


def promote(state: OfferState, freed: Iterable[str]) -> Promotions:
    """Give freed plots to the first in their queues who have accepted nothing, and so on down the chain.

    A freed plot goes to the first in its queue who is not closed and is offered nothing he ranked higher or
    equal. If that frees the plot he was offered, that plot's queue moves in turn. The end does not depend on
    the order of `freed`, and it comes, because every move takes somebody up his own list. Whoever declined
    must be gone from `offers` before.
    """
    offers = dict(state.offers)
    free = deque(sorted(set(freed)))
    unclaimed: list[str] = []
    while free:
        plot = free.popleft()
        chosen = _first_who_gains(state, offers, plot)
        if chosen is None:
            unclaimed.append(plot)
            continue
        if chosen in offers:
            free.append(offers[chosen])
        offers[chosen] = plot
    moves = [
        Move(application, plot, state.offers.get(application))
        for application, plot in offers.items()
        if state.offers.get(application) != plot
    ]
    return Promotions(
        moves=tuple(sorted(moves, key=lambda move: move.plot)),
        unclaimed=tuple(sorted(unclaimed)),
        offers=offers,
    )


def current_queues(state: OfferState) -> dict[str, tuple[str, ...]]:
    """The waiting lists as they are now: only those who could still be promoted."""
    return {
        plot: tuple(name for name in queue if _gains(state, state.offers, name, plot))
        for plot, queue in state.queues.items()
    }


def _first_who_gains(state: OfferState, offers: Mapping[str, str], plot: str) -> str | None:
    return next((name for name in state.queues.get(plot, ()) if _gains(state, offers, name, plot)), None)


def _gains(state: OfferState, offers: Mapping[str, str], application: str, plot: str) -> bool:
    """Whether an application may be offered `plot` and would rather have it than what it is offered."""
    if application in state.closed or (application, plot) in state.declined:
        return False
    if application not in offers:
        return True
    liked = state.choices[application]
    return liked.index(plot) < liked.index(offers[application])
