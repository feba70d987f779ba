"""One programme whose figures were worked out by hand.

Two activities of weight 60 and 40, each with milestones of 30 and 70, an even plan over the twelve months of 1405 that costs
1,200 rials each. Read on 2 Azar, judged at the end of Aban:

planned   8/12 = 66.67 %
activity 1   Mehr 0.3 × 50 = 15;  Aban 0.3 × 100 + 0.7 × 40 = 58
activity 2   Aban 0.3 × 50 = 15
done      Mehr 0.6 × 15 = 9;  Aban 0.6 × 58 + 0.4 × 15 = 40.80, that is 25.87 points behind: red
PV 2 × 800 = 1,600;  EV 1,200 × 0.58 + 1,200 × 0.15 = 876;  AC 800
SPI 876/1,600 = 0.5475;  CPI 876/800 = 1.095;  EAC 2,400 × 800/876 = 2,191.8
pace 40.80 − 9 = 31.80 a month; 59.20 are left, two months of that: Dey; to be in time 59.20/4 = 14.80 each month
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal as D
from typing import Any

import pytest

from core import clock
from core.jobs import services as jobs
from programs.models import Programme
from tests.factories.programs import NOW, ProgrammeFactory, month
from tests.factories.readings import ReadingFactory, line, milestones


@pytest.fixture(autouse=True)
def today(request: pytest.FixtureRequest, settings: Any, tmp_path: Any) -> Iterator[None]:
    """It is 2 Azar 1405, whenever the tests run. Files lie with the world of the module, or in a folder of the test."""
    if "make_once" not in request.fixturenames:
        settings.MEDIA_ROOT = tmp_path
    settings.STAFF_MFA = False
    with clock.shifted(NOW - clock.now()):
        yield


@pytest.fixture(scope="module")
def read_programme(make_once: Any) -> Programme:
    """The programme of the sums above, its states worked out; once for all tests of a module."""
    made: Programme = make_once(read)
    return made


@pytest.fixture
def programme(read_programme: Programme) -> Programme:
    """The programme of the sums above, of this test alone."""
    return deepcopy(read_programme)


def read() -> Programme:
    """A programme with its readings, on 2 Azar 1405."""
    with clock.shifted(NOW - clock.now()):
        found = ProgrammeFactory.in_status("ACTIVE", "power", name="پست برق سلطانیه")
        one, two, three, _four = milestones(found)
        ReadingFactory.approved(one, month(7), percent=D(50))
        ReadingFactory.approved(one, month(8), percent=D(100))
        ReadingFactory.approved(two, month(8), percent=D(40))
        ReadingFactory.approved(three, month(8), percent=D(50))
        ReadingFactory.approved(line(found), month(8), allocated=900, paid=800)
        drain()
    return found


def drain() -> None:
    """Let the workers do what was asked for."""
    jobs.drain(kinds=("dashboards.snapshots", "dashboards.refresh"))
