"""The tab of the report among those of a case."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from clinic.cases import tabs
from clinic.cases.choices import WITH_DIAGNOSIS, Standing
from clinic.cases.models import Case
from clinic.reports.permissions import INSIDE

CODE = "report"


def may_see(standings: frozenset[Standing], case: Case) -> bool:
    """Whoever stands before a case that has a diagnosis; what the unit finds there is what was given out to it."""
    return case.status in WITH_DIAGNOSIS and bool(standings & (INSIDE | {Standing.UNIT}))


tabs.register(tabs.Tab(CODE, pgettext_lazy("case tab", "report"), "clinic_reports:report", 90, may_see))
