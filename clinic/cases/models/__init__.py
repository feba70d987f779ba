"""Requests, appointments, cases and what is found in them."""

from clinic.cases.models.appointment import Appointment
from clinic.cases.models.case import CASE_PREFIX, Case, CaseLook, TeamMember
from clinic.cases.models.causes import Cause, CauseEdge, CauseNode
from clinic.cases.models.diagnosis import (
    Agreement,
    Answer,
    Answering,
    DataSheet,
    Finding,
    SwotEntry,
    Visit,
    VisitPhoto,
)
from clinic.cases.models.request import ClinicRequest, RequestLook
from clinic.cases.models.scores import CaseScore

__all__ = [
    "CASE_PREFIX",
    "Agreement",
    "Answer",
    "Answering",
    "Appointment",
    "Case",
    "CaseLook",
    "CaseScore",
    "Cause",
    "CauseEdge",
    "CauseNode",
    "ClinicRequest",
    "DataSheet",
    "Finding",
    "RequestLook",
    "SwotEntry",
    "TeamMember",
    "Visit",
    "VisitPhoto",
]
