"""Pages of the demand register."""
