"""What a file is, by its first bytes alone: never by its name, never by what the sender calls it."""

from __future__ import annotations

from typing import Final

HEAD_BYTES: Final = 512

JPEG, PNG, WEBP, PDF = "jpeg", "png", "webp", "pdf"
IMAGES: Final = frozenset({JPEG, PNG, WEBP})

_HEIF_BRANDS: Final = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"})
_OTHER_IMAGES: Final = (b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"8BPS", b"\x00\x00\x01\x00", b"\x00\x00\x00\x0cjP")
_ARCHIVES: Final = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_MARKUP: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


def kind_of(head: bytes) -> str:
    """`jpeg`, `png`, `webp` or `pdf`; for everything else the code of the refusal (`core.files.errors.SENTENCES`)."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"%PDF-"):
        return PDF
    return _refusal(head)


def _refusal(head: bytes) -> str:
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return "heic"
    if head.startswith(_ARCHIVES):
        return "office"
    if head.startswith(_OTHER_IMAGES):
        return "other_image"
    if head.lstrip().startswith(_MARKUP):
        return "web_page"
    return "unknown_type"
