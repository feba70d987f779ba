"""Who may open a file, what the answer carries, and what is put on record."""

from __future__ import annotations

import re
import uuid

import pytest
from django.urls import reverse

from accounts.choices import ApplicantKind
from accounts.models import Applicant, Document, Person
from core.files import access, intake, services
from core.files.models import FileAccess
from core.files.selectors import accesses_of
from tests.core.files.uploads import jpeg, pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_rules(monkeypatch):
    monkeypatch.setattr(access, "RULES", {})


@pytest.fixture
def photo(sara, now):
    return intake.store(upload(jpeg((400, 300)), name='نام "بد".jpg'), by=sara, now=now)


@pytest.fixture
def paper(photo, sara, now):
    """The photo as a paper in a vault."""
    person = Person.objects.create(
        national_code=sara.national_code, first_name="سارا", last_name="محمدی", created_at=now, updated_at=now
    )
    owner = Applicant.objects.create(kind=ApplicantKind.PERSON, person=person, created_at=now)
    return Document.objects.create(owner=owner, kind="national_card", file=photo, added_by=sara, created_at=now)


def get(client, user, name, file_id):
    if user is not None:
        client.force_login(user)
    return client.get(reverse(f"files:{name}", args=[file_id]))


def bare(response):
    """A page without what is new in every answer and what was asked for."""
    text = re.sub(r'(csrfmiddlewaretoken" value=")\w+', r"\1", response.content.decode())
    return text.replace(response["X-Request-ID"], "").replace(response.wsgi_request.path, "")


def body(response):
    return b"".join(response.streaming_content)


def test_what_nothing_refers_to_is_seen_by_the_one_who_handed_it_in_alone(client, photo, sara, reza):
    assert get(client, sara, "open", photo.pk).status_code == 200
    assert get(client, reza, "open", photo.pk).status_code == 404


def test_a_model_without_a_rule_lets_nobody_in_not_even_the_uploader(client, paper, sara):
    assert get(client, sara, "open", paper.file_id).status_code == 404


def test_the_rule_of_the_referring_model_decides_with_its_row(client, paper, sara, reza):
    asked = []
    access.register("accounts.Document", lambda user, row: asked.append(row) or (user == reza and "review"))
    assert get(client, sara, "open", paper.file_id).status_code == 404
    assert get(client, reza, "open", paper.file_id).status_code == 200
    assert asked == [paper, paper]
    look = FileAccess.objects.get()
    assert (look.file, look.by, look.purpose) == (paper.file, reza, "review")


def test_a_model_has_one_rule(paper):
    access.register("accounts.Document", lambda user, row: True)
    with pytest.raises(ValueError, match="already"):
        access.register("accounts.document", lambda user, row: True)


def test_a_visitor_is_sent_to_sign_in_whether_the_file_exists_or_not(client, photo):
    there, nowhere = (get(client, None, "open", pk) for pk in (photo.pk, uuid.uuid4()))
    assert there.status_code == nowhere.status_code == 302
    assert "next=" in there["Location"] and not FileAccess.objects.exists()


def test_a_foreign_file_and_a_missing_one_get_the_same_answer(client, photo, reza):
    there, nowhere = (get(client, reza, "open", pk) for pk in (photo.pk, uuid.uuid4()))
    assert there.status_code == nowhere.status_code == 404
    assert bare(there) == bare(nowhere)


def test_an_image_is_shown_and_a_pdf_saved_both_with_safe_headers(client, photo, sara, now):
    shown = get(client, sara, "open", photo.pk)
    assert body(shown)[:3] == b"\xff\xd8\xff"
    saved = get(client, sara, "open", intake.store(upload(pdf(), name="قرارداد.pdf"), by=sara, now=now).pk)
    assert body(saved).startswith(b"%PDF-")
    assert shown["Content-Disposition"].startswith("inline; filename*=utf-8''")
    assert saved["Content-Disposition"].startswith("attachment; filename*=utf-8''%D9%82")
    assert shown["Content-Type"] == "image/jpeg" and saved["Content-Type"] == "application/pdf"
    for answer in (shown, saved):
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert '"' not in answer["Content-Disposition"].replace('filename="', "")


def test_the_small_picture_is_shown_to_the_same_people_and_logged_with_the_file(client, photo, sara, reza):
    answer = get(client, sara, "thumbnail", photo.pk)
    assert answer.status_code == 200 and len(body(answer)) == photo.thumbnail.size
    assert FileAccess.objects.get().file == photo
    assert get(client, reza, "thumbnail", photo.pk).status_code == 404


def test_the_small_picture_cannot_be_asked_for_by_its_own_number(client, photo, sara):
    assert get(client, sara, "open", photo.thumbnail_id).status_code == 404


def test_a_pdf_has_no_small_picture(client, sara, now):
    file = intake.store(upload(pdf()), by=sara, now=now)
    assert file.thumbnail_url == "" and get(client, sara, "thumbnail", file.pk).status_code == 404


def test_files_of_public_pages_are_for_everybody_and_not_logged(client, paper):
    access.register("accounts.Document", lambda user, row: True, public=True)
    answer = get(client, None, "open", paper.file_id)
    assert answer.status_code == 200 and "max-age" in answer["Cache-Control"]
    assert not FileAccess.objects.exists()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_a_file_can_only_be_read(client, photo, sara, method):
    client.force_login(sara)
    assert getattr(client, method)(photo.get_absolute_url()).status_code == 405


def test_an_erased_file_is_gone_and_its_looks_stay(client, photo, sara, now, disk, django_capture_on_commit_callbacks):
    body(get(client, sara, "open", photo.pk))
    with django_capture_on_commit_callbacks(execute=True):
        services.erase(file_id=photo.pk, by=sara, now=now, reason="the applicant asked")
    assert disk() == []
    assert get(client, sara, "open", photo.pk).status_code == 404
    photo.refresh_from_db()
    assert (photo.original_name, photo.thumbnail.original_name) == ("", "")
    assert accesses_of([photo]).count() == 1


def test_lost_bytes_are_a_404_and_an_error_in_the_log(client, photo, sara, disk, caplog):
    for path in disk():
        path.unlink()
    assert get(client, sara, "open", photo.pk).status_code == 404
    assert "are missing" in caplog.text


def test_the_looks_at_my_files_are_listed_newest_first_without_my_own(
    photo, sara, reza, now, django_assert_num_queries
):
    services.open_logged(photo, by=sara, now=now, purpose="own").close()
    services.open_logged(photo, by=reza, now=now.replace(hour=10), purpose="review").close()
    services.open_logged(photo, by=reza, now=now.replace(hour=11), purpose="decision").close()
    with django_assert_num_queries(1):
        looks = [
            (look.by.last_name, look.purpose, look.file.original_name) for look in accesses_of([photo], without=sara)
        ]
    assert [purpose for _, purpose, _ in looks] == ["decision", "review"]
    assert accesses_of([photo.pk]).count() == 3
