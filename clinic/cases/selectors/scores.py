"""How a unit scored, beside units of the same trade and size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Avg, Count, OuterRef, Subquery

from clinic.cases.choices import WITH_DIAGNOSIS, AnsweringStatus
from clinic.cases.models import Answer, Answering, Case, CaseScore
from clinic.choices import Dimension
from clinic.instruments import answers, scoring
from clinic.instruments.models import Question
from clinic.instruments.selectors import method
from clinic.privacy import FEWEST_UNITS
from clinic.units.choices import SIZES
from clinic.units.models import IndustrialUnit


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One dimension of the chart: the unit's score and the mean of its cohort (None: hidden or unknown), 0 to 5."""

    dimension: Dimension
    score: Decimal | None
    share: Decimal | None
    cohort: Decimal | None
    weight: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All dimensions in their order; `overall` by the weights in force; how many units the cohort has (None: too
    few)."""

    rows: tuple[ScoreRow, ...]
    overall: Decimal | None
    cohort_size: int | None
    weights_number: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered yet."""
        return all(row.score is None for row in self.rows)


def live_scores(case: Case, answerings: Sequence[Answering] | None = None) -> tuple[scoring.DimensionScore, ...]:
    """Scores from the questionnaires handed in so far; of several about one instrument the latest counts.

    `answerings`: those of the case with their versions, when they are known already. 1 query, else 2.
    """
    known = answerings if answerings is not None else case.answerings.select_related("version")
    done = [row for row in known if row.status == AnsweringStatus.HANDED_IN and row.handed_in_at]
    latest = {row.version.instrument_id: row for row in sorted(done, key=lambda row: (row.handed_in_at, row.pk))}
    if not latest:
        return ()
    chosen = list(latest.values())
    given = Answer.objects.filter(question=OuterRef("pk"), answering__in=[row.pk for row in chosen])
    questions = list(
        Question.objects.filter(version__in=[row.version_id for row in chosen]).annotate(
            given=Subquery(given.values("value")[:1])
        )
    )
    return answers.scores(answers.items(questions, {one.pk: one.given for one in questions}))


def scores_of(case: Case, answerings: Sequence[Answering] | None = None) -> Scores:
    """What the radar chart shows: kept scores of a finished diagnosis, else those so far. At most 5 queries."""
    if case.diagnosed_at is not None:
        kept = {row.dimension: (row.score, row.share) for row in case.scores.all()}
        found = [scoring.DimensionScore(name, score, 0, 0, share) for name, (score, share) in kept.items()]
    else:
        found = list(live_scores(case, answerings))
    by_name = {one.dimension: one for one in found}
    used = method()
    cohort = cohort_means(case.unit)
    rows = tuple(
        ScoreRow(
            dimension=name,
            score=by_name[name].score if name in by_name else None,
            share=by_name[name].share if name in by_name else None,
            cohort=cohort.means.get(name) if cohort else None,
            weight=used.weights[name],
        )
        for name in Dimension
    )
    return Scores(rows, scoring.overall(found, used.weights), cohort.size if cohort else None, used.number)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Mean score by dimension over `size` other units of the same trade and size, each by its latest diagnosis."""

    size: int
    means: dict[str, Decimal]


def cohort_means(unit: IndustrialUnit) -> Cohort | None:
    """The diagnosed units of the same trade and size beside `unit`; None below five, a dimension is left out below five.

    1 query, whatever the number of units. Of a unit the latest finished diagnosis counts.
    """
    size = unit.size
    if size is None:
        return None
    least, most = SIZES[size]
    alike = {
        "unit__trade_id": unit.trade_id, "unit__licensed_staff__gte": least, "unit__licensed_staff__lte": most,
        "unit__struck_off_on__isnull": True, "status__in": WITH_DIAGNOSIS, "diagnosed_at__isnull": False,
    }  # fmt: skip
    cases = Case.objects.filter(**alike).exclude(unit_id=unit.pk)
    latest = cases.order_by("unit_id", "-diagnosed_at", "-pk").distinct("unit_id").values("pk")
    kept = CaseScore.objects.filter(case__in=latest)
    means = list(kept.values("dimension").annotate(mean=Avg("score"), units=Count("case")).order_by())
    size_of_all = max((row["units"] for row in means), default=0)
    if size_of_all < FEWEST_UNITS:
        return None
    return Cohort(
        size=size_of_all,
        means={row["dimension"]: round(row["mean"], 2) for row in means if row["units"] >= FEWEST_UNITS},
    )
