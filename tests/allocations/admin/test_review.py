"""The officer's queue and page."""

from copy import deepcopy

import pytest
from django.urls import reverse
from django.utils.html import escape

from allocations.models import Application, Paper
from allocations.services import review
from core import clock
from core.fields.language import local_digits
from core.files.models import FileAccess
from core.persian.dates import format_datetime
from core.persian.identifiers import mask_national_code
from tests.factories import accounts
from tests.factories.allocations import ApplicationFactory, CallFactory, accept_papers, handed_in_like


def act(application, name, *parts):
    return reverse(f"admin:allocations_application_{name}", args=[application.pk, *parts])


@pytest.fixture(scope="module")
def made_stage(make_once):
    return make_once(CallFactory.published)


@pytest.fixture(scope="module")
def made_application(make_once, made_stage):
    return make_once(lambda: ApplicationFactory.in_status("SUBMITTED", stage=made_stage))


@pytest.fixture
def handed_in(made_stage, made_application, db):
    """An application that waits for review, with its stage."""
    return deepcopy((made_stage, made_application))


def test_an_officer_takes_decides_and_goes_on_to_the_next_file(handed_in, desk):
    stage, first = handed_in
    second = ApplicationFactory.in_status("SUBMITTED", stage=stage)
    client = desk(stage.officer)
    with stage.after_closing():
        assert client.post(act(first, "take")).status_code == 302
        paper = Paper.objects.get(application=first)
        refused = client.post(act(first, "paper", paper.pk), {"accepted": "no", "reason": ""})
        assert refused.status_code == 422
        assert "reason" in refused.context["form"].errors
        client.post(act(first, "paper", paper.pk), {"accepted": "yes"})
        paper.refresh_from_db()
        assert paper.status == "ACCEPTED"
        answer = client.post(act(first, "eligible"), {"note": ""}, follow=True)
    first.refresh_from_db()
    assert first.status == "ELIGIBLE"
    assert answer.redirect_chain[-1][0] == reverse("admin:allocations_application_change", args=[second.pk])


def test_eligible_with_an_undecided_paper_comes_back_as_a_sentence(handed_in, desk):
    stage, application = handed_in
    client = desk(stage.officer)
    with stage.after_closing():
        client.post(act(application, "take"))
        answer = client.post(act(application, "eligible"), {"note": ""})
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()
    application.refresh_from_db()
    assert application.status == "UNDER_REVIEW"


def test_who_comes_second_reads_who_was_first(handed_in, desk):
    stage, application = handed_in
    late = accounts.officer(stage.call.estate.slug)
    with stage.after_closing():
        desk(stage.officer).post(act(application, "take"))
        answer = desk(late).post(act(application, "take"))
    assert answer.status_code == 409
    assert escape(stage.officer.display_name) in answer.content.decode()


def test_before_the_deadline_nothing_can_be_taken(handed_in, desk):
    stage, application = handed_in
    assert desk(stage.officer).post(act(application, "take")).status_code == 409


def test_a_correction_names_items_and_a_moment(handed_in, desk):
    stage, application = handed_in
    client = desk(stage.officer)
    with stage.after_closing() as now:
        client.post(act(application, "take"))
        assert client.post(act(application, "correction"), {"message": "x"}).status_code == 422
        until = format_datetime(now + (stage.call.corrections_until - stage.closes_at) / 2, language="en")
        data = {"items": ["paper:licence", "craft"], "message": "تصویر تازه بفرستید", "until": until}
        assert client.post(act(application, "correction"), data).status_code == 302
    application.refresh_from_db()
    assert application.status == "CORRECTION_REQUESTED"
    assert application.corrections.get().items == ["paper:licence", "craft"]


def test_not_eligible_needs_a_reason_code(handed_in, desk):
    stage, application = handed_in
    client = desk(stage.officer)
    with stage.after_closing():
        client.post(act(application, "take"))
        assert client.post(act(application, "ineligible"), {"note": "x"}).status_code == 422
        assert client.post(act(application, "ineligible"), {"reason_codes": ["OTHER"], "note": ""}).status_code == 422
        assert client.post(act(application, "ineligible"), {"reason_codes": ["PAPER_MISSING"]}).status_code == 302
    assert application.decisions.get().reason_codes == ["PAPER_MISSING"]


def test_an_application_is_given_back_to_the_queue(handed_in, desk):
    stage, application = handed_in
    with stage.after_closing():
        desk(stage.officer).post(act(application, "take"))
        assert desk(stage.officer).post(act(application, "release")).status_code == 302
    application.refresh_from_db()
    assert application.reviewer is None


