"""The name of an upload, made harmless. It is shown and offered for saving, never used as a path."""

from __future__ import annotations

import re

from core.files.limits import NAME_LENGTH
from core.persian.text import normalise

_FORBIDDEN = re.compile(r'[<>:"|?*/\\%;`$&]+')
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,5}$")
NAMELESS = "file"


def clean_name(name: str, extension: str) -> str:
    """The last part of `name` without control marks, bidi marks and signs with a meaning elsewhere, cut to length.

    Its extension is replaced by `extension` (".jpg"), which is what the stored file really is.
    """
    last = re.split(r"[/\\]", name[-1000:].replace("\x00", ""))[-1]
    plain = _FORBIDDEN.sub("_", normalise(last)).strip(" ._")
    stem = _EXTENSION.sub("", plain).strip(" ._") or NAMELESS
    return stem[: NAME_LENGTH - len(extension)].rstrip(" ._") + extension
