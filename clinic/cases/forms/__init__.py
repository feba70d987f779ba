"""What units and the clinic fill in."""
