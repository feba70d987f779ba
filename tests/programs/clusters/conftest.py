"""A cluster and the people who work on it."""

from __future__ import annotations

import pytest

from accounts.models import User
from programs.clusters.models import Cluster
from tests.factories import accounts
from tests.factories.clusters import ClusterFactory


@pytest.fixture
def cluster(db: None) -> Cluster:
    return ClusterFactory("knives", name="خوشهٔ چاقوی نمونه")


@pytest.fixture
def officer(db: None) -> User:
    return accounts.programme_officer()


@pytest.fixture
def manager(db: None) -> User:
    return accounts.manager()
