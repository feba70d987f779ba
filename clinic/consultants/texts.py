"""What consultants are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

SIGN = template(
    "consultants.sign",
    sms=_("The clinic of industry has a new code of conduct. Read and sign it on the portal before your next case."),
    portal=_("The clinic of industry has a new code of conduct. Read and sign it before your next case."),
)
PAPER_CONFIRMED = template(
    "consultants.paper_confirmed",
    portal=_("Your paper “%(paper)s” was compared with the original and is confirmed."),
)
PAPER_RETURNED = template(
    "consultants.paper_returned",
    portal=_("Your paper “%(paper)s” was not accepted. The reason: %(reason)s"),
)
PAPER_ENDS = template(
    "consultants.paper_ends",
    sms=_("Your paper “%(paper)s” is valid until %(day)s. Hand in the new one on the portal."),
    portal=_("Your paper “%(paper)s” is valid until %(day)s. Hand in the new one."),
)
CONFERENCE = template(
    "consultants.conference",
    sms=_("You are invited to a conference of consultants on %(moment)s: “%(subject)s”."),
    portal=_("You are invited to a conference of consultants on %(moment)s: “%(subject)s”."),
)
REVIEW_ASKED = template(
    "consultants.review_asked",
    sms=_("Please review the report of case %(case)s until %(day)s."),
    portal=_("Please review the report of case %(case)s until %(day)s."),
)
REVIEW_ANSWERED = template(
    "consultants.review_answered",
    portal=_("%(name)s has answered the request to review the report of case %(case)s."),
)
