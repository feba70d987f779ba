"""Tables of the register of industrial units."""

from clinic.units.models.intake import UnitImport
from clinic.units.models.look import UnitLook
from clinic.units.models.reading import UnitReading
from clinic.units.models.rules import BandRule, WarningRule
from clinic.units.models.unit import IndustrialUnit
from clinic.units.models.warning import WarningEntry

__all__ = [
    "BandRule",
    "IndustrialUnit",
    "UnitImport",
    "UnitLook",
    "UnitReading",
    "WarningEntry",
    "WarningRule",
]
