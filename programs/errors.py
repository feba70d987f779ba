"""Refusals of programmes."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, Text, WrongState


class PlanRefused(InvalidInput):
    """The rows of a plan contradict each other; `sentences` says each thing that is wrong. Nothing was saved."""

    default_message = _("The plan was not saved.")
    default_code = "plan_refused"

    def __init__(self, sentences: Sequence[Text]) -> None:
        super().__init__(errors={"__all__": list(sentences)})
        self.sentences = [str(sentence) for sentence in sentences]

    @property
    def message(self) -> str:
        """The refusal with everything that is wrong."""
        return " ".join([str(self.default_message), *self.sentences])


class ProgrammeOver(WrongState):
    """A completed or abandoned programme is history."""

    default_message = _("The programme is over; its plan is not changed any more.")
    default_code = "programme_over"


class NotReady(WrongState):
    """Something is missing before this step; the message says what."""

    default_code = "programme_not_ready"


class InUse(WrongState):
    """What readings or approved plans rest on cannot be removed."""

    default_message = _("“%(name)s” has readings or stands in an approved plan, so it stays. Give it the weight 0.")
    default_code = "in_use"


class NothingRemains(WrongState):
    """A finished programme has nothing to carry into the next year."""

    default_message = _("All of this programme is done; nothing remains for another year.")
    default_code = "nothing_remains"


class ReadingRefused(InvalidInput):
    """A reading contradicts itself, the plan, or what was approved before; `field` says which value."""

    default_code = "reading_refused"


class NoEvidence(InvalidInput):
    """Nobody is to believe a reading without a paper or photo."""

    default_message = _("Add at least one photo or paper that shows what you report.")
    default_code = "no_evidence"


class AlreadyRead(Conflict):
    """There is a reading for this month already."""

    default_code = "already_read"


class NotYours(WrongState):
    """A reading is changed only while it is a draft or was returned."""

    default_message = _("This reading was handed in; it can only be changed when it is returned to you.")
    default_code = "handed_in"
