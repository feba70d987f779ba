"""Public pages of land."""
