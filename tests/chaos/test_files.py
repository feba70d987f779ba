"""A disk that is full in the middle of an upload (trust.md §4)."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from core import clock
from core.files import intake, storage
from core.files.errors import StorageFull
from core.files.models import StoredFile
from tests.core.files.uploads import jpeg

pytestmark = [pytest.mark.chaos, pytest.mark.django_db]


@contextmanager
def full_after(count: int) -> Iterator[None]:
    """The kernel refuses to let any file of this process grow beyond `count` bytes: a write is cut off half-way."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_an_upload_that_is_cut_off_leaves_nothing_and_is_told_as_such(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    data = jpeg((300, 300)) + bytes(500_000)
    with full_after(200_000), pytest.raises(StorageFull) as caught:
        intake.store(SimpleUploadedFile("a.jpg", data), by=None, now=clock.now())
    assert caught.value.status == 503
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [] and not StoredFile.objects.exists()
    assert intake.store(SimpleUploadedFile("a.jpg", data), by=None, now=clock.now()).size
    assert len(list(storage.everything())) == 2


ALONE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
"""A view of the file systems of one's own, which needs no root where the kernel lets users have one."""
MAY_MOUNT = subprocess.run([*ALONE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0

if MAY_MOUNT:  # elsewhere (a locked container) the test above is what can be had

    @pytest.mark.django_db(transaction=True)
    def test_a_disk_that_is_really_full_keeps_nothing_and_takes_the_same_upload_when_there_is_room(tmp_path):
        disk = tmp_path / "disk"
        disk.mkdir()
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.chaos.worker_settings",
            "CHAOS_DATABASE": str(connection.settings_dict["NAME"]),
        }
        command = [*ALONE, sys.executable, "-m", "tests.chaos.work.full_disk", str(disk)]
        done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert found["mounted"]
        assert found["full"] == [["StorageFull 503", 0, 0]] * 3
        # The picture and its small one; a row for each.
        assert found["free"] == ["kept", 2, 2]
