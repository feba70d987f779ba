"""A course from its announcement to the certificate a stranger checks: pages alone, no browser needed."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from core import clock
from core.jobs import services as jobs
from core.messages.models import Message
from tests.factories.accounts import UserFactory
from tests.factories.training import BACK, CourseFactory
from training.models import Certificate, Registration
from training.services import courses

pytestmark = pytest.mark.django_db


def test_from_registration_to_a_certificate_anybody_can_check(browser: Any, client: Client) -> None:
    with clock.shifted(-BACK):
        made = CourseFactory.draft(capacity=1)
        officer = browser(made.officer)
        address = f"/courses/{made.course.slug}/"
        assert client.get(address).status_code == 404
        officer.post(f"{address}desk/publish/")
        assert client.get(address).status_code == 200

        sara, reza = UserFactory(first_name="سارا", last_name="زنجانی"), UserFactory()
        for user in (sara, reza):
            page = browser(user).get(f"{address}register/")
            assert page.status_code == 200
            assert browser(user).post(f"{address}register/").status_code == 302
        assert [row.status for row in Registration.objects.order_by("pk")] == ["REGISTERED", "WAITING"]
        assert "notice-warn" in browser(reza).get(address).content.decode()

    courses.settle_phases(now=clock.now())
    for position in (1, 2):
        sheet = f"{address}desk/sessions/{position}/"
        assert officer.get(sheet).status_code == 200
        row = Registration.objects.get(person=sara.person)
        assert officer.post(sheet, {f"state_{row.pk}": "PRESENT"}).status_code == 302
    blocked = officer.post(f"{address}desk/exam/", {f"score_{row.pk}": "۱۱۰"})
    assert blocked.status_code == 422
    assert officer.post(f"{address}desk/exam/", {f"score_{row.pk}": "۸۷٫۵"}).status_code == 302

    preview = officer.get(f"{address}desk/finish/").content.decode()
    assert "سارا زنجانی" in preview and not Certificate.objects.exists()
    assert officer.post(f"{address}desk/finish/").status_code == 302
    certificate = Certificate.objects.get()
    jobs.drain(now=clock.now() + timedelta(minutes=1), kinds=("training.certificate_pdf",))
    certificate.refresh_from_db()

    mine = browser(sara).get("/courses/mine/").content.decode()
    assert certificate.code in mine
    link = reverse("files:open", args=[certificate.pdf_id])
    assert link in mine
    paper = browser(sara).get(link)
    assert paper.status_code == 200 and b"".join(paper.streaming_content).startswith(b"%PDF-")
    assert browser(reza).get(link).status_code in (403, 404)
    assert Message.objects.filter(user=sara, template="training.passed").exists()

    checked = client.get(reverse("verify:form"), {"code": certificate.code.lower()}, follow=True)
    text = checked.content.decode()
    assert checked.status_code == 200
    assert made.course.name in text and "س*** ز***" in text
    assert "سارا" not in text and "زنجانی" not in re.sub(made.course.name, "", text)
    assert sara.national_code not in text

    officer.post(f"{address}desk/certificates/{certificate.code}/revoke/", {"reason": "نام اشتباه بود"})
    after = client.get(reverse("verify:code", args=[certificate.code])).content.decode()
    assert "notice-stop" in after and "نام اشتباه بود" not in after
    assert "نام اشتباه بود" in browser(sara).get("/courses/mine/").content.decode()
