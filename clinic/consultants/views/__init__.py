"""Pages of consultants: for everybody, for themselves, and where trust among them is built."""
