"""What is done outside the plan itself: letters to other bodies, and tasks of the people of a case."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import Case
from clinic.treatment.choices import Decision, Recipient, ReferralStatus, TaskStatus
from clinic.treatment.models.guards import letter_stays, project_of_the_case
from clinic.treatment.models.project import Project
from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.files.models import StoredFile
from core.guards import filled_once, stays

REFERRAL_PREFIX = "RF"
"""Begins the number of every letter."""
WITH_LETTER = (ReferralStatus.SENT, ReferralStatus.ANSWERED, ReferralStatus.EXECUTED)
DECIDED = (ReferralStatus.ANSWERED, ReferralStatus.EXECUTED)


@audited()
class Referral(models.Model):
    """A letter to another body about a unit: what is asked of it, its answer, and how much of it was carried out (percent).

    The letter (`pdf`) is made by a job once it is sent and never changes after that; what it says stays.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("case"))
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals",
        verbose_name=_("improvement project"),
    )  # fmt: skip
    code = models.CharField(_("number of the letter"), max_length=20, editable=False)
    recipient = models.CharField(_("kind of body"), max_length=16, choices=Recipient.choices)
    recipient_name = PersianCharField(_("name of the body"), max_length=150)
    subject = PersianCharField(_("subject"), max_length=200)
    body = PersianTextField(_("text of the letter"), max_length=4000)
    asked = PersianCharField(_("decision asked for"), max_length=300)
    status = models.CharField(
        _("status"), max_length=10, choices=ReferralStatus.choices, default=ReferralStatus.DRAFT, editable=False
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"))
    sent_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("signed by"),
    )  # fmt: skip
    pdf = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("letter")
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision.choices, blank=True)
    answer = PersianTextField(_("answer"), max_length=2000, blank=True)
    answer_file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("letter of answer"),
    )
    percent_executed = models.PositiveSmallIntegerField(
        _("carried out (percent)"), default=0, validators=[MaxValueValidator(100)]
    )
    withdrawn_reason = PersianCharField(_("why it was taken back"), max_length=300, blank=True, editable=False)

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["case", "-written_at", "-id"]
        indexes = [models.Index(fields=["status", "sent_at"], name="clinic_referral_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["code"], name="clinic_referral_code_once"),
            models.CheckConstraint(name="clinic_referral_status_known", condition=Q(status__in=ReferralStatus.values)),
            models.CheckConstraint(name="clinic_referral_recipient_known", condition=Q(recipient__in=Recipient.values)),
            models.CheckConstraint(
                name="clinic_referral_says_something",
                condition=~Q(recipient_name="") & ~Q(subject="") & ~Q(body="") & ~Q(asked=""),
            ),
            models.CheckConstraint(
                name="clinic_referral_sent_is_signed",
                condition=~Q(status__in=WITH_LETTER) | Q(sent_at__isnull=False, signed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="clinic_referral_answer_is_whole",
                condition=(
                    Q(status__in=DECIDED, answered_on__isnull=False, decision__in=Decision.values) & ~Q(answer="")
                )
                | (~Q(status__in=DECIDED) & Q(answered_on__isnull=True, decision="", answer="", answer_file=None)),
            ),
            models.CheckConstraint(
                name="clinic_referral_percent_of_what_was_agreed",
                condition=Q(percent_executed=0)
                | Q(percent_executed__lte=100, decision__in=[Decision.AGREED, Decision.PARTLY]),
            ),
            models.CheckConstraint(
                name="clinic_referral_carried_out_is_whole",
                condition=(Q(status=ReferralStatus.EXECUTED, percent_executed=100))
                | (~Q(status=ReferralStatus.EXECUTED) & ~Q(percent_executed=100)),
            ),
            models.CheckConstraint(
                name="clinic_referral_taken_back_with_reason",
                condition=(Q(status=ReferralStatus.WITHDRAWN) & ~Q(withdrawn_reason=""))
                | (~Q(status=ReferralStatus.WITHDRAWN) & Q(withdrawn_reason="")),
            ),
        ]
        triggers = [
            letter_stays(),
            filled_once("pdf_id", "sent_at", "signed_by_id", "answered_on"),
            project_of_the_case(),
            stays(),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.code


@audited()
class CaseTask(models.Model):
    """Something to be done by a day: by a person of the clinic (`assignee`), or by the unit itself (`for_unit`)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks", verbose_name=_("case"))
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks",
        verbose_name=_("improvement project"),
    )  # fmt: skip
    text = PersianCharField(_("what is to be done"), max_length=300)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("who does it"),
    )  # fmt: skip
    for_unit = models.BooleanField(_("the unit does it"), default=False)
    due_on = models.DateField(_("to be done by"))
    status = models.CharField(
        _("status"), max_length=10, choices=TaskStatus.choices, default=TaskStatus.OPEN, editable=False
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("set by")
    )
    set_at = models.DateTimeField(_("set at"))
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name=_("noted by"),
    )  # fmt: skip
    closed_at = models.DateTimeField(_("done at"), null=True, editable=False)
    note = PersianCharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("task of a case")
        verbose_name_plural = _("tasks of cases")
        ordering = ["case", "due_on", "id"]
        indexes = [models.Index(fields=["status", "due_on"], name="clinic_task_by_state")]
        constraints = [
            models.CheckConstraint(name="clinic_task_has_text", condition=~Q(text="")),
            models.CheckConstraint(name="clinic_task_status_known", condition=Q(status__in=TaskStatus.values)),
            models.CheckConstraint(
                name="clinic_task_has_one_doer",
                condition=Q(for_unit=True, assignee__isnull=True) | Q(for_unit=False, assignee__isnull=False),
            ),
            models.CheckConstraint(
                name="clinic_task_end_has_time",
                condition=Q(status=TaskStatus.OPEN, closed_at__isnull=True, closed_by__isnull=True)
                | (~Q(status=TaskStatus.OPEN) & Q(closed_at__isnull=False, closed_at__gte=F("set_at"))),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="task_facts_stay", fields=["case", "project", "set_by", "set_at"]),
            project_of_the_case(),
            stays(),
        ]

    def __str__(self) -> str:
        return self.text[:40]
