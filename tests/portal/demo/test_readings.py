"""The demo's readings."""

from __future__ import annotations

import pytest

from accounts.choices import Role
from portal.demo import readings
from programs import verification
from programs.models import Programme, Reading
from programs.selectors import progress
from tests.factories import accounts
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import indicator, line

pytestmark = pytest.mark.django_db


def test_the_demo_reports_month_by_month_behind_plan_with_something_to_decide_and_changes_nothing_again(
    settings, tmp_path
):
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, True
    cast = {Role.PROGRAMME_OFFICER: [accounts.programme_officer()], Role.MANAGER: [accounts.manager()]}
    for number in range(3):
        programme = ProgrammeFactory.in_status("ACTIVE", f"demo-{number}", is_illustrative=True, position=number)
        line(programme, approved=90_000_000_000)
        indicator(programme, code="plots", kind="LAST", target_value=40, target_on=programme.ends_on)
    real = ProgrammeFactory.in_status("ACTIVE", "real")
    said: list[str] = []
    readings.load(now=NOW, cast=cast, say=said.append)
    assert {"APPROVED", "SUBMITTED", "RETURNED"} <= set(Reading.objects.values_list("status", flat=True))
    assert not Reading.objects.filter(programme=real).exists()
    ids = list(Programme.objects.filter(is_illustrative=True).order_by("position").values_list("pk", flat=True))
    percents = [figure.percent for figure in progress.physical(ids, month(7)).values()]
    assert percents[0] > percents[1] > percents[2] > 0
    assert verification.verify(month(9)).differences == ()
    before = Reading.objects.count()
    readings.load(now=NOW, cast=cast, say=said.append)
    assert Reading.objects.count() == before
