"""Is this paper genuine? One public page for every kind of paper the portal gives out.

An app whose papers carry a code registers a finder when it is loaded; the page asks them all.
"""

from core.verification.registry import Finder, Match, address_of, find, register

__all__ = ["Finder", "Match", "address_of", "find", "register"]
