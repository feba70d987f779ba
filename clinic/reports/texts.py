"""What is said about reports. What a report says stays on the portal."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

SIGN = template(
    "clinic_reports.sign",
    sms=_("The diagnostic report of case %(number)s waits for your signature on the portal."),
    portal=_("Version %(version)s of the diagnostic report of case %(number)s waits for your signature."),
)
SIGNED = template(
    "clinic_reports.signed",
    portal=_("The whole team has signed the diagnostic report of case %(number)s (version %(version)s)."),
)
GIVEN_OUT = template(
    "clinic_reports.given_out",
    sms=_("The diagnostic report of your unit is ready. Read it on the portal: case %(number)s."),
    portal=_("The diagnostic report of your unit is ready (case %(number)s, version %(version)s)."),
)
