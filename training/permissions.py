"""Who may do what with courses. A course belongs to the programme officers and to the lead of the clinic alike."""

from __future__ import annotations

from typing import Any

import rules

from accounts.permissions import (
    is_admin,
    is_auditor,
    is_clinic_lead,
    is_manager,
    is_programme_officer,
    is_signed_in,
    require,
)

__all__ = ["require"]


def _person_of(thing: Any) -> Any:
    """The person a row is about: a registration's, or the row itself."""
    return getattr(thing, "person", thing)


@rules.predicate
def is_own(user: Any, thing: Any = None) -> bool:
    """The registration (or the person who would be registered) is this user."""
    person = _person_of(thing)
    return person is not None and user.pk is not None and getattr(person, "user_id", None) == user.pk


holds_courses = is_programme_officer | is_clinic_lead
sees_participants = holds_courses | is_auditor
sees_desk = sees_participants | is_manager | is_admin

for _name, _who in {
    "view_course": sees_desk,
    "change_course": holds_courses,
    "publish_course": holds_courses,
    "cancel_course": holds_courses,
    "close_course": holds_courses,
    "register_person": is_own | holds_courses,
    "cancel_registration": is_own | holds_courses,
    "decide_registration": holds_courses,
    "view_participants": sees_participants,
    "take_attendance": holds_courses,
    "enter_result": holds_courses,
    "issue_certificate": holds_courses,
    "revoke_certificate": holds_courses,
    "view_certificate": is_own | sees_participants,
}.items():
    rules.add_perm(f"training.{_name}", is_signed_in & _who)
