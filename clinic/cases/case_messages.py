"""What is said about cases. What was seen in a unit stays on the portal."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

NAMED = template(
    "clinic.case_named",
    sms=_("The industry clinic has named you for the case %(number)s. Open it on the portal."),
    portal=_("You are in the team of the case %(number)s now, for %(specialty)s."),
)
LET_GO = template(
    "clinic.case_let_go",
    portal=_("Your work on the case %(number)s has ended; it is closed to you from now on."),
)
TEAM_GROWS = template(
    "clinic.case_team_grows",
    portal=_("%(name)s works on your case %(number)s now, for %(specialty)s."),
)
DIAGNOSED = template(
    "clinic.case_diagnosed",
    sms=_(
        "The industry clinic has finished the diagnosis of your unit, case %(number)s. What follows stands on the portal."
    ),
    portal=_("The diagnosis of your unit is finished, case %(number)s. A plan of treatment comes next."),
)
ENDED = template(
    "clinic.case_ended",
    sms=_("The industry clinic has closed the case %(number)s of your unit. The reason stands on the portal."),
    portal=_("The case %(number)s of your unit is closed. Its page says how it ended and why."),
)
