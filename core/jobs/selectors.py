"""How a job is shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.fields.language import active_language
from core.jobs.choices import JobStatus
from core.jobs.models import Job
from core.persian.digits import format_number

STATES = {
    JobStatus.QUEUED: "queued",
    JobStatus.RUNNING: "running",
    JobStatus.DONE: "done",
    JobStatus.FAILED: "failed",
    JobStatus.PARKED: "failed",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """What the progress piece shows. `poll` is empty at the end, which stops the asking; `percent` None: unknown."""

    state: str
    percent: int | None
    text: str
    poll: str
    result_url: str
    result_label: str


def progress_of(job: Job) -> Progress:
    """The progress of a job in the active language."""
    result = job.result if isinstance(job.result, dict) else {}
    done = job.status == JobStatus.DONE
    return Progress(
        state=STATES[JobStatus(job.status)],
        percent=job.percent,
        text=_sentence(job),
        poll=job.get_absolute_url() if job.is_live else "",
        result_url=job.result_url if done else "",
        result_label=_(str(result["label"])) if result.get("label") else _("Open the result"),
    )


def _sentence(job: Job) -> str:
    if job.status == JobStatus.RUNNING:
        return _running(job)
    if job.status == JobStatus.QUEUED:
        return _("It did not work and will be tried again soon.") if job.attempts else _("Waiting for its turn.")
    if job.status == JobStatus.DONE:
        return _("Done.")
    if job.status == JobStatus.FAILED:
        return job.error
    return _("This could not be done. The portal's staff have been told.")


def _running(job: Job) -> str:
    note = job.progress_note or _("In progress")
    if job.percent is None:
        return note
    return _("%(note)s: %(percent)s%%") % {
        "note": note,
        "percent": format_number(job.percent, language=active_language()),
    }
