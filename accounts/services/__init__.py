"""Every change to people, roles and papers."""
