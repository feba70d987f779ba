"""Gateways that are down, silent or say no: never a second text without a new key (trust.md §4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import OperationalError

from core.jobs import leases
from core.jobs import services as jobs
from core.jobs.models import Job
from core.messages import delivery, services
from core.messages.choices import MessageStatus
from core.messages.gateways import NoAnswer, NotSent, Refused
from core.messages.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def message(sara, now, gateway):
    return services.send(
        template="test.receipt", to=sara, params={"name": "x", "code": "y"}, key="r", now=now, channels=("sms",)
    )[0]


def state(message):
    message.refresh_from_db()
    return message.status


def test_a_gateway_that_is_down_is_tried_again_with_growing_pauses(message, gateway, now):
    gateway.fails = [NotSent("down"), NotSent("down")]
    jobs.drain(now=now)
    assert state(message) == MessageStatus.QUEUED and message.error == "down"
    jobs.drain(now=now + timedelta(seconds=9))
    assert message.attempts == 1
    jobs.drain(now=now + timedelta(seconds=10))
    jobs.drain(now=now + timedelta(seconds=40))
    assert state(message) == MessageStatus.SENT and message.attempts == 3
    assert (len(gateway.sent), message.provider_id, message.error) == (1, "id-1", "")


def test_a_gateway_that_stays_down_ends_in_not_sent_and_the_job_is_done(message, gateway, now):
    gateway.fails = [NotSent("down")] * 50
    for hour in range(20):
        jobs.drain(now=now + timedelta(hours=hour))
    assert state(message) == MessageStatus.FAILED and message.attempts == 12
    assert Job.objects.get().status == "DONE" and gateway.sent == []


def test_a_gateway_that_says_no_is_not_asked_again(message, gateway, now):
    gateway.fails = [Refused("no such number")]
    jobs.drain(now=now)
    jobs.drain(now=now + timedelta(days=1))
    assert state(message) == MessageStatus.FAILED and message.error == "no such number" and gateway.sent == []


@pytest.mark.parametrize("failure", [NoAnswer("silence"), TimeoutError("read"), RuntimeError("a bug of the adapter")])
def test_a_gateway_that_sent_and_did_not_answer_gets_no_second_text(message, gateway, now, failure):
    failure.after_sending = True
    gateway.fails = [failure]
    for day in range(3):
        jobs.drain(now=now + timedelta(days=day))
    assert state(message) == MessageStatus.UNKNOWN and len(gateway.sent) == 1
    assert list(Message.objects.needs_a_look()) == [message]


def test_a_sender_that_died_between_asking_and_noting_leaves_unknown(message, gateway, now):
    Message.objects.filter(pk=message.pk).update(status=MessageStatus.SENDING, attempts=1)
    jobs.drain(now=now)
    assert state(message) == MessageStatus.UNKNOWN and message.error == delivery.SENDER_DIED and gateway.sent == []


def test_a_sender_frozen_past_its_lease_notes_nothing_and_the_next_does_not_send(message, gateway, now):
    job = Job.objects.get()

    send = gateway.send

    def freeze(sent):
        answer = send(sent)
        Job.objects.filter(pk=job.pk).update(lease_until=now - timedelta(days=1))
        return answer

    gateway.send = freeze
    assert jobs.work(job.pk, now=now) is None
    assert state(message) == MessageStatus.SENDING
    gateway.send = send
    jobs.drain(now=now)
    assert state(message) == MessageStatus.UNKNOWN and len(gateway.sent) == 1


def test_an_answer_that_could_not_be_noted_is_not_a_reason_to_send_again(message, gateway, now, monkeypatch):
    finish = delivery._finish

    def breaks(*args, **kwargs):
        monkeypatch.setattr(delivery, "_finish", finish)
        raise OperationalError("the database restarted")

    monkeypatch.setattr(delivery, "_finish", breaks)
    jobs.drain(now=now)
    jobs.drain(now=now + timedelta(days=1))
    assert state(message) == MessageStatus.UNKNOWN and len(gateway.sent) == 1


def test_a_code_is_not_sent_when_it_is_of_no_use_any_more(sara, gateway, now):
    (message,) = services.send(template="test.code", to=sara, params={"code": "1"}, key="c", now=now)
    jobs.drain(now=now + timedelta(seconds=181))
    assert state(message) == MessageStatus.FAILED and message.error == delivery.TOO_LATE
    assert message.secret_text == "" and gateway.sent == []


def test_a_second_worker_with_the_same_job_does_nothing(message, gateway, now):
    job = Job.objects.get()
    leases.take(job.pk, due_at=now, lease=timedelta(seconds=60), max_attempts=5)
    assert jobs.work(job.pk, now=now) is None and gateway.sent == []
