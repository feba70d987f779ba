"""Tables of the demand register."""

from programs.demand.models.wish import Wish

__all__ = ["Wish"]
