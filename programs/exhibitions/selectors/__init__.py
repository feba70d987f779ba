"""Exhibitions as visitors, firms and staff see them."""
