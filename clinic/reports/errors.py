"""What reports refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, WrongState


class PartsMissing(WrongState):
    """A report is asked for before its parts exist; the sentence names every part."""

    default_message = _("The report cannot be made yet. Still missing: %(parts)s")
    default_code = "parts_missing"


class Outdated(WrongState):
    """The diagnosis or the plan has changed since the report was made."""

    default_message = _(
        "The diagnosis or the plan has changed since this report was made. Ask the lead for a new version."
    )
    default_code = "outdated"


class PaperNotReady(WrongState):
    """Nobody signs what he could not read."""

    default_message = _("The paper is still being made. Read it first, then sign.")
    default_code = "paper_not_ready"


class SignedAlready(Conflict):
    """Once per person and version."""

    default_message = _("You have signed this version.")
    default_code = "signed_already"


class StillInTeam(WrongState):
    """Whoever can sign is not passed over."""

    default_message = _("This member is still in the team and signs for himself.")
    default_code = "still_in_team"


class NothingToWaive(Conflict):
    """The report does not wait for this signature."""

    default_message = _("This version does not wait for that signature.")
    default_code = "nothing_to_waive"
