"""What work costs on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clinic.consultants.choices import FeeBasis, Level
from clinic.consultants.models import FeeRule

HOUR = 60
"""Minutes of the hour a fee is counted by."""


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee in rials with the parts the unit and the clinic bear; both add up to `amount`."""

    amount: int
    unit_part: int
    clinic_part: int


@dataclass(frozen=True, slots=True)
class Tariff:
    """Fee rules, asked for once. At most one of a basis and a level holds on a day; the database sees to that."""

    rules: tuple[FeeRule, ...]

    def rule_on(self, day: date, *, basis: str, level: str) -> FeeRule | None:
        """The rule that holds on this day. No query."""
        for rule in self.rules:
            begun = rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to)
            if begun and rule.basis == basis and rule.level == level:
                return rule
        return None

    def fee_on(self, day: date, *, basis: str, level: str, count: int = 1) -> Fee | None:
        """The fee of `count` hours, visits or parts; None where no rule holds. No query."""
        rule = self.rule_on(day, basis=basis, level=level)
        return None if rule is None else _split(rule, rule.amount * count)

    def fee_of_minutes(self, day: date, *, level: str, minutes: int) -> Fee | None:
        """The fee of a talk of so many minutes, rounded down to whole rials. No query."""
        rule = self.rule_on(day, basis=FeeBasis.HOUR, level=level)
        return None if rule is None else _split(rule, rule.amount * minutes // HOUR)


@dataclass(frozen=True, slots=True)
class Priced:
    """One line of the list everybody reads: a rule in force with what the unit bears of it, in rials."""

    rule: FeeRule
    unit_part: int


def tariff() -> Tariff:
    """All rules, also those that held once. 1 query."""
    return Tariff(tuple(FeeRule.objects.all()))


def fee_on(day: date, *, basis: str, level: str, count: int = 1) -> Fee | None:
    """The fee of `count` hours, visits or parts on this day; None where no rule holds. The unit's part is rounded down to
    whole rials. 1 query."""
    rules = FeeRule.objects.holding_on(day).filter(basis=basis, level=level)
    return Tariff(tuple(rules)).fee_on(day, basis=basis, level=level, count=count)


def price_list(day: date) -> list[tuple[FeeBasis, list[Priced]]]:
    """What is in force on this day: by what is counted, the lower level first. 1 query."""
    found = list(FeeRule.objects.holding_on(day))
    order = {level.value: place for place, level in enumerate(Level)}
    return [
        (basis, lines)
        for basis in FeeBasis
        if (lines := _lines(sorted((one for one in found if one.basis == basis), key=lambda one: order[one.level])))
    ]


def _lines(rules: Iterable[FeeRule]) -> list[Priced]:
    return [Priced(rule, _split(rule, rule.amount).unit_part) for rule in rules]


def _split(rule: FeeRule, amount: int) -> Fee:
    unit_part = amount * rule.unit_share // 100
    return Fee(amount, unit_part, amount - unit_part)
