"""Calls, review, scoring, draw, runs and objections at the staff desk. Every change is one call of a service."""

from allocations.admin import assignments, calls, objections, review, rows, runs

__all__ = ["assignments", "calls", "objections", "review", "rows", "runs"]
