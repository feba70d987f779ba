"""Consultants as everybody may see them: what they know, cases done, ratings from five up. No phone, no papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from clinic.consultants.casework import book
from clinic.consultants.models import Consultant, ConsultantSpecialty
from clinic.consultants.selectors.ratings import NOBODY, Standing, standings
from core.errors import NotFound


@dataclass(frozen=True, slots=True)
class Card:
    """One consultant with his track record; `done`: cases he was part of to their end."""

    consultant: Consultant
    specialties: tuple[ConsultantSpecialty, ...]
    done: int
    standing: Standing


def listed() -> QuerySet[Consultant]:
    """Those who take cases."""
    found: QuerySet[Consultant] = Consultant.objects.working()
    return found


def with_all(rows: QuerySet[Consultant]) -> QuerySet[Consultant]:
    """With what a card shows. 2 queries."""
    return rows.select_related("user", "county").prefetch_related("specialties")


def cards(rows: Sequence[Consultant]) -> list[Card]:
    """Their cards, in their order. 1 query beside those of the book of cases."""
    done, known = book().finished_cases(), standings(row.pk for row in rows)
    return [Card(row, tuple(row.specialties.all()), done.get(row.pk, 0), known.get(row.pk, NOBODY)) for row in rows]


def card_of(pk: int) -> Card:
    """The card of one who takes cases. Raises NotFound. 3 queries beside those of the book of cases."""
    row = with_all(listed()).filter(pk=pk).first()
    if row is None:
        raise NotFound()
    return cards([row])[0]
