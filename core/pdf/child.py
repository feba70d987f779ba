"""The child process: reads an order as JSON, writes to standard output. Stands alone (python -I).

A PDF is written as it is; pictures as a ZIP of 001.png, 002.png …, one for each page.
"""

import datetime
import io
import json
import resource
import sys
import zipfile

MEMORY = 2 * 1024**3


def main() -> None:
    """Compile with Typst; any failure ends with its text on standard error and a status that is not 0."""
    order = json.load(sys.stdin.buffer)
    resource.setrlimit(resource.RLIMIT_CPU, (order["seconds"], order["seconds"]))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    import typst

    made = typst.compile(
        order["template"],
        root=order["root"],
        font_paths=order["fonts"],
        ignore_system_fonts=True,
        sys_inputs=order["inputs"],
        # One date for all: the same data gives the same bytes.
        timestamp=datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc),  # noqa: UP017
        format=order["format"],
        ppi=order["ppi"],
    )
    sys.stdout.buffer.write(made if order["format"] == "pdf" else bundle(made))


def bundle(pages: bytes | list[bytes]) -> bytes:
    """The pages as one ZIP; Typst gives a single page without its list."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for number, page in enumerate(pages if isinstance(pages, list) else [pages], start=1):
            archive.writestr(f"{number:03}.png", page)
    return stream.getvalue()


main()
