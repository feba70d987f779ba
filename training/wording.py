"""Sentences about courses, in the reader's language."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.fields.language import active_language
from core.persian.calendar import tehran_date
from core.persian.dates import format_date, format_time
from core.wording import day_text, number_text
from training.models import Course, Session
from training.outcomes import Outcome


def when_text(session: Session) -> str:
    """Day and hours of a session: دوشنبه ۲ آذر ۱۴۰۵، ساعت ۹:۰۰ تا ۱۲:۰۰."""
    language = active_language()
    return _("%(day)s, from %(start)s to %(end)s") % {
        "day": format_date(tehran_date(session.starts_at), "full", language=language),
        "start": format_time(session.starts_at, language=language),
        "end": format_time(session.ends_at, language=language),
    }


def days_text(first: date, last: date) -> str:
    """First and last day of a course, or its only one."""
    if first == last:
        return day_text(first)
    return _("%(first)s to %(last)s") % {"first": day_text(first), "last": day_text(last)}


def seats_text(free: int, capacity: int) -> str:
    """How many seats are free."""
    if free <= 0:
        return _("no free seat")
    shown = {"free": number_text(free), "all": number_text(capacity)}
    return ngettext("%(free)s of %(all)s seat is free", "%(free)s of %(all)s seats are free", free) % shown


def rule_texts(course: Course) -> list[str]:
    """What passing needs, as sentences."""
    found = [
        _("Be there in at least %(percent)s percent of the sessions. Being late counts as being there; sessions you are "
          "excused from are left out of the count.")
        % {"percent": number_text(course.minimum_attendance)}
    ]  # fmt: skip
    if course.exam_pass_mark is not None:
        found.append(
            _("Get at least %(mark)s of 100 marks in the examination; the best attempt counts.")
            % {"mark": number_text(course.exam_pass_mark)}
        )
    return found


def outcome_reasons(outcome: Outcome) -> list[str]:
    """Why somebody does not pass; nothing when he does."""
    found = []
    if not outcome.attended_enough:
        found.append(_("was there too seldom"))
    if not outcome.exam_passed:
        found.append(
            _("no marks in the examination") if outcome.score is None else _("too few marks in the examination")
        )
    return found
