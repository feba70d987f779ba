"""Ratings and conferences of the demo's consultants."""

from __future__ import annotations

import pytest

from accounts.choices import Role
from clinic.consultants.models import CaseConference, PeerReview, Rating
from core import clock
from portal.demo import clinic_trust
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory

pytestmark = pytest.mark.django_db


def test_colleagues_rate_diagnosed_cases_and_confer_on_live_ones_once() -> None:
    made = CaseFactory.in_status("VISITED")
    made.name("commercial")
    made.diagnose()
    CaseFactory.in_status("TEAM_ASSIGNED")
    cast = {Role.CLINIC_LEAD: [accounts.clinic_lead()]}
    said: list[str] = []
    for _ in range(2):
        clinic_trust.load(now=clock.now(), cast=cast, say=said.append)
    assert "already" in said[1]
    # Two colleagues rate each other; the unit of a case that is not closed is not asked yet.
    assert [row.kind for row in Rating.objects.all()] == ["PEER", "PEER"]
    assert CaseConference.objects.filter(closed_at__isnull=False).count() == 1
    assert CaseConference.objects.filter(closed_at__isnull=True).count() == 1
    assert PeerReview.objects.count() == 1
