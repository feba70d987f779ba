"""What pages show about consultants, each with a fixed number of queries."""
