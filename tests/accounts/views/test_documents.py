"""Papers of the vault."""

from __future__ import annotations

import pytest

from accounts.models import Document
from tests.factories import accounts as cast


def test_a_paper_is_uploaded_replaced_and_taken_out(mine, user):
    year = {"valid_until_day": "1", "valid_until_month": "1", "valid_until_year": "۱۴۱۰"}
    added = mine.post("/account/documents/add/", {"kind": "national_card", "file": cast.photo(), **year})
    assert added["Location"] == "/account/documents/"
    first = Document.objects.get()
    page = mine.get("/account/documents/")
    assert first.file.get_absolute_url() in page.content.decode()
    assert mine.get(first.file.get_absolute_url()).status_code == 200
    mine.post(f"/account/documents/{first.pk}/replace/", {"file": cast.photo()})
    second = Document.objects.get(status="ACTIVE")
    assert second.replaces == first
    assert mine.get(f"/account/documents/{second.pk}/withdraw/").status_code == 200
    mine.post(f"/account/documents/{second.pk}/withdraw/")
    assert not Document.objects.filter(status="ACTIVE").exists()


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"GIF89a" + b"0" * 50, b"%PDF-1.4 broken"])
def test_a_file_that_is_no_paper_is_explained_beside_the_field(mine, content):
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("card.jpg", content, content_type="image/jpeg")
    page = mine.post("/account/documents/add/", {"kind": "national_card", "file": upload, "number": "۱۲۳"})
    assert page.status_code == 200
    assert page.context["form"].errors["file"]
    assert page.context["form"]["number"].value() == "۱۲۳"
    assert not Document.objects.exists()


def test_papers_of_others_do_not_exist_here(mine):
    other = cast.ApplicantFactory()
    theirs = cast.document(other, other.person.user)
    for path in ("replace", "withdraw"):
        assert mine.get(f"/account/documents/{theirs.pk}/{path}/").status_code == 404
        assert mine.post(f"/account/documents/{theirs.pk}/{path}/", {"file": cast.photo()}).status_code == 404
    assert mine.get(theirs.file.get_absolute_url()).status_code in (403, 404)
    theirs.refresh_from_db()
    assert theirs.status == "ACTIVE"


def test_the_owner_of_a_paper_cannot_be_swapped_by_a_changed_choice(mine, user):
    cast.LegalEntityFactory(signatory=user)
    other = cast.ApplicantFactory()
    page = mine.post("/account/documents/add/", {"owner": other.pk, "kind": "gazette", "file": cast.photo()})
    assert page.context["form"].errors["owner"]
    assert not Document.objects.exists()
