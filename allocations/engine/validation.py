"""What may enter a run at all. Every problem is found at once and named by a reason code with parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from allocations.engine import canonical
from allocations.engine.errors import EngineRefusal, Problem
from allocations.engine.scoring import score_for
from allocations.engine.values import FORMAT, Application, Draw, Mode, Plot, Randomness, Rules

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""Call, criterion, group and trade codes."""
PLOT_CODE = re.compile(r"[A-Z0-9-]{2,24}")
APPLICATION_ID = re.compile(r"[a-z2-7]{26}")
"""26 characters of lowercase base32 (RFC 4648), which carry 128 random bits."""
HEX = re.compile(r"(?:[0-9a-f]{2}){1,4096}")
SHA256_HEX = re.compile(r"[0-9a-f]{64}")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
MAX_TEXT = 1000


def ensure_valid(
    rules: Rules, plots: Sequence[Plot], applications: Sequence[Application], draw: Draw | None = None
) -> None:
    """Raise EngineRefusal with every problem of rules, plots, list and (when given) draw."""
    problems = [*check_rules(rules), *check_plots(rules, plots)]
    problems += check_applications(rules, plots, applications)
    if draw is not None:
        problems += check_draw(rules, draw)
    if problems:
        raise EngineRefusal(*problems)


def check_rules(rules: Rules) -> Iterator[Problem]:
    """Problems of the rules alone: codes, mode, weights, tie break, randomness."""
    if rules.format != FORMAT:
        yield Problem("BAD_FORMAT", "rules", {"format": rules.format})
    yield from _bad_codes("rules", "call", [rules.call], CODE)
    if rules.mode not in tuple(Mode):
        yield Problem("BAD_MODE", "rules", {"mode": str(rules.mode)})
    if not _is_text(rules.title):
        yield Problem("BAD_TITLE", "rules")
    codes = [criterion.code for criterion in rules.criteria]
    yield from _bad_codes("rules", "criteria", codes, CODE)
    yield from _bad_codes("rules", "groups", rules.groups, CODE)
    yield from _repeated("rules", "tie_break", rules.tie_break)
    for code in rules.tie_break:
        if code not in codes:
            yield Problem("UNKNOWN_CRITERION", "rules", {"criterion": code})
    yield from _check_weights(rules)
    yield from _check_randomness(rules.randomness)


def check_plots(rules: Rules, plots: Sequence[Plot]) -> Iterator[Problem]:
    """Problems of the plots: codes, area, trades, a reservation for a group the rules do not name."""
    yield from _repeated("plots", "plot", (plot.plot for plot in plots))
    for plot in plots:
        where = f"plots/{plot.plot}"
        if not _matches(PLOT_CODE, plot.plot):
            yield Problem("BAD_CODE", where, {"field": "plot", "value": plot.plot})
        if not _is_whole(plot.area_m2, 1):
            yield Problem("BAD_AREA", where, {"area_m2": plot.area_m2})
        yield from _bad_codes(where, "trades", plot.trades, CODE)
        if plot.reserved_for is not None and plot.reserved_for not in rules.groups:
            yield Problem("UNKNOWN_GROUP", where, {"group": plot.reserved_for})


def check_applications(rules: Rules, plots: Sequence[Plot], applications: Sequence[Application]) -> Iterator[Problem]:
    """Problems of the list: ids, codes, points, score, amount, times, choices."""
    known = {plot.plot for plot in plots}
    yield from _repeated("applications", "application", (one.application for one in applications))
    for one in applications:
        yield from check_application(rules, known, one)


def check_application(rules: Rules, plots: set[str], one: Application) -> Iterator[Problem]:
    """Problems of one line of the list; `plots` are the plot codes of the call."""
    where = f"applications/{one.application}"
    if not _matches(APPLICATION_ID, one.application):
        yield Problem("BAD_CODE", where, {"field": "application", "value": one.application})
    yield from _bad_codes(where, "trade", [one.trade], CODE)
    yield from _repeated(where, "groups", one.groups)
    for group in one.groups:
        if group not in rules.groups:
            yield Problem("UNKNOWN_GROUP", where, {"group": group})
    if not is_moment(one.submitted_at):
        yield Problem("BAD_TIME", where, {"field": "submitted_at", "value": one.submitted_at})
    yield from _check_points(rules, one, where)
    if (one.amount is not None) != (rules.mode == Mode.AUCTION) or not _is_whole(one.amount or 0, 0):
        yield Problem("BAD_AMOUNT", where, {"amount": one.amount, "mode": str(rules.mode)})
    if len(set(one.choices)) != len(one.choices):
        yield from _repeated(where, "choices", one.choices, code="DUPLICATE_CHOICE")
    for choice in one.choices:
        if choice not in plots:
            yield Problem("UNKNOWN_PLOT", where, {"plot": choice})


