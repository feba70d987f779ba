"""The demo world: the province as the sources describe it, and fictitious people."""

LOADED = "portal.demo.loaded"
"""Action of the audit entry that ends a whole load of the demo world."""
