"""Read models of the register."""
