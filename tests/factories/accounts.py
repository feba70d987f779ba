"""People of the tests, made by the services that make real ones.

`UserFactory()` gives an account with its person and applicant; `officer("eshragh")`, `auditor()` … an account with a
role. All have the password `PASSWORD`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import Any

import factory

from accounts.choices import DocumentKind, EntityKind, Gender, Role
from accounts.models import Applicant, Document, LegalEntity, Person, User
from accounts.services import entities, people, roles, users
from core import clock
from tests.factories import identifiers
from tests.support.pictures import DIFFERENT

PASSWORD = "a-long-enough-word-4711"
_pictures = count()
EARLIER = datetime(2026, 1, 10, 8, 0, tzinfo=UTC)


class UserFactory(factory.django.DjangoModelFactory):
    """An account that signed up and confirmed its phone, with person and applicant."""

    class Meta:
        model = User

    national_code = factory.LazyFunction(identifiers.national_code)
    phone = factory.LazyFunction(identifiers.mobile)
    first_name = "مریم"
    last_name = factory.Sequence(lambda number: f"نمونه {number}")
    password = PASSWORD

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return users.register(now=kwargs.pop("now", EARLIER), **kwargs)


class PersonFactory(factory.django.DjangoModelFactory):
    """A person with everything an application needs; `complete=False` leaves it as sign-up made it."""

    class Meta:
        model = Person

    @classmethod
    def _create(cls, model_class: type[Person], *args: Any, **kwargs: Any) -> Person:
        user = kwargs.pop("user", None) or UserFactory()
        if not kwargs.pop("complete", True):
            return user.person
        data = {
            "father_name": "رضا",
            "birth_date": datetime(1985, 4, 1, tzinfo=UTC).date(),
            "gender": Gender.FEMALE,
            "county": "zanjan",
            "city": "زنجان",
            "address": "خیابان صفا، کوچهٔ یکم، پلاک ۵",
            "postal_code": "4513751111",
            **kwargs,
        }
        return people.save_person(person_id=user.person.pk, data=data, by=user, now=EARLIER)


class LegalEntityFactory(factory.django.DjangoModelFactory):
    """An entity entered by `signatory` (an account), who signs for it."""

    class Meta:
        model = LegalEntity

    legal_national_id = factory.LazyFunction(identifiers.legal_national_id)
    name = factory.Sequence(lambda number: f"تعاونی مسگران نمونه {number}")
    kind = EntityKind.COOPERATIVE

    @classmethod
    def _create(cls, model_class: type[LegalEntity], *args: Any, **kwargs: Any) -> LegalEntity:
        signatory = kwargs.pop("signatory", None) or UserFactory()
        number = kwargs.pop("legal_national_id")
        now = kwargs.pop("now", EARLIER)
        return entities.create(legal_national_id=number, data=kwargs, position="مدیرعامل", by=signatory, now=now)


class ApplicantFactory(factory.django.DjangoModelFactory):
    """What applies: a complete natural person (`user=`), or with `entity=` that legal entity."""

    class Meta:
        model = Applicant

    @classmethod
    def _create(cls, model_class: type[Applicant], *args: Any, **kwargs: Any) -> Applicant:
        entity = kwargs.pop("entity", None)
        if entity is not None:
            return Applicant.objects.get(legal_entity=entity)
        return PersonFactory(**kwargs).applicant


def staff(role: str, scope: str = "", **fields: Any) -> User:
    """An account with this role, for all estates or the one with the slug `scope`."""
    user = UserFactory(**fields)
    roles.grant(user_id=user.pk, role=role, scope=scope, by=None, now=fields.get("now", EARLIER))
    user.refresh_from_db()
    return user


officer = partial(staff, Role.OFFICER)
scorer = partial(staff, Role.SCORER)
committee = partial(staff, Role.COMMITTEE)
finance = partial(staff, Role.FINANCE)
technical = partial(staff, Role.TECHNICAL)
programme_officer = partial(staff, Role.PROGRAMME_OFFICER)
manager = partial(staff, Role.MANAGER)
clinic_lead = partial(staff, Role.CLINIC_LEAD)
consultant = partial(staff, Role.CONSULTANT)
auditor = partial(staff, Role.AUDITOR)
admin = partial(staff, Role.ADMIN)


def document(owner: Applicant, by: User, *, kind: str = DocumentKind.NATIONAL_CARD, **fields: Any) -> Document:
    """A paper in the vault, with a real photo of its own."""
    from accounts.services import documents

    now = fields.pop("now", None) or clock.now()
    upload = fields.pop("upload", None) or photo()
    return documents.add(applicant_id=owner.pk, kind=kind, upload=upload, by=by, now=now, **fields)


def photo(name: str = "card.png") -> Any:
    """A small picture, another one than the calls before, as a browser would send it."""
    from io import BytesIO

    from django.core.files.uploadedfile import SimpleUploadedFile
    from PIL import Image

    stream = BytesIO()
    Image.new("RGB", (64, 48), (next(_pictures) % DIFFERENT, 120, 90)).save(stream, "PNG")
    return SimpleUploadedFile(name, stream.getvalue(), content_type="image/png")
