"""What builds trust among consultants: ratings, conferences on a case, review of reports by a colleague.

Cases stand above this app; a row here names its case by number (`case_number`).
"""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.consultants.choices import (
    CASE_NUMBER,
    CRITERIA,
    HIGHEST_RATING,
    LOWEST_RATING,
    RatedBy,
    ReviewStatus,
    Verdict,
)
from clinic.consultants.models.consultant import Consultant
from clinic.consultants.models.guards import closed_conference_stays, not_about_oneself
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.guards import stays, written_once


def _case_number() -> models.CharField:
    return models.CharField(_("case"), max_length=20)


def _points(label: Any) -> models.PositiveSmallIntegerField:
    bounds = [MinValueValidator(LOWEST_RATING), MaxValueValidator(HIGHEST_RATING)]
    return models.PositiveSmallIntegerField(label, validators=bounds)


@audited()
class Rating(models.Model):
    """How the work of a consultant on a case was found, each criterion from 1 (poor) to 5 (very good). Given once: by the unit
    (`unit`), or by a colleague of the team (`peer`)."""

    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="ratings", verbose_name=_("consultant")
    )
    kind = models.CharField(_("rated by"), max_length=4, choices=RatedBy.choices)
    case_number = _case_number()
    unit = models.ForeignKey(
        "units.IndustrialUnit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit"),
    )
    peer = models.ForeignKey(
        Consultant,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="ratings_given",
        verbose_name=_("colleague"),
    )
    competence = _points(_("knowledge of the subject"))
    timeliness = _points(_("kept to what was agreed"))
    clarity = _points(_("clear words"))
    cooperation = _points(_("listened and worked with others"))
    comment = PersianTextField(_("comment"), max_length=1000, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("given by")
    )
    made_at = models.DateTimeField(_("given at"))

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultant", "case_number"], condition=Q(kind=RatedBy.UNIT), name="rating_once_by_unit"
            ),
            models.UniqueConstraint(
                fields=["consultant", "case_number", "peer"], condition=Q(kind=RatedBy.PEER), name="rating_once_by_peer"
            ),
            models.CheckConstraint(name="rating_case_number_form", condition=Q(case_number__regex=CASE_NUMBER)),
            models.CheckConstraint(
                name="rating_names_who_rates",
                condition=Q(kind=RatedBy.UNIT, unit__isnull=False, peer__isnull=True)
                | Q(kind=RatedBy.PEER, unit__isnull=True, peer__isnull=False),
            ),
            models.CheckConstraint(
                name="rating_peer_is_another", condition=Q(peer__isnull=True) | ~Q(peer=F("consultant"))
            ),
            models.CheckConstraint(
                name="rating_from_1_to_5",
                condition=Q(
                    **{f"{name}__gte": LOWEST_RATING for name in CRITERIA},
                    **{f"{name}__lte": HIGHEST_RATING for name in CRITERIA},
                ),
            ),
        ]
        triggers = [written_once(), not_about_oneself()]

    def __str__(self) -> str:
        return f"{self.case_number}/{self.consultant_id}"


@audited()
class CaseConference(models.Model):
    """Colleagues are asked about one question of a case. `question` is written so that the unit is not recognised: who is
    invited from outside the team reads it and the notes, and nothing of the case."""

    case_number = _case_number()
    subject = PersianCharField(_("subject"), max_length=160)
    question = PersianTextField(_("question"), max_length=2000)
    held_at = models.DateTimeField(_("held at"))
    place = PersianCharField(_("place"), max_length=160, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("called by")
    )
    called_at = models.DateTimeField(_("called at"))
    conclusion = PersianTextField(_("conclusion"), max_length=2000, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("conference on a case")
        verbose_name_plural = _("conferences on cases")
        ordering = ["-held_at", "-id"]
        indexes = [models.Index(fields=["case_number"], name="conference_by_case")]
        constraints = [
            models.CheckConstraint(name="conference_case_number_form", condition=Q(case_number__regex=CASE_NUMBER)),
            models.CheckConstraint(
                name="conference_closed_with_conclusion",
                condition=Q(closed_at__isnull=True, conclusion="") | (Q(closed_at__isnull=False) & ~Q(conclusion="")),
            ),
        ]
        triggers = [stays(), pgtrigger.ReadOnly(name="conference_case_stays", fields=["case_number", "called_by"])]

    def __str__(self) -> str:
        return self.subject


@audited()
class ConferenceMember(models.Model):
    """A colleague who is invited to a conference."""

    conference = models.ForeignKey(
        CaseConference, on_delete=models.PROTECT, related_name="members", verbose_name=_("conference on a case")
    )
    consultant = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="conferences", verbose_name=_("consultant")
    )

    class Meta:
        verbose_name = _("member of a conference")
        verbose_name_plural = _("members of conferences")
        ordering = ["conference", "id"]
        constraints = [models.UniqueConstraint(fields=["conference", "consultant"], name="conference_member_once")]

    def __str__(self) -> str:
        return f"{self.conference_id}/{self.consultant_id}"


@audited()
class ConferenceNote(models.Model):
    """What somebody said at a conference; notes end when it is closed."""

    conference = models.ForeignKey(
        CaseConference, on_delete=models.PROTECT, related_name="notes", verbose_name=_("conference on a case")
    )
    text = PersianTextField(_("note"), max_length=2000)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    made_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("note of a conference")
        verbose_name_plural = _("notes of conferences")
        ordering = ["conference", "id"]
        constraints = [models.CheckConstraint(name="conference_note_says_something", condition=~Q(text=""))]
        triggers = [written_once(), closed_conference_stays()]

    def __str__(self) -> str:
        return self.text[:60]


@audited()
class PeerReview(models.Model):
    """A colleague reads version `report_version` of a case's report before it goes to the unit. He belongs to the case's team,
    so that nobody else sees the unit's secrets, and did not write the report."""

    case_number = _case_number()
    report_version = models.PositiveSmallIntegerField(_("version of the report"), default=1)
    reviewer = models.ForeignKey(
        Consultant, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("reviewer")
    )
    status = models.CharField(
        _("status"), max_length=8, choices=ReviewStatus.choices, default=ReviewStatus.ASKED, editable=False
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    due_on = models.DateField(_("due on"))
    verdict = models.CharField(_("verdict"), max_length=6, choices=Verdict.choices, blank=True)
    text = PersianTextField(_("review"), max_length=4000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("peer review")
        verbose_name_plural = _("peer reviews")
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["case_number"], name="peer_review_by_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case_number", "report_version", "reviewer"], name="peer_review_once_per_version"
            ),
            models.CheckConstraint(name="peer_review_case_number_form", condition=Q(case_number__regex=CASE_NUMBER)),
            models.CheckConstraint(name="peer_review_version_from_one", condition=Q(report_version__gte=1)),
            models.CheckConstraint(
                name="peer_review_state_whole",
                condition=Q(status=ReviewStatus.ASKED, verdict="", text="", answered_at__isnull=True)
                | (Q(status=ReviewStatus.GIVEN, verdict__in=Verdict.values, answered_at__isnull=False) & ~Q(text=""))
                | (Q(status=ReviewStatus.DECLINED, verdict="", answered_at__isnull=False) & ~Q(text="")),
            ),
        ]
        triggers = [
            stays(),
            pgtrigger.ReadOnly(
                name="peer_review_stays", fields=["case_number", "report_version", "reviewer", "asked_by"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_number}/{self.report_version}"
