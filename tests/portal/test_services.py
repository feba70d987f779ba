"""The embedded servers: started when needed, stopped by who leaves last, refused with one sentence."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder beside that of the session, in which no server runs between two tests.

    One for all of them: making a cluster is most of what a first start costs, and any of these tests makes it when there is none.
    """
    folder = tmp_path_factory.mktemp("d")
    yield folder
    program("from portal.services import forget; forget()", folder)


def program(source: str, data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a little program of the project with its own data folder."""
    base = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(source)],
        cwd=PROJECT, env={**base, "PORTAL_DATA_DIR": str(data), **environment}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def test_servers_run_inside_the_block_and_are_gone_after_it(place: Path) -> None:
    done = program(
        """
        from portal.services import using, postgres, valkey
        with using(database=True, redis=True) as usage:
            print(usage.started_postgres, usage.started_valkey, postgres.is_running(), valkey.is_running())
        print(postgres.is_running(), valkey.is_running())
        """,
        place,
    )
    assert done.stdout.split() == ["True", "True", "True", "True", "False", "False"], done.stderr


def test_who_leaves_last_stops_them(place: Path) -> None:
    done = program(
        """
        import subprocess, sys
        from portal.services import using, postgres
        other = "from portal.services import using\\nwith using(database=True, redis=False) as u: print(u.started_postgres)"
        with using(database=True, redis=False):
            print(subprocess.run([sys.executable, "-c", other], capture_output=True, text=True).stdout.strip())
            print(postgres.is_running())
        print(postgres.is_running())
        """,
        place,
    )
    assert done.stdout.split() == ["False", "True", "False"], done.stderr


def test_persian_text_has_trigrams_on_the_embedded_server(place: Path) -> None:
    done = program(
        """
        from portal.services import using, postgres, layout
        with using(database=True, redis=False):
            c = postgres.connect(layout.OWNER_ROLE, layout.DATABASE)
            cursor = c.cursor()
            cursor.execute("CREATE EXTENSION pg_trgm")
            cursor.execute("SELECT cardinality(show_trgm('ظریفان'))")
            print(cursor.fetchone()[0])
            c.close()
        """,
        place,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 3


def test_a_killed_user_does_not_keep_the_servers_running_for_ever(place: Path) -> None:
    killed = program(
        """
        import os, signal
        from portal.services import using
        with using(database=True, redis=False):
            os.kill(os.getpid(), signal.SIGKILL)
        """,
        place,
    )
    assert killed.returncode == -9
    after = program(
        """
        from portal.services import using, postgres
        print(postgres.is_running())
        with using(database=True, redis=False) as usage:
            print(usage.started_postgres)
        print(postgres.is_running())
        """,
        place,
    )
    assert after.stdout.split() == ["True", "False", "False"], after.stderr


def test_data_survives_a_stop_and_is_forgotten_only_on_request(place: Path) -> None:
    done = program(
        """
        from portal.services import using, forget, postgres, layout

        def ask(statement):
            with using(database=True, redis=False):
                c = postgres.connect(layout.OWNER_ROLE, layout.DATABASE)
                c.autocommit = True
                cursor = c.cursor()
                cursor.execute(statement)
                print(cursor.fetchone()[0] if cursor.description else postgres.is_running())
                c.close()

        ask("CREATE TABLE kept (n int)")
        print(postgres.is_running())
        ask("SELECT to_regclass('kept') IS NOT NULL")
        forget()
        ask("SELECT to_regclass('kept') IS NOT NULL")
        """,
        place,
    )
    assert done.stdout.split() == ["True", "False", "True", "False"], done.stderr


def test_forgetting_is_refused_while_somebody_uses_the_servers(place: Path) -> None:
    done = program(
        """
        import subprocess, sys
        from portal.services import using
        with using(database=True, redis=False):
            print(subprocess.run([sys.executable, "-m", "portal.run", "--forget"], capture_output=True, text=True).stderr)
        """,
        place,
    )
    assert "Stop it first" in done.stdout


def test_a_broken_data_folder_is_one_sentence_and_not_zero(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("d")
    found = program("from portal.services import layout; print(layout.current().cluster)", place)
    cluster = Path(found.stdout.strip())
    cluster.mkdir(parents=True)
    (cluster / "something").write_text("else")
    done = subprocess.run(
        [sys.executable, "-m", "portal.run"],
        cwd=PROJECT, env={**os.environ, "PORTAL_DATA_DIR": str(place), "PORT": str(free_port()), "DATABASE_URL": "", "REDIS_URL": ""},
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("error: The data folder")
    assert len(done.stderr.strip().splitlines()) == 1


def test_that_nobody_is_there_is_found_out_at_once(tmp_path: Path) -> None:
    done = program(
        """
        import time
        from portal.services import postgres, valkey
        begun = time.monotonic()
        print(postgres.is_running(), valkey.is_running(), time.monotonic() - begun < 2)
        """,
        tmp_path,
    )
    assert done.stdout.split() == ["False", "False", "True"], done.stderr


def test_a_management_command_starts_the_servers_it_needs_and_stops_what_it_started(place: Path) -> None:
    done = program(
        """
        from portal.commandline import run
        from portal.services import forget, layout, postgres, valkey
        forget()
        for command in ("version", "showmigrations"):
            print("code", run(["manage.py", command]))
            print(command, layout.current().cluster.exists(), postgres.is_running(), valkey.is_running())
        """,
        place,
    )
    without, _, with_servers = done.stdout.partition("version False False False")
    assert without.split()[1:] == ["code", "0"], done.stderr
    assert "[ ] 0001_initial" in with_servers
    assert with_servers.split()[-6:] == ["code", "0", "showmigrations", "True", "False", "False"], done.stderr


def test_a_port_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    done = program(
        """
        import os
        from portal.run import main
        for port in ("0", "70000", "abc", "۸۰۰۰", "-1"):
            os.environ["PORT"] = port
            assert main([]) == 1, port
        """,
        tmp_path,
    )
    assert done.returncode == 0, done.stderr
    said = done.stderr.splitlines()
    assert [line.partition(" is not a port number")[0] for line in said] == [
        f"error: PORT={port}" for port in ("0", "70000", "abc", "۸۰۰۰", "-1")
    ]
    assert not any(tmp_path.iterdir()), "nothing was started"


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = program("import sys; from portal.run import main; sys.exit(main([]))", tmp_path, PORT=str(port))
    assert done.returncode == 1
    assert f"Port {port} on 127.0.0.1 cannot be used" in done.stderr


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
