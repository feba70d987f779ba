"""What came of the clusters of the demo: products, marks, exports, figures before and after, gatherings."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from core.persian.calendar import jalali_day
from portal.demo.cluster_stage import Stage, shift
from programs.clusters.choices import ChainRole
from programs.clusters.models import ClusterMember
from programs.clusters.services import clusters, effects, exports, trademarks

SOURCE: Final = "دادهٔ نمایشی"


def bring_market(stage: Stage, firms: Sequence[ClusterMember]) -> None:
    """Products, marks in several states, and exports of the last two years."""
    products = [
        clusters.save_product(
            cluster_id=stage.cluster.pk, name=name, name_en=name_en, hs_code=code, position=place, by=stage.officer,
            now=stage.now,
        )
        for place, (name, name_en, code) in enumerate(stage.given["products"])
    ]  # fmt: skip
    for place, (brand, nice_class, applied, granted, left) in enumerate(stage.given["brands"]):
        mark = trademarks.apply_for(
            cluster_id=stage.cluster.pk, brand=brand, nice_class=nice_class, applied_on=stage.day(-applied),
            member=firms[place] if place else None, is_illustrative=True, by=stage.officer, now=stage.now,
        )  # fmt: skip
        if granted:
            trademarks.grant(
                trademark_id=mark.pk, number=f"نمونه-{stage.cluster.slug}-{place + 1}", granted_on=stage.day(-granted),
                expires_on=stage.day(left), by=stage.officer, now=stage.now,
            )  # fmt: skip
    last = jalali_day(stage.now).year - 1
    sellers = [row for row in firms if row.role in (ChainRole.EXPORTER, ChainRole.PRODUCER)]
    for place, (country, thousands) in enumerate(stage.given["countries"]):
        for number in range(max(2, 5 - place)):
            member = sellers[-1 - (number + place) % len(sellers)]
            for year in (last - 1, last):
                value = Decimal(thousands * 1000 * (10 + number + 2 * (year - last)) // 10)
                exports.record_export(
                    member_id=member.pk, product=products[number % 2], country=country, year=year, value_usd=value,
                    weight_kg=value / 8, source=SOURCE, is_illustrative=True, by=stage.officer, now=stage.now,
                )  # fmt: skip


def measure(stage: Stage, firms: Sequence[ClusterMember], indicators: Sequence[Sequence[Any]]) -> None:
    """Indicators of the makers, better with every reading."""
    before = stage.day(-18)
    rows = [
        effects.save_indicator(
            cluster_id=stage.cluster.pk, code=code, by=stage.officer, now=stage.now,
            values={
                "name": name, "name_en": name_en, "unit": unit, "kind": kind, "better": better, "decimals": decimals,
                "baseline_month": before, "position": place,
            },
        )
        for place, (code, name, name_en, unit, kind, better, decimals) in enumerate(indicators)
    ]  # fmt: skip
    makers = [row for row in firms if row.role in (ChainRole.PRODUCER, ChainRole.PARTS)]
    for growth, month in enumerate((-18, -12, -6, -1)):
        for indicator in rows:
            values = [_value(indicator.code, member, index, growth) for index, member in enumerate(makers)]
            effects.set_readings(
                indicator_id=indicator.pk, month=stage.day(month), values=values, by=stage.officer, now=stage.now
            )


def _value(code: str, member: ClusterMember, index: int, growth: int) -> effects.Value:
    jobs = (member.staff or 2) + growth * (index % 3) // 2
    output = jobs * (180 + 12 * growth)
    if code == "waste":
        waste = Decimal(output * (9 - growth) // 100)
        return effects.Value(member.pk, numerator=waste, denominator=Decimal(output))
    capacity = min(95, 35 + index * 3 % 20 + 6 * growth)
    return effects.Value(member.pk, value=Decimal({"jobs": jobs, "output": output, "capacity": capacity}[code]))


def gather(stage: Stage, firms: Sequence[ClusterMember]) -> None:
    """Gatherings of the last months with answers of members."""
    for kind, title, ago, people in stage.given["gatherings"]:
        day = shift(stage.day(-ago), 9)
        row = effects.add_gathering(
            cluster_id=stage.cluster.pk, title=title, starts_on=day, by=stage.officer, now=stage.now,
            values={"kind": kind, "place": stage.cluster.place, "participants": people, "is_illustrative": True},
        )  # fmt: skip
        for index, member in enumerate(firms[: 5 + ago % 3]):
            effects.answer(
                member_id=member.pk, gathering=row, score=3 + (index + ago) % 3, answered_on=day, by=stage.officer,
                now=stage.now,
            )  # fmt: skip
