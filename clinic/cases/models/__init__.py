"""Requests, appointments, cases and what is found in them."""
