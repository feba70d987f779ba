"""Papers: from a file or the vault, replaced and removed, seen by those who need them."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from accounts.choices import DocumentKind
from accounts.models import User
from allocations.errors import CallNotOpen, NoSuchApplication, PaperRefused
from allocations.models import Application, Paper
from allocations.services import applications
from allocations.services.rule_rows import GroupSpec, PaperSpec
from core import clock
from core.errors import DomainError, InvalidInput
from core.files.access import grant_for
from core.files.models import StoredFile
from tests.factories.accounts import UserFactory, auditor, document, officer, photo, scorer
from tests.factories.allocations import PAPERS, ApplicationFactory, CallFactory, Stage, begin

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def made(make_once: Any) -> tuple[Stage, User, Application]:
    def build() -> tuple[Stage, User, Application]:
        stage, user = CallFactory.published(), UserFactory()
        return stage, user, begin(stage, user)

    return make_once(build)


@pytest.fixture
def stage(made):
    return deepcopy(made[0])


@pytest.fixture
def user(made):
    return deepcopy(made[1])


@pytest.fixture
def draft(made):
    return deepcopy(made[2])


def attach(application, user, **values):
    given = {"requirement_id": application.call.papers.get(code="licence").pk, "now": clock.now(), **values}
    return applications.attach_paper(application_id=application.pk, by=user, **given)


def test_a_newer_paper_takes_the_place_of_the_older_one_which_stays_on_record(draft, user):
    first, second = attach(draft, user, upload=photo()), attach(draft, user, upload=photo())
    first.refresh_from_db()
    assert first.replaced_at == second.added_at
    assert Paper.objects.filter(application=draft, replaced_at__isnull=True).get() == second


def test_a_paper_of_the_vault_can_be_used_when_it_is_mine_of_its_kind_and_valid(draft, user):
    owner = draft.applicant
    good = document(owner, user, kind=DocumentKind.CRAFT_CARD)
    assert attach(draft, user, document_id=good.pk).document == good
    stranger = UserFactory()
    wrong = {
        "other_kind": document(owner, user, kind=DocumentKind.NATIONAL_CARD),
        "expired": document(owner, user, kind=DocumentKind.CRAFT_CARD, valid_until=clock.today()),
        "no_document": document(stranger.person.applicant, stranger, kind=DocumentKind.CRAFT_CARD),
    }
    # Tomorrow: the paper that is valid until today has run out, the call is still open.
    with clock.shifted(timedelta(days=1)):
        for code, paper in wrong.items():
            with pytest.raises(PaperRefused) as refused:
                attach(draft, user, document_id=paper.pk)
            assert refused.value.code == code


def test_exactly_one_source(draft, user):
    with pytest.raises(InvalidInput):
        attach(draft, user)
    with pytest.raises(InvalidInput):
        attach(draft, user, upload=photo(), document_id=1)


def test_a_requirement_of_another_call_is_refused(draft, user):
    other = CallFactory.published().call.papers.get()
    with pytest.raises(InvalidInput) as refused:
        attach(draft, user, upload=photo(), requirement_id=other.pk)
    assert refused.value.code == "no_requirement"


def test_nothing_is_stored_for_somebody_else_or_after_the_deadline(stage, draft, user):
    before = StoredFile.objects.count()
    with pytest.raises(NoSuchApplication):
        attach(draft, UserFactory(), upload=photo())
    with stage.after_closing(), pytest.raises(CallNotOpen):
        attach(draft, user, upload=photo())
    assert StoredFile.objects.count() == before


def test_a_file_that_is_no_picture_is_refused_and_the_form_stays(draft, user):
    from django.core.files.uploadedfile import SimpleUploadedFile

    with pytest.raises(DomainError):
        attach(draft, user, upload=SimpleUploadedFile("card.png", b"<svg onload='x'/>"))
    assert not draft.papers.exists()


def test_a_paper_of_a_group_is_needed_from_those_who_claim_the_group(user):
    evidence = PaperSpec(code="evidence", kind=DocumentKind.SPECIAL_GROUP_EVIDENCE, name="گواهی", group="women")
    stage = CallFactory.published(groups=[GroupSpec("women", "بانوان")], papers=[*PAPERS, evidence])
    plain = ApplicationFactory.in_status("SUBMITTED", stage=stage)
    assert plain.papers.count() == 1
    claiming = ApplicationFactory.in_status("SUBMITTED", stage=stage, user=user, groups=["women"])
    assert claiming.papers.count() == 2


def test_papers_are_opened_by_the_applicant_and_those_who_decide(stage, draft, user):
    file = attach(draft, user, upload=photo()).file
    slug = stage.call.estate.slug
    assert grant_for(user, file).purpose == "allocations.own_paper"
    assert grant_for(stage.officer, file).purpose == "allocations.review"
    assert grant_for(auditor(), file) is not None
    for other in (UserFactory(), officer("elsewhere"), scorer(slug)):
        assert grant_for(other, file) is None
