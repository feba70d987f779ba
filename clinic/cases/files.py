"""Files of cases: who may open them, and that the unit sees who did.

Apps above register their own models here, so that their files are asked about and counted among the looks as those of visits are.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

from clinic.cases.choices import Standing
from clinic.cases.models import Case
from clinic.cases.permissions import READ_SECRETS, standings
from core.files import access

PATHS: dict[str, tuple[str, tuple[str, ...]]] = {}
"""Label of a model with files → (path to its case, names of the columns of its files)."""


def register(
    label: str, *, case_path: str, file_field: str = "file", also: tuple[str, ...] = (), permission: str = READ_SECRETS
) -> None:
    """Let who has `permission` on the case open the files of rows of `label` ("cases.VisitPhoto").

    `case_path` leads from the row to its case ("visit__case"); `also` names further columns of files. ValueError for a second
    registration.
    """

    def may_open(user: Any, row: models.Model) -> str:
        case = case_of(row, case_path)
        if not user.is_authenticated or not user.has_perm(permission, case):
            return ""
        return "cases.own_file" if standings(user, case) == {Standing.UNIT} else "cases.file"

    access.register(label, may_open)
    track(label, case_path=case_path, file_fields=(file_field, *also))


def track(label: str, *, case_path: str, file_fields: tuple[str, ...] = ("file",)) -> None:
    """Count the files of rows of `label` among those of the case, for an app that asks who may open them by itself."""
    PATHS[label] = (case_path, file_fields)


def case_of(row: models.Model, case_path: str) -> Case:
    """The case of a row, with its applicant. 1 query."""
    found: Any = row
    steps = case_path.split("__")
    for step in steps[:-1]:
        found = getattr(found, step)
    key = getattr(found, f"{steps[-1]}_id")
    return Case.objects.select_related("request__applicant").get(pk=key)


def files_of(case: Case) -> list[Any]:
    """Keys of every file of a case, of its small pictures too. As many queries as columns of files are registered."""
    found: list[Any] = []
    for label, (case_path, fields) in PATHS.items():
        rows = apps.get_model(label)._default_manager.filter(**{case_path: case})
        for field in fields:
            known = rows.exclude(**{f"{field}__isnull": True})
            for key, thumbnail in known.values_list(f"{field}_id", f"{field}__thumbnail_id"):
                found += [key, thumbnail] if thumbnail else [key]
    return found


register("cases.VisitPhoto", case_path="visit__case")
