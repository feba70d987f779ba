"""When it may be done: what the state of a programme and its plan allow."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Sum
from django.utils.translation import gettext_lazy as _

from programs.choices import HUNDRED, ProgrammeStatus
from programs.errors import NotReady, ProgrammeOver
from programs.models import Baseline, Milestone, Programme, Reading
from programs.wording import percent_text

OVER = frozenset({ProgrammeStatus.COMPLETED, ProgrammeStatus.STOPPED})


def plan_can_change(programme: Programme, now: datetime) -> None:
    """Plans, money and registers change until the programme is over. Raises ProgrammeOver."""
    if programme.status in OVER:
        raise ProgrammeOver()


def can_be_activated(programme: Programme, now: datetime) -> None:
    """What goes under way has activities and milestones that weigh 100 and an approved plan. Raises NotReady."""
    total = programme.activities.aggregate(sum=Sum("weight"))["sum"] or Decimal(0)
    if total != HUNDRED:
        raise NotReady(
            _("The weights of the activities add up to %(sum)s, not to 100."),
            code="activity_weights",
            params={"sum": percent_text(total)},
        )
    parts = programme.activities.filter(weight__gt=0).annotate(sum=Sum("milestones__weight"))
    for name, weights in parts.order_by("position").values_list("name", "sum"):
        if weights != HUNDRED:
            raise NotReady(
                _("The weights of the milestones of “%(activity)s” add up to %(sum)s, not to 100."),
                code="milestone_weights",
                params={"activity": name, "sum": percent_text(weights or Decimal(0))},
            )
    if not programme.baselines.approved().exists():
        raise NotReady(_("No plan by month has been approved yet."), code="no_baseline")


def can_be_completed(programme: Programme, now: datetime) -> None:
    """Complete is what reached 100 per cent by approved readings. Raises NotReady naming the first milestone that did not."""
    reached = Reading.objects.counting().filter(milestone=OuterRef("pk"), percent=HUNDRED)
    open_ones = Milestone.objects.filter(activity__programme=programme, activity__weight__gt=0, weight__gt=0)
    first = open_ones.exclude(Exists(reached)).order_by("activity__position", "position").first()
    if first is not None:
        raise NotReady(
            _("“%(milestone)s” has not reached 100 percent by an approved reading."),
            code="milestone_open",
            params={"milestone": first.name},
        )


def baseline_can_be_approved(baseline: Baseline, now: datetime) -> None:
    """Approved is a plan of a living programme that says for each activity of today when it is done.

    Raises ProgrammeOver, NotReady.
    """
    plan_can_change(baseline.programme, now)
    if baseline.months.exclude(weight=F("activity__weight")).exists():
        raise NotReady(
            _("The weights have changed since this plan by month was made. Make it anew."), code="baseline_outdated"
        )
    done = baseline.months.filter(activity=OuterRef("pk"), planned_percent=HUNDRED)
    first = baseline.programme.activities.filter(weight__gt=0).exclude(Exists(done)).first()
    if first is not None:
        raise NotReady(
            _("The plan by month does not say when “%(activity)s” is done."),
            code="baseline_incomplete",
            params={"activity": first.name},
        )
