"""States and bands of the demand register."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class WishStatus(TextChoices):
    """Life of a wish."""

    LIVE = "LIVE", pgettext_lazy("wish", "in the register")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("wish", "taken back")
    LAPSED = "LAPSED", pgettext_lazy("wish", "run out")


class SizeBand(TextChoices):
    """Bands of area in m², with the codes the live figure of unmet applications uses."""

    UP_TO_50 = "1-50", _("up to 50 m²")
    UP_TO_100 = "51-100", _("51 to 100 m²")
    UP_TO_250 = "101-250", _("101 to 250 m²")
    UP_TO_500 = "251-500", _("251 to 500 m²")
    UP_TO_1000 = "501-1000", _("501 to 1,000 m²")
    MORE = "1000+", _("more than 1,000 m²")


LIMITS: Final = (
    (50, SizeBand.UP_TO_50), (100, SizeBand.UP_TO_100), (250, SizeBand.UP_TO_250), (500, SizeBand.UP_TO_500),
    (1000, SizeBand.UP_TO_1000),
)  # fmt: skip
"""Largest area of each band but the last."""

VALID: Final = timedelta(days=365)
"""How long a wish stands before it has to be renewed."""
ASKED_BEFORE: Final = timedelta(days=30)
"""How long before its end the applicant is asked to renew it."""
FEWEST_SHOWN: Final = 5
"""Wishes that stand behind a public figure at least."""
SITES: Final = ("eshragh", "noavaran", "khodabandeh")
"""Estates with the special workshop sites that are planned for this demand (issue of the programmes)."""


def band_of(area: int) -> SizeBand:
    """Band of an area in m²."""
    return next((band for most, band in LIMITS if area <= most), SizeBand.MORE)


def bounds_of(band: SizeBand) -> tuple[int, int | None]:
    """A band as "more than … and at most … m²"; None for no upper end."""
    ends = [0, *(most for most, _band in LIMITS)]
    place = list(SizeBand).index(band)
    return ends[place], ends[place + 1] if place + 1 < len(ends) else None
