"""For which firms a person may ask, and as whom."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from accounts.models import Applicant
from accounts.selectors import applicants_of
from core import clock
from programs.clusters.models import ClusterMember
from programs.exhibitions.choices import LIVE
from programs.exhibitions.models import BoothRequest, Exhibition


def member_of(exhibition: Exhibition, applicant: Applicant) -> ClusterMember | None:
    """The member of one of the exhibition's clusters that this applicant is; None when it is none. 1 query."""
    party = Q(person=applicant.person_id) if applicant.person_id else Q(legal_entity=applicant.legal_entity_id)
    members = ClusterMember.objects.present_on(clock.today()).filter(party)
    found: ClusterMember | None = members.filter(cluster__in=exhibition.clusters.all()).order_by("pk").first()
    return found


def requests_of(user: Any, exhibition: Exhibition | None = None) -> list[BoothRequest]:
    """Live requests this person may see as his own, the newest first. 2 queries."""
    rows = BoothRequest.objects.filter(applicant__in=applicants_of(user))
    if exhibition is not None:
        rows = rows.filter(exhibition=exhibition, status__in=LIVE)
    related = ("exhibition", "applicant__person", "applicant__legal_entity", "member")
    return list(rows.select_related(*related).order_by("-pk"))
