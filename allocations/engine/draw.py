"""The draw: from the frozen list and the announced event's value to everybody's draw number.

Every number can be checked for one person alone, does not depend on the order of the list, and has no
modulo bias, because keys are ranked and nothing is shuffled (HMAC-SHA256, RFC 2104).
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence

from allocations.engine import serial
from allocations.engine.canonical import sha256_hex
from allocations.engine.values import FORMAT, Application, Draw, Plot, Rules

FROZEN_FILES = ("rules.json", "plots.jsonl", "applications.jsonl")


def frozen_files(rules: Rules, plots: Iterable[Plot], applications: Iterable[Application]) -> dict[str, bytes]:
    """The bytes of the three files that are published before the draw."""
    return {
        "rules.json": serial.rules_json(rules),
        "plots.jsonl": serial.plots_jsonl(plots),
        "applications.jsonl": serial.applications_jsonl(applications),
    }


def list_hash(rules_sha256: str, plots_sha256: str, applications_sha256: str) -> str:
    """`H` from the three files' SHA-256 (hex): the one hash that binds all that goes into the draw."""
    return sha256_hex(f"{rules_sha256}\n{plots_sha256}\n{applications_sha256}\n".encode("ascii"))


def frozen_hash(rules: Rules, plots: Iterable[Plot], applications: Iterable[Application]) -> str:
    """`H` of rules, plots and list, as published at the freeze (hex)."""
    files = frozen_files(rules, plots, applications)
    return list_hash(*(sha256_hex(files[name]) for name in FROZEN_FILES))


def seed(value: bytes, call: str, frozen: str) -> bytes:
    """The seed: HMAC-SHA256 with the event's bytes as key over format, call code and `H` (hex)."""
    return hmac.digest(value, f"{FORMAT}\n{call}\n{frozen}\n".encode("ascii"), "sha256")


def application_key(seed_bytes: bytes, application: str) -> bytes:
    """`key_a`: what one application is ranked by, HMAC-SHA256 with the seed as key over its id."""
    return hmac.digest(seed_bytes, application.encode("ascii"), "sha256")


def draw_numbers(seed_bytes: bytes, applications: Sequence[str]) -> dict[str, int]:
    """Draw number of each application id: its place, from 1, when keys are sorted as bytes (then by id)."""
    keyed = sorted((application_key(seed_bytes, one), one) for one in applications)
    return {one: place for place, (_, one) in enumerate(keyed, start=1)}


def make_draw(value: bytes, *, call: str, frozen: str, entered_at: str) -> Draw:
    """The `draw.json` of a call: `value` is the event's bytes, `frozen` is `H`, `entered_at` a UTC text."""
    return Draw(value=value.hex(), seed=seed(value, call, frozen).hex(), entered_at=entered_at)
