"""The catalogue tool finds every marked text, and every way a translation can be wrong."""

from __future__ import annotations

import polib
import pytest

from core import catalogue


def test_texts_of_python_are_found_with_context_and_plural() -> None:
    source = """
_("one")
gettext_lazy("two")
ngettext("%(n)s file", "%(n)s files", n)
pgettext("month", "May")
other("not marked")
_(variable)
"""
    found = {(text.context, text.singular, text.plural) for text in catalogue._of_python(source, "x.py")}
    assert found == {("", "one", ""), ("", "two", ""), ("", "%(n)s file", "%(n)s files"), ("month", "May", "")}


def test_texts_of_templates_are_found() -> None:
    source = (
        '{% load i18n %}{% translate "Say" %} {% translate "May" context "month" %}'
        "{% blocktranslate count n=n %}{{ n }} plot{% plural %}{{ n }} plots{% endblocktranslate %}"
        '{% include "x.html" with label=_("Label") %}'
        "{% blocktranslate trimmed %}two\n lines{% endblocktranslate %}"
    )
    found = {(text.context, text.singular, text.plural) for text in catalogue._of_template(source, "x.html")}
    assert found == {
        ("", "Say", ""),
        ("month", "May", ""),
        ("", "%(n)s plot", "%(n)s plots"),
        ("", "Label", ""),
        ("", "two lines", ""),
    }


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (polib.POEntry(msgid="a %(x)s", msgstr="b %(y)s"), "placeholders differ"),
        (polib.POEntry(msgid="gone", msgstr="b"), "unused"),
        (polib.POEntry(msgid="fuzzy", msgstr="b", flags=["fuzzy"]), "untranslated"),
        (polib.POEntry(msgid="empty", msgstr=""), "untranslated"),
    ],
)
def test_a_wrong_translation_is_named(monkeypatch: pytest.MonkeyPatch, entry: polib.POEntry, said: str) -> None:
    book = polib.POFile()
    book.append(entry)
    monkeypatch.setattr(catalogue, "load", lambda: book)
    known = {} if said == "unused" else {("", entry.msgid): catalogue.Text("", entry.msgid, "", "x.py:1")}
    monkeypatch.setattr(catalogue, "texts", lambda: known)
    assert [problem.split(":")[0] for problem in catalogue.problems()] == [said]


def test_a_text_without_an_entry_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "load", polib.POFile)
    monkeypatch.setattr(catalogue, "texts", lambda: {("", "new"): catalogue.Text("", "new", "", "x.py:1")})
    assert catalogue.problems() == ["missing: 'new' (x.py:1)"]


def test_the_catalogue_of_the_portal_is_complete() -> None:
    assert catalogue.problems() == []
