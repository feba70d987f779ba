"""What is filled in for the register."""
