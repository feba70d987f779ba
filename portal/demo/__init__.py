"""The demo world: the province as the sources describe it, and fictitious people."""
