"""Natural persons, legal entities with those who sign for them, and the applicant that is one of both."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.choices import ApplicantKind, County, EntityKind, Gender, SpecialGroup
from accounts.querysets import SearchQuerySet, SignatoryQuerySet
from core.audit import audited
from core.fields.keys import SearchKeyField
from core.fields.models import LegalNationalIdField, NationalCodeField, PersianCharField, PostalCodeField


class Address(models.Model):
    """Where letters go."""

    phone = models.CharField(_("phone"), max_length=15, blank=True)
    county = models.CharField(_("county"), max_length=40, choices=County.choices, blank=True)
    city = PersianCharField(_("town or village"), max_length=80, blank=True)
    address = PersianCharField(_("address"), max_length=500, blank=True)
    postal_code = PostalCodeField(_("postal code"), blank=True)

    class Meta:
        abstract = True


@audited(exclude=["search_key"])
class Person(Address):
    """A natural person. One who signs in has an account; one may be known without it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
    )
    national_code = NationalCodeField(_("national code"), unique=True)
    first_name = PersianCharField(_("first name"), max_length=60)
    last_name = PersianCharField(_("last name"), max_length=80)
    father_name = PersianCharField(_("father's name"), max_length=60, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender.choices, blank=True)
    created_at = models.DateTimeField(_("entered at"))
    updated_at = models.DateTimeField(_("changed at"))

    search_key = SearchKeyField(_("search key"), sources=["first_name", "last_name", "national_code", "phone"])

    objects = SearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("natural person")
        verbose_name_plural = _("natural persons")
        ordering = ["-id"]
        indexes = [GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name="person_search")]
        constraints = [
            models.CheckConstraint(condition=Q(national_code__regex=r"^[0-9]{10}$"), name="person_national_code_ascii"),
            models.CheckConstraint(
                condition=Q(postal_code="") | Q(postal_code__regex=r"^[0-9]{10}$"), name="person_postal_code_ascii"
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_complete(self) -> bool:
        """Whether everything is there that an application needs."""
        needed = (self.father_name, self.birth_date, self.gender, self.county, self.address, self.postal_code)
        return all(needed)


@audited(exclude=["search_key"])
class LegalEntity(Address):
    """A company, cooperative or institute."""

    legal_national_id = LegalNationalIdField(_("national ID of the entity"), unique=True)
    name = PersianCharField(_("name"), max_length=200)
    kind = models.CharField(_("legal form"), max_length=24, choices=EntityKind.choices)
    registration_number = PersianCharField(_("registration number"), max_length=20, blank=True)
    registration_place = PersianCharField(_("place of registration"), max_length=80, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    created_at = models.DateTimeField(_("entered at"))
    updated_at = models.DateTimeField(_("changed at"))

    search_key = SearchKeyField(_("search key"), sources=["name", "legal_national_id", "registration_number"])

    objects = SearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal entity")
        verbose_name_plural = _("legal entities")
        ordering = ["-id"]
        indexes = [GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name="entity_search")]
        constraints = [
            models.CheckConstraint(condition=Q(legal_national_id__regex=r"^[0-9]{11}$"), name="entity_id_ascii"),
            models.CheckConstraint(
                condition=Q(postal_code="") | Q(postal_code__regex=r"^[0-9]{10}$"), name="entity_postal_code_ascii"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The registered name."""
        return self.name


@audited()
class Signatory(models.Model):
    """A person who signs for a legal entity from one day to another (both included)."""

    entity = models.ForeignKey(
        LegalEntity, on_delete=models.PROTECT, related_name="signatories", verbose_name=_("entity")
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("person"))
    position = PersianCharField(_("position in the entity"), max_length=80, blank=True)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    created_at = models.DateTimeField(_("entered at"))

    objects = SignatoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="signatory_period_in_order"
            ),
            models.UniqueConstraint(
                fields=["entity", "person"], condition=Q(valid_to=None), name="signatory_one_open_for_each_person"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="signatory_confirmed_by_somebody_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.entity}"


@audited()
class Applicant(models.Model):
    """The party that applies: exactly one natural person or one legal entity."""

    kind = models.CharField(_("kind"), max_length=16, choices=ApplicantKind.choices)
    person = models.OneToOneField(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applicant",
        verbose_name=_("natural person"),
    )
    legal_entity = models.OneToOneField(
        LegalEntity,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applicant",
        verbose_name=_("legal entity"),
    )
    created_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("applicant")
        verbose_name_plural = _("applicants")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ApplicantKind.PERSON.value, person__isnull=False, legal_entity__isnull=True)
                | Q(kind=ApplicantKind.LEGAL_ENTITY.value, person__isnull=True, legal_entity__isnull=False),
                name="applicant_is_one_person_or_one_entity",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def party(self) -> Person | LegalEntity:
        """The person or the entity behind the applicant."""
        found = self.person if self.kind == ApplicantKind.PERSON else self.legal_entity
        if found is None:  # the constraint applicant_is_one_person_or_one_entity keeps it from happening
            raise ValueError("an applicant is neither a person nor an entity")
        return found

    @property
    def display_name(self) -> str:
        """Name of the person or of the entity."""
        return self.party.display_name

    @property
    def identifier(self) -> str:
        """National code of the person (10 digits) or national ID of the entity (11 digits)."""
        if self.kind == ApplicantKind.PERSON:
            return self.person.national_code if self.person else ""
        return self.legal_entity.legal_national_id if self.legal_entity else ""


@audited()
class GroupClaim(models.Model):
    """An applicant says to belong to a special group. Whether it counts is decided for each call, by its papers."""

    applicant = models.ForeignKey(
        Applicant, on_delete=models.PROTECT, related_name="group_claims", verbose_name=_("applicant")
    )
    group = models.CharField(_("special group"), max_length=32, choices=SpecialGroup.choices)
    claimed_at = models.DateTimeField(_("claimed at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("special group of an applicant")
        verbose_name_plural = _("special groups of applicants")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant", "group"], condition=Q(withdrawn_at=None), name="groupclaim_once_for_each_group"
            ),
        ]

    def __str__(self) -> str:
        return self.get_group_display()
