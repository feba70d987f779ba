"""Why a firm got a booth or not, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from allocations.engine import ChoiceExplanation, Reason
from core.wording import code_text, number_text, points_text


def choice_sentence(one: ChoiceExplanation, criteria: Mapping[str, str]) -> str:
    """What became of one booth of the list, and by which rule; `criteria` names codes."""
    booth, values = code_text(one.plot), one.params
    if one.reason == Reason.AWARDED:
        return _("Booth %(booth)s was given to you.") % {"booth": booth}
    if one.reason == Reason.HOLDS_BETTER:
        better = code_text(str(values["plot"]))
        return _("You got booth %(better)s, which you like better; %(booth)s was not asked for.") % {
            "better": better, "booth": booth,
        }  # fmt: skip
    if one.reason == Reason.BEHIND_BY_DRAW_NUMBER:
        return _("Booth %(booth)s: your draw number is %(own)s; number %(holder)s came before you.") % {
            "booth": booth, "own": number_text(int(str(values["own"]))), "holder": number_text(int(str(values["holder"]))),
        }  # fmt: skip
    if one.reason == Reason.BEHIND_BY_SCORE:
        return _("Booth %(booth)s: you have %(own)s points; who got it has %(holder)s.") % {
            "booth": booth, "own": points_text(int(str(values["own"]))), "holder": points_text(int(str(values["holder"]))),
        }  # fmt: skip
    if one.reason == Reason.BEHIND_BY_POINTS:
        return _("Booth %(booth)s: the same sum of points; in “%(criterion)s” who got it has %(holder)s, you %(own)s.") % {
            "booth": booth, "criterion": criteria.get(str(values["criterion"]), str(values["criterion"])),
            "own": points_text(int(str(values["own"]))), "holder": points_text(int(str(values["holder"]))),
        }  # fmt: skip
    return _("Booth %(booth)s: all points are equal; who got it had handed in earlier.") % {"booth": booth}


def queue_sentence(one: ChoiceExplanation) -> str:
    """Place in the waiting list of a booth; empty when the firm is not in it."""
    if one.queue_place is None:
        return ""
    return _("In its waiting list you are number %(place)s of %(length)s.") % {
        "place": number_text(one.queue_place), "length": number_text(one.queue_length),
    }  # fmt: skip
