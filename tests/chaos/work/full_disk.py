"""Upload papers onto a disk of three megabytes that is really full. Run in a mount namespace of its own: FOLDER.

Prints one line of JSON: what happened at each fill of the disk, how many files and rows were left of it, and how the same upload
went when there was room again. Nothing is mounted when the kernel does not let us: {"mounted": false}.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PAGE = 16 * 1024


def mounted(folder: Path) -> bool:
    """A file system of three megabytes in memory, which only this process and its children see."""
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(folder)]
    return subprocess.run(command, capture_output=True).returncode == 0


def fill(disk: Path, leaving: int) -> Path:
    """A file that takes all of the disk but `leaving` bytes; the kernel itself says when it is full."""
    filler = disk / "filler"
    with open(filler, "wb", buffering=0) as stream:
        try:
            while True:
                stream.write(bytes(4096))
        except OSError as error:
            assert error.errno == errno.ENOSPC
        stream.truncate(max(0, stream.tell() - leaving))
    return filler


def attempt(data: bytes) -> str:
    """Hand the photo in; the name of the refusal, or "kept"."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from core import clock
    from core.errors import DomainError
    from core.files import intake

    try:
        intake.store(SimpleUploadedFile("a.jpg", data), by=None, now=clock.now())
    except DomainError as error:
        return f"{type(error).__name__} {error.status}"
    return "kept"


def left(disk: Path) -> list[int]:
    """Files of ours on the disk, and rows."""
    from core.files.models import StoredFile

    files = [path for path in disk.rglob("*") if path.is_file() and path.name != "filler"]
    return [len(files), StoredFile.objects.count()]


def main(folder: str) -> dict[str, Any]:
    """Fill, upload, look; empty, upload, look."""
    disk = Path(folder)
    if not mounted(disk):
        return {"mounted": False}
    import django
    from django.conf import settings
    from PIL import Image

    django.setup()
    settings.MEDIA_ROOT = disk
    picture = disk.parent / "photo.jpg"
    Image.frombytes("RGB", (400, 400), os.urandom(400 * 400 * 3)).save(picture, "JPEG", quality=95)
    data, full = picture.read_bytes(), []
    # Nothing; half of the upload; all of the upload, but not what is made of it.
    for leaving in (0, len(data) // 2, len(data) + PAGE):
        filler = fill(disk, leaving)
        full.append([attempt(data), *left(disk)])
        filler.unlink()
    return {"mounted": True, "upload": len(data), "full": full, "free": [attempt(data), *left(disk)]}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
