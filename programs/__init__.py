"""Programmes of the company: activities, milestones, plans by month, money, readings, indicators."""
