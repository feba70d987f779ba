"""Life of a case (product.md §3). Diagnosis moves it up to DIAGNOSED; treatment calls the arrows after that."""

from __future__ import annotations

from clinic.cases import permissions, policies
from clinic.cases.choices import AnsweringStatus
from clinic.cases.choices import CaseStatus as C
from core.transitions import Policy, Table, Transition, register, sources


def _case(
    name: str, origin: tuple[str, ...], target: str, permission: str, event: str, policy: Policy | None = None
) -> Transition:
    return Transition(name, sources(*origin), target, permission, f"cases.case.{event}", policy)


UNFINISHED = (C.ADMITTED, C.TEAM_ASSIGNED, C.VISITED, C.DIAGNOSED, C.PLAN_APPROVED, C.IN_TREATMENT)

CASE = register(
    Table(
        name="cases.case",
        states=tuple(C.values),
        initial=C.REQUESTED,
        ends=sources(C.REFUSED, C.CLOSED),
        transitions=(
            _case("admit", (C.REQUESTED,), C.ADMITTED, permissions.OPEN, "admitted"),
            _case("refuse", (C.REQUESTED, C.ADMITTED), C.REFUSED, permissions.RUN, "refused"),
            _case("assign_team", (C.ADMITTED,), C.TEAM_ASSIGNED, permissions.RUN, "team_assigned", policies.has_team),
            # The last one left before the first visit: the case waits for a team again.
            _case("lose_team", (C.TEAM_ASSIGNED,), C.ADMITTED, permissions.RUN, "team_lost"),
            # Nobody's decision: the first visit in the log moves it.
            _case("visit", (C.TEAM_ASSIGNED,), C.VISITED, "", "visited", policies.was_visited),
            _case("diagnose", (C.VISITED,), C.DIAGNOSED, permissions.RUN, "diagnosed", policies.is_complete),
            _case("reopen_diagnosis", (C.DIAGNOSED,), C.VISITED, permissions.RUN, "diagnosis_reopened"),
            # Nobody's decision: follows from the plan, which committee and unit have agreed to.
            _case("approve_plan", (C.DIAGNOSED,), C.PLAN_APPROVED, "", "plan_approved"),
            _case("begin_treatment", (C.PLAN_APPROVED,), C.IN_TREATMENT, permissions.TREAT, "treatment_begun"),
            _case("begin_follow_up", (C.IN_TREATMENT,), C.FOLLOW_UP, permissions.RUN, "follow_up_begun"),
            _case("close", (C.FOLLOW_UP,), C.CLOSED, permissions.RUN, "closed"),
            _case("end_early", UNFINISHED, C.CLOSED, permissions.RUN, "ended_early"),
        ),
    )
)

ANSWERING = register(
    Table(
        name="cases.answering",
        states=tuple(AnsweringStatus.values),
        initial=AnsweringStatus.DRAFT,
        ends=sources(AnsweringStatus.HANDED_IN),
        transitions=(
            Transition(
                "hand_in",
                sources(AnsweringStatus.DRAFT),
                AnsweringStatus.HANDED_IN,
                permissions.ANSWER,
                "cases.answering.handed_in",
            ),
        ),
    )
)
