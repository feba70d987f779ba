"""Persian text, digits, calendar, money, identifiers and sorting: pure Python, knows neither Django nor a
clock.

Every entry of the portal (forms, serializers, filters, imports, sign-in) passes through here first. That is a
security control: without it one national code has three spellings and slips past a unique constraint.
"""
