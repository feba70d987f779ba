"""People, texts of these tests alone, and a gateway whose mood a test can set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

import pytest
from django.contrib.auth import get_user_model

from core.jobs import registry as jobs_registry
from core.messages import gateways, registry
from core.messages.gateways import Answer


@pytest.fixture
def now() -> datetime:
    return datetime(2025, 6, 23, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "TEMPLATES", dict(registry.TEMPLATES))
    monkeypatch.setattr(jobs_registry, "PERIODIC", {})
    registry.template("test.receipt", sms="%(name)s، کد شما %(code)s است.", subject="رسید %(code)s")
    registry.template("test.code", sms="کد: %(code)s", secret=("code",), urgent=True, valid_for=timedelta(seconds=180))
    registry.template("test.note", portal="یادداشت %(n)s", sms="کوتاه %(n)s")


@pytest.fixture
def sara(db: None) -> Any:
    return get_user_model().objects.create(
        national_code="0499370899", phone="09121234567", email="sara@example.ir", first_name="سارا", last_name="محمدی"
    )


class MoodyGateway:
    """A gateway on the wire: counts what went out, and fails as it is told."""

    name: ClassVar[str] = "moody"
    row_is_delivery: ClassVar[bool] = False

    def __init__(self) -> None:
        self.sent: list[Any] = []
        self.fails: list[Exception | None] = []

    def send(self, message: Any) -> Answer:
        failure = self.fails.pop(0) if self.fails else None
        if failure is None or getattr(failure, "after_sending", False):
            self.sent.append((message.pk, message.to, message.full_text))
        if failure is not None:
            raise failure
        return Answer(provider_id=f"id-{len(self.sent)}")


@pytest.fixture
def gateway(monkeypatch: pytest.MonkeyPatch, settings: Any) -> MoodyGateway:
    moody = MoodyGateway()
    monkeypatch.setitem(gateways.GATEWAYS, "moody", moody)
    settings.MESSAGE_GATEWAYS = {"sms": "moody", "email": "moody"}
    return moody
