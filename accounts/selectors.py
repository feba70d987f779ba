"""Read models of people for screens and for other apps; each makes a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.choices import ApplicantKind, DocumentKind
from accounts.models import Applicant, Document, LegalEntity, Person, RoleGrant, Signatory, User
from core import clock
from core.files.models import FileAccess

LOG_LENGTH = 200


def person_of(user: Any) -> Person | None:
    """The natural person behind an account, if it is known."""
    return Person.objects.filter(user_id=user.pk).select_related("applicant").first() if user.pk else None


def applicants_of(user: Any, day: date | None = None) -> list[Applicant]:
    """Everybody this account may apply for on `day` (today): the person first, then entities by name. 1 query."""
    return list(
        _applicants_of(user, day or clock.today())
        .select_related("person", "legal_entity")
        .order_by("-kind", "legal_entity__name", "pk")
    )


def _may_act(user: Any) -> bool:
    return bool(getattr(user, "is_authenticated", False) and user.is_active)


def _applicants_of(user: Any, day: date) -> QuerySet[Applicant]:
    if not _may_act(user):
        return Applicant.objects.none()
    signing = Signatory.objects.signing_on(day).filter(entity=OuterRef("legal_entity"), person__user_id=user.pk)
    return Applicant.objects.filter(Q(person__user_id=user.pk) | Q(Exists(signing)))


def acts_for(user: Any, applicant: Applicant, day: date | None = None) -> bool:
    """Whether the account may act for this applicant on `day` (today). No query for a person who is loaded with the applicant."""
    if "person" in applicant._state.fields_cache and applicant.person is not None:
        return _may_act(user) and applicant.person.user_id == user.pk
    return _applicants_of(user, day or clock.today()).filter(pk=applicant.pk).exists()


def signs_for(user: Any, entity: LegalEntity, day: date | None = None) -> bool:
    """Whether the person of the account signs for this entity on `day` (today)."""
    if not _may_act(user):
        return False
    return Signatory.objects.signing_on(day or clock.today()).filter(entity=entity, person__user_id=user.pk).exists()


def users_of(applicant: Applicant, day: date | None = None) -> list[User]:
    """The accounts that hear of what happens to this applicant: the person's, or those of the signatories."""
    if applicant.kind == ApplicantKind.PERSON:
        return list(User.objects.filter(person=applicant.person_id, is_active=True))
    signing = Signatory.objects.signing_on(day or clock.today()).filter(entity=applicant.legal_entity_id)
    return list(User.objects.filter(person__signatures__in=signing, is_active=True).distinct().order_by("pk"))


def users_with_role(role: str, estate: str | None = None, now: datetime | None = None) -> QuerySet[User]:
    """Active accounts that have the role now, for this estate or for any."""
    grants = RoleGrant.objects.current(now or clock.now()).filter(user=OuterRef("pk"), role=role)
    if estate is not None:
        grants = grants.filter(scope__in=["", estate])
    return User.objects.filter(Exists(grants), is_active=True).order_by("last_name", "first_name", "pk")


@dataclass(frozen=True)
class Signing:
    """One entity a person signs for, with all who sign."""

    entity: LegalEntity
    signatories: list[Signatory]
    mine: Signatory | None


def entities_of(user: Any, day: date) -> list[Signing]:
    """Entities the account signs for, by name, with their signatories. 2 queries."""
    entities = list(
        LegalEntity.objects.filter(
            Exists(Signatory.objects.signing_on(day).filter(entity=OuterRef("pk"), person__user_id=user.pk))
        ).order_by("name", "pk")
    )
    rows = list(Signatory.objects.signing_on(day).filter(entity__in=entities).select_related("person").order_by("pk"))
    return [
        Signing(
            entity=entity,
            signatories=[row for row in rows if row.entity_id == entity.pk],
            mine=next((row for row in rows if row.entity_id == entity.pk and row.person.user_id == user.pk), None),
        )
        for entity in entities
    ]


@dataclass(frozen=True)
class VaultRow:
    """A paper as the vault shows it."""

    document: Document
    expired: bool
    expires_soon: bool


@dataclass(frozen=True)
class Vault:
    """The papers of one applicant, those that need attention first."""

    owner: Applicant
    rows: list[VaultRow]


def vaults_of(owners: list[Applicant], day: date) -> list[Vault]:
    """Papers in use of these applicants, in their order. 1 query."""
    documents = list(
        Document.objects.in_use().filter(owner__in=owners).select_related("file", "claim").order_by("kind", "-pk")
    )
    vaults = []
    for owner in owners:
        rows = [
            VaultRow(document, document.has_expired(day), document.expires_soon(day))
            for document in documents
            if document.owner_id == owner.pk
        ]
        vaults.append(Vault(owner, sorted(rows, key=lambda row: (not row.expired, not row.expires_soon))))
    return vaults


def documents_for(applicant: Applicant, kinds: list[str] | None = None, day: date | None = None) -> QuerySet[Document]:
    """Papers in use and valid on `day` (today) that may be shown to a call, newest first; `kinds` narrows them."""
    rows = Document.objects.valid_on(day or clock.today()).filter(owner=applicant).select_related("file")
    if kinds is not None:
        rows = rows.filter(kind__in=[DocumentKind(kind) for kind in kinds])
    return rows.order_by("-pk")


def looks_at_my_files(user: Any, day: date) -> list[FileAccess]:
    """Who opened files that are mine or of an entity I sign for, newest first, own looks left out. 1 query."""
    owners = _applicants_of(user, day)
    papers = Document.objects.filter(owner__in=owners).values("file")
    return list(
        FileAccess.objects.filter(Q(file__in=papers) | Q(file__uploaded_by=user))
        .exclude(by=user)
        .select_related("file", "by")
        .order_by("-at", "-pk")[:LOG_LENGTH]
    )


@dataclass(frozen=True)
class OpenSession:
    """A browser in which the account is signed in."""

    pk: int
    ip: str
    device: str
    since: datetime
    last_seen: datetime
    is_this_one: bool


def sessions_of(user: Any, session_key: str | None, now: datetime) -> list[OpenSession]:
    """Browsers in which the account is signed in now, this one first. 2 queries."""
    rows = list(UserSession.objects.filter(user=user).order_by("-last_seen_at"))
    alive = set(
        Session.objects.filter(session_key__in=[row.session_key for row in rows], expire_date__gt=now).values_list(
            "session_key", flat=True
        )
    )
    found = [
        OpenSession(
            pk=row.pk,
            ip=row.ip,
            device=device_of(row.user_agent),
            since=row.created_at,
            last_seen=row.last_seen_at,
            is_this_one=row.session_key == session_key,
        )
        for row in rows
        if row.session_key in alive
    ]
    return sorted(found, key=lambda row: not row.is_this_one)


_BROWSERS = (("Firefox/", "Firefox"), ("Edg", "Edge"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
            ("Mac OS", "macOS"), ("Linux", "Linux"))  # fmt: skip


def device_of(user_agent: str) -> str:
    """Browser and system as a person would name them, for example ``Chrome, Android``; "" when they cannot be told."""
    parts = (next((name for mark, name in table if mark in user_agent), "") for table in (_BROWSERS, _SYSTEMS))
    return ", ".join(part for part in parts if part)
