"""Accounts at the staff desk. Everything is read-only here but what calls a service."""

from accounts.admin import people, users

__all__ = ["people", "users"]
