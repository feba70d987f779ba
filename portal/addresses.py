"""Addresses of servers and of the portal itself: one form read, others derived; pure."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit


def cache_beside(queue: str) -> str:
    """The next database of the queue's server, both as redis-py spells them (`redis://…/0`, `unix://…?db=0`)."""
    parts = urlsplit(queue)
    if parts.scheme == "unix":
        return _socket("unix", queue, db=str(_number(dict(parse_qsl(parts.query)).get("db", "")) + 1))
    return parts._replace(path=f"/{_number(parts.path.strip('/')) + 1}").geturl()


def for_celery(queue: str) -> str:
    """The queue's server as Celery spells it: other words for a socket, the same for the rest."""
    parts = urlsplit(queue)
    if parts.scheme != "unix":
        return queue
    database = _number(dict(parse_qsl(parts.query)).get("db", ""))
    return _socket("redis+socket", queue, db=None, virtual_host=str(database) if database else None)


def of_portal(given: str, *, https_only: bool) -> str | None:
    """The address people reach the portal at, without a closing slash; None when `given` is no such address."""
    try:
        parts = urlsplit(given)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        return None
    if parts.scheme not in (("https",) if https_only else ("https", "http")) or not parts.hostname or not port_fits:
        return None
    if "@" in parts.netloc or parts.query or parts.fragment or not given.isascii() or " " in given:
        return None
    return given.rstrip("/")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _socket(scheme: str, address: str, **changes: str | None) -> str:
    """The address of a socket under another scheme, some values of its query changed, or taken out (None)."""
    parts = urlsplit(address)
    query = {**dict(parse_qsl(parts.query)), **changes}
    kept = urlencode({name: value for name, value in query.items() if value is not None})
    return f"{scheme}://{parts.netloc}{parts.path}{'?' if kept else ''}{kept}"
