"""Why an application got what it got: the explanation page of the applicant (docs/allocation.md §6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allocations import computed, engine, explanations
from allocations.choices import LIVE_AWARDS, CriterionSource
from allocations.models import Application, Award, Criterion, CriterionResult, Run
from allocations.selectors import archive, standing
from allocations.selectors.results import published_run
from core.errors import NotFound
from estates.models import Trade


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """Points of one criterion: `points` and `maximum` in hundredths, `weight` in percent, `part` its share of the score in
    hundredths (before rounding down the sum), `sentence` where the points come from.
    """

    code: str
    name: str
    weight: int
    maximum: int
    points: int
    part: int
    is_computed: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """One part of a standing: `name` is tier, score, points, submitted_at, amount or draw_number; the values as in the record."""

    name: str
    criterion: str | None
    own: int | str
    holder: int | str | None
    decided: bool


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One plot of the list: the reason code with its parameters, the ready sentence, the comparison, and the queue now."""

    plot: str
    choice: int
    named: bool
    reason: str
    params: dict[str, object]
    sentence: str
    components: Sequence[ComponentRow]
    is_eligible: bool
    is_own: bool
    queue_place: int | None
    queue_length: int
    queue_sentence: str
    applicants: int


@dataclass(frozen=True, slots=True)
class ExplanationPage:
    """The page of one application. `run` is None while no result is public; then only the points are there."""

    application: Application
    run: Run | None
    score: int | None
    criteria: Sequence[CriterionRow]
    draw_number: int | None
    listed: int
    plot: str | None
    choice: int | None
    holds: str | None
    is_final: bool
    objections_until: datetime | None
    summary: str
    choices: Sequence[ChoiceRow]

    @property
    def decided(self) -> list[ChoiceRow]:
        """The plots down to the one that was given; all where none was."""
        return [row for row in self.choices if self.choice is None or row.choice <= self.choice]

    @property
    def below(self) -> list[ChoiceRow]:
        """The plots after it, about which there was nothing more to decide."""
        return [row for row in self.choices if self.choice is not None and row.choice > self.choice]


def explanation(application_id: int) -> ExplanationPage:
    """The explanation of one application; raises NotFound. 10 queries at most, whatever the length of its list.

    The page may be shown to the applicant and to whoever may see the application: the caller asks `view_application`.
    """
    application = (
        Application.objects.select_related("call__estate__county", "call__resident_county", "trade")
        .filter(pk=application_id)
        .first()
    )
    if application is None:
        raise NotFound(code="no_application")
    criteria = list(application.call.criteria.all())
    rows = _criteria(application, criteria)
    run = published_run(application.call)
    if run is None or application.opaque_id is None:
        return _without_result(application, rows)
    outcome = archive.outcome_of(run)
    if not any(one.application == application.opaque_id for one in outcome.results):
        return _without_result(application, rows)
    found = archive.explainer_of(run).explain(application.opaque_id)
    holds = Award.objects.filter(application=application, run=run, status__in=LIVE_AWARDS).values_list("plot__code")
    held = holds.first()
    return ExplanationPage(
        application=application,
        run=run,
        score=application.score,
        criteria=rows,
        draw_number=found.draw_number,
        listed=len(outcome.results),
        plot=found.plot,
        choice=found.choice,
        holds=held[0] if held else None,
        is_final=application.call.status == "FINAL",
        objections_until=application.call.objections_until,
        summary=explanations.result_sentence(found.plot, found.choice),
        choices=_choices(application, run, found, _names(application, criteria)),
    )


def _without_result(application: Application, rows: Sequence[CriterionRow]) -> ExplanationPage:
    return ExplanationPage(
        application=application,
        run=None,
        score=application.score,
        criteria=rows,
        draw_number=None,
        listed=0,
        plot=None,
        choice=None,
        holds=None,
        is_final=False,
        objections_until=None,
        summary="",
        choices=(),
    )


def _criteria(application: Application, criteria: Sequence[Criterion]) -> list[CriterionRow]:
    points = dict(CriterionResult.objects.filter(application=application).values_list("criterion_id", "points"))
    return [_criterion(application, one, points[one.pk]) for one in criteria if one.pk in points]


def _criterion(application: Application, one: Criterion, points: int) -> CriterionRow:
    is_computed = one.source == CriterionSource.COMPUTED
    sentence = (
        explanations.computed_sentence(computed.explained(one, application))
        if is_computed
        else explanations.judged_sentence(points)
    )
    return CriterionRow(
        code=one.code,
        name=one.name,
        weight=one.weight,
        maximum=one.maximum,
        points=points,
        part=one.weight * points // 100,
        is_computed=is_computed,
        sentence=sentence,
    )


def _names(application: Application, criteria: Sequence[Criterion]) -> explanations.Names:
    return explanations.Names(
        trades={trade.code: trade.display_name for trade in Trade.objects.all()},
        groups=dict(application.call.groups.values_list("code", "name")),
        criteria={one.code: one.name for one in criteria},
    )


def _choices(
    application: Application, run: Run, found: engine.Explanation, names: explanations.Names
) -> list[ChoiceRow]:
    codes = [one.plot for one in found.choices]
    named = dict(application.choices.values_list("call_plot__plot__code", "named"))
    queues = engine.current_queues(standing.now(application.call, run, codes))
    return [
        _choice(one, queues.get(one.plot, ()), named.get(one.plot, True), application, names) for one in found.choices
    ]


def _choice(
    one: engine.ChoiceExplanation,
    queue: Sequence[str],
    named: bool,
    application: Application,
    names: explanations.Names,
) -> ChoiceRow:
    place = queue.index(application.opaque_id) + 1 if application.opaque_id in queue else None
    return ChoiceRow(
        plot=one.plot,
        choice=one.choice,
        named=named,
        reason=str(one.reason),
        params=dict(one.params),
        sentence=explanations.choice_sentence(one, names),
        components=_components(one),
        is_eligible=bool(one.own),
        is_own=one.reason == engine.Reason.AWARDED,
        queue_place=place,
        queue_length=len(queue),
        queue_sentence=explanations.queue_sentence(place, len(queue)),
        applicants=one.applicants,
    )


def _components(one: engine.ChoiceExplanation) -> list[ComponentRow]:
    rows: list[ComponentRow] = []
    decided = False
    for place, own in enumerate(one.own):
        holder = one.theirs[place].value if one.theirs else None
        decides = not decided and holder is not None and holder != own.value
        rows.append(ComponentRow(own.name, own.criterion, own.value, holder, decides))
        decided = decided or decides
    return rows
