"""Tables of the instruments of diagnosis."""

from clinic.instruments.models.instrument import Instrument, InstrumentVersion, Question
from clinic.instruments.models.weights import DimensionWeight, WeightSet

__all__ = ["DimensionWeight", "Instrument", "InstrumentVersion", "Question", "WeightSet"]
