"""Texts this app sends."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

EXPIRY = "clusters.trademark_expires"

template(
    EXPIRY,
    portal=_("The trade mark “%(brand)s” of the cluster %(cluster)s expires on %(day)s. Have it renewed in time."),
)
