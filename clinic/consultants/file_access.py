"""Who may open qualification papers (asked by core.files)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_noop

from clinic.consultants.models import Qualification
from clinic.consultants.permissions import READ_OWN
from core.files import access

OWN = gettext_noop("own qualification paper")
CHECKED = gettext_noop("papers of a consultant are checked")


def may_open(user: Any, paper: Qualification) -> str:
    """The consultant himself, the lead and the auditor."""
    paper = Qualification.objects.select_related("consultant").get(pk=paper.pk)
    if not user.is_authenticated or not user.has_perm(READ_OWN, paper):
        return ""
    return OWN if paper.consultant.user_id == user.pk else CHECKED


access.register("consultants.Qualification", may_open)
