"""The last minute of a call (trust.md R1): many people hand in at once through a real web server that is being killed.

`hands_in` is one person with a browser: he sends the last page of his form, tries again when nobody answers or the portal
rests (503), and keeps what the receipt says. `WebServer` is granian with workers that can be killed.
"""

from __future__ import annotations

import http.client
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from django.test import Client

from accounts.models import User

PROJECT = Path(__file__).resolve().parents[2]
FORM = "/applications/{track}/form/declaration/"
RECEIPT = re.compile(r"RS-[0-9]{4}-[2-9A-HJKMNP-Z]{7}")
PATIENCE = 90.0
"""Seconds after which somebody gives up."""
PAUSE = 0.5


@dataclass
class Person:
    """Somebody whose form is complete, signed in, with the last page open."""

    track: str
    session: str
    starts: float
    """Seconds after the beginning of the rush at which he presses the button."""
    seconds: list[float] = field(default_factory=list)
    """How long each answer took that came."""
    answers: Counter[str] = field(default_factory=Counter)
    """How often each status came; "none" where the connection broke."""
    receipt: str = ""
    """Code on the receipt he got in the end."""


def signed_in(user: User) -> str:
    """The session cookie of somebody who signed in."""
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client.cookies["sessionid"].value


def hands_in(person: Person, port: int, begun: float) -> None:
    """Press the button, again and again until there is a receipt or a refusal."""
    time.sleep(max(0.0, begun + person.starts - time.monotonic()))
    token = secrets.token_hex(16)
    body = urlencode({"agreed": "on", "no_other_unit": "on", "csrfmiddlewaretoken": token})
    cookies = f"sessionid={person.session}; csrftoken={token}"
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        status, where, page = _ask(person, port, "POST", FORM.format(track=person.track), body, cookies)
        if status == 302:
            status, _where, page = _ask(person, port, "GET", where, "", cookies)
            if status == 200:
                person.receipt = RECEIPT.findall(page)[0]
                return
        if status not in (0, 302, 503):
            return
        time.sleep(PAUSE)


def _ask(person: Person, port: int, method: str, path: str, body: str, cookies: str) -> tuple[int, str, str]:
    """Status (0: the connection broke), where it leads, and the page."""
    begun = time.monotonic()
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", "Host": "localhost"}
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request(method, path, body if method == "POST" else None, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
    except (OSError, http.client.HTTPException):
        person.answers["none"] += 1
        return 0, "", ""
    person.seconds.append(time.monotonic() - begun)
    person.answers[str(answer.status)] += 1
    return answer.status, answer.headers.get("Location", ""), page


def rush(people: Sequence[Person], port: int, clients: int, disturb: Callable[[float], None]) -> None:
    """Everybody hands in at his moment, at most `clients` at once, while `disturb` (which gets the beginning) does its worst."""
    begun = time.monotonic()
    with ThreadPoolExecutor(clients + 1) as crowd:
        trouble = crowd.submit(disturb, begun)
        ends = [crowd.submit(hands_in, one, port, begun) for one in sorted(people, key=lambda one: one.starts)]
        for end in ends:
            end.result()
        trouble.result()


class WebServer:
    """granian with workers of its own, as docs/deployment.md starts it, on a free port."""

    def __init__(self, log: Path, *, workers: int, **environment: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = int(probe.getsockname()[1])
        self.workers = workers
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--blocking-threads", "4"]
        options += ["--workers", str(workers), "--respawn-failed-workers", "--respawn-interval", "0.2"]
        with open(log, "wb") as output:
            self._process = subprocess.Popen(
                [str(Path(sys.executable).parent / "granian"), *options, "--no-access-log", "portal.wsgi:application"],
                cwd=PROJECT, stdout=output, stderr=output, env={**os.environ, **environment}, start_new_session=True,
            )  # fmt: skip

    def answers(self) -> bool:
        """True when a page can be had."""
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            connection.request("GET", "/healthz/ready", headers={"Host": "localhost"})
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False

    def kill_a_worker(self) -> int:
        """kill -9 the oldest worker, whatever it is doing; its process number."""
        oldest = min(self._workers())
        os.kill(oldest, signal.SIGKILL)
        return oldest

    def _workers(self) -> list[int]:
        """Children of the first process that run the application (one of them may only keep count of resources)."""
        main = self._process.pid
        children = Path(f"/proc/{main}/task/{main}/children").read_text().split()
        return [int(pid) for pid in children if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def stop(self) -> None:
        """SIGTERM, and an end in any case."""
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