def check_draw(rules: Rules, draw: Draw) -> Iterator[Problem]:
    """Problems of a draw: hex fields, its time, a value entered before its event was announced."""
    if not _matches(HEX, draw.value):
        yield Problem("BAD_HEX", "draw", {"field": "value"})
    if not _matches(SHA256_HEX, draw.seed):
        yield Problem("BAD_HEX", "draw", {"field": "seed"})
    if not is_moment(draw.entered_at):
        yield Problem("BAD_TIME", "draw", {"field": "entered_at", "value": draw.entered_at})
    elif draw.entered_at < rules.randomness.announced_at:
        times = {"entered_at": draw.entered_at, "announced_at": rules.randomness.announced_at}
        yield Problem("DRAWN_TOO_EARLY", "draw", times)


def is_moment(text: str) -> bool:
    """Whether `text` is a UTC time ``YYYY-MM-DDTHH:MM:SSZ`` that exists."""
    if not _matches(MOMENT, text):
        return False
    try:
        datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def _check_weights(rules: Rules) -> Iterator[Problem]:
    for criterion in rules.criteria:
        where = {"criterion": criterion.code}
        if not _is_whole(criterion.weight, 1, 100):
            yield Problem("BAD_WEIGHT", "rules", {**where, "weight": criterion.weight})
        if not _is_whole(criterion.max, 1, 10**9):
            yield Problem("BAD_MAX", "rules", {**where, "max": criterion.max})
    total = sum(criterion.weight for criterion in rules.criteria)
    if total != 100 and (rules.criteria or rules.mode == Mode.SCORED):
        yield Problem("WEIGHTS_NOT_100", "rules", {"sum": total})


def _check_randomness(randomness: Randomness) -> Iterator[Problem]:
    for name in ("source", "event"):
        if not _is_text(getattr(randomness, name)):
            yield Problem("BAD_RANDOMNESS", "rules", {"field": name})
    if not is_moment(randomness.announced_at):
        yield Problem("BAD_TIME", "rules", {"field": "announced_at", "value": randomness.announced_at})


def _check_points(rules: Rules, one: Application, where: str) -> Iterator[Problem]:
    if set(one.points) != {criterion.code for criterion in rules.criteria}:
        yield Problem("WRONG_CRITERIA", where, {"given": tuple(sorted(one.points))})
        return
    sound = True
    for criterion in rules.criteria:
        points = one.points[criterion.code]
        if not _is_whole(points, 0, criterion.max):
            sound = False
            params = {"criterion": criterion.code, "points": points, "max": criterion.max}
            yield Problem("POINTS_OUT_OF_RANGE", where, params)
    if sound and (not _is_whole(one.score, 0) or one.score != score_for(rules, one.points)):
        yield Problem("WRONG_SCORE", where, {"score": one.score, "computed": score_for(rules, one.points)})


def _bad_codes(where: str, name: str, codes: Sequence[str], form: re.Pattern[str]) -> Iterator[Problem]:
    for code in codes:
        if not _matches(form, code):
            yield Problem("BAD_CODE", where, {"field": name, "value": code})
    yield from _repeated(where, name, codes)


def _repeated(where: str, name: str, values: Iterable[str], code: str = "REPEATED") -> Iterator[Problem]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            yield Problem(code, where, {"field": name, "value": value})
        seen.add(value)


def _matches(form: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _is_text(value: object) -> bool:
    """A text for people: not empty, not endless, no control characters."""
    fits = isinstance(value, str) and bool(value.strip()) and len(value) <= MAX_TEXT
    return fits and not re.search(r"[\x00-\x1f\x7f]", str(value))


def _is_whole(value: object, low: int, high: int = canonical.MAX_INTEGER) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
