"""Review: taking from the queue, deciding papers and groups, deciding about eligibility, reopening."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from accounts.models import User
from allocations.choices import ApplicationStatus, RefusalReason
from allocations.errors import Incomplete, OwnApplication, TakenByOther
from allocations.models import Application, EligibilityDecision, Paper
from allocations.services import review
from allocations.services.rule_rows import GroupSpec
from core.audit.models import Entry
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from tests.factories.accounts import UserFactory, committee, officer
from tests.factories.allocations import ApplicationFactory, CallFactory, Stage, accept_papers

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User]:
    return make_once(lambda: (CallFactory.published(), UserFactory()))


@pytest.fixture(scope="module")
def made_taken(make_once: Any, made: Any) -> Application:
    return make_once(lambda: ApplicationFactory.in_status("UNDER_REVIEW", stage=made[0], user=made[1]))


@pytest.fixture(scope="module")
def made_waiting(make_once: Any, made: Any) -> Application:
    return make_once(lambda: ApplicationFactory.in_status("SUBMITTED", stage=made[0]))


@pytest.fixture
def stage(made):
    return deepcopy(made[0])


@pytest.fixture
def user(made):
    return deepcopy(made[1])


@pytest.fixture
def taken(made_taken):
    """The application of `user`, taken for review by the officer."""
    return deepcopy(made_taken)


@pytest.fixture
def waiting(made_waiting):
    """Another one, handed in, that nobody has taken."""
    return deepcopy(made_waiting)


def test_nothing_is_taken_before_the_deadline_because_it_can_still_change(stage, waiting):
    with pytest.raises(WrongState) as refused:
        review.take(application_id=waiting.pk, by=stage.officer, now=stage.call.opens_at)
    assert refused.value.code == "term_not_ended"


def test_two_officers_do_not_take_the_same_application(stage, taken):
    second = officer(stage.call.estate.slug)
    with stage.after_closing() as now:
        with pytest.raises(TakenByOther) as refused:
            review.take(application_id=taken.pk, by=second, now=now)
        assert stage.officer.display_name in str(refused.value)
        assert review.take(application_id=taken.pk, by=stage.officer, now=now) == taken
        review.release(application_id=taken.pk, by=stage.officer, now=now)
        assert review.take(application_id=taken.pk, by=second, now=now).reviewer == second


def test_an_officer_of_another_estate_takes_nothing(stage, waiting):
    with stage.after_closing() as now, pytest.raises(PermissionRefused):
        review.take(application_id=waiting.pk, by=officer("elsewhere"), now=now)


def test_nobody_reviews_his_own_application_whatever_rights_he_has(stage):
    own = officer(stage.call.estate.slug)
    application = ApplicationFactory.in_status("SUBMITTED", stage=stage, user=own)
    own.is_superuser = True
    own.save(update_fields=["is_superuser"])
    with stage.after_closing() as now, pytest.raises(OwnApplication):
        review.take(application_id=application.pk, by=own, now=now)


def test_a_paper_is_accepted_or_refused_with_a_reason_and_can_be_decided_again(stage, taken):
    paper = Paper.objects.get(application=taken)
    with stage.after_closing() as now:
        with pytest.raises(InvalidInput):
            review.decide_paper(paper_id=paper.pk, accepted=False, by=stage.officer, now=now)
        decided = review.decide_paper(paper_id=paper.pk, accepted=False, reason="ناخوانا", by=stage.officer, now=now)
        assert (decided.status, decided.reason, decided.decided_by) == ("REFUSED", "ناخوانا", stage.officer)
        decided = review.decide_paper(paper_id=paper.pk, accepted=True, by=stage.officer, now=now)
        assert (decided.status, decided.reason) == ("ACCEPTED", "")
    actions = Entry.objects.filter(target_type="allocations.paper").order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["allocations.paper.refused", "allocations.paper.accepted"]


def test_only_the_officer_who_took_it_decides(stage, taken):
    paper = Paper.objects.get(application=taken)
    second = officer(stage.call.estate.slug)
    with stage.after_closing() as now:
        with pytest.raises(PermissionRefused):
            review.decide_paper(paper_id=paper.pk, accepted=True, by=second, now=now)
        with pytest.raises(PermissionRefused):
            review.decide_eligibility(application_id=taken.pk, eligible=True, by=second, now=now)


def test_eligible_needs_every_paper_and_group_decided(user):
    stage = CallFactory.published(groups=[GroupSpec("women", "بانوان")], reserved={1: "women"})
    application = ApplicationFactory.in_status("UNDER_REVIEW", stage=stage, user=user, groups=["women"])
    given = {"application_id": application.pk, "eligible": True, "by": stage.officer}
    with stage.after_closing() as now:
        with pytest.raises(Incomplete) as refused:
            review.decide_eligibility(**given, now=now)
        assert refused.value.code == "papers_pending"
        paper = Paper.objects.get(application=application)
        review.decide_paper(paper_id=paper.pk, accepted=False, reason="ناخوانا", by=stage.officer, now=now)
        claim = application.group_claims.get()
        review.decide_group(claim_id=claim.pk, accepted=False, reason="مدرکی نیست", by=stage.officer, now=now)
        with pytest.raises(Incomplete) as refused:
            review.decide_eligibility(**given, now=now)
        assert refused.value.code == "required_paper_refused"
        review.decide_paper(paper_id=paper.pk, accepted=True, by=stage.officer, now=now)
        decision = review.decide_eligibility(**given, now=now)
    assert decision.eligible
    application.refresh_from_db()
    assert application.status == ApplicationStatus.ELIGIBLE
    assert Message.objects.filter(template="allocations.eligible", user=user).count() == 1


def test_a_refusal_names_its_reasons_and_the_applicant_is_told(stage, user, taken):
    given = {"application_id": taken.pk, "eligible": False, "by": stage.officer}
    with stage.after_closing() as now:
        for wrong in ({}, {"reason_codes": ["NONSENSE"]}, {"reason_codes": [RefusalReason.OTHER]}):
            with pytest.raises(InvalidInput):
                review.decide_eligibility(**given, now=now, **wrong)
        codes = [RefusalReason.LICENCE_EXPIRED, RefusalReason.OTHER]
        decision = review.decide_eligibility(**given, now=now, reason_codes=codes, note="کارگاه تعطیل است")
    assert decision.reason_codes == codes
    taken.refresh_from_db()
    assert taken.status == ApplicationStatus.INELIGIBLE
    assert Message.objects.filter(template="allocations.ineligible", user=user, channel="sms").count() == 1


def test_the_committee_reopens_with_a_reason_and_the_officer_does_not(stage, taken):
    application, member = taken, committee(stage.call.estate.slug)
    with stage.after_closing() as now:
        refusal = {"eligible": False, "reason_codes": [RefusalReason.LICENCE_NOT_CONFIRMED]}
        review.decide_eligibility(application_id=application.pk, by=stage.officer, now=now, **refusal)
        with pytest.raises(PermissionRefused):
            review.reopen(application_id=application.pk, reason="اعتراض وارد بود", by=stage.officer, now=now)
        with pytest.raises(InvalidInput):
            review.reopen(application_id=application.pk, reason=" ", by=member, now=now)
        review.reopen(application_id=application.pk, reason="اعتراض وارد بود", by=member, now=now)
        application.refresh_from_db()
        assert (application.status, application.reviewer) == ("UNDER_REVIEW", None)
        review.take(application_id=application.pk, by=stage.officer, now=now)
        accept_papers(stage, application, now)
        review.decide_eligibility(application_id=application.pk, eligible=True, by=stage.officer, now=now)
    assert EligibilityDecision.objects.filter(application=application).count() == 2
