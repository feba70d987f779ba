"""When it may be done: what the state and the content of a version allow."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from clinic.instruments.choices import HIGHEST, LOWEST, SCORED, QuestionKind, VersionStatus
from clinic.instruments.errors import NotReady, VersionFixed
from clinic.instruments.models import InstrumentVersion
from core.persian.calendar import tehran_date
from core.wording import number_text


def may_be_written(version: InstrumentVersion) -> None:
    """Only drafts are written. Raises VersionFixed."""
    if version.status != VersionStatus.DRAFT:
        raise VersionFixed()


def may_be_published(version: InstrumentVersion, now: datetime) -> None:
    """It asks something that is scored, both ends of each scale are explained, and it is not expired. Raises NotReady."""
    questions = list(version.questions.all())
    if not any(question.kind in SCORED for question in questions):
        raise NotReady(_("Write at least one question that is scored: a scale, or yes and no."), code="no_questions")
    for question in questions:
        ends = {str(LOWEST), str(HIGHEST)} - set(question.anchors)
        if question.kind == QuestionKind.SCALE and ends:
            raise NotReady(
                _("Say in question %(number)s what 0 and 5 mean."),
                params={"number": number_text(question.position)},
                code="ends_not_explained",
            )
    if version.has_expired(tehran_date(now)):
        raise NotReady(_("The last day of this version is over already."), code="expired_already")
