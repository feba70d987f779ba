"""Pages of plans, letters and follow-up."""
