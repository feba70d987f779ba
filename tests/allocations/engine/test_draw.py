"""The draw: anybody can work out a number, and nothing but list and value can change it."""

from __future__ import annotations

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from allocations.engine import draw, draw_numbers, frozen_files, frozen_hash, make_draw
from tests.allocations.engine import worlds

SEED = bytes.fromhex("1a70387728a1abd471968333929ae85d767ce22f3fba4796f1fc5c35b473fc9a")


def test_the_frozen_hash_is_over_the_three_hashes_as_text() -> None:
    world = worlds.golden()
    files = frozen_files(world.rules, world.plots, world.applications)
    text = "".join(
        hashlib.sha256(files[name]).hexdigest() + "\n" for name in ("rules.json", "plots.jsonl", "applications.jsonl")
    )
    frozen = frozen_hash(world.rules, world.plots, world.applications)
    assert frozen == hashlib.sha256(text.encode()).hexdigest()
    assert frozen == "76d16975f7b757e0ba33b6b37c7321516e5428d80256ff2ff942369ccc48669d"


def test_the_seed_follows_from_value_call_and_frozen_hash() -> None:
    world = worlds.golden()
    frozen = frozen_hash(world.rules, world.plots, world.applications)
    message = b"zanjan-allocation/1\nexample-1405\n" + frozen.encode() + b"\n"
    made = make_draw(world.value, call="example-1405", frozen=frozen, entered_at=worlds.ENTERED)
    assert made.seed == hmac.new(world.value, message, hashlib.sha256).hexdigest() == SEED.hex()
    assert made.value == "322c3334352c3637382e39"


def test_draw_numbers_are_places_in_the_order_of_keys() -> None:
    names = [worlds.A, worlds.B, worlds.C, worlds.D, worlds.E]
    keys = {name: hmac.new(SEED, name.encode(), hashlib.sha256).hexdigest() for name in names}
    assert [keys[name][:4] for name in names] == ["a0d9", "eaaf", "02f8", "e5f9", "adb2"]
    assert draw_numbers(SEED, names) == {worlds.C: 1, worlds.A: 2, worlds.E: 3, worlds.D: 4, worlds.B: 5}


@given(st.lists(st.integers(0, 10**6), unique=True, min_size=2, max_size=20), st.randoms())
def test_the_order_of_the_list_does_not_matter(people: list[int], shuffler: object) -> None:
    names = [worlds.name(number) for number in people]
    shuffled = list(names)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert draw_numbers(SEED, shuffled) == draw_numbers(SEED, names)


@given(st.integers(0, 29))
def test_a_withdrawal_after_the_draw_moves_nobody_before_anybody_else(leaves: int) -> None:
    names = [worlds.name(number) for number in range(30)]
    before = draw_numbers(SEED, names)
    after = draw_numbers(SEED, [one for one in names if one != worlds.name(leaves)])
    assert sorted(after, key=after.__getitem__) == [
        one for one in sorted(before, key=before.__getitem__) if one != worlds.name(leaves)
    ]


def test_draw_numbers_are_uniform() -> None:
    """χ² over 100,000 draws: each of five people comes to each of five places equally often.

    Sixteen degrees of freedom; 45.9 is passed by chance once in ten thousand, and the draws never change.
    """
    names = [worlds.A, worlds.B, worlds.C, worlds.D, worlds.E]
    draws = 100_000
    seen = {name: [0] * 5 for name in names}
    for number in range(draws):
        seed = draw.seed(b"%d" % number, "call-1", "0" * 64)
        for name, place in draw_numbers(seed, names).items():
            seen[name][place - 1] += 1
    expected = draws / 5
    chi_square = sum((count - expected) ** 2 / expected for counts in seen.values() for count in counts)
    assert chi_square < 45.9
