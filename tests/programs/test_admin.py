"""The staff desk of programmes: plans are saved whole or refused with the sum, steps ask who may, auditors only look."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.audit.models import Entry
from programs.admin.plan_pages import cell
from programs.models import Baseline, Indicator, Milestone, Programme, ProgrammePhoto, Risk
from programs.services import plans, programmes, registers
from tests.factories import accounts
from tests.factories.estates import EstateFactory
from tests.factories.programs import ENDS, NOW, STARTS, ProgrammeFactory, activity_row, baseline_of, straight

pytestmark = pytest.mark.django_db

MODELS = (
    "programme", "activity", "programmefact", "budgetline", "risk", "issue", "decision", "programmephoto",
    "programmedocument", "indicator",
)  # fmt: skip
READERS = ("programme_officer", "manager", "auditor", "admin", "committee", "finance", "technical")


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(name: str, row: Any) -> str:
    return reverse(f"admin:programs_{name}", args=[row.pk])


@pytest.fixture(scope="module")
def made(make_once: Any) -> dict[str, Programme]:
    """A programme in work, one with a plan, and a bare draft."""
    programmes_made: dict[str, Programme] = make_once(build)
    return programmes_made


@pytest.fixture
def world(made: dict[str, Programme]) -> dict[str, Programme]:
    return deepcopy(made)


def build() -> dict[str, Programme]:
    return {
        "active": ProgrammeFactory.in_status("ACTIVE", "nikan"), "planned": ProgrammeFactory.planned("water"),
        "draft": ProgrammeFactory("bare"),
    }  # fmt: skip


@pytest.mark.parametrize("role", READERS)
def test_readers_see_every_list_and_the_programme(world: dict[str, Programme], role: str) -> None:
    programme, client = world["active"], client_of(accounts.staff(role))
    for model in MODELS:
        assert client.get(reverse(f"admin:programs_{model}_changelist")).status_code == 200, model
    assert client.get(page("programme_change", programme)).status_code == 200
    assert client.get(page("activity_change", programme.activities.first())).status_code == 200


@pytest.mark.parametrize("role", ["officer", "scorer", "consultant"])
def test_other_staff_and_applicants_do_not(role: str) -> None:
    for user in (accounts.staff(role), accounts.UserFactory()):
        client = client_of(user)
        for model in MODELS:
            answer = client.get(reverse(f"admin:programs_{model}_changelist"))
            assert answer.status_code in (302, 403), (role, model)


@pytest.mark.parametrize("role", [role for role in READERS if role != "programme_officer"])
def test_readers_change_nothing(world: dict[str, Programme], role: str) -> None:
    programme, client = world["planned"], client_of(accounts.staff(role))
    activity = programme.activities.first()
    for model in MODELS:
        assert client.get(reverse(f"admin:programs_{model}_add")).status_code == 403, model
    assert client.post(page("programme_change", programme), {"name": "نو"}).status_code == 403
    for name, row in (("programme_activities", programme), ("programme_months", programme),
                      ("programme_rollover", programme), ("activity_milestones", activity)):  # fmt: skip
        assert client.post(page(name, row)).status_code == 403, name


def test_a_programme_is_made_and_changed_with_its_estates() -> None:
    officer, estate, other = accounts.programme_officer(), EstateFactory("a"), EstateFactory("b")
    client = client_of(officer)
    data = {
        "slug": "power", "group": "FLAGSHIP_YEAR", "name": "پست برق", "purpose": "برق", "year": "۱۴۰۵",
        "starts_on": "۱۴۰۵/۰۱/۰۱", "ends_on": "1405/12/29", "owner": officer.pk, "position": "1",
        "estates": [estate.pk],
    }  # fmt: skip
    answer = client.post(reverse("admin:programs_programme_add"), data)
    assert answer.status_code == 302, answer.context["errors"]
    programme = Programme.objects.get(slug="power")
    assert (programme.starts_on, programme.ends_on) == (STARTS, ENDS)
    answer = client.post(page("programme_change", programme), {**data, "name": "نام نو", "estates": [other.pk]})
    assert answer.status_code == 302, answer.context["errors"]
    programme.refresh_from_db()
    assert programme.name == "نام نو"
    assert [link.estate for link in programme.estate_links.all()] == [other]
    assert Entry.objects.filter(action="programs.programme.changed", actor=officer).exists()


def test_an_end_before_the_beginning_is_refused_in_the_form() -> None:
    officer = accounts.programme_officer()
    data = {
        "slug": "power", "group": "FLAGSHIP_YEAR", "name": "پست برق", "purpose": "برق", "year": "1405",
        "starts_on": "1405/12/29", "ends_on": "1405/01/01", "owner": officer.pk, "position": "1",
    }  # fmt: skip
    answer = client_of(officer).post(reverse("admin:programs_programme_add"), data)
    assert answer.status_code == 200
    assert "پایان باید پس از آغاز باشد" in answer.content.decode() or "must be after" in answer.content.decode()
    assert not Programme.objects.filter(slug="power").exists()


def rows(*given: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {"row-TOTAL_FORMS": len(given), "row-INITIAL_FORMS": 0}
    for number, row in enumerate(given):
        data |= {f"row-{number}-{name}": value for name, value in row.items()}
    return data


def activity(position: int, weight: str, **values: Any) -> dict[str, Any]:
    return {
        "position": position, "name": f"فعالیت {position}", "weight": weight, "starts_on": "1405/01/01",
        "ends_on": "1405/12/29", **values,
    }  # fmt: skip


def test_activities_are_typed_as_a_table_and_saved_whole() -> None:
    programme, client = ProgrammeFactory(), client_of(accounts.programme_officer())
    answer = client.post(
        page("programme_activities", programme), rows(activity(1, "۶۰٫۵"), activity(2, "39.5"), {"position": ""})
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert [str(row.weight) for row in programme.activities.all()] == ["60.50", "39.50"]
    shown = client.get(page("programme_activities", programme)).content.decode()
    assert "فعالیت 2" in shown


def test_weights_that_do_not_add_up_are_refused_with_their_sum_and_the_typed_values_stay() -> None:
    programme, client = ProgrammeFactory(), client_of(accounts.programme_officer())
    answer = client.post(page("programme_activities", programme), rows(activity(1, "60"), activity(2, "35")))
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "۹۵" in shown
    assert 'value="35"' in shown
    assert not programme.activities.exists()


def test_what_cannot_be_read_is_marked(world: dict[str, Programme]) -> None:
    programme, client = world["draft"], client_of(accounts.programme_officer())
    for bad in ({"starts_on": "1405/13/01"}, {"weight": "abc"}, {"position": "0"}, {"weight": "101"}):
        answer = client.post(page("programme_activities", programme), rows(activity(1, "100") | bad))
        assert answer.status_code == 422, bad
        assert not programme.activities.exists(), bad


def test_a_table_without_its_frame_is_refused_not_fallen_over(world: dict[str, Programme]) -> None:
    address, client = page("programme_activities", world["draft"]), client_of(accounts.programme_officer())
    for data in ({}, {"row-TOTAL_FORMS": "x"}, {"row-TOTAL_FORMS": "99999", "row-INITIAL_FORMS": "0"}):
        assert client.post(address, data).status_code == 422, data


def test_milestones_are_typed_as_a_table() -> None:
    programme, client = ProgrammeFactory(), client_of(accounts.programme_officer())
    (row,) = plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    good = {"position": 1, "name": "تجهیز کارگاه", "weight": "100", "due_on": "1405/06/31"}
    assert client.post(page("activity_milestones", row), rows({**good, "weight": "90"})).status_code == 422
    assert client.post(page("activity_milestones", row), rows(good)).status_code == 302
    assert Milestone.objects.get(activity=row).name == "تجهیز کارگاه"


def test_the_plan_by_month_is_typed_handed_in_and_approved_by_somebody_else() -> None:
    officer, boss, programme = accounts.programme_officer(), accounts.manager(), ProgrammeFactory()
    activities = plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    data = {cell("p", row.activity_id, row.month): str(row.planned_percent) for row in straight(activities)}
    data |= {cell("c", row.activity_id, row.month): "" for row in straight(activities)}
    client = client_of(officer)
    assert client.get(page("programme_months", programme)).status_code == 200
    first = next(iter(data))
    assert client.post(page("programme_months", programme), {**data, first: "50"}).status_code == 422
    assert client.post(page("programme_months", programme), {**data, first: "101"}).status_code == 422
    assert not programme.baselines.exists()
    assert client.post(page("programme_months", programme), data).status_code == 302
    assert client.get(page("programme_approve", programme)).status_code == 403
    assert client.post(page("programme_approve", programme)).status_code == 403
    seen = client_of(boss).get(page("programme_approve", programme)).content.decode()
    assert "۱۰۰" in seen
    assert client_of(boss).post(page("programme_approve", programme)).status_code == 302
    assert Baseline.objects.get(programme=programme).approved_by == boss
    assert client_of(boss).get(page("programme_approve", programme)).status_code == 404


def test_a_programme_is_set_going_rested_and_given_up_by_a_manager(world: dict[str, Programme]) -> None:
    programme, boss = world["planned"], client_of(accounts.manager())
    assert boss.get(page("programme_activate", programme)).status_code == 200
    assert boss.post(page("programme_activate", programme)).status_code == 302
    assert boss.post(page("programme_suspend", programme), {"reason": ""}).status_code == 422
    assert boss.post(page("programme_suspend", programme), {"reason": "اعتبار نرسید"}).status_code == 302
    assert boss.post(page("programme_complete", programme)).status_code == 409
    assert boss.post(page("programme_resume", programme)).status_code == 302
    assert boss.post(page("programme_stop", programme), {"reason": "منتفی شد"}).status_code == 302
    programme.refresh_from_db()
    assert programme.status == "STOPPED"
    late = client_of(accounts.programme_officer()).post(
        page("programme_activities", programme), rows(activity(1, "100"))
    )
    assert late.status_code == 409


def test_the_next_year_is_made_from_the_page(world: dict[str, Programme]) -> None:
    programme, client = world["active"], client_of(accounts.programme_officer())
    assert client.get(page("programme_rollover", programme)).context["form"].initial == {"year": 1406}
    answer = client.post(page("programme_rollover", programme), {"year": "۱۴۰۶"})
    new = Programme.objects.get(slug="nikan-1406")
    assert answer.url == page("programme_change", new)


def test_a_risk_is_entered_from_the_programme_and_moves_by_a_step() -> None:
    programme, officer = ProgrammeFactory(), accounts.programme_officer()
    client = client_of(officer)
    values = {"programme": programme.pk, "name": "تأخیر", "likelihood": "۲", "impact": "6"}
    assert client.post(reverse("admin:programs_risk_add"), values).status_code == 200
    assert not Risk.objects.exists()
    assert client.post(reverse("admin:programs_risk_add"), {**values, "impact": "5"}).status_code == 302
    risk = Risk.objects.get()
    client.post(page("risk_change", risk), {**values, "impact": "5", "step": "close"})
    risk.refresh_from_db()
    assert risk.status == "CLOSED"


def test_a_photo_is_handed_in_and_taken_off_with_a_reason(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    programme, client = ProgrammeFactory(), client_of(accounts.programme_officer())
    values = {
        "programme": programme.pk, "stage": "BEFORE", "caption": "زمین", "is_public": "on", "position": "0",
        "upload": accounts.photo(),
    }  # fmt: skip
    answer = client.post(reverse("admin:programs_programmephoto_add"), values)
    assert answer.status_code == 302, answer.context["errors"]
    photo = ProgrammePhoto.objects.get()
    change = {"stage": "AFTER", "caption": "زمین، پس از کار", "position": "0", "is_public": "on"}
    assert client.post(page("programmephoto_change", photo), change).status_code == 302
    assert ProgrammePhoto.objects.get().stage == "AFTER"
    assert client.post(page("programmephoto_remove", photo), {"reason": ""}).status_code == 422
    answer = client.post(page("programmephoto_remove", photo), {"reason": "تار است"})
    assert answer.url == page("programme_change", programme)
    assert not ProgrammePhoto.objects.exists()


def test_the_registers_of_a_programme_that_is_over_only_show(world: dict[str, Programme]) -> None:
    programme = world["active"]
    values = {"name": "تأخیر", "likelihood": 2, "impact": 2}
    risk = registers.add_risk(programme_id=programme.pk, values=values, by=None, now=NOW)
    programmes.stop(programme_id=programme.pk, reason="منتفی شد", by=accounts.manager(), now=NOW)
    client = client_of(accounts.programme_officer())
    assert client.get(page("risk_change", risk)).status_code == 200
    assert client.post(page("risk_change", risk), {"name": "نو"}).status_code == 403


def test_the_desk_of_a_programme_shows_a_waiting_plan_to_the_manager_only() -> None:
    programme = ProgrammeFactory()
    plans.set_activities(programme_id=programme.pk, rows=[activity_row(1, "100")], by=None, now=NOW)
    officer = accounts.programme_officer()
    baseline_of(programme, by=officer)
    link = page("programme_approve", programme)
    assert link in client_of(accounts.manager()).get(page("programme_change", programme)).content.decode()
    assert link not in client_of(officer).get(page("programme_change", programme)).content.decode()


def test_an_indicator_is_made_changed_and_taken_back(world: dict[str, Programme]) -> None:
    programme, officer = world["active"], accounts.programme_officer()
    client = client_of(officer)
    data = {
        "programme": programme.pk, "code": "jobs", "name": "شاغلان", "unit": "نفر", "kind": "LAST", "better": "UP",
        "start_value": "۱۰", "target_value": "۵۰", "target_on": "۱۴۰۵/۱۲/۲۹", "metric": "estates.plots_awarded",
        "dimensions": ["county", "gender"], "decimals": "0",
    }  # fmt: skip
    answer = client.post(reverse("admin:programs_indicator_add"), data)
    assert answer.status_code == 302, answer.context["errors"]
    row = Indicator.objects.get()
    assert (row.target_value, row.metric, row.dimensions) == (50, "estates.plots_awarded", ["county", "gender"])
    assert client.post(page("indicator_change", row), {**data, "metric": "no.such"}).status_code == 200
    assert client.post(page("indicator_change", row), {**data, "name": "شاغلان کارگاه‌ها"}).status_code == 302
    row.refresh_from_db()
    assert row.name == "شاغلان کارگاه‌ها"
    assert client.post(page("indicator_remove", row), {"reason": "تکراری است"}).status_code == 302
    assert not Indicator.objects.exists()
