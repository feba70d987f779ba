"""Who may open certificates (asked by core.files)."""

from __future__ import annotations

from typing import Any

from core.files import access
from training.models import Certificate, Registration


def may_open(user: Any, certificate: Certificate) -> str:
    """The holder, and the staff who see participants."""
    registration = Registration.objects.select_related("person").get(pk=certificate.registration_id)
    if not user.is_authenticated or not user.has_perm("training.view_certificate", registration):
        return ""
    return "training.own_certificate" if registration.person.user_id == user.pk else "training.certificate"


access.register("training.Certificate", may_open)
