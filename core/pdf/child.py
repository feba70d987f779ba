"""The child process: reads an order as JSON, writes the PDF to standard output. Stands alone (python -I)."""

import datetime
import json
import resource
import sys

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
        format="pdf",
    )
    sys.stdout.buffer.write(made)


main()
