"""When scoring, draw, runs and awards allow what is asked. Who may is asked in permissions.py."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.errors import PermissionRefused, WrongState

CLOCKS_APART = timedelta(minutes=1)
"""How far the clocks of two machines may differ: one wrote the time of the password, the other asks."""


class StaleAuthentication(PermissionRefused):
    """The password was typed too long ago for a step of this weight."""

    default_message = _("Please type your password again and repeat this step within five minutes.")
    default_code = "stale_authentication"


class SamePerson(PermissionRefused):
    """The second pair of eyes must belong to somebody else."""

    default_message = _("This must be confirmed by somebody other than the person who began it.")
    default_code = "same_person"


def is_freshly_authenticated(authenticated_at: datetime | None, now: datetime) -> None:
    """Raises StaleAuthentication unless the person proved who he is within `settings.FRESH_AUTHENTICATION` before `now`."""
    if authenticated_at is None or not now - settings.FRESH_AUTHENTICATION <= authenticated_at <= now + CLOCKS_APART:
        raise StaleAuthentication()


def is_somebody_else(first: int | None, second: Any) -> None:
    """Raises SamePerson when the person with id `first` is the user `second`."""
    if first is not None and first == second.pk:
        raise SamePerson()


def may_approve_run(run: Any, now: datetime) -> None:
    """A run may be approved while its list is the newest of the call. Raises WrongState."""
    newest = run.call.frozen_lists.order_by("-number").values_list("pk", flat=True).first()
    if newest != run.frozen_list_id:
        raise WrongState(_("The list was frozen again after this run. Request a new run."), code="run_outdated")
