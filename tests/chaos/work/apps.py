"""The app."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Only its jobs.py matters."""

    name = "tests.chaos.work"
    label = "chaos_work"
