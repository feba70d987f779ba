"""Who may open a file: decided by what refers to it.

Every app whose rows hold files registers a question for its model. A file to which nothing refers is seen by
nobody but the person who handed it in; a referring model without a question lets nobody in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_noop

from core.files.models import FileAccess, StoredFile

Question = Callable[[Any, Any], bool | str]
"""(user, referring row) → may the user open the file? A text is a yes that names the purpose for the log of looks."""

MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """The question of one model. `public`: its files belong to public pages (photos of an estate), looks are not logged."""

    question: Question
    public: bool = False


@dataclass(frozen=True, slots=True)
class Grant:
    """A yes: for what, and whether it is worth logging."""

    purpose: str
    public: bool = False


RULES: dict[str, Rule] = {}
OWN = gettext_noop("own file")


def register(model_label: str, question: Question, *, public: bool = False) -> None:
    """Let `question(user, row)` decide for files that rows of `model_label` ("accounts.document") refer to.

    Called from the app's `ready()`. ValueError for a second question about the same model.
    """
    label = model_label.lower()
    if label in RULES:
        raise ValueError(f"{model_label} has a rule for its files already")
    RULES[label] = Rule(question, public)


def references() -> Iterator[Any]:
    """Every foreign key of the portal that points to a stored file, except the looks, thumbnails and event tables."""
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        model = relation.related_model
        if model not in (FileAccess, StoredFile) and not hasattr(model, "pgh_tracked_model"):
            yield relation.field


def grant_for(user: Any, file: StoredFile) -> Grant | None:
    """Why `user` (perhaps anonymous) may open `file`, or None: deny by default."""
    referred_to = False
    for key in references():
        for row in _rows(key, file):
            referred_to = True
            rule = RULES.get(key.model._meta.label_lower)
            answer = rule.question(user, row) if rule is not None else False
            if rule is not None and answer:
                purpose = answer if isinstance(answer, str) else key.model._meta.label_lower
                return Grant(purpose, rule.public)
    if not referred_to and user.is_authenticated and file.uploaded_by_id == user.pk:
        return Grant(OWN)
    return None


def _rows(key: Any, file: StoredFile) -> models.QuerySet[Any]:
    return key.model._default_manager.filter(**{key.name: file}).order_by("pk")[:MOST_ROWS]  # type: ignore[no-any-return]
