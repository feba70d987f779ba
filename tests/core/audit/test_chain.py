"""Every write is an event with its actor, and no event can be changed without `verify` finding it (trust R7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from core.audit import acting, record
from core.audit.grants import chained_tables, grant
from core.audit.models import Entry, Link
from core.audit.verification import verify
from portal.services import layout

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
User = get_user_model()


@pytest.fixture
def people(transactional_db: None) -> list[object]:
    """Two users written by the ORM, committed, so that their events are links."""
    made = [
        User.objects.create(national_code=code, phone=phone, first_name="نمونه", last_name="یک")
        for code, phone in (("0499370899", "09120000001"), ("0790419904", "09120000002"))
    ]
    record(action="test.thing.done", by=made[0], target=made[1], now=NOW)
    return made


def events_of(model: type) -> type:
    return next(m for m in model._meta.apps.get_models() if getattr(m, "pgh_tracked_model", None) is model)


def sql(statement: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def kinds() -> list[str]:
    return sorted({finding.kind for finding in verify().findings})


def test_an_untouched_record_is_verified(people: list[object]) -> None:
    verdict = verify()
    assert verdict.ok
    assert verdict.links == verdict.rows == Link.objects.count() >= 3


@pytest.mark.parametrize("way", ["orm", "queryset", "raw"])
def test_every_way_of_writing_makes_an_event_with_its_actor(people: list[object], way: str) -> None:
    target, actor = people
    with acting(actor, request="r-1"):
        if way == "orm":
            target.last_name = "دیگر"
            target.save(update_fields=["last_name", "search_key"])
        elif way == "queryset":
            User.objects.filter(pk=target.pk).update(last_name="دیگر")
        else:
            sql("UPDATE accounts_user SET last_name = %s WHERE id = %s", "دیگر", target.pk)
    event = events_of(User).objects.filter(pgh_obj_id=target.pk).latest("pgh_id")
    assert event.last_name == "دیگر"
    assert event.pgh_context == {"actor": actor.pk, "request": "r-1"}
    assert verify().ok


def test_what_is_written_after_a_savepoint_was_given_up_still_tells_its_actor(people: list[object]) -> None:
    target, actor = people
    with acting(actor, request="r-2"), transaction.atomic(), CaptureQueriesContext(connection) as asked:
        with suppress(ValueError), transaction.atomic():
            User.objects.filter(pk=target.pk).update(last_name="نه")
            raise ValueError
        with transaction.atomic():
            User.objects.filter(pk=target.pk).update(last_name="آری")
    event = events_of(User).objects.filter(pgh_obj_id=target.pk).latest("pgh_id")
    assert (event.last_name, event.pgh_context) == ("آری", {"actor": actor.pk, "request": "r-2"})
    told = [query["sql"].split()[0] for query in asked.captured_queries if "pghistory" in query["sql"]]
    assert len(told) == 2, "once for each that writes, not for savepoints"


def test_an_edited_event_is_found(people: list[object]) -> None:
    table = events_of(User)._meta.db_table
    sql(f"UPDATE {table} SET last_name = 'x' WHERE pgh_id = (SELECT min(pgh_id) FROM {table})")
    assert kinds() == ["row altered"]


def test_an_edited_entry_is_found(people: list[object]) -> None:
    Entry.objects.update(actor=people[1])
    assert kinds() == ["row altered"]


def test_a_deleted_event_is_found(people: list[object]) -> None:
    table = events_of(User)._meta.db_table
    sql(f"DELETE FROM {table} WHERE pgh_id = (SELECT min(pgh_id) FROM {table})")
    assert kinds() == ["row removed"]


def test_an_event_deleted_with_its_link_is_found(people: list[object]) -> None:
    table = events_of(User)._meta.db_table
    first = Link.objects.filter(table=table).order_by("seq").first()
    assert first is not None
    sql(f"DELETE FROM {table} WHERE pgh_id = %s", first.row)
    first.delete()
    assert any(kind in ("links missing before", "chain broken at") for kind in kinds())


def test_an_event_written_past_the_trigger_is_found(people: list[object]) -> None:
    sql("ALTER TABLE audit_entry DISABLE TRIGGER USER")
    try:
        record(action="test.forged", by=None, target=people[0], now=NOW)
    finally:
        sql("ALTER TABLE audit_entry ENABLE TRIGGER USER")
    assert kinds() == ["row without link"]


def test_swapped_events_are_found(people: list[object]) -> None:
    table = events_of(User)._meta.db_table
    low, high = Link.objects.filter(table=table).order_by("seq")[:2]
    sql(f"UPDATE {table} SET pgh_id = -1 WHERE pgh_id = %s", low.row)
    sql(f"UPDATE {table} SET pgh_id = %s WHERE pgh_id = %s", low.row, high.row)
    sql(f"UPDATE {table} SET pgh_id = %s WHERE pgh_id = -1", high.row)
    assert kinds() == ["row altered"]


def test_an_altered_link_is_found_and_so_is_a_recomputed_one(people: list[object]) -> None:
    link = Link.objects.order_by("seq").first()
    assert link is not None
    Link.objects.filter(seq=link.seq).update(content_hash="0" * 64)
    assert "link altered" in kinds()
    sql(
        "UPDATE audit_link SET hash = encode(sha256(convert_to(previous_hash || ':' || seq || ':' || \"table\" || ':' ||"
        " \"row\" || ':' || content_hash, 'UTF8')), 'hex') WHERE seq = %s",
        link.seq,
    )
    assert "chain broken at" in kinds()


def test_a_cut_off_end_is_found_by_the_published_hash(people: list[object]) -> None:
    end = verify().end
    call_command("verify_audit", end=end)
    last = Link.objects.order_by("-seq").first()
    assert last is not None
    sql("DELETE FROM audit_entry WHERE id = %s", last.row)
    last.delete()
    assert verify().ok
    with pytest.raises(CommandError, match="not part of the chain"):
        call_command("verify_audit", end=end)


def test_the_command_fails_when_something_was_altered(people: list[object]) -> None:
    Entry.objects.update(reason="x")
    with pytest.raises(CommandError, match="not what was written"):
        call_command("verify_audit")


@pytest.fixture
def as_application(people: list[object]) -> Iterator[None]:
    """Work with the rights of the web server."""
    grant(layout.APP_ROLE)
    sql(f"SET ROLE {layout.APP_ROLE}")
    yield
    sql("RESET ROLE")


@pytest.mark.parametrize("verb", ["UPDATE {} SET {}={}", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_application_may_neither_change_nor_delete_what_is_recorded(as_application: None, verb: str) -> None:
    tables = {**chained_tables(), "audit_link": "seq"}
    assert len(tables) > 3
    for table, key in tables.items():
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            sql(verb.format(table, key, key))


def test_the_application_cannot_write_a_link_itself(as_application: None) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Link.objects.create(seq=10**6, table="x", row=1, content_hash="", previous_hash="", hash="", at=NOW)


def test_the_application_can_do_its_work_and_it_is_recorded(as_application: None) -> None:
    before = Link.objects.count()
    User.objects.create(national_code="0084575948", phone="09120000003", first_name="نمونه", last_name="سه")
    assert Link.objects.count() == before + 1
    assert verify().ok


def test_nothing_of_a_rolled_back_change_is_on_record(people: list[object]) -> None:
    before = Link.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        User.objects.filter(pk=people[0].pk).update(last_name="هیچ")
        raise RuntimeError
    assert Link.objects.count() == before
    assert verify().ok
