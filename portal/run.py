"""`make run`: the whole portal from one command, and all of it stopped by Ctrl-C.

usage: python -m portal.run [--forget | --rehearse CALL]
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

from honcho.manager import Manager
from honcho.printer import Printer

from portal.env import BASE_DIR, Environment
from portal.services import ServiceError, forget, using

PYTHON = sys.executable
STOPPED_BY_SIGNAL = (130, 143)
WELCOME_SECONDS = 60


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


def prepare() -> None:
    """Bring the database to the present shape and give an empty one the demo world."""
    say("→ bringing the database up to date")
    manage("migrate", "--verbosity", "0")
    if Environment().flag("DEMO", default=True):
        say("→ loading the demo world when the database is empty")
        manage("load_demo", "--if-empty")


def processes(host: str, port: int) -> dict[str, str]:
    """Name → command of what runs for as long as the portal does (the Procfile, with this interpreter and address)."""
    found: dict[str, str] = {}
    for line in (BASE_DIR / "Procfile").read_text().splitlines():
        name, _, command = line.partition(":")
        if command.strip() and not name.startswith("#"):
            found[name.strip()] = (
                command.strip()
                .replace("$HOST", host)
                .replace("$PORT", str(port))
                .replace("$BIN", str(Path(PYTHON).parent))
            )
    return found


def serve(host: str, port: int) -> int:
    """Run web, worker and beat until one ends or a signal comes; returns the exit code (0 when a person stopped it)."""
    manager = Manager(Printer(sys.stdout))
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for name, command in processes(host, port).items():
        manager.add_process(name, command, quiet=False, env=environment, cwd=str(BASE_DIR))
    threading.Thread(target=welcome, args=(host, port), daemon=True).start()
    manager.loop()
    return 0 if manager.returncode in STOPPED_BY_SIGNAL else int(manager.returncode or 0)


def welcome(host: str, port: int) -> None:
    """Print the address and the demo sign-ins as soon as the web server answers."""
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    for _attempt in range(WELCOME_SECONDS * 5):
        try:
            with urllib.request.urlopen(f"{address}healthz/live", timeout=2):  # noqa: S310 - our own address
                break
        except OSError:
            time.sleep(0.2)
    else:
        return
    say(f"\n  The portal is ready: {address}\n")
    if Environment().flag("DEMO", default=True):
        manage("load_demo", "--sign-ins")
    say("  Ctrl-C stops it; the data stays.\n")


def rehearse(call: str) -> int:
    """Walk a demo call through the real services (`make rehearsal`)."""
    prepare()
    return subprocess.run([PYTHON, "manage.py", "rehearse", call], cwd=BASE_DIR).returncode


def _stop(number: int, frame: object) -> None:
    """SIGTERM during the start ends like Ctrl-C: what was started is stopped."""
    raise KeyboardInterrupt


def main(arguments: list[str]) -> int:
    """Start everything, or forget the data."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    try:
        if "--forget" in arguments:
            forget()
            say("The data of the embedded servers is forgotten.")
            return 0
        signal.signal(signal.SIGTERM, _stop)
        if "--rehearse" in arguments:
            environment = Environment()
            with using(database=environment.embedded_database, redis=environment.embedded_redis):
                return rehearse(arguments[arguments.index("--rehearse") + 1])
        host, port = address()
        refuse_taken_port(host, port)
        environment = Environment()
        say("→ starting PostgreSQL and Valkey")
        with using(database=environment.embedded_database, redis=environment.embedded_redis):
            prepare()
            return serve(host, port)
    except ServiceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
