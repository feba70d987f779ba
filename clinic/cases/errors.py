"""What requests and cases refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, WrongState

# Requests and appointments.


class NotThisService(WrongState):
    """The step belongs to another service."""

    default_message = _("This step does not belong to this service.")
    default_code = "not_this_service"


class NoUnitYet(WrongState):
    """A diagnosis is made of a unit of the register."""

    default_message = _("Name the unit of the register this request is about, or enter it first.")
    default_code = "no_unit_yet"


class AskedAlready(Conflict):
    """One waiting request for a diagnosis per unit."""

    default_message = _("A request for the diagnosis of this unit is waiting already.")
    default_code = "asked_already"


class NotYourUnit(InvalidInput):
    """The unit belongs to somebody else."""

    default_message = _("Choose one of the units of this applicant.")
    default_code = "not_your_unit"


class NotAtTheCounter(Conflict):
    """Whose unit it is and whether the clinic has a case of it is not for the counter: one sentence for all of it."""

    default_message = _(
        "The request of this applicant for this unit cannot be taken in here. He sees the state of his requests on his own "
        "page; the lead of the clinic can tell him more."
    )
    default_code = "not_at_the_counter"


class SlotTaken(Conflict):
    """The consultant is not free at that time, or no longer."""

    default_message = _("This time is no longer free. Choose another one.")
    default_code = "slot_taken"


class BookedAlready(Conflict):
    """One booked appointment per request."""

    default_message = _("An appointment is booked for this request. Cancel it first if you want another time.")
    default_code = "booked_already"


class NobodyFound(InvalidInput):
    """No applicant of the portal has this number."""

    default_message = _(
        "Nobody in the portal has this number. The person must sign up, or be entered by the office, first."
    )
    default_code = "nobody_found"


# Cases.
