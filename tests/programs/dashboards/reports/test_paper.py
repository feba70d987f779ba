"""What stands on the paper itself: read back from the PDF, not from the data it was set from."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from core import pdf
from programs.dashboards.reports import paper, slides
from programs.dashboards.reports.content import content
from programs.dashboards.reports.public import public
from programs.dashboards.services.reports import PAPER, SLIDES
from programs.models import Programme
from programs.services import registers
from tests.factories.programs import NOW, month
from tests.programs.dashboards.conftest import read
from tests.support.papers import PaperText

pytestmark = pytest.mark.django_db
ABAN = month(8)
DONE, PLANNED, BEHIND, NEEDED, EXPECTED = "۴۰٫۸٪", "۶۶٫۶۷٪", "۲۵٫۸۷", "۱۴٫۸", "دی ۱۴۰۵"
"""Worked out by hand in conftest.py."""


@pytest.fixture(scope="module", autouse=True)
def told(make_once: Any) -> Programme:
    """A programme with a grave risk and an issue past its day."""
    made: Programme = make_once(build)
    return made


def build() -> Programme:
    programme = read()
    risk = {"name": "پیمانکار کار را رها کند", "likelihood": 5, "impact": 5}
    registers.add_risk(programme_id=programme.pk, values=risk, by=None, now=NOW)
    issue = {"name": "ارز دستگاه", "raised_on": month(6), "due_on": month(8), "response": ""}
    registers.add_issue(programme_id=programme.pk, values=issue, by=None, now=NOW)
    return programme


def set_paper(*, is_public: bool) -> PaperText:
    with translation.override("fa"):
        data = content(ABAN, NOW)
        shown = public(data) if is_public else data
        return PaperText(pdf.render(PAPER, paper.paper(shown, version=3, is_public=is_public)))


def test_the_paper_of_the_assembly_says_the_figures_worked_out_by_hand(told: Programme) -> None:
    words = set_paper(is_public=False)
    for figure in (DONE, PLANNED, BEHIND, NEEDED, EXPECTED):
        assert figure in words, figure
    for text in ("گزارش آبان ۱۴۰۵", "برای مجمع عمومی", "پست برق سلطانیه", "قرمز", "۲ آذر"):
        assert text in words, text
    assert words.count("گزارش آبان") >= 3  # on the cover and on top of each page
    assert "پیمانکار" in words and "ارز دستگاه" in words


def test_the_public_paper_keeps_the_progress_and_leaves_out_risks_issues_and_money(told: Programme) -> None:
    words = set_paper(is_public=True)
    assert "پست برق سلطانیه" in words and DONE in words and PLANNED in words
    for kept in ("پیمانکار", "ارز دستگاه", "SPI", "میلیون", "مجمع"):
        assert kept not in words, kept


def test_every_slide_shows_its_title_and_the_programme_its_figures(told: Programme) -> None:
    with translation.override("fa"):
        shown = slides.slides(content(ABAN, NOW))
        words = PaperText(pdf.render(SLIDES, shown, seconds=90))
    for title in ("گزارش آبان ۱۴۰۵", "پست برق سلطانیه", "از درخواست تا قطعه"):
        assert title in words
    assert DONE in words and EXPECTED in words


def test_an_english_paper_is_read_from_left_to_right(told: Programme) -> None:
    with translation.override("en"):
        words = PaperText(pdf.render(PAPER, paper.paper(content(ABAN, NOW), version=1, is_public=False)))
    assert "Programmes, plots and clusters of the company" in words
    assert "40.8%" in words and "66.67%" in words
