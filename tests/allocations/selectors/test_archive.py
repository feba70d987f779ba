"""The stored record in memory."""

import pytest

from allocations.selectors import archive
from tests.factories.decisions import scored_world

pytestmark = pytest.mark.django_db


def test_the_outcome_in_memory_belongs_to_the_run_that_names_it():
    run = scored_world(3).proposed()
    assert archive.outcome_of(run) is archive.outcome_of(run)
    run.manifest_sha256 = "0" * 64
    with pytest.raises(ValueError, match="not the one"):
        archive.outcome_of(run)
