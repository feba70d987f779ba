"""Who reads conferences on a case: its secrets are for its team and its lead, and end as the case does.

The lead of the case and the auditor read all of its conferences. A member of its team reads those he called or was invited
to, while he is in the team and the case is open. A colleague from outside reads those he was invited to until the conference
is closed, or the case, or he declares an interest in the unit. Nobody else does, and no look goes unwritten (services.looks).
"""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.permissions import is_auditor, is_consultant, is_signed_in
from clinic.consultants.casework import Reach, book
from clinic.consultants.choices import Standpoint
from clinic.consultants.models import CaseConference, ConferenceMember


def read_by(user: Any) -> QuerySet[CaseConference]:
    """The conferences this person reads now. At most 3 queries of the book of cases more."""
    rows = CaseConference.objects.select_related("called_by")
    if not is_signed_in(user):
        return rows.none()
    return rows if is_auditor(user) else rows.filter(_read_now(user, book().reach(user)))


def takes_part(stands: Standpoint | None) -> bool:
    """Whether who stands so writes notes; an auditor only reads."""
    return stands not in (None, Standpoint.AUDITOR)


def concludes(stands: Standpoint | None, user: Any, conference: CaseConference) -> bool:
    """Whether who stands so may close it: the lead of the case, and who called it while he is in the team."""
    return stands == Standpoint.LEAD or (stands == Standpoint.TEAM and conference.called_by_id == user.pk)


def standpoint(user: Any, conference: CaseConference) -> Standpoint | None:
    """As whom this person reads the conference now; None: he does not."""
    if not is_signed_in(user):
        return None
    if is_auditor(user):
        return Standpoint.AUDITOR
    reach = book().reach(user)
    if conference.case_number in reach.led:
        return Standpoint.LEAD
    if not CaseConference.objects.filter(_read_now(user, reach), pk=conference.pk).exists():
        return None
    return Standpoint.TEAM if conference.case_number in reach.worked_on else Standpoint.GUEST


def _read_now(user: Any, reach: Reach) -> Q:
    found = Q(case_number__in=reach.led)
    if not is_consultant(user):
        return found
    seat = ConferenceMember.objects.filter(consultant__user_id=user.pk, consultant__is_active=True)
    asked = Exists(seat.filter(conference=OuterRef("pk")))
    found |= Q(case_number__in=reach.worked_on) & (asked | Q(called_by=user))
    open_seats = seat.filter(conference__closed_at__isnull=True).values_list("conference__case_number", flat=True)
    open_to_him = book().open_to(user, set(open_seats) - reach.worked_on)
    return found | (Q(asked, case_number__in=open_to_him, closed_at__isnull=True))
