"""What people in the register are told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

RENEW = template(
    "demand.renew",
    sms=_("Do you still want a place for %(trade)s? Renew your wish on the portal until %(day)s, else it ends."),
    portal=_("Do you still want a place for %(trade)s? Renew your wish on the portal until %(day)s, else it ends."),
)
