"""Checking a row before it is written: all its CHECKs in one query, and each refusal told as Django would tell it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import CheckConstraint
from django.test.utils import CaptureQueriesContext

from accounts.models import RoleGrant
from core import clock
from core.errors import InvalidInput
from core.writing import check
from estates.models import Plot
from tests.factories.accounts import officer
from tests.factories.estates import PlotFactory

pytestmark = pytest.mark.django_db


def _as_django(row: RoleGrant | Plot) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    return {name: list(texts) for name, texts in refused.value.message_dict.items()}


def _as_here(row: RoleGrant | Plot) -> dict[str, list[str]]:
    with pytest.raises(InvalidInput) as refused:
        check(row)
    return {name: list(texts) for name, texts in refused.value.errors.items()}


def test_a_row_that_may_stand_is_asked_about_all_its_checks_in_one_query() -> None:
    plot = PlotFactory()
    checks = [each for each in Plot._meta.constraints if isinstance(each, CheckConstraint)]
    assert len(checks) > 3
    with CaptureQueriesContext(connection) as seen:
        check(plot)
    assert sum("_check" in query["sql"] for query in seen.captured_queries) == 1


def test_a_broken_check_is_named_as_django_names_it() -> None:
    grant = officer().role_grants.get()
    grant.valid_to = grant.valid_from - timedelta(days=1)
    assert _as_here(grant) == _as_django(grant)


def test_a_wrong_field_and_a_broken_check_are_told_together() -> None:
    grant = officer().role_grants.get()
    grant.valid_to, grant.role = grant.valid_from - timedelta(days=1), "emperor"
    told = _as_here(grant)
    assert told == _as_django(grant)
    assert set(told) >= {"role"} and len(told) > 1


def test_a_key_that_is_taken_is_told_beside_its_field() -> None:
    one, other = PlotFactory(), PlotFactory()
    other.code = one.code
    assert _as_here(other) == _as_django(other)


def test_without_constraints_the_database_is_not_asked() -> None:
    grant = officer().role_grants.get()
    grant.valid_to = clock.now() - timedelta(days=10_000)
    with CaptureQueriesContext(connection) as seen:
        check(grant, constraints=False)
    assert not any("_check" in query["sql"] for query in seen.captured_queries)


def test_a_row_in_hand_is_not_asked_for_and_one_known_by_its_key_alone_is() -> None:
    plot = PlotFactory()
    with CaptureQueriesContext(connection) as seen:
        check(plot)
    assert not any('FROM "estates_estate"' in query["sql"] for query in seen.captured_queries)
    plot.estate_id = 0
    assert "estate" in _as_here(plot)
