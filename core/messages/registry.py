"""Every text the portal sends, registered in code by the app that sends it (its `messages.py` or `texts.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from core.errors import Text


@dataclass(frozen=True, slots=True)
class Template:
    """One text in all its forms. Values stand as `%(name)s`; the texts are msgids (`gettext_lazy`).

    `secret`: names of values (one-time codes) that are kept nowhere once the message is sent. `urgent`: a person waits
    for it, so the first try is made by the request itself and no worker is needed. `valid_for`: not sent later than that.
    """

    code: str
    sms: Text = ""
    subject: Text = ""
    email: Text = ""
    portal: Text = ""
    secret: tuple[str, ...] = ()
    urgent: bool = False
    valid_for: timedelta | None = None


TEMPLATES: dict[str, Template] = {}


def template(
    code: str,
    *,
    sms: Text = "",
    subject: Text = "",
    email: Text = "",
    portal: Text = "",
    secret: tuple[str, ...] = (),
    urgent: bool = False,
    valid_for: timedelta | None = None,
) -> Template:
    """Register the text `code` (`<app>.<occasion>`). An e-mail has a subject; its body is `email`, else the text of `sms`.

    ValueError for a second text with the same code and for one that no channel can carry.
    """
    if code in TEMPLATES:
        raise ValueError(f"the message {code} is registered twice")
    if not (sms or subject or portal) or (subject and not (email or sms)):
        raise ValueError(f"the message {code} has no text")
    TEMPLATES[code] = Template(code, sms, subject, email, portal, secret, urgent, valid_for)
    return TEMPLATES[code]


PRIVATE: set[str] = set()
"""Beginnings of codes of texts that are nobody's business but the recipient's."""


def keep_private(*beginnings: str) -> None:
    """Keep texts whose codes begin so off the list of those who look after the portal: already that somebody got one tells
    of him. Called from the app's `ready()`."""
    PRIVATE.update(beginnings)


def find(code: str) -> Template:
    """The text; LookupError when nobody registered it."""
    try:
        return TEMPLATES[code]
    except KeyError:
        raise LookupError(f"no message is called {code}") from None


def secret_codes() -> list[str]:
    """Codes of the texts that carry a one-time code."""
    return [code for code, entry in TEMPLATES.items() if entry.secret]
