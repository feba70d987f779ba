"""Kinds, states and classes of the land side. Values are stored in upper case and never renamed; labels are translated."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EstateKind(TextChoices):
    """What a place is in law and use (domain notes §1.1, §5)."""

    INDUSTRIAL_ESTATE = "INDUSTRIAL_ESTATE", _("industrial estate")
    SPECIALISED_ESTATE = "SPECIALISED_ESTATE", _("specialised estate")
    INDUSTRIAL_ZONE = "INDUSTRIAL_ZONE", _("industrial zone")
    WORKSHOP_ZONE = "WORKSHOP_ZONE", _("workshop zone")
    CRAFT_ZONE = "CRAFT_ZONE", _("craft zone")
    WORKSHOP_SITE = "WORKSHOP_SITE", _("workshop site")
    PRIVATE_ESTATE = "PRIVATE_ESTATE", _("private estate")


class DevelopmentClass(TextChoices):
    """Class of the area in the yearly directive; payment terms hang on it (domain notes §1.2)."""

    DEVELOPED = "DEVELOPED", _("developed")
    LESS_DEVELOPED = "LESS_DEVELOPED", _("less developed")
    NOT_STATED = "NOT_STATED", _("not stated")


class EstateStatus(TextChoices):
    """How far the place itself is; the life of its plots is another matter."""

    PLANNED = "PLANNED", _("planned")
    PREPARING = "PREPARING", _("site preparation")
    PARTLY_OPEN = "PARTLY_OPEN", _("first phase open")
    OPERATING = "OPERATING", _("in operation")


class Precision(TextChoices):
    """How exactly a source dates what it says."""

    DAY = "DAY", _("day")
    MONTH = "MONTH", _("month")
    YEAR = "YEAR", _("year")


class FactKey(TextChoices):
    """What a fact is about."""

    AREA = "AREA", _("area")
    UNITS = "UNITS", _("units")
    WORKERS = "WORKERS", _("workers")
    STATUS = "STATUS", _("state")
    OPENING = "OPENING", _("opening")
    EXTENSION = "EXTENSION", _("extension")
    COST = "COST", _("cost")
    UTILITIES = "UTILITIES", _("utilities")
    LOCATION = "LOCATION", _("location")
    ALLOCATION = "ALLOCATION", _("allocation")
    SERVICE_COMPANY = "SERVICE_COMPANY", _("service company")
    OTHER = "OTHER", _("more")


class UtilityKind(TextChoices):
    """Services an estate may offer and a plot may be connected to (domain notes §1.5)."""

    DRINKING_WATER = "DRINKING_WATER", _("drinking water")
    INDUSTRIAL_WATER = "INDUSTRIAL_WATER", _("industrial water")
    TREATED_WASTEWATER = "TREATED_WASTEWATER", _("treated wastewater for use")
    POWER = "POWER", _("power")
    GAS = "GAS", _("gas")
    SEWERAGE = "SEWERAGE", _("sewerage and treatment plant")
    TELECOM = "TELECOM", _("telecommunication")
    ACCESS_ROAD = "ACCESS_ROAD", _("access road")
    FIRE_STATION = "FIRE_STATION", _("fire station")
    LIGHTING = "LIGHTING", _("street lighting")
    RAIL = "RAIL", _("rail siding")


PLOT_UTILITIES: Final = (
    UtilityKind.DRINKING_WATER,
    UtilityKind.INDUSTRIAL_WATER,
    UtilityKind.POWER,
    UtilityKind.GAS,
    UtilityKind.SEWERAGE,
    UtilityKind.TELECOM,
    UtilityKind.ACCESS_ROAD,
    UtilityKind.LIGHTING,
)
"""What a single plot can be connected to; the rest serves an estate as a whole."""


class UtilityState(TextChoices):
    """Whether a service of an estate can be used."""

    AVAILABLE = "AVAILABLE", _("available")
    LIMITED = "LIMITED", _("limited")
    UNDER_CONSTRUCTION = "UNDER_CONSTRUCTION", _("under construction")
    PLANNED = "PLANNED", _("planned")


class CapacityUnit(TextChoices):
    """Unit of a service's capacity."""

    LITRE_PER_SECOND = "LITRE_PER_SECOND", _("litres per second")
    MEGAWATT = "MEGAWATT", _("megawatts")
    CUBIC_METRE_PER_HOUR = "CUBIC_METRE_PER_HOUR", _("cubic metres per hour")
    CUBIC_METRE_PER_DAY = "CUBIC_METRE_PER_DAY", _("cubic metres per day")
    LINES = "LINES", _("lines")


