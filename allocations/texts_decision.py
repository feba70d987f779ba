"""What applicants are told about their award, the results and their objections."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

PROVISIONAL_AWARDED = template(
    "allocations.provisional_awarded",
    sms=_(
        "Application %(code)s: by the provisional result plot %(plot)s is yours. Objections are possible until "
        "%(until)s; after that the result becomes final."
    ),
    subject=_("Provisional result of %(call)s"),
)
PROVISIONAL_WAITING = template(
    "allocations.provisional_waiting",
    sms=_(
        "Application %(code)s: by the provisional result you have no plot and are on the waiting list. Your page shows your "
        "places and what decided. Objections are possible until %(until)s."
    ),
    subject=_("Provisional result of %(call)s"),
)
PROVISIONAL_NONE = template(
    "allocations.provisional_none",
    sms=_(
        "Application %(code)s: by the provisional result you have no plot. Your page shows what decided. Objections are "
        "possible until %(until)s."
    ),
    subject=_("Provisional result of %(call)s"),
)
FINAL_AWARDED = template(
    "allocations.final_awarded",
    sms=_("Application %(code)s: plot %(plot)s is finally yours. An offer with its date follows."),
    subject=_("Final result of %(call)s"),
)
FINAL_OTHERS = template(
    "allocations.final_others",
    sms=_(
        "Application %(code)s: the result of the call is final. Your page shows it and your places on waiting lists."
    ),
    subject=_("Final result of %(call)s"),
)
PROMOTED = template(
    "allocations.promoted",
    sms=_("Application %(code)s: a plot fell free and you were next in line. Plot %(plot)s is yours now."),
    subject=_("A plot for you: %(call)s"),
)
OBJECTION_ANSWERED = template(
    "allocations.objection_answered",
    sms=_("Application %(code)s: your objection was answered (%(answer)s). Your page shows the reason."),
    subject=_("Your objection was answered"),
)
