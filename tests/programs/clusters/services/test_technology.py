"""A need goes from open over a provider to met, or is dropped, with its follow-up kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import User
from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState
from programs.clusters.choices import NeedStatus, ProviderKind
from programs.clusters.models import Cluster, TechnologyNeed, TechnologyProvider
from programs.clusters.services import technology
from tests.factories import accounts
from tests.factories.clusters import NOW, TODAY, MemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def need(cluster: Cluster, officer: User) -> TechnologyNeed:
    return technology.add_need(member_id=MemberFactory(cluster).pk, need="کورهٔ عملیات حرارتی", by=officer, now=NOW)


def provider(**values: object) -> TechnologyProvider:
    values = {"kind": ProviderKind.UNIVERSITY, **values}
    return technology.save_provider(name="دانشگاه نمونه", values=values, by=None, now=NOW)


def test_a_need_is_met_by_a_provider(need: TechnologyNeed, officer: User) -> None:
    with pytest.raises(WrongState):
        technology.begin(need_id=need.pk, by=officer, now=NOW)
    match = technology.match(need_id=need.pk, provider=provider(), reason="تجربهٔ مشابه", by=officer, now=NOW)
    technology.note(need_id=need.pk, match_id=match.pk, text="بازدید شد", by=officer, now=NOW)
    technology.begin(need_id=need.pk, by=officer, now=NOW)
    with pytest.raises(InvalidInput):
        technology.meet(need_id=need.pk, on=TODAY, outcome=" ", by=officer, now=NOW)
    technology.meet(need_id=need.pk, on=TODAY, outcome="کوره راه افتاد", by=officer, now=NOW)
    need.refresh_from_db()
    assert (need.status, need.closed_on, need.notes.count()) == (NeedStatus.MET, TODAY, 1)
    with pytest.raises(WrongState):
        technology.match(need_id=need.pk, provider=provider(), reason="", by=officer, now=NOW)


def test_a_need_that_came_to_nothing_is_open_again(need: TechnologyNeed, officer: User) -> None:
    technology.match(need_id=need.pk, provider=provider(), reason="", by=officer, now=NOW)
    assert technology.reopen(need_id=need.pk, reason="گران بود", by=officer, now=NOW).status == NeedStatus.OPEN


def test_a_need_is_dropped_with_a_reason_and_not_in_the_future(need: TechnologyNeed, officer: User) -> None:
    for on, reason in ((TODAY, ""), (TODAY + timedelta(days=1), "تعطیل شد"), (TODAY - timedelta(days=1), "تعطیل شد")):
        with pytest.raises(InvalidInput):
            technology.drop(need_id=need.pk, on=on, reason=reason, by=officer, now=NOW)
    assert (
        technology.drop(need_id=need.pk, on=TODAY, reason="تعطیل شد", by=officer, now=NOW).status == NeedStatus.DROPPED
    )


def test_an_inactive_provider_is_not_proposed(need: TechnologyNeed, officer: User) -> None:
    with pytest.raises(InvalidInput):
        technology.match(need_id=need.pk, provider=provider(is_active=False), reason="", by=officer, now=NOW)


def test_the_same_need_of_a_member_is_entered_once(need: TechnologyNeed, officer: User) -> None:
    with pytest.raises(Conflict):
        technology.add_need(member_id=need.member_id, need=need.need, by=officer, now=NOW)


def test_an_auditor_moves_nothing(need: TechnologyNeed) -> None:
    with pytest.raises(PermissionRefused):
        technology.drop(need_id=need.pk, on=TODAY, reason="نه", by=accounts.auditor(), now=NOW)
