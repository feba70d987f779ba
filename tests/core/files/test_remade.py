"""The same bytes are opened in the child process once, whoever hands them in."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from core.files import intake, sandbox, storage
from core.files.errors import FileRefused
from tests.factories.accounts import UserFactory

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def private_folder(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Counts the child processes."""
    calls: list[str] = []
    real = sandbox.process

    def counting(kind: str, source: Path, folder: Path) -> dict[str, object]:
        calls.append(kind)
        return real(kind, source, folder)

    monkeypatch.setattr(sandbox, "process", counting)
    return calls


def photo(colour: str = "#0B6E78") -> SimpleUploadedFile:
    stream = io.BytesIO()
    Image.new("RGB", (400, 300), colour).save(stream, "JPEG")
    return SimpleUploadedFile("photo.jpg", stream.getvalue(), content_type="image/jpeg")


def test_bytes_that_were_made_anew_before_are_copied(db: None, opened: list[str]) -> None:
    first = intake.store(photo(), by=UserFactory(), now=NOW)
    second = intake.store(photo(), by=UserFactory(), now=NOW)
    assert opened == ["image"]
    assert first.pk != second.pk
    assert first.path != second.path
    assert (first.sha256, first.width, first.height) == (second.sha256, second.width, second.height)
    assert storage.path_of(first.path).read_bytes() == storage.path_of(second.path).read_bytes()
    assert second.thumbnail is not None
    assert second.thumbnail.path != first.thumbnail.path


def test_other_bytes_are_opened(db: None, opened: list[str]) -> None:
    intake.store(photo(), by=UserFactory(), now=NOW)
    intake.store(photo("#9C4A1A"), by=UserFactory(), now=NOW)
    assert opened == ["image", "image"]


def test_when_the_earlier_file_is_gone_the_bytes_are_opened_again(db: None, opened: list[str]) -> None:
    first = intake.store(photo(), by=UserFactory(), now=NOW)
    storage.remove(first.path)
    second = intake.store(photo(), by=UserFactory(), now=NOW)
    assert opened == ["image", "image"]
    assert storage.path_of(second.path).exists()


def test_bytes_that_were_refused_are_refused_again(db: None, opened: list[str]) -> None:
    broken = photo().read()[:200]
    for _attempt in range(2):
        with pytest.raises(FileRefused):
            intake.store(SimpleUploadedFile("x.jpg", broken), by=UserFactory(), now=NOW)
    assert opened == ["image", "image"]
