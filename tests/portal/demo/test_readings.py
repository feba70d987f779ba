"""The demo's readings: of illustrative programmes alone, each at its own pace. What they come to is tested with the whole world."""

from __future__ import annotations

from typing import Any

import pytest

from accounts.choices import Role
from portal.demo import readings
from programs.models import Programme, Reading
from programs.selectors import progress
from tests.factories import accounts
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import indicator, line

pytestmark = pytest.mark.django_db


def test_illustrative_programmes_report_at_paces_of_their_own_and_real_ones_are_left_alone(
    settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, True
    cast = {Role.PROGRAMME_OFFICER: [accounts.programme_officer()], Role.MANAGER: [accounts.manager()]}
    for number in range(3):
        programme = ProgrammeFactory.in_status("ACTIVE", f"demo-{number}", is_illustrative=True, position=number)
        line(programme, approved=90_000_000_000)
        indicator(programme, code="plots", kind="LAST", target_value=40, target_on=programme.ends_on)
    real = ProgrammeFactory.in_status("ACTIVE", "real")
    readings.load(now=NOW, cast=cast, say=str)
    assert not Reading.objects.filter(programme=real).exists()
    ids = list(Programme.objects.filter(is_illustrative=True).order_by("position").values_list("pk", flat=True))
    percents = [figure.percent for figure in progress.physical(ids, month(7)).values()]
    assert percents[0] > percents[1] > percents[2] > 0
