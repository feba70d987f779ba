"""The Persian catalogue: which texts the code has, which are translated, and its compiled form.

Everything here is plain Python (polib and Django's own template lexer), so a machine without GNU gettext can do it all.

usage: python -m core.catalogue --compile
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

BASE_DIR = Path(__file__).resolve().parent.parent
CATALOGUE = BASE_DIR / "locale" / "fa" / "LC_MESSAGES" / "django.po"
PACKAGES = ("core", "accounts", "estates", "allocations", "training", "programs", "clinic", "portal")
FUNCTIONS = {
    "_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2, "pgettext": 1,
    "pgettext_lazy": 1, "npgettext": 2, "npgettext_lazy": 2,
}  # fmt: skip
"""Marking functions of Django and how many of their texts are msgids (singular, plural)."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text for people: its context ("" when none), singular, plural ("" when none) and where it stands."""

    context: str
    singular: str
    plural: str
    place: str


def texts() -> dict[tuple[str, str], Text]:
    """Every marked text of code and templates, by (context, msgid)."""
    found: dict[tuple[str, str], Text] = {}
    for text in _all():
        found.setdefault((text.context, text.singular), text)
    return found


def _all() -> Iterator[Text]:
    for package in PACKAGES:
        for path in sorted((BASE_DIR / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from _of_python(path.read_text("utf8"), str(path.relative_to(BASE_DIR)))
    for path in sorted((BASE_DIR / "templates").rglob("*")):
        if path.suffix in {".html", ".txt"}:
            yield from _of_template(path.read_text("utf8"), str(path.relative_to(BASE_DIR)))


def _of_python(source: str, place: str) -> Iterator[Text]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in FUNCTIONS:
            continue
        values = [part.value if isinstance(part, ast.Constant) else None for part in node.args]
        context = values.pop(0) if "pgettext" in name and values else ""
        wanted = values[: FUNCTIONS[name]]
        if len(wanted) == FUNCTIONS[name] and all(isinstance(value, str) for value in wanted):
            yield Text(
                str(context), str(wanted[0]), str(wanted[1]) if len(wanted) > 1 else "", f"{place}:{node.lineno}"
            )


_CALL = re.compile(
    r"\b(?P<name>n?p?gettext|_)\(\s*(?P<args>(?:u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\s*,?\s*)+)", re.DOTALL
)
_LITERAL = re.compile(r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", re.DOTALL)


def _of_template(source: str, place: str) -> Iterator[Text]:
    from django.utils.translation.template import templatize

    for call in _CALL.finditer(templatize(source, origin=place)):
        name = call["name"]
        values = [ast.literal_eval(literal) for literal in _LITERAL.findall(call["args"])]
        context = values.pop(0) if "pgettext" in name and values else ""
        if values:
            plural = values[1] if name.startswith("n") and len(values) > 1 else ""
            yield Text(context, values[0], plural, place)


def load() -> polib.POFile:
    """The catalogue as it is on disk, or an empty one."""
    if CATALOGUE.exists():
        return polib.pofile(str(CATALOGUE))
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Project-Id-Version": "zanjan-industrial-estates-portal",
        "Language": "fa",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n > 1);",
    }
    return catalogue


def problems() -> list[str]:
    """What keeps the catalogue from being complete: missing, empty, fuzzy, unused, placeholders that differ."""
    catalogue = load()
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue if not entry.obsolete}
    wanted = texts()
    found = [f"missing: {text.singular!r} ({text.place})" for key, text in wanted.items() if key not in known]
    for key, entry in known.items():
        if key not in wanted:
            found.append(f"unused: {entry.msgid!r}")
        elif entry.fuzzy or not entry.translated():
            found.append(f"untranslated: {entry.msgid!r}")
        else:
            found.extend(_placeholder_problems(entry))
    return found


_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]")


def _placeholder_problems(entry: polib.POEntry) -> Iterable[str]:
    wanted = set(_PLACEHOLDER.findall(entry.msgid_plural or entry.msgid)) | set(_PLACEHOLDER.findall(entry.msgid))
    for translated in (entry.msgstr_plural or {0: entry.msgstr}).values():
        if not set(_PLACEHOLDER.findall(translated)) <= wanted:
            yield f"placeholders differ: {entry.msgid!r}"


def write() -> int:
    """Bring the catalogue in line with the code: add new texts (untranslated), drop unused ones; returns how many are new."""
    catalogue = load()
    wanted = texts()
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
    result = load()
    result.clear()
    new = 0
    for key in sorted(wanted):
        text = wanted[key]
        entry = known.get(key)
        if entry is None:
            new += 1
            entry = polib.POEntry(msgid=text.singular, msgctxt=text.context or None, msgid_plural=text.plural)
            if text.plural:
                entry.msgstr_plural = {0: "", 1: ""}
        entry.obsolete = False
        entry.occurrences = []
        entry.flags = ["python-format"] if _PLACEHOLDER.search(text.singular) else []
        result.append(entry)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    result.save(str(CATALOGUE))
    return new


def compile_catalogue() -> None:
    """Write the .mo file that the running portal reads."""
    load().save_as_mofile(str(CATALOGUE.with_suffix(".mo")))


if __name__ == "__main__":
    if sys.argv[1:] != ["--compile"]:
        sys.exit(__doc__)
    compile_catalogue()
