"""Tables of consultants."""

from clinic.consultants.models.conduct import ConductCode, ConductSignature, ConflictOfInterest
from clinic.consultants.models.consultant import Consultant, ConsultantSpecialty, Qualification
from clinic.consultants.models.fees import FeeRule
from clinic.consultants.models.hours import Absence, Availability
from clinic.consultants.models.trust import CaseConference, ConferenceMember, ConferenceNote, PeerReview, Rating

__all__ = [
    "Absence",
    "Availability",
    "CaseConference",
    "ConductCode",
    "ConductSignature",
    "ConferenceMember",
    "ConferenceNote",
    "ConflictOfInterest",
    "Consultant",
    "ConsultantSpecialty",
    "FeeRule",
    "PeerReview",
    "Qualification",
    "Rating",
]
