"""What the team sees, writes down, asks and finds."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.choices import AnsweringStatus, SheetKind, SwotKind
from clinic.cases.models.case import Case, TeamMember
from clinic.cases.models.case_guards import answers_fit, handed_in_stays
from clinic.choices import Dimension
from clinic.instruments.models import InstrumentVersion, Question
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.files.models import StoredFile


@audited()
class Visit(models.Model):
    """One visit to the unit."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="visits", verbose_name=_("case"))
    visited_at = models.DateTimeField(_("visited at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("visited by")
    )
    notes = PersianTextField(_("what was seen"), max_length=4000)
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["case", "-visited_at", "-id"]
        constraints = [
            models.CheckConstraint(name="visit_lies_in_the_past", condition=Q(visited_at__lte=F("written_at"))),
            models.CheckConstraint(name="visit_has_notes", condition=~Q(notes="")),
        ]
        triggers = [pgtrigger.Protect(name="visit_stays", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.case_id} {self.visited_at:%Y-%m-%d}"


@audited()
class VisitPhoto(models.Model):
    """A photo taken on a visit."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="photos", verbose_name=_("visit"))
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("photo"))
    caption = PersianCharField(_("caption"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("photo of a visit")
        verbose_name_plural = _("photos of visits")
        ordering = ["visit", "position", "id"]
        constraints = [models.UniqueConstraint(fields=["visit", "file"], name="visit_photo_once")]

    def __str__(self) -> str:
        return f"{self.visit_id}/{self.position}"


@audited()
class DataSheet(models.Model):
    """One version of one sheet of facts about the unit; `data` fits the schema of its kind (clinic/cases/sheets.py).

    The highest version counts; a correction is a new version.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sheets", verbose_name=_("case"))
    kind = models.CharField(_("sheet"), max_length=12, choices=SheetKind.choices)
    version = models.PositiveSmallIntegerField(_("version"))
    data = models.JSONField(_("content"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("data sheet")
        verbose_name_plural = _("data sheets")
        ordering = ["case", "kind", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["case", "kind", "version"], name="data_sheet_version_once"),
            models.CheckConstraint(name="data_sheet_kind_known", condition=Q(kind__in=SheetKind.values)),
            models.CheckConstraint(name="data_sheet_version_from_one", condition=Q(version__gte=1)),
        ]
        triggers = [pgtrigger.Protect(name="data_sheet_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.kind} {self.version}"


@audited()
class Answering(models.Model):
    """One consultant's answers to one version of an instrument about one case. What is handed in stays."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="answerings", verbose_name=_("case"))
    version = models.ForeignKey(
        InstrumentVersion, on_delete=models.PROTECT, related_name="answerings", verbose_name=_("questionnaire")
    )
    consultant = models.ForeignKey(
        "consultants.Consultant", on_delete=models.PROTECT, related_name="answerings", verbose_name=_("consultant")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=AnsweringStatus.choices, default=AnsweringStatus.DRAFT, editable=False
    )
    started_at = models.DateTimeField(_("started at"))
    updated_at = models.DateTimeField(_("saved at"))
    handed_in_at = models.DateTimeField(_("handed in at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("answered questionnaire")
        verbose_name_plural = _("answered questionnaires")
        ordering = ["case", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "version", "consultant"], name="answering_once"),
            models.CheckConstraint(name="answering_status_known", condition=Q(status__in=AnsweringStatus.values)),
            models.CheckConstraint(
                name="answering_handed_in_has_time",
                condition=Q(status=AnsweringStatus.HANDED_IN, handed_in_at__isnull=False)
                | Q(status=AnsweringStatus.DRAFT, handed_in_at__isnull=True),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="answering_facts_stay", fields=["case", "version", "consultant", "started_at"]),
            pgtrigger.Protect(name="answering_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.version_id}"


@audited()
class Answer(models.Model):
    """The answer to one question: a number (scale 0 to 5, yes is 1 and no is 0, or any number asked for) or a text."""

    answering = models.ForeignKey(
        Answering, on_delete=models.PROTECT, related_name="answers", verbose_name=_("answers")
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+", verbose_name=_("question"))
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4, null=True, blank=True)
    text = PersianTextField(_("text"), max_length=4000, blank=True)
    note = PersianCharField(_("evidence"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["answering", "question"]
        constraints = [
            models.UniqueConstraint(fields=["answering", "question"], name="answer_once"),
            models.CheckConstraint(
                name="answer_is_number_or_text",
                condition=Q(value__isnull=False, text="") | (Q(value__isnull=True) & ~Q(text="")),
            ),
        ]
        triggers = [answers_fit(), handed_in_stays()]

    def __str__(self) -> str:
        return f"{self.answering_id}/{self.question_id}"


@audited()
class Finding(models.Model):
    """Something the team found in one dimension, with what shows it. Severity 1 (slight) to 5 (stops the unit)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="findings", verbose_name=_("case"))
    dimension = models.CharField(_("dimension"), max_length=30, choices=Dimension.choices)
    text = PersianTextField(_("finding"), max_length=2000)
    severity = models.PositiveSmallIntegerField(
        _("severity (1 to 5)"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    evidence = PersianTextField(_("evidence"), max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("found by")
    )
    found_at = models.DateTimeField(_("written at"))
    updated_at = models.DateTimeField(_("changed at"))

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["case", "-severity", "id"]
        constraints = [
            models.CheckConstraint(name="finding_dimension_known", condition=Q(dimension__in=Dimension.values)),
            models.CheckConstraint(name="finding_severity_1_to_5", condition=Q(severity__gte=1, severity__lte=5)),
            models.CheckConstraint(name="finding_has_text_and_evidence", condition=~Q(text="") & ~Q(evidence="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.text[:40]}"


@audited()
class Agreement(models.Model):
    """Whether a member of the team stands behind the diagnosis. A changed diagnosis supersedes what was said of the old one."""

    member = models.ForeignKey(
        TeamMember, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("member")
    )
    agrees = models.BooleanField(_("agrees"))
    reason = PersianTextField(_("reason"), max_length=2000, blank=True)
    at = models.DateTimeField(_("time"))
    superseded = models.BooleanField(_("superseded"), default=False, editable=False)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["member", "at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["member"], name="agreement_one_counts", condition=Q(superseded=False)),
            models.CheckConstraint(name="dissent_has_reason", condition=Q(agrees=True) | ~Q(reason="")),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="agreement_facts_stay", fields=["member", "agrees", "reason", "at"]),
            pgtrigger.Protect(name="agreement_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.agrees}"


@audited()
class SwotEntry(models.Model):
    """One line of the table of strengths, weaknesses, opportunities and threats."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="swot", verbose_name=_("case"))
    kind = models.CharField(_("kind"), max_length=12, choices=SwotKind.choices)
    text = PersianCharField(_("text"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("line of the SWOT table")
        verbose_name_plural = _("lines of the SWOT table")
        ordering = ["case", "kind", "id"]
        constraints = [
            models.CheckConstraint(name="swot_kind_known", condition=Q(kind__in=SwotKind.values)),
            models.CheckConstraint(name="swot_has_text", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.kind}"
