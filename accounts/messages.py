"""What this app says to people by SMS."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

LIFETIME = timedelta(seconds=180)
"""How long a code is good; the answers to the unknown are as urgent, so that nobody can tell them apart by time."""

template(
    "accounts.code",
    sms=_(
        "Your code for the Zanjan Industrial Estates portal: %(code)s\nGood for %(minutes)s minutes. Tell it nobody."
    ),
    secret=("code",),
    urgent=True,
    valid_for=LIFETIME,
)
template(
    "accounts.unknown_phone",
    sms=_("Somebody wanted to sign in with this mobile, but it has no account. To have one, sign up on the portal."),
    urgent=True,
    valid_for=LIFETIME,
)
template(
    "accounts.account_exists",
    sms=_(
        "Somebody wanted to sign up with this mobile. There is an account with these numbers already: sign in, or ask "
        "for a new password on the portal."
    ),
    urgent=True,
    valid_for=LIFETIME,
)
template(
    "accounts.phone_taken",
    sms=_("Somebody wanted to use this mobile for another account. It belongs to an account already; nothing changed."),
    urgent=True,
    valid_for=LIFETIME,
)
template(
    "accounts.phone_changed",
    sms=_("The mobile of your account on the portal was changed. If that was not you, call the company at once."),
)
template(
    "accounts.password_changed",
    sms=_("The password of your account on the portal was changed. If that was not you, ask for a new one at once."),
)
template(
    "accounts.second_factor_changed",
    sms=_(
        "A second factor of your account on the portal was added or removed. If that was not you, call the company at once."
    ),
)
template(
    "accounts.role_granted",
    sms=_("You were given a role on the portal: %(role)s."),
)
template(
    "accounts.role_ended",
    sms=_("Your role on the portal has ended: %(role)s."),
)
template(
    "accounts.paper_expires",
    sms=_("Your paper “%(paper)s” on the portal is valid until %(day)s. Upload the renewed one in good time."),
    portal=_("Your paper “%(paper)s” is valid until %(day)s. Upload the renewed one in good time: My papers."),
)
