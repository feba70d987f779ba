"""What the verifier printed, in the reader's language.

verify.py stays one English file that citizens run without the portal; here, at the edge, the lines it prints when all is well
are said again. A line that is not known is shown as it came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from allocations.choices import CallMode
from allocations.wording import number_text
from core.wording import code_text

LINE = re.compile(r"ok {5}(?P<check>[a-z -]+): (?P<detail>.+)")
END = "OK     the record is exactly what its rules, its list and the draw give"

CHECKS: dict[str, Any] = {
    "container": gettext_lazy("Container"),
    "hashes": gettext_lazy("Fingerprints of the files"),
    "manifest": gettext_lazy("Fingerprint of the record"),
    "canonical form": gettext_lazy("Form of the text"),
    "rules": gettext_lazy("Rules"),
    "list": gettext_lazy("List"),
    "scores": gettext_lazy("Scores"),
    "seed": gettext_lazy("Seed of the draw"),
    "draw numbers": gettext_lazy("Draw numbers"),
    "matching": gettext_lazy("Allocation of the plots"),
    "no justified envy": gettext_lazy("Nobody was passed over"),
    "waiting lists": gettext_lazy("Waiting lists"),
    "cut-offs": gettext_lazy("Cut-offs"),
    "previous run": gettext_lazy("Run before"),
}
"""The names of the checks, as verify.py prints them."""

DETAILS: tuple[tuple[re.Pattern[str], Any], ...] = tuple(
    (re.compile(form), text)
    for form, text in (
        (
            r"(?P<n_files>\d+) files, written as the format requires",
            gettext_lazy("%(n_files)s files, written as the format requires"),
        ),
        (
            r"run (?P<n_run>\d+) of call (?P<call>[a-z0-9_-]+); the manifest's SHA-256 is (?P<hash>[0-9a-f]{64})",
            gettext_lazy("run %(n_run)s of the call %(call)s; fingerprint %(hash)s"),
        ),
        ("the one you gave", gettext_lazy("the one announced")),
        (
            "every file and line is written in the one possible way",
            gettext_lazy("every file and line is written in the one possible way"),
        ),
        (
            r"(?P<mode>[A-Z]+), (?P<n_criteria>\d+) criteria, (?P<n_groups>\d+) groups",
            gettext_lazy("%(mode)s, %(n_criteria)s criteria, %(n_groups)s groups"),
        ),
        (
            r"(?P<n_plots>\d+) plots, (?P<n_applications>\d+) applications",
            gettext_lazy("%(n_plots)s plots, %(n_applications)s applications"),
        ),
        ("each is the weighted sum of its points", gettext_lazy("each is the weighted sum of its points")),
        ("none in this mode", gettext_lazy("this call has none")),
        (
            r"follows from the event's value and from H = (?P<hash>[0-9a-f]{64})",
            gettext_lazy("follows from the value of the event and from H = %(hash)s"),
        ),
        (r"1 to (?P<n_last>\d+), each from its own key", gettext_lazy("1 to %(n_last)s, each from its own key")),
        (r"(?P<n_given>\d+) of (?P<n_plots>\d+) plots given", gettext_lazy("%(n_given)s of %(n_plots)s plots given")),
        (
            "nobody has a better priority for a plot he would rather have",
            gettext_lazy("nobody has a better priority for a plot he would rather have"),
        ),
        (
            r"(?P<n_places>\d+) places in (?P<n_queues>\d+) queues",
            gettext_lazy("%(n_places)s places in the waiting lists of %(n_queues)s plots"),
        ),
        ("as the holders' standing", gettext_lazy("as those stand who got the plots")),
        (r"run (?P<n_run>\d+), manifest (?P<hash>[0-9a-f]{64})", gettext_lazy("run %(n_run)s, fingerprint %(hash)s")),
    )
)
"""What stands behind the name of a check when it passed. Groups `n_…` are numbers, `mode` a mode of a call, the rest codes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line in the reader's language; `is_raw`: unknown, shown word for word."""

    text: str
    is_raw: bool = False


def lines(printed: str) -> list[Line]:
    """The lines of a verdict as people read them."""
    return [_line(one) for one in printed.splitlines()]


def _line(printed: str) -> Line:
    if printed == END:
        return Line(_("The record is exactly what its rules, its list and the draw give."))
    found = LINE.fullmatch(printed)
    detail = _detail(found["detail"]) if found and found["check"] in CHECKS else ""
    if found is None or not detail:
        return Line(printed, is_raw=True)
    return Line(_("%(check)s: %(detail)s") % {"check": CHECKS[found["check"]], "detail": detail})


def _detail(printed: str) -> str:
    for form, text in DETAILS:
        found = form.fullmatch(printed)
        if found:
            return str(text % {name: _value(name, value) for name, value in found.groupdict().items()})
    return ""


def _value(name: str, value: str) -> str:
    if name.startswith("n_"):
        return number_text(int(value))
    if name == "mode":
        return str(dict(CallMode.choices).get(value, value))
    return code_text(value)
