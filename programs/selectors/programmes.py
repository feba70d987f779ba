"""Read models of the public pages of programmes; each function makes a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, QuerySet, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.errors import NotFound
from core.persian.calendar import first_of_month
from estates.models import Estate
from estates.selectors import fact_date
from programs.choices import PhotoStage, ProgrammeGroup
from programs.models import (
    Activity,
    BudgetLine,
    Decision,
    Milestone,
    Programme,
    ProgrammeDocument,
    ProgrammeEstate,
    ProgrammePhoto,
)
from programs.months import judged_month
from programs.selectors.plans import planned
from programs.selectors.progress import Physical, physical

GROUP_TEXTS: dict[str, Promise] = {
    ProgrammeGroup.FLAGSHIP_YEAR: _("The programmes the company promised to realise to 100 percent within the year."),
    ProgrammeGroup.OUTLOOK_3Y: _("Five more programmes that the company set itself for the next three years."),
    ProgrammeGroup.ASSEMBLY_DUTY: _("What the general assembly asks of the company each year."),
    ProgrammeGroup.RESISTANCE_ECONOMY: _(
        "Two projects of the company were named among the five successful projects of the resistance economy in the province."
    ),
}
EMPTY_TEXTS: dict[str, Promise] = {
    ProgrammeGroup.FLAGSHIP_YEAR: _("The programmes of this year have not been published yet."),
    ProgrammeGroup.OUTLOOK_3Y: _(
        "Which programmes these are has not been published yet. Each one appears here, with its plan, once it is approved."
    ),
    ProgrammeGroup.ASSEMBLY_DUTY: _("The duties of this year have not been published yet."),
    ProgrammeGroup.RESISTANCE_ECONOMY: _("None of them has been entered for this year."),
}
PARTLY_TEXTS: dict[str, tuple[int, Promise]] = {
    ProgrammeGroup.RESISTANCE_ECONOMY: (
        2,
        _("The sources at hand name one of the two. The other one is added when its source is known."),
    ),
}
"""For groups of a known size: how many there should be, and what is said while there are fewer."""


@dataclass(frozen=True, slots=True)
class Card:
    """A programme in the list: how much is done by the newest approved reading, and how much was to be done by the month
    both are judged at (the dashboards judge at the same one), in percent.

    `reported_until` is the newest month with an approved reading; without one nothing is known and all three are None.
    """

    programme: Programme
    estates: list[Estate]
    done: Decimal | None
    planned: Decimal | None
    reported_until: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """One reason for programmes, with those of a year; `note` says why there are none, or not all."""

    value: str
    label: str
    text: str
    cards: list[Card]
    note: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What a source says: `when` is a sentence part in the reader's language."""

    text: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity with its milestones and how much of each is done, in percent."""

    activity: Activity
    milestones: list[tuple[Milestone, Decimal]]
    done: Decimal


@dataclass(slots=True)
class Photos:
    """Photos of a programme: pairs of before and after, and the others in their order."""

    pairs: list[tuple[ProgrammePhoto, ProgrammePhoto]] = field(default_factory=list)
    others: list[ProgrammePhoto] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Money:
    """What may be known of the money: the approved sum in rials and the lines that are public."""

    approved: int
    lines: list[BudgetLine]


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything the public page of a programme shows."""

    programme: Programme
    card: Card
    facts: list[Fact]
    activities: list[ActivityRow]
    photos: Photos
    money: Money
    decisions: list[Decision]
    documents: list[ProgrammeDocument]
    previous: Programme | None
    following: Programme | None


def public_years() -> list[int]:
    """Years with programmes everybody may see, newest first. One query."""
    return sorted(set(Programme.objects.public().order_by().values_list("year", flat=True)), reverse=True)


