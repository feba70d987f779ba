"""What is said about plans, tasks and follow-up. Figures and findings of a unit stay on the portal."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.messages.registry import template

PLAN_PROPOSED = template(
    "clinic.plan_proposed",
    portal=_("A plan of treatment waits for the committee: case %(number)s."),
)
PLAN_APPROVED = template(
    "clinic.plan_approved",
    sms=_("The plan for your unit is ready, case %(number)s. Read it on the portal and say whether you agree."),
    portal=_("The plan of treatment for your unit is ready, case %(number)s. Read it and say whether you agree."),
)
PLAN_RETURNED = template(
    "clinic.plan_returned",
    portal=_("The plan of the case %(number)s was sent back. Its page says why."),
)
PLAN_AGREED = template(
    "clinic.plan_agreed",
    portal=_("The unit has agreed to the plan of the case %(number)s. The treatment can begin."),
)
PAPER_RECORDED = template(
    "clinic.paper_recorded",
    sms=_(
        "The industry clinic has recorded the answer of %(signer)s on paper to the plan of your unit, case %(number)s. If you did "
        "not sign, call the clinic."
    ),
    portal=_("The answer of %(signer)s on paper to the plan is recorded, case %(number)s."),
)
TASK_SET = template(
    "clinic.task_set",
    portal=_("A task for you in the case %(number)s, to be done by %(day)s: %(task)s"),
)
TASK_DUE = template(
    "clinic.task_due",
    sms=_("Reminder of the industry clinic: a task of the case %(number)s is to be done by %(day)s. See the portal."),
    portal=_("To be done by %(day)s, case %(number)s: %(task)s"),
)
LETTER_ANSWERED = template(
    "clinic.letter_answered",
    sms=_("An answer to a letter about your unit has come, case %(number)s. Read it on the portal."),
    portal=_("%(body)s has answered the letter about your unit, case %(number)s."),
)
FOLLOW_UP_DUE = template(
    "clinic.follow_up_due",
    portal=_("The measurement after %(months)s months is due, case %(number)s."),
)
FOLLOW_UP_DUE_AT_UNIT = template(
    "clinic.follow_up_due_at_unit",
    sms=_(
        "%(months)s months after the treatment, your consultants will ask for the figures of your unit. Case %(number)s."
    ),
    portal=_(
        "%(months)s months after the treatment: your consultants will ask for the figures of your unit, case %(number)s."
    ),
)
CASE_CLOSED = template(
    "clinic.case_closed",
    sms=_("The case %(number)s of the industry clinic is closed. How it ended stands on the portal."),
    portal=_("The case %(number)s is closed: %(outcome)s. Its page says what was reached."),
)
