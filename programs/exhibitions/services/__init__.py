"""What may be done with exhibitions, one call for each act."""
