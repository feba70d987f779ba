"""Tabs of a case: every one that is registered is routed, and shown to whom its page is open."""

from __future__ import annotations

from clinic.cases.choices import CaseStatus, Standing
from clinic.cases.models import Case
from clinic.cases.tabs import TABS, address_of, label_of, tabs_for


def test_every_registered_tab_is_routed() -> None:
    assert [code for code, tab in TABS.items() if not address_of(tab, "CL-1405-K7Q2M9T")] == []


def test_a_case_without_a_team_shows_its_lead_no_empty_parts_and_the_unit_never_the_diagnosis() -> None:
    case = Case(number="CL-1405-K7Q2M9T", status=CaseStatus.ADMITTED)
    own = {"overview", "visits", "data", "questionnaires", "findings", "causes", "looks"}

    def codes(standing: Standing) -> set[str]:
        return {tab.code for tab in tabs_for(frozenset({standing}), case, "data")} & own

    assert codes(Standing.LEAD) == {"overview", "data", "looks"}
    case.status = CaseStatus.VISITED
    assert codes(Standing.LEAD) == own == codes(Standing.AUDITOR)
    assert codes(Standing.TEAM) == own - {"looks"}
    assert codes(Standing.UNIT) == {"overview", "data", "looks"}
    assert [tab.code for tab in tabs_for(frozenset({Standing.UNIT}), case, "data") if tab.current] == ["data"]
    assert label_of("gone") == "gone"
