"""The industry clinic: what is wrong with a stalled unit, what would help, and whether it did."""
