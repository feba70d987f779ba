"""The courses of the demo world."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from accounts.choices import Role
from core import clock
from portal.demo import courses, people
from training.models import Certificate, Course, Registration

pytestmark = pytest.mark.django_db


def test_every_state_of_a_course_is_there_and_a_second_load_changes_nothing(settings: Any, tmp_path: Any) -> None:
    settings.DEMO, settings.MEDIA_ROOT = True, tmp_path
    with clock.shifted(timedelta(days=-200)):
        cast = people.load(now=clock.now())
    said: list[str] = []
    courses.load(now=clock.now(), cast=cast, say=said.append)
    phases = {course.slug: str(course.phase_at(clock.now()).value) for course in Course.objects.all()}
    assert phases == {
        "knife-heat-treatment": "CLOSED",
        "leather-shoe-design": "PUBLISHED",
        "workshop-finance": "PUBLISHED",
        "energy-for-engineers": "RUNNING",
    }
    shoe = Counter(Registration.objects.filter(course__slug="leather-shoe-design").values_list("status", flat=True))
    assert shoe == {"REGISTERED": 8, "WAITING": 3}
    knife = Counter(Registration.objects.filter(course__slug="knife-heat-treatment").values_list("status", flat=True))
    assert knife == {"COMPLETED": 10, "FAILED": 2}
    assert Certificate.objects.filter(pdf__isnull=False).count() == 10
    mine = Registration.objects.filter(person__user=cast[Role.APPLICANT][0])
    assert sorted(mine.values_list("status", flat=True)) == ["COMPLETED", "REGISTERED", "WAITING"]
    assert not Course.objects.filter(is_illustrative=False).exists()

    before = Registration.objects.count()
    courses.load(now=clock.now(), cast=cast, say=said.append)
    assert Registration.objects.count() == before
    assert Course.objects.count() == 4
