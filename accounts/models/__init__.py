"""Tables of people: accounts, roles, natural persons, legal entities, applicants, papers, codes."""

from accounts.models.codes import OneTimeCode
from accounts.models.documents import Document
from accounts.models.parties import Applicant, GroupClaim, LegalEntity, Person, Signatory
from accounts.models.user import RoleGrant, User

__all__ = [
    "Applicant",
    "Document",
    "GroupClaim",
    "LegalEntity",
    "OneTimeCode",
    "Person",
    "RoleGrant",
    "Signatory",
    "User",
]
