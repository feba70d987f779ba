"""Consultants at the staff desk: what the lead writes, what others may read."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.consultants.models import ConductCode, ConflictOfInterest, Consultant, FeeRule, Qualification
from clinic.consultants.services import papers
from core import clock
from core.persian.dates import format_date
from tests.factories import accounts
from tests.factories.accounts import photo
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_units import UnitFactory
from tests.factories.estates import CountyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_place(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.STAFF_MFA = False


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def address(name: str, *args: Any) -> str:
    return reverse(f"admin:consultants_{name}", args=args)


def day(moment: Any = None) -> str:
    return format_date(moment or clock.today(), language="en")


def test_the_lead_enters_a_consultant_and_changes_what_he_knows() -> None:
    person, client = accounts.consultant(), browser(accounts.clinic_lead())
    form = {
        "user": person.pk, "county": CountyFactory().pk, "joined_on": day(), "max_cases": "۳", "phone": "", "about": "",
        "is_active": "on", "specialty_tax": "SENIOR",
    }  # fmt: skip
    wrong = client.post(address("consultant_add"), {**form, "specialty_tax": ""})
    assert wrong.status_code == 200 and wrong.context["errors"]
    assert client.post(address("consultant_add"), form).status_code == 302
    row = Consultant.objects.get()
    assert (row.max_cases, [str(one.specialty) for one in row.specialties.all()]) == (3, ["tax"])
    del form["user"], form["is_active"]
    answer = client.post(
        address("consultant_change", row.pk), {**form, "specialty_tax": "", "specialty_legal": "EXPERT"}
    )
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.is_active, [one.specialty for one in row.specialties.all()]) == (False, ["legal"])


def test_papers_are_confirmed_or_returned_by_somebody_else() -> None:
    row, lead = ConsultantFactory(), accounts.clinic_lead()
    values = {"kind": "DEGREE", "title": "کارشناسی", "issuer": "دانشگاه", "issued_on": clock.today()}
    paper = papers.add(consultant_id=row.pk, values=values, upload=photo(), by=row.user, now=clock.now())
    page = browser(lead).get(address("qualification_change", paper.pk))
    assert paper.paper.get_absolute_url() in page.content.decode()
    assert browser(row.user).post(address("qualification_confirm", paper.pk)).status_code in (403, 404)
    assert browser(lead).post(address("qualification_confirm", paper.pk)).status_code == 302
    assert Qualification.objects.valid_on(clock.today()).exists()
    assert browser(lead).post(address("qualification_return", paper.pk), {"reason": ""}).status_code == 422
    assert browser(lead).post(address("qualification_return", paper.pk), {"reason": "باطل"}).status_code == 302
    assert not Qualification.objects.in_use().exists()


def test_code_conflicts_and_fees_are_written_as_new_rows() -> None:
    row, unit, client = ConsultantFactory(signed=False), UnitFactory(), browser(accounts.clinic_lead())
    assert client.post(address("conductcode_add"), {"text": "راز نگه می‌دارم."}).status_code == 302
    assert ConductCode.objects.get().number == 1
    entry = {
        "consultant": row.pk, "unit": unit.pk, "kind": "FAMILY", "reason": "", "starts_on": day(), "ends_on": "",
    }  # fmt: skip
    assert client.post(address("conflictofinterest_add"), entry).status_code == 302
    again = client.post(address("conflictofinterest_add"), entry)
    assert again.status_code == 200 and again.context["errors"]
    conflict = ConflictOfInterest.objects.get()
    assert client.post(address("conflictofinterest_end", conflict.pk)).status_code == 302
    fee = {
        "basis": "VISIT", "level": "EXPERT", "amount": "۱۲٬۰۰۰٬۰۰۰", "unit_share": "20", "valid_from": day(), "source": "کلینیک",
    }  # fmt: skip
    assert client.post(address("feerule_add"), fee).status_code == 302
    rule = FeeRule.objects.get()
    assert client.post(address("feerule_end", rule.pk), {"valid_to": day()}).status_code == 302
    rule.refresh_from_db()
    assert (rule.amount, rule.valid_to) == (12_000_000, clock.today())


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("auditor", {"consultant", "qualification", "conductcode", "conflictofinterest", "feerule", "rating"}),
        ("admin", {"consultant", "conductcode", "feerule"}),
        ("consultant", set()),
        ("manager", set()),
        ("officer", set()),
    ],
)
def test_others_read_what_is_theirs_to_read_and_write_nothing(role: str, names: set[str]) -> None:
    row = ConsultantFactory(met=False, signed=False)
    client = browser(getattr(accounts, role)())
    for name in ("consultant", "qualification", "conductcode", "conflictofinterest", "feerule", "rating"):
        listed = client.get(address(f"{name}_changelist")).status_code
        assert listed == (200 if name in names else 403), name
        assert client.get(address(f"{name}_add")).status_code == 403
    if "consultant" in names:
        assert client.get(address("consultant_change", row.pk)).status_code == 200
        assert client.post(address("consultant_change", row.pk), {"max_cases": "9"}).status_code == 403


def test_the_list_takes_the_same_queries_for_one_and_for_twenty(django_assert_max_num_queries: Any) -> None:
    client = browser(accounts.clinic_lead())
    for count in (1, 20):
        while Consultant.objects.count() < count:
            ConsultantFactory(met=False, signed=False)
        with django_assert_max_num_queries(14, info=str(count)):
            page = client.get(address("consultant_changelist"))
        assert page.context["cl"].result_count == count
