"""Who the national sign-on says somebody is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.services.errors import SignOnRefused
from core.persian.errors import PersianValueError
from core.persian.identifiers import parse_mobile, parse_national_code
from core.persian.text import normalise


@dataclass(frozen=True, slots=True)
class Identity:
    """A person as the national sign-on knows him. Only the national code says whose account it is.

    `phone` is empty unless the sign-on confirmed it; names may be empty; `asked_at` (seconds since 1970) is when the
    person last typed his password there, 0 when it does not say.
    """

    national_code: str
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    asked_at: int = 0

    def kept(self) -> dict[str, Any]:
        """For the session."""
        return asdict(self)


def identity_of(claims: Mapping[str, Any], claim: str) -> Identity:
    """Read the claims of a checked answer; `claim` names the one with the national code.

    Raises SignOnRefused when there is no national code, when the sign-on itself calls it unverified, or when its check
    digit does not fit. Never falls back on e-mail address, phone or name.
    """
    code = claims.get(claim)
    if not isinstance(code, str) or claims.get(f"{claim}_verified", True) is not True:
        raise SignOnRefused(
            _("The national sign-on did not tell us your national code. Allow it there, or sign in another way."),
            code="no_national_code",
        )
    try:
        national_code = parse_national_code(code)
    except PersianValueError as error:
        raise SignOnRefused(
            _("The national sign-on sent a national code that cannot be right. Please sign in another way."),
            code="bad_national_code",
        ) from error
    asked_at = claims.get("auth_time")
    return Identity(
        national_code=national_code,
        first_name=_name(claims.get("given_name"), 60),
        last_name=_name(claims.get("family_name"), 80),
        phone=_phone(claims),
        asked_at=asked_at if isinstance(asked_at, int) else 0,
    )


def _name(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > 4 * longest or "\x00" in value:
        return ""
    name = normalise(value)
    return name if len(name) <= longest else ""


def _phone(claims: Mapping[str, Any]) -> str:
    given = claims.get("phone_number")
    if not isinstance(given, str) or claims.get("phone_number_verified") is not True:
        return ""
    try:
        return parse_mobile(given)
    except PersianValueError:
        return ""
