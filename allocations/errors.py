"""Failures of calls, applications and review that have a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, NotFound, PermissionRefused, Text, WrongState


class CallNotOpen(WrongState):
    """The term has not begun or is over, by the database's clock."""

    default_message = _("The call does not take applications now.")
    default_code = "call_not_open"


class RulesLocked(WrongState):
    """The rules of a published call do not change."""

    default_message = _(
        "The call is published and its rules are locked. An error is put right by an announced amendment or by cancelling."
    )
    default_code = "rules_locked"


class NotReady(InvalidInput):
    """A call that cannot be published yet; `errors` says what is missing, by part."""

    default_message = _("The call is not ready to be published.")
    default_code = "not_ready"


class Incomplete(InvalidInput):
    """An application that cannot be handed in yet; `errors` holds the sentences by step."""

    default_message = _("The application is not complete. Open the marked steps, complete them and submit again.")
    default_code = "incomplete"


class MayNotApply(PermissionRefused):
    """The conditions of the call shut this applicant out; `reasons` are codes of `EntryReason`."""

    default_message = _("By the conditions of this call you cannot apply.")
    default_code = "may_not_apply"

    def __init__(self, message: Text | None = None, *, reasons: Sequence[str] = (), code: str = "") -> None:
        super().__init__(message, code=code)
        self.reasons = tuple(reasons)


class OwnApplication(PermissionRefused):
    """Nobody decides about an application of his own."""

    default_message = _(
        "You stand on the applicant's side of this application. Another officer has to decide about it."
    )
    default_code = "own_application"


class TakenByOther(Conflict):
    """Another officer has the application."""

    default_message = _("%(officer)s is reviewing this application. Choose another one from the queue.")
    default_code = "taken_by_other"


class StepLocked(WrongState):
    """This part of the form cannot be changed now."""

    default_message = _("This part cannot be changed now.")
    default_code = "step_locked"


class PaperRefused(InvalidInput):
    """A paper that does not fit what was asked for."""

    default_code = "paper_refused"


class DatesOutOfOrder(InvalidInput):
    """Dates of a call that do not follow each other."""

    default_code = "dates_out_of_order"


class NoSuchCall(NotFound):
    """No call, or none that this person may know of."""

    default_code = "no_call"


class NoSuchApplication(NotFound):
    """No application, or none that this person may know of: both look the same."""

    default_code = "no_application"


def by_field(errors: Mapping[str, Sequence[Text]]) -> dict[str, list[Text]]:
    """Errors as `InvalidInput` wants them."""
    return {name: list(texts) for name, texts in errors.items() if texts}


class StaleAuthentication(PermissionRefused):
    """The password was typed too long ago for a step of this weight."""

    default_message = _("Please type your password again and repeat this step within five minutes.")
    default_code = "stale_authentication"


class SamePerson(PermissionRefused):
    """The second pair of eyes must belong to somebody else."""

    default_message = _("This must be confirmed by somebody other than the person who began it.")
    default_code = "same_person"
