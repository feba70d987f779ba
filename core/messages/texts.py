"""Texts of the ground floor itself."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from core import clock
from core.jobs.models import Job
from core.jobs.signals import job_parked
from core.messages import services
from core.messages.registry import template

PARKED = template(
    "jobs.parked",
    portal=_("The job %(kind)s (%(number)s) failed %(tries)s times and was set aside. Look at it in the list of jobs."),
)


@receiver(job_parked)
def tell_administrators(sender: Any, job: Job, **kwargs: Any) -> None:
    """On their page of messages, which needs no gateway: what failed may be the gateway itself."""
    params = {"kind": job.kind, "number": str(job.pk), "tries": job.attempts}
    for user in get_user_model().objects.filter(is_active=True, is_superuser=True):
        key = f"parked:{job.pk}:{job.fence}:{user.pk}"
        services.send(template=PARKED.code, to=user, params=params, key=key, now=clock.now())
