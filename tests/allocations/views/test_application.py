"""What was handed in: status, change, correction, withdrawal, objection; and that nobody else sees it."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Applicant, Signatory, User
from allocations.choices import RefusalReason
from allocations.models import Application, Objection
from allocations.services import applications
from core import clock
from tests.allocations.views.form import CRAFT, detail, step
from tests.factories.accounts import LegalEntityFactory, UserFactory, auditor, photo
from tests.factories.allocations import PLAN, ApplicationFactory, Stage, begin, copies

pytestmark = pytest.mark.django_db

PAGES = ("detail", "answers", "receipt", "correction", "withdraw", "explain", "objections")
STEPS = ("identity", "craft", "plan", "choices", "groups", "papers", "check", "declaration")
STATES = ("DRAFT", "SUBMITTED", "UNDER_REVIEW", "CORRECTION_REQUESTED", "ELIGIBLE", "INELIGIBLE", "WITHDRAWN")
Cases = dict[str, Application]


@pytest.fixture(scope="module")
def made_cases(make_once: Any, made_stage: Stage) -> Cases:
    cases: Cases = make_once(
        lambda: {status: ApplicationFactory.in_status(status, stage=made_stage) for status in STATES}
    )
    return cases


@pytest.fixture
def cases(made_cases: Cases, db: None) -> Cases:
    """An application of the open call in each state, each of another person."""
    return deepcopy(made_cases)


def addresses(application: Application) -> list[str]:
    paper = [application.tracking_code, "licence"]
    return [
        *(detail(application, name) for name in PAGES),
        *(step(application, name) for name in STEPS),
        reverse("applications:paper", args=paper),
    ]


@pytest.mark.parametrize("status", ["DRAFT", "SUBMITTED", "ELIGIBLE"])
def test_nobody_else_learns_that_an_application_is_there(
    stage: Stage, cases: Cases, browser: Any, bare_refusals: None, status: str
) -> None:
    application = cases[status]
    for stranger in (UserFactory(), stage.officer, auditor()):
        other = browser(stranger)
        for address in addresses(application):
            assert other.get(address).status_code == 404, address
            assert other.post(address, {"agreed": "on"}).status_code == (405 if _read_only(address) else 404), address
    application.refresh_from_db()
    assert application.status == status


def _read_only(address: str) -> bool:
    return not any(part in address for part in ("/form/", "/correction/", "/withdraw/", "/objections/"))


def test_a_missing_code_and_somebody_elses_look_the_same(cases: Cases, user: User, browser: Any) -> None:
    other = browser(user)
    foreign = other.get(detail(cases["SUBMITTED"])).content.decode()
    missing = other.get("/applications/ZN-1405-AAAAAAA/").content.decode()
    assert _without_path(foreign) == _without_path(missing)


def _without_path(text: str) -> str:
    return re.sub(r'name="next" value="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|<code>\w+</code>', "", text)


def test_visitors_are_sent_to_the_sign_in(client: Client, cases: Cases) -> None:
    for address in (reverse("applications:list"), *addresses(cases["SUBMITTED"])):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("track", ["x", "ZN-1405", "۱۴۰۵", "9" * 500, "%00", "..%2f", "<b>", "ZN-1405-AAAAAAA"])
def test_a_code_that_is_none_is_404(user: User, browser: Any, track: str) -> None:
    assert browser(user).get(f"/applications/{track}/").status_code in (400, 404)


def test_the_code_may_be_typed_in_any_spelling(cases: Cases, browser: Any) -> None:
    application = cases["SUBMITTED"]
    spelled = application.tracking_code.lower().replace("1405", "۱۴۰۵")
    assert browser(application.started_by).get(f"/applications/{spelled}/").status_code == 200


def test_a_signatory_sees_the_applications_of_his_company_until_he_no_longer_signs(
    stage: Stage, user: User, browser: Any
) -> None:
    entity = LegalEntityFactory(signatory=user, county="zanjan", address="زنجان", postal_code="4513751111")
    company = Applicant.objects.get(legal_entity=entity)
    application = applications.start(call_id=stage.call.pk, applicant_id=company.pk, by=user, now=clock.now())
    mine = browser(user)
    assert mine.get(detail(application)).status_code == 200
    yesterday = clock.today() - timedelta(days=1)
    Signatory.objects.filter(entity=entity).update(valid_from=yesterday, valid_to=yesterday)
    assert mine.get(detail(application)).status_code == 404
    assert application.tracking_code not in mine.get(reverse("applications:list")).content.decode()


@pytest.mark.parametrize("status", STATES[1:])
def test_every_state_has_its_page_with_what_comes_next(stage: Stage, cases: Cases, browser: Any, status: str) -> None:
    application = cases[status]
    moment = stage.closes_at + timedelta(hours=1) if status not in ("SUBMITTED", "WITHDRAWN") else clock.now()
    with stage.at(moment):
        answer = browser(application.started_by).get(detail(application))
        text = answer.content.decode()
    assert answer.status_code == 200
    assert ("case-sentence" in text) and application.tracking_code in text
    assert (detail(application, "correction") in text) == (status == "CORRECTION_REQUESTED")
    assert (detail(application, "withdraw") in text) == (status not in ("INELIGIBLE", "WITHDRAWN"))
    assert (detail(application, "objections") in text) == (status in ("ELIGIBLE", "INELIGIBLE"))
    assert (step(application, "craft") in text) == (status == "SUBMITTED")


def test_who_is_not_eligible_reads_the_reasons(stage: Stage, cases: Cases, browser: Any) -> None:
    application = cases["INELIGIBLE"]
    with stage.after_closing():
        text = browser(application.started_by).get(detail(application)).content.decode()
    assert str(RefusalReason.LICENCE_NOT_CONFIRMED.label) in text
    assert stage.officer.last_name not in text


def test_a_change_before_the_deadline_has_a_receipt_of_its_own(cases: Cases, browser: Any) -> None:
    application = cases["SUBMITTED"]
    first = application.first_submitted_at
    answer = browser(application.started_by).post(step(application, "craft"), {**CRAFT, "years_licensed": "۹"})
    assert answer["Location"] == detail(application)
    application.refresh_from_db()
    assert application.years_licensed == 9 and application.first_submitted_at == first
    assert application.receipts.count() == 2


def test_after_the_deadline_a_change_is_refused_with_its_moment(stage: Stage, cases: Cases, browser: Any) -> None:
    application = cases["SUBMITTED"]
    with stage.after_closing():
        answer = browser(application.started_by).post(step(application, "craft"), CRAFT)
    assert answer.status_code == 409
    assert application.receipts.count() == 1


class TestCorrection:
    """Only what the officer named can be changed, until the named moment."""

    @pytest.fixture
    def application(self, cases: Cases) -> Application:
        return cases["CORRECTION_REQUESTED"]

    def test_only_the_named_parts_open(self, stage: Stage, browser: Any, application: Application) -> None:
        mine = browser(application.started_by)
        with stage.after_closing(timedelta(hours=1)):
            page = mine.get(detail(application, "correction")).content.decode()
            assert step(application, "craft") in page and step(application, "plan") not in page
            assert mine.get(step(application, "craft")).status_code == 200
            for name in ("plan", "choices", "identity", "declaration", "check"):
                assert mine.get(step(application, name)).status_code == 409
                assert mine.post(step(application, name), {}).status_code in (302, 409)

    def test_untouched_parts_are_named_and_then_it_is_handed_in_once(
        self, stage: Stage, browser: Any, application: Application
    ) -> None:
        mine, address = browser(application.started_by), detail(application, "correction")
        with stage.after_closing(timedelta(hours=1)):
            assert mine.post(address).status_code == 422
            assert mine.post(step(application, "craft"), CRAFT)["Location"] == address
            paper = reverse("applications:paper", args=[application.tracking_code, "licence"])
            assert mine.post(paper, {"upload": photo()})["Location"] == address
            first, second = mine.post(address), mine.post(address)
        assert first["Location"] == second["Location"] == detail(application, "receipt")
        application.refresh_from_db()
        assert application.status == "UNDER_REVIEW" and application.receipts.count() == 2

    def test_after_its_end_nothing_can_be_corrected(self, stage: Stage, browser: Any, application: Application) -> None:
        mine = browser(application.started_by)
        with stage.after_closing(timedelta(days=6)):
            assert mine.get(step(application, "craft")).status_code == 409
            assert mine.get(detail(application, "correction")).status_code == 409
            assert mine.get(detail(application)).status_code == 200


class TestWithdrawal:
    """Said first, done by a button, once."""

    def test_looking_changes_nothing_and_the_button_does_it_once(self, cases: Cases, browser: Any) -> None:
        application = cases["SUBMITTED"]
        mine, address = browser(application.started_by), detail(application, "withdraw")
        assert "consequences" in mine.get(address).content.decode()
        application.refresh_from_db()
        assert application.status == "SUBMITTED"
        assert mine.post(address, {"reason": "جای دیگری یافتم"})["Location"] == detail(application)
        assert mine.post(address)["Location"] == detail(application)
        application.refresh_from_db()
        assert (application.status, application.withdrawal_reason) == ("WITHDRAWN", "جای دیگری یافتم")

    def test_a_draft_and_a_decided_one_say_why_not(self, cases: Cases, browser: Any) -> None:
        draft, decided = cases["DRAFT"], cases["INELIGIBLE"]
        assert browser(draft.started_by).get(detail(draft, "withdraw")).status_code == 409
        assert browser(decided.started_by).post(detail(decided, "withdraw")).status_code == 409

    def test_a_reason_that_is_too_long_stays_in_its_box(self, cases: Cases, browser: Any) -> None:
        application = cases["SUBMITTED"]
        assert (
            browser(application.started_by).post(detail(application, "withdraw"), {"reason": "x" * 400}).status_code
            == 422
        )
        application.refresh_from_db()
        assert application.status == "SUBMITTED"


class TestObjections:
    """Within the window, one open for each subject."""

    def test_within_the_window_it_is_filed_and_shown(self, stage: Stage, cases: Cases, browser: Any) -> None:
        application = cases["INELIGIBLE"]
        mine, address = browser(application.started_by), detail(application, "objections")
        given = {"subject": "ELIGIBILITY", "text": "پروانه‌ام معتبر است <b>"}
        with stage.after_closing(timedelta(hours=1)):
            assert mine.post(address, given)["Location"] == address
            again = mine.post(address, given)
            text = mine.get(address).content.decode()
        assert again.status_code == 409 and "پروانه‌ام معتبر است &lt;b&gt;" in again.content.decode()
        assert Objection.objects.count() == 1
        assert "پروانه‌ام معتبر است &lt;b&gt;" in text

    def test_outside_the_window_the_page_says_when(self, cases: Cases, browser: Any) -> None:
        application = cases["SUBMITTED"]
        mine, address = browser(application.started_by), detail(application, "objections")
        assert mine.get(address).status_code == 200
        assert mine.post(address, {"subject": "RESULT", "text": "نه"}).status_code == 409
        assert Objection.objects.count() == 0

    @pytest.mark.parametrize(
        "given", [{}, {"subject": "RESULT", "text": "x"}, {"subject": "ELIGIBILITY", "text": "  "}]
    )
    def test_what_cannot_be_objected_to_is_refused(self, stage: Stage, cases: Cases, browser: Any, given: Any) -> None:
        application = cases["INELIGIBLE"]
        with stage.after_closing(timedelta(hours=1)):
            assert browser(application.started_by).post(detail(application, "objections"), given).status_code == 422
        assert Objection.objects.count() == 0


def test_my_list_asks_the_same_whatever_its_length(
    stage: Stage, user: User, browser: Any, django_assert_max_num_queries: Any
) -> None:
    mine = browser(user)
    for length, offered in ((1, [stage]), (20, copies(stage, 19))):
        for one in offered:
            begin(one, user)
        with django_assert_max_num_queries(5):
            text = mine.get(reverse("applications:list")).content.decode()
        assert text.count("task-link") == length


def test_the_page_of_an_application_asks_the_same_whatever_happened(
    cases: Cases, browser: Any, django_assert_max_num_queries: Any
) -> None:
    application = cases["SUBMITTED"]
    mine = browser(application.started_by)
    given = {"application_id": application.pk, "by": application.started_by}
    for receipts in (2, 21):
        for jobs in range(application.receipts.count(), receipts):
            applications.save_step(step="plan", data={**PLAN, "jobs_promised": 9 + jobs}, now=clock.now(), **given)
        assert application.receipts.count() == receipts
        with django_assert_max_num_queries(24):
            assert mine.get(detail(application)).status_code == 200


def test_pages_of_a_person_are_not_kept(cases: Cases, browser: Any) -> None:
    application = cases["SUBMITTED"]
    mine = browser(application.started_by)
    for name in ("detail", "answers", "receipt", "explain", "objections"):
        assert "no-store" in mine.get(detail(application, name))["Cache-Control"]


def test_a_refusal_by_state_says_why_and_leads_back(stage: Stage, cases: Cases, browser: Any) -> None:
    application = cases["ELIGIBLE"]
    mine = browser(application.started_by)
    with stage.after_closing(timedelta(hours=1)):
        for address in (step(application, "craft"), detail(application, "correction")):
            answer = mine.get(address)
            text = answer.content.decode().split("<main")[1]
            assert answer.status_code == 409
            assert "notice-warn" in text and f'href="{detail(application)}"' in text


def test_a_paper_that_is_still_missing_is_no_mistake_in_the_task_list(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    browser(user).post(step(application, "identity"))
    assert "task-error" not in browser(user).get(detail(application)).content.decode()
