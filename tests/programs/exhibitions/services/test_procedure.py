"""From the announcement to the booth: frozen, drawn by two people, computed, checked by the verifier, approved by another."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from allocations import engine
from core import clock
from core.audit.models import Entry
from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState
from core.jobs import services as jobs
from core.messages.models import Message
from programs.exhibitions.errors import ListChanged, SamePerson, TooEarly, ValuesDiffer
from programs.exhibitions.models import BoothAward, BoothChoice, BoothRequest, FrozenRequests
from programs.exhibitions.services import bridge, drawing, exhibitions, requests, runs
from tests.factories.accounts import staff
from tests.factories.exhibitions import DAY, VALUE, ExhibitionFactory

pytestmark = pytest.mark.django_db

CRITERIA = (
    {"code": "exports", "name": "صادرات", "weight": 60, "max_points": 100},
    {"code": "products", "name": "کیفیت محصول", "weight": 40, "max_points": 50},
)


def test_the_walk_from_draft_to_report_gives_every_firm_its_result_and_tells_it():
    fair = ExhibitionFactory.in_status("HELD", firms=(("A-01", "A-02"), ("A-01",), ("A-01", "A-03")))
    awards = BoothAward.objects.live().filter(booth__exhibition=fair.exhibition)
    assert awards.filter(booth__code="A-01").count() == 1
    states = sorted(fair.exhibition.requests.values_list("status", flat=True))
    assert set(states) <= {"AWARDED", "NOT_AWARDED"} and states.count("AWARDED") == awards.count() >= 2
    told = Message.objects.filter(template__in=["exhibitions.awarded", "exhibitions.not_awarded"])
    assert {message.user_id for message in told} == {fair.user(place).pk for place in range(3)}
    fair.result(fair.firms.index(awards.first().request.applicant))
    done = exhibitions.report(exhibition_id=fair.exhibition.pk, by=fair.officer, now=clock.now())
    assert done.status == "REPORTED"


def test_the_published_record_is_confirmed_by_the_verifier_alone(tmp_path):
    fair = ExhibitionFactory.in_status("APPROVED")
    run = fair.exhibition.runs.get()
    (tmp_path / "verify.py").write_text(run.verifier)
    (tmp_path / "record.zip").write_bytes(bytes(run.record))
    command = [sys.executable, "-I", "-S", "verify.py", "record.zip", "--manifest", run.manifest_sha256]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.strip().splitlines()[-1].startswith("OK")
    (tmp_path / "record.zip").write_bytes(bytes(run.record).replace(b"A-01", b"A-02", 1))
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0


def test_the_record_holds_no_name_and_the_awards_are_what_it_says():
    fair = ExhibitionFactory.in_status("APPROVED")
    run = fair.exhibition.runs.get()
    outcome = engine.parse(bytes(run.record))
    said = {line.application: line.plot for line in outcome.results if line.plot}
    held = BoothAward.objects.live().filter(run=run).values_list("request__opaque_id", "booth__code")
    assert said == dict(held)
    for request in fair.exhibition.requests.all():
        assert request.applicant.display_name.encode() not in bytes(run.record)
        assert request.applicant.identifier.encode() not in bytes(run.record)


def test_by_points_the_better_firm_gets_the_booth_both_want():
    fair = ExhibitionFactory(back=40 * DAY, mode="SCORED", criteria=CRITERIA)
    with fair.at(DAY):
        weak, strong = fair.join("A-01"), fair.join("A-01")
    first, second = fair.exhibition.criteria.order_by("position")
    points = {(weak.pk, first.pk): 40, (weak.pk, second.pk): 30, (strong.pk, first.pk): 70, (strong.pk, second.pk): 30}
    with fair.at(10 * DAY + timedelta(hours=1)):
        requests.enter_points(exhibition_id=fair.exhibition.pk, points=points, by=fair.officer, now=clock.now())
    fair.freeze()
    fair.draw()
    fair.run()
    fair.approve()
    assert BoothAward.objects.live().get(booth__code="A-01", booth__exhibition=fair.exhibition).request == strong


def test_by_points_nothing_is_frozen_while_points_are_missing_or_too_many():
    fair = ExhibitionFactory(back=40 * DAY, mode="SCORED", criteria=CRITERIA)
    with fair.at(DAY):
        one = fair.join("A-01")
    first, second = fair.exhibition.criteria.order_by("position")
    common = {"exhibition_id": fair.exhibition.pk, "by": fair.officer}
    with fair.at(10 * DAY + timedelta(hours=1)):
        requests.enter_points(points={(one.pk, first.pk): 40}, now=clock.now(), **common)
        with pytest.raises(WrongState):
            drawing.freeze(now=clock.now(), **common)
        with pytest.raises(InvalidInput):
            requests.enter_points(points={(one.pk, second.pk): 51}, now=clock.now(), **common)


def test_a_scored_exhibition_is_announced_only_with_weights_of_100():
    fair = ExhibitionFactory.draft(mode="SCORED", criteria=CRITERIA[:1])
    with fair.at(-DAY), pytest.raises(WrongState):
        exhibitions.publish(exhibition_id=fair.exhibition.pk, by=fair.officer, now=clock.now())


def test_the_list_is_frozen_after_the_close_and_before_the_event():
    fair = ExhibitionFactory.in_status("REGISTRATION")
    with pytest.raises(WrongState):
        drawing.freeze(exhibition_id=fair.exhibition.pk, by=fair.officer, now=clock.now())
    with fair.at(13 * DAY), pytest.raises(WrongState):
        drawing.freeze(exhibition_id=fair.exhibition.pk, by=fair.officer, now=clock.now())


def test_the_value_is_not_entered_before_the_event_and_needs_two_people():
    fair = ExhibitionFactory.in_status("FROZEN")
    common = {"exhibition_id": fair.exhibition.pk}
    with fair.at(11 * DAY), pytest.raises(TooEarly):
        drawing.enter_value(value=VALUE, form="HEX", by=fair.officer, now=clock.now(), **common)
    with fair.at(12 * DAY + timedelta(hours=1)):
        drawing.enter_value(value=VALUE, form="HEX", by=fair.officer, now=clock.now(), **common)
        with pytest.raises(SamePerson):
            drawing.confirm_value(value=VALUE, by=fair.officer, now=clock.now(), **common)
        with pytest.raises(ValuesDiffer):
            drawing.confirm_value(value=VALUE[::-1], by=fair.manager, now=clock.now(), **common)
        with pytest.raises(Conflict):
            drawing.enter_value(value=VALUE, form="HEX", by=fair.manager, now=clock.now(), **common)
        with pytest.raises(InvalidInput):
            drawing.discard_value(reason=" ", by=fair.manager, now=clock.now(), **common)
        with pytest.raises(SamePerson):
            drawing.discard_value(reason="اشتباه تایپی", by=fair.officer, now=clock.now(), **common)
        drawing.discard_value(reason="اشتباه تایپی", by=fair.manager, now=clock.now(), **common)
        assert Entry.objects.get(action="exhibitions.draw.discarded").reason == "اشتباه تایپی"
        drawing.enter_value(value=VALUE, form="HEX", by=fair.manager, now=clock.now(), **common)
        drawing.confirm_value(value=VALUE, by=fair.officer, now=clock.now(), **common)
    assert fair.reload().status == "DRAWN"


def test_nobody_approves_what_he_proposed_and_the_database_says_so_too():
    fair = ExhibitionFactory.in_status("ALLOCATED")
    run = fair.exhibition.runs.get()
    with pytest.raises(PermissionRefused):
        runs.approve(run_id=run.pk, by=fair.officer, now=clock.now())
    both = staff("manager")
    with pytest.raises(DatabaseError), transaction.atomic():
        type(run).objects.filter(pk=run.pk).update(status="APPROVED", decided_by=fair.officer, decided_at=clock.now())
    assert runs.approve(run_id=run.pk, by=both, now=clock.now()).status == "APPROVED"


def test_a_manager_who_proposed_is_refused_for_being_the_same_person():
    from accounts.services import roles

    fair = ExhibitionFactory.in_status("ALLOCATED")
    roles.grant(user_id=fair.officer.pk, role="manager", scope="", by=None, now=clock.now())
    fair.officer.refresh_from_db()
    officer = type(fair.officer).objects.get(pk=fair.officer.pk)
    with pytest.raises(SamePerson):
        runs.approve(run_id=fair.exhibition.runs.get().pk, by=officer, now=clock.now())


def test_a_refused_result_is_computed_again_and_the_second_run_names_the_first():
    fair = ExhibitionFactory.in_status("ALLOCATED")
    first = fair.exhibition.runs.get()
    with pytest.raises(InvalidInput):
        runs.refuse(run_id=first.pk, reason="  ", by=fair.manager, now=clock.now())
    with fair.at(12 * DAY + timedelta(hours=3)):
        runs.refuse(run_id=first.pk, reason="پیوست‌ها کامل نبود", by=fair.manager, now=clock.now())
    assert fair.reload().status == "DRAWN" and not BoothAward.objects.filter(run=first).exists()
    second = fair.run()
    assert (second.number, second.previous) == (2, first)
    assert fair.approve().pk == second.pk


def test_a_list_altered_past_the_portal_is_noticed_before_anything_is_computed():
    fair = ExhibitionFactory.in_status("DRAWN")
    BoothChoice.objects.filter(request__exhibition=fair.exhibition, booth__code="A-02").delete()
    with fair.at(12 * DAY + timedelta(hours=2)):
        job = runs.request(exhibition_id=fair.exhibition.pk, by=fair.officer, now=clock.now())
        jobs.drain(kinds=(runs.JOB,))
    assert not fair.exhibition.runs.exists()
    job.refresh_from_db()
    assert job.status != "DONE"
    with pytest.raises(ListChanged):
        drawing.ensure_unchanged(fair.exhibition, FrozenRequests.objects.get(exhibition=fair.exhibition))


def test_evidence_is_never_rewritten():
    fair = ExhibitionFactory.in_status("APPROVED")
    frozen = FrozenRequests.objects.get(exhibition=fair.exhibition)
    for rows, values in (
        (FrozenRequests.objects.filter(pk=frozen.pk), {"lines": ""}),
        (type(frozen.draw).objects.filter(pk=frozen.draw.pk), {"value_text": "1"}),
        (fair.exhibition.runs.all(), {"verdict": "x"}),
        (BoothRequest.objects.filter(exhibition=fair.exhibition), {"opaque_id": "x"}),
        (fair.exhibition.booths.all(), {"area_m2": 90}),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**values)


def test_the_frozen_list_does_not_depend_on_the_order_of_rows_and_reads_back_as_it_was():
    fair = ExhibitionFactory.in_status("FROZEN")
    frozen = FrozenRequests.objects.get(exhibition=fair.exhibition)
    assert bridge.read_frozen(frozen) == bridge.read(fair.exhibition)
    assert frozen.frozen_sha256 == bridge.read_frozen(frozen).digest


def test_a_booth_given_back_goes_to_the_next_in_line():
    fair = ExhibitionFactory.in_status("APPROVED", booths=1, firms=(("A-01",), ("A-01",), ("A-01",)))
    award = BoothAward.objects.live().get()
    run = fair.exhibition.runs.get()
    queue = next(line.queue for line in engine.parse(bytes(run.record)).waiting if line.plot == "A-01")
    with fair.at(15 * DAY):
        holder = award.request
        requests.withdraw(request_id=holder.pk, by=holder.applicant.party.user, now=clock.now())
    now_held = BoothAward.objects.live().get()
    assert now_held.request.opaque_id == queue[0] and now_held.from_waiting_list
    assert now_held.request.status == "AWARDED"


def test_a_cancelled_exhibition_tells_every_firm_why():
    fair = ExhibitionFactory.in_status("REGISTRATION")
    with pytest.raises(InvalidInput):
        exhibitions.cancel(exhibition_id=fair.exhibition.pk, reason=" ", by=fair.officer, now=clock.now())
    exhibitions.cancel(exhibition_id=fair.exhibition.pk, reason="تعطیلی سالن", by=fair.officer, now=clock.now())
    told = Message.objects.filter(template="exhibitions.cancelled")
    assert set(told.values_list("user_id", flat=True)) == {fair.user(0).pk, fair.user(1).pk}
