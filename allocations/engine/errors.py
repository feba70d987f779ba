"""How the engine says no: reason codes with parameters, never sentences.

The edges (pages, the admin, the command line) turn a code into words of the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what the engine was given.

    `code` is a stable reason code such as ``DUPLICATE_CHOICE``; `where` says which object
    (``rules``, ``plots/Z-12``, ``applications/<id>``, ``result.jsonl`` …); `params` hold the values that
    a sentence about it needs (strings, whole numbers, or tuples of them).
    """

    code: str
    where: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        detail = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code} [{self.where}] {detail}".rstrip()


class EngineRefusal(ValueError):
    """The engine was asked for something it must not do; `problems` lists every reason found."""

    def __init__(self, *problems: Problem) -> None:
        self.problems: tuple[Problem, ...] = problems
        super().__init__("; ".join(str(problem) for problem in problems[:10]))

    def __reduce__(self) -> tuple[type[EngineRefusal], tuple[Problem, ...]]:
        return type(self), self.problems
