"""Every form works without scripts: signing in, applying, handing in."""

from __future__ import annotations

from allocations.choices import ApplicationStatus
from allocations.models import Application, Receipt
from tests.browser import journey
from tests.browser.conftest import OpenScreen
from tests.browser.pages import MARKS, sign_in
from tests.browser.world import World
from tests.factories.accounts import PASSWORD, PersonFactory, UserFactory

pytestmark = MARKS


def test_from_sign_in_to_receipt_without_scripts(world: World, open_screen: OpenScreen) -> None:
    user = UserFactory()
    PersonFactory(user=user)
    screen = open_screen("phone", java_script_enabled=False)
    sign_in(screen, user.national_code, PASSWORD, then=f"/calls/{world.call.slug}/apply/")
    journey.begin(screen, world)
    journey.fill_everything(screen, world)

    application = Application.objects.get(applicant__person__user=user)
    assert application.status == ApplicationStatus.SUBMITTED
    assert Receipt.objects.filter(application=application).count() == 1
    assert list(application.choices.values_list("call_plot__plot__code", flat=True)) == ["K-02", "K-01", "K-03"]
    assert application.tracking_code in screen.text
