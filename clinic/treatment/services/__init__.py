"""Every change of plans, letters, tasks and follow-up."""
