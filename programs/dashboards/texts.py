"""What subscribers are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

READY = template(
    "dashboards.report_ready",
    subject=_("The report of %(month)s is ready"),
    email=_("The report of %(month)s is ready. Sign in and open it here: %(link)s"),
    portal=_("The report of %(month)s is ready: Dashboard, Monthly reports."),
)
