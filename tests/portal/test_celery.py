"""Beat and the workers speak of the same queue and the same sweep; beat needs no models for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from core.jobs import tasks
from portal.celery import SWEEP, app, timetable

PROJECT = Path(__file__).resolve().parent.parent.parent


def test_beat_sends_the_sweep_to_the_queue_of_the_workers() -> None:
    assert [entry["task"] for entry in timetable.conf.beat_schedule.values()] == [SWEEP] == [tasks.sweep.name]
    assert timetable.conf.beat_schedule == app.conf.beat_schedule
    for name in ("broker_url", "broker_transport_options", "task_default_queue", "task_serializer", "timezone"):
        assert timetable.conf[name] == app.conf[name], name


def test_beat_starts_without_the_models() -> None:
    """As `celery beat` does: load the app, then everything that its loader finds."""
    source = """
        from portal.celery import timetable
        timetable.loader.init_worker()
        timetable.finalize()
        from django.apps import apps
        print(timetable.conf.broker_url.startswith("memory"), apps.apps_ready)
    """
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(line.strip() for line in source.splitlines())],
        cwd=PROJECT, env={**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.split() == ["True", "False"], done.stderr
