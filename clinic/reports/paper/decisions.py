"""Who decided on the plan a report prints, as it stood when the report was made."""

from __future__ import annotations

from django.utils.translation import gettext as _

from clinic.treatment.models import PaperAnswer, TreatmentPlan
from core.pdf.blocks import Block, facts, heading, together
from core.persian.calendar import tehran_date
from core.wording import day_text


def decided(plan: TreatmentPlan) -> list[Block]:
    """What the committee and the unit said to the plan. At most 3 queries."""
    rows = [(_("Committee of the clinic"), _committee(plan)), (_("The unit"), _unit(plan))]
    return [together([heading(_("Decisions on the plan"), 2), *facts(rows)])]


def _committee(plan: TreatmentPlan) -> str:
    if plan.approved_at is None:
        return _("has not decided yet")
    words = {"session": plan.committee_session, "day": day_text(tehran_date(plan.approved_at))}
    members = " ".join(plan.committee_members.split())
    approved = _("approved in %(session)s, recorded on %(day)s") % words
    return _("%(approved)s; present: %(members)s") % {"approved": approved, "members": members} if members else approved


def _unit(plan: TreatmentPlan) -> str:
    if plan.accepted_at is None:
        return _("has not agreed yet")
    if plan.accepted_by is not None:
        words = {"name": plan.accepted_by.display_name, "day": day_text(tehran_date(plan.accepted_at))}
        return _("agreed on the portal: %(name)s, %(day)s") % words
    paper = PaperAnswer.objects.select_related("recorded_by").get(plan=plan)
    words = {
        "name": paper.signer,
        "role": paper.get_role_display(),
        "day": day_text(paper.signed_on),
        "by": paper.recorded_by.display_name,
    }
    return _("agreed on paper: signed by %(name)s (%(role)s) on %(day)s, recorded by %(by)s") % words
