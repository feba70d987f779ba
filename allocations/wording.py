"""Moments and numbers inside sentences; see core.wording."""

from core.wording import day_text, moment_text, number_text

__all__ = ["day_text", "moment_text", "number_text"]
