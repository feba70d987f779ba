"""What axe finds on the pages of a case: nothing, for its lead, a specialist and the unit."""

from __future__ import annotations

from typing import Any

from clinic.cases.services import answers, sheets
from core import clock
from tests.browser.conftest import OpenScreen
from tests.browser.measuring import enter, violations
from tests.browser.pages import MARKS
from tests.factories.clinic_cases import CaseFactory
from tests.factories.clinic_instruments import InstrumentFactory

pytestmark = MARKS


def test_cases(transactional_db: None, open_screen: OpenScreen, settings: Any) -> None:
    settings.STAFF_MFA = False
    made = CaseFactory.in_status("VISITED", specialties=("finance", "tax"))
    sales = [{"year": 1404, "amount": 10}]
    sheets.save(case_id=made.case.pk, kind="SALES", items={}, rows=sales, by=made.owner, now=clock.now())
    done = made.answer()
    begun = answers.start(
        case_id=made.case.pk, version_id=InstrumentFactory("tax").pk, by=made.specialist("tax"), now=clock.now()
    )
    made.find()
    made.tree()
    made.agree()
    base = made.case.get_absolute_url()
    screen = open_screen()
    enter(screen, made.lead)
    pages = [
        "",
        "team/",
        "visits/",
        "data/",
        "data/sales/",
        "questionnaires/",
        "findings/",
        "causes/",
        "looks/",
        "do/end/",
    ]
    found = violations(screen, ["/clinic/cases/", *(base + page for page in pages), f"{base}questionnaires/{done.pk}/"])
    enter(screen, made.specialist("tax"))
    pages = ["visits/new/", "data/sales/edit/", f"questionnaires/{begun.pk}/", "findings/new/", "causes/new/", "agree/"]
    found += violations(screen, [base + page for page in pages])
    enter(screen, made.owner)
    found += violations(screen, [base, f"{base}looks/"])
    assert not found, "\n".join(found)
