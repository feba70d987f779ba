"""From reason codes to sentences that a craftsperson understands, with the rule and the number (docs/allocation.md §6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from allocations.choices import LicenceKind, WorkplaceKind
from allocations.criteria_rules import TRUTHS, Computed
from allocations.engine import ChoiceExplanation, Reason
from allocations.wording import moment_text, number_text
from core.fields.language import active_language
from core.persian.digits import format_number
from core.wording import code_text, points_text


@dataclass(frozen=True, slots=True)
class Names:
    """What codes are called in this call: trades, groups, criteria, by code."""

    trades: Mapping[str, str]
    groups: Mapping[str, str]
    criteria: Mapping[str, str]


def choice_sentence(one: ChoiceExplanation, names: Names) -> str:
    """Why this plot of the list was or was not given to the applicant."""
    return _WRITERS[Reason(one.reason)](one, one.params, names)


def queue_sentence(place: int | None, length: int) -> str:
    """The applicant's place in the waiting list of a plot now; empty when he is not in it."""
    if place is None:
        return ""
    if place == 1:
        return _("If this plot falls free, you are the next in line.")
    return _("You are number %(place)s of %(length)s in the waiting list of this plot.") % {
        "place": number_text(place),
        "length": number_text(length),
    }


def result_sentence(plot: str | None, choice: int | None) -> str:
    """What the run gave the applicant, in one sentence."""
    if plot is None or choice is None:
        return _("None of the plots you listed could be given to you; below is written why, for each of them.")
    if choice == 1:
        return _("You got plot %(plot)s, the one you like best.") % {"plot": code_text(plot)}
    return _(
        "You got plot %(plot)s, number %(choice)s of your list; below is written why you did not get the ones before it."
    ) % {
        "plot": code_text(plot),
        "choice": number_text(choice),
    }


def computed_sentence(found: Computed) -> str:
    """Where the points of a computed criterion come from; stands beneath the criterion's name."""
    answer = _answer(found)
    values = {"answer": answer, "points": points_text(found.points)}
    if found.band_from is not None:
        values["from"] = number_text(found.band_from)
        return _("You wrote %(answer)s; from %(from)s on, the rule gives %(points)s points.") % values
    return _("For your answer (%(answer)s) the rule gives %(points)s points.") % values


def _answer(found: Computed) -> str:
    """An answer of the form in words: yes or no, a number, the name of a kind."""
    if found.input in TRUTHS:
        return pgettext("rule", "yes") if found.answer else pgettext("rule", "no")
    if isinstance(found.answer, int):
        return number_text(found.answer)
    kinds = dict(LicenceKind.choices) | dict(WorkplaceKind.choices)
    return str(kinds.get(found.answer or "", found.answer or "–"))


def judged_sentence(points: int) -> str:
    """Where the points of a judged criterion come from; stands beneath the criterion's name."""
    return _("%(points)s points, the mean of the two scorers who lay nearest to each other.") % {
        "points": points_text(points)
    }


Values = Mapping[str, object]
Writer = Callable[[ChoiceExplanation, Values, Names], str]


def _awarded(one: ChoiceExplanation, values: Values, names: Names) -> str:
    return _("Plot %(plot)s was given to you.") % {"plot": code_text(one.plot)}


def _trade(one: ChoiceExplanation, values: Values, names: Names) -> str:
    trades = _as_sequence(values["trades"])
    return _("Plot %(plot)s is for other trades (%(trades)s); your trade is %(trade)s.") % {
        "plot": code_text(one.plot),
        "trades": _(", ").join(names.trades.get(code, code) for code in trades),
        "trade": names.trades.get(str(values["trade"]), str(values["trade"])),
    }


def _holds_better(one: ChoiceExplanation, values: Values, names: Names) -> str:
    return _("You got plot %(better)s, which you ranked higher, so plot %(plot)s was not asked for.") % {
        "better": code_text(str(values["plot"])),
        "plot": code_text(one.plot),
    }


def _tier(one: ChoiceExplanation, values: Values, names: Names) -> str:
    group = str(values["group"])
    return _(
        "Plot %(plot)s is reserved for “%(group)s”; it was given to somebody of that group, to which you do not belong."
    ) % {
        "plot": code_text(one.plot),
        "group": names.groups.get(group, group),
    }


def _score(one: ChoiceExplanation, values: Values, names: Names) -> str:
    return _("Your score was %(own)s; plot %(plot)s was given with a score of %(holder)s.") % {
        "plot": code_text(one.plot),
        "own": points_text(_whole(values["own"])),
        "holder": points_text(_whole(values["holder"])),
    }


def _points(one: ChoiceExplanation, values: Values, names: Names) -> str:
    code = str(values["criterion"])
    return _(
        "Same score as the holder of plot %(plot)s; by the rule “%(criterion)s” decides, where you have %(own)s and the holder "
        "%(holder)s points."
    ) % {
        "plot": code_text(one.plot),
        "criterion": names.criteria.get(code, code),
        "own": points_text(_whole(values["own"])),
        "holder": points_text(_whole(values["holder"])),
    }


def _submitted(one: ChoiceExplanation, values: Values, names: Names) -> str:
    return _("Plot %(plot)s went to an application that was complete on %(holder)s; yours was complete on %(own)s.") % {
        "plot": code_text(one.plot),
        "own": moment_text(datetime.fromisoformat(str(values["own"]))),
        "holder": moment_text(datetime.fromisoformat(str(values["holder"]))),
    }


def _amount(one: ChoiceExplanation, values: Values, names: Names) -> str:
    return _("For plot %(plot)s %(holder)s rials were offered; you offered %(own)s rials.") % {
        "plot": code_text(one.plot),
        "own": format_number(_whole(values["own"]), language=active_language()),
        "holder": format_number(_whole(values["holder"]), language=active_language()),
    }


def _draw_number(one: ChoiceExplanation, values: Values, names: Names) -> str:
    numbers = {
        "plot": code_text(one.plot),
        "own": number_text(_whole(values["own"])),
        "holder": number_text(_whole(values["holder"])),
    }
    if any(part.name == "score" for part in one.own):
        return _("Same score; for plot %(plot)s draw number %(holder)s came before your %(own)s.") % numbers
    return _("For plot %(plot)s draw number %(holder)s came before your %(own)s.") % numbers


_WRITERS: dict[Reason, Writer] = {
    Reason.AWARDED: _awarded,
    Reason.TRADE_NOT_ALLOWED: _trade,
    Reason.HOLDS_BETTER: _holds_better,
    Reason.BEHIND_BY_TIER: _tier,
    Reason.BEHIND_BY_SCORE: _score,
    Reason.BEHIND_BY_POINTS: _points,
    Reason.BEHIND_BY_SUBMITTED_AT: _submitted,
    Reason.BEHIND_BY_AMOUNT: _amount,
    Reason.BEHIND_BY_DRAW_NUMBER: _draw_number,
}


def _whole(value: object) -> int:
    return int(str(value))


def _as_sequence(value: object) -> Sequence[str]:
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]
