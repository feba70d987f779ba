"""What exhibitions refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, DomainError, InvalidInput, PermissionRefused, WrongState


class RequestsClosed(WrongState):
    """Requests come in between two moments; the sentence says which."""

    default_message = _("This exhibition takes no requests now.")
    default_code = "requests_closed"


class RequestedAlready(Conflict):
    """One live request of a firm for an exhibition."""

    default_message = _("This firm has asked for a booth of this exhibition already. Change that request.")
    default_code = "requested_already"


class NotABooth(InvalidInput):
    """A booth of another exhibition, or none."""

    default_message = _("Booth %(booth)s does not belong to this exhibition.")
    default_code = "not_a_booth"


class BoothTwice(InvalidInput):
    """One booth at two places of the list."""

    default_message = _("Booth %(booth)s stands in the list twice.")
    default_code = "booth_twice"


class BoothTaken(Conflict):
    """Somebody was quicker."""

    default_message = _("One of these booths, or one of these firms, has been served already. Nothing was given.")
    default_code = "booth_taken"


class SamePerson(PermissionRefused):
    """Four eyes."""

    default_message = _("Somebody else has to do this: you did the step before it yourself.")
    default_code = "same_person"


class NotReady(WrongState):
    """Something is missing before the next step."""

    default_code = "not_ready"


class TooEarly(WrongState):
    """The announced event has not happened."""

    default_message = _("The value exists only after the announced event: %(moment)s.")
    default_code = "too_early"


class ValuesDiffer(InvalidInput):
    """The second person typed another value."""

    default_message = _("This is not the value that was entered. Compare both with the publication.")
    default_code = "values_differ"


class ListChanged(WrongState):
    """What was frozen is not what the tables say."""

    default_message = _("The requests are no longer those of the frozen list. Nothing was computed.")
    default_code = "list_changed"


class PathsDisagree(DomainError):
    """A fault of the program: nothing may be stored."""

    status = 500
    default_message = _("Two computations of the same result differ. Nothing was stored; tell the developers.")
    default_code = "paths_disagree"


class WasNotThere(InvalidInput):
    """Results and costs of a firm are for those who had a booth."""

    default_message = _("This firm had no booth at this exhibition.")
    default_code = "was_not_there"
