"""Tags of the pages of treatment."""
