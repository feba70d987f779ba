"""Read models for screens: a fixed number of queries each, and never a change; they know no service.

`public`, `calls`, `amendments`, `plots` and `entry` serve visitors; `applicant`, `application`, `form` and `correction` whoever applies;
`review`, `scoring`, `committee`, `runs` and `work` the desk; `results`, `explanation` and `record` what follows from a run,
which `archive` reads back from its stored record and `standing` as the offers stand now.
"""

from allocations.selectors import (
    amendments,
    applicant,
    application,
    archive,
    calls,
    committee,
    correction,
    entry,
    explanation,
    form,
    plots,
    public,
    record,
    results,
    review,
    runs,
    scoring,
    standing,
    work,
)

__all__ = [
    "amendments",
    "applicant",
    "application",
    "archive",
    "calls",
    "committee",
    "correction",
    "entry",
    "explanation",
    "form",
    "plots",
    "public",
    "record",
    "results",
    "review",
    "runs",
    "scoring",
    "standing",
    "work",
]
