"""Every change of land: keyword-only verbs, each in its own transaction, each asking who may, each on record."""
