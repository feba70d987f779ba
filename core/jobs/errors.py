"""Failures of the machinery of jobs."""

from __future__ import annotations


class LeaseLost(Exception):
    """The worker's time ran out, and somebody else may have taken the job: nothing it did may be kept.

    Not a DomainError: no person sees it, it only makes the transaction of the late worker roll back.
    """


class TryAgain(Exception):
    """Raised by a handler for a failure it expects (a gateway that is down): counted like any other, logged in one line."""