def public_groups(year: int, today: date) -> list[Group]:
    """The public programmes of a Jalali year in their four groups; empty groups say why. A fixed number of queries."""
    found: dict[str, list[Card]] = defaultdict(list)
    programmes, month = list(_public().filter(year=year).order_by("position", "pk")), first_of_month(today)
    for card in _cards(programmes, physical([programme.pk for programme in programmes], month), today):
        found[card.programme.group].append(card)
    return [
        Group(group.value, str(group.label), str(GROUP_TEXTS[group]), found[group], _note(group, len(found[group])))
        for group in ProgrammeGroup
    ]


def public_programme(slug: str, today: date) -> Detail:
    """The public page of a programme. Raises NotFound. A fixed number of queries."""
    programme = _public().select_related("previous").filter(slug=slug).first()
    if programme is None:
        raise NotFound()
    month = first_of_month(today)
    progress = physical([programme.pk], month)[programme.pk]
    previous = programme.previous if programme.previous and programme.previous.is_shown else None
    return Detail(
        programme=programme,
        card=_cards([programme], {programme.pk: progress}, today)[0],
        facts=[Fact(row.text, fact_date(row), row.source) for row in programme.facts.all()],  # type: ignore[arg-type]
        activities=_activities(programme, progress),
        photos=_photos(programme),
        money=_money(programme),
        decisions=list(programme.decisions.filter(is_public=True)),
        documents=list(programme.documents.filter(is_public=True).select_related("file")),
        previous=previous,
        following=Programme.objects.public().filter(previous=programme).first(),
    )


def _public() -> QuerySet[Programme]:
    links = ProgrammeEstate.objects.filter(estate__is_public=True).select_related("estate").order_by("estate__sort_key")
    return Programme.objects.public().prefetch_related(Prefetch("estate_links", queryset=links))


def _cards(programmes: Sequence[Programme], progress: Mapping[int, Physical], today: date) -> list[Card]:
    until = {programme.pk: progress[programme.pk].reported_until for programme in programmes}
    judged = {key: judged_month(today, day) for key, day in until.items() if day is not None}
    plan = planned(judged, set(judged.values()))
    return [
        Card(
            programme=programme,
            estates=[link.estate for link in programme.estate_links.all()],
            done=progress[programme.pk].percent if day else None,
            planned=plan[programme.pk][judged[programme.pk]][0] if day and programme.pk in plan else None,
            reported_until=day,
        )
        for programme, day in ((programme, until[programme.pk]) for programme in programmes)
    ]


def _note(group: ProgrammeGroup, count: int) -> str:
    if count == 0:
        return str(EMPTY_TEXTS[group])
    expected, text = PARTLY_TEXTS.get(group, (0, ""))
    return str(text) if count < expected else ""


def _activities(programme: Programme, progress: Physical) -> list[ActivityRow]:
    rows = programme.activities.filter(weight__gt=0).prefetch_related("milestones").order_by("position")
    return [
        ActivityRow(
            activity,
            [(one, _newest(progress.milestones[one.pk])) for one in activity.milestones.all() if one.weight],
            _newest(progress.activities[activity.pk]),
        )
        for activity in rows
    ]


def _newest(months: Mapping[date, Decimal]) -> Decimal:
    """The state at the end of the newest month; nothing before the plan begins."""
    return months[max(months)] if months else Decimal(0)


def _photos(programme: Programme) -> Photos:
    shown = list(programme.photos.filter(is_public=True).select_related("file__thumbnail"))
    pairs: dict[str, dict[str, ProgrammePhoto]] = defaultdict(dict)
    for photo in shown:
        if photo.pair_key and photo.stage != PhotoStage.DURING:
            pairs[photo.pair_key][photo.stage] = photo
    found = Photos()
    for pair in pairs.values():
        if len(pair) == 2:
            found.pairs.append((pair[PhotoStage.BEFORE], pair[PhotoStage.AFTER]))
    paired = {photo.pk for pair in found.pairs for photo in pair}
    found.others = [photo for photo in shown if photo.pk not in paired]
    return found


def _money(programme: Programme) -> Money:
    total = programme.budget_lines.aggregate(sum=Sum("approved"))["sum"] or 0
    return Money(int(total), list(programme.budget_lines.filter(is_public=True).select_related("activity")))
