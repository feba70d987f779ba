"""Codes the whole clinic shares: what its consultants know, and the sides from which a unit is looked at.

They are those of the field (domain notes §3.1), stored as they are and never renamed; labels are translated.
"""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Specialty(TextChoices):
    """What a consultant is a specialist in; each has its own questionnaires."""

    FINANCE = "finance", pgettext_lazy("specialty", "finance")
    INSURANCE = "insurance", pgettext_lazy("specialty", "insurance")
    INDUSTRIAL = "industrial", pgettext_lazy("specialty", "industrial engineering")
    COMMERCIAL = "commercial", pgettext_lazy("specialty", "commerce")
    TAX = "tax", pgettext_lazy("specialty", "tax")
    LEGAL = "legal", pgettext_lazy("specialty", "law")
    TECHNOLOGY = "technology", pgettext_lazy("specialty", "technology")
    MANAGEMENT = "management", pgettext_lazy("specialty", "management")
    MARKETING = "marketing", pgettext_lazy("specialty", "marketing")
    HUMAN_RESOURCES = "human_resources", pgettext_lazy("specialty", "human resources")
    ENERGY_ENVIRONMENT = "energy_environment", pgettext_lazy("specialty", "energy and environment")


class Dimension(TextChoices):
    """A side of a unit that is scored from 0 (worst) to 5 (best)."""

    MANAGEMENT_STRATEGY = "management_strategy", _("management and strategy")
    FINANCE = "finance", _("finance")
    MARKET_SALES = "market_sales", _("market and sales")
    PRODUCTION_TECHNOLOGY = "production_technology", _("production and technology")
    SUPPLY = "supply", _("supply")
    HUMAN_RESOURCES = "human_resources", _("human resources")
    LEGAL_INSURANCE_TAX = "legal_insurance_tax", _("law, insurance and tax")
    INFRASTRUCTURE_ENVIRONMENT = "infrastructure_environment", _("infrastructure and environment")
