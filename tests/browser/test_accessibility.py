"""What axe finds on the main pages, on a desk and on a phone, by the rules of WCAG 2.2 A and AA: nothing."""

from __future__ import annotations

from accounts.models import User
from allocations.models import Application, Run
from allocations.services import approval, publication, runs
from core import clock
from core.jobs import services as jobs
from tests.browser.conftest import MoveClock, OpenScreen
from tests.browser.measuring import enter, measured, violations
from tests.browser.pages import MARKS, Screen
from tests.browser.world import World
from tests.factories.accounts import UserFactory
from tests.factories.allocations import begin

pytestmark = MARKS

OPEN_TO_ALL = (
    "/",
    "/estates/",
    "/plots/",
    "/plots/K-01/",
    "/calls/",
    "/account/sign-in/",
    "/account/sign-up/",
    "/verify/",
)
STEPS = ("identity", "craft", "plan", "choices", "papers", "papers/licence")


def test_pages_while_a_call_is_open(world: World, open_screen: OpenScreen) -> None:
    slug, user = world.call.slug, UserFactory()
    draft = begin(world.stage, user)
    handed_in = world.rivals[0]
    screen = open_screen()
    found = violations(screen, [*OPEN_TO_ALL, f"/calls/{slug}/", f"/calls/{slug}/check/"])
    enter(screen, user)
    form = f"/applications/{draft.tracking_code}/"
    found += violations(screen, ["/applications/", form, *(f"{form}form/{step}/" for step in STEPS)])
    found += violations(screen, ["/account/", "/account/details/", "/account/documents/", "/account/messages/"])
    found += refused_form(screen, f"{form}form/craft/")
    enter(screen, owner(handed_in))
    mine = f"/applications/{handed_in.tracking_code}/"
    found += violations(screen, [mine, f"{mine}receipt/", f"{mine}answers/", f"{mine}withdraw/"])
    assert not found, "\n".join(found)


def test_pages_of_staff_and_of_the_result(world: World, open_screen: OpenScreen, move_clock: MoveClock) -> None:
    screen = open_screen()
    one, slug = world.rivals[0], world.call.slug
    move_clock(world.close())
    enter(screen, world.stage.officer)
    desk = "/admin/allocations"
    found = violations(screen, ["/admin/", f"{desk}/application/", f"{desk}/application/{one.pk}/change/"])
    world.review_rivals()
    move_clock(world.score_and_freeze())
    world.draw()
    run = propose(world)
    enter(screen, world.approver)
    found += violations(screen, [f"{desk}/call/", f"{desk}/call/{world.call.pk}/change/"])
    found += violations(screen, [f"{desk}/run/{run.pk}/change/", f"{desk}/run/{run.pk}/approve/"])
    publish(world, run)
    found += violations(screen, [f"/calls/{slug}/{page}/" for page in ("results", "record")])
    enter(screen, owner(one))
    mine = f"/applications/{one.tracking_code}/"
    found += violations(screen, [mine, f"{mine}explain/", f"{mine}objections/"])
    assert not found, "\n".join(found)


def refused_form(screen: Screen, path: str) -> list[str]:
    """A form that came back: the summary of its errors has the focus."""
    screen.open(path)
    screen.press("Save and continue", within="main")
    assert screen.page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    return measured(screen, f"{path} refused")


def owner(application: Application) -> User:
    """The account behind an application of a natural person."""
    person = application.applicant.person
    assert person is not None and person.user is not None
    return person.user


def propose(world: World) -> Run:
    """A run, computed."""
    job = runs.request(call_id=world.call.pk, by=world.stage.member, now=clock.now())
    jobs.work(job.pk, now=clock.now())
    return Run.objects.get(call=world.call)


def publish(world: World, run: Run) -> None:
    """Approved by another member and published."""
    now = clock.now()
    approval.approve(run_id=run.pk, by=world.approver, now=now, authenticated_at=now)
    publication.publish_provisional(call_id=world.call.pk, by=world.approver, now=now)
