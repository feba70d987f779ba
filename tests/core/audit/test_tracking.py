"""Every table is on record (trust.md R7), or it is named here with the reason why it need not be."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.conf import settings

NOT_ON_RECORD = {
    "audit.Entry": "is the record, and a link of the chain itself",
    "audit.Link": "is the chain",
    "jobs.Job": "work to be done; what it changes is on record where it is changed",
    "accounts.OneTimeCode": "lives for minutes and holds a secret",
    "accounts.User_groups": "Django's own rights, which give nobody anything here (accounts.backends)",
    "accounts.User_user_permissions": "the same",
    "files.FileAccess": "a log itself: rows are added only",
    "units.UnitLook": "a log itself",
    "cases.CaseLook": "a log itself",
    "allocations.RunLine": "written once with its run, whose digest is on record; the database refuses any change",
    "allocations.RunQueue": "the same",
    "allocations.RunCutoff": "the same",
    "allocations.RecordArchive": "the same",
    "metrics.MetricValue": "worked out again every few minutes from tables that are on record",
    "dashboards.PlanPicture": "drawn again from tables that are on record",
    "dashboards.ProgrammeSnapshot": "worked out again from readings that are on record",
}


def is_ours(label: str) -> bool:
    return Path(apps.get_app_config(label).path).is_relative_to(settings.BASE_DIR) and "site-packages" not in (
        apps.get_app_config(label).path
    )


def test_every_table_is_on_record_or_says_why_not() -> None:
    models = [model for model in apps.get_models(include_auto_created=True) if is_ours(model._meta.app_label)]
    events = [model for model in models if hasattr(model, "pgh_tracked_model")]
    tracked = {model.pgh_tracked_model for model in events}
    assert len(tracked) > 100
    left = {model._meta.label for model in models if model not in tracked and model not in events}
    assert left == set(NOT_ON_RECORD)
