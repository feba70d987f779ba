"""One paper a page."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from accounts.models import User
from allocations.models import Application
from allocations.services import applications
from allocations.services.rule_rows import GroupSpec, PaperSpec
from core import clock
from tests.allocations.views.form import step
from tests.factories.accounts import ApplicantFactory, UserFactory, document
from tests.factories.allocations import CallFactory, Stage, begin

pytestmark = pytest.mark.django_db


def paper(application: Application, code: str = "licence", name: str = "paper") -> str:
    return reverse(f"applications:{name}", args=[application.tracking_code, code])


def test_a_paper_of_the_vault_is_offered_and_taken(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    kept = document(application.applicant, user, kind="craft_card")
    mine = browser(user)
    assert f'value="{kept.pk}"' in mine.get(paper(application)).content.decode()
    assert mine.post(paper(application), {"document": str(kept.pk)}).status_code == 302
    assert application.papers.get().document == kept


def test_a_paper_of_another_vault_is_no_choice(stage: Stage, user: User, browser: Any) -> None:
    application = begin(stage, user)
    other = UserFactory()
    document(application.applicant, user, kind="craft_card")
    foreign = document(ApplicantFactory(user=other), other, kind="craft_card")
    assert browser(user).post(paper(application), {"document": str(foreign.pk)}).status_code == 422
    assert application.papers.count() == 0


def test_neither_file_nor_paper_is_asked_again(stage: Stage, user: User, browser: Any) -> None:
    assert browser(user).post(paper(begin(stage, user)), {}).status_code == 422


def test_a_file_that_is_none_is_refused_beside_its_field(stage: Stage, user: User, browser: Any) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    application = begin(stage, user)
    for name, content in (("a.jpg", b"<html>"), ("a.pdf", b""), ("a.heic", b"\x00\x00\x00\x18ftypheic")):
        upload = SimpleUploadedFile(name, content, content_type="image/jpeg")
        answer = browser(user).post(paper(application), {"upload": upload})
        assert answer.status_code == 422
        assert "#id_upload" in answer.content.decode()
    assert application.papers.count() == 0


def test_a_paper_can_be_taken_back_from_a_draft_by_post_alone(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    mine = browser(user)
    assert mine.get(paper(application, name="remove_paper")).status_code == 405
    assert mine.post(paper(application, name="remove_paper")).status_code == 302
    assert application.papers.filter(replaced_at__isnull=True).count() == 0


def test_a_required_paper_stays_with_what_was_handed_in(stage: Stage, user: User, browser: Any) -> None:
    application = stage.application(user)
    applications.submit(application_id=application.pk, by=user, now=clock.now())
    browser(user).post(paper(application, name="remove_paper"))
    assert application.papers.filter(replaced_at__isnull=True).count() == 1


def test_a_paper_the_call_does_not_ask_for_is_404(stage: Stage, user: User, browser: Any) -> None:
    assert browser(user).get(paper(begin(stage, user), "passport")).status_code == 404


def test_a_paper_of_a_group_is_asked_of_its_people_alone(user: User, browser: Any) -> None:
    papers = (
        PaperSpec(code="licence", kind="craft_card", name="کارت"),
        PaperSpec(code="proof", kind="special_group_evidence", name="گواهی گروه", group="women"),
    )
    stage = CallFactory.published(groups=[GroupSpec(code="women", name="زنان")], reserved={1: "women"}, papers=papers)
    application = begin(stage, user)
    mine = browser(user)
    assert "گواهی گروه" not in mine.get(step(application, "papers")).content.decode()
    mine.post(step(application, "groups"), {"groups": ["women"]})
    assert "گواهی گروه" in mine.get(step(application, "papers")).content.decode()
