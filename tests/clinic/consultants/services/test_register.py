"""The register of consultants: who stands in it, papers, hours, conduct, conflicts, fees."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from clinic.consultants.errors import (
    AbsenceOverlap,
    CodeChanged,
    ConflictOpen,
    FeeOverlap,
    HoursOverlap,
    ListedAlready,
    NotAConsultant,
    SignedAlready,
)
from clinic.consultants.models import (
    Availability,
    ConductCode,
    ConductSignature,
    ConflictOfInterest,
    Consultant,
    FeeRule,
    Qualification,
)
from clinic.consultants.selectors.fees import Fee, fee_on
from clinic.consultants.services import conduct, consultants, fees, hours, papers
from core.errors import InvalidInput, PermissionRefused, WrongState
from core.messages.models import Message
from core.persian.calendar import tehran_date
from tests.factories import accounts
from tests.factories.accounts import photo
from tests.factories.clinic_consultants import MORNINGS, NOW, ConsultantFactory, sign
from tests.factories.clinic_units import UnitFactory
from tests.factories.estates import CountyFactory

pytestmark = pytest.mark.django_db
TODAY = tehran_date(NOW)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _store(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def told(code: str) -> int:
    return Message.objects.filter(template=code).count()


def test_only_accounts_with_the_role_are_entered_once_and_by_the_lead() -> None:
    lead, person = accounts.clinic_lead(), accounts.consultant()
    facts: dict[str, Any] = {"values": {"county": CountyFactory(), "max_cases": 3}, "now": NOW}
    with pytest.raises(NotAConsultant):
        consultants.add(user_id=accounts.officer().pk, specialties={"tax": "SENIOR"}, by=lead, **facts)
    for wrong in ({}, {"magic": "SENIOR"}, {"tax": "WIZARD"}):
        with pytest.raises(InvalidInput):
            consultants.add(user_id=person.pk, specialties=wrong, by=lead, **facts)
    assert not Consultant.objects.exists()
    row = consultants.add(user_id=person.pk, specialties={"tax": "SENIOR", "legal": "EXPERT"}, by=lead, **facts)
    assert row.joined_on == TODAY
    with pytest.raises(ListedAlready):
        consultants.add(user_id=person.pk, specialties={"tax": "SENIOR"}, by=lead, **facts)
    for role in ("consultant", "admin", "manager", "auditor"):
        with pytest.raises(PermissionRefused):
            consultants.add(user_id=person.pk, specialties={"tax": "SENIOR"}, by=getattr(accounts, role)(), **facts)
    consultants.set_specialties(consultant_id=row.pk, specialties={"tax": "EXPERT"}, by=lead, now=NOW)
    assert [(one.specialty, one.level) for one in row.specialties.all()] == [("tax", "EXPERT")]


def test_a_consultant_writes_about_himself_and_leaves_the_rest_to_the_lead() -> None:
    row = ConsultantFactory()
    consultants.change(consultant_id=row.pk, values={"about": "سی سال در صنعت"}, by=row.user, now=NOW)
    with pytest.raises(PermissionRefused):
        consultants.change(consultant_id=row.pk, values={"max_cases": 9}, by=row.user, now=NOW)
    with pytest.raises(PermissionRefused):
        consultants.change(consultant_id=row.pk, values={"about": "x"}, by=ConsultantFactory().user, now=NOW)
    with pytest.raises(InvalidInput):
        consultants.change(consultant_id=row.pk, values={"max_cases": 99}, by=accounts.clinic_lead(), now=NOW)


def test_a_paper_counts_after_somebody_else_compared_it_and_until_its_last_day() -> None:
    lead, row = accounts.clinic_lead(), ConsultantFactory()
    values = {"kind": "LICENCE", "title": "پروانهٔ حسابداری رسمی", "issuer": "جامعهٔ حسابداران", "issued_on": TODAY - 90 * DAY,
              "valid_until": TODAY + 30 * DAY}  # fmt: skip
    add: dict[str, Any] = {"consultant_id": row.pk, "by": row.user, "now": NOW}
    for wrong in ({"issued_on": TODAY + DAY}, {"valid_until": TODAY - 100 * DAY}):
        with pytest.raises(InvalidInput):
            papers.add(values={**values, **wrong}, upload=photo(), **add)
    paper = papers.add(values=values, upload=photo(), **add)
    with pytest.raises(PermissionRefused):
        papers.add(values=values, upload=photo(), **{**add, "by": ConsultantFactory().user})
    with pytest.raises(PermissionRefused):
        papers.confirm(paper_id=paper.pk, by=row.user, now=NOW)
    assert not Qualification.objects.valid_on(TODAY).exists()
    papers.confirm(paper_id=paper.pk, by=lead, now=NOW)
    with pytest.raises(WrongState):
        papers.confirm(paper_id=paper.pk, by=lead, now=NOW)
    assert Qualification.objects.valid_on(TODAY + 30 * DAY).exists()
    assert not Qualification.objects.valid_on(TODAY + 31 * DAY).exists()
    papers.warn_of_ending(now=NOW)
    papers.warn_of_ending(now=NOW + DAY)
    assert told("consultants.paper_ends") == 2  # by SMS and on the portal, once each
    papers.return_paper(paper_id=paper.pk, reason="پروانه باطل شده است", by=lead, now=NOW)
    assert not Qualification.objects.valid_on(TODAY).exists()
    for attack in (
        lambda: Qualification.objects.filter(pk=paper.pk).delete(),
        lambda: Qualification.objects.filter(pk=paper.pk).update(valid_until=None),
        lambda: Qualification.objects.filter(pk=paper.pk).update(verified_by=row.user),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attack()


def test_the_lead_does_not_confirm_a_paper_he_handed_in_himself() -> None:
    lead, row = accounts.clinic_lead(), ConsultantFactory()
    values = {"kind": "DEGREE", "title": "کارشناسی", "issuer": "دانشگاه", "issued_on": TODAY}
    paper = papers.add(consultant_id=row.pk, values=values, upload=photo(), by=lead, now=NOW)
    with pytest.raises(PermissionRefused):
        papers.confirm(paper_id=paper.pk, by=lead, now=NOW)
    assert papers.confirm(paper_id=paper.pk, by=accounts.clinic_lead(), now=NOW).counts_on(TODAY)


def test_weekly_hours_are_set_at_once_and_never_overlap() -> None:
    row = ConsultantFactory(met=False)
    common: dict[str, Any] = {"consultant_id": row.pk, "by": row.user, "now": NOW}
    hours.set_hours(spans=MORNINGS, **common)
    kept = row.availability.get(weekday=0)
    hours.set_hours(spans=[MORNINGS[0], (0, time(16), time(18))], **common)
    assert [(one.starts_at.hour, one.pk == kept.pk) for one in row.availability.all()] == [(9, True), (16, False)]
    with pytest.raises(HoursOverlap):
        hours.set_hours(spans=[MORNINGS[0], (0, time(12), time(14))], **common)
    for wrong in ((0, time(13), time(9)), (7, time(9), time(10)), (0, time(5), time(7)), (0, time(20), time(23))):
        with pytest.raises(InvalidInput):
            hours.set_hours(spans=[wrong], **common)
    assert row.availability.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Availability.objects.create(consultant=row, weekday=0, starts_at=time(10), ends_at=time(11))
    hours.set_hours(spans=[], **common)
    assert not row.availability.exists()


def test_absences_are_entered_ahead_do_not_overlap_and_can_be_taken_back() -> None:
    row = ConsultantFactory()
    common: dict[str, Any] = {"by": row.user, "now": NOW}
    away = hours.add_absence(consultant_id=row.pk, starts_on=TODAY, ends_on=TODAY + 3 * DAY, **common)
    with pytest.raises(AbsenceOverlap):
        hours.add_absence(consultant_id=row.pk, starts_on=TODAY + 3 * DAY, ends_on=TODAY + 5 * DAY, **common)
    for first, last in ((TODAY, TODAY - DAY), (TODAY - 9 * DAY, TODAY - DAY), (TODAY, TODAY + 900 * DAY)):
        with pytest.raises(InvalidInput):
            hours.add_absence(consultant_id=row.pk, starts_on=first, ends_on=last, **common)
    with pytest.raises(PermissionRefused):
        hours.remove_absence(absence_id=away.pk, by=ConsultantFactory().user, now=NOW)
    hours.remove_absence(absence_id=away.pk, **common)
    assert not row.absences.exists()


def test_a_new_code_of_conduct_is_signed_anew_by_everybody_for_himself() -> None:
    lead, row = accounts.clinic_lead(), ConsultantFactory()
    with pytest.raises(SignedAlready):
        sign(row)
    conduct.publish_code(text="متن تازه", by=lead, now=NOW)
    assert told("consultants.sign") == 4  # both versions, by SMS and on the portal
    common: dict[str, Any] = {"consultant_id": row.pk, "now": NOW}
    with pytest.raises(CodeChanged):
        conduct.sign(number=1, by=row.user, **common)
    with pytest.raises(PermissionRefused):
        conduct.sign(number=2, by=lead, **common)
    conduct.sign(number=2, by=row.user, **common)
    assert row.signatures.count() == 2
    with pytest.raises(PermissionRefused):
        conduct.publish_code(text="متن", by=row.user, now=NOW)
    for rows in (ConductCode.objects.all(), ConductSignature.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()


def test_a_conflict_is_declared_by_himself_and_ended_by_the_lead_alone() -> None:
    row, unit = ConsultantFactory(), UnitFactory()
    declare: dict[str, Any] = {"consultant_id": row.pk, "unit_id": unit.pk, "by": row.user, "now": NOW}
    with pytest.raises(InvalidInput):
        conduct.declare_conflict(kind="OTHER", **declare)
    conflict = conduct.declare_conflict(kind="FAMILY", starts_on=TODAY - 30 * DAY, **declare)
    with pytest.raises(ConflictOpen):
        conduct.declare_conflict(kind="COMPETITOR", **declare)
    assert ConflictOfInterest.objects.holding_on(TODAY + 999 * DAY).exists()
    with pytest.raises(PermissionRefused):
        conduct.end_conflict(conflict_id=conflict.pk, by=row.user, now=NOW)
    conduct.end_conflict(conflict_id=conflict.pk, by=accounts.clinic_lead(), now=NOW)
    assert ConflictOfInterest.objects.holding_on(TODAY).exists()
    assert not ConflictOfInterest.objects.holding_on(TODAY + DAY).exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        ConflictOfInterest.objects.filter(pk=conflict.pk).update(kind="OTHER")


def test_one_fee_holds_on_a_day_and_is_shared_to_the_rial() -> None:
    lead = accounts.clinic_lead()
    rule: dict[str, Any] = {"basis": "VISIT", "level": "EXPERT", "source": "صورت‌جلسهٔ کلینیک", "by": lead, "now": NOW}
    fees.set_fee(amount=10_000_001, unit_share=30, valid_from=date(2026, 3, 21), **rule)
    second = fees.set_fee(amount=12_000_000, unit_share=0, valid_from=TODAY, **rule)
    assert fee_on(TODAY - DAY, basis="VISIT", level="EXPERT") == Fee(10_000_001, 3_000_000, 7_000_001)
    assert fee_on(TODAY, basis="VISIT", level="EXPERT", count=2) == Fee(24_000_000, 0, 24_000_000)
    assert fee_on(TODAY, basis="HOUR", level="EXPERT") is None
    with pytest.raises(FeeOverlap):
        fees.set_fee(amount=1, unit_share=0, valid_from=TODAY, **rule)
    with pytest.raises(InvalidInput):
        fees.end_fee(rule_id=second.pk, last_day=TODAY - DAY, by=lead, now=NOW)
    fees.end_fee(rule_id=second.pk, last_day=TODAY, by=lead, now=NOW)
    assert fee_on(TODAY + DAY, basis="VISIT", level="EXPERT") is None
    assert FeeRule.objects.count() == 2
    with pytest.raises(PermissionRefused):
        fees.set_fee(amount=1, unit_share=0, valid_from=TODAY, **{**rule, "by": accounts.admin()})
