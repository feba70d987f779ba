"""What cases refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, WrongState


class UnitHasCase(Conflict):
    """One live case of a unit."""

    default_message = _("This unit has a case that is not closed. Go on there.")
    default_code = "unit_has_case"


class NotYetOver(WrongState):
    """A readmission is of a case that ended."""

    default_message = _("Only a closed case is readmitted.")
    default_code = "not_yet_over"


class HasConflict(Conflict):
    """A consultant with an interest in the unit is kept out of its case."""

    default_message = _("This consultant has declared a conflict of interest with the unit: %(reason)s")
    default_code = "conflict_of_interest"


class NotSigned(WrongState):
    """No team without the code of conduct."""

    default_message = _("This consultant has not signed the code of conduct that is in force.")
    default_code = "conduct_not_signed"


class PapersRanOut(WrongState):
    """Nobody is named whose qualification is no longer proved."""

    default_message = _(
        "The qualification papers of this consultant ran out on %(day)s. He hands in the new ones first, and the clinic "
        "confirms them."
    )
    default_code = "papers_ran_out"


class NotHisSpecialty(InvalidInput):
    """Consultants work on cases, and answer, in what they are specialists in."""

    default_message = _("This is not a specialty of this consultant.")
    default_code = "not_his_specialty"


class MemberAlready(Conflict):
    """Once per specialty."""

    default_message = _("This consultant is in the team for this specialty already.")
    default_code = "member_already"


class FullyLoaded(WrongState):
    """No more cases than a consultant takes."""

    default_message = _("This consultant has as many cases as he takes.")
    default_code = "fully_loaded"


class NotReady(WrongState):
    """Something is missing before the next step; the sentence names it."""

    default_code = "not_ready"


class DiagnosisStands(WrongState):
    """The diagnosis was finished: nothing in it changes until the lead opens it again."""

    default_message = _("The diagnosis is finished and is not changed any more.")
    default_code = "diagnosis_stands"


class HandedIn(WrongState):
    """Answers that were handed in stay."""

    default_message = _("This questionnaire was handed in and is not changed any more.")
    default_code = "handed_in"


class OwnCause(InvalidInput):
    """The graph of causes has no circle."""

    default_message = _("Nothing is its own cause: this arrow would close a circle.")
    default_code = "own_cause"


class CauseTwice(Conflict):
    """Every cause of the catalogue stands once in a tree, every arrow once."""

    default_message = _("This stands in the tree already.")
    default_code = "cause_twice"


class CauseUsed(WrongState):
    """A plan of an earlier diagnosis says that it removes this cause."""

    default_message = _("A project of the plan refers to this cause. Change the box instead of taking it out.")
    default_code = "cause_used"


class PrimaryTaken(Conflict):
    """One root cause is the primary one."""

    default_message = _("Another root cause is the primary one. Let that one contribute first.")
    default_code = "primary_taken"
