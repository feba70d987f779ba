"""A disk that is full in the middle of an upload (trust.md §4)."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

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


def test_an_upload_onto_a_full_disk_leaves_nothing_and_is_told_as_such(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    data = jpeg((300, 300)) + bytes(500_000)
    with full_after(200_000), pytest.raises(StorageFull) as caught:
        intake.store(SimpleUploadedFile("a.jpg", data), by=None, now=clock.now())
    assert caught.value.status == 503
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [] and not StoredFile.objects.exists()
    assert intake.store(SimpleUploadedFile("a.jpg", data), by=None, now=clock.now()).size
    assert len(list(storage.everything())) == 2
