"""The registers of a programme: risks, issues, decisions, documents and photos."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.audit import audited
from core.fields.models import PersianCharField, PersianTextField
from core.files.models import StoredFile
from programs.choices import IssueStatus, PhotoStage, RiskStatus
from programs.models.programme import Programme


@audited()
class Risk(models.Model):
    """Something that may go wrong. Likelihood and impact from 1 (least) to 5; their product ranks the risks."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="risks", verbose_name=_("programme")
    )
    name = PersianCharField(_("what may happen"), max_length=200)
    likelihood = models.PositiveSmallIntegerField(_("likelihood (1 to 5)"))
    impact = models.PositiveSmallIntegerField(_("impact (1 to 5)"))
    response = PersianTextField(_("what is done about it"), max_length=1000, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answers for it"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=RiskStatus.choices, default=RiskStatus.OPEN)

    class Meta:
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        ordering = ["programme", "id"]
        constraints = [
            models.CheckConstraint(
                name="risk_likelihood_1_to_5",
                condition=Q(likelihood__gte=1, likelihood__lte=5),
                violation_error_message=_("Likelihood and impact are numbers from 1 to 5."),
            ),
            models.CheckConstraint(
                name="risk_impact_1_to_5",
                condition=Q(impact__gte=1, impact__lte=5),
                violation_error_message=_("Likelihood and impact are numbers from 1 to 5."),
            ),
            models.CheckConstraint(name="risk_status_known", condition=Q(status__in=RiskStatus.values)),
            models.CheckConstraint(name="risk_has_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def score(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact


@audited()
class Issue(models.Model):
    """Something that hinders the programme now."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="issues", verbose_name=_("programme")
    )
    name = PersianCharField(_("what hinders"), max_length=200)
    response = PersianTextField(_("what is done about it"), max_length=1000, blank=True)
    raised_on = models.DateField(_("since"))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answers for it"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=IssueStatus.choices, default=IssueStatus.OPEN)
    solved_on = models.DateField(_("solved on"), null=True, blank=True)

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = ["programme", "-raised_on", "id"]
        constraints = [
            models.CheckConstraint(name="issue_status_known", condition=Q(status__in=IssueStatus.values)),
            models.CheckConstraint(name="issue_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="issue_solved_has_day",
                condition=Q(status=IssueStatus.SOLVED, solved_on__isnull=False)
                | Q(status=IssueStatus.OPEN, solved_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@audited()
class Decision(models.Model):
    """What somebody with the power to do so decided about a programme."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("programme")
    )
    taken_on = models.DateField(_("decided on"))
    body = PersianCharField(
        _("deciding body"), max_length=120, help_text=_("For example: the board, the general assembly")
    )
    text = PersianTextField(_("decision"), max_length=2000)
    decided_by = PersianCharField(_("signed by"), max_length=120, blank=True)
    follow_up = PersianTextField(_("follow-up"), max_length=1000, blank=True)
    is_public = models.BooleanField(_("shown to the public"), default=False)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["programme", "-taken_on", "id"]
        constraints = [
            models.CheckConstraint(name="decision_has_body", condition=~Q(body="")),
            models.CheckConstraint(name="decision_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text


@audited()
class ProgrammeDocument(models.Model):
    """A paper of a programme, from the file store."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="documents", verbose_name=_("programme")
    )
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="programme_document", verbose_name=_("file")
    )
    title = PersianCharField(_("title"), max_length=160)
    dated_on = models.DateField(_("dated"), null=True, blank=True)
    is_public = models.BooleanField(_("shown to the public"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("document of a programme")
        verbose_name_plural = _("documents of programmes")
        ordering = ["programme", "position", "id"]
        constraints = [models.CheckConstraint(name="programme_document_has_title", condition=~Q(title=""))]

    def __str__(self) -> str:
        return self.title


@audited()
class ProgrammePhoto(models.Model):
    """A photo of a programme. A BEFORE and an AFTER photo with the same `pair_key` are shown as one comparison."""

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="photos", verbose_name=_("programme")
    )
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, related_name="programme_photo", verbose_name=_("photo")
    )
    stage = models.CharField(_("stage"), max_length=8, choices=PhotoStage.choices)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    caption = PersianCharField(_("caption"), max_length=200)
    pair_key = models.SlugField(
        _("pair"),
        max_length=40,
        blank=True,
        help_text=_("The photos before and after of one place have the same word here."),
    )
    is_public = models.BooleanField(_("shown to the public"), default=True)
    is_illustrative = models.BooleanField(_("illustrative picture"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("photo of a programme")
        verbose_name_plural = _("photos of programmes")
        ordering = ["programme", "position", "id"]
        constraints = [
            models.CheckConstraint(name="programme_photo_stage_known", condition=Q(stage__in=PhotoStage.values)),
            models.CheckConstraint(name="programme_photo_has_caption", condition=~Q(caption="")),
            models.UniqueConstraint(
                fields=["programme", "pair_key", "stage"],
                condition=~Q(pair_key="") & Q(stage__in=[PhotoStage.BEFORE, PhotoStage.AFTER]),
                name="programme_photo_one_of_each_in_a_pair",
                violation_error_message=_("This pair has a photo of this stage already."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption
