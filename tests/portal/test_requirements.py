"""What is installed: the short lists people edit, and the locks with hashes compiled from them, agree."""

from __future__ import annotations

import itertools
import re
import zoneinfo
from importlib.metadata import version
from pathlib import Path

import pytest
import tzdata
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent.parent
LISTS = ("requirements", "requirements-dev", "requirements-node")
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def pins(file: str) -> dict[str, str]:
    """Package → version of the lines of one file that pin something."""
    found = (PIN.match(line) for line in (PROJECT / file).read_text().splitlines())
    return {str(canonicalize_name(one[1])): one[2] for one in found if one}


@pytest.mark.parametrize("name", LISTS)
def test_what_a_person_pinned_is_what_is_locked(name: str) -> None:
    locked = pins(f"{name}.txt")
    assert pins(f"{name}.in")
    assert {package: locked.get(package) for package in pins(f"{name}.in")} == pins(f"{name}.in")


@pytest.mark.parametrize("name", LISTS)
def test_every_line_of_a_list_pins_one_version(name: str) -> None:
    lines = [line for line in (PROJECT / f"{name}.in").read_text().splitlines() if line and line[0] not in "#-"]
    assert [line for line in lines if not PIN.fullmatch(line)] == []


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_holds_pins_hashes_and_nothing_else(name: str) -> None:
    """No index, no address, no package without a hash: pip's --require-hashes then covers all that is installed."""
    lines = (PROJECT / f"{name}.txt").read_text().splitlines()
    odd = [line for line in lines if not (PIN.match(line) or HASH.match(line) or line.lstrip().startswith("#"))]
    assert odd == []
    for line, following in itertools.pairwise(lines):
        assert not PIN.match(line) or HASH.match(following), line


def test_the_developers_lock_holds_the_other_one_with_the_same_versions() -> None:
    developers = pins("requirements-dev.txt")
    assert {name: developers.get(name) for name in pins("requirements.txt")} == pins("requirements.txt")


def test_what_runs_here_is_what_is_locked() -> None:
    locked = pins("requirements-dev.txt")
    assert {name: version(name) for name in locked} == locked


def test_zones_come_from_the_pinned_package_and_not_from_the_machine() -> None:
    assert zoneinfo.TZPATH == ()
    assert tzdata.__version__ == pins("requirements.txt")["tzdata"]
    assert zoneinfo.ZoneInfo("Asia/Tehran").key == "Asia/Tehran"
