"""Costs of trips: their bills, who sees them, and taking out what was entered by mistake."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.choices import Role
from core import clock
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.files.access import grant_for
from core.files.models import StoredFile
from programs.clusters.permissions import READERS
from programs.exhibitions.models import TripCost
from programs.exhibitions.services import exhibitions, reports
from tests.factories.accounts import UserFactory, photo, staff
from tests.factories.exhibitions import ExhibitionFactory, Fair

pytestmark = pytest.mark.django_db
COST = {"kind": "TRAVEL", "amount": 150_000_000, "paid_by": "SUPPORT"}


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def cost(fair: Fair, **more: Any) -> TripCost:
    return reports.add_cost(exhibition_id=fair.exhibition.pk, values=COST, by=fair.officer, now=clock.now(), **more)


def test_a_bill_is_kept_with_its_cost_and_opened_by_those_who_read_the_desk_alone() -> None:
    fair = ExhibitionFactory.in_status("APPROVED", firms=(("A-01",),))
    row = cost(fair, upload=photo())
    assert row.paper is not None and row.paper.uploaded_by == fair.officer
    may = {role for role in Role if role is not Role.APPLICANT and grant_for(staff(role), row.paper)}
    assert may == set(READERS)
    assert grant_for(UserFactory(), row.paper) is None
    assert grant_for(fair.user(0), row.paper) is None


def test_a_cost_without_a_bill_is_taken_and_a_file_that_is_no_paper_is_refused_with_everything() -> None:
    fair = ExhibitionFactory.in_status("APPROVED")
    assert cost(fair).paper is None
    with pytest.raises(InvalidInput) as refusal:
        cost(fair, upload=SimpleUploadedFile("bill.pdf", b"MZ no paper at all"))
    assert refusal.value.field == "file"
    assert TripCost.objects.count() == 1 and not StoredFile.objects.exists()


def test_who_may_not_enter_costs_leaves_no_file_behind() -> None:
    fair = ExhibitionFactory.in_status("APPROVED")
    with pytest.raises(PermissionRefused):
        reports.add_cost(
            exhibition_id=fair.exhibition.pk, values=COST, by=fair.manager, now=clock.now(), upload=photo()
        )
    early = ExhibitionFactory.in_status("DRAWN")
    with pytest.raises(WrongState):
        cost(early, upload=photo())
    assert not StoredFile.objects.exists()


def test_a_cost_entered_by_mistake_is_taken_out_with_a_reason_until_the_report() -> None:
    fair = ExhibitionFactory.in_status("HELD")
    row, other = cost(fair), cost(fair)
    common: dict[str, Any] = {"by": fair.officer, "now": clock.now()}
    with pytest.raises(InvalidInput):
        reports.remove_cost(cost_id=row.pk, reason=" ", **common)
    with pytest.raises(PermissionRefused):
        reports.remove_cost(cost_id=row.pk, reason="دو بار نوشته شد", by=fair.manager, now=clock.now())
    reports.remove_cost(cost_id=row.pk, reason="دو بار نوشته شد", **common)
    assert list(TripCost.objects.all()) == [other]
    assert Entry.objects.get(action="exhibitions.cost.removed").reason == "دو بار نوشته شد"
    place = next(n for n in range(len(fair.firms)) if fair.request(n).status == "AWARDED")
    fair.result(place)
    exhibitions.report(exhibition_id=fair.exhibition.pk, **common)
    with pytest.raises(WrongState):
        reports.remove_cost(cost_id=other.pk, reason="دیر است", **common)
