"""The Celery application: broker settings from Django, tasks from the apps' tasks.py.

Beat knows one entry, the sweep. What is due when stands in the apps' jobs.py and becomes rows (core/jobs).
"""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
SWEEP = "core.jobs.tasks.sweep"
SWEEP_SECONDS = 30

# Old sweeps are worth nothing: those that piled up while no worker was there fall away.
SCHEDULE = {"sweep": {"task": SWEEP, "schedule": SWEEP_SECONDS, "options": {"expires": SWEEP_SECONDS - 5}}}


def _configured(**options: Any) -> Celery:
    made = Celery("portal", **options)
    made.config_from_object("django.conf:settings", namespace="CELERY")
    made.conf.beat_schedule = SCHEDULE
    return made


app = _configured()
app.autodiscover_tasks()

timetable = _configured(fixups=[], set_as_current=False)
"""For beat, which only sends the name of a task: without the models it starts at once and takes a third of the memory."""


@worker_ready.connect
def sweep_at_once(sender: Any, **kwargs: Any) -> None:
    """A worker that comes up looks first at what waited while there was none."""
    app.send_task(SWEEP, expires=SWEEP_SECONDS, ignore_result=True)
