"""What these services refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, DomainError, InvalidInput, PermissionRefused, WrongState


class TooManyRequests(DomainError):
    """Asked for too often; later it is possible again."""

    status = 429
    default_message = _("Too many tries. Please wait a few minutes and try again.")
    default_code = "too_many_requests"


class CodeRefused(InvalidInput):
    """The typed code is not the one that was sent; there are tries left."""

    default_message = _("This code is not correct. Look at the latest message and type its code.")
    default_code = "code_wrong"


class CodeSpent(InvalidInput):
    """The code is too old, was used, or three wrong ones were typed: a new one is needed."""

    default_message = _("This code is no longer valid. Ask for a new code.")
    default_code = "code_spent"


class FreshAuthenticationRequired(PermissionRefused):
    """The password was typed too long ago for what is asked."""

    default_message = _("Please type your password again: this step needs it.")
    default_code = "fresh_authentication_required"


class SignOnRefused(PermissionRefused):
    """The national sign-on did not show who the person is."""

    default_message = _("The national sign-on did not confirm who you are. Nothing was changed in your account.")
    default_code = "sign_on_refused"


class SignOnInterrupted(SignOnRefused):
    """The answer belongs to no journey of this browser: too late, used before, or begun elsewhere."""

    default_message = _("This sign-in took too long or was begun in another window. Please start it again.")
    default_code = "sign_on_interrupted"


class SignOnAway(SignOnRefused):
    """The server of the national sign-on does not answer, or not as it promised."""

    status = 503
    default_message = _("The national sign-on does not answer at the moment. Please try again, or sign in another way.")
    default_code = "sign_on_away"


class AccountExists(Conflict):
    """There is an account with this national code or mobile."""

    default_message = _("There is already an account with this national code or this mobile number.")
    default_code = "account_exists"


class PhoneTaken(Conflict):
    """The mobile belongs to another account."""

    default_message = _("This mobile number cannot be used for this account.")
    default_code = "phone_taken"


class EntityExists(Conflict):
    """The entity is in the portal already; one who signs for it must add this person."""

    default_message = _(
        "This entity is already registered. Ask one of its signatories to add you, or call the company's office."
    )
    default_code = "entity_exists"


class LastSignatory(WrongState):
    """An entity must keep one who signs."""

    default_message = _("Nobody would sign for this entity any more. Add another signatory first.")
    default_code = "last_signatory"


class NoSuchPerson(InvalidInput):
    """No account has both this national code and this mobile."""

    default_message = _("No account has this national code together with this mobile. The person must sign up first.")
    default_code = "no_such_person"


class RolesDoNotMix(WrongState):
    """An auditor only reads, and so holds no other role."""

    default_message = _("An auditor changes nothing and can therefore hold no other role.")
    default_code = "roles_do_not_mix"


class RoleHeldAlready(Conflict):
    """The person has this role for this estate."""

    default_message = _("The person already has this role for this estate.")
    default_code = "role_held_already"
