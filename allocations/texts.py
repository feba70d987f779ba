"""What applicants are told about their application, its call, their award, the results and their objections."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

RECEIPT = template(
    "allocations.receipt",
    sms=_(
        "Your application %(track)s to “%(call)s” was handed in. Receipt %(code)s. You can change it until %(closes)s on the "
        "portal."
    ),
    subject=_("Receipt of application %(track)s"),
    portal=_("Your application %(track)s to “%(call)s” was handed in. Receipt %(code)s."),
)
CHANGED = template(
    "allocations.changed",
    portal=_(
        "Your change of application %(track)s counts. New receipt %(code)s; the time of the first submission stays."
    ),
)
CORRECTED = template(
    "allocations.corrected",
    portal=_("Your correction of application %(track)s was handed in. Receipt %(code)s. The officer goes on with it."),
)
WITHDRAWN = template(
    "allocations.withdrawn",
    sms=_("Application %(track)s was withdrawn at your request. If that was not you, call the company at once."),
)
CORRECTION_REQUESTED = template(
    "allocations.correction_requested",
    sms=_(
        "Application %(track)s: something must be put right until %(until)s. Sign in to the portal; the page of your "
        "application says what and how."
    ),
    subject=_("Please correct application %(track)s"),
)
CORRECTION_REMINDER = template(
    "allocations.correction_reminder",
    sms=_("Application %(track)s: the correction is possible until %(until)s only. Sign in to the portal."),
)
CORRECTION_LAPSED = template(
    "allocations.correction_lapsed",
    sms=_(
        "Application %(track)s: the correction was not made in time. The page of your application says what follows and "
        "until when you can object."
    ),
)
ELIGIBLE = template(
    "allocations.eligible",
    sms=_("Application %(track)s: your papers were accepted and you take part in the allocation of “%(call)s”."),
)
INELIGIBLE = template(
    "allocations.ineligible",
    sms=_(
        "Application %(track)s: the officer decided that you are not eligible. The page of your application gives the "
        "reasons; you can object there until the list is frozen."
    ),
    subject=_("Decision about application %(track)s"),
)
REOPENED = template(
    "allocations.reopened",
    sms=_("Application %(track)s: the committee has reopened the review. You will hear of the new decision."),
)
CLOSING_SOON = template(
    "allocations.closing_soon",
    sms=_("Your application to “%(call)s” is not handed in yet. The deadline is %(closes)s. Sign in to the portal."),
)
EXTENDED = template(
    "allocations.extended",
    sms=_("The term of “%(call)s” was lengthened to %(closes)s."),
    portal=_("The term of “%(call)s” was lengthened to %(closes)s. Reason: %(reason)s"),
)
AMENDED = template(
    "allocations.amended",
    sms=_(
        "The rules of “%(call)s” were amended and the term was opened anew until %(closes)s. The page of the call lists every "
        "difference; please look whether your application still fits."
    ),
)
CANCELLED = template(
    "allocations.cancelled",
    sms=_("The call “%(call)s” was cancelled. The page of the call gives the reason."),
    portal=_("The call “%(call)s” was cancelled. Reason: %(reason)s"),
)
QUESTION_ANSWERED = template(
    "allocations.question_answered",
    portal=_("Your question about “%(call)s” was answered. The answer stands on the page of the call."),
)
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
