"""What applicants are told about their application and its call."""

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
