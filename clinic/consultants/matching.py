"""Whom to ask for a case. Pure: values in, values out; no Django, no clock, no chance.

Somebody who must not or cannot work on the case is excluded with the reason. The others get points for each specialty
they have: for their level in it, for free capacity, for nearness. The team suggested has one consultant for each
specialty, different people as far as possible, as many specialties filled as possible, with the most points in sum;
ratings decide between equals only (so that few good words do not outweigh knowledge), then the lower load, then the
number of the row. Where people are fewer than specialties, a member who has a second one covers it. The lead decides;
reasons are codes with parameters, sentences are made elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from clinic.consultants.assignment import assign

FULL = 1000
"""Points of the best in everything."""
FAR_KM = 150.0
"""From here on distance gives no points."""
EARTH_KM = 6371.0
LEVELS: Mapping[str, int] = {"ASSOCIATE": 400, "EXPERT": 750, "SENIOR": 1000}
FEWEST_RATINGS = 5
"""Ratings below which no mean is shown or counted: one answer could be recognised."""

Place = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with what belongs into its sentence: numbers, codes, days."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much level, free capacity and nearness count, in parts of their sum."""

    level: int = 45
    load: int = 35
    distance: int = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A consultant as matching sees him. `specialties`: code → level; `load`: open cases; `obstacles`: why he cannot be named
    at all, in the order in which they matter; `notes`: what the lead should know besides; `there_for`: specialties for which he
    is in the team already; `rating`: mean of `ratings` answers, 1–5."""

    key: int
    specialties: Mapping[str, str]
    load: int
    max_cases: int
    place: Place | None = None
    obstacles: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()
    there_for: frozenset[str] = frozenset()
    rating: Decimal | None = None
    ratings: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody for a specialty with his `points` (0–1000) and why."""

    specialty: str
    key: int
    points: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """Somebody who has a specialty that is needed and is not suggested."""

    key: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The team, one choice for each specialty that could be filled; all who could be named for each specialty, the best
    first; who was excluded; specialties nobody is there for."""

    team: tuple[Choice, ...]
    ranked: Mapping[str, tuple[Choice, ...]]
    excluded: tuple[Excluded, ...]
    unfilled: tuple[str, ...]


def suggest(
    needed: Sequence[str], candidates: Iterable[Candidate], place: Place | None = None, weights: Weights | None = None
) -> Suggestion:
    """A team for the specialties `needed` of a unit at `place`; the order of the candidates changes nothing."""
    wanted = list(dict.fromkeys(needed))
    people = sorted((one for one in candidates if set(one.specialties) & set(wanted)), key=lambda one: one.key)
    barred = {one.key: _obstacles(one, wanted) for one in people}
    able = [one for one in people if not barred[one.key]]
    measure = weights or Weights()
    ranked = {
        name: tuple(
            choice
            for _, choice in sorted(
                ((_rank(one, name, place, measure), _choice(one, name, place, measure)) for one in able if _is_new_for(one, name)),
                key=lambda pair: pair[0],
            )
        )
        for name in wanted
    }  # fmt: skip
    team = _team(wanted, ranked, {one.key: one for one in able})
    return Suggestion(
        team=tuple(team[name] for name in wanted if name in team),
        ranked=ranked,
        excluded=tuple(Excluded(one.key, barred[one.key]) for one in people if barred[one.key]),
        unfilled=tuple(name for name in wanted if name not in team),
    )


def distance_km(one: Place, other: Place) -> float:
    """Distance over the ground in kilometres, on a sphere: good to half a per cent, which is enough between county towns."""
    (lat1, lon1), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (one, other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _is_new_for(one: Candidate, specialty: str) -> bool:
    return specialty in one.specialties and specialty not in one.there_for


def _obstacles(one: Candidate, wanted: Sequence[str]) -> tuple[Reason, ...]:
    if not any(_is_new_for(one, name) for name in wanted):
        return (Reason("in_the_team"),)
    # Who is in the team takes no further case by a second specialty.
    if one.load >= one.max_cases and not one.there_for:
        return (*one.obstacles, Reason("full", {"open": one.load, "most": one.max_cases}))
    return one.obstacles


def _points(one: Candidate, specialty: str, place: Place | None, weights: Weights) -> int:
    free = FULL * max(0, one.max_cases - one.load) // one.max_cases
    near = FULL // 2
    if place is not None and one.place is not None:
        near = max(0, round(FULL * (1 - distance_km(one.place, place) / FAR_KM)))
    parts = (LEVELS[one.specialties[specialty]] * weights.level, free * weights.load, near * weights.distance)
    return sum(parts) // (weights.level + weights.load + weights.distance)


def _rank(one: Candidate, specialty: str, place: Place | None, weights: Weights) -> tuple[int, Decimal, int, int]:
    return (-_points(one, specialty, place, weights), -_counted_rating(one), one.load, one.key)


def _counted_rating(one: Candidate) -> Decimal:
    # Nobody gains or loses by a rating that too few gave.
    return one.rating if one.rating is not None and one.ratings >= FEWEST_RATINGS else Decimal(3)


def _choice(one: Candidate, specialty: str, place: Place | None, weights: Weights) -> Choice:
    reasons = [
        Reason("level", {"level": one.specialties[specialty]}),
        Reason("load", {"open": one.load, "most": one.max_cases}),
    ]
    if place is not None and one.place is not None:
        reasons.append(Reason("distance", {"km": round(distance_km(one.place, place))}))
    if one.rating is not None and one.ratings >= FEWEST_RATINGS:
        reasons.append(Reason("rating", {"mean": one.rating, "count": one.ratings}))
    if one.there_for:
        reasons.append(Reason("covers_another"))
    return Choice(specialty, one.key, _points(one, specialty, place, weights), (*reasons, *one.notes))


def _team(
    wanted: Sequence[str], ranked: Mapping[str, tuple[Choice, ...]], people: Mapping[int, Candidate]
) -> dict[str, Choice]:
    """One choice for each specialty; different people by the best assignment, second specialties where nobody is left."""
    # An assignment that is best of all is found among the best n of each of n specialties: whoever ranks below n others
    # can be exchanged for one of them who is not used.
    pools = {name: ranked[name][: len(wanted)] for name in wanted}
    keys = sorted({choice.key for pool in pools.values() for choice in pool})
    by_key = {name: {choice.key: choice for choice in pools[name]} for name in wanted}
    # One more column for each row stands for "nobody", dearer than all people together.
    nobody = [NOBODY] * len(wanted)
    cost = [
        [*(_cost(by_key[name].get(key), people[key], place) for place, key in enumerate(keys)), *nobody]
        for name in wanted
    ]
    chosen = zip(wanted, assign(cost), strict=True)
    team = {name: by_key[name][keys[column]] for name, column in chosen if column < len(keys)}
    for name in wanted:
        members = {choice.key for choice in team.values()}
        second = next((choice for choice in ranked[name] if choice.key in members), None)
        if name not in team and second is not None:
            told = () if people[second.key].there_for else (Reason("covers_another"),)
            team[name] = Choice(name, second.key, second.points, (*second.reasons, *told))
    return team


NOBODY = 10**18


def _cost(choice: Choice | None, one: Candidate, place: int) -> int:
    """What naming somebody costs: points lost, then rating below the best, then load, then his `place` among all; None: he
    does not have the specialty. The steps are so wide that sums over a whole team keep this order."""
    if choice is None:
        return NOBODY * 10
    rating_lost = int((5 - _counted_rating(one)) * 100)
    return (FULL - choice.points) * 10**12 + rating_lost * 10**8 + min(one.load, 99) * 10**4 + place
