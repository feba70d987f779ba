"""The text on a paper as a reader of the PDF finds it: by Poppler's pdftotext, no part of what set the paper."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata

import pytest

HOW_TO_GET_IT = "pdftotext is not here; tests that read a paper need it: apt install poppler-utils"


class PaperText:
    """The text of a PDF; `"گزارش آبان ۱۴۰۵" in text` asks whether it is said there.

    Spaces and signs of direction count for nothing, since between two directions nobody can say where they belong. Look for
    words without lam-alef, which comes out the other way round.
    """

    def __init__(self, paper: bytes) -> None:
        self.letters = _letters(_read(paper))

    def __contains__(self, text: str) -> bool:
        return _letters(text) in self.letters

    def count(self, text: str) -> int:
        """How often it is said."""
        return self.letters.count(_letters(text))


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in plain if not sign.isspace() and unicodedata.category(sign) != "Cf")


def _read(paper: bytes) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        if os.environ.get("PORTAL_NO_SKIPS") == "1":
            pytest.fail(HOW_TO_GET_IT)
        pytest.skip(HOW_TO_GET_IT)
    order = [tool, "-layout", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(order, input=paper, capture_output=True, timeout=60, check=True).stdout.decode()
