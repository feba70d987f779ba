"""Triggers of the register. They hold whatever way a row is written: the admin, a shell, raw SQL, a job."""

from __future__ import annotations

import pgtrigger

from core.guards import body, refuse


def plot_in_its_estate() -> pgtrigger.Trigger:
    """For units: the plot lies in the unit's estate, the estate in the unit's county."""
    return pgtrigger.Trigger(
        name="plot_in_its_estate",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("plot_id", "estate_id", "county_id"),
        func=body(
            "IF NEW.plot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM estates_plot p",
            "WHERE p.id = NEW.plot_id AND p.estate_id = NEW.estate_id) THEN",
            refuse("the plot of a unit lies in its estate"),
            "END IF;",
            "IF NEW.estate_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM estates_estate e",
            "WHERE e.id = NEW.estate_id AND e.county_id = NEW.county_id) THEN",
            refuse("the estate of a unit lies in its county"),
            "END IF; RETURN NEW;",
        ),
    )


def correction_of_its_unit() -> pgtrigger.Trigger:
    """For readings: a correction is of the same unit, and what it corrects does not count any more."""
    return pgtrigger.Trigger(
        name="correction_of_its_unit",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Q(new__corrects__isnull=False),
        func=body(
            "IF NOT EXISTS (SELECT 1 FROM units_unitreading r",
            "WHERE r.id = NEW.corrects_id AND r.unit_id = NEW.unit_id AND r.superseded) THEN",
            refuse("a correction takes the place of a reading of the same unit"),
            "END IF; RETURN NULL;",
        ),
    )


def keeps_the_latest() -> pgtrigger.Trigger:
    """For readings: the unit points at its newest reading that counts.

    Kept here and not by a service, because bands, cohorts and warnings of every page stand on it.
    """
    return pgtrigger.Trigger(
        name="keeps_the_latest",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("superseded"),
        declare=[("newest", "bigint")],
        func=body(
            "SELECT r.id INTO newest FROM units_unitreading r WHERE r.unit_id = NEW.unit_id AND NOT r.superseded",
            "ORDER BY r.measured_on DESC LIMIT 1;",
            "UPDATE units_industrialunit u SET latest_reading_id = newest",
            "WHERE u.id = NEW.unit_id AND u.latest_reading_id IS DISTINCT FROM newest;",
            "RETURN NULL;",
        ),
    )
