"""Requests that race cannot get more tries than the three, nor use one code twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from accounts.models import OneTimeCode
from accounts.services import codes
from accounts.services.errors import CodeRefused, CodeSpent, TooManyRequests
from core import clock
from tests.factories import identifiers

RACERS = 6


def race(work):
    """What each of the racers met: the name of the error, or "done"."""
    start = Barrier(RACERS)

    def run(_number):
        try:
            start.wait()
            work()
            return "done"
        except (CodeRefused, CodeSpent, TooManyRequests) as error:
            return type(error).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(RACERS) as pool:
        return sorted(pool.map(run, range(RACERS)))


@pytest.mark.django_db(transaction=True)
def test_six_wrong_tries_at_once_count_as_three_and_no_more(last_code):
    phone = identifiers.mobile()
    token = codes.request(purpose="sign_in", phone=phone, now=clock.now())
    wrong = f"{(int(last_code(phone)) + 1) % 1_000_000:06d}"
    met = race(lambda: codes.check(token=token, purpose="sign_in", typed=wrong, now=clock.now()))
    assert met == ["CodeRefused"] * 2 + ["CodeSpent"] * 4
    assert OneTimeCode.objects.get(token=token).attempts == 3


@pytest.mark.django_db(transaction=True)
def test_the_right_code_typed_in_six_tabs_at_once_opens_once(last_code):
    phone = identifiers.mobile()
    token = codes.request(purpose="sign_in", phone=phone, now=clock.now())
    right = last_code(phone)
    met = race(lambda: codes.check(token=token, purpose="sign_in", typed=right, now=clock.now()))
    assert met == ["CodeSpent"] * 5 + ["done"]


@pytest.mark.django_db(transaction=True)
def test_six_who_ask_for_a_code_to_one_phone_at_once_get_three():
    phone = identifiers.mobile()
    met = race(lambda: codes.request(purpose="sign_in", phone=phone, now=clock.now()))
    assert met == ["TooManyRequests"] * 3 + ["done"] * 3
