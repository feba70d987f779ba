"""When land may be changed: what the state of the row itself allows."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict
from estates.choices import TariffStatus
from estates.errors import TariffIncomplete
from estates.models import Tariff


def tariff_can_be_published(tariff: Tariff, now: datetime) -> None:
    """A tariff comes into force whole, and on a day no other one begins on."""
    if not tariff.rates.exists() or not tariff.payment_terms.exists():
        raise TariffIncomplete()
    if Tariff.objects.filter(status=TariffStatus.PUBLISHED, valid_from=tariff.valid_from).exists():
        raise Conflict(_("Another published tariff begins on the same day."), code="tariff_day_taken")
