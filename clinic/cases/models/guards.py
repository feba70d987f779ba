"""Triggers that hold whatever way a row is written: the admin, a shell, raw SQL, two services at once."""

from __future__ import annotations

from training.models.guards import filled_once, refuse

__all__ = ["filled_once", "refuse"]
