"""Instruments at the staff desk: from the empty draft to the version in use."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.choices import Dimension
from clinic.instruments import selectors
from clinic.instruments.models import Instrument, InstrumentVersion, Question
from tests.factories import accounts
from tests.factories.clinic_instruments import InstrumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def address(name: str, *args: Any) -> str:
    return reverse(f"admin:instruments_{name}", args=args)


def question(version: InstrumentVersion, **changes: str) -> dict[str, Any]:
    return {
        "version": version.pk, "position": "", "dimension": "finance", "kind": "SCALE", "text": "نقدینگی کافی است؟",
        "help": "", "weight": "۲", "required": "on", "yes_is_good": "on", "unit": "", "anchor_0": "هیچ", "anchor_5": "کامل",
        **changes,
    }  # fmt: skip


def test_the_lead_writes_publishes_and_renews_an_instrument() -> None:
    client = browser(accounts.clinic_lead())
    entry = {"code": "cash", "specialty": "finance", "name": "نقدینگی", "purpose": ""}
    assert client.post(address("instrument_add"), entry).status_code == 302
    draft = Instrument.objects.get(code="cash").versions.get()
    assert client.post(address("instrumentversion_publish", draft.pk)).status_code == 409
    assert client.post(address("question_add"), question(draft, text="")).status_code == 200
    assert client.post(address("question_add"), question(draft)).status_code == 302
    assert (
        client.post(address("question_add"), question(draft, position="1", text="بدهی؟", kind="YES_NO")).status_code
        == 302
    )
    rows = list(draft.questions.all())
    assert [(row.text, row.weight, row.anchors) for row in rows] == [
        ("بدهی؟", 2, {}), ("نقدینگی کافی است؟", 2, {"0": "هیچ", "5": "کامل"}),
    ]  # fmt: skip
    assert "نقدینگی کافی است؟" in client.get(address("instrumentversion_change", draft.pk)).content.decode()
    changed = question(draft, text="بدهی معوق هست؟", kind="YES_NO")
    assert client.post(address("question_change", rows[0].pk), changed).status_code == 302
    assert client.post(address("instrumentversion_publish", draft.pk)).status_code == 302
    assert client.get(address("question_change", rows[0].pk)).status_code == 200
    assert client.post(address("question_change", rows[0].pk), changed).status_code == 403
    assert client.post(address("question_delete", rows[0].pk), {"post": "yes"}).status_code == 403
    answer = client.post(address("instrument_new_version", draft.instrument_id), {"note": "پرسش تازه"})
    second = InstrumentVersion.objects.get(instrument=draft.instrument, number=2)
    assert (answer.status_code, answer["Location"]) == (302, address("instrumentversion_change", second.pk))
    gone = second.questions.first()
    assert client.post(address("question_delete", gone.pk), {"post": "yes"}).status_code == 302
    assert not Question.objects.filter(pk=gone.pk).exists()
    assert client.post(address("instrumentversion_retire", draft.pk), {"reason": "کهنه"}).status_code == 302


def test_new_weights_are_a_new_set() -> None:
    client = browser(accounts.clinic_lead())
    entry = {**dict.fromkeys(Dimension.values, "1"), "finance": "۴", "reason": "بیشتر تعطیلی‌ها از نقدینگی است"}
    wrong = client.post(address("weightset_add"), {**entry, "finance": "11"})
    assert wrong.status_code == 200 and wrong.context["errors"]
    assert client.post(address("weightset_add"), entry).status_code == 302
    assert selectors.method().weights["finance"] == 4
    assert "۴" in client.get(address("weightset_changelist")).content.decode()


@pytest.fixture(scope="module")
def draft(make_once: Any) -> InstrumentVersion:
    """Looked at alone."""
    return make_once(InstrumentFactory.draft)


@pytest.mark.parametrize(
    ("role", "listed"), [("auditor", 200), ("consultant", 200), ("admin", 200), ("manager", 403), ("officer", 403)]
)
def test_others_read_or_see_nothing_and_write_nothing(draft: InstrumentVersion, role: str, listed: int) -> None:
    version = draft
    client = browser(getattr(accounts, role)())
    assert client.get(address("instrument_changelist")).status_code == listed
    assert client.get(address("instrumentversion_change", version.pk)).status_code == listed
    assert client.get(address("question_change", version.questions.first().pk)).status_code == listed
    for name in ("instrumentversion_publish", "instrumentversion_retire"):
        assert client.post(address(name, version.pk)).status_code == 403
    for name in ("instrument_add", "question_add", "weightset_add"):
        assert client.get(address(name)).status_code == 403
