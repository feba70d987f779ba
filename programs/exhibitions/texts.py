"""What firms are told about exhibitions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

RECEIVED = template(
    "exhibitions.received",
    portal=_(
        "Your request for a booth at “%(exhibition)s” is in. Its code: %(code)s. You can change it until %(closes)s."
    ),
)
AWARDED = template(
    "exhibitions.awarded",
    sms=_("Booth %(booth)s at “%(exhibition)s” is yours. If you do not need it, give it back on the portal in time."),
    portal=_(
        "Booth %(booth)s at “%(exhibition)s” is yours. If you do not need it, give it back on the portal in time."
    ),
)
NOT_AWARDED = template(
    "exhibitions.not_awarded",
    sms=_("No booth at “%(exhibition)s” could be given to you. Your request on the portal says why."),
    portal=_("No booth at “%(exhibition)s” could be given to you. Your request on the portal says why."),
)
PROMOTED = template(
    "exhibitions.promoted",
    sms=_("A booth fell free: booth %(booth)s at “%(exhibition)s” is now yours."),
    portal=_("A booth fell free: booth %(booth)s at “%(exhibition)s” is now yours."),
)
CANCELLED = template(
    "exhibitions.cancelled",
    sms=_("The exhibition “%(exhibition)s” was cancelled. The reason: %(reason)s"),
    portal=_("The exhibition “%(exhibition)s” was cancelled. The reason: %(reason)s"),
)
