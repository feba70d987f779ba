"""Forms of plans, letters and follow-up."""
