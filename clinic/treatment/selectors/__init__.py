"""Plans, letters, follow-up and what was learned, as screens show them."""
