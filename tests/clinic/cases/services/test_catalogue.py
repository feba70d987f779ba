"""The catalogue of causes: brought in once, changed by the lead."""

from __future__ import annotations

import pytest

from clinic.cases.models import Cause
from clinic.cases.services import catalogue
from core import clock
from core.errors import PermissionRefused
from tests.factories import accounts

pytestmark = pytest.mark.django_db


def test_the_catalogue_comes_in_once_and_is_changed_by_the_lead_alone() -> None:
    lead, now = accounts.clinic_lead(), clock.now()
    assert catalogue.bring_in(by=lead, now=now) == 18
    assert catalogue.bring_in(by=lead, now=now) == 0
    row = Cause.objects.get(code="energy")
    catalogue.change(cause_id=row.pk, values={"name": "کمبود برق", "is_active": False}, by=lead, now=now)
    assert catalogue.bring_in(by=lead, now=now) == 0
    row.refresh_from_db()
    assert (row.name, row.is_active) == ("کمبود برق", False)
    own = {"code": "sanctions", "name": "تحریم", "dimension": "supply", "position": 200}
    assert catalogue.add(values=own, by=lead, now=now).code == "sanctions"
    with pytest.raises(PermissionRefused):
        catalogue.add(values={**own, "code": "x"}, by=accounts.manager(), now=now)
