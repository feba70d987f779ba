"""Database triggers that hold whatever way a row is written: the admin, a shell, raw SQL, two services at once."""

from __future__ import annotations

import pgtrigger

from core.guards import body, refuse
from training.choices import SEATED

_SEATED = ", ".join(f"'{status.value}'" for status in SEATED)


def never_overbooked() -> pgtrigger.Trigger:
    """For registrations: a seat is taken only while one is free.

    The course's row is locked before seats are counted, so that of two who write at once the second one counts the
    first one's seat.
    """
    return pgtrigger.Trigger(
        name="never_overbooked",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("seats", "integer"), ("taken", "integer")],
        func=body(
            f"IF NEW.status NOT IN ({_SEATED}) THEN RETURN NEW; END IF;",
            f"IF TG_OP = 'UPDATE' THEN IF OLD.status IN ({_SEATED}) AND OLD.course_id = NEW.course_id THEN",
            "RETURN NEW; END IF; END IF;",
            "SELECT c.capacity INTO seats FROM training_course c WHERE c.id = NEW.course_id FOR NO KEY UPDATE;",
            "SELECT count(*) INTO taken FROM training_registration r WHERE r.course_id = NEW.course_id",
            f"AND r.status IN ({_SEATED}) AND r.id IS DISTINCT FROM NEW.id;",
            f"IF taken >= seats THEN {refuse('every seat of this course is taken')} END IF;",
            "RETURN NEW;",
        ),
    )


def capacity_holds_the_seated() -> pgtrigger.Trigger:
    """For courses: the capacity never falls below the seats that are taken."""
    return pgtrigger.Trigger(
        name="capacity_holds_the_seated",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf("capacity"),
        func=body(
            "IF NEW.capacity < OLD.capacity AND NEW.capacity < (SELECT count(*) FROM training_registration r",
            f"WHERE r.course_id = NEW.id AND r.status IN ({_SEATED})) THEN",
            refuse("more seats of this course are taken than it would have"),
            "END IF; RETURN NEW;",
        ),
    )


def of_the_same_course() -> pgtrigger.Trigger:
    """For attendance: session and registration belong to one course."""
    return pgtrigger.Trigger(
        name="of_the_same_course",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("session_id", "registration_id"),
        func=body(
            "IF NOT EXISTS (SELECT 1 FROM training_session s JOIN training_registration r",
            "ON r.course_id = s.course_id WHERE s.id = NEW.session_id AND r.id = NEW.registration_id) THEN",
            refuse("session and registration belong to one course"),
            "END IF; RETURN NEW;",
        ),
    )


def only_who_passed() -> pgtrigger.Trigger:
    """For certificates: the registration is COMPLETED."""
    return pgtrigger.Trigger(
        name="only_who_passed",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=body(
            "IF NOT EXISTS (SELECT 1 FROM training_registration r",
            "WHERE r.id = NEW.registration_id AND r.status = 'COMPLETED') THEN",
            refuse("a certificate is for who passed the course"),
            "END IF; RETURN NEW;",
        ),
    )
