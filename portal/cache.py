"""The cache that is missed, not needed: while Valkey is away it knows nothing, and nobody's page fails for it.

What has to hold stands in PostgreSQL: sessions, wrong passwords and their lock, one-time codes, jobs. The cache keeps counters of
hurried visitors and answers of the national sign-on; without them a visitor is let through and the answer is asked for again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger("portal.cache")
Answer = TypeVar("Answer")


def _unless_away(method: Callable[..., Answer], otherwise: Callable[..., Answer]) -> Callable[..., Answer]:
    """`method`, or while the server is out of reach `otherwise` with the same arguments."""

    @wraps(method)
    def asked(*args: Any, **options: Any) -> Answer:
        try:
            return method(*args, **options)
        except (RedisError, OSError) as error:
            log.warning("cache away: %s: %s", method.__name__, type(error).__name__)
            return otherwise(*args, **options)

    return asked


def _no_such_key(*args: Any, **options: Any) -> int:
    raise ValueError("no such key: the cache is away")


class ForgetfulCache(RedisCache):
    """Django's Redis cache that has forgotten everything while its server is away.

    `add` then says that the key was free: what asks it for a lock must go on, or it would wait for ever.
    """

    add = _unless_away(RedisCache.add, lambda *args, **options: True)
    get = _unless_away(RedisCache.get, lambda cache, key, default=None, *args, **options: default)
    set = _unless_away(RedisCache.set, lambda *args, **options: None)
    touch = _unless_away(RedisCache.touch, lambda *args, **options: False)
    delete = _unless_away(RedisCache.delete, lambda *args, **options: False)
    has_key = _unless_away(RedisCache.has_key, lambda *args, **options: False)
    incr = _unless_away(RedisCache.incr, _no_such_key)
    get_many = _unless_away(RedisCache.get_many, lambda *args, **options: {})
    set_many = _unless_away(RedisCache.set_many, lambda cache, data, *args, **options: list(data))
    delete_many = _unless_away(RedisCache.delete_many, lambda *args, **options: None)
    clear = _unless_away(RedisCache.clear, lambda *args, **options: None)
