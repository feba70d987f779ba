"""Words of live figures."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class MetricKind(models.TextChoices):
    """How values of one figure go together over time. LAST: a state, that of the end counts; SUM: what came in within each
    month adds up; AVERAGE: months are averaged."""

    LAST = "LAST", _("state at the end")
    SUM = "SUM", _("sum over time")
    AVERAGE = "AVERAGE", _("average over time")
