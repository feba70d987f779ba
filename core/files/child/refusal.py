"""How the child says no."""

from __future__ import annotations


class Refusal(Exception):
    """The file is not accepted; `code` is a key of core.files.errors.SENTENCES."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)
