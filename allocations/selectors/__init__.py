"""Read models for screens: a fixed number of queries each, and never a change.

Named as the rooms of the process: `public`, `calls` and `entry` before applying, `application`, `form`, `applicant`
and `correction` for the applicant, `review`, `files`, `scoring`, `committee`, `runs`, `plan` and `work` for the desk,
`results`, `explanation`, `record`, `chain` and `stamp` after the result.
"""

from allocations.selectors import (
    applicant,
    application,
    calls,
    chain,
    committee,
    correction,
    entry,
    explanation,
    files,
    form,
    plan,
    public,
    record,
    results,
    review,
    runs,
    scoring,
    stamp,
    work,
)

__all__ = [
    "applicant",
    "application",
    "calls",
    "chain",
    "committee",
    "correction",
    "entry",
    "explanation",
    "files",
    "form",
    "plan",
    "public",
    "record",
    "results",
    "review",
    "runs",
    "scoring",
    "stamp",
    "work",
]
