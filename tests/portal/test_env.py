"""The environment: what stands when nothing is given, and what is refused."""

from __future__ import annotations

import pytest

from portal.env import Environment
from portal.services import layout


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


def test_production_refuses_to_start_without_a_needed_setting() -> None:
    with pytest.raises(SystemExit, match="SECRET_KEY is not set"):
        Environment({}).required("SECRET_KEY")
