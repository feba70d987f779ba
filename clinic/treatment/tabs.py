"""The tabs of treatment among those of a case."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from clinic.cases import tabs
from clinic.cases.choices import WITH_DIAGNOSIS, Standing
from clinic.cases.models import Case
from clinic.treatment.permissions import READ_PLAN

PLAN, LETTERS, FOLLOW_UP = "plan", "letters", "follow_up"


def _after_diagnosis(held: frozenset[Standing], case: Case) -> bool:
    """Everybody who stands before the case, once a plan can be written."""
    return case.status in WITH_DIAGNOSIS and tabs.having(READ_PLAN)(held, case)


for _code, _label, _url, _place in (
    (PLAN, pgettext_lazy("case tab", "plan"), "treatment:plan", 70),
    (LETTERS, pgettext_lazy("case tab", "letters"), "treatment:letters", 75),
    (FOLLOW_UP, pgettext_lazy("case tab", "tasks and follow-up"), "treatment:follow_up", 80),
):
    tabs.register(tabs.Tab(_code, _label, _url, _place, _after_diagnosis))
