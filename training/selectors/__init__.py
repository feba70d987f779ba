"""Read models for the pages of courses; each in a fixed number of queries."""
