"""States of a version and kinds of questions. Stored in upper case and never renamed; labels are translated."""

from __future__ import annotations

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class VersionStatus(TextChoices):
    """Life of a version of an instrument. Only a published one is answered; published once, it is never changed."""

    DRAFT = "DRAFT", pgettext_lazy("instrument", "draft")
    PUBLISHED = "PUBLISHED", pgettext_lazy("instrument", "in use")
    RETIRED = "RETIRED", pgettext_lazy("instrument", "retired")


class QuestionKind(TextChoices):
    """What an answer is. Scales and yes/no make scores; numbers and texts are read by the specialist."""

    SCALE = "SCALE", _("scale from 0 to 5")
    YES_NO = "YES_NO", _("yes or no")
    NUMBER = "NUMBER", _("number")
    TEXT = "TEXT", _("text")


SCORED: Final = (QuestionKind.SCALE, QuestionKind.YES_NO)
"""Kinds whose answers make scores."""
LOWEST: Final = 0
HIGHEST: Final = 5
MOST_WEIGHT: Final = 10
"""Weights are whole numbers; a question of weight 0 would ask for nothing."""
MOST_QUESTIONS: Final = 60
