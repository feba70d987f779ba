"""Exhibitions at home and abroad: booths given out by the allocation engine, costs, results."""
