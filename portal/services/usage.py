"""Who uses the embedded servers, and when they may stop."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from portal.services import layout, postgres, valkey
from portal.services.errors import ServiceError


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process asked for, and which of it this process had to start."""

    started_postgres: bool
    started_valkey: bool


def make_data_folder() -> Path:
    """The folder of files, logs and the timetable, made when it is missing; embedded servers or not."""
    folder = layout.current().data_dir
    with _refusing_what_cannot_be_written(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return folder


@contextmanager
def _refusing_what_cannot_be_written(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ServiceError(
            f"The data folder {folder} cannot be written ({error.strerror}). It may belong to another user."
        ) from error


def _open(path: Path) -> IO[str]:
    with _refusing_what_cannot_be_written(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        return open(path, "a")


@contextmanager
def _one_at_a_time(place: layout.Layout) -> Iterator[None]:
    with _open(place.start_lock) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def using(*, database: bool, redis: bool) -> Iterator[Usage]:
    """Have the embedded servers that are asked for running inside the block; nothing happens for those that are not.

    Raises `ServiceError` with a sentence for the terminal when one cannot be started.
    """
    if not (database or redis):
        yield Usage(False, False)
        return
    place = layout.current()
    users = _open(place.users_lock)
    fcntl.flock(users, fcntl.LOCK_SH)
    try:
        with _one_at_a_time(place), ThreadPoolExecutor(2) as side_by_side:
            starts = [side_by_side.submit(_start, *one) for one in ((postgres, database), (valkey, redis))]
            started = Usage(*(one.result() for one in starts))
        yield started
    finally:
        _leave(users, place)


def _start(server: object, wanted: bool) -> bool:
    if not wanted or server.is_running():  # type: ignore[attr-defined]
        return False
    server.start()  # type: ignore[attr-defined]
    return True


def _leave(users: IO[str], place: layout.Layout) -> None:
    """Give up the shared lock; when nobody else holds it, stop the servers."""
    with _one_at_a_time(place), users:
        if _holds_exclusively(users):
            _stop_all()


def _holds_exclusively(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stop_all() -> None:
    for server in (valkey, postgres):
        if server.is_running():
            server.stop()


def forget() -> None:
    """Delete the data of the embedded servers; refuses while somebody uses them."""
    place = layout.current()
    if not place.data_dir.exists() and not place.cluster.exists():
        return
    with _one_at_a_time(place), _open(place.users_lock) as users:
        if not _holds_exclusively(users):
            raise ServiceError("The portal is running. Stop it first, then run `make clean-data` again.")
        _stop_all()
        if place.needs_stage:
            shutil.rmtree(place.cluster.parent, ignore_errors=True)
        if place.socket_dir.parent.is_relative_to("/tmp"):
            shutil.rmtree(place.socket_dir.parent, ignore_errors=True)
        for entry in place.data_dir.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry not in (place.start_lock, place.users_lock):
                os.unlink(entry)
