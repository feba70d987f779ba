"""Tables of land: counties, estates, plots, what holds them, what they cost."""

from estates.models.estate import Block, Estate, EstateFact, UtilityService
from estates.models.hold import PlotHold
from estates.models.plan import EstatePhoto, PlanFeature, SitePlanImport
from estates.models.plot import Plot, PlotTrade
from estates.models.reference import County, Trade
from estates.models.tariff import PaymentTerms, Tariff, TariffRate

__all__ = [
    "Block",
    "County",
    "Estate",
    "EstateFact",
    "EstatePhoto",
    "PaymentTerms",
    "PlanFeature",
    "Plot",
    "PlotHold",
    "PlotTrade",
    "SitePlanImport",
    "Tariff",
    "TariffRate",
    "Trade",
    "UtilityService",
]
