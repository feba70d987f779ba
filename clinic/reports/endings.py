"""A report that waits for signatures ends with its case."""

from __future__ import annotations

from clinic.cases import endings
from clinic.reports.services.reports import lapse

endings.register(lapse)
