"""The desks of the staff on a phone: nobody pushes a page sideways. A wide table scrolls within its own box."""

from __future__ import annotations

from typing import Any

from accounts.choices import Role
from accounts.services import roles
from core import clock
from tests.browser.conftest import OpenScreen
from tests.browser.measuring import enter
from tests.browser.pages import MARKS, Screen
from tests.browser.world import World
from tests.factories.accounts import staff
from tests.factories.clinic_units import UnitFactory
from tests.factories.exhibitions import ExhibitionFactory
from tests.factories.programs import ProgrammeFactory

pytestmark = MARKS

WIDTH = 390
ROLES = (Role.OFFICER, Role.COMMITTEE, Role.PROGRAMME_OFFICER, Role.MANAGER, Role.CLINIC_LEAD)
LISTS = (
    "/admin/",
    "/admin/allocations/call/",
    "/admin/allocations/application/",
    "/admin/allocations/run/",
    "/admin/estates/plot/",
    "/admin/programs/programme/",
    "/admin/clusters/clustermember/",
    "/admin/training/course/",
    "/admin/units/industrialunit/",
    "/admin/consultants/consultant/",
    "/programs/exhibitions/desk/requests/",
    "/programs/exhibitions/desk/runs/",
    "/programs/demand/wishes/",
    "/dashboard/readings/",
    "/clinic/desk/",
    "/clinic/cases/",
    "/clinic/units/",
)
SIDEWAYS = "document.documentElement.scrollWidth"


def test_no_desk_is_wider_than_a_phone(world: World, open_screen: OpenScreen, settings: Any) -> None:
    settings.STAFF_MFA = False
    user = staff(Role.OFFICER)
    for role in ROLES[1:]:
        roles.grant(user_id=user.pk, role=role, scope="", by=None, now=clock.now())
    fair, unit = ExhibitionFactory(), UnitFactory()
    own = (
        f"/admin/allocations/call/{world.call.pk}/change/",
        f"/admin/allocations/application/{world.rivals[0].pk}/change/",
        f"/admin/estates/plot/{world.stage.plots[0].pk}/change/",
        f"/admin/programs/programme/{ProgrammeFactory.in_status('ACTIVE').pk}/change/",
        f"/programs/exhibitions/{fair.exhibition.slug}/desk/",
        f"/clinic/units/{unit.code}/",
    )
    screen = open_screen("phone", is_mobile=False)
    enter(screen, user)
    found = [line for path in (*LISTS, *own) if (line := too_wide(screen, path))]
    assert not found, "\n".join(found)
    screen.page.evaluate("document.querySelector('main, #content').insertAdjacentHTML('beforeend', '<hr width=700>')")
    assert screen.page.evaluate(SIDEWAYS) > WIDTH, "the measure does not see what is too wide"


def too_wide(screen: Screen, path: str) -> str:
    """What is wrong with the width of a page; "" when it fits."""
    answer = screen.page.goto(path)
    assert answer is not None and answer.status == 200, f"{path}: {answer and answer.status}"
    width = screen.page.evaluate(SIDEWAYS)
    return f"{path}: {width} pixels wide" if width > WIDTH else ""
