"""Legal entities and who signs for them."""

from __future__ import annotations

from accounts.models import LegalEntity, Signatory
from core import clock
from tests.factories import accounts as cast


def test_an_entity_is_entered_and_another_signs_for_it(mine, user):
    other = cast.UserFactory()
    typed = {"legal_national_id": "۱۰۳۸۰۲۸۴۷۹۰", "name": "مسگران", "kind": "cooperative", "position": "مدیرعامل"}
    assert mine.post("/account/entities/add/", typed)["Location"] == "/account/entities/"
    entity = LegalEntity.objects.get()
    assert entity.legal_national_id == "10380284790"
    signer = {"national_code": other.national_code, "phone": other.phone, "position": "رئیس"}
    assert mine.post(f"/account/entities/{entity.pk}/signatories/add/", signer).status_code == 302
    row = Signatory.objects.get(person__user=other)
    mine.post(f"/account/signatories/{row.pk}/end/")
    row.refresh_from_db()
    assert row.valid_to == clock.today()


def test_an_entity_of_others_does_not_exist_here_and_cannot_be_entered_again(mine):
    entity = cast.LegalEntityFactory()
    for path in (f"entities/{entity.pk}/", f"entities/{entity.pk}/signatories/add/"):
        assert mine.get(f"/account/{path}").status_code == 404
    assert mine.post(f"/account/signatories/{entity.signatories.get().pk}/end/").status_code == 404
    typed = {"legal_national_id": entity.legal_national_id, "name": "x", "kind": "other", "position": "y"}
    page = mine.post("/account/entities/add/", typed)
    assert page.context["form"].errors["legal_national_id"]


def test_the_last_signatory_gets_a_page_that_says_why_not(mine, user):
    entity = cast.LegalEntityFactory(signatory=user)
    assert mine.post(f"/account/signatories/{entity.signatories.get().pk}/end/").status_code == 409
