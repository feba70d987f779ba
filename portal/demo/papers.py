"""The illustrative papers of the demo's applicants: plain pictures that say what they are."""

from __future__ import annotations

import io
from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

SIZE = (1000, 700)
BORDERS = {"licence": "#0B6E78", "national_card": "#9C4A1A", "special_group": "#1F6F43"}


@cache
def _picture(kind: str) -> bytes:
    image = Image.new("RGB", SIZE, "#FAF8F4")
    draw = ImageDraw.Draw(image)
    draw.rectangle((24, 24, SIZE[0] - 24, SIZE[1] - 24), outline=BORDERS.get(kind, "#55656B"), width=10)
    for line in range(7):
        draw.rectangle((120, 190 + 60 * line, 880 - 70 * (line % 3), 202 + 60 * line), fill="#E3DED4")
    draw.text((120, 100), f"SAMPLE - {kind.upper().replace('_', ' ')}", fill="#1D2A2F", font_size=44)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=80)
    return target.getvalue()


def upload(kind: str) -> SimpleUploadedFile:
    """A new upload of the illustrative paper of this kind."""
    return SimpleUploadedFile(f"sample-{kind}.jpg", _picture(kind), content_type="image/jpeg")
