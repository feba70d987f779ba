"""Beginning, filling in, handing in, changing and withdrawing an application."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from accounts.models import User
from allocations.choices import Step
from allocations.engine import canonical
from allocations.errors import Incomplete, MayNotApply, NoSuchApplication, StepLocked
from allocations.models import Application, Choice
from allocations.services import applications
from allocations.services.rule_rows import GroupSpec
from core import clock, codes
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.jobs.models import Job
from core.messages.models import Message
from tests.factories.accounts import ApplicantFactory, LegalEntityFactory, UserFactory
from tests.factories.allocations import PLAN, CallFactory, Stage, begin, fill

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User]:
    return make_once(lambda: (CallFactory.published(), UserFactory()))


@pytest.fixture
def stage(made):
    return deepcopy(made[0])


@pytest.fixture
def user(made):
    return deepcopy(made[1])


@pytest.fixture(scope="module")
def made_filled(make_once: Any, made: Any) -> tuple[User, Application]:
    def build() -> tuple[User, Application]:
        writer = UserFactory()
        return writer, made[0].application(writer)

    return make_once(build)


@pytest.fixture
def writer(made_filled):
    return deepcopy(made_filled[0])


@pytest.fixture
def filled(made_filled):
    """The form of `writer` with every step filled in."""
    return deepcopy(made_filled[1])


def submit(application, user, **values):
    return applications.submit(application_id=application.pk, by=user, now=clock.now(), **values)


def given(application, user):
    return {"application_id": application.pk, "by": user, "now": clock.now()}


def test_beginning_twice_gives_the_same_draft(stage, user):
    first = begin(stage, user)
    assert begin(stage, user) == first
    assert Application.objects.filter(call=stage.call, applicant=first.applicant).count() == 1
    assert first.tracking_code.startswith("ZN-14")
    assert first.opaque_id is None


def test_nobody_begins_for_somebody_else(stage, user):
    stranger = UserFactory()
    applicant = ApplicantFactory(user=user)
    with pytest.raises(PermissionRefused):
        applications.start(call_id=stage.call.pk, applicant_id=applicant.pk, by=stranger, now=clock.now())


def test_who_signs_for_an_entity_applies_for_it(stage, user):
    entity = LegalEntityFactory(signatory=user, county="zanjan", address="خیابان صفا", postal_code="4513751111")
    applicant = ApplicantFactory(entity=entity)
    application = applications.start(call_id=stage.call.pk, applicant_id=applicant.pk, by=user, now=clock.now())
    receipt = submit(fill(application, by=user), user)
    assert json.loads(receipt.version.form_json)["applicant"]["identifier"] == entity.legal_national_id


def test_who_is_under_age_cannot_begin(stage, user):
    applicant = ApplicantFactory(user=user, birth_date=clock.today().replace(year=clock.today().year - 17))
    with pytest.raises(MayNotApply) as refused:
        applications.start(call_id=stage.call.pk, applicant_id=applicant.pk, by=user, now=clock.now())
    assert refused.value.reasons == ("UNDER_AGE",)


def test_residence_is_the_address_and_not_the_prefix_of_the_national_code(user):
    stage = CallFactory.draft()
    county = stage.call.estate.county
    stage = CallFactory.published(fields={"resident_county": county})
    elsewhere = ApplicantFactory(user=user, county="abhar")
    with pytest.raises(MayNotApply) as refused:
        applications.start(call_id=stage.call.pk, applicant_id=elsewhere.pk, by=user, now=clock.now())
    assert refused.value.reasons == ("NOT_RESIDENT",)
    assert begin(stage, UserFactory()).status == "DRAFT"


def test_handing_in_gives_one_receipt_however_often_it_is_asked(writer, filled):
    application = filled
    first, second = submit(application, writer), submit(application, writer)
    assert first == second
    application.refresh_from_db()
    assert application.status == "SUBMITTED"
    assert application.first_submitted_at == application.last_submitted_at == first.issued_at
    assert len(application.opaque_id) == 26
    assert application.versions.count() == 1
    assert Job.objects.filter(kind="allocations.receipt_pdf", key=first.code).count() == 1
    sent = Message.objects.filter(template="allocations.receipt", user=writer)
    assert {message.channel for message in sent} == {"sms", "portal"}


def test_what_was_handed_in_is_kept_word_for_word(stage, writer, filled):
    receipt = submit(filled, writer)
    form = json.loads(receipt.version.form_json)
    assert canonical.sha256_hex(receipt.version.form_json.encode()) == receipt.version.sha256
    assert form["jobs_promised"] == PLAN["jobs_promised"]
    assert [choice["plot"] for choice in form["choices"]] == [stage.plots[0].code, stage.plots[1].code]
    assert form["papers"][0]["sha256"] == receipt.application.papers.get().file.sha256
    assert form["rules_sha256"] == stage.call.rules_sha256


def test_an_incomplete_form_is_refused_with_every_problem_by_step(stage, user):
    application = begin(stage, user)
    with pytest.raises(Incomplete) as refused:
        submit(application, user)
    assert set(refused.value.errors) == {"identity", "craft", "plan", "choices", "papers", "check", "declaration"}
    application.refresh_from_db()
    assert application.status == "DRAFT"
    assert not application.versions.exists()


def test_a_foreign_application_looks_like_a_missing_one(filled):
    application = filled
    stranger = UserFactory()
    calls = [
        lambda number: applications.submit(application_id=number, by=stranger, now=clock.now()),
        lambda number: applications.withdraw(application_id=number, by=stranger, now=clock.now()),
        lambda number: applications.save_step(
            application_id=number, step="plan", data={}, by=stranger, now=clock.now()
        ),
        lambda number: applications.set_choices(
            application_id=number, plot_codes=[], any_other=True, by=stranger, now=clock.now()
        ),
    ]
    for call in calls:
        with pytest.raises(NoSuchApplication) as foreign:
            call(application.pk)
        with pytest.raises(NoSuchApplication) as missing:
            call(999_999_999)
        assert str(foreign.value) == str(missing.value)


def test_any_other_plot_is_expanded_in_published_order_after_the_named_ones(user):
    stage = CallFactory.published(plots=5)
    named = [stage.plots[3].code, stage.plots[1].code]
    application = stage.application(user, choices=named, any_other=True)
    assert application.choices.count() == 2
    submit(application, user)
    rows = application.choices.order_by("position").values_list("position", "call_plot__plot__code", "named")
    rest = [stage.plots[place].code for place in (0, 2, 4)]
    assert list(rows) == [(place, code, place <= 2) for place, code in enumerate([*named, *rest], start=1)]


def test_a_change_before_the_deadline_counts_at_once_and_keeps_the_first_time(stage, writer, filled):
    application = filled
    first = submit(application, writer)
    applications.save_step(step=Step.PLAN, data={"jobs_promised": 7}, **given(application, writer))
    applications.set_choices(plot_codes=[stage.plots[2].code], any_other=True, **given(application, writer))
    application.refresh_from_db()
    assert application.status == "SUBMITTED"
    assert application.first_submitted_at == first.issued_at
    assert application.last_submitted_at > first.issued_at
    assert application.versions.count() == 3
    newest = application.receipts.latest("id")
    assert newest != first
    assert json.loads(newest.version.form_json)["jobs_promised"] == 7
    assert [row.named for row in application.choices.order_by("position")] == [True, False, False]
    assert submit(application, writer) == newest


def test_the_same_page_sent_twice_makes_no_second_version(stage, writer, filled):
    application = filled
    submit(application, writer)
    for _ in range(2):
        applications.save_step(step=Step.PLAN, data={"jobs_promised": 7}, **given(application, writer))
        applications.set_choices(plot_codes=[stage.plots[1].code], any_other=True, **given(application, writer))
        applications.save_step(step=Step.CHECK, data={}, **given(application, writer))
    assert application.versions.count() == 3
    assert application.receipts.count() == 3


def test_a_change_that_would_make_it_incomplete_is_refused_whole(stage, writer, filled):
    application = filled
    submit(application, writer)
    with pytest.raises(Incomplete):
        applications.save_step(step=Step.PLAN, data={"area_needed": None}, **given(application, writer))
    requirement = stage.call.papers.get()
    with pytest.raises(Incomplete):
        applications.remove_paper(requirement_id=requirement.pk, **given(application, writer))
    application.refresh_from_db()
    assert application.area_needed == PLAN["area_needed"]
    assert application.papers.get().replaced_at is None
    assert application.versions.count() == 1


def test_answers_of_a_draft_are_declared_again_after_a_change(writer, filled):
    application = filled
    assert application.declared_at is not None
    applications.save_step(step=Step.PLAN, data={"jobs_now": 5}, **given(application, writer))
    with pytest.raises(Incomplete) as refused:
        submit(application, writer)
    assert set(refused.value.errors) == {"check", "declaration"}


@pytest.mark.parametrize(
    ("step", "data", "field"),
    [
        ("craft", {"trade": "carpentry"}, "trade"),
        ("craft", {"licence_kind": "TRADE_LICENCE"}, "licence_kind"),
        ("craft", {"licence_kind": "NONSENSE"}, "licence_kind"),
        ("craft", {"years_licensed": 81}, "years_licensed"),
        ("craft", {"licence_issued_on": "2016-03-21", "licence_valid_until": "2015-01-01"}, "licence_valid_until"),
        ("craft", {"licence_issued_on": "2990-01-01"}, "licence_issued_on"),
        ("plan", {"jobs_now": -1}, "jobs_now"),
        ("plan", {"investment_rials": "بسیار"}, "investment_rials"),
        ("plan", {"area_needed": "1e5"}, "area_needed"),
        ("plan", {"workplace_kind": "PALACE"}, "workplace_kind"),
        ("declaration", {"agreed": False}, "agreed"),
        ("declaration", {"agreed": True}, "no_other_unit"),
    ],
)
def test_a_wrong_answer_is_refused_beside_its_field(stage, user, step, data, field):
    application = begin(stage, user)
    with pytest.raises(InvalidInput) as refused:
        applications.save_step(step=step, data=data, **given(application, user))
    assert field in refused.value.errors
    application.refresh_from_db()
    assert application.saved_steps == {}


@pytest.mark.parametrize("name", ["status", "score", "opaque_id", "first_submitted_at", "applicant", "reviewer"])
def test_hidden_fields_are_refused(stage, user, name):
    application = begin(stage, user)
    with pytest.raises(InvalidInput) as refused:
        applications.save_step(step="plan", data={name: 1}, **given(application, user))
    assert refused.value.code == "unknown_field"


def test_a_list_of_plots_holds_plots_of_the_call_once(stage, user):
    application = begin(stage, user)
    other = CallFactory.published().plots[0].code
    codes = stage.plots[0].code
    for wrong in ([other], [codes, codes], ["NOT-A-PLOT"], []):
        with pytest.raises(InvalidInput):
            applications.set_choices(plot_codes=wrong, any_other=False, **given(application, user))
    assert not Choice.objects.filter(application=application).exists()


def test_groups_are_those_of_the_call(user):
    stage = CallFactory.published(groups=[GroupSpec("women", "بانوان")])
    application = begin(stage, user)
    with pytest.raises(InvalidInput):
        applications.set_groups(group_codes=["veterans"], **given(application, user))
    applications.set_groups(group_codes=["women"], **given(application, user))
    assert application.group_claims.get().group.code == "women"
    applications.set_groups(group_codes=[], **given(application, user))
    assert not application.group_claims.exists()


def test_withdrawing_is_for_good(stage, writer, filled):
    application = filled
    submit(application, writer)
    applications.withdraw(**given(application, writer))
    application.refresh_from_db()
    assert application.withdrawn_at is not None
    with pytest.raises(WrongState):
        submit(application, writer)
    with pytest.raises(WrongState):
        applications.withdraw(**given(application, writer))
    with pytest.raises(StepLocked):
        applications.save_step(step="plan", data={}, **given(application, writer))
    assert begin(stage, writer) == application


def test_a_code_that_was_taken_is_drawn_again(stage, user, monkeypatch):
    taken = begin(stage, UserFactory())
    drawn = iter([taken.tracking_code, taken.tracking_code, "ZN-1405-2222222"])
    monkeypatch.setattr(codes, "make_tracking_code", lambda *args, **kwargs: next(drawn))
    assert begin(stage, user).tracking_code == "ZN-1405-2222222"


def test_names_in_the_public_record_are_random_and_in_their_alphabet():
    drawn = {codes.new_opaque_id() for _ in range(500)}
    assert len(drawn) == 500
    assert all(len(one) == 26 and set(one) <= set("abcdefghijklmnopqrstuvwxyz234567") for one in drawn)
