"""A picture made anew: upright, in plain RGB, of a sensible size, and nothing of the original but its points."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any, Final

from PIL import (
    Image,
    ImageCms,
    # Known from here, or Pillow would load all its forty plugins to find these three.
    JpegImagePlugin,  # noqa: F401
    PngImagePlugin,  # noqa: F401
    WebPImagePlugin,  # noqa: F401
)

from core.files import limits
from core.files.child.refusal import Refusal

FORMATS: Final = ("JPEG", "PNG", "WEBP")
ORIENTATION: Final = 0x0112
UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
WHITE: Final = (255, 255, 255)


def process(source: Path, folder: Path) -> dict[str, Any]:
    """Write `main.jpg` and `thumbnail.jpg` into `folder`; the measures of both. Raises Refusal."""
    picture = _read(source)
    main = _save(picture, folder / "main.jpg", quality=86)
    picture.thumbnail((limits.THUMBNAIL_EDGE, limits.THUMBNAIL_EDGE), Image.Resampling.LANCZOS)
    return {"main": main, "thumbnail": _save(picture, folder / "thumbnail.jpg", quality=80)}


def _read(source: Path) -> Image.Image:
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = limits.IMAGE_PIXELS
    try:
        with Image.open(source, formats=FORMATS) as opened:
            _check(opened)
            # A JPEG can be decoded at half or quarter size: the memory of the large one is never needed.
            opened.draft(None, _fitting(opened.size))
            opened.load()
            return _normalise(opened)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refusal("too_many_pixels") from None
    except MemoryError:
        raise Refusal("too_complex") from None
    except Refusal:
        raise
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, OverflowError):
        # Pillow's plug-ins raise all of these over a file that is not what it says.
        raise Refusal("broken") from None


def _fitting(size: tuple[int, int]) -> tuple[int, int]:
    share = min(1.0, limits.IMAGE_EDGE / max(size))
    return max(1, int(size[0] * share)), max(1, int(size[1] * share))


def _check(opened: Image.Image) -> None:
    width, height = opened.size
    if width * height > limits.IMAGE_PIXELS:
        raise Refusal("too_many_pixels")
    # MPO is what phones make of a JPEG with a second picture for depth or brightness: the first one is the photo.
    if opened.format != "MPO" and getattr(opened, "n_frames", 1) > 1:
        raise Refusal("animated")


def _normalise(opened: Image.Image) -> Image.Image:
    turn = _orientation(opened)
    profile = opened.info.get("icc_profile")
    picture = _plain_mode(opened)
    picture.thumbnail((limits.IMAGE_EDGE, limits.IMAGE_EDGE), Image.Resampling.LANCZOS)
    picture = _rgb(picture, profile)
    if turn is not None:
        picture = picture.transpose(turn)
    # Comments, EXIF, XMP and profiles ride along in `info` and would be written again.
    picture.info = {}
    return picture


def _orientation(opened: Image.Image) -> Image.Transpose | None:
    try:
        return UPRIGHT.get(opened.getexif().get(ORIENTATION, 1))
    except Exception:
        # EXIF is an appendix; a broken one is no reason to refuse a good photo.
        return None


def _plain_mode(opened: Image.Image) -> Image.Image:
    """A mode that can be made smaller: no palettes, no 16-bit greys."""
    if opened.mode.startswith("I"):
        # 16-bit greys: Pillow's own conversion would cut everything above 255 to white.
        return opened.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if opened.mode == "1":
        return opened.convert("L")
    if opened.mode in ("P", "PA") or "transparency" in opened.info:
        return opened.convert("RGBA")
    return opened if opened.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else opened.convert("RGB")


def _rgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if picture.mode in ("RGBA", "LA"):
        seen = picture.convert("RGBA")
        ground = Image.new("RGBA", seen.size, (*WHITE, 255))
        return Image.alpha_composite(ground, seen).convert("RGB")
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, theirs, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None
        if converted is not None:
            return converted
    return picture.convert("RGB")


def _save(picture: Image.Image, target: Path, *, quality: int) -> dict[str, int]:
    picture.save(target, "JPEG", quality=quality, optimize=True)
    return {"width": picture.width, "height": picture.height}
