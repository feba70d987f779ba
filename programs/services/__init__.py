"""Every change to programmes and their readings."""
