"""What firms and staff fill in."""
