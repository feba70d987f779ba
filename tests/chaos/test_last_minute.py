"""No application is lost in the last minute (trust.md R1), in small; `make bench-last-minute` is the same with 2,000 people.

Through a real web server, one of whose workers is killed, while the database throws everybody out.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from accounts.choices import DocumentKind
from allocations.choices import ApplicationStatus
from allocations.models import Application, Receipt
from allocations.services.rule_rows import GroupSpec, PaperSpec
from tests.chaos.conftest import wait
from tests.factories.accounts import UserFactory
from tests.factories.allocations import CallFactory
from tests.support.rush import Person, WebServer, rush, signed_in

pytestmark = [pytest.mark.chaos, pytest.mark.django_db(transaction=True)]

PEOPLE, CLIENTS, SECONDS = 40, 20, 4.0
GROUPS = (GroupSpec("women", "بانوان"),)
PAPERS = (PaperSpec("women", DocumentKind.CRAFT_CARD, "کارت", group="women"),)
"""A paper that nobody here has to hand in: making a photo anew for each would take most of the time."""


@pytest.fixture
def web(transactional_db: None, tmp_path: Path) -> Iterator[WebServer]:
    server = WebServer(
        tmp_path / "web.log",
        workers=2,
        DJANGO_SETTINGS_MODULE="tests.chaos.web_settings",
        CHAOS_DATABASE=str(connection.settings_dict["NAME"]),
    )
    yield server
    server.stop()


def throw_everybody_out(but: int) -> None:
    """What a restart of the database does to those who work with it, without stopping it for the other tests."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid NOT IN (pg_backend_pid(), %s)",
            [but],
        )
        assert cursor.fetchone()[0] > 0
    connection.close()


def test_every_receipt_is_one_row_though_workers_die_and_the_database_throws_everybody_out(web: WebServer) -> None:
    stage = CallFactory.published(groups=GROUPS, papers=PAPERS)
    users = [UserFactory() for _ in range(PEOPLE)]
    people = [
        Person(stage.application(user).tracking_code, signed_in(user), SECONDS * number / PEOPLE)
        for number, user in enumerate(users)
    ]
    wait(web.answers, 60, "the start of the web server")

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (mine,) = cursor.fetchone()

    def disturb(begun: float) -> None:
        time.sleep(1.0)
        web.kill_a_worker()
        time.sleep(1.0)
        throw_everybody_out(but=mine)

    rush(people, web.port, CLIENTS, disturb)

    answers = sum((one.answers for one in people), Counter())
    assert answers["500"] == 0, answers
    assert set(answers) <= {"302", "200", "503", "none"}, answers
    assert [one.track for one in people if not one.receipt] == []
    rows = dict(Receipt.objects.values_list("code", "application__tracking_code"))
    assert {one.receipt: one.track for one in people} == rows
    assert len(rows) == PEOPLE
    assert set(Application.objects.values_list("status", flat=True)) == {ApplicationStatus.SUBMITTED}
    assert answers["none"] + answers["503"] > 0, "nobody noticed anything: then nothing was tried"
