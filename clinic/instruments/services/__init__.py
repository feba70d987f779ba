"""Every change of instruments."""
