"""Who works on a case: named by its lead, kept out by a conflict of interest, gone when the membership ends."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.permissions import acts_for, is_consultant
from clinic.cases import case_messages, policies
from clinic.cases.case_workflow import CASE
from clinic.cases.choices import CaseStatus
from clinic.cases.diagnosis_errors import FullyLoaded, HasConflict, NotHisSpecialty, NotSigned, PapersRanOut
from clinic.cases.models import Agreement, Case, TeamMember
from clinic.cases.permissions import RUN, require
from clinic.cases.selectors.teams import live_cases_of
from clinic.cases.services.case_notices import tell_member, tell_of_naming
from clinic.cases.services.cases import locked_case, named_refusals, said
from clinic.consultants.choices import ConflictKind
from clinic.consultants.models import ConductCode, Consultant
from clinic.consultants.selectors.team import papers_end
from core.audit import record
from core.errors import InvalidInput, NotFound
from core.persian.calendar import tehran_date
from core.transitions import apply
from core.wording import day_text


def name_member(*, case_id: int, consultant_id: int, specialty: str, by: Any | None, now: datetime) -> TeamMember:
    """Put a consultant into the team for one of his specialties; the first one moves the case to TEAM_ASSIGNED.

    Raises PermissionRefused, WrongState, NotHisSpecialty, HasConflict, PapersRanOut, NotSigned, FullyLoaded, MemberAlready.
    """
    with transaction.atomic():
        case = locked_case(case_id)
        require(by, RUN, case)
        policies.is_live(case)
        # Locked: two leads who name him at once see each other's case when they count.
        consultant = Consultant.objects.select_for_update(of=("self",)).filter(pk=consultant_id).first()
        if consultant is None:
            raise NotFound()
        _refuse_unfit(case, consultant, specialty, now)
        with named_refusals({"kept out of its case": HasConflict}):
            member = TeamMember.objects.create(
                case=case, consultant=consultant, specialty=specialty, joined_at=now, named_by=by
            )
        data = {"consultant": consultant.pk, "specialty": specialty}
        record(action="cases.member.named", by=by, target=case, now=now, data=data)
        tell_of_naming(member, case, now=now)
        if case.status == CaseStatus.ADMITTED:
            apply(CASE, case, "assign_team", by=by, now=now)
    return member


def end_membership(*, member_id: int, reason: str, by: Any | None, now: datetime) -> TeamMember:
    """Let a consultant go; he loses the sight of the case at once. Raises PermissionRefused, NotFound, WrongState."""
    why = said(reason, _("Write why the membership ends."))
    with transaction.atomic():
        case = locked_case(TeamMember.objects.filter(pk=member_id).values_list("case_id", flat=True).first() or 0)
        require(by, RUN, case)
        policies.is_live(case)
        member = case.members.current().select_for_update(of=("self",)).filter(pk=member_id).first()
        if member is None:
            raise NotFound()
        member.left_at, member.leaving_reason = now, why[:300]
        member.save(update_fields=["left_at", "leaving_reason"])
        # What somebody said who is no longer there is no word of the team.
        Agreement.objects.filter(member=member, superseded=False).update(superseded=True)
        data = {"consultant": member.consultant_id, "specialty": member.specialty}
        record(action="cases.member.left", by=by, target=case, now=now, reason=why, data=data)
        tell_member(case_messages.LET_GO, member, case, key="left", now=now)
        if case.status == CaseStatus.TEAM_ASSIGNED and not case.members.current().exists():
            apply(CASE, case, "lose_team", by=by, now=now)
    return member


def _refuse_unfit(case: Case, consultant: Consultant, specialty: str, now: datetime) -> None:
    if not consultant.is_active or not is_consultant(consultant.user):
        raise InvalidInput(_("This consultant takes no cases now."), field="consultant", code="not_active")
    if not consultant.specialties.filter(specialty=specialty).exists():
        raise NotHisSpecialty(field="specialty")
    conflict = consultant.conflicts.holding_on(tehran_date(now)).filter(unit_id=case.unit_id).first()
    if conflict is not None:
        raise HasConflict(params={"reason": conflict.reason or conflict.get_kind_display()})
    # Nobody diagnoses his own unit, declared or not.
    if acts_for(consultant.user, case.request.applicant) or acts_for(consultant.user, case.unit.owner):
        raise HasConflict(params={"reason": ConflictKind.OWNERSHIP.label})
    last = papers_end([consultant.pk]).get(consultant.pk)
    if last is not None and last < tehran_date(now):
        raise PapersRanOut(params={"day": day_text(last)})
    code = ConductCode.objects.order_by("-number").first()
    if code is None or not consultant.signatures.filter(code=code).exists():
        raise NotSigned()
    on_it = case.members.current().filter(consultant=consultant).exists()
    if not on_it and live_cases_of(consultant) >= consultant.max_cases:
        raise FullyLoaded()
