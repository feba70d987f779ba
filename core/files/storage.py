"""The private folder of papers and photos: random names, nobody else may read it, a file is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from core.files.errors import StorageFull

INCOMING = ".incoming"
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


def root() -> Path:
    """The folder of all stored files."""
    return Path(settings.MEDIA_ROOT)


@contextmanager
def workroom() -> Iterator[Path]:
    """A folder of its own on the same disk, gone at the end. A disk that is full becomes StorageFull."""
    place = root() / INCOMING / secrets.token_hex(16)
    with no_space_is_named():
        place.mkdir(mode=0o700, parents=True)
    try:
        with no_space_is_named():
            yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def no_space_is_named() -> Iterator[None]:
    """Turns the operating system's "no space left" and its like into a DomainError."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_SPACE:
            raise StorageFull from error
        raise


def keep(source: Path) -> str:
    """Move a finished file from a workroom into the store; its path below the root. On the disk before this returns."""
    name = secrets.token_hex(16)
    relative = f"{name[:2]}/{name[2:4]}/{name}"
    target = root() / relative
    with no_space_is_named():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.chmod(source, 0o600)
        _to_disk(source)
        os.replace(source, target)
        _to_disk(target.parent)
    return relative


def open_kept(relative: str) -> BinaryIO:
    """The stored bytes. FileNotFoundError when they are not there."""
    return open(path_of(relative), "rb")


def path_of(relative: str) -> Path:
    """Where a stored file lies. ValueError for a path that leaves the root (no row can hold one; belt and braces)."""
    base = root().resolve()
    found = (base / relative).resolve()
    if not found.is_relative_to(base):
        raise ValueError("a stored file lies below the root")
    return found


def remove(relative: str) -> None:
    """Delete the bytes; nothing happens when they are gone already."""
    path_of(relative).unlink(missing_ok=True)


def everything() -> Iterator[Path]:
    """Every stored file on the disk, workrooms excepted."""
    base = root()
    for first in sorted(base.iterdir()) if base.is_dir() else ():
        if first.name != INCOMING and first.is_dir():
            yield from (path for path in first.rglob("*") if path.is_file())


def workrooms() -> Iterator[Path]:
    """Workrooms, those of uploads that are being taken in included."""
    base = root() / INCOMING
    yield from sorted(base.iterdir()) if base.is_dir() else ()


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
