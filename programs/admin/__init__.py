"""The staff desk of programmes."""

from programs.admin import activities, programmes, registers

__all__ = ["activities", "programmes", "registers"]
