"""`make run`: what it starts, how it ends, what it says when a server that was named cannot be used."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from accounts.demo_cast import PEOPLE, sign_ins
from portal import run
from portal.env import Environment
from portal.services import ServiceError, layout, refuse_unusable_database, refuse_unusable_queue

PROJECT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "a-password-nobody-may-read"


def test_each_part_replaces_its_shell_and_takes_folders_with_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `exec` a signal would end the shell and leave the part; an unquoted folder would be two words."""
    monkeypatch.setattr(run, "PYTHON", "/home/a person/.venv/bin/python")
    parts = {name: shlex.split(command) for name, command in run.processes("::1", 8123).items()}
    assert list(parts) == ["web", "worker", "beat"]
    assert {words[0] for words in parts.values()} == {"exec"}
    assert parts["web"][1] == "/home/a person/.venv/bin/granian"
    assert parts["web"][parts["web"].index("--port") + 1] == "8123"
    assert parts["beat"][parts["beat"].index("--schedule") + 1] == f"{layout.current().data_dir}/beat-schedule"
    assert not any("$" in word for words in parts.values() for word in words)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
@pytest.mark.parametrize("answer", ["200 OK", "400 Bad Request", "301 Moved Permanently"])
def test_the_address_is_told_once_the_server_answers_whatever_it_says(
    host: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        pid = os.fork()
        if not pid:  # pragma: no cover - the web server's part
            asking, _ = server.accept()
            asking.recv(1000)
            asking.sendall(
                f"HTTP/1.1 {answer}\r\nLocation: https://elsewhere.invalid/\r\nContent-Length: 0\r\n\r\n".encode()
            )
            os._exit(0)
        run.welcome(host, port, sign_ins())
        os.waitpid(pid, 0)
    said = capsys.readouterr().out
    assert f"The portal is ready: http://127.0.0.1:{port}/" in said
    assert all(f"{person.national_code}  {person.role}" in said for person in PEOPLE)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_every_part_and_is_no_failure(number: signal.Signals) -> None:
    with portal({"one": "exec sleep 600", "two": "sleep 600 & sleep 600"}) as process:
        pids = started(process, 2)
        process.send_signal(number)
        assert process.wait(timeout=20) == 0
    assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []


def test_all_stops_when_nobody_reads_what_it_says() -> None:
    """`make run | head`, or a window that was closed without a signal."""
    with portal({"one": "exec sleep 600", "two": "while sleep 0.1; do echo line; done"}) as process:
        pids = started(process, 2)
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(timeout=20) == 0
    assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []


def test_a_signal_lets_a_part_finish_what_it_does(tmp_path: Path) -> None:
    """Only the first process of a part is told: a worker's children end their job, and are not cut off in it."""
    job = tmp_path / "job"
    child = f"trap 'echo cut off > {job}; exit' TERM; echo begun > {job}; for i in 1 2 3 4 5 6 7 8; do sleep 0.1; done; echo done > {job}"
    with portal({"worker": f"trap 'wait $!; exit 0' TERM; sh -c {shlex.quote(child)} & wait $!"}) as process:
        started(process, 1)
        until(job.exists)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert job.read_text() == "done\n"


def test_a_part_that_ends_by_itself_ends_the_others_with_a_sentence() -> None:
    with portal({"one": "exec sleep 600", "two": "exit 0"}) as process:
        pids = started(process, 2)
        assert process.wait(timeout=20) == 1
        assert process.stderr is not None
        assert process.stderr.read().startswith("error: a part of the portal ended by itself")
    assert [pid for pid in pids if Path(f"/proc/{pid}").exists()] == []


@contextmanager
def portal(parts: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """`python -m portal.run` from where the servers are up, with other parts than the real ones."""
    source = f"""
        import sys
        from contextlib import nullcontext
        from portal import run
        run.processes = lambda host, port: {parts!r}
        run.welcome = lambda host, port, told: None
        run.servers, run.refuse_taken_port = nullcontext, lambda host, port: None
        run.make_ready = lambda **steps: False
        run.STOP_SECONDS = 3
        sys.exit(run.main([]))
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(source)],
        cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        # Under nohup the suite ignores this signal, and its children would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # noqa: PLW1509 - no other thread at work here
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=20)


def started(process: subprocess.Popen[str], count: int) -> list[int]:
    """Process ids of the parts, as soon as all of them are said to run."""
    assert process.stdout is not None
    pids: list[int] = []
    while len(pids) < count:
        line = process.stdout.readline()
        assert line, "the portal ended before its parts were up"
        pids += [int(pid) for pid in re.findall(r"started \(pid=(\d+)\)", line)]
    return pids


def until(holds: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_database_nobody_serves_is_one_sentence_without_the_password() -> None:
    entry = {"ENGINE": "django.db.backends.postgresql", "NAME": "estates", "USER": "app", "PASSWORD": PASSWORD,
             "HOST": "127.0.0.1", "PORT": free_port()}  # fmt: skip
    with pytest.raises(
        ServiceError, match=r"^The PostgreSQL server of DATABASE_URL cannot be used: .*refused"
    ) as refused:
        refuse_unusable_database("DATABASE_URL", entry, makes_tables=False)
    assert PASSWORD not in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("entry", [{}, {"ENGINE": "django.db.backends.mysql", "NAME": "estates"}])
def test_what_is_no_postgresql_is_one_sentence(entry: dict[str, str]) -> None:
    with pytest.raises(ServiceError, match="is not the address of a PostgreSQL database"):
        refuse_unusable_database("DATABASE_URL", entry, makes_tables=False)


@pytest.mark.django_db
def test_the_role_of_migrations_must_be_able_to_make_tables() -> None:
    owner = connection.settings_dict
    app = {**Environment({**os.environ, "PORTAL_DB_ROLE": "app"}).database(), "NAME": owner["NAME"]}
    refuse_unusable_database("DATABASE_OWNER_URL", owner, makes_tables=True)
    refuse_unusable_database("DATABASE_URL", app, makes_tables=False)
    with pytest.raises(ServiceError, match="may not make tables"):
        refuse_unusable_database("DATABASE_OWNER_URL", app, makes_tables=True)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_knows_no_persian_letters_is_refused() -> None:
    """Under the character type C trigrams of Persian are empty: every search would find nothing, without an error."""
    name = f"{connection.settings_dict['NAME']}_c"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C'"
        )
        try:
            with pytest.raises(ServiceError, match="Persian letters are no letters"):
                refuse_unusable_database("DATABASE_URL", {**connection.settings_dict, "NAME": name}, makes_tables=False)
        finally:
            cursor.execute(f"DROP DATABASE {name}")


def test_a_queue_that_cannot_be_used_is_one_sentence_without_the_password() -> None:
    for url in (f"redis://:{PASSWORD}@127.0.0.1:{free_port()}/0", "nonsense", "redis://host:port/0"):
        with pytest.raises(ServiceError, match=r"^The Redis or Valkey server of REDIS_URL cannot be used: ") as refused:
            refuse_unusable_queue("REDIS_URL", url)
        assert PASSWORD not in str(refused.value)
        assert "\n" not in str(refused.value)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
