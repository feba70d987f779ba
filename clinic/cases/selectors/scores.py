"""How a unit scored, beside units of the same trade and size."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Avg, Count, Max, OuterRef, Subquery

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


def live_scores(case: Case) -> tuple[scoring.DimensionScore, ...]:
    """Scores from the questionnaires handed in so far; of several about one instrument the latest counts. 3 queries."""
    answerings = Answering.objects.filter(case=case, status=AnsweringStatus.HANDED_IN).select_related("version")
    latest: dict[int, Answering] = {}
    for row in answerings.order_by("handed_in_at", "pk"):
        latest[row.version.instrument_id] = row
    chosen = list(latest.values())
    questions = Question.objects.filter(version__in=[row.version_id for row in chosen])
    values = dict(Answer.objects.filter(answering__in=chosen, value__isnull=False).values_list("question_id", "value"))
    return answers.scores(answers.items(questions, values))


def scores_of(case: Case) -> Scores:
    """What the radar chart shows: kept scores of a finished diagnosis, else those so far. At most 7 queries."""
    if case.diagnosed_at is not None:
        kept = {row.dimension: (row.score, row.share) for row in case.scores.all()}
        found = [scoring.DimensionScore(name, score, 0, 0, share) for name, (score, share) in kept.items()]
    else:
        found = list(live_scores(case))
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

    2 queries, whatever the number of units. Of a unit the latest finished diagnosis counts.
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
    newest = cases.filter(unit_id=OuterRef("unit_id")).order_by("-diagnosed_at", "-pk").values("pk")[:1]
    latest = list(cases.values("unit_id").annotate(last=Max("diagnosed_at"), pick=Subquery(newest)))
    if len(latest) < FEWEST_UNITS:
        return None
    kept = CaseScore.objects.filter(case__in={row["pick"] for row in latest})
    means = kept.values("dimension").annotate(mean=Avg("score"), units=Count("case")).order_by()
    return Cohort(
        size=len(latest),
        means={row["dimension"]: round(row["mean"], 2) for row in means if row["units"] >= FEWEST_UNITS},
    )
