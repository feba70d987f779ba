"""The job that sends one message."""

from __future__ import annotations

from core.jobs.context import JobContext
from core.jobs.registry import Result, handler
from core.messages.delivery import deliver
from core.messages.services import JOB

MAX_ATTEMPTS = 12
"""With its growing pauses a gateway may be down for an hour and a half before a text is given up."""


@handler(JOB, atomic=False, max_attempts=MAX_ATTEMPTS)
def send_message(context: JobContext) -> Result:
    """Try once."""
    deliver(context.payload["message"], context)
    return None
