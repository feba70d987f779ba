"""The workflow table: what it refuses to describe, and what `apply()` refuses to do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from allocations.models import Application
from core import clock
from core.audit.models import Entry
from core.errors import PermissionRefused, WrongState
from core.transitions import TABLES, Policy, Table, Transition, apply, register, sources
from tests.factories.accounts import UserFactory
from tests.factories.allocations import ApplicationFactory


def arrow(name: str, *origins: str, to: str) -> Transition:
    return Transition(name, sources(*origins), to, "app.may", f"app.{name}")


def table(*rows: Transition) -> Table:
    return Table("thing", ("A", "B", "C"), "A", rows)


def test_a_table_refuses_a_state_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="does not exist"):
        table(arrow("go", "A", to="Z"))
    with pytest.raises(ValueError, match="does not exist"):
        table(arrow("go", "Z", to="A"))


def test_a_table_refuses_two_arrows_of_one_name_from_one_state() -> None:
    with pytest.raises(ValueError, match="twice"):
        table(arrow("go", "A", to="B"), arrow("go", "A", to="C"))


def test_one_verb_may_lead_to_different_states_from_different_states() -> None:
    made = table(arrow("go", "A", to="B"), arrow("go", "B", to="C"))
    assert made.find("go", "A").target == "B"
    assert made.find("go", "B").target == "C"


def test_an_arrow_may_leave_every_state() -> None:
    assert table(arrow("go", "A", "B", "C", to="A")).find("go", "C").target == "A"


def test_a_verb_from_the_wrong_state_is_a_named_refusal() -> None:
    made = table(arrow("go", "A", to="B"))
    with pytest.raises(WrongState) as refused:
        made.find("go", "C")
    assert refused.value.code == "go_from_c"
    assert refused.value.status == 409


def test_a_verb_that_no_arrow_has_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="no transition"):
        table(arrow("go", "A", to="B")).find("fly", "A")


def test_possible_lists_the_arrows_in_the_order_of_the_table() -> None:
    made = table(arrow("go", "A", to="B"), arrow("stop", "A", "B", to="C"), arrow("back", "B", to="A"))
    assert [row.name for row in made.possible("A")] == ["go", "stop"]


def handed_in() -> Application:
    return ApplicationFactory.in_status("SUBMITTED")


def life(permission: str = "", policy: Policy | None = None) -> Table:
    """One arrow: what was handed in is withdrawn."""
    row = Transition("drop", sources("SUBMITTED"), "WITHDRAWN", permission, "app.thing.dropped", policy)
    return Table("thing", ("SUBMITTED", "WITHDRAWN"), "SUBMITTED", (row,))


def drop(row: Application, table: Table, *, by: Any = None, **values: Any) -> Application:
    now = clock.now()
    with transaction.atomic():
        return apply(table, row, "drop", by=by, now=now, changes={"withdrawn_at": now}, **values)


@pytest.mark.django_db
class TestApply:
    """What happens when an arrow is used."""

    def test_the_row_its_copy_and_the_record_say_the_same(self) -> None:
        row, now = handed_in(), clock.now()
        stale, seen = Application.objects.get(pk=row.pk), row.updated_at
        with transaction.atomic():
            locked = apply(
                life(), stale, "drop", by=None, now=now, reason="R", changes={"withdrawn_at": now}, data={"a": 1}
            )
        row.refresh_from_db()
        for one in (row, stale, locked):
            assert (one.status, one.withdrawn_at) == ("WITHDRAWN", now)
        assert row.updated_at > seen
        entry = Entry.objects.get(action="app.thing.dropped")
        assert (entry.at, entry.actor, entry.before, entry.after) == (now, None, "SUBMITTED", "WITHDRAWN")
        assert (entry.reason, entry.data, entry.target_id) == ("R", {"a": 1}, str(row.pk))

    def test_only_the_fields_of_the_change_are_written(self) -> None:
        row = handed_in()
        before, row.plan_summary = row.plan_summary, "never saved"
        drop(row, life())
        assert Application.objects.get(pk=row.pk).plan_summary == before != "never saved"
        assert row.plan_summary == "never saved"

    def test_the_state_in_the_database_counts_and_not_the_one_in_hand(self) -> None:
        row = handed_in()
        stale = Application.objects.get(pk=row.pk)
        drop(row, life())
        with pytest.raises(WrongState) as refused:
            drop(stale, life())
        assert refused.value.code == "drop_from_withdrawn"
        assert Entry.objects.filter(action="app.thing.dropped").count() == 1

    @pytest.mark.parametrize("permission", ["", "system"])
    def test_an_arrow_of_the_system_is_for_nobody_else(self, permission: str) -> None:
        row = handed_in()
        everything = UserFactory()
        everything.is_superuser = True
        for person in (row.started_by, everything):
            with pytest.raises(PermissionRefused) as refused:
                drop(row, life(permission), by=person)
            assert refused.value.code == "may_not_drop"
        assert drop(row, life(permission)).status == "WITHDRAWN"

    def test_an_arrow_of_a_person_is_not_for_the_system_nor_for_another(self) -> None:
        row = handed_in()
        arrow = life("allocations.withdraw_application")
        with pytest.raises(PermissionRefused) as refused:
            drop(row, arrow)
        assert refused.value.code == "needs_person"
        with pytest.raises(PermissionRefused) as refused:
            drop(row, arrow, by=UserFactory())
        assert refused.value.code == "may_not_drop"
        assert drop(row, arrow, by=row.started_by).status == "WITHDRAWN"
        entry = Entry.objects.get(action="app.thing.dropped")
        assert (entry.actor, entry.reason, entry.data) == (row.started_by, "", {})

    def test_the_policy_sees_the_locked_row_and_the_moment_and_its_refusal_stands(self) -> None:
        row, asked = handed_in(), []

        def never(locked: Any, now: datetime) -> None:
            asked.append((locked.pk, locked is row, now))
            raise WrongState(code="not_today")

        with pytest.raises(WrongState) as refused:
            drop(row, life(policy=never))
        assert refused.value.code == "not_today"
        assert [(pk, same) for pk, same, _now in asked] == [(row.pk, False)]
        assert Application.objects.get(pk=row.pk).status == row.status == "SUBMITTED"
        assert not Entry.objects.filter(action="app.thing.dropped").exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_moves() -> None:
    row = handed_in()
    with pytest.raises(RuntimeError, match="transaction"):
        apply(life(), row, "drop", by=None, now=clock.now())
    assert Application.objects.get(pk=row.pk).status == "SUBMITTED"


def test_a_table_is_registered_once() -> None:
    made = table(arrow("go", "A", to="B"))
    try:
        assert register(made) is TABLES[made.name] is made
        with pytest.raises(ValueError, match="registered twice"):
            register(made)
    finally:
        TABLES.pop(made.name, None)
