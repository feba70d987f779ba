"""What plans, letters and follow-up refuse, by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, InvalidInput, PermissionRefused, WrongState


class PlanInTheMaking(Conflict):
    """One version of a plan is decided on at a time."""

    default_message = _("Another version of the plan is being decided on. Finish that one first.")
    default_code = "plan_in_the_making"


class PlanStands(WrongState):
    """What was proposed is decided on as it is."""

    default_message = _("This version of the plan was proposed and is not changed any more. Begin a new version.")
    default_code = "plan_stands"


class PlanNotWhole(WrongState):
    """Something is missing before a plan can be proposed; the sentence names it."""

    default_code = "plan_not_whole"


class OwnPlan(PermissionRefused):
    """Two people for what matters."""

    default_message = _(
        "You wrote or proposed this plan; somebody else records its approval. Give the case to another lead for that."
    )
    default_code = "own_plan"


class AnswersHimself(WrongState):
    """Who can answer with his own account is not answered for."""

    default_message = _(
        "%(names)s can answer for the unit on the portal. An answer on paper is for units without an account."
    )
    default_code = "answers_himself"


class NotUnderTreatment(WrongState):
    """Progress is noted on the plan that was agreed to, while it is carried out."""

    default_message = _("Progress is noted while the agreed plan is carried out.")
    default_code = "not_under_treatment"


class ProjectsOpen(WrongState):
    """Follow-up comes after the treatment."""

    default_message = _("Say of every project whether it is done or given up first.")
    default_code = "projects_open"


class OtherCase(InvalidInput):
    """What belongs to another case has no place here."""

    default_message = _("This belongs to another case.")
    default_code = "other_case"


class NotAgreed(WrongState):
    """Only what was agreed to is carried out."""

    default_message = _("Nothing was agreed to that could be carried out.")
    default_code = "not_agreed"


class TooEarly(WrongState):
    """A measurement is taken near the day it is due."""

    default_message = _("This measurement is due on %(day)s; it is taken a month before that at the earliest.")
    default_code = "too_early"


class RecordedAlready(WrongState):
    """A follow-up ends once; a wrong reading is corrected in the register."""

    default_message = _(
        "This measurement was entered already. A wrong figure is corrected among the readings of the unit."
    )
    default_code = "recorded_already"


class FollowUpOpen(WrongState):
    """A case is closed when nothing is left to be measured."""

    default_message = _("Enter the measurements that are still open, or say why they were not taken.")
    default_code = "follow_up_open"


class OutcomeNotShown(InvalidInput):
    """An outcome is shown by readings, not claimed."""

    default_code = "outcome_not_shown"
