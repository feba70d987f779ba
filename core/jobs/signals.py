"""What others may listen to."""

from django.dispatch import Signal

job_parked = Signal()
"""Sent with `job` after a job was set aside; listeners that fail are logged and hurt nobody."""
