"""Tables of people: accounts, roles, natural persons, legal entities, applicants, papers."""

from accounts.models.parties import Applicant, GroupClaim, LegalEntity, Person, Signatory
from accounts.models.user import RoleGrant, User

__all__ = ["Applicant", "GroupClaim", "LegalEntity", "Person", "RoleGrant", "Signatory", "User"]
