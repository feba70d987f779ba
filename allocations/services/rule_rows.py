"""The rows of a call's rules, written from a description of what they are to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from accounts.choices import DocumentKind
from allocations import criteria_rules
from allocations.choices import CriterionSource
from allocations.models import Call, CallGroup, CallPlot, CallTrade, Criterion, PaperRequirement
from core.errors import Conflict, InvalidInput
from core.writing import in_hand
from estates.models import Plot, Trade


@dataclass(frozen=True, slots=True)
class GroupSpec:
    """A group as it is asked for."""

    code: str
    name: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class PlotSpec:
    """A plot by its code; `reserved_for` is the code of a group."""

    plot: str
    reserved_for: str | None = None


@dataclass(frozen=True, slots=True)
class CriterionSpec:
    """A criterion: `weight` in percent, `maximum` and the points of `rule` in hundredths; without a rule it is judged."""

    code: str
    name: str
    weight: int
    maximum: int = 10_000
    rule: Mapping[str, Any] = field(default_factory=dict)
    tie_break_rank: int | None = None
    help: str = ""


@dataclass(frozen=True, slots=True)
class PaperSpec:
    """A paper to hand in; `kind` is a `DocumentKind`, `group` the code of the group it is asked from."""

    code: str
    kind: str
    name: str
    required: bool = True
    group: str | None = None
    help: str = ""


@dataclass(frozen=True, slots=True)
class RulesSpec:
    """The rows of a call's rules; a part that is None stays as it is. Order is the published order."""

    trades: Sequence[str] | None = None
    groups: Sequence[GroupSpec] | None = None
    plots: Sequence[PlotSpec] | None = None
    criteria: Sequence[CriterionSpec] | None = None
    papers: Sequence[PaperSpec] | None = None


def write_rules(call: Call, rules: RulesSpec) -> None:
    """Bring the rows of the rules to what `rules` says; rows are known by their codes, so what stays keeps its id.

    The caller has locked the call. Raises InvalidInput, and Conflict for a row that an application refers to.
    """
    with transaction.atomic():
        if rules.groups is not None:
            groups = [asdict(spec) | {"position": place} for place, spec in enumerate(rules.groups, 1)]
            _sync(CallGroup, call, "code", groups, keep_missing=True)
        known = {row.code: row for row in call.groups.all()}
        if rules.trades is not None:
            _sync(CallTrade, call, "trade", [{"trade": row} for row in _trades(rules.trades)])
        if rules.plots is not None:
            _sync(CallPlot, call, "plot", _plots(call, rules.plots, known))
        if rules.criteria is not None:
            _sync(Criterion, call, "code", [_criterion(spec, place) for place, spec in enumerate(rules.criteria, 1)])
        if rules.papers is not None:
            _sync(
                PaperRequirement,
                call,
                "code",
                [_paper(spec, place, known) for place, spec in enumerate(rules.papers, 1)],
            )
        if rules.groups is not None:
            _delete(call.groups.exclude(code__in=[spec.code for spec in rules.groups]))


def _trades(codes: Sequence[str]) -> list[Trade]:
    found = {row.code: row for row in Trade.objects.filter(code__in=codes)}
    missing = [code for code in codes if code not in found]
    if missing:
        raise InvalidInput(
            _("There is no trade %(code)s."), field="trades", code="no_trade", params={"code": missing[0]}
        )
    return [found[code] for code in codes]


def _plots(call: Call, specs: Sequence[PlotSpec], groups: Mapping[str, CallGroup]) -> list[dict[str, Any]]:
    found = {row.code: row for row in Plot.objects.filter(code__in=[spec.plot for spec in specs], estate=call.estate)}
    rows = []
    for place, spec in enumerate(specs, 1):
        if spec.plot not in found:
            raise InvalidInput(
                _("The estate has no plot %(code)s."), field="plots", code="no_plot", params={"code": spec.plot}
            )
        rows.append({"plot": found[spec.plot], "reserved_for": _group(spec.reserved_for, groups), "position": place})
    return rows


def _group(code: str | None, groups: Mapping[str, CallGroup]) -> CallGroup | None:
    if code is None:
        return None
    if code not in groups:
        raise InvalidInput(_("The call has no group %(code)s."), field="groups", code="no_group", params={"code": code})
    return groups[code]


def _criterion(spec: CriterionSpec, place: int) -> dict[str, Any]:
    if spec.rule:
        try:
            criteria_rules.check(spec.rule, maximum=spec.maximum)
        except criteria_rules.RuleError as error:
            raise InvalidInput(
                _("The rule of the criterion “%(name)s” cannot be used."),
                field="criteria",
                code=error.code,
                params={"name": spec.name},
            ) from error
    source = CriterionSource.COMPUTED if spec.rule else CriterionSource.JUDGED
    return asdict(spec) | {"rule": dict(spec.rule), "source": source, "position": place}


def _paper(spec: PaperSpec, place: int, groups: Mapping[str, CallGroup]) -> dict[str, Any]:
    if spec.kind not in DocumentKind.values:
        raise InvalidInput(_("This kind of paper is not known."), field="papers", code="no_kind")
    return asdict(spec) | {"group": _group(spec.group, groups), "position": place}


def _sync(model: Any, call: Call, key: str, rows: Sequence[dict[str, Any]], *, keep_missing: bool = False) -> None:
    wanted = [row[key] for row in rows]
    if len(set(wanted)) != len(wanted):
        raise InvalidInput(_("The same code stands there twice."), field=model._meta.model_name, code="twice")
    existing = {getattr(row, key): row for row in model.objects.filter(call=call)}
    if not keep_missing:
        _delete(model.objects.filter(pk__in=[row.pk for value, row in existing.items() if value not in set(wanted)]))
    if model is Criterion:
        # Two criteria may change places in the tie break; the constraint is not deferrable.
        model.objects.filter(call=call, tie_break_rank__isnull=False).update(tie_break_rank=None)
    for values in rows:
        row = existing.get(values[key]) or model(call=call)
        _write(row, values)


def _write(row: models.Model, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    try:
        row.full_clean(exclude=in_hand(row), validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        raise InvalidInput(
            errors={name: list(texts) for name, texts in error.message_dict.items()}, code="rule_not_valid"
        ) from error
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise InvalidInput(code="rule_not_valid", field=str(row._meta.model_name)) from error


def _delete(rows: models.QuerySet[Any]) -> None:
    try:
        rows.delete()
    except ProtectedError as error:
        raise Conflict(_("An application refers to it already, so it cannot be taken out."), code="in_use") from error
