"""Parts of the demo world loaded at the same time."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from portal.demo import side_by_side
from portal.demo.side_by_side import Say


def leave(folder: Path, name: str, say: Say) -> None:
    (folder / name).write_text(str(os.getpid()))
    say(name)


def stumble(say: Say) -> None:
    raise ValueError("the land is not there")


def parts(folder: Path) -> list[side_by_side.Part]:
    return [partial(leave, folder, name) for name in ("clinic", "programmes", "calls")]


def workers(folder: Path) -> set[int]:
    return {int(path.read_text()) for path in folder.iterdir() if path.name != "said"}


def test_with_one_process_the_parts_run_here_in_their_order(tmp_path: Path) -> None:
    said: list[str] = []
    side_by_side.run(parts(tmp_path), say=said.append, processes=1)
    assert said == ["clinic", "programmes", "calls"]
    assert workers(tmp_path) == {os.getpid()}


def test_with_two_processes_every_part_runs_elsewhere_and_is_heard(tmp_path: Path) -> None:
    heard = tmp_path / "said"

    def say(line: str) -> None:
        with heard.open("a") as file:
            file.write(f"{line}\n")

    side_by_side.run(parts(tmp_path), say=say, processes=2)
    assert sorted(heard.read_text().split()) == ["calls", "clinic", "programmes"]
    assert os.getpid() not in workers(tmp_path)
    assert len(workers(tmp_path)) <= 2


@pytest.mark.parametrize("processes", [1, 2])
def test_what_one_part_raises_reaches_who_waits(tmp_path: Path, processes: int) -> None:
    with pytest.raises(ValueError, match="the land is not there"):
        side_by_side.run([stumble, *parts(tmp_path)], say=print, processes=processes)


def test_the_other_parts_are_ended_when_one_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the land is not there"):
        side_by_side.run([stumble, *parts(tmp_path)], say=print, processes=2)
    assert len(list(tmp_path.iterdir())) == 3
