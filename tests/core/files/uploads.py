"""Good and hostile files, made in code (trust.md §3, uploads)."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GPS_MARK = b"36 deg 40 min N"


def encoded(image: Image.Image, format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def picture(mode: str = "RGB", size: tuple[int, int] = (120, 80), colour: Any = None) -> Image.Image:
    return Image.new(mode, size, colour if colour is not None else 0)


def jpeg(size: tuple[int, int] = (120, 80), colour: Any = (180, 60, 20), **options: Any) -> bytes:
    return encoded(picture("RGB", size, colour), "JPEG", **options)


def phone_photo(orientation: int = 6) -> bytes:
    """Lies on its side: the left half red, the right half blue; knows where it was taken; has a comment and XMP."""
    image = picture("RGB", (120, 80), (255, 0, 0))
    image.paste((0, 0, 255), (60, 0, 120, 80))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "PhoneMaker"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[0x1D] = GPS_MARK.decode()
    return encoded(
        image, "JPEG", exif=exif, comment=b"taken at home", xmp=b"<x:xmpmeta>secret place</x:xmpmeta>", quality=95
    )


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(width: int, height: int, *extra: bytes, rows: bytes = b"") -> bytes:
    """A grey PNG that claims these measures, whatever its data say."""
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    data = png_chunk(b"IDAT", zlib.compress(rows or bytes((width + 1) * min(height, 10))))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + data + png_chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """A compressed comment that unpacks to 100 MB."""
    return png_of(10, 10, png_chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(100_000_000), 9)))


def moving(format: str) -> bytes:
    return encoded(picture("RGB"), format, save_all=True, append_images=[picture("RGB", colour=(9, 9, 200))])


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in names:
            packed.writestr(name, "content")
    return stream.getvalue()


def pdf(pages: int = 2, change: Any = None, **options: Any) -> bytes:
    stream = io.BytesIO()
    with pikepdf.new() as paper:
        for _ in range(pages):
            paper.add_blank_page(page_size=(300, 400))
        if change is not None:
            change(paper)
        paper.save(stream, **options)
    return stream.getvalue()


def with_action(action: str, **values: Any) -> bytes:
    def change(paper: pikepdf.Pdf) -> None:
        paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name("/" + action), **values)

    return pdf(change=change)


def hidden_script() -> bytes:
    """A script on one field of one page, behind a reference."""

    def change(paper: pikepdf.Pdf) -> None:
        action = paper.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[0, 0, 9, 9], A=action)
        paper.pages[1].Annots = pikepdf.Array([paper.make_indirect(note)])

    return pdf(change=change)


def with_attachment() -> bytes:
    def change(paper: pikepdf.Pdf) -> None:
        paper.attachments["run.exe"] = pikepdf.AttachedFileSpec(paper, b"MZ", filename="run.exe")

    return pdf(change=change)


def nested(depth: int) -> bytes:
    def change(paper: pikepdf.Pdf) -> None:
        inner: Any = pikepdf.Array([])
        for _ in range(depth):
            inner = pikepdf.Array([inner])
        paper.Root.Deep = inner

    return pdf(change=change)


def endless_pages() -> bytes:
    """A page tree that contains itself."""
    good = pdf(pages=1)
    return good.replace(b"/Kids [ 3 0 R ]", b"/Kids [ 2 0 R ]") if b"/Kids [ 3 0 R ]" in good else _loop()


def _loop() -> bytes:
    body = (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Count 1000000000/Kids[2 0 R 2 0 R]>>\nendobj\n"
    )
    first, second = body.index(b"1 0 obj"), body.index(b"2 0 obj")
    table = b"xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n" % (first, second)
    return body + table + b"trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def stream_bomb() -> bytes:
    """An object stream that unpacks to 300 MB."""
    packed = zlib.compress(b" " * 300_000_000, 9)
    body = b"%PDF-1.5\n"
    first = len(body)
    body += b"1 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n"
    second = len(body)
    head = b"2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(packed)
    body += head + packed + b"\nendstream\nendobj\n"
    third = len(body)
    entries = b"".join(
        struct.pack(">BIH", kind, where, index)
        for kind, where, index in ((0, 0, 65535), (1, first, 0), (1, second, 0), (2, 2, 0), (1, third, 0))
    )
    head = b"4 0 obj\n<</Type/XRef/Size 5/W[1 4 2]/Root 1 0 R/Length %d>>\nstream\n" % len(entries)
    body += head + entries + b"\nendstream\nendobj\n"
    return body + b"startxref\n%d\n%%%%EOF\n" % third


def upload(data: bytes, name: str = "photo.jpg", content_type: str = "image/jpeg") -> SimpleUploadedFile:
    """As a browser sends it. Django cuts the name to its last part already; `raw_name` gives it back."""
    sent = SimpleUploadedFile("x", data, content_type=content_type)
    sent._name = name  # what a hostile client could send if Django's own cleaning were not there
    return sent
