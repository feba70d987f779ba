"""What courses refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, WrongState


class RegistrationClosed(WrongState):
    """The course takes nobody now; the sentence says since or until when."""

    default_message = _("This course takes no registrations now.")
    default_code = "registration_closed"


class RegisteredAlready(Conflict):
    """One person, one place in a course."""

    default_message = _("You are on the list of this course already.")
    default_code = "registered_already"


class CourseFixed(WrongState):
    """What was announced, or has happened, is not changed any more."""

    default_message = _("This can no longer be changed.")
    default_code = "course_fixed"


class NotReady(InvalidInput):
    """Something is missing before the next step; `errors` says what."""

    default_code = "not_ready"


class RoomTaken(Conflict):
    """Another course meets there at that time."""

    default_message = _("Another session takes place in this room at this time. Choose another room or time.")
    default_code = "room_taken"


class TeacherTaken(Conflict):
    """The teacher is in another session."""

    default_message = _("The teacher has another session at this time. Choose another time or teacher.")
    default_code = "teacher_taken"


class SeatsTaken(InvalidInput):
    """Fewer seats than people who have one."""

    default_message = _("More people have a seat already. Cancel registrations first.")
    default_code = "seats_taken"