class PlotKind(TextChoices):
    """What a plot is laid out for (land use)."""

    INDUSTRIAL = "INDUSTRIAL", _("industrial land")
    WORKSHOP = "WORKSHOP", _("workshop unit")
    SERVICE = "SERVICE", _("service land")
    COMMERCIAL = "COMMERCIAL", _("commercial land")


class PriceClass(TextChoices):
    """Class of a plot in the tariff, by where it lies."""

    STANDARD = "STANDARD", _("standard")
    CORNER = "CORNER", _("corner")
    MAIN_STREET = "MAIN_STREET", _("on the main street")


class IndustryGroup(TextChoices):
    """The eleven groups of the environmental regulation of 1378, and three the portal adds (domain notes §1.5)."""

    FOOD = "FOOD", _("food")
    TEXTILE = "TEXTILE", _("textile")
    LEATHER = "LEATHER", _("leather")
    CELLULOSE = "CELLULOSE", _("cellulose")
    METAL = "METAL", _("metal")
    NON_METALLIC_MINERALS = "NON_METALLIC_MINERALS", _("non-metallic minerals")
    CHEMICAL = "CHEMICAL", _("chemical")
    PHARMACEUTICAL = "PHARMACEUTICAL", _("pharmaceutical")
    ELECTRICAL = "ELECTRICAL", _("electrical and electronics")
    AGRICULTURE = "AGRICULTURE", _("agriculture")
    MACHINERY = "MACHINERY", _("machinery")
    HANDICRAFTS = "HANDICRAFTS", _("handicrafts")
    SERVICES = "SERVICES", _("services")
    KNOWLEDGE_BASED = "KNOWLEDGE_BASED", _("knowledge-based")


class PlotStatus(TextChoices):
    """State of a plot (product notes §3). Never stored: derived from the plot and its live holds."""

    PLANNED = "PLANNED", _("planned")
    NOT_SERVICED = "NOT_SERVICED", _("not serviced yet")
    AVAILABLE = "AVAILABLE", _("free")
    IN_CALL = "IN_CALL", _("in a call")
    OFFERED = "OFFERED", _("offered")
    CONTRACTED = "CONTRACTED", _("under contract")
    DELIVERED = "DELIVERED", _("delivered")
    UNDER_CONSTRUCTION = "UNDER_CONSTRUCTION", _("under construction")
    OPERATING = "OPERATING", _("in use (given)")
    IDLE = "IDLE", _("idle")
    RECLAIMED = "RECLAIMED", _("reclaimed")


OFFERED: Final = (PlotStatus.IN_CALL, PlotStatus.OFFERED)
"""Plots people are asked for now, in a call or by an offer to one of them."""

AWARDED: Final = (
    PlotStatus.CONTRACTED,
    PlotStatus.DELIVERED,
    PlotStatus.UNDER_CONSTRUCTION,
    PlotStatus.OPERATING,
    PlotStatus.IDLE,
)
"""Plots somebody has, by contract or beyond."""


class HoldKind(TextChoices):
    """Why a plot is not free. Values are those of `PlotStatus`, so that a hold says which status it gives."""

    IN_CALL = "IN_CALL", _("in a call")
    OFFERED = "OFFERED", _("offered")
    CONTRACTED = "CONTRACTED", _("under contract")
    DELIVERED = "DELIVERED", _("delivered")
    UNDER_CONSTRUCTION = "UNDER_CONSTRUCTION", _("under construction")
    OPERATING = "OPERATING", _("operating")
    IDLE = "IDLE", _("idle")
    RECLAIMED = "RECLAIMED", _("reclaimed")


POSSESSION: Final = tuple(kind for kind in HoldKind if kind is not HoldKind.IN_CALL)
"""Holds of somebody on the land itself: at most one is live on a plot, and it decides the status. A call may go on
holding the plot beneath it, until its result is final."""


class TariffStatus(TextChoices):
    """A tariff is written as a draft and never changed once it is in force."""

    DRAFT = "DRAFT", _("draft")
    PUBLISHED = "PUBLISHED", _("published")


class PaymentScheme(TextChoices):
    """For whom payment terms are meant."""

    ORDINARY = "ORDINARY", _("ordinary")
    PRIVILEGED = "PRIVILEGED", _("veterans' families, elites and inventors")
    CRAFT_SITE = "CRAFT_SITE", _("craft workshop site")


class PlanFeatureKind(TextChoices):
    """What a site plan shows besides plots."""

    STREET = "STREET", _("street")
    GREEN = "GREEN", _("green space")
    BUILDING = "BUILDING", _("shared building")
    UTILITY = "UTILITY", _("utility")
    GATE = "GATE", _("gate")


class PlanImportStatus(TextChoices):
    """Life of a site plan that was handed in."""

    CHECKED = "CHECKED", _("checked, without errors")
    REFUSED = "REFUSED", _("refused")
    APPLIED = "APPLIED", _("brought in")
