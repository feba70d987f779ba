"""Triggers that hold whatever way a row is written, and ranges for constraints against overlap."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField
from django.db.models import DateTimeField, Func

from core.guards import refuse


class DateRange(Func):
    """The database's range of two days."""

    function = "DATERANGE"
    output_field = DateRangeField()


class OnOneDay(Func):
    """A time of day as a moment of one fixed day, because PostgreSQL has no range of times."""

    template = "(DATE '2000-01-01' + %(expressions)s)"
    output_field = DateTimeField()


class HoursRange(Func):
    """The range of two moments of that day; half open."""

    function = "TSRANGE"
    output_field = DateTimeRangeField()


def not_about_oneself() -> pgtrigger.Trigger:
    """For ratings: nobody rates himself, whatever account he uses."""
    return pgtrigger.Trigger(
        name="not_about_oneself",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="\n".join(
            (
                "IF EXISTS (SELECT 1 FROM consultants_consultant c",
                "WHERE c.id = NEW.consultant_id AND c.user_id = NEW.made_by_id) THEN",
                refuse("nobody rates himself"),
                "END IF; RETURN NEW;",
            )
        ),
    )


def closed_conference_stays() -> pgtrigger.Trigger:
    """For notes: none comes once the conference is closed."""
    return pgtrigger.Trigger(
        name="closed_conference_stays",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("closed", "timestamptz")],
        func="\n".join(
            (
                "SELECT c.closed_at INTO closed FROM consultants_caseconference c WHERE c.id = NEW.conference_id FOR KEY SHARE;",
                f"IF closed IS NOT NULL THEN {refuse('this conference is closed')} END IF; RETURN NEW;",
            )
        ),
    )
