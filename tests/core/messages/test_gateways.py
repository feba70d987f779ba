"""Gateways without a wire."""

from __future__ import annotations

import io
import sys

import pytest

from core.messages.gateways import GATEWAYS, NotSent
from core.messages.models import Message


def test_the_console_shows_the_whole_text_with_its_code(capsys):
    message = Message(channel="sms", to="09121234567", text="کد: ••••••", secret_text="کد: 123456", key="k")
    answer = GATEWAYS["console"].send(message)
    shown = capsys.readouterr().out
    assert "09121234567" in shown and "123456" in shown and answer.provider_id == str(message.pk)


def test_a_closed_console_is_a_gateway_that_is_down(monkeypatch):
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    with pytest.raises(NotSent):
        GATEWAYS["console"].send(Message(channel="sms", to="0", text="x", key="k"))


@pytest.mark.parametrize("name", ["inbox", "portal"])
def test_where_the_row_is_the_delivery_it_has_arrived(name):
    assert GATEWAYS[name].row_is_delivery and GATEWAYS[name].send(Message(key="k")).delivered
