"""The main job in a real browser: from signing up to the reason why one got this plot and not that one."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.utils.translation import gettext
from PIL import Image

from accounts.models import User
from allocations.choices import ApplicationStatus, RunStatus
from allocations.models import Application, Award, Paper, Receipt, Run
from core import clock
from core.files.services import open_unlogged
from core.jobs import services as jobs
from tests.browser import journey
from tests.browser.conftest import MoveClock, OpenScreen
from tests.browser.pages import MARKS, Screen, sign_in
from tests.browser.world import World, phone_photo
from tests.factories.accounts import PASSWORD

pytestmark = MARKS


@pytest.mark.parametrize("kind", ["desktop", "phone"])
def test_a_newcomer_gets_a_plot_and_can_check_why(
    world: World, open_screen: OpenScreen, move_clock: MoveClock, kind: str, tmp_path: Path
) -> None:
    screen = open_screen(kind)
    application = apply_as_newcomer(screen, world)
    photo_is_upright_and_says_not_where(application)

    move_clock(world.close())
    accept_as_officer(open_screen(), world, application)
    world.review_rivals()
    move_clock(world.score_and_freeze())
    world.draw()

    member, other = open_screen(), open_screen()
    run = propose(member, world)
    proposer_cannot_approve(member, run)
    approve_and_publish(other, world, run)

    reads_why(screen, application)
    everybody_can_check(open_screen(kind), world, tmp_path)


def apply_as_newcomer(screen: Screen, world: World) -> Application:
    """From the page of the call, through signing up, to one receipt in spite of the double click."""
    screen.open("/calls/")
    screen.follow(world.call.title)
    screen.show("call", on="desktop")
    screen.follow("Begin the application")
    screen.follow("I have no account: sign up")
    user: User = journey.sign_up(screen, journey.newcomer())
    assert screen.page.url.endswith(f"/calls/{world.call.slug}/apply/")
    journey.complete_profile(screen)
    journey.begin(screen, world)
    journey.fill_everything(screen, world)

    application = Application.objects.get(applicant__person__user=user)
    assert application.status == ApplicationStatus.SUBMITTED
    assert Receipt.objects.filter(application=application).count() == 1
    assert list(application.choices.values_list("call_plot__plot__code", flat=True)) == ["K-02", "K-01", "K-03"]
    assert application.tracking_code in screen.text
    screen.show("receipt-phone", on="phone")
    return application


def photo_is_upright_and_says_not_where(application: Application) -> None:
    """The kept photo has no EXIF data (the one sent had a place in it), stands upright, red above and blue below."""
    with Image.open(BytesIO(phone_photo())) as sent:
        assert sent.getexif().get_ifd(0x8825)
        assert sent.size == (800, 600)
    paper = Paper.objects.get(application=application, requirement__code="licence")
    with open_unlogged(paper.file) as stream, Image.open(stream) as image:
        assert dict(image.getexif()) == {}
        assert "exif" not in image.info
        assert image.size == (600, 800)
        colours = image.convert("RGB")
        red, blue = colours.getpixel((300, 60)), colours.getpixel((300, 740))
    assert red[0] > 120 > red[2]
    assert blue[2] > 120 > blue[0]


def accept_as_officer(screen: Screen, world: World, application: Application) -> None:
    """From the queue to the file, each paper accepted, then eligible."""
    sign_in(screen, world.stage.officer.national_code, PASSWORD, then="/admin/allocations/application/")
    screen.page.get_by_role("link", name=application.tracking_code).first.click()
    screen.press("Take this application")
    for paper in application.papers.all():
        accept = screen.page.locator(f"form[action$='/papers/{paper.pk}/']:has([name=accepted][value=yes]) button")
        assert gettext("Accept") in accept.inner_text()
        accept.click()
    paper = application.papers.get(requirement__code="licence")
    screen.open(f"/admin/allocations/application/{application.pk}/change/?paper={paper.pk}")
    screen.show("review", on="desktop")
    screen.press("Eligible, then the next file")
    application.refresh_from_db()
    assert application.status == ApplicationStatus.ELIGIBLE


def propose(screen: Screen, world: World) -> Run:
    """A member asks for the run from the desk of the call; the worker does it; he sees what it proposes."""
    sign_in(screen, world.stage.member.national_code, PASSWORD, then=f"/admin/allocations/call/{world.call.pk}/change/")
    screen.page.locator(f"a[href='/admin/allocations/call/{world.call.pk}/run/']").first.click()
    screen.press("Request the run")
    assert screen.page.url.endswith("/run/progress/")
    assert jobs.drain(now=clock.now(), kinds=("allocations.run",)) == 1
    screen.page.reload()
    screen.follow("Look at the proposed result", within="body")
    run = Run.objects.get(call=world.call)
    assert run.status == RunStatus.PROPOSED
    for plot in ("K-01", "K-02", "K-03"):
        assert screen.page.locator(f"li[data-feature={plot}] .cutoff").count() == 1
    return run


def proposer_cannot_approve(screen: Screen, run: Run) -> None:
    """Who proposed it sees why he cannot, and finds no button, under no address."""
    assert screen.reads(gettext("Four eyes"))
    assert screen.page.locator(f"a[href='/admin/allocations/run/{run.pk}/approve/']").count() == 0
    screen.open(f"/admin/allocations/run/{run.pk}/approve/")
    assert screen.page.locator("input[name=password]").count() == 0
    run.refresh_from_db()
    assert run.status == RunStatus.PROPOSED


def approve_and_publish(screen: Screen, world: World, run: Run) -> None:
    """Another member approves, with a wrong password first, and publishes the provisional result."""
    sign_in(screen, world.approver.national_code, PASSWORD, then=f"/admin/allocations/run/{run.pk}/change/")
    screen.show("run", on="desktop")
    screen.page.locator(f"a[href='/admin/allocations/run/{run.pk}/approve/']").click()
    screen.fill(password="not the password")
    screen.press("Approve", within="form")
    assert screen.reads(gettext("This is not your password. Nothing was done."))
    screen.fill(password=PASSWORD)
    screen.press("Approve", within="form")
    run.refresh_from_db()
    assert (run.status, run.approved_by) == (RunStatus.APPROVED, world.approver)
    screen.page.locator(f"a[href='/admin/allocations/call/{world.call.pk}/result/']").first.click()
    screen.press("Publish the provisional result", within="form")


def reads_why(screen: Screen, application: Application) -> None:
    """The plot he got, and that of the one above it, with its reason. The best rival has his first wish."""
    assert Award.objects.get(application=application).plot.code == "K-01"
    screen.open(f"/applications/{application.tracking_code}/")
    screen.page.locator("main a[href$='/explain/']").first.click()
    first, second = screen.page.locator(".explained > li").all()[:2]
    assert "K-02" in first.inner_text()
    assert "explained-own" not in (first.get_attribute("class") or "")
    assert "K-01" in second.inner_text()
    assert "explained-own" in (second.get_attribute("class") or "")
    screen.show("explain-phone", on="phone")


def everybody_can_check(screen: Screen, world: World, folder: Path) -> None:
    """A visitor reads results and record, fetches both files, and the program prints OK with the standard library alone."""
    screen.open(f"/calls/{world.call.slug}/results/")
    assert screen.page.locator("main table tbody tr").count() >= 4
    screen.open(f"/calls/{world.call.slug}/record/")
    screen.show("record", on="desktop")
    for name in ("record.zip", "verify.py"):
        with screen.page.expect_download() as coming:
            screen.page.locator(f"main .row-wrap a[href$='/{name}']").first.click()
        coming.value.save_as(folder / name)
    command = [sys.executable, "-I", "-S", str(folder / "verify.py"), str(folder / "record.zip")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.rstrip().splitlines()[-1].startswith("OK")
