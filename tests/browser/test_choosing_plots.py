"""Plots in order of liking by hand: picked on the plan, put in order by dragging."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from allocations.models import Application
from tests.browser.conftest import OpenScreen
from tests.browser.pages import MARKS, Screen, sign_in
from tests.browser.world import World
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.allocations import begin

pytestmark = MARKS


@pytest.fixture
def draft(world: World) -> Application:
    """An application that names no plot yet; its applicant can sign in."""
    user = UserFactory()
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return begin(world.stage, user)


def open_choices(screen: Screen, draft: Application) -> None:
    """The step of the plots, as the applicant."""
    step = f"/applications/{draft.tracking_code}/form/choices/"
    user = draft.applicant.person.user
    sign_in(screen, user.national_code, PASSWORD, then=step)
    screen.page.locator("path.map-plot").first.wait_for()


def ranked(screen: Screen) -> list[str]:
    """The list on the screen, the best liked first."""
    return [row.get_attribute("data-feature") or "" for row in screen.page.locator(".rank-row").all()]


def saved(draft: Application) -> list[str]:
    """The list as it is kept."""
    return list(draft.choices.order_by("position").values_list("call_plot__plot__code", flat=True))


def plot_on_plan(screen: Screen, code: str) -> Locator:
    """The shape of a plot on the plan."""
    return screen.page.locator(f"path.map-plot[data-plot='{code}']")


def add_from_plan(screen: Screen, code: str) -> None:
    """Press a plot on the plan: its row in the list is lit and holds the focus on “add”; then Enter."""
    shape = plot_on_plan(screen, code)
    shape.scroll_into_view_if_needed()
    if screen.is_phone:
        shape.tap()
    else:
        shape.click()
    row = screen.page.locator(f".map-list [data-feature='{code}']")
    expect(row).to_have_class("offer is-lit")
    expect(row.locator("button[name=add]")).to_be_focused()
    screen.page.keyboard.press("Enter")
    screen.page.locator(f".rank-row[data-feature='{code}']").wait_for()
    plot_on_plan(screen, code).wait_for()


def drag(screen: Screen, code: str, *, onto: str) -> None:
    """Take a row by its grip and let it go on another one, as a hand with a mouse does: not in one jump."""
    mouse = screen.page.mouse
    grip = screen.page.locator(f".rank-row[data-feature='{code}'] [data-rank-grip]")
    target = screen.page.locator(f".rank-row[data-feature='{onto}'] [data-rank-grip]")
    expect(grip).to_be_visible()
    grip.scroll_into_view_if_needed()
    (x, y), (to_x, to_y) = middle(grip), middle(target)
    with screen.page.expect_navigation():
        mouse.move(x, y)
        mouse.down()
        mouse.move(x, y - 6, steps=3)
        mouse.move(to_x, to_y, steps=12)
        # The list follows the hand when it finds the time: hold it over the place until the row is there.
        there = screen.page.locator(f".rank-row[data-feature='{code}'] ~ .rank-row[data-feature='{onto}']")
        for sway in range(40):
            mouse.move(to_x, to_y - 8 + sway % 2 * 4)
            if there.count():
                break
            screen.page.wait_for_timeout(50)
        expect(there).to_have_count(1)
        mouse.up()


def middle(place: Locator) -> tuple[float, float]:
    """The middle of what is shown there."""
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("kind", ["desktop", "phone"])
def test_plots_are_picked_on_the_plan(world: World, draft: Application, open_screen: OpenScreen, kind: str) -> None:
    screen = open_screen(kind)
    open_choices(screen, draft)
    for code in ("K-04", "K-02"):
        add_from_plan(screen, code)
    assert ranked(screen) == saved(draft) == ["K-04", "K-02"]
    # What is chosen stands out on the plan as well.
    for code, chosen in (("K-04", True), ("K-02", True), ("K-01", False)):
        classes = plot_on_plan(screen, code).get_attribute("class") or ""
        assert ("is-chosen" in classes.split()) is chosen


def test_the_order_is_changed_by_dragging_and_kept(world: World, draft: Application, open_screen: OpenScreen) -> None:
    # Rows that glide take no notice of the hand meanwhile; a slow machine would lose moves of a test, not of a person.
    screen = open_screen(reduced_motion="reduce")
    open_choices(screen, draft)
    for code in ("K-01", "K-02", "K-03"):
        screen.page.locator(f"button[name=add][value={code}]").click()
        screen.page.locator(f".rank-row[data-feature={code}]").wait_for()
    drag(screen, "K-03", onto="K-01")
    assert ranked(screen) == saved(draft) == ["K-03", "K-01", "K-02"]
    screen.page.reload()
    drag(screen, "K-02", onto="K-01")
    assert ranked(screen) == saved(draft) == ["K-03", "K-02", "K-01"]
    # The best liked one says so, and only that one.
    first = screen.page.locator(".rank-first")
    assert first.count() == 1
    assert screen.page.locator(".rank-row").first.locator(".rank-first").count() == 1
