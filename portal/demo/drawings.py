"""Neutral drawings that stand in for photos in the demo: flat shapes, and a word on each that says it is a sample."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final
from zlib import crc32

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont, features

SIZE: Final = (1200, 800)
HORIZON: Final = 430
SKY, HILLS, EARTH, FIELD = "#DCE8EA", "#B9C7C4", "#CDB99A", "#BFA987"
ASPHALT, LINE, WALL, ROOF, STEEL = "#5B6468", "#F3EFE8", "#EDE4D6", "#0B6E78", "#8B979B"
Draw = ImageDraw.ImageDraw


def _land(draw: Draw) -> None:
    """Bare ground with the stakes of the surveyors."""
    for row in range(3):
        for place in range(5):
            x, y = 140 + place * 230 + row * 40, 520 + row * 90
            draw.line((x, y, x, y - 50 - 10 * row), fill="#9C4A1A", width=6)
            draw.polygon((x, y - 50 - 10 * row, x + 34, y - 40 - 10 * row, x, y - 28 - 10 * row), fill="#9C4A1A")
    for stone in range(14):
        x, y = (stone * 173) % 1150, 560 + (stone * 97) % 220
        draw.ellipse((x, y, x + 34, y + 16), fill=FIELD)


def _road(draw: Draw) -> None:
    """A paved street with lamps."""
    draw.polygon((540, HORIZON, 660, HORIZON, 1080, 800, 120, 800), fill=ASPHALT)
    draw.polygon((528, HORIZON, 540, HORIZON, 120, 800, 60, 800), fill=LINE)
    draw.polygon((660, HORIZON, 672, HORIZON, 1140, 800, 1080, 800), fill=LINE)
    for top, bottom, width in ((460, 490, 6), (530, 580, 10), (640, 720, 16)):
        draw.rectangle((600 - width, top, 600 + width, bottom), fill=LINE)
    for x, foot, height in ((470, 500, 120), (360, 590, 190), (200, 720, 290)):
        for side in (x, SIZE[0] - x):
            draw.line((side, foot, side, foot - height), fill=STEEL, width=8)
            draw.ellipse((side - 16, foot - height - 14, side + 16, foot - height + 14), fill="#F4D98A")


def _halls(draw: Draw) -> None:
    """A row of workshops."""
    _road_in_front(draw)
    for place in range(4):
        left = 70 + place * 275
        draw.polygon((left - 14, 360, left + 120, 290, left + 254, 360), fill=ROOF)
        draw.rectangle((left, 360, left + 240, 600), fill=WALL)
        draw.rectangle((left + 28, 430, left + 130, 600), fill="#9C4A1A")
        for shutter in range(448, 600, 22):
            draw.line((left + 28, shutter, left + 130, shutter), fill="#7E3A12", width=3)
        draw.rectangle((left + 156, 430, left + 214, 500), fill=SKY, outline=STEEL, width=6)


def _station(draw: Draw) -> None:
    """Transformers, a control building and the lines that leave it."""
    _road_in_front(draw)
    for x in (170, 620, 1060):
        draw.line((x, 620, x, 190), fill=STEEL, width=14)
        for arm in (230, 290):
            draw.line((x - 80, arm, x + 80, arm), fill=STEEL, width=10)
    for wire in (230, 290):
        draw.line((0, wire + 30, 170, wire, 620, wire, 1060, wire, 1200, wire + 30), fill=ASPHALT, width=3)
    draw.rectangle((720, 440, 980, 620), fill=WALL)
    draw.rectangle((706, 420, 994, 446), fill=ROOF)
    for x in (250, 430):
        draw.rectangle((x, 470, x + 130, 620), fill=ROOF)
        for fin in range(x + 12, x + 130, 20):
            draw.line((fin, 486, fin, 604), fill="#08535B", width=6)
        for cap in (x + 25, x + 65, x + 105):
            draw.rectangle((cap - 6, 430, cap + 6, 470), fill="#9C4A1A")


def _road_in_front(draw: Draw) -> None:
    draw.rectangle((0, 600, 1200, 800), fill=FIELD)
    draw.rectangle((0, 660, 1200, 760), fill=ASPHALT)
    for x in range(40, 1200, 160):
        draw.rectangle((x, 704, x + 80, 714), fill=LINE)


SCENES: Final[dict[str, Callable[[Draw], None]]] = {
    "land": _land,
    "road": _road,
    "halls": _halls,
    "station": _station,
}


@cache
def picture(scene: str, word: str) -> bytes:
    """A JPEG of 900 × 600 pixels of the scene, with `word` (the place) and «نمونه» written on it."""
    image = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(image)
    draw.polygon((0, 330, 260, 230, 520, 340, 800, 210, 1200, 330, 1200, HORIZON, 0, HORIZON), fill=HILLS)
    draw.rectangle((0, HORIZON, *SIZE), fill=EARTH)
    SCENES[scene](draw)
    _label(draw, word)
    target = io.BytesIO()
    image.resize((900, 600)).save(target, "JPEG", quality=82)
    return target.getvalue()


def _label(draw: Draw, word: str) -> None:
    """Persian letters join only where Pillow can shape them; elsewhere the label is in Latin letters."""
    font = Path(settings.NODE_MODULES) / "vazirmatn" / "fonts" / "ttf" / "Vazirmatn-Bold.ttf"
    draw.rectangle((880, 24, 1176, 104), fill="#FAF8F4")
    if font.exists() and features.check("raqm"):
        shaped = ImageFont.truetype(str(font), 44)
        small = ImageFont.truetype(str(font), 30)
        draw.text((1028, 64), "نمونه", fill="#1D2A2F", font=shaped, anchor="mm", direction="rtl", language="fa")
        draw.text((1176, 770), word, fill="#1D2A2F", font=small, anchor="rm", direction="rtl", language="fa")
    else:
        # Without the font two pictures of one scene would be the same file, which is stored once.
        draw.text((1028, 64), f"SAMPLE {crc32(word.encode()) % 10_000}", fill="#1D2A2F", font_size=32, anchor="mm")


def upload(scene: str, word: str) -> SimpleUploadedFile:
    """A new upload of the drawing."""
    return SimpleUploadedFile(f"sample-{scene}.jpg", picture(scene, word), content_type="image/jpeg")
