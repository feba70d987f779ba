"""The form in several tabs at once; apart from the other steps, since what is committed here must not meet their call."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from allocations.models import Receipt, SubmissionVersion
from tests.allocations.views.form import step
from tests.factories.accounts import UserFactory
from tests.factories.allocations import CallFactory


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_hand_in_at_once_get_the_same_receipt(browser: Any) -> None:
    user = UserFactory()
    application = CallFactory.published(plots=1).application(user)
    tabs = [browser(user) for _ in range(4)]
    answers: list[Any] = []

    def send(tab: Client) -> None:
        try:
            answers.append(tab.post(step(application, "declaration"), {"agreed": "on", "no_other_unit": "on"}))
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[tab]) for tab in tabs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [302] * 4
    assert Receipt.objects.count() == SubmissionVersion.objects.count() == 1
