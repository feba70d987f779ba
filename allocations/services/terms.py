"""The announced terms of a call as bytes: `rules.json` of the record, and everything else that was announced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from allocations.engine import FORMAT, EngineRefusal, canonical, serial, validation
from allocations.models import Call, Criterion, PaperRequirement


@dataclass(frozen=True, slots=True)
class Terms:
    """Both documents of a call as canonical JSON texts with their SHA-256 (hex)."""

    rules_json: str
    rules_sha256: str
    terms_json: str
    terms_sha256: str


def build(call: Call, *, announced_at: datetime) -> Terms:
    """The documents of `call` as its rows stand now. Raises EngineRefusal when the rules cannot be those of a record."""
    rules_json = canonical.dumps(describe_rules(call, announced_at=announced_at))
    problems = list(validation.check_rules(serial.parse_rules(rules_json)))
    if problems:
        raise EngineRefusal(*problems)
    terms_json = canonical.dumps(describe(call))
    return Terms(
        rules_json.decode(), canonical.sha256_hex(rules_json), terms_json.decode(), canonical.sha256_hex(terms_json)
    )


def describe_rules(call: Call, *, announced_at: datetime) -> dict[str, Any]:
    """The fields of `rules.json` (docs/allocation.md, "The record") from the rows of a call."""
    criteria = list(call.criteria.all())
    ties = sorted((row for row in criteria if row.tie_break_rank), key=lambda row: row.tie_break_rank or 0)
    return {
        "format": FORMAT,
        "call": call.slug,
        "title": call.title,
        "mode": call.mode,
        "criteria": [{"code": row.code, "weight": row.weight, "max": row.maximum} for row in criteria],
        "groups": [row.code for row in call.groups.all()],
        "tie_break": [row.code for row in ties],
        "randomness": {
            "source": call.randomness_source,
            "event": call.randomness_event,
            "announced_at": moment(announced_at),
        },
    }


def describe(call: Call) -> dict[str, Any]:
    """Everything announced beside `rules.json`: conditions, dates, trades, plots, criteria with bands, groups, papers."""
    return {
        "format": "zanjan-call-terms/1",
        "call": call.slug,
        "estate": call.estate.slug,
        "conditions": {
            "accepted_licences": sorted(call.accepted_licences),
            "minimum_age": call.minimum_age,
            "resident_county": call.resident_county.slug if call.resident_county else None,
            "refuses_holders": int(call.refuses_holders),
            "lapse_rule": call.lapse_rule,
            "scorers_per_application": call.scorers_per_application,
            "tolerance": call.tolerance,
        },
        "dates": {
            name: moment(getattr(call, name))
            for name in ("opens_at", "closes_at", "corrections_until", "draw_at", "objections_until")
        },
        "randomness_fallback": call.randomness_fallback,
        "trades": sorted(row.trade.code for row in call.trades.select_related("trade")),
        "groups": [{"code": row.code, "name": row.name, "help": row.help} for row in call.groups.all()],
        "plots": [
            {"plot": row.plot.code, "reserved_for": row.reserved_for.code if row.reserved_for else None}
            for row in call.call_plots.select_related("plot", "reserved_for").order_by("position")
        ],
        "criteria": [_criterion(row) for row in call.criteria.all()],
        "papers": [_paper(row) for row in call.papers.select_related("group")],
    }


def _criterion(row: Criterion) -> dict[str, Any]:
    return {
        "code": row.code,
        "name": row.name,
        "help": row.help,
        "weight": row.weight,
        "max": row.maximum,
        "source": row.source,
        "rule": row.rule,
        "tie_break_rank": row.tie_break_rank,
    }


def _paper(row: PaperRequirement) -> dict[str, Any]:
    return {
        "code": row.code,
        "kind": row.kind,
        "name": row.name,
        "help": row.help,
        "required": int(row.required),
        "group": row.group.code if row.group else None,
    }


def moment(at: datetime) -> str:
    """A time as the record writes it: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What differs between two documents, sorted: `path` (dotted; rows by their code), `before`, `after` (None: not there)."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    paths = sorted(path for path in {*old, *new} if old.get(path) != new.get(path))
    return [{"path": path, "before": old.get(path), "after": new.get(path)} for path in paths]


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _leaves(item, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list) and all(
        isinstance(item, Mapping) and ("code" in item or "plot" in item) for item in value
    ):
        for place, item in enumerate(value, start=1):
            name = item.get("code") or item["plot"]
            yield f"{path}.{name}", place
            yield from _leaves(item, f"{path}.{name}")
    else:
        yield path, value
