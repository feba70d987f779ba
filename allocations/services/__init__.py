"""Every change to calls, applications and results: keyword-only verbs, each in its own transaction, each on record."""
