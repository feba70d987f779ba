"""`make run`: the whole portal from one command, and all of it stopped by Ctrl-C.

usage: python -m portal.run [--forget | --rehearse CALL]
"""

from __future__ import annotations

import http.client
import io
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import honcho.manager
from honcho.compat import ProcessManager
from honcho.printer import Printer

from portal.env import BASE_DIR, Environment
from portal.readiness import make_ready
from portal.services import (
    ServiceError,
    forget,
    layout,
    make_data_folder,
    refuse_unusable_database,
    refuse_unusable_queue,
    using,
)

PYTHON = sys.executable
STOPPED_BY_SIGNAL = (130, 143)
WELCOME_SECONDS = 60
STOP_SECONDS = 20
MOST_THREADS = 8
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to look from this machine


def say(text: str) -> None:
    """One line for the person at the terminal."""
    print(text, flush=True)


def address() -> tuple[str, int]:
    """Host and port to listen on; refuses what is not a port."""
    host = os.environ.get("HOST", "") or "127.0.0.1"
    given = os.environ.get("PORT", "") or "8000"
    if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= 65535:
        raise ServiceError(f"PORT={given} is not a port number (1 to 65535).")
    return host, int(given)


def refuse_taken_port(host: str, port: int) -> None:
    """Say so before anything is started, not after."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ServiceError(
                f"Port {port} on {host} cannot be used ({error.strerror}). Choose another: PORT={port + 1} make run"
            ) from error


def manage(*arguments: str) -> None:
    """Run one management command as a step; its failure ends the start."""
    done = subprocess.run([PYTHON, "manage.py", *arguments], cwd=BASE_DIR)
    if done.returncode != 0:
        raise ServiceError(f"the step `manage.py {' '.join(arguments)}` failed; see the lines above.")


def refuse_unusable_servers(environment: Environment) -> None:
    """Servers that were named must answer, in both roles, before anything is started."""
    if not environment.embedded_database:
        for role, setting in (("owner", "DATABASE_OWNER_URL"), ("app", "DATABASE_URL")):
            entry = Environment({**os.environ, "PORTAL_DB_ROLE": role}).database()
            named = setting if os.environ.get(setting) else "DATABASE_URL"
            refuse_unusable_database(named, entry, makes_tables=role == "owner")
    if not environment.embedded_redis:
        refuse_unusable_queue("REDIS_URL", environment.redis_url())
    if os.environ.get("CACHE_URL"):
        refuse_unusable_queue("CACHE_URL", environment.cache_url())


@contextmanager
def servers() -> Iterator[None]:
    """PostgreSQL and Redis inside the block: those that were named, else the embedded ones."""
    environment = Environment()
    refuse_unusable_servers(environment)
    database, redis = environment.embedded_database, environment.embedded_redis
    say(f"→ {'starting PostgreSQL' if database else 'using the PostgreSQL server of DATABASE_URL'}")
    say(f"→ {'starting Valkey' if redis else 'using the Redis server of REDIS_URL'}")
    make_data_folder()
    with using(database=database, redis=redis):
        yield


def processes(host: str, port: int) -> dict[str, str]:
    """Name → command of what runs for as long as the portal does (the Procfile, with this interpreter and address)."""
    values = {
        "HOST": host,
        "PORT": str(port),
        "BIN": str(Path(PYTHON).parent),
        "DATA": str(layout.current().data_dir),
        "THREADS": str(min(MOST_THREADS, 2 * (os.cpu_count() or 1) + 1)),
    }
    found: dict[str, str] = {}
    for line in (BASE_DIR / "Procfile").read_text().splitlines():
        name, _, command = line.partition(":")
        if command.strip() and not name.startswith("#"):
            words = (re.sub(r"\$([A-Z]+)", lambda one: values[one[1]], word) for word in command.split())
            found[name.strip()] = f"exec {shlex.join(words)}"
    return found


class Politely(ProcessManager):  # type: ignore[misc]
    """Asks the first process of each part to stop: it ends its own children when their work is done."""

    def terminate(self, pid: int) -> None:
        """SIGTERM to one process; honcho kills the whole group when that takes more than `STOP_SECONDS`."""
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)


class Terminal(io.TextIOBase):
    """Standard output for as long as somebody reads it. When nobody does any more (a closed window, `| head`), all stops."""

    def isatty(self) -> bool:
        """True where colours are shown."""
        return sys.stdout.isatty()

    def write(self, text: str) -> int:
        """Pass it on, or begin to stop."""
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError:
            _hang_up(signal.SIGHUP, None)
        return len(text)


def serve(host: str, port: int, *, with_demo: bool) -> int:
    """Run web, worker and beat until a signal comes (0) or one of them ends by itself (refused with a sentence)."""
    honcho.manager.KILL_WAIT = STOP_SECONDS
    manager = honcho.manager.Manager(Printer(Terminal()))
    manager._procmgr = Politely()
    # Celery warns root of messages that are programs; ours are JSON.
    quiet = "ignore:You're running the worker with superuser privileges"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": os.environ.get("PYTHONWARNINGS", quiet)}
    for name, command in processes(host, port).items():
        manager.add_process(name, command, quiet=False, env=environment, cwd=str(BASE_DIR))
    told = demo_sign_ins() if with_demo else []
    threading.Thread(target=welcome, args=(host, port, told), daemon=True).start()
    manager.loop()
    if manager.returncode not in STOPPED_BY_SIGNAL:
        raise ServiceError("a part of the portal ended by itself; see the lines above. The others were stopped.")
    return 0


def demo_sign_ins() -> Sequence[str]:
    """How to sign in to the demo world."""
    # Its roles load Django's models: a start that has to refuse says so sooner without them.
    from accounts.demo_cast import sign_ins

    return sign_ins()


def welcome(host: str, port: int, told: Sequence[str] = ()) -> None:
    """Print the address as soon as the web server answers, and what else is `told` then."""
    near = ANY_ADDRESS.get(host, host)
    for _attempt in range(WELCOME_SECONDS * 5):
        try:
            asking = http.client.HTTPConnection(near, port, timeout=2)
            asking.request("GET", "/healthz/live")
            asking.getresponse().close()
            break
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
    else:
        return
    say(f"\n  The portal is ready: http://{f'[{near}]' if ':' in near else near}:{port}/")
    for line in told:
        say(f"  {line}")
    say("  Ctrl-C stops it; the data stays.\n")


def rehearse(call: str) -> int:
    """Walk a demo call through the real services (`make rehearsal`)."""
    make_ready(say=say, manage=manage)
    return subprocess.run([PYTHON, "manage.py", "rehearse", call], cwd=BASE_DIR).returncode


def _stop(number: int, frame: object) -> None:
    """SIGTERM during the start ends like Ctrl-C: what was started is stopped."""
    raise KeyboardInterrupt


def _hang_up(number: int, frame: object) -> None:
    """The terminal is gone: nothing can be printed any more, and everything stops as with SIGTERM."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    os.kill(os.getpid(), signal.SIGTERM)


def listen_to_signals() -> None:
    """SIGTERM and a closed terminal stop the portal like Ctrl-C; under `nohup` a closed terminal means nothing."""
    signal.signal(signal.SIGTERM, _stop)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, _hang_up)


def main(arguments: list[str]) -> int:
    """Start everything, or forget the data."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    try:
        if "--forget" in arguments:
            forget()
            say("The data of the embedded servers is forgotten.")
            return 0
        listen_to_signals()
        if "--rehearse" in arguments:
            with servers():
                return rehearse(arguments[arguments.index("--rehearse") + 1])
        host, port = address()
        refuse_taken_port(host, port)
        with servers():
            return serve(host, port, with_demo=make_ready(say=say, manage=manage))
    except ServiceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
