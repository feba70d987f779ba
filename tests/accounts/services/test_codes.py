"""One-time codes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.choices import CodePurpose
from accounts.models import OneTimeCode
from accounts.services import codes
from accounts.services.errors import CodeRefused, CodeSpent, TooManyRequests
from core import clock
from core.messages.models import Message
from tests.factories import identifiers

SIGN_IN = CodePurpose.SIGN_IN


@pytest.fixture
def phone() -> str:
    return identifiers.mobile()


def ask(phone, now=None, **fields):
    return codes.request(purpose=SIGN_IN, phone=phone, now=now or clock.now(), **fields)


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_the_code_that_was_sent_is_accepted_once(phone, last_code):
    token, now = ask(phone), clock.now()
    code = last_code(phone)
    assert codes.check(token=token, purpose=SIGN_IN, typed=code, now=now).phone == phone
    with pytest.raises(CodeSpent):
        codes.check(token=token, purpose=SIGN_IN, typed=code, now=now)


def test_after_three_wrong_tries_the_right_code_is_refused_too(phone, last_code):
    token, now = ask(phone), clock.now()
    code = last_code(phone)
    for error in (CodeRefused, CodeRefused, CodeSpent):
        with pytest.raises(error):
            codes.check(token=token, purpose=SIGN_IN, typed=wrong(code), now=now)
    with pytest.raises(CodeSpent):
        codes.check(token=token, purpose=SIGN_IN, typed=code, now=now)


@pytest.mark.parametrize(("age", "good"), [(179, True), (180, False), (181, False)])
def test_a_code_lives_a_hundred_and_eighty_seconds(phone, last_code, age, good):
    asked = clock.now()
    token = ask(phone, now=asked)
    moment = asked + timedelta(seconds=age)
    if good:
        assert codes.check(token=token, purpose=SIGN_IN, typed=last_code(phone), now=moment)
    else:
        with pytest.raises(CodeSpent):
            codes.check(token=token, purpose=SIGN_IN, typed=last_code(phone), now=moment)


def test_the_code_of_another_request_is_refused(phone, last_code):
    mine = ask(phone)
    other_phone = identifiers.mobile()
    ask(other_phone)
    with pytest.raises(CodeRefused):
        codes.check(token=mine, purpose=SIGN_IN, typed=last_code(other_phone), now=clock.now())


def test_a_code_for_one_purpose_is_worth_nothing_for_another(phone, last_code):
    token = ask(phone)
    with pytest.raises(CodeSpent):
        codes.check(token=token, purpose=CodePurpose.RESET, typed=last_code(phone), now=clock.now())


def test_a_new_code_ends_the_one_before(phone, last_code):
    token = ask(phone)
    first = last_code(phone)
    again = codes.request_again(row=OneTimeCode.objects.get(token=token), now=clock.now())
    with pytest.raises(CodeSpent):
        codes.check(token=token, purpose=SIGN_IN, typed=first, now=clock.now())
    assert codes.check(token=again, purpose=SIGN_IN, typed=last_code(phone), now=clock.now())


def test_a_phone_gets_three_codes_in_ten_minutes_and_then_waits(phone):
    now = clock.now()
    for _each in range(3):
        ask(phone, now=now)
    with pytest.raises(TooManyRequests):
        ask(phone, now=now)
    ask(identifiers.mobile(), now=now)
    ask(phone, now=now + timedelta(minutes=10))


def test_an_address_gets_thirty_codes_in_ten_minutes_for_all_phones():
    now = clock.now()
    for _each in range(30):
        ask(identifiers.mobile(), now=now, ip="192.0.2.7")
    with pytest.raises(TooManyRequests):
        ask(identifiers.mobile(), now=now, ip="192.0.2.7")
    ask(identifiers.mobile(), now=now, ip="192.0.2.8")


def test_an_unknown_phone_gets_a_message_without_a_code_and_no_code_opens(phone):
    token = ask(phone, template="accounts.unknown_phone")
    assert Message.objects.get(to=phone).template == "accounts.unknown_phone"
    with pytest.raises(CodeRefused):
        codes.check(token=token, purpose=SIGN_IN, typed="000000", now=clock.now())


def test_the_code_stands_neither_in_its_row_nor_in_the_record_of_messages(phone, last_code):
    token = ask(phone)
    code = last_code(phone)
    row = OneTimeCode.objects.get(token=token)
    assert code not in row.code_hash
    assert code not in Message.objects.get(to=phone).text


def test_codes_a_day_old_are_deleted(phone):
    now = clock.now()
    ask(phone, now=now - timedelta(days=2))
    ask(phone, now=now)
    assert codes.purge(now=now) == 1
    assert OneTimeCode.objects.count() == 1
