"""What is set aside is told to those who look after the portal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.jobs import registry
from core.jobs import services as jobs
from core.messages.models import Message

pytestmark = pytest.mark.django_db


def test_administrators_find_a_parked_job_among_their_messages(sara, now, monkeypatch):
    def fails(context):
        raise ValueError("broken")

    monkeypatch.setattr(registry, "HANDLERS", dict(registry.HANDLERS))
    registry.handler("test.fails")(fails)
    sara.is_superuser = True
    sara.save()
    job = jobs.request(kind="test.fails", key="1", now=now)
    for day in range(6):
        jobs.drain(now=now + timedelta(days=day))
    (message,) = Message.objects.filter(template="jobs.parked")
    assert (message.user, message.channel, message.status) == (sara, "portal", "DELIVERED")
    assert "test.fails" in message.text and str(job.pk) in message.text
