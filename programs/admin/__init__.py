"""The staff desk of programmes."""

from programs.admin import activities, indicators, programmes, registers

__all__ = ["activities", "indicators", "programmes", "registers"]
