"""The mail gateway against a mail server on a socket, in each of its moods."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from core.messages.gateways import NoAnswer, NotSent, Refused, smtp
from core.messages.models import Message

ANSWERS = {
    "EHLO": "250 here",
    "HELO": "250 here",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "RSET": "250 ok",
    "QUIT": "221 bye",
}


class MailServer(threading.Thread):
    """Speaks as much SMTP as one message needs; `said` replaces single answers, None means silence."""

    def __init__(self, **said: str | None) -> None:
        super().__init__(daemon=True)
        self.said: dict[str, str | None] = {**ANSWERS, "DATA": "354 go on", "END": "250 queued", **said}
        self.mails: list[str] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]

    def run(self) -> None:
        session, _ = self.listener.accept()
        with session, session.makefile("rw", newline="\r\n") as wire:
            if not self._say(wire, "220 mail"):
                return
            for line in wire:
                verb = line[:4].upper()
                if not self._say(wire, self.said[verb]):
                    self._wait(wire)
                    return
                if verb == "DATA":
                    self.mails.append("".join(iter(wire.readline, ".\r\n")))
                    if not self._say(wire, self.said["END"]):
                        self._wait(wire)
                        return
                if verb == "QUIT":
                    return

    def _say(self, wire: Any, text: str | None) -> bool:
        if text is not None:
            wire.write(f"{text}\r\n")
            wire.flush()
        return text is not None

    def _wait(self, wire: Any) -> None:
        """Keep the line open and say nothing until the other side hangs up."""
        wire.read()


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MailServer]]:
    servers: list[MailServer] = []
    monkeypatch.setattr(smtp, "TIMEOUT", 0.5)

    def start(**said: str | None) -> MailServer:
        servers.append(MailServer(**said))
        servers[-1].start()
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", servers[-1].port
        settings.DEFAULT_FROM_EMAIL = "Portal <portal@example.ir>"
        return servers[-1]

    yield start
    for one in servers:
        one.listener.close()
        one.join(timeout=5)


@pytest.fixture
def mail() -> Message:
    return Message(channel="email", to="sara@example.ir", subject="رسید", text="متن پیام", key="k")


def test_a_mail_goes_out_with_the_messages_own_number(server, mail):
    running = server()
    answer = smtp.SmtpGateway().send(mail)
    running.join(timeout=5)
    (text,) = running.mails
    assert answer.provider_id == f"<{mail.pk}@example.ir>" and answer.provider_id in text
    assert "To: sara@example.ir" in text and not answer.delivered


def test_no_server_is_certainly_not_sent(settings, mail):
    with socket.create_server(("127.0.0.1", 0)) as free:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free.getsockname()[1]
    with pytest.raises(NotSent):
        smtp.SmtpGateway().send(mail)


@pytest.mark.parametrize(
    ("said", "failure"),
    [
        ({"RCPT": "550 no such mailbox"}, Refused),
        ({"RCPT": "450 later"}, NotSent),
        ({"MAIL": "451 later"}, NotSent),
        ({"MAIL": "530 who are you"}, Refused),
        ({"END": "554 spam"}, Refused),
        ({"END": "452 full"}, NotSent),
        ({"END": None}, NoAnswer),
    ],
)
def test_each_answer_of_the_server_is_understood(said, failure, server, mail):
    server(**said)
    with pytest.raises(failure):
        smtp.SmtpGateway().send(mail)
