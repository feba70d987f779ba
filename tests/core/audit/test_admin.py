"""The record of who did what, read at the staff desk."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from core import clock
from core.audit import record
from core.audit.models import Entry
from core.persian.dates import format_datetime
from tests.factories import accounts

pytestmark = pytest.mark.django_db
LIST = reverse("admin:audit_entry_changelist")


def enter(user):
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


@pytest.fixture
def entries():
    """Two acts of a day ago and one of now, about the same account."""
    user = accounts.UserFactory(last_name="نگارنده")
    now = clock.now()
    Entry.objects.all().delete()
    for action, by, at in (("a.thing.begun", user, now - timedelta(days=2)), ("a.thing.ended", None, now)):
        record(action=action, by=by, target=user, now=at)
    return user


def found(client, **query):
    return [row.action for row in client.get(LIST, query).context["cl"].result_list]


def test_auditors_and_administrators_read_it_and_nobody_else():
    for role in ("auditor", "admin"):
        assert enter(accounts.staff(role)).get(LIST).status_code == 200
    for role in ("officer", "committee", "scorer", "manager", "finance"):
        assert enter(accounts.staff(role)).get(LIST).status_code == 403


def test_it_is_filtered_by_act_person_thing_and_jalali_time(entries):
    client = enter(accounts.auditor())
    assert found(client, action="a.thing.b") == ["a.thing.begun"]
    assert found(client, actor="نگارنده") == ["a.thing.begun"]
    assert found(client, actor="-", action="a.thing") == ["a.thing.ended"]
    assert len(found(client, target=f"accounts.user {entries.pk}", action="a.thing")) == 2
    yesterday = format_datetime(clock.now() - timedelta(days=1), language="en")
    assert found(client, since=yesterday, action="a.thing") == ["a.thing.ended"]
    assert found(client, until=yesterday, action="a.thing") == ["a.thing.begun"]
    assert len(found(client, since="no date", action="a.thing")) == 2
    exact = {"target_type": "accounts.user", "target_id": str(entries.pk), "action": "a.thing"}
    assert len(found(client, **exact)) == 2


def test_an_entry_can_be_opened_and_nothing_can_be_written(entries):
    client = enter(accounts.auditor())
    row = Entry.objects.filter(action="a.thing.begun").get()
    url = reverse("admin:audit_entry_change", args=[row.pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"action": "other"}).status_code == 403
    assert client.post(reverse("admin:audit_entry_add"), {"action": "other"}).status_code == 403
    row.refresh_from_db()
    assert row.action == "a.thing.begun"


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_asks_the_same_number_of_questions(count, django_assert_num_queries):
    user = accounts.auditor()
    for number in range(count):
        record(action=f"b.thing.{number}", by=user, target=user, now=clock.now())
    client = enter(user)
    client.get(LIST)
    with django_assert_num_queries(LIST_QUERIES):
        client.get(LIST, {"action": "b.thing"})


LIST_QUERIES = 5
