"""Forms of the pages of calls and applications."""
