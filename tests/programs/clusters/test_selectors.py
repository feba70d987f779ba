"""Read models: figures worked out by hand, a fixed number of queries, and nothing of a single firm in public."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from programs.choices import Better, IndicatorKind
from programs.clusters import selectors
from programs.clusters.choices import ChainRole, HalfYear, Phase, PhaseStatus, RelationKind
from programs.clusters.models import Cluster, ClusterMember
from programs.clusters.selectors.project import present_phase
from programs.clusters.services import effects, exports, members, plans, technology, trademarks
from programs.clusters.services.members import Node
from tests.factories import clusters as made
from tests.factories.clusters import NOW, TODAY, ClusterFactory, MemberFactory, StakeholderFactory, day

pytestmark = pytest.mark.django_db


def firms(cluster: Cluster, number: int, **values: Any) -> list[ClusterMember]:
    return [MemberFactory(cluster, **values) for _number in range(number)]


def queries(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        work()
    return len(seen)


# --- phases and plan --------------------------------------------------------------------------------------------------


def test_a_cluster_stands_in_the_phase_that_runs_else_in_the_last_that_ended(cluster: Cluster, officer: User) -> None:
    assert present_phase(selectors.phases(cluster, TODAY)) is None
    made.phase(cluster, Phase.TRUST_BUILDING, "1404/01/01", "1406/12/01", by=officer, state="RUNNING")
    made.phase(cluster, Phase.IDENTIFICATION, "1404/01/01", "1404/02/31", by=officer, state="DONE")
    assert present_phase(selectors.phases(cluster, TODAY)).phase == Phase.IDENTIFICATION  # type: ignore[union-attr]
    made.phase(cluster, Phase.DIAGNOSTIC_STUDY, "1404/03/01", "1405/06/31", by=officer, state="RUNNING")
    steps = selectors.phases(cluster, TODAY)
    assert present_phase(steps).phase == Phase.DIAGNOSTIC_STUDY  # type: ignore[union-attr]
    # Planned until 31 Shahrivar; today is 2 Azar: 30 days of Mehr, 30 of Aban, 2 of Azar.
    assert [step.days_late for step in steps if step.phase == Phase.DIAGNOSTIC_STUDY] == [62]


def test_progress_of_the_plan_is_weighed_by_the_budget_without_what_was_given_up(
    cluster: Cluster, officer: User
) -> None:
    plan = made.plan(cluster, by=officer, items=0)
    rows = [
        made.action(action="یک", budget=300, share_members=Decimal(40), share_state=Decimal(60)),
        made.action(action="دو", budget=100),
        made.action(action="سه", budget=600, due_on=day("1405/08/01")),
        made.action(action="چهار", budget=500),
    ]
    items = plans.set_items(plan_id=plan.pk, rows=rows, by=officer, now=NOW)
    plans.submit(plan_id=plan.pk, by=officer, now=NOW)
    from tests.factories import accounts

    plans.approve(plan_id=plan.pk, by=accounts.manager(), now=NOW)
    plans.finish_action(item_id=items[0].pk, on=TODAY, note="", by=officer, now=NOW)
    plans.drop_action(item_id=items[3].pk, reason="نشد", by=officer, now=NOW)
    progress = selectors.action_plan(cluster, TODAY)
    assert progress is not None
    # 300 of 300 + 100 + 600; members: 40 % of 300, and all of 100 and 600.
    assert (progress.budget, progress.done_percent) == (1000, Decimal(30))
    assert [amount for _name, amount in progress.funding] == [180, 820]
    assert [item.action for item in progress.overdue] == ["دو", "سه"]


# --- before and after -------------------------------------------------------------------------------------------------


def test_before_and_after_compare_the_same_members(cluster: Cluster) -> None:
    first, second, late = firms(cluster, 3)
    jobs = made.indicator(cluster)
    made.readings(jobs, "1404/01/01", {first: 4, second: 6})
    made.readings(jobs, "1404/07/01", {first: 5, second: 9})
    made.readings(jobs, "1405/07/01", {first: 8, late: 50})
    (effect,) = selectors.before_after(cluster)
    # The newcomer has no figure before: 4 + 6 = 10 against the last of each, 8 + 9 = 17.
    assert (effect.before, effect.after, effect.members) == (Decimal(10), Decimal(17), 2)
    assert (effect.change, effect.is_better, effect.last_month) == (Decimal(70), True, day("1405/07/01"))


def test_means_and_ratios_are_not_added_up(cluster: Cluster) -> None:
    first, second = firms(cluster, 2)
    capacity = made.indicator(cluster, "capacity", IndicatorKind.AVERAGE, name="ظرفیت", unit="درصد")
    share = made.indicator(
        cluster, "waste", IndicatorKind.RATIO, name="ضایعات", unit="نسبت", better=Better.DOWN, position=1
    )
    for month, values in (("1404/01/01", (40, 60)), ("1405/01/01", (50, 80))):
        made.readings(capacity, month, dict(zip((first, second), values, strict=True)))
    made.readings(share, "1404/01/01", {first: (10, 100), second: (30, 100)})
    made.readings(share, "1405/01/01", {first: (5, 100), second: (25, 300)})
    mean, ratio = selectors.before_after(cluster)
    assert (mean.before, mean.after, mean.change) == (Decimal(50), Decimal(65), Decimal(30))
    # 40 / 200 = 0.2 before, 30 / 400 = 0.075 after; less waste is better.
    assert (ratio.before, ratio.after, ratio.is_better) == (Decimal("0.2"), Decimal("0.075"), True)


def test_a_corrected_reading_counts_once(cluster: Cluster) -> None:
    (member,) = firms(cluster, 1)
    jobs = made.indicator(cluster)
    for value in (4, 7):
        made.readings(jobs, "1405/01/01", {member: value})
    (month,) = selectors.history(cluster)[jobs.pk]
    assert (month.value, month.members) == (Decimal(7), 1)


# --- exports ----------------------------------------------------------------------------------------------------------


def test_the_public_sees_no_figure_of_fewer_than_three_firms(cluster: Cluster) -> None:
    one, two, three, four = firms(cluster, 4)
    for member in (one, two, three):
        made.export(member, "IQ", 1404, usd=100)
    made.export(one, "AF", 1404, usd=70)
    made.export(two, "TR", 1404, usd=30)
    made.export(four, "IQ", 1403, usd=999)
    public = selectors.public_exports(cluster)
    assert [(line.keys, line.value_usd) for line in public.by_year] == [(("1404",), Decimal(400))]
    assert public.withheld
    # Afghanistan and Turkey are two firms together: Iraq has to join them, and all is one line.
    assert [(set(line.keys), line.value_usd, line.firms) for line in public.by_country] == [
        ({"AF", "TR", "IQ"}, Decimal(400), 3)
    ]
    assert all(line.firms >= 3 for line in (*public.by_year, *public.by_country, *public.by_product))


def test_small_countries_of_three_firms_stand_together(cluster: Cluster) -> None:
    one, two, three = firms(cluster, 3)
    for member, country in ((one, "AF"), (two, "TR"), (three, "RU")):
        made.export(member, "IQ", 1404, usd=100)
        made.export(member, country, 1404, usd=10)
    lines = selectors.public_exports(cluster).by_country
    assert (lines[0].keys, lines[0].value_usd) == (("IQ",), Decimal(300))
    assert (set(lines[1].keys), lines[1].value_usd) == ({"AF", "TR", "RU"}, Decimal(30))


def test_what_is_withheld_cannot_be_had_by_subtraction(cluster: Cluster) -> None:
    """The sum of every public table is that of the years shown, never more."""
    people = firms(cluster, 5)
    for index, member in enumerate(people):
        made.export(member, "IQ", 1404, usd=100 + index)
        made.export(member, ("AF", "TR", "RU", "AE", "OM")[index], 1403 if index < 2 else 1404, usd=7)
    public = selectors.public_exports(cluster)
    whole = sum(line.value_usd for line in public.by_year)
    for lines in (public.by_country, public.by_product):
        assert sum(line.value_usd for line in lines) == whole


def test_the_desk_sees_all_of_it_and_only_what_was_not_corrected(cluster: Cluster, officer: User) -> None:
    member = MemberFactory(cluster)
    row = made.export(member, "IQ", 1404, usd=100)
    exports.correct_export(
        export_id=row.pk, value_usd=Decimal(250), weight_kg=Decimal(9), reason="اشتباه", by=officer, now=NOW
    )
    assert [line.value_usd for line in selectors.exports(cluster).by_country] == [Decimal(250)]


# --- value chain, relations, satisfaction -----------------------------------------------------------------------------


def test_the_public_sees_names_only_of_firms_that_agreed(cluster: Cluster) -> None:
    MemberFactory(cluster, name="نام پیدا", is_public=True, staff=5)
    MemberFactory(cluster, name="نام پنهان", staff=6)
    (link,) = selectors.value_chain(cluster, TODAY, public=True)
    assert ([row.name for row in link.named], link.unnamed, link.staff) == (["نام پیدا"], 1, None)
    (link,) = selectors.value_chain(cluster, TODAY, public=False)
    assert (len(link.named), link.staff) == (2, 11)


def test_firms_that_did_not_agree_are_one_node_of_the_public_map(cluster: Cluster, officer: User) -> None:
    bank = StakeholderFactory(cluster, "بانک نمونه")
    for member in firms(cluster, 2, role=ChainRole.PRODUCER):
        members.relate(
            cluster_id=cluster.pk, source=Node(stakeholder=bank.pk), target=Node(member=member.pk),
            kind=RelationKind.FINANCES, strength=2, by=officer, now=NOW,
        )  # fmt: skip
    whole, public = selectors.relations(cluster), selectors.public_network(cluster)
    assert (len(whole.nodes), len(whole.edges)) == (3, 2)
    assert (len(public.nodes), len(public.edges), public.edges[0].count) == (2, 1, 2)
    assert not any("کارگاه نمونه" in node.name for node in public.nodes)
    assert public.as_chart()["edges"][0]["strength"] == 2


def test_a_survey_is_shown_from_five_answers_up(cluster: Cluster, officer: User) -> None:
    for index, member in enumerate(firms(cluster, 5)):
        if index == 4:
            assert selectors.satisfaction(cluster)[0].mean is None
        effects.answer(
            member_id=member.pk, score=(5, 4, 4, 3, 5)[index], answered_on=TODAY, year=1405, half=HalfYear.FIRST,
            by=officer, now=NOW,
        )  # fmt: skip
    (survey,) = selectors.satisfaction(cluster)
    assert (survey.mean, survey.answers, survey.spread) == (Decimal("4.2"), 5, (0, 0, 1, 2, 2))


def test_a_mark_is_known_by_its_dates(cluster: Cluster, officer: User) -> None:
    for number, expires in (("1", "1404/09/01"), ("2", "1405/12/01"), ("3", "1414/01/01")):
        row = trademarks.apply_for(
            cluster_id=cluster.pk, brand=number, nice_class=8, applied_on=day("1394/01/01"), by=officer, now=NOW
        )
        trademarks.grant(
            trademark_id=row.pk,
            number=number,
            granted_on=day("1394/09/01"),
            expires_on=day(expires),
            by=officer,
            now=NOW,
        )
    trademarks.apply_for(cluster_id=cluster.pk, brand="4", nice_class=8, applied_on=TODAY, by=officer, now=NOW)
    assert [mark.state for mark in selectors.trademarks(cluster, TODAY)] == [
        "EXPIRED",
        "EXPIRING",
        "GRANTED",
        "APPLIED",
    ]


# --- queries ----------------------------------------------------------------------------------------------------------


def fill(cluster: Cluster, officer: User, number: int) -> None:
    """So many of everything."""
    bank = StakeholderFactory(cluster)
    jobs = made.indicator(cluster)
    for member in firms(cluster, number, is_public=True):
        members.relate(
            cluster_id=cluster.pk, source=Node(stakeholder=bank.pk), target=Node(member=member.pk),
            kind=RelationKind.FINANCES, by=officer, now=NOW,
        )  # fmt: skip
        made.readings(jobs, "1404/01/01", {member: 1})
        made.readings(jobs, "1405/01/01", {member: 2})
        made.export(member)
        technology.add_need(member_id=member.pk, need="کوره", by=officer, now=NOW)
        trademarks.apply_for(
            cluster_id=cluster.pk, brand=member.name, nice_class=8, applied_on=TODAY, by=officer, now=NOW, member=member
        )


READ_MODELS: dict[str, Callable[[Cluster], object]] = {
    "overview": lambda row: selectors.overview(row, TODAY),
    "phases": lambda row: selectors.phases(row, TODAY),
    "value_chain": lambda row: selectors.value_chain(row, TODAY, public=False),
    "relations": lambda row: selectors.relations(row).as_chart(),
    "public_network": lambda row: selectors.public_network(row).as_chart(),
    "exports": selectors.exports,
    "public_exports": selectors.public_exports,
    "before_after": selectors.before_after,
    "history": selectors.history,
    "satisfaction": selectors.satisfaction,
    "needs": selectors.needs,
    "trademarks": lambda row: [mark.row.member.name for mark in selectors.trademarks(row, TODAY) if mark.row.member],
    "action_plan": lambda row: selectors.action_plan(row, TODAY),
    "contracts": selectors.contracts,
}


def test_every_read_model_makes_as_many_queries_for_20_rows_as_for_1(cluster: Cluster, officer: User) -> None:
    large = ClusterFactory("large")
    fill(cluster, officer, 1)
    fill(large, officer, 20)
    made.approved_plan(cluster, items=1)
    made.approved_plan(large, items=20)
    for name, read in READ_MODELS.items():
        few, many = queries(lambda: read(cluster)), queries(lambda: read(large))  # noqa: B023
        assert few == many <= 5, (name, few, many)


def test_the_list_makes_three_queries_whatever_its_length(officer: User) -> None:
    made.phase(
        ClusterFactory(), Phase.IDENTIFICATION, "1404/01/01", "1404/02/31", by=officer, state=PhaseStatus.RUNNING
    )
    assert queries(lambda: selectors.cards(Cluster.objects.public(), TODAY)) == 3
    for _number in range(19):
        MemberFactory()
    assert queries(lambda: selectors.cards(Cluster.objects.public(), TODAY)) == 3
