"""A store of its own for every test, and people."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model


@pytest.fixture
def remembered_pictures() -> None:
    """Here every file is opened by the child, the same one twice too."""


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


def kept(media: Path) -> list[Path]:
    return [path for path in media.rglob("*") if path.is_file()] if media.exists() else []


@pytest.fixture
def disk(media: Path) -> Any:
    """Every file on the disk, unfinished ones included."""
    return lambda: kept(media)


@pytest.fixture
def sara(db: None) -> Any:
    return get_user_model().objects.create(
        national_code="0499370899", phone="09121234567", first_name="سارا", last_name="محمدی"
    )


@pytest.fixture
def reza(db: None) -> Any:
    return get_user_model().objects.create(
        national_code="0790419904", phone="09131234567", first_name="رضا", last_name="کریمی"
    )