@pytest.mark.parametrize("role", ["committee", "auditor"])
def test_others_read_the_page_and_decide_nothing(role, handed_in, desk):
    stage, application = handed_in
    client = desk(accounts.staff(role, stage.call.estate.slug))
    with stage.after_closing():
        answer = client.get(act(application, "change"))
        assert answer.status_code == 200
        assert answer.context["can_take"] is False
        assert client.post(act(application, "take")).status_code == 403
        paper = Paper.objects.get(application=application)
        assert client.post(act(application, "paper", paper.pk), {"accepted": "yes"}).status_code == 403
    application.refresh_from_db()
    assert application.status == "SUBMITTED"


def test_an_officer_does_not_work_on_an_application_of_his_own(handed_in, desk):
    stage, own = handed_in
    user = own.started_by
    accounts.roles.grant(user_id=user.pk, role="officer", scope="", by=None, now=clock.now())
    user.refresh_from_db()
    with stage.after_closing():
        assert desk(user).get(act(own, "change")).status_code == 403
        assert desk(user).post(act(own, "take")).status_code == 403


def test_the_committee_reopens_with_a_reason(handed_in, desk):
    stage, application = handed_in
    with stage.after_closing() as now:
        review.take(application_id=application.pk, by=stage.officer, now=now)
        accept_papers(stage, application, now)
        review.decide_eligibility(application_id=application.pk, eligible=True, by=stage.officer, now=now)
        assert desk(stage.officer).post(act(application, "reopen"), {"reason": "x"}).status_code == 403
        assert desk(stage.member).post(act(application, "reopen"), {"reason": ""}).status_code == 422
        assert desk(stage.member).post(act(application, "reopen"), {"reason": "اعتراض وارد بود"}).status_code == 302
    application.refresh_from_db()
    assert application.status == "UNDER_REVIEW"


def test_looking_at_a_paper_is_logged(handed_in, desk):
    stage, application = handed_in
    paper = Paper.objects.get(application=application)
    client = desk(stage.officer)
    with stage.after_closing():
        shown = client.get(act(application, "change"), {"paper": paper.pk}).content.decode()
        assert paper.file.get_absolute_url() in shown
        assert not FileAccess.objects.filter(file=paper.file, by=stage.officer).exists()
        assert client.get(paper.file.get_absolute_url()).status_code == 200
    assert FileAccess.objects.filter(file=paper.file, by=stage.officer).exists()


def test_the_queue_is_in_order_of_age_and_found_by_code_and_name(handed_in, desk):
    stage, first = handed_in
    # A name of his own: the number in a factory's name is found in the codes of others too.
    second = ApplicationFactory.in_status(
        "SUBMITTED", stage=stage, user=accounts.UserFactory(last_name="میرزایی یگانه")
    )
    client = desk(stage.officer)
    url = reverse("admin:allocations_application_changelist")
    with stage.after_closing():
        rows = client.get(url, {"queue": "waiting"}).context["cl"].result_list
        assert [row.pk for row in rows] == [first.pk, second.pk]
        found = client.get(url, {"q": second.tracking_code.lower()}).context["cl"].result_list
        assert [row.pk for row in found] == [second.pk]
        name = second.applicant.person.last_name.replace("ی", "ي")
        found = client.get(url, {"q": name}).context["cl"].result_list
        assert [row.pk for row in found] == [second.pk]
        client.post(act(first, "take"))
        assert [row.pk for row in client.get(url, {"queue": "mine"}).context["cl"].result_list] == [first.pk]


def test_the_queue_asks_the_same_number_of_questions(handed_in, desk, django_assert_num_queries):
    stage, first = handed_in
    client = desk(stage.officer)
    url = reverse("admin:allocations_application_changelist")
    client.get(url)
    for count in (1, 20):
        handed_in_like(first, count - 1)
        with stage.after_closing(), django_assert_num_queries(QUEUE_QUERIES):
            assert len(client.get(url).context["cl"].result_list) == count
        assert Application.objects.filter(call=stage.call).count() == count


QUEUE_QUERIES = 7


def test_the_queue_shows_a_masked_code_in_persian_digits_from_left_to_right(handed_in, desk):
    stage, application = handed_in
    code = application.applicant.identifier
    shown = desk(stage.officer).get(reverse("admin:allocations_application_changelist")).content.decode()
    masked = local_digits(mask_national_code(code))
    assert f'<bdi dir="ltr">{masked}</bdi>' in shown
    assert any(digit in "۰۱۲۳۴۵۶۷۸۹" for digit in masked)
    assert code not in shown and local_digits(code) not in shown
