"""Tables of people: users, natural persons, legal entities, roles, documents."""

from accounts.models.user import User

__all__ = ["User"]
