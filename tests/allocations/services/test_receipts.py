"""Receipts: the PDF by a job, and the page that says whether a code is genuine."""

from __future__ import annotations

import io
import time
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pikepdf
import pytest

from accounts.models import User
from allocations import verification
from allocations.models import Application
from allocations.services import applications, receipts
from core import clock
from core.files.access import grant_for
from core.files.services import open_unlogged
from core.jobs import services as jobs
from core.jobs.models import Job
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User, Application]:
    def build() -> tuple[Stage, User, Application]:
        stage, user = CallFactory.published(), UserFactory()
        return stage, user, ApplicationFactory.in_status("SUBMITTED", stage=stage, user=user)

    return make_once(build)


@pytest.fixture
def handed_in(made):
    return deepcopy(made)


def test_the_job_makes_the_pdf_once(handed_in):
    _, user, application = handed_in
    receipt = application.receipts.get()
    assert receipt.pdf is None
    job = Job.objects.get(kind="allocations.receipt_pdf", key=receipt.code)
    jobs.work(job.pk)
    receipt.refresh_from_db()
    with open_unlogged(receipt.pdf) as stream:
        document = pikepdf.open(io.BytesIO(stream.read()))
    assert len(document.pages) == 1
    again = receipts.make_pdf(receipt_id=receipt.pk, now=clock.now())
    assert again.pdf_id == receipt.pdf_id
    assert grant_for(user, receipt.pdf) is not None
    assert grant_for(UserFactory(), receipt.pdf) is None


def test_the_pdf_shows_what_was_handed_in_then(handed_in):
    _, user, application = handed_in
    first = application.receipts.get()
    applications.set_choices(
        application_id=application.pk,
        plot_codes=[application.call.call_plots.last().plot.code],
        any_other=True,
        by=user,
        now=clock.now(),
    )
    then, now = receipts.describe(first), receipts.describe(application.receipts.latest("id"))
    assert (len(then["choices"]), then["any_other"]) == (2, "")
    assert len(now["choices"]) == 1
    assert now["any_other"]
    assert then["sha256"] != now["sha256"]


def test_a_genuine_code_is_found_in_any_spelling_and_tells_no_name(handed_in):
    _, user, application = handed_in
    receipt = application.receipts.get()
    persian = receipt.code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")).lower()
    for spelling in (receipt.code, persian, receipt.code.replace("-", " ")):
        found = verification.find(spelling)
        assert found.code == receipt.code
        assert (found.track, found.version, found.sha256) == (application.tracking_code, 1, receipt.version.sha256)
    assert user.last_name not in str(found)
    assert user.national_code not in str(found)


@pytest.mark.parametrize("code", ["", "RS-1405-2222222", "ZN-1405-2222222", "' OR 1=1", "RS" * 5000, "\x00"])
def test_a_code_that_was_never_issued_is_not_found(handed_in, code):
    assert verification.find(code) is None


def test_an_older_receipt_says_that_a_newer_one_replaced_it(handed_in):
    _, user, application = handed_in
    applications.save_step(application_id=application.pk, step="plan", data={"jobs_now": 4}, by=user, now=clock.now())
    old, new = application.receipts.order_by("id")
    assert not verification.find(old.code).is_newest
    assert verification.find(new.code).is_newest
    applications.withdraw(application_id=application.pk, by=user, now=clock.now())
    assert verification.find(new.code).is_withdrawn


def test_handing_in_needs_neither_worker_nor_typesetting(handed_in):
    stage, _, _ = handed_in
    user = UserFactory()
    application = stage.application(user)
    begun = time.monotonic()
    applications.submit(application_id=application.pk, by=user, now=clock.now())
    assert timedelta(seconds=time.monotonic() - begun) < timedelta(seconds=2)
    assert Job.objects.filter(kind="allocations.receipt_pdf", status="QUEUED").exists()
