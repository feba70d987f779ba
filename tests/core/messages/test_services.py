"""What is written into the outbox, and that it is written once."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.db import IntegrityError, transaction

from core import clock
from core.audit.models import Entry
from core.errors import PermissionRefused, WrongState
from core.jobs import services as jobs
from core.jobs.models import Job
from core.messages import registry, services
from core.messages.choices import MessageStatus
from core.messages.gateways import NoAnswer, Refused
from core.messages.models import Message
from core.messages.selectors import inbox, messages_of, unread_count

pytestmark = pytest.mark.django_db


def receipt(to, now, key="receipt:1", **options):
    params = {"name": "سارا محمدی", "code": "ZNJ-4F7K-29"}
    return services.send(template="test.receipt", to=to, params=params, key=key, now=now, **options)


def test_in_the_demo_the_row_is_the_delivery_and_needs_no_worker(sara, now):
    sms, mail = receipt(sara, now)
    assert {sms.status, mail.status} == {MessageStatus.DELIVERED}
    assert (sms.channel, sms.to, mail.channel, mail.to) == ("sms", "09121234567", "email", "sara@example.ir")
    assert sms.sent_at == sms.delivered_at == now and not Job.objects.exists()
    assert list(inbox("09121234567")) == [sms]


def test_a_code_keeps_its_order_between_persian_words(sara, now):
    sms, mail = receipt(sara, now)
    assert sms.text == "\u2068سارا محمدی\u2069، کد شما \u2068ZNJ-4F7K-29\u2069 است."
    assert mail.subject == "رسید \u2068ZNJ-4F7K-29\u2069"


def test_the_same_key_is_written_and_sent_once(sara, now, gateway):
    first = receipt(sara, now)
    again = receipt(sara, now)
    assert again == first and Message.objects.count() == 2
    jobs.drain(now=now)
    receipt(sara, now)
    jobs.drain(now=now)
    assert len(gateway.sent) == 2
    receipt(sara, now, key="receipt:2")
    jobs.drain(now=now)
    assert len(gateway.sent) == 4


def test_the_database_itself_allows_one_message_per_key_and_channel(sara, now):
    row = receipt(sara, now)[0]
    row.pk = None
    with pytest.raises(IntegrityError, match="outbox_once_per_key_and_channel"), transaction.atomic():
        row.save(force_insert=True)


def test_a_person_without_e_mail_gets_the_text_message_alone(sara, now):
    sara.email = ""
    assert [message.channel for message in receipt(sara, now)] == ["sms"]


@pytest.mark.parametrize(("to", "channel"), [("09350000000", "sms"), ("a@example.ir", "email")])
def test_somebody_without_an_account_is_written_to_by_address(to, channel, now, db):
    (message,) = receipt(to, now)
    assert (message.channel, message.to, message.user) == (channel, to, None)


def test_channels_can_be_narrowed(sara, now):
    assert [message.channel for message in receipt(sara, now, channels=("email",))] == ["email"]


def test_nothing_is_written_when_the_change_is_rolled_back(sara, now):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        receipt(sara, now)
        raise ZeroDivisionError
    assert not Message.objects.exists() and not Job.objects.exists()


def test_an_unknown_text_and_a_forgotten_value_are_mistakes_of_the_caller(sara, now):
    with pytest.raises(LookupError):
        services.send(template="test.nothing", to=sara, params={}, key="1", now=now)
    with pytest.raises(KeyError):
        services.send(template="test.receipt", to=sara, params={}, key="1", now=now)


def test_a_code_is_nowhere_in_the_record_and_is_forgotten_once_sent(
    sara, now, gateway, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        (message,) = services.send(
            template="test.code", to=sara, params={"code": "482913"}, key="code:1", now=clock.now()
        )
    message.refresh_from_db()
    assert gateway.sent == [(message.pk, "09121234567", "کد: \u2068482913\u2069")]
    assert message.status == MessageStatus.SENT and message.secret_text == ""
    assert "482913" not in str(Message.objects.values().get()) and "••" in message.text
    events = Message.pgh_event_model.objects.values()
    assert events and not any("482913" in str(event) for event in events)


def test_an_urgent_text_goes_out_with_the_request_and_an_ordinary_one_with_a_worker(
    sara, now, gateway, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        services.send(template="test.code", to=sara, params={"code": "1"}, key="code:1", now=clock.now())
        receipt(sara, now)
    assert len(gateway.sent) == 1
    jobs.drain(now=now)
    assert len(gateway.sent) == 3


def test_staff_send_a_lost_message_again_under_a_new_key(sara, now, gateway):
    gateway.fails = [NoAnswer("silence"), Refused("no")]
    lost = receipt(sara, now, channels=("sms",))[0]
    jobs.drain(now=now)
    with pytest.raises(PermissionRefused):
        services.resend(message_id=lost.pk, by=sara, now=now)
    sara.is_superuser = True
    second = services.resend(message_id=lost.pk, by=sara, now=now)
    jobs.drain(now=now)
    third = services.resend(message_id=second.pk, by=sara, now=now)
    jobs.drain(now=now)
    assert (second.key, third.key) == ("receipt:1#2", "receipt:1#3")
    third.refresh_from_db()
    assert third.status == MessageStatus.SENT and third.text == lost.text and len(gateway.sent) == 1
    with pytest.raises(WrongState):
        services.resend(message_id=third.pk, by=sara, now=now)
    assert Entry.objects.filter(action="outbox.message.sent_again", actor=sara).count() == 2


def test_a_code_is_never_sent_again(sara, now, gateway):
    gateway.fails = [NoAnswer("silence")]
    (lost,) = services.send(template="test.code", to=sara, params={"code": "1"}, key="code:1", now=now)
    jobs.drain(now=now)
    sara.is_superuser = True
    with pytest.raises(WrongState) as refused:
        services.resend(message_id=lost.pk, by=sara, now=now)
    assert refused.value.code == "secret"


def test_a_gateway_reports_the_arrival_once(sara, now, gateway):
    message = receipt(sara, now, channels=("sms",))[0]
    jobs.drain(now=now)
    assert services.confirm(gateway="moody", provider_id="id-1", now=now) is True
    assert services.confirm(gateway="moody", provider_id="id-1", now=now) is False
    assert services.confirm(gateway="moody", provider_id="", now=now) is False
    assert services.confirm(gateway="other", provider_id="id-1", now=now) is False
    message.refresh_from_db()
    assert (message.status, message.delivered_at) == (MessageStatus.DELIVERED, now)


def test_the_page_of_messages_shows_one_of_each_occasion_and_no_codes(sara, now, django_assert_num_queries):
    receipt(sara, now)
    services.send(template="test.note", to=sara, params={"n": 3}, key="note:3", now=now)
    services.send(template="test.code", to=sara, params={"code": "1"}, key="code:1", now=now)
    with django_assert_num_queries(1):
        shown = [(m.channel, m.template) for m in messages_of(sara)]
    assert sorted(shown) == [("email", "test.receipt"), ("portal", "test.note")]
    assert unread_count(sara) == 2
    services.mark_read(user=sara, now=now)
    assert unread_count(sara) == 0


def test_two_texts_of_one_name_and_a_text_without_words_are_refused():
    with pytest.raises(ValueError, match="twice"):
        registry.template("test.receipt", sms="x")
    with pytest.raises(ValueError, match="no text"):
        registry.template("test.empty")
    with pytest.raises(ValueError, match="no text"):
        registry.template("test.bodyless", subject="x")


@pytest.mark.parametrize(
    ("gateways", "demo", "problem"),
    [
        ({"sms": "inbox", "email": "inbox"}, True, None),
        ({"sms": "console", "email": "smtp"}, False, None),
        ({"sms": "inbox", "email": "inbox"}, False, "outbox.E002"),
        ({"sms": "smtp", "email": "inbox"}, True, "outbox.E001"),
        ({"sms": "pigeon", "email": "inbox"}, True, "outbox.E001"),
        ({}, True, "outbox.E001"),
    ],
)
def test_a_gateway_that_cannot_carry_its_channel_stops_the_start(gateways, demo, problem, settings):
    settings.MESSAGE_GATEWAYS, settings.DEMO = gateways, demo
    found = {message.id for message in run_checks() if message.id and message.id.startswith("outbox.")}
    assert found == ({problem} if problem else set())
