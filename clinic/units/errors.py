"""Refusals of the register."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, WrongState


class LicenceTaken(Conflict):
    """A licence belongs to one unit."""

    default_message = _("The unit %(name)s (%(code)s) stands on the register with this licence.")
    default_code = "licence_taken"


class PlaceRefused(InvalidInput):
    """Estate, plot, county and address do not go together."""

    default_code = "place_refused"


class StruckOff(WrongState):
    """Nothing is entered for a unit that was taken off the register."""

    default_message = _("This unit was taken off the register.")
    default_code = "unit_struck_off"


class MeasuredAlready(Conflict):
    """A day has one reading; a second one is a correction."""

    default_message = _("Figures of this day are there already. Correct them instead of entering them again.")
    default_code = "measured_already"


class CorrectedAlready(WrongState):
    """A reading is corrected once; what is wrong with the correction is corrected there."""

    default_message = _("This reading was corrected already. Correct the newer one.")
    default_code = "corrected_already"
