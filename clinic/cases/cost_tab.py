"""The tab of the costs among those of a case."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from clinic.cases import permissions, tabs

CODE = "costs"

tabs.register(
    tabs.Tab(
        CODE, pgettext_lazy("case tab", "costs"), "cases:costs", 95, tabs.having(permissions.READ, with_team=True)
    )
)  # fmt: skip
