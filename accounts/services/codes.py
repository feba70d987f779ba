"""One-time codes to phones: who asks, how often, how many tries. All counted in the database, in one lock."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db import connection, transaction

from accounts.messages import LIFETIME
from accounts.models import OneTimeCode, User
from accounts.services.errors import CodeRefused, CodeSpent, TooManyRequests
from core.messages import services as messages

LENGTH = 6
MOST_TRIES = 3
WINDOW = timedelta(minutes=10)
MOST_TO_ONE_PHONE = 3
MOST_FROM_ONE_ADDRESS = 30
KEPT = timedelta(days=1)


def request(
    *, purpose: str, phone: str, now: datetime, ip: str | None = None, user: User | None = None, template: str = ""
) -> str:
    """Send a code to `phone` and return the token with which this session (alone) may answer.

    `user` is whom the code lets in. Without one there is nobody to let in: no code is sent, the message `template`
    says so to the owner of the phone, and the caller, who gets a token all the same, cannot tell the difference.
    Raises TooManyRequests (three to one phone, thirty from one address in ten minutes).
    """
    token = secrets.token_urlsafe(32)
    code = "".join(secrets.choice("0123456789") for _place in range(LENGTH))
    sent = template or "accounts.code"
    good = not template
    with transaction.atomic():
        _count(phone, ip, now)
        row = OneTimeCode.objects.create(
            token=token,
            purpose=purpose,
            phone=phone,
            user=user,
            instead=template,
            code_hash=_digest(token, code if good else secrets.token_hex(16)),
            ip=ip,
            requested_at=now,
            expires_at=now + LIFETIME,
        )
        messages.send(
            template=sent,
            to=phone,
            params={"code": code, "minutes": LIFETIME.seconds // 60} if good else {},
            key=f"code:{row.pk}",
            now=now,
        )
    return token


def request_again(*, row: OneTimeCode, now: datetime, ip: str | None = None) -> str:
    """Send another code for the same purpose, phone and person, and end the one before. Raises TooManyRequests."""
    token = request(purpose=row.purpose, phone=row.phone, now=now, ip=ip, user=row.user, template=row.instead)
    OneTimeCode.objects.filter(pk=row.pk, used_at=None).update(used_at=now)
    return token


def check(*, token: str, purpose: str, typed: str, now: datetime) -> OneTimeCode:
    """Use the code up and return its row; `typed` is what `core.persian` made of the input.

    Raises CodeRefused while tries are left, else CodeSpent (expired, used, three wrong ones, another purpose, no such
    token). The wrong try is on record before the error is raised.
    """
    with transaction.atomic():
        row = OneTimeCode.objects.select_for_update().filter(token=token, purpose=purpose).first()
        if row is None or row.used_at is not None or row.attempts >= MOST_TRIES or now >= row.expires_at:
            raise CodeSpent(field="code")
        if hmac.compare_digest(row.code_hash, _digest(token, typed)):
            row.used_at = now
            row.save(update_fields=["used_at"])
            return row
        row.attempts += 1
        row.save(update_fields=["attempts"])
        left = MOST_TRIES - row.attempts
    # Outside the block: the count of wrong tries must not be rolled back with the refusal.
    if left:
        raise CodeRefused(field="code", params={"left": left})
    raise CodeSpent(field="code")


def purge(*, now: datetime) -> int:
    """Delete codes a day old; returns how many. Run daily."""
    deleted, _each = OneTimeCode.objects.filter(requested_at__lt=now - KEPT).delete()
    return deleted


def _count(phone: str, ip: str | None, now: datetime) -> None:
    with connection.cursor() as cursor:
        # Without it, requests that race would all read the same count.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"code:{phone}"])
    recent = OneTimeCode.objects.filter(requested_at__gt=now - WINDOW)
    if recent.filter(phone=phone).count() >= MOST_TO_ONE_PHONE:
        raise TooManyRequests(code="too_many_codes")
    if ip and recent.filter(ip=ip).count() >= MOST_FROM_ONE_ADDRESS:
        raise TooManyRequests(code="too_many_codes")


def _digest(token: str, code: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"{token}:{code}".encode(), sha256).hexdigest()
