"""What the clinic refuses about consultants, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, DomainError, InvalidInput, PermissionRefused, WrongState


class ListedAlready(Conflict):
    """One row for each person."""

    default_message = _("This person is in the register of consultants already.")
    default_code = "listed_already"


class NotAConsultant(InvalidInput):
    """The role comes first."""

    default_message = _("This account does not have the role of a consultant. An administrator grants it first.")
    default_code = "not_a_consultant"


class HoursOverlap(InvalidInput):
    """Two spans of one day share a time."""

    default_message = _("These hours overlap others of the same day.")
    default_code = "hours_overlap"


class AbsenceOverlap(InvalidInput):
    """Two absences share a day."""

    default_message = _("Some of these days are entered as an absence already.")
    default_code = "absence_overlap"


class ConflictOpen(Conflict):
    """One open declaration for a unit."""

    default_message = _("A conflict of interest with this unit is declared already.")
    default_code = "conflict_open"


class SignedAlready(Conflict):
    """Each version is signed once."""

    default_message = _("This version of the code of conduct is signed already.")
    default_code = "signed_already"


class CodeChanged(WrongState):
    """A newer version came out while the page was open."""

    default_message = _("The code of conduct has changed. Read the new version before you sign.")
    default_code = "code_changed"


class FeeOverlap(InvalidInput):
    """At most one rule holds on a day."""

    default_message = _("Another fee holds on some of these days.")
    default_code = "fee_overlap"


class RatedAlready(Conflict):
    """Ratings are given once."""

    default_message = _("This work has been rated already. Thank you.")
    default_code = "rated_already"


class NotInTheTeam(PermissionRefused):
    """Only work on the case can be rated, and only by those who saw it."""

    default_message = _("This consultant is not in the team of the case.")
    default_code = "not_in_the_team"


class ConferenceClosed(WrongState):
    """Notes end with the conclusion."""

    default_message = _("This conference is closed.")
    default_code = "conference_closed"


class ReviewAsked(Conflict):
    """A colleague reviews a version once."""

    default_message = _("This colleague has been asked for this version already.")
    default_code = "review_asked"


class Unfit(DomainError):
    """A consultant cannot be named for this case; `params` hold what the sentence needs."""

    status = 409
    default_code = "unfit"
