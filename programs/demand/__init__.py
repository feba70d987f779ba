"""What people wanted and did not get, and the register that is open between calls."""
