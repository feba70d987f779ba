"""The rule of the lights, its borders included."""

from decimal import Decimal as D

import pytest

from programs.forecast import Light, Rule, light


@pytest.mark.parametrize(
    ("deviation", "expected"),
    [
        (D(3), Light.GREEN),
        (D(-5), Light.GREEN),
        (D("-5.01"), Light.AMBER),
        (D(-15), Light.AMBER),
        (D("-15.01"), Light.RED),
        (None, Light.UNKNOWN),
    ],
)
def test_the_borders_belong_to_the_better_light(deviation, expected) -> None:
    assert light(deviation) == expected


def test_the_rule_can_be_another_but_not_a_senseless_one() -> None:
    assert light(D(-3), Rule(amber=D(-2), red=D(-4))) == Light.AMBER
    with pytest.raises(ValueError, match="red threshold"):
        Rule(amber=D(-10), red=D(-5))
    with pytest.raises(ValueError, match="not positive"):
        Rule(amber=D(5), red=D(-5))
