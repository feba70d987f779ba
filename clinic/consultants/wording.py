"""Sentences for the reason codes of matching."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.consultants.choices import ConflictKind, Level
from clinic.consultants.matching import Reason
from core.fields.language import active_language
from core.persian.digits import format_number
from core.wording import day_text, number_text


def sentence(reason: Reason) -> str:
    """The reason in the language of the page. KeyError for a code without a sentence."""
    return _SENTENCES[reason.code](reason.params)


def _level(params: Mapping[str, Any]) -> str:
    return str(Level(params["level"]).label)


def _load(params: Mapping[str, Any]) -> str:
    if not params["open"]:
        return _("no open case")
    return _("%(open)s open cases of at most %(most)s") % {
        "open": number_text(params["open"]), "most": number_text(params["most"]),
    }  # fmt: skip


def _distance(params: Mapping[str, Any]) -> str:
    if not params["km"]:
        return _("from the same county")
    return _("%(km)s kilometres away") % {"km": number_text(params["km"])}


def _rating(params: Mapping[str, Any]) -> str:
    mean = format_number(params["mean"], language=active_language())
    text = ngettext("rated %(mean)s of 5 by %(count)s", "rated %(mean)s of 5 by %(count)s", params["count"])
    return text % {"mean": mean, "count": number_text(params["count"])}


def _conflict(params: Mapping[str, Any]) -> str:
    return _("conflict of interest: %(why)s") % {"why": ConflictKind(params["kind"]).label}


def _full(params: Mapping[str, Any]) -> str:
    return _("works on %(open)s cases already, at most %(most)s") % {
        "open": number_text(params["open"]), "most": number_text(params["most"]),
    }  # fmt: skip


def _absent(params: Mapping[str, Any]) -> str:
    return _("away until %(day)s") % {"day": day_text(params["until"])}


def _papers_expired(params: Mapping[str, Any]) -> str:
    return _("his papers ran out on %(day)s") % {"day": day_text(params["day"])}


def _papers_end_soon(params: Mapping[str, Any]) -> str:
    return _("his papers run out on %(day)s") % {"day": day_text(params["day"])}


_SENTENCES: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "level": _level,
    "load": _load,
    "distance": _distance,
    "rating": _rating,
    "conflict": _conflict,
    "full": _full,
    "absent": _absent,
    "covers_another": lambda params: _("is in the team for another specialty already"),
    "no_paper": lambda params: _("has handed in no paper that was confirmed"),
    "in_the_team": lambda params: _("is in the team already"),
    "papers_end_soon": _papers_end_soon,
    "papers_expired": _papers_expired,
    "resting": lambda params: _("takes no cases now"),
    "no_role": lambda params: _("no longer has the role of a consultant"),
    "unsigned": lambda params: _("has not signed the code of conduct in force"),
}
CODES = frozenset(_SENTENCES)
