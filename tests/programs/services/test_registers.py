"""Money and registers of a programme: what is accepted, what is refused, who writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from core.errors import Conflict, DomainError, InvalidInput, NotFound, PermissionRefused
from core.files.access import grant_for
from programs.errors import ProgrammeOver
from programs.models import BudgetLine, Decision, ProgrammePhoto, Risk
from programs.services import budget, facts, photos, plans, programmes, registers
from tests.factories import accounts
from tests.factories.programs import NOW, STARTS, ProgrammeFactory, activity_row

pytestmark = pytest.mark.django_db

LINE = {"name": "عمرانی", "source_of_funds": "COMPANY", "year": 1405, "approved": 90_000_000_000}


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 3), (6, 3), (3, 0), (3, 6)])
def test_risks_are_rated_from_1_to_5(likelihood: int, impact: int) -> None:
    programme = ProgrammeFactory()
    values = {"name": "تأخیر", "likelihood": likelihood, "impact": impact}
    with pytest.raises(InvalidInput):
        registers.add_risk(programme_id=programme.pk, values=values, by=None, now=NOW)
    assert not Risk.objects.exists()


def test_an_issue_is_solved_with_its_day_and_opened_again_without() -> None:
    officer, programme = accounts.programme_officer(), ProgrammeFactory()
    issue = registers.add_issue(programme_id=programme.pk, values={"name": "معارض"}, by=officer, now=NOW)
    issue = registers.move_issue(issue_id=issue.pk, move="solve", by=officer, now=NOW)
    assert issue.solved_on is not None
    assert registers.move_issue(issue_id=issue.pk, move="reopen", by=officer, now=NOW).solved_on is None


def test_a_budget_line_belongs_to_an_activity_of_its_own_programme() -> None:
    programme, other = ProgrammeFactory(), ProgrammeFactory()
    (foreign,) = plans.set_activities(programme_id=other.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    with pytest.raises(InvalidInput):
        budget.add_line(programme_id=programme.pk, values={**LINE, "activity": foreign}, by=None, now=NOW)
    budget.add_line(programme_id=programme.pk, values=LINE, by=None, now=NOW)
    with pytest.raises((InvalidInput, Conflict)):
        budget.add_line(programme_id=programme.pk, values=LINE, by=None, now=NOW)
    assert BudgetLine.objects.count() == 1


def test_the_registers_of_a_programme_that_is_over_are_closed() -> None:
    programme = ProgrammeFactory.in_status("STOPPED")
    with pytest.raises(ProgrammeOver):
        budget.add_line(programme_id=programme.pk, values=LINE, by=None, now=NOW)
    with pytest.raises(ProgrammeOver):
        registers.add_risk(
            programme_id=programme.pk, values={"name": "x", "likelihood": 1, "impact": 1}, by=None, now=NOW
        )


@pytest.mark.parametrize("role", ["auditor", "manager", "admin", "officer"])
def test_others_write_no_registers(role: str) -> None:
    programme, user = ProgrammeFactory(), accounts.staff(role)
    decision = {"taken_on": STARTS, "body": "هیئت‌مدیره", "text": "تصویب شد"}
    acts: list[Any] = [
        lambda: registers.add_decision(programme_id=programme.pk, values=decision, by=user, now=NOW),
        lambda: budget.add_line(programme_id=programme.pk, values=LINE, by=user, now=NOW),
        lambda: facts.add_fact(programme_id=programme.pk, values={"text": "x", "source": "y"}, by=user, now=NOW),
        lambda: programmes.link_estate(programme_id=programme.pk, estate_id=1, by=user, now=NOW),
    ]
    for act in acts:
        with pytest.raises(PermissionRefused):
            act()
    assert not Decision.objects.exists()


def test_a_fact_without_a_source_is_refused_and_the_same_fact_is_written_once() -> None:
    programme = ProgrammeFactory()
    with pytest.raises(InvalidInput):
        facts.add_fact(programme_id=programme.pk, values={"text": "۱۰۳ هکتار", "source": ""}, by=None, now=NOW)
    for _again in range(2):
        facts.add_fact(programme_id=programme.pk, values={"text": "۱۰۳ هکتار", "source": "ایسنا"}, by=None, now=NOW)
    assert programme.facts.count() == 1


def test_photos_are_open_to_everybody_only_on_a_public_page(settings: Any, tmp_path: Any) -> None:
    from django.contrib.auth.models import AnonymousUser

    settings.MEDIA_ROOT = tmp_path
    programme = ProgrammeFactory.in_status("ACTIVE")
    values = {"stage": "BEFORE", "caption": "پیش از کار", "pair_key": "yard"}
    photo = photos.add_photo(programme_id=programme.pk, upload=accounts.photo(), values=values, by=None, now=NOW)
    visitor, auditor = AnonymousUser(), accounts.auditor()
    assert grant_for(visitor, photo.file).public
    photos.change_photo(photo_id=photo.pk, values={"is_public": False}, by=None, now=NOW)
    assert grant_for(visitor, photo.file) is None
    assert grant_for(accounts.UserFactory(), photo.file) is None
    assert grant_for(auditor, photo.file) is not None


def test_a_pair_has_one_photo_before_and_one_after(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    programme = ProgrammeFactory()
    values = {"stage": "BEFORE", "caption": "پیش از کار", "pair_key": "yard"}
    common: dict[str, Any] = {"programme_id": programme.pk, "by": None, "now": NOW}
    photos.add_photo(upload=accounts.photo(), values=values, **common)
    with pytest.raises((InvalidInput, Conflict)):
        photos.add_photo(upload=accounts.photo(), values=values, **common)
    photos.add_photo(upload=accounts.photo(), values={**values, "stage": "AFTER"}, **common)
    assert ProgrammePhoto.objects.count() == 2


def test_a_file_that_is_no_picture_is_refused(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    programme = ProgrammeFactory()
    upload = SimpleUploadedFile("photo.jpg", b"MZ not a picture")
    with pytest.raises(DomainError):
        photos.add_photo(
            programme_id=programme.pk, upload=upload, values={"stage": "BEFORE", "caption": "x"}, by=None, now=NOW
        )
    assert not ProgrammePhoto.objects.exists()


def test_what_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound):
        registers.change_risk(risk_id=1, values={"name": "x"}, by=None, now=NOW)
    with pytest.raises(NotFound):
        programmes.change(programme_id=1, values={"name": "x"}, by=None, now=NOW)
