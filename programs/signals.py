"""What apps above may listen to."""

from __future__ import annotations

from django.dispatch import Signal

figures_changed = Signal()
"""Sent with `programme_id` and `now` when figures of a programme have moved: inside the transaction that moved them, so that
what a listener asks for is asked for together with the change."""
