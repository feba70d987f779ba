"""Failures with names. Services raise them, edges translate them to an answer in one place (core/web/errors.py)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class DomainError(Exception):
    """Something a person asked for that the rules refuse.

    `message` is a translated sentence (lazy); `code` a stable machine name; `field` the form field it belongs to;
    `params` are filled into the message by `%`.
    """

    status = 422
    default_message: Text = _("This cannot be done.")
    default_code = "refused"

    def __init__(
        self, message: Text | None = None, *, code: str = "", field: str = "", params: Mapping[str, Any] | None = None
    ) -> None:
        self.template = message if message is not None else self.default_message
        self.code = code or self.default_code
        self.field = field
        self.params = dict(params or {})
        super().__init__(self.code)

    @property
    def message(self) -> str:
        """The sentence in the active language."""
        text = str(self.template)
        return text % self.params if self.params else text

    def __str__(self) -> str:
        return self.message


class PermissionRefused(DomainError):
    """The person may not do this, whatever the state."""

    status = 403
    default_message = _("You may not do this.")
    default_code = "permission_refused"


class NotFound(DomainError):
    """There is no such thing, or none this person may know of."""

    status = 404
    default_message = _("There is nothing here.")
    default_code = "not_found"


class Conflict(DomainError):
    """Somebody else was first."""

    status = 409
    default_message = _("Somebody else was first. Look at the page again.")
    default_code = "conflict"


class WrongState(Conflict):
    """The thing is not in a state in which this may be done."""

    default_message = _("This is not possible in the present state.")
    default_code = "wrong_state"


class InvalidInput(DomainError):
    """Values that cannot be accepted; `errors` holds the sentences of each field."""

    default_message = _("Please correct the marked entries.")
    default_code = "invalid"

    def __init__(
        self,
        message: Text | None = None,
        *,
        errors: Mapping[str, list[Text]] | None = None,
        code: str = "",
        field: str = "",
        params: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message, code=code, field=field, params=params)
        self.errors: dict[str, list[Text]] = {name: list(texts) for name, texts in (errors or {}).items()}
        if field and message is not None:
            self.errors.setdefault(field, []).append(self.message)
