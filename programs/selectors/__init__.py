"""Read models of programmes for screens; a fixed number of queries."""
