"""What instruments refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, WrongState


class VersionFixed(WrongState):
    """What was published is never changed."""

    default_message = _("A published questionnaire is never changed. Write a new version of it.")
    default_code = "version_fixed"


class DraftExists(Conflict):
    """One draft at a time."""

    default_message = _("A draft of this questionnaire exists already. Go on with that one.")
    default_code = "draft_exists"


class NotReady(WrongState):
    """Something is missing before a version can be published."""

    default_code = "not_ready"


class NotInUse(WrongState):
    """A draft or a retired version is not answered."""

    default_message = _("This version of the questionnaire is not in use. Take the one that is.")
    default_code = "instrument_not_in_use"


class InstrumentExpired(WrongState):
    """The last day of the version is over."""

    default_message = _(
        "This questionnaire was valid until %(day)s. The lead of the clinic has to publish a new version."
    )
    default_code = "instrument_expired"


class AnswerOutsideScale(InvalidInput):
    """A value that the question does not offer."""

    default_message = _("This answer lies outside the scale of the question.")
    default_code = "answer_outside_scale"


class AnswerMissing(InvalidInput):
    """A question that must be answered was left empty."""

    default_message = _("This question must be answered.")
    default_code = "answer_missing"
