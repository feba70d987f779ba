"""How much is too much. Pure: the child process reads it too."""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1024 * 1024

FILE_BYTES: Final = 8 * MEGABYTE
"""One upload."""
OWNER_BYTES: Final = 200 * MEGABYTE
"""Everything one person keeps here, as stored."""
IMAGE_PIXELS: Final = 40_000_000
"""A picture as handed in: phones of today make 12 to 50 million, and fewer are enough to read a paper."""
IMAGE_EDGE: Final = 3000
"""Longest edge of a picture as kept, in pixels: a paper of A4 at about 250 dots an inch."""
THUMBNAIL_EDGE: Final = 320
PDF_PAGES: Final = 60
PDF_OBJECTS: Final = 20_000
PDF_NODES: Final = 500_000
"""Values inside all objects of a PDF together."""
PDF_DEPTH: Final = 60
"""Lists within lists."""
NAME_LENGTH: Final = 100

CHILD_MEMORY: Final = 768 * MEGABYTE
"""Address space of the process that opens a stranger's file."""
CHILD_CPU_SECONDS: Final = 10
CHILD_SECONDS: Final = 20
CHILD_OUTPUT: Final = 4 * FILE_BYTES
CHILDREN: Final = 2
"""Files opened at once in one web process; more wait."""
