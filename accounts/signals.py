"""What allauth does to second factors goes on record, and the owner hears of it."""

from __future__ import annotations

from typing import Any

from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.dispatch import receiver

from core import clock
from core.audit.services import record
from core.messages import services as messages


@receiver(signals.authenticator_added, dispatch_uid="accounts.second_factor.added")
def factor_added(sender: Any, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """An app, a key or recovery codes are new."""
    _tell(user, authenticator, "added")


@receiver(signals.authenticator_removed, dispatch_uid="accounts.second_factor.removed")
def factor_removed(sender: Any, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """One is gone."""
    _tell(user, authenticator, "removed")


@receiver(signals.authenticator_reset, dispatch_uid="accounts.second_factor.renewed")
def factor_renewed(sender: Any, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """Recovery codes were made anew."""
    _tell(user, authenticator, "renewed")


@transaction.atomic
def _tell(user: Any, authenticator: Authenticator, what: str) -> None:
    now = clock.now()
    record(action=f"accounts.second_factor.{what}", by=user, target=user, now=now, data={"kind": authenticator.type})
    # Recovery codes come and go with the factor they belong to.
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        messages.send(
            template="accounts.second_factor_changed",
            to=user,
            params={},
            key=f"second_factor:{what}:{user.pk}:{now.timestamp()}",
            now=now,
        )
