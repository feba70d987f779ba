"""From the engine's values to the files of the record and back. One function pair for each file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from allocations.engine import canonical
from allocations.engine.errors import EngineRefusal, Problem
from allocations.engine.values import (
    Application,
    Criterion,
    CutoffLine,
    Draw,
    Manifest,
    Mode,
    Plot,
    QueueLine,
    Randomness,
    ResultLine,
    Rules,
)

Json = dict[str, object]


def rules_json(rules: Rules) -> bytes:
    """`rules.json`: criteria, groups and tie break stay in the order of the call."""
    return canonical.dumps(
        {
            "format": rules.format,
            "call": rules.call,
            "title": rules.title,
            "mode": rules.mode,
            "criteria": [{"code": c.code, "weight": c.weight, "max": c.max} for c in rules.criteria],
            "groups": rules.groups,
            "tie_break": rules.tie_break,
            "randomness": _fields(rules.randomness, Randomness),
        }
    )


def plots_jsonl(plots: Iterable[Plot]) -> bytes:
    """`plots.jsonl`."""
    lines = ({**_fields(plot, Plot), "trades": sorted(plot.trades)} for plot in plots)
    return canonical.dump_lines(lines, key="plot")


def applications_jsonl(applications: Iterable[Application]) -> bytes:
    """`applications.jsonl`, the frozen list."""
    lines = ({**_fields(one, Application), "groups": sorted(one.groups)} for one in applications)
    return canonical.dump_lines(lines, key="application")


def draw_json(draw: Draw) -> bytes:
    """`draw.json`."""
    return canonical.dumps(_fields(draw, Draw))


def result_jsonl(results: Iterable[ResultLine]) -> bytes:
    """`result.jsonl`."""
    return canonical.dump_lines((_fields(line, ResultLine) for line in results), key="application")


def waiting_jsonl(waiting: Iterable[QueueLine]) -> bytes:
    """`waiting.jsonl`."""
    return canonical.dump_lines((_fields(line, QueueLine) for line in waiting), key="plot")


def cutoffs_jsonl(cutoffs: Iterable[CutoffLine]) -> bytes:
    """`cutoffs.jsonl`."""
    return canonical.dump_lines((_fields(line, CutoffLine) for line in cutoffs), key="plot")


def manifest_json(manifest: Manifest) -> bytes:
    """`manifest.json`."""
    return canonical.dumps(_fields(manifest, Manifest))


def parse_rules(data: bytes) -> Rules:
    """Read `rules.json`; raises EngineRefusal for another shape (values are checked by `validation`)."""
    line = _exact(canonical.loads(data), Rules, "rules.json")
    try:
        mode = Mode(_text(line, "mode"))
    except ValueError:
        raise _bad_field("rules.json", "mode") from None
    criteria = [_exact(one, Criterion, "rules.json") for one in _list(line, "criteria")]
    randomness = _exact(line["randomness"], Randomness, "rules.json")
    return Rules(
        format=_text(line, "format"),
        call=_text(line, "call"),
        title=_text(line, "title"),
        mode=mode,
        criteria=tuple(Criterion(_text(c, "code"), _int(c, "weight"), _int(c, "max")) for c in criteria),
        groups=_texts(line, "groups"),
        tie_break=_texts(line, "tie_break"),
        randomness=Randomness(**{name: _text(randomness, name) for name in randomness}),
    )


def parse_plots(data: bytes) -> tuple[Plot, ...]:
    """Read `plots.jsonl`."""
    lines = [_exact(one, Plot, "plots.jsonl") for one in canonical.load_lines(data, key="plot")]
    return tuple(
        Plot(_text(x, "plot"), _int(x, "area_m2"), _texts(x, "trades"), _text_or_none(x, "reserved_for")) for x in lines
    )


def parse_applications(data: bytes) -> tuple[Application, ...]:
    """Read `applications.jsonl`."""
    objects = canonical.load_lines(data, key="application")
    lines = [_exact(one, Application, "applications.jsonl") for one in objects]
    return tuple(
        Application(
            application=_text(x, "application"),
            trade=_text(x, "trade"),
            groups=_texts(x, "groups"),
            points={name: _int(_object(x, "points"), name) for name in _object(x, "points")},
            score=_int(x, "score"),
            submitted_at=_text(x, "submitted_at"),
            amount=_int_or_none(x, "amount"),
            choices=_texts(x, "choices"),
        )
        for x in lines
    )


def parse_draw(data: bytes) -> Draw:
    """Read `draw.json`."""
    line = _exact(canonical.loads(data), Draw, "draw.json")
    return Draw(_text(line, "value"), _text(line, "seed"), _text(line, "entered_at"))


def parse_results(data: bytes) -> tuple[ResultLine, ...]:
    """Read `result.jsonl`."""
    objects = canonical.load_lines(data, key="application")
    lines = [_exact(one, ResultLine, "result.jsonl") for one in objects]
    return tuple(
        ResultLine(
            _text(x, "application"),
            _int(x, "draw_number"),
            _text_or_none(x, "plot"),
            _int_or_none(x, "choice"),
        )
        for x in lines
    )


def parse_waiting(data: bytes) -> tuple[QueueLine, ...]:
    """Read `waiting.jsonl`."""
    lines = [_exact(one, QueueLine, "waiting.jsonl") for one in canonical.load_lines(data, key="plot")]
    return tuple(QueueLine(_text(x, "plot"), _texts(x, "queue")) for x in lines)


def parse_cutoffs(data: bytes) -> tuple[CutoffLine, ...]:
    """Read `cutoffs.jsonl`."""
    lines = [_exact(one, CutoffLine, "cutoffs.jsonl") for one in canonical.load_lines(data, key="plot")]
    return tuple(
        CutoffLine(
            plot=_text(x, "plot"),
            holder=_text_or_none(x, "holder"),
            tier=_int_or_none(x, "tier"),
            score=_int_or_none(x, "score"),
            draw_number=_int_or_none(x, "draw_number"),
            applicants=_int(x, "applicants"),
        )
        for x in lines
    )


def parse_manifest(data: bytes) -> Manifest:
    """Read `manifest.json`."""
    line = _exact(canonical.loads(data), Manifest, "manifest.json")
    files = _object(line, "files")
    return Manifest(
        format=_text(line, "format"),
        call=_text(line, "call"),
        run=_int(line, "run"),
        previous=_text_or_none(line, "previous"),
        files={name: _text(files, name) for name in files},
    )


def _fields(value: object, kind: type) -> Json:
    return {name: getattr(value, name) for name in _names(kind)}


def _names(kind: type) -> tuple[str, ...]:
    return tuple(cast(Mapping[str, object], kind.__dataclass_fields__))  # type: ignore[attr-defined]


def _exact(value: object, kind: type, where: str) -> Json:
    """`value` when it is an object with exactly the fields of `kind`."""
    if not isinstance(value, dict) or set(value) != set(_names(kind)):
        raise EngineRefusal(Problem("BAD_FIELDS", where, {"expected": tuple(sorted(_names(kind)))}))
    return value


def _bad_field(where: str, name: str) -> EngineRefusal:
    return EngineRefusal(Problem("BAD_FIELD", where, {"field": name}))


def _text(line: Json, name: str) -> str:
    value = line[name]
    if not isinstance(value, str):
        raise _bad_field("", name)
    return value


def _int(line: Json, name: str) -> int:
    value = line[name]
    if not isinstance(value, int) or isinstance(value, bool):
        raise _bad_field("", name)
    return value


def _text_or_none(line: Json, name: str) -> str | None:
    return None if line[name] is None else _text(line, name)


def _int_or_none(line: Json, name: str) -> int | None:
    return None if line[name] is None else _int(line, name)


def _list(line: Json, name: str) -> list[object]:
    value = line[name]
    if not isinstance(value, list):
        raise _bad_field("", name)
    return value


def _object(line: Json, name: str) -> Json:
    value = line[name]
    if not isinstance(value, dict):
        raise _bad_field("", name)
    return value


def _texts(line: Json, name: str) -> tuple[str, ...]:
    values = _list(line, name)
    return tuple(_text({name: value}, name) for value in values)
