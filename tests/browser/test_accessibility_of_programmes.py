"""What axe finds on the pages of programmes, clusters, courses, exhibitions and on the dashboards: nothing."""

from __future__ import annotations

from typing import Any

from tests.browser.company import found_company
from tests.browser.conftest import MoveClock, OpenScreen
from tests.browser.measuring import enter, measured, violations
from tests.browser.pages import MARKS, Screen
from tests.factories import clusters
from tests.factories.accounts import UserFactory, programme_officer
from tests.factories.demand import WishFactory
from tests.factories.exhibitions import ExhibitionFactory
from tests.factories.programs import NOW, month
from tests.factories.readings import ReadingFactory, milestones
from tests.factories.reports import ReportFactory
from tests.factories.training import CourseFactory

pytestmark = MARKS

READINGS = "/dashboard/readings/"


def test_public_pages(transactional_db: None, open_screen: OpenScreen, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    company = found_company()
    cluster, course, fair = a_cluster(), CourseFactory(), ExhibitionFactory()
    given = ExhibitionFactory.in_status("APPROVED")
    screen = open_screen()
    found = violations(screen, ["/programs/", f"/programs/{company.programme.slug}/", "/dashboard/reports/public/"])
    found += violations(screen, ["/programs/clusters/", f"/programs/clusters/{cluster.slug}/"])
    found += violations(screen, ["/courses/", f"/courses/{course.course.slug}/"])
    found += violations(screen, ["/programs/exhibitions/", f"/programs/exhibitions/{fair.exhibition.slug}/"])
    found += violations(screen, [f"/programs/exhibitions/{given.exhibition.slug}/"])
    enter(screen, UserFactory())
    found += violations(screen, [f"/courses/{course.course.slug}/register/", "/courses/mine/", "/programs/demand/"])
    found += violations(screen, [f"/programs/exhibitions/{fair.exhibition.slug}/request/", "/programs/demand/new/"])
    assert not found, "\n".join(found)


def test_dashboards_and_reports(
    transactional_db: None, open_screen: OpenScreen, move_clock: MoveClock, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    move_clock(NOW)
    company = found_company()
    screen = open_screen()
    enter(screen, company.manager)
    estate, cluster = company.programme.estate_links.get().estate, a_cluster()
    before, report = ReportFactory(month(7)), ReportFactory(month(8))
    found = violations(screen, ["/dashboard/", f"/dashboard/programs/{company.programme.slug}/"])
    found += violations(screen, [f"/dashboard/estates/{estate.slug}/", f"/dashboard/clusters/{cluster.slug}/"])
    found += violations(screen, ["/dashboard/reports/", *(f"/dashboard/reports/{one.pk}/" for one in (before, report))])
    assert not found, "\n".join(found)


def test_pages_of_readings(
    transactional_db: None, open_screen: OpenScreen, move_clock: MoveClock, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    move_clock(NOW)
    company = found_company()
    first, second = milestones(company.programme)[:2]
    waiting = ReadingFactory.in_status("SUBMITTED", first, month(8), by=company.officer, percent=70)
    ReadingFactory(second, month(8), by=company.officer, percent=60)
    sheet = f"{READINGS}new/?programme={company.programme.slug}&month=1405-08"
    screen = open_screen()
    enter(screen, company.officer)
    found = violations(screen, [READINGS, f"{READINGS}new/", sheet])
    found += refused_sheet(screen, sheet, second.pk)
    enter(screen, company.manager)
    review = f"{READINGS}review/{company.programme.slug}/1405-08/"
    found += violations(screen, [READINGS, review, f"{READINGS}{waiting.pk}/"])
    assert not found, "\n".join(found)


def test_desks_of_exhibitions_and_of_the_demand_register(
    transactional_db: None, open_screen: OpenScreen, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    held, drawn = ExhibitionFactory.in_status("HELD"), ExhibitionFactory.in_status("FROZEN")
    cost, wish = held.cost(), WishFactory()
    desk, other = (
        f"/programs/exhibitions/{held.exhibition.slug}/desk/",
        f"/programs/exhibitions/{drawn.exhibition.slug}/desk/",
    )
    screen = open_screen()
    enter(screen, held.officer)
    found = violations(screen, [desk, f"{desk}costs/", f"{desk}costs/{cost.pk}/remove/", other, f"{desk}report/"])
    found += violations(screen, ["/programs/exhibitions/desk/requests/", "/programs/exhibitions/desk/runs/"])
    found += violations(screen, ["/programs/demand/wishes/", "/programs/demand/table/", "/dashboard/demand/"])
    enter(screen, wish.made_by)
    found += violations(screen, ["/programs/exhibitions/mine/", f"/programs/demand/{wish.pk}/"])
    assert not found, "\n".join(found)


def test_desks_of_a_course(transactional_db: None, open_screen: OpenScreen, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    course = CourseFactory.over(sheets=[("PRESENT", "PRESENT")])
    screen = open_screen()
    enter(screen, course.officer)
    desk = f"/courses/{course.course.slug}/desk/"
    found = violations(screen, [desk, f"{desk}sessions/1/", f"{desk}exam/", f"{desk}finish/"])
    assert not found, "\n".join(found)


def refused_sheet(screen: Screen, path: str, milestone: int) -> list[str]:
    """A sheet that came back with a figure beyond the whole."""
    screen.open(path)
    screen.fill(**{f"m{milestone}_percent": "۱۴۰"})
    screen.press("Keep as a draft", within="main")
    assert screen.page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    return measured(screen, f"{path} refused")


def a_cluster() -> Any:
    """A cluster with members, phases, a plan and exports."""
    cluster, officer = clusters.ClusterFactory("knife"), programme_officer()
    clusters.ProductFactory(cluster)
    clusters.StakeholderFactory(cluster)
    for _ in range(2):
        clusters.MemberFactory(cluster)
    clusters.phase(cluster, "DIAGNOSTIC_STUDY", "1404/01/01", "1404/06/31", by=officer, state="DONE")
    clusters.approved_plan(cluster, items=2)
    return cluster
