"""The environment: what stands when nothing is given, and what is refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from portal.env import SETTINGS, Environment
from portal.services import layout

PROJECT = Path(__file__).resolve().parent.parent.parent


def test_without_servers_named_the_embedded_ones_are_meant() -> None:
    env = Environment({})
    assert env.embedded_database
    assert env.embedded_redis
    assert env.database()["HOST"] == str(layout.current().socket_dir)
    assert env.redis_url().startswith("unix://")
    assert env.broker_url().startswith("redis+socket://")


def test_the_application_and_the_owner_are_two_roles() -> None:
    assert Environment({}).database()["USER"] == layout.APP_ROLE
    assert Environment({"PORTAL_DB_ROLE": "owner"}).database()["USER"] == layout.OWNER_ROLE


def test_a_named_server_is_used_with_its_owner_for_migrations() -> None:
    given = {
        "DATABASE_URL": "postgres://app:x@db:5433/estates",
        "DATABASE_OWNER_URL": "postgres://owner:y@db:5433/estates",
    }
    app, owner = Environment(given).database(), Environment({**given, "PORTAL_DB_ROLE": "owner"}).database()
    assert (app["USER"], owner["USER"]) == ("app", "owner")
    assert (app["HOST"], app["PORT"], app["NAME"]) == ("db", 5433, "estates")
    assert Environment(given).app_role() == "app"


def test_a_socket_folder_can_be_named_in_the_address() -> None:
    given = {"DATABASE_URL": "postgres://app@%2Fvar%2Frun%2Fpostgresql/estates"}
    assert Environment(given).database()["HOST"] == "/var/run/postgresql"


def test_the_cache_is_apart_from_the_queue_on_the_same_server() -> None:
    assert Environment({"REDIS_URL": "redis://cache:6379/0"}).cache_url() == "redis://cache:6379/1"
    assert Environment({"REDIS_URL": "redis://cache:6379"}).cache_url() == "redis://cache:6379/1"
    assert Environment({"REDIS_URL": "redis://a", "CACHE_URL": "redis://b/3"}).cache_url() == "redis://b/3"


@pytest.mark.parametrize(
    ("queue", "cache", "broker"),
    [
        ("redis://:p%40@q:6379/3", "redis://:p%40@q:6379/4", "redis://:p%40@q:6379/3"),
        (
            "rediss://q/0?ssl_cert_reqs=required",
            "rediss://q/1?ssl_cert_reqs=required",
            "rediss://q/0?ssl_cert_reqs=required",
        ),
        ("unix:///run/q.sock", "unix:///run/q.sock?db=1", "redis+socket:///run/q.sock"),
        ("unix://:p@/run/q.sock?db=2", "unix://:p@/run/q.sock?db=3", "redis+socket://:p@/run/q.sock?virtual_host=2"),
    ],
)
def test_one_address_of_the_queue_gives_those_of_cache_and_celery(queue: str, cache: str, broker: str) -> None:
    env = Environment({"REDIS_URL": queue})
    assert (env.redis_url(), env.cache_url(), env.broker_url()) == (queue, cache, broker)


def test_production_refuses_to_start_without_a_needed_setting() -> None:
    with pytest.raises(SystemExit, match="SECRET_KEY is not set"):
        Environment({}).required("SECRET_KEY")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        ("https://portal.example", "https://portal.example"),
        ("https://portal.example/", "https://portal.example"),
        ("http://127.0.0.1:8123/", "http://127.0.0.1:8123"),
        (" https://portal.example/estates/ ", "https://portal.example/estates"),
    ],
)
def test_the_public_address_is_kept_without_a_closing_slash(given: str, kept: str) -> None:
    assert Environment({"PUBLIC_URL": given}).public_url() == kept


@pytest.mark.parametrize(
    "given",
    [
        "portal.example", "ftp://portal.example", "https://", "https:///path", "https://portal.example?x=1",
        "https://portal.example/#top", "https://someone@portal.example", "https://portal.example:70000",
        "https://portal .example", "javascript:alert(1)", "https://[portal",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_portal_is_refused(given: str) -> None:
    with pytest.raises(SystemExit, match="is not the address of a portal"):
        Environment({"PUBLIC_URL": given}).public_url()


def test_production_refuses_a_public_address_that_is_not_https() -> None:
    plain = Environment({"PUBLIC_URL": "http://portal.example"})
    assert plain.public_url() == "http://portal.example"
    with pytest.raises(SystemExit, match="begins with https:// and"):
        plain.public_url(https_only=True)
    done = production(PUBLIC_URL="http://portal.example")
    assert done.returncode == 1
    assert done.stderr.startswith("PUBLIC_URL=http://portal.example is not the address of a portal")
    assert production(PUBLIC_URL="https://portal.example/").stdout.split() == ["https://portal.example", "0"]


def test_the_number_of_proxies_is_a_number() -> None:
    assert Environment({}).count("TRUSTED_PROXY_COUNT") == 0
    assert Environment({"TRUSTED_PROXY_COUNT": "2"}).count("TRUSTED_PROXY_COUNT") == 2
    for wrong in ("one", "-1", "1.5", "۲"):
        with pytest.raises(SystemExit, match="is not a number"):
            Environment({"TRUSTED_PROXY_COUNT": wrong}).count("TRUSTED_PROXY_COUNT")
    assert production(TRUSTED_PROXY_COUNT="1").stdout.split() == ["1"]


def production(**given: str) -> subprocess.CompletedProcess[str]:
    """What the production settings make of an environment: the public address and the number of proxies."""
    needed = {
        "PATH": os.environ["PATH"], "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "portal.example",
        "DATABASE_URL": "postgres://app@db/estates", "REDIS_URL": "redis://queue/0",
    }  # fmt: skip
    source = "from portal.settings import production as p; print(p.PUBLIC_URL, p.ALLAUTH_TRUSTED_PROXY_COUNT)"
    return subprocess.run(
        [sys.executable, "-c", source], cwd=PROJECT, env={**needed, **given}, capture_output=True, text=True, timeout=60
    )


def test_every_setting_that_is_read_stands_in_the_table() -> None:
    reading = re.compile(r'env\.(?:text|texts|flag|count|required)\(\s*"([A-Z_]+)"')
    sources = [*(PROJECT / "portal" / "settings").glob("*.py"), PROJECT / "portal" / "env.py"]
    read = {name for source in sources for name in reading.findall(source.read_text("utf8"))}
    assert len(read) > 10
    assert read - {row.name for row in SETTINGS} == set()


SIGN_ON = {
    "SIGN_ON_SERVER": "https://sso.example.ir/realm/",
    "SIGN_ON_CLIENT_ID": "portal",
    "SIGN_ON_SECRET": "word",
}


def test_the_national_sign_on_is_off_until_it_is_given() -> None:
    assert Environment({}).sign_on() is None
    given = Environment(SIGN_ON).sign_on()
    assert given is not None
    assert (given.server, given.claim) == ("https://sso.example.ir/realm", "national_code")
    assert given.scopes == ("openid", "profile", "phone")


@pytest.mark.parametrize("missing", sorted(SIGN_ON))
def test_half_a_national_sign_on_refuses_to_start(missing: str) -> None:
    with pytest.raises(SystemExit, match=f"{missing} is not set"):
        Environment({name: value for name, value in SIGN_ON.items() if name != missing}).sign_on()


@pytest.mark.parametrize("server", ["http://sso.example.ir", "sso.example.ir", "https://", "ftp://sso.example.ir"])
def test_a_national_sign_on_without_https_refuses_to_start(server: str) -> None:
    with pytest.raises(SystemExit, match="must be an https address"):
        Environment({**SIGN_ON, "SIGN_ON_SERVER": server}).sign_on()
