"""What consultants, units and the lead fill in."""
