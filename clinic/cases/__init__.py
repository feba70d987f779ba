"""Requests to the clinic, appointments, cases and their diagnosis."""
