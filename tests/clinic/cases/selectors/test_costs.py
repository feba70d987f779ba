"""What a case has cost: by the rule of the day and the level of the consultant, shared to the rial, on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from clinic.cases.models import Case
from clinic.cases.selectors.costs import statement_of
from clinic.cases.services import appointments
from clinic.consultants.choices import FeeBasis, Level
from clinic.consultants.selectors.fees import Fee, price_list
from clinic.consultants.services import fees
from core import clock
from tests.factories import accounts
from tests.factories.clinic_cases import CaseFactory
from tests.factories.clinic_consultants import ConsultantFactory
from tests.factories.clinic_requests import Asked, consultant_with_hours

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def rules(lead: User, **share: int) -> None:
    """Fees of experts from today on; of a part of a report none is set."""
    for basis, amount in (("HOUR", 3_000_001), ("VISIT", 9_000_000)):
        fees.set_fee(
            basis=basis, level="EXPERT", amount=amount, unit_share=share.get(basis, 0), valid_from=clock.today(),
            source="هیئت‌مدیره", by=lead, now=clock.now(),
        )  # fmt: skip


def test_talks_visits_and_parts_are_priced_by_their_day_and_level_and_shared_to_the_rial() -> None:
    made = CaseFactory()
    rules(made.lead, HOUR=50, VISIT=20)
    consultant_with_hours("finance")
    talk = Asked(made.case.request, made.owner, made.lead).book(mode="PHONE")
    with clock.shifted(talk.ends_at - clock.now()):
        appointments.note(appointment_id=talk.pk, came=True, by=made.lead, now=clock.now())
        made.name("finance", ConsultantFactory("finance"))
        made.visit()
        made.answer()
    found = statement_of(Case.objects.get(pk=made.case.pk))
    assert [(line.basis, line.minutes, line.level) for line in found.lines] == [
        (FeeBasis.HOUR, 30, Level.EXPERT), (FeeBasis.VISIT, 0, Level.EXPERT), (FeeBasis.REPORT, 0, Level.EXPERT),
    ]  # fmt: skip
    by_basis = {line.basis: line.fee for line in found.lines}
    assert by_basis[FeeBasis.HOUR] == Fee(1_500_000, 750_000, 750_000)  # half of 3,000,001, rounded down
    assert by_basis[FeeBasis.VISIT] == Fee(9_000_000, 1_800_000, 7_200_000)
    assert by_basis[FeeBasis.REPORT] is None
    assert (found.amount, found.unit_part, found.clinic_part, found.unpriced) == (10_500_000, 2_550_000, 7_950_000, 1)


def test_costs_are_read_by_who_stands_before_the_case_within_twelve_queries_and_prices_by_everybody(
    browser: Callable[[User], Client], django_assert_max_num_queries: Callable[..., object], client: Client
) -> None:
    made = CaseFactory.in_status("VISITED")
    rules(made.lead, VISIT=20)
    made.answer()
    address = reverse("cases:costs", args=[made.case.number])
    for user in (made.lead, made.owner, made.specialist()):
        reader = browser(user)
        with django_assert_max_num_queries(16):  # the session, the roles and the look besides
            page = reader.get(address)
        assert "۱٬۸۰۰٬۰۰۰" in page.content.decode()
    for stranger in (accounts.manager(), accounts.officer(), accounts.UserFactory()):
        assert browser(stranger).get(address).status_code == 404
    shown = client.get(reverse("consultants:fees")).content.decode()
    assert "۹٬۰۰۰٬۰۰۰" in shown
    assert [basis for basis, _lines in price_list(clock.today() - DAY)] == []
    assert [(basis, len(lines)) for basis, lines in price_list(clock.today())] == [
        (FeeBasis.HOUR, 1), (FeeBasis.VISIT, 1),
    ]  # fmt: skip
