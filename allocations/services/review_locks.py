"""The lock and the one question every act of an officer begins with."""

from __future__ import annotations

from typing import Any

from allocations import permissions
from allocations.errors import OwnApplication
from allocations.models import Application
from allocations.services import form_locks


def lock_for_review(application_id: int, by: Any) -> Application:
    """The application, locked after its call. Raises NoSuchApplication, and OwnApplication whatever rights `by` has.

    Asked apart from the permission: a superuser has every permission and still does not decide about himself.
    """
    application = form_locks.lock(application_id)
    if by is not None and permissions.is_on_applicants_side(by, application):
        raise OwnApplication()
    return application
