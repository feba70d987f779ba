"""Remedies and rules of ranking at the staff desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.treatment.models import RankRule, Remedy
from clinic.treatment.services import catalogue
from core import clock
from tests.factories import accounts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.STAFF_MFA = False


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="accounts.backends.PortalBackend")
    return client


def test_the_lead_adds_and_renames_remedies_and_an_auditor_reads_them() -> None:
    catalogue.bring_in(by=None, now=clock.now())
    assert catalogue.bring_in(by=None, now=clock.now()) == 0
    lead, auditor = browser(accounts.clinic_lead()), browser(accounts.auditor())
    given = {"code": "barter", "name": "تهاتر", "name_en": "barter", "position": "200", "is_active": "on"}
    assert lead.post(reverse("admin:treatment_remedy_add"), given).status_code == 302
    row = Remedy.objects.get(code="barter")
    address = reverse("admin:treatment_remedy_change", args=[row.pk])
    assert lead.post(address, {**given, "code": "other-code", "name": "تهاتر کالا"}).status_code == 302
    row.refresh_from_db()
    assert (row.code, row.name) == ("barter", "تهاتر کالا")
    assert auditor.get(address).status_code == 200
    assert auditor.post(address, given).status_code == 403
    assert browser(accounts.officer()).get(reverse("admin:treatment_remedy_changelist")).status_code == 403


def test_a_rule_of_ranking_is_set_and_stays() -> None:
    lead = browser(accounts.clinic_lead())
    steps = {f"step_{number}": str(number * 1_000_000_000) for number in range(1, 5)}
    given = {"effect_weight": "2", "feasibility_weight": "1", "cost_weight": "1", "reason": "اثر مهم‌تر است", **steps}
    odd = lead.post(reverse("admin:treatment_rankrule_add"), {**given, "step_2": "1"})
    assert odd.status_code in (200, 422) and not RankRule.objects.exists()
    assert lead.post(reverse("admin:treatment_rankrule_add"), given).status_code == 302
    row = RankRule.objects.get()
    assert (row.number, row.effect_weight) == (1, 2)
    assert lead.post(reverse("admin:treatment_rankrule_change", args=[row.pk]), given).status_code == 403
