"""Every change to clusters."""
