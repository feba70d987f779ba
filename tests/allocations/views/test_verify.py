"""Receipts on the page that tells whether a paper is genuine."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from allocations.models import Receipt
from tests.factories.allocations import ApplicationFactory, Stage

pytestmark = pytest.mark.django_db


def test_a_receipt_is_known_and_nobody_behind_it(client: Client, stage: Stage) -> None:
    application = ApplicationFactory.in_status("SUBMITTED", stage=stage)
    receipt = Receipt.objects.get()
    answer = client.get(reverse("verify:form"), {"code": receipt.code.lower()}, follow=True)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert receipt.version.sha256 in text and stage.call.title in text
    person = application.applicant.person
    assert person.last_name not in text and person.national_code not in text


def test_a_withdrawn_and_an_older_receipt_say_so(client: Client, stage: Stage) -> None:
    ApplicationFactory.in_status("WITHDRAWN", stage=stage)
    text = client.get(reverse("verify:code", args=[Receipt.objects.get().code])).content.decode()
    assert "notice-warn" in text
