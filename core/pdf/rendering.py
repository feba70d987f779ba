"""Renders one template in a child process with limits: a paper that will not end must not hold a worker."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import segno
from django.conf import settings

SCRIPT = Path(__file__).parent / "child.py"
SECONDS = 30
PDF_MARK = b"%PDF-"


class PdfFailed(RuntimeError):
    """A template that does not compile, a missing font, or a paper that took too long; the text is for the log."""


def render(template: str, data: Mapping[str, Any], *, seconds: float = SECONDS) -> bytes:
    """The PDF (bytes) of `template` ("allocations/pdf/receipt.typ", below the templates folder) filled with `data`.

    `data` is JSON. The same template and data give the same bytes. Raises PdfFailed.
    """
    made = _run(template, data, "pdf", seconds)
    if not made.startswith(PDF_MARK):
        raise PdfFailed(f"{template}: the process was stopped")
    return made


def pictures(template: str, data: Mapping[str, Any], *, ppi: int = 96, seconds: float = SECONDS) -> list[bytes]:
    """Every page of `template` as a PNG of `ppi` dots an inch, else as `render`. Raises PdfFailed."""
    made = _run(template, data, "png", seconds, ppi)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return [archive.read(name) for name in sorted(archive.namelist())]


def _run(template: str, data: Mapping[str, Any], form: str, seconds: float, ppi: int = 96) -> bytes:
    root = Path(settings.BASE_DIR) / "templates"
    order = {
        "template": str(root / template),
        "root": str(root),
        "fonts": [str(Path(settings.NODE_MODULES) / "vazirmatn" / "fonts" / "ttf")],
        "inputs": {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        "seconds": int(seconds) + 1,
        "format": form,
        "ppi": float(ppi),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(SCRIPT)],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=seconds,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PdfFailed(f"{template} took longer than {seconds} s") from None
    if done.returncode != 0 or not done.stdout:
        raise PdfFailed(
            f"{template}: {done.stderr.decode(errors='replace')[-1000:].strip() or 'the process was stopped'}"
        )
    return done.stdout


def qr_svg(text: str) -> str:
    """A QR code of `text` as SVG, error correction M, for `image(bytes(data.qr))` in a template."""
    stream = io.BytesIO()
    segno.make(text, error="m", micro=False).save(stream, kind="svg", xmldecl=False, border=2, dark="#1D2A2F")
    return stream.getvalue().decode()
