"""Every change of what is known about consultants."""
