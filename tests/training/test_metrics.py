"""Figures of courses, and the lists that make them."""

from __future__ import annotations

from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

from core import clock
from core.metrics import registry
from tests.factories.accounts import programme_officer
from tests.factories.training import Class, CourseFactory
from training.models import Certificate
from training.services import certificates

pytestmark = pytest.mark.django_db

NAMES = ("training.people_trained", "training.certificates")


@pytest.fixture(scope="module")
def made(make_once: Any) -> Class:
    """A course whose people passed and have their certificates."""
    found: Class = make_once(CourseFactory.closed)
    return found


@pytest.fixture
def closed(made: Class) -> Class:
    return deepcopy(made)


def points(name: str) -> dict[str, Decimal]:
    metric = registry.find(name)
    return {key: point.value for key, point in registry.with_whole(metric, metric.read(clock.now())).items()}


def test_people_who_passed_and_their_certificates_are_counted_by_county_and_gender(closed: Class) -> None:
    for name in NAMES:
        assert points(name) == {
            "": 1, "county=zanjan": 1, "gender=unknown": 1, "county=zanjan;gender=unknown": 1
        }  # fmt: skip
    certificates.revoke(certificate_id=Certificate.objects.get().pk, reason="نام", by=closed.officer, now=clock.now())
    assert points("training.people_trained")[""] == 1
    assert points("training.certificates") == {"": 0}


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_opens_the_list_that_makes_it(closed: Class, browser: Any, client: Any, name: str) -> None:
    metric = registry.find(name)
    staff = browser(programme_officer())
    for point in metric.read(clock.now()):
        answer = staff.get(metric.url(point.dimensions))
        assert answer.status_code == 200, metric.url(point.dimensions)
        assert answer.context["cl"].result_count == point.value
        assert metric.public_url is not None
        assert client.get(metric.public_url(point.dimensions)).status_code == 200
        for dimension, names in metric.names.items():
            if dimension in point.dimensions:
                assert names([point.dimensions[dimension]])


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_costs_one_query(closed: Class, django_assert_num_queries: Any, name: str) -> None:
    with django_assert_num_queries(1):
        list(registry.find(name).read(clock.now()))
