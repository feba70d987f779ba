"""Where the embedded PostgreSQL and Valkey keep their data, sockets and logs.

A server started by an ordinary user lives in `.data/`. PostgreSQL refuses to run as root, so for root it runs as the
system user `SYSTEM_USER`; when that user cannot reach the project (say below `/root`), data and a copy of the
binaries go to `/var/lib/zanjan-portal/`, and no folder of the machine is opened for it. Sockets, whose path must stay below
about 100 characters, move to a private folder of `/tmp` when the project's own path is long.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PG_PORT = 5432
"""Only the name of the socket file: the embedded server opens no network port."""
DATABASE = "portal"
SUPERUSER = "postgres"
OWNER_ROLE = "portal_owner"
APP_ROLE = "portal_app"
SYSTEM_USER = "zanjan-portal"
STAGE_DIR = Path("/var/lib/zanjan-portal")
SOCKET_PATH_LIMIT = 90


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of one project's embedded servers."""

    data_dir: Path
    cluster: Path
    socket_dir: Path
    valkey_dir: Path
    valkey_socket: Path
    logs: Path
    users_lock: Path
    """Every process that uses the servers holds a shared lock on this file; who leaves last, stops them."""
    start_lock: Path
    needs_stage: bool
    """True when PostgreSQL runs as `SYSTEM_USER` and its binaries must be copied to where that user can read them."""


def reachable_by_others(path: Path) -> bool:
    """True when a user without special rights can walk down to `path` (or to where it will be made)."""
    for folder in [path, *path.parents]:
        if folder.exists() and not folder.stat().st_mode & stat.S_IXOTH:
            return False
    return True


@cache
def current() -> Layout:
    """The layout for this project folder and this user."""
    project = Path(__file__).resolve().parent.parent.parent
    data = Path(os.environ.get("PORTAL_DATA_DIR", "") or project / ".data").absolute()
    mark = hashlib.sha256(str(data).encode()).hexdigest()[:8]
    as_root = os.geteuid() == 0
    staged = as_root and not (reachable_by_others(data.parent) and reachable_by_others(project))
    home = STAGE_DIR / mark if staged else data
    # PostgreSQL's own folder of sockets must belong to its user; Valkey's may stay with the caller.
    sockets = home / "run"
    if len(str(sockets)) > SOCKET_PATH_LIMIT:
        sockets = Path("/tmp") / f"zanjan-portal-{os.geteuid()}-{mark}"
    return Layout(
        data_dir=data,
        cluster=home / "postgres",
        socket_dir=sockets / "pg",
        valkey_dir=data / "valkey",
        valkey_socket=sockets / "valkey.sock",
        logs=data / "logs",
        users_lock=data / "services.users",
        start_lock=data / "services.start",
        needs_stage=staged,
    )
