"""The vault."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts import selectors
from accounts.file_access import may_open
from accounts.models import Document
from accounts.services import documents, people, reminders
from core import clock
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.files.access import grant_for
from core.messages.models import Message
from tests.factories import accounts as cast


@pytest.fixture
def owner():
    return cast.ApplicantFactory()


def test_a_paper_is_added_by_who_acts_for_the_owner(owner):
    document = cast.document(owner, owner.person.user)
    assert document.file.kind == "image"
    assert [row.document for row in selectors.vaults_of([owner], clock.today())[0].rows] == [document]
    with pytest.raises(PermissionRefused):
        cast.document(owner, cast.UserFactory())
    with pytest.raises(PermissionRefused):
        cast.document(owner, cast.admin())


def test_a_replaced_paper_leaves_the_vault_and_stays_readable(owner):
    user = owner.person.user
    old = cast.document(owner, user)
    new = cast.document(owner, user, replaces_id=old.pk)
    old.refresh_from_db()
    assert (old.status, new.status, new.replaces) == ("REPLACED", "ACTIVE", old)
    assert list(selectors.documents_for(owner)) == [new]
    assert may_open(user, old)
    with pytest.raises(WrongState):
        cast.document(owner, user, replaces_id=old.pk)


def test_a_paper_of_somebody_else_cannot_be_replaced_by_a_changed_id(owner):
    other = cast.ApplicantFactory()
    theirs = cast.document(other, other.person.user)
    with pytest.raises(InvalidInput):
        cast.document(owner, owner.person.user, replaces_id=theirs.pk)
    theirs.refresh_from_db()
    assert theirs.status == "ACTIVE"


def test_a_paper_is_taken_out_once(owner):
    document = cast.document(owner, owner.person.user)
    with pytest.raises(PermissionRefused):
        documents.withdraw(document_id=document.pk, by=cast.UserFactory(), now=clock.now())
    documents.withdraw(document_id=document.pk, by=owner.person.user, now=clock.now())
    with pytest.raises(WrongState):
        documents.withdraw(document_id=document.pk, by=owner.person.user, now=clock.now())


@pytest.mark.parametrize(
    ("days_issued", "days_valid"), [(1, None), (None, -1), (-5, -6)], ids=["from tomorrow", "expired", "wrong order"]
)
def test_dates_that_cannot_be_right_are_refused(owner, days_issued, days_valid):
    today = clock.today()
    dates = {
        "issued_on": None if days_issued is None else today + timedelta(days=days_issued),
        "valid_until": None if days_valid is None else today + timedelta(days=days_valid),
    }
    with pytest.raises(InvalidInput):
        cast.document(owner, owner.person.user, **dates)
    assert not Document.objects.exists()


def test_a_paper_is_valid_on_its_last_day_and_expired_on_the_next(owner):
    today = clock.today()
    document = cast.document(owner, owner.person.user, valid_until=today)
    assert not document.has_expired(today)
    assert document.has_expired(today + timedelta(days=1))
    assert document.expires_soon(today)
    assert list(selectors.documents_for(owner, day=today)) == [document]
    assert list(selectors.documents_for(owner, day=today + timedelta(days=1))) == []


def test_papers_that_need_attention_come_first(owner):
    today, user = clock.today(), owner.person.user
    fine = cast.document(owner, user, kind="birth_certificate")
    soon = cast.document(owner, user, kind="other", valid_until=today + timedelta(days=10))
    rows = selectors.vaults_of([owner], today)[0].rows
    assert [row.document for row in rows] == [soon, fine]


def test_evidence_belongs_to_the_claim_of_its_owner(owner):
    user, now = owner.person.user, clock.now()
    claim = people.claim_group(applicant_id=owner.pk, group="inventor", by=user, now=now)
    assert cast.document(owner, user, claim_id=claim.pk).claim == claim
    other = cast.ApplicantFactory()
    with pytest.raises(InvalidInput):
        cast.document(other, other.person.user, claim_id=claim.pk)


def test_the_file_is_opened_by_the_owner_and_the_auditor_and_by_nobody_else(owner):
    document = cast.document(owner, owner.person.user)
    for user in (owner.person.user, cast.auditor()):
        assert grant_for(user, document.file)
    for user in (cast.UserFactory(), cast.officer(), cast.admin(), cast.manager()):
        assert grant_for(user, document.file) is None


def test_the_owner_is_told_once_that_a_paper_expires(owner):
    now = clock.now()
    cast.document(owner, owner.person.user, valid_until=clock.today() + timedelta(days=30), title="پروانه")
    reminders.remind_of_expiry(now=now)
    reminders.remind_of_expiry(now=now + timedelta(hours=24))
    told = Message.objects.filter(template="accounts.paper_expires", channel="sms")
    assert [message.user for message in told] == [owner.person.user]
    assert "پروانه" in told[0].text
