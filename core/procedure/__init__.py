"""What every procedure that gives things out by rule and lot needs at its edges: announced values, and the verifier's run."""
