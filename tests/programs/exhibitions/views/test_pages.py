"""Pages of exhibitions: everybody, firms, staff."""

from __future__ import annotations

from copy import deepcopy

import pytest
from django.test import Client
from django.urls import reverse

from core import clock
from programs.exhibitions.models import BoothRequest
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.exhibitions import ExhibitionFactory

pytestmark = pytest.mark.django_db
AFTER = ("CLOSED", "FROZEN", "DRAWN", "ALLOCATED", "APPROVED", "HELD")


@pytest.fixture(scope="module")
def made(make_once):
    """An exhibition in each state after its close."""
    return make_once(lambda: {status: ExhibitionFactory.in_status(status) for status in AFTER})


@pytest.fixture
def fairs(made):
    return deepcopy(made)


def signed_in(user):
    """A client whose password was typed just now."""
    client = Client()
    client.force_login(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def page(name, *args, user=None, data=None):
    client = Client() if user is None else signed_in(user)
    url = reverse(f"exhibitions:{name}", args=args)
    return client.post(url, data) if data is not None else client.get(url)


def test_the_result_is_public_by_code_and_never_by_name(fairs):
    fair = fairs["APPROVED"]
    text = page("detail", fair.exhibition.slug).content.decode()
    award = fair.exhibition.requests.filter(status="AWARDED").first()
    assert award.opaque_id[:8] in text
    assert fair.firms[0].display_name not in text
    assert page("record_zip", fair.exhibition.slug).content[:2] == b"PK"
    assert b"def main" in page("verifier", fair.exhibition.slug).content


def test_before_the_approval_nothing_of_the_result_is_shown(fairs):
    fair = fairs["ALLOCATED"]
    text = page("detail", fair.exhibition.slug).content.decode()
    assert not any(one.opaque_id[:8] in text for one in fair.exhibition.requests.all())
    assert page("record_zip", fair.exhibition.slug).status_code == 404


def test_a_draft_is_for_staff_alone():
    fair = ExhibitionFactory.draft()
    assert page("detail", fair.exhibition.slug).status_code == 404
    assert page("desk", fair.exhibition.slug, user=fair.officer).status_code == 200


def test_a_firm_chooses_orders_checks_declares_and_gets_a_receipt():
    fair, user = ExhibitionFactory(), UserFactory()
    slug, client = fair.exhibition.slug, Client()
    client.force_login(user)
    ask, check = reverse("exhibitions:ask", args=[slug]), reverse("exhibitions:check", args=[slug])
    client.post(ask, {"add": "A-01"})
    client.post(ask, {"order": ["A-01"], "add": "A-02"})
    client.post(ask, {"order": ["A-01", "A-02"], "up": "A-02"})
    facts = {
        "firm": user.person.applicant.pk,
        "products": "چاقوی دسته‌شاخی",
        "participations": "۲",
        "readiness": "READY",
    }
    answer = client.post(ask, {"order": ["A-02", "A-01"], "save": "1", **facts})
    assert answer.status_code == 302 and answer.url == check
    assert client.post(check, {}).status_code == 422
    assert not fair.exhibition.requests.exists()
    done = client.post(check, {"declared": "on"})
    row = BoothRequest.objects.get(exhibition=fair.exhibition)
    assert done.url == reverse("exhibitions:request", args=[row.code])
    assert list(row.choices.order_by("position").values_list("booth__code", flat=True)) == ["A-02", "A-01"]
    assert row.code in client.get(done.url).content.decode()


def test_without_a_booth_the_form_says_so_and_keeps_what_was_typed():
    fair, user = ExhibitionFactory(), UserFactory()
    facts = {"firm": user.person.applicant.pk, "products": "چاقوی جیبی", "participations": "0", "readiness": "READY"}
    answer = page("ask", fair.exhibition.slug, user=user, data={"save": "1", **facts})
    assert answer.status_code == 422 and "چاقوی جیبی" in answer.content.decode()


def test_after_the_result_my_request_explains_every_booth_and_a_stranger_finds_nothing():
    fair = ExhibitionFactory.in_status("APPROVED", booths=1, firms=(("A-01",), ("A-01",)))
    loser = fair.exhibition.requests.get(status="NOT_AWARDED")
    answer = page("request", loser.code, user=loser.applicant.party.user)
    assert answer.status_code == 200 and answer.context["own"].lines[0].sentence
    assert page("request", loser.code, user=UserFactory()).status_code == 404


@pytest.mark.parametrize("status", AFTER)
def test_every_next_step_has_a_page_that_says_what_will_happen(fairs, status):
    from programs.exhibitions.selectors.desk import steps

    fair = fairs[status]
    for user in (fair.officer, fair.manager):
        client = signed_in(user)
        for step in steps(fair.exhibition, user, clock.now()):
            assert client.get(step.url).status_code == 200, step


def test_the_manager_sees_the_proposal_before_he_approves_it(fairs):
    fair = fairs["ALLOCATED"]
    answer = page("act", fair.exhibition.slug, "approve", user=fair.manager)
    assert len(answer.context["proposal"]) == 2
    assert page("act", fair.exhibition.slug, "approve", user=fair.manager, data={}).status_code == 302
    assert fair.reload().status == "APPROVED"


@pytest.mark.parametrize(("status", "step"), [("ALLOCATED", ["act", "approve"]), ("FROZEN", ["value"])])
def test_draw_and_approval_ask_for_the_password_again(fairs, status, step):
    fair, client = fairs[status], Client()
    client.force_login(fair.manager)
    answer = client.post(reverse(f"exhibitions:{step[0]}", args=[fair.exhibition.slug, *step[1:]]), {})
    assert answer.status_code == 302 and answer.url.startswith(reverse("account_reauthenticate"))
    assert fair.reload().status == status


def test_the_desk_asks_the_database_equally_often_for_one_request_and_for_many(django_assert_max_num_queries):
    fair, client = ExhibitionFactory(), Client()
    client.force_login(fair.officer)
    for more in (1, 7):
        for _ in range(more):
            fair.join("A-01", "A-02")
        with django_assert_max_num_queries(26):
            assert client.get(reverse("exhibitions:desk", args=[fair.exhibition.slug])).status_code == 200


def test_the_list_asks_the_database_equally_often(fairs, django_assert_max_num_queries):
    for _ in range(2):
        ExhibitionFactory()
    with django_assert_max_num_queries(4):
        shown = page("list").content.decode()
    assert all(fair.exhibition.name in shown for fair in fairs.values())


def test_results_and_costs_are_entered_at_the_desk_and_refusals_stand_beside_the_fields(fairs):
    fair = fairs["HELD"]
    slug, row = fair.exhibition.slug, fair.exhibition.requests.filter(status="AWARDED").first()
    good = {"contacts": "12", "contracts": "1", "sales": "900000000", "export_leads": "2", "satisfaction": "5"}
    assert page("result", slug, row.code, user=fair.officer, data={**good, "contacts": "-1"}).status_code == 422
    assert page("result", slug, row.code, user=fair.officer, data=good).status_code == 302
    cost = {"kind": "TRAVEL", "amount": "150000000", "paid_by": "SUPPORT", "firm": "", "note": ""}
    assert page("costs", slug, user=fair.officer, data={**cost, "amount": "-5"}).status_code == 422
    assert page("costs", slug, user=fair.officer, data=cost).status_code == 302
    assert page("costs", slug, user=fair.manager).status_code == 200


def test_an_exhibition_is_written_at_the_desk_with_its_booths():
    from core.persian.dates import format_date, format_datetime
    from core.persian.digits import to_ascii
    from programs.exhibitions.models import Exhibition

    fair = ExhibitionFactory.draft()
    row, client = fair.exhibition, Client()
    client.force_login(fair.officer)
    url = reverse("admin:exhibitions_exhibition_change", args=[row.pk])
    assert client.get(url).status_code == 200

    def jalali(value):
        shown = format_datetime(value, language="en") if hasattr(value, "hour") else format_date(value, language="en")
        return to_ascii(shown)

    names = ["name", "name_en", "summary", "kind", "country", "city", "place", "organiser", "mode", "randomness_source"]
    data = {name: getattr(row, name) for name in [*names, "randomness_event", "budget"]}
    days = ["starts_on", "ends_on", "registration_opens_at", "registration_closes_at", "draw_at"]
    data |= {name: jalali(getattr(row, name)) for name in days}
    data |= {"going": [one.pk for one in row.clusters.all()], "criterion_lines": ""}
    wrong = client.post(url, {**data, "booth_lines": "B-01, 12, 1"})
    assert wrong.status_code == 200 and "booth_lines" in wrong.context["adminform"].form.errors
    done = client.post(url, {**data, "booth_lines": "B-01, ۱۲, 1, 1, SHELL, 5000000\nB-02, 18, 1, 2, corner, 0"})
    errors = done.context["adminform"].form.errors if done.status_code == 200 else {}
    assert done.status_code == 302, errors
    assert list(Exhibition.objects.get(pk=row.pk).booths.values_list("code", flat=True)) == ["B-01", "B-02"]
