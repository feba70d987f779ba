"""Results, explanation and record: public facts without names."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from allocations.models import RecordArchive, Run
from allocations.services import waiting
from core import clock
from tests.factories.decisions import AFTER_DRAW, World, lottery_world, scored_world

pytestmark = pytest.mark.django_db


def provisional(world: World) -> World:
    world.provisional()
    return world


def approved(world: World) -> World:
    world.approved()
    return world


@pytest.fixture(scope="module")
def made_results(make_once: Any) -> World:
    published: World = make_once(lambda: provisional(scored_world(applicants=6, plots=3)))
    return published


@pytest.fixture
def published(made_results: World, db: None) -> World:
    """A call whose provisional result is public."""
    return deepcopy(made_results)


@pytest.fixture(scope="module")
def made_secret(make_once: Any) -> World:
    secret: World = make_once(lambda: approved(scored_world(applicants=3, plots=3)))
    return secret


@pytest.fixture
def secret(made_secret: World, db: None) -> World:
    """A call whose result is approved and not public yet."""
    return deepcopy(made_secret)


def url(world: World, name: str, *args: Any) -> str:
    return reverse(f"calls:{name}", args=[world.call.slug, *args])


def names(world: World) -> list[str]:
    people = [one.applicant.person for one in world.applications]
    return [text for person in people for text in (person.last_name, person.national_code, person.phone)]


@pytest.mark.parametrize("name", ["results", "results_plots", "record"])
def test_before_publication_the_page_says_when_and_shows_nothing(client: Client, secret: World, name: str) -> None:
    text = client.get(url(secret, name)).content.decode()
    assert not any(one.opaque_id in text or one.tracking_code in text for one in secret.applications)


@pytest.mark.parametrize("number", [1, 2])
def test_before_publication_there_is_no_record_to_fetch(client: Client, secret: World, number: int) -> None:
    for name in ("record_zip", "verifier"):
        assert client.get(url(secret, name, number)).status_code == 404


@pytest.mark.parametrize("name", ["results", "results_plots", "record", "detail"])
def test_no_public_page_holds_a_name(client: Client, published: World, name: str) -> None:
    text = client.get(url(published, name)).content.decode()
    assert not any(value in text for value in names(published) if value)


def test_results_stand_by_tracking_code(client: Client, published: World) -> None:
    text = client.get(url(published, "results")).content.decode()
    assert all(one.tracking_code in text for one in published.applications)


def test_a_row_is_found_by_its_code_in_any_spelling(client: Client, published: World) -> None:
    one, other = published.applications[:2]
    for typed in (one.tracking_code, one.tracking_code.lower(), one.tracking_code.replace("1405", "۱۴۰۵")):
        text = client.get(url(published, "results"), {"code": typed}).content.decode().split("<main")[1]
        assert one.tracking_code in text and other.tracking_code not in text


@pytest.mark.parametrize("typed", ["%", "_", "<script>x</script>", "NOTHING", "' OR 1=1--", "  "])
def test_a_search_for_nothing_is_no_failure(client: Client, published: World, typed: str) -> None:
    answer = client.get(url(published, "results"), {"code": typed})
    assert answer.status_code == 200
    assert "<script>x" not in answer.content.decode()


@pytest.mark.parametrize("typed", ["x" * 5000, "a\x00b"])
def test_an_unreadable_search_gets_a_reason(client: Client, published: World, typed: str) -> None:
    answer = client.get(url(published, "results"), {"code": typed})
    assert answer.status_code in (400, 422)


@pytest.mark.parametrize("after", ["-1", "x", "9" * 5000, "0" * 5000, "۳"])
def test_a_tampered_page_key_begins_at_the_front(client: Client, published: World, after: str) -> None:
    assert client.get(url(published, "results"), {"after": after}).status_code == 200


def test_results_are_light_and_answer_304_until_they_change(client: Client, published: World) -> None:
    first = client.get(url(published, "results"))
    assert first["Cache-Control"] == "public, max-age=60"
    assert len(first.content) < 16_000
    assert client.get(url(published, "results"), headers={"If-None-Match": first["ETag"]}).status_code == 304
    one = next(one for one in published.applications if one.status in ("AWARDED", "SCORED"))
    award = published.award_of(one)
    with clock.shifted(AFTER_DRAW):
        waiting.decline(award_id=award.pk, by=one.applicant.person.user, now=clock.now())
    assert client.get(url(published, "results"), headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("name", ["results", "results_plots"])
def test_on_results_day_all_visitors_are_shown_one_page_that_any_cache_may_keep(published: World, name: str) -> None:
    first, second = Client().get(url(published, name)), Client().get(url(published, name))
    assert first.content == second.content and first["ETag"] == second["ETag"]
    assert first["Cache-Control"] == "public, max-age=60"
    assert {"Cookie", "Accept-Language"} <= {part.strip() for part in first["Vary"].split(",")}
    assert not first.cookies and "csrfmiddlewaretoken" not in first.content.decode()


@pytest.mark.parametrize(
    ("cookies", "control"),
    [
        ({"theme": "dark"}, "public, max-age=60"),
        ({"django_language": "en", "theme": "light"}, "public, max-age=60"),
        ({"csrftoken": "a" * 32}, "private, max-age=60"),
        ({"sessionid": "nobody"}, "private, max-age=60"),
        ({"messages": "x"}, "private, max-age=60"),
    ],
)
def test_whoever_sends_a_cookie_of_his_own_has_a_page_of_his_own(
    published: World, cookies: dict[str, str], control: str
) -> None:
    client = Client()
    client.cookies.load(cookies)
    first = client.get(url(published, "results"))
    assert first["Cache-Control"] == control
    again = client.get(url(published, "results"), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again["Cache-Control"]) == (304, control)


def test_the_page_in_another_language_is_another_page(published: World) -> None:
    found = {
        language: Client().get(url(published, "results"), headers={"Accept-Language": language})
        for language in ("fa", "en")
    }
    assert found["fa"]["ETag"] != found["en"]["ETag"]
    assert [one["Content-Language"] for one in found.values()] == ["fa", "en"]


def test_a_page_without_a_result_is_not_kept(client: Client, secret: World) -> None:
    for name in ("results", "results_plots"):
        assert "public" not in client.get(url(secret, name)).get("Cache-Control", "")
    assert "public" not in client.get(url(secret, "results"), {"code": "x" * 5000}).get("Cache-Control", "")


def test_a_person_who_is_signed_in_is_not_shown_the_page_of_another(
    client: Client, published: World, browser: Any
) -> None:
    etag = client.get(url(published, "results"))["ETag"]
    user = published.applications[0].applicant.person.user
    answer = browser(user).get(url(published, "results"), headers={"If-None-Match": etag})
    assert answer.status_code == 200 and answer["Cache-Control"] == "private, no-cache"


@pytest.fixture(scope="module")
def made_sizes(make_once: Any) -> dict[int, World]:
    """Published results of one application for one plot, and of twenty for twenty."""
    worlds: dict[int, World] = make_once(
        lambda: {size: provisional(scored_world(applicants=size, plots=size)) for size in (1, 20)}
    )
    return worlds


@pytest.mark.parametrize("size", [1, 20])
def test_results_ask_the_same_whatever_their_length(
    client: Client, django_assert_max_num_queries: Any, made_sizes: dict[int, World], size: int
) -> None:
    world = made_sizes[size]
    for name, most in (("results", 7), ("results_plots", 4), ("record", 7)):
        with django_assert_max_num_queries(most):
            assert client.get(url(world, name)).status_code == 200


def test_the_record_of_the_page_passes_its_own_verifier(client: Client, published: World, tmp_path: Path) -> None:
    page = client.get(url(published, "record")).content.decode()
    run = Run.objects.get(call=published.call)
    archive = RecordArchive.objects.get(run=run)
    for expected in (run.manifest_sha256, archive.sha256, archive.verifier_sha256, run.frozen_list.frozen_sha256):
        assert expected in page
    record = client.get(url(published, "record_zip", run.number))
    verifier = client.get(url(published, "verifier", run.number))
    assert record["Content-Type"] == "application/zip"
    assert record["Content-Disposition"].startswith("attachment;")
    assert record["X-Content-Type-Options"] == "nosniff"
    assert hashlib.sha256(record.content).hexdigest() == archive.sha256
    assert hashlib.sha256(verifier.content).hexdigest() == archive.verifier_sha256
    assert (
        client.get(url(published, "record_zip", run.number), headers={"If-None-Match": record["ETag"]}).status_code
        == 304
    )
    (tmp_path / "record.zip").write_bytes(record.content)
    (tmp_path / "verify.py").write_bytes(verifier.content)
    command = [sys.executable, "-I", "-S", "verify.py", "record.zip", "--manifest", run.manifest_sha256]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60).returncode == 0


def test_files_of_the_frozen_list_match_their_hashes(client: Client, published: World) -> None:
    frozen = Run.objects.get(call=published.call).frozen_list
    for name, digest in (
        ("rules.json", frozen.rules_sha256),
        ("plots.jsonl", frozen.plots_sha256),
        ("applications.jsonl", frozen.list_sha256),
    ):
        answer = client.get(url(published, "frozen_file", 1, name))
        assert hashlib.sha256(answer.content).hexdigest() == digest
    for number, name in ((1, "names.csv"), (2, "rules.json")):
        assert client.get(url(published, "frozen_file", number, name)).status_code == 404


@pytest.fixture(scope="module", params=[scored_world, lottery_world])
def made_small(make_once: Any, request: pytest.FixtureRequest) -> World:
    """By points and by lot, with one plot too few for everybody."""
    small: World = make_once(lambda: provisional(request.param(applicants=3, plots=2)))
    return small


def test_the_explanation_tells_each_applicant_why(browser: Any, made_small: World) -> None:
    world = deepcopy(made_small)
    for one in world.applications:
        one.refresh_from_db()
        address = reverse("applications:explain", args=[one.tracking_code])
        answer = browser(one.applicant.person.user).get(address)
        text = answer.content.decode()
        assert answer.status_code == 200
        assert text.count('<li class="card') == one.choices.count()
        assert one.opaque_id in text
        others = [other for other in world.applications if other != one]
        assert not any(other.opaque_id in text or other.tracking_code in text for other in others)


def test_a_result_that_is_not_public_is_not_told_to_the_applicant_either(browser: Any, secret: World) -> None:
    for one in secret.applications:
        one.refresh_from_db()
        mine = browser(one.applicant.person.user)
        for name in ("detail", "explain"):
            text = (
                mine.get(reverse(f"applications:{name}", args=[one.tracking_code])).content.decode().split("<main")[1]
            )
            assert "tag-ok" not in text.split("case-sentence")[0]
            assert not any(f"\u2068{plot.code}\u2069" in text for plot in secret.plots)


@pytest.mark.parametrize("size", [1, 20])
def test_the_explanation_asks_the_same_whatever_was_listed(
    browser: Any, django_assert_max_num_queries: Any, made_sizes: dict[int, World], size: int
) -> None:
    one = made_sizes[size].applications[-1]
    assert one.choices.count() == size
    mine = browser(one.applicant.person.user)
    address = reverse("applications:explain", args=[one.tracking_code])
    mine.get(address)
    with django_assert_max_num_queries(18):
        assert mine.get(address).status_code == 200
