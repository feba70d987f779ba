"""What the portal keeps for its owner to see: looks at his papers, his browsers, his messages."""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.test import Client

from core import clock
from core.files.models import FileAccess
from core.messages import services as outbox
from core.messages.models import Message
from tests.factories import accounts as cast


def test_looks_of_others_at_my_papers_are_shown_and_my_own_are_not(mine, user):
    document = cast.document(user.person.applicant, user)
    auditor = cast.auditor()
    desk = Client()
    desk.force_login(auditor)
    assert desk.get(document.file.get_absolute_url()).status_code == 200
    assert mine.get(document.file.get_absolute_url()).status_code == 200
    looks = mine.get("/account/access-log/").context["looks"]
    assert [look.by for look in looks] == [auditor]
    assert FileAccess.objects.count() == 2


def test_looks_at_papers_of_others_are_not_shown(mine):
    other = cast.ApplicantFactory()
    document = cast.document(other, other.person.user)
    FileAccess.objects.create(file=document.file, by=cast.officer(), at=clock.now())
    assert mine.get("/account/access-log/").context["looks"] == []


def test_other_browsers_are_listed_and_signed_out_one_or_all(mine, user):
    others = [Client(), Client()]
    for browser in others:
        browser.post("/account/sign-in/", {"name": user.national_code, "password": cast.PASSWORD})
    rows = mine.get("/account/sessions/").context["sessions"]
    assert [row.is_this_one for row in rows] == [True, False, False]
    mine.post(f"/account/sessions/{rows[1].pk}/end/")
    assert len(mine.get("/account/sessions/").context["sessions"]) == 2
    mine.post("/account/sessions/end-others/")
    assert len(mine.get("/account/sessions/").context["sessions"]) == 1
    assert [browser.get("/account/").status_code for browser in others] == [302, 302]
    assert Session.objects.count() >= 1


def test_sessions_of_others_cannot_be_ended(mine):
    other, browser = cast.UserFactory(), Client()
    browser.post("/account/sign-in/", {"name": other.national_code, "password": cast.PASSWORD})
    theirs = browser.get("/account/sessions/").context["sessions"][0]
    assert mine.post(f"/account/sessions/{theirs.pk}/end/").status_code == 404
    assert browser.get("/account/").status_code == 200


def test_messages_are_shown_to_whom_they_were_written_and_marked_by_a_post(mine, user):
    outbox.send(template="accounts.phone_changed", to=user, params={}, key="a", now=clock.now())
    outbox.send(template="accounts.phone_changed", to=cast.UserFactory(), params={}, key="b", now=clock.now())
    page = mine.get("/account/messages/")
    assert [message.key for message in page.context["page"]] == ["a"]
    assert Message.objects.get(key="a").read_at is None
    mine.post("/account/messages/read/")
    assert Message.objects.get(key="a").read_at is not None
    assert Message.objects.get(key="b").read_at is None
