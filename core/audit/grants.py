"""What the application's database role may do: everything on ordinary tables, only add and read on the record.

Run after every migration, as the owner of the tables.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from psycopg2 import sql

from core.audit import sql as statements
from core.audit.models import Entry, Link


def event_models() -> list[type[models.Model]]:
    """Every event table made by `@audited`, in the order of table names."""
    found = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    return sorted(found, key=lambda model: model._meta.db_table)


def chained_tables() -> dict[str, str]:
    """Table name → primary key column of every table whose rows are links of the chain."""
    return {model._meta.db_table: "pgh_id" for model in event_models()} | {Entry._meta.db_table: "id"}


def grant(role: str) -> None:
    """Give `role` the application's rights; needs the owner of the tables."""
    name = sql.Identifier(role)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(statements.GRANT_ALL).format(role=name))
        for table in chained_tables():
            cursor.execute(sql.SQL(statements.REVOKE_CHANGES).format(table=sql.Identifier(table), role=name))
        link = sql.Identifier(Link._meta.db_table)
        cursor.execute(sql.SQL(statements.REVOKE_ALL_WRITES).format(table=link, role=name))


def grant_after_migrate(**kwargs: Any) -> None:
    """Signal receiver of post_migrate: does nothing when owner and application are one role."""
    role = settings.APP_DATABASE_ROLE
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, EXISTS (SELECT 1 FROM pg_roles WHERE rolname = %s)", [role])
        current, exists = cursor.fetchone()
    if exists and current != role:
        grant(role)
