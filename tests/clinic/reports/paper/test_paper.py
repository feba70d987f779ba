"""What stands on the paper itself: read back from the PDF, not from the data it was set from."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils.translation import override

from clinic.cases.drawing import graph
from clinic.reports.models import DiagnosticReport
from clinic.reports.paper.decisions import decided
from clinic.reports.paper.drawings import WIDE, graph_block
from clinic.reports.paper.prescription import figure_text
from clinic.treatment.choices import Indicator
from core.files.services import open_unlogged
from tests.factories.clinic_reports import Reported, ReportFactory
from tests.factories.clinic_treatment import answer_on_paper, without_account
from tests.support.papers import PaperText


@pytest.mark.django_db
def test_the_signed_paper_says_who_what_why_what_to_do_and_who_stands_behind_it(
    reported_by_two: Reported,
) -> None:
    made, unsigned = reported_by_two
    report = ReportFactory.signed(made, unsigned)
    with open_unlogged(report.papers.get(is_signed=True).file) as file:
        text = PaperText(file.read())
    unit, case = made.case.unit, made.case
    for told in (unit.code, case.number, report.code, report.sha256):
        assert told in text, told
    for node in case.cause_nodes.select_related("cause"):
        assert text.count(node.label) >= 2, f"{node.label}: in the graph and in the list"
    project = report.plan.projects.get()
    assert project.owner in text
    assert report.plan.committee_members in text
    for finding in case.findings.all():
        assert finding.evidence in text
    for specialty in made.consultants:
        assert made.consultants[specialty].name in text


@pytest.mark.django_db
def test_the_paper_for_the_team_bears_no_hour_of_signing(signed: Reported) -> None:
    _made, report = signed
    draft, signed_paper = report.papers.get(is_signed=False), report.papers.get(is_signed=True)
    assert draft.file.pk != signed_paper.file.pk
    blocks = DiagnosticReport.objects.get(pk=report.pk).data["blocks"]
    assert all(block["kind"] != "signatures" for block in blocks), "signatures are no part of what is signed"


@pytest.mark.django_db
def test_the_paper_says_who_agreed_to_the_plan_and_how(signed: Reported) -> None:
    made, _report = signed
    plan = made.case.plans.get()
    assert plan.committee_session in str(decided(plan)) and made.owner.display_name not in str(decided(plan))
    without_account(made)
    answer_on_paper(plan, made.lead, signer="حسین نمونه")
    told = str(decided(made.case.plans.get()))
    assert "حسین نمونه" in told and made.lead.display_name in told


def test_a_figure_stands_with_its_unit_and_an_unknown_one_as_a_dash() -> None:
    with override("fa"):
        told = [figure_text(Decimal(value), name) for name, value in zip(Indicator, (60, 7, 3_000_000, 0), strict=True)]
        assert told == ["۶۰٪", "۷ نفر", "۳٬۰۰۰٬۰۰۰ ریال", "۰ ریال"]
    assert figure_text(None, Indicator.STAFF) == "–"


def test_arrows_keep_their_strokes_and_wide_pictures_get_a_page_of_their_own() -> None:
    nodes = [
        graph.Node(key, kind, f"علت {key}") for key, kind in enumerate(("SYMPTOM", "CAUSE", "CAUSE", "CAUSE", "ROOT"))
    ]
    chain = [(key, key + 1) for key in range(4)]
    drawn = graph_block(graph.layout(nodes, chain, from_right=True), key={})
    assert drawn["wide"] is (drawn["width"] > WIDE) is True
    assert [[len(points) for points in arrow] for arrow in drawn["arrows"]] == [[1, 3]] * 4
    # An arrow that passes a column goes straight between two curves.
    long = graph_block(graph.layout(nodes, [*chain, (0, 4)], from_right=True), key={})
    assert sorted({len(points) for arrow in long["arrows"] for points in arrow}) == [1, 3]
