"""A PDF looked through and written anew: pages to read, nothing that acts by itself and nothing hidden inside."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pikepdf

from core.files import limits
from core.files.child.refusal import Refusal

SCRIPT_KEYS: Final = frozenset({"/JS", "/JavaScript", "/XFA", "/RichMediaContent"})
SCRIPT_ACTIONS: Final = frozenset(
    {
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm", "/GoToE", "/GoToR", "/Movie", "/Sound"),
        *("/Rendition", "/RichMediaExecute", "/GoTo3DView", "/SetOCGState", "/Trans"),
    }
)
SCRIPT_KINDS: Final = frozenset({"/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"})
ATTACHMENT_KEYS: Final = frozenset({"/EmbeddedFiles", "/EF", "/AF"})
ATTACHMENT_KINDS: Final = frozenset({"/EmbeddedFile", "/FileAttachment"})
END: Final = b"%%EOF"
TAIL_BYTES: Final = 2048


def process(source: Path, folder: Path) -> dict[str, Any]:
    """Write `main.pdf` into `folder`; the number of pages. Raises Refusal."""
    _check_end(source)
    try:
        # Without recovery: a file whose parts must be guessed may have lost pages, and nobody would notice.
        with pikepdf.open(source, suppress_warnings=True, attempt_recovery=False) as paper:
            if paper.is_encrypted:
                raise Refusal("encrypted")
            pages = _count_pages(paper)
            _look_through(paper)
            _strip(paper)
            paper.save(folder / "main.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PasswordError:
        raise Refusal("encrypted") from None
    except (MemoryError, RecursionError):
        raise Refusal("too_complex") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError, OverflowError):
        raise Refusal("broken") from None
    return {"main": {"pages": pages}}


def _check_end(source: Path) -> None:
    """A PDF ends with its end mark; a download that was cut off does not."""
    with open(source, "rb") as stream:
        stream.seek(max(0, source.stat().st_size - TAIL_BYTES))
        if END not in stream.read():
            raise Refusal("broken")


def _count_pages(paper: pikepdf.Pdf) -> int:
    if len(paper.objects) > limits.PDF_OBJECTS:
        raise Refusal("too_complex")
    pages = len(paper.pages)
    if pages == 0:
        raise Refusal("no_pages")
    if pages > limits.PDF_PAGES:
        raise Refusal("too_many_pages")
    return pages


def _look_through(paper: pikepdf.Pdf) -> None:
    """Every value of every object; references are not followed, since what they name is an object of its own."""
    nodes = 0
    stack: list[tuple[Any, int]] = [(item, 0) for item in paper.objects]
    stack.append((paper.trailer, 0))
    while stack:
        value, depth = stack.pop()
        nodes += 1
        if nodes > limits.PDF_NODES or depth > limits.PDF_DEPTH:
            raise Refusal("too_complex")
        if depth and getattr(value, "is_indirect", False):
            continue
        if isinstance(value, pikepdf.Stream):
            value = value.stream_dict
        if isinstance(value, pikepdf.Dictionary):
            _check_dictionary(value)
            stack.extend((value[key], depth + 1) for key in value.keys())  # noqa: SIM118
        elif isinstance(value, pikepdf.Array):
            stack.extend((item, depth + 1) for item in value)


def _check_dictionary(value: pikepdf.Dictionary) -> None:
    keys = set(value.keys())
    kinds = {str(value.get(name)) for name in ("/Type", "/Subtype") if name in keys}
    action = str(value.get("/S")) if "/S" in keys else ""
    if keys & SCRIPT_KEYS or kinds & SCRIPT_KINDS or action in SCRIPT_ACTIONS:
        raise Refusal("scripted")
    if keys & ATTACHMENT_KEYS or kinds & ATTACHMENT_KINDS:
        raise Refusal("attachment")


def _strip(paper: pikepdf.Pdf) -> None:
    """What remains of an opening action is a place to jump to; names of authors and machines are nobody's business."""
    for key in ("/OpenAction", "/AA", "/Metadata", "/PieceInfo"):
        if key in paper.Root:
            del paper.Root[key]
    if "/Info" in paper.trailer:
        del paper.trailer["/Info"]
