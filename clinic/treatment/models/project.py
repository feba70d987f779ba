"""What a plan prescribes: improvement projects, each a remedy for causes of the tree, with steps."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.cases.models import Case, CauseNode
from clinic.treatment.choices import Funds, Indicator, ProjectStatus
from clinic.treatment.models.guards import cause_of_the_case, project_of_a_draft, step_of_a_draft
from clinic.treatment.models.plan import TreatmentPlan
from core.audit import audited
from core.fields.language import active_language
from core.fields.models import PersianCharField, PersianTextField, RialField

SCALE = [MinValueValidator(1), MaxValueValidator(5)]


@audited()
class Remedy(models.Model):
    """One remedy of the catalogue; projects refer to it, so that the clinic learns which remedies helped."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = PersianCharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("remedy")
        verbose_name_plural = _("remedies")
        ordering = ["position", "id"]
        constraints = [models.CheckConstraint(name="remedy_has_name", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the language of the page."""
        return self.name_en if self.name_en and active_language() == "en" else self.name


@audited()
class Project(models.Model):
    """One improvement project of a plan. `score` follows from effect, feasibility and cost by the plan's rule; `position` is
    its place among the projects of the plan; `wanted_position` is the place somebody gave it for a reason. `expected` is
    what `indicator` is to read once it is done. Costs in rials. `copied_from` is the same project of the version before."""

    plan = models.ForeignKey(
        TreatmentPlan, on_delete=models.PROTECT, related_name="projects", verbose_name=_("plan of treatment")
    )
    remedy = models.ForeignKey(Remedy, on_delete=models.PROTECT, related_name="projects", verbose_name=_("remedy"))
    name = PersianCharField(_("name of the project"), max_length=200)
    description = PersianTextField(_("what is done"), max_length=2000, blank=True)
    causes = models.ManyToManyField(
        CauseNode, through="treatment.ProjectCause", related_name="projects", verbose_name=_("causes it removes")
    )
    effect = models.PositiveSmallIntegerField(_("effect (1 to 5)"), validators=SCALE)
    feasibility = models.PositiveSmallIntegerField(_("feasibility (1 to 5)"), validators=SCALE)
    cost_rials = RialField(_("cost (rials)"), default=0)
    cost_step = models.PositiveSmallIntegerField(_("cost step (1 to 5)"), validators=SCALE, editable=False)
    score = models.DecimalField(_("rank score"), max_digits=6, decimal_places=2, editable=False)
    position = models.PositiveSmallIntegerField(_("place"), default=1, editable=False)
    wanted_position = models.PositiveSmallIntegerField(
        _("place given by hand"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    overrule_reason = PersianCharField(_("why it has another place"), max_length=300, blank=True)
    owner = PersianCharField(_("who is responsible"), max_length=120)
    funds = models.CharField(_("source of funds"), max_length=10, choices=Funds.choices)
    due_on = models.DateField(_("to be done by"))
    indicator = models.CharField(_("figure it changes"), max_length=10, choices=Indicator.choices)
    expected = models.DecimalField(
        _("value expected then"), max_digits=18, decimal_places=2, validators=[MinValueValidator(0)]
    )
    copied_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        verbose_name=_("taken over from"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=ProjectStatus.choices, default=ProjectStatus.PLANNED, editable=False
    )
    closed_at = models.DateTimeField(_("done or given up at"), null=True, editable=False)
    dropped_reason = PersianCharField(_("why it was given up"), max_length=300, blank=True, editable=False)
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("improvement project")
        verbose_name_plural = _("improvement projects")
        ordering = ["plan", "position", "id"]
        constraints = [
            models.CheckConstraint(name="clinic_project_has_name_and_owner", condition=~Q(name="") & ~Q(owner="")),
            models.CheckConstraint(
                name="clinic_project_scales",
                condition=Q(effect__gte=1, effect__lte=5, feasibility__gte=1, feasibility__lte=5)
                & Q(cost_step__gte=1, cost_step__lte=5, score__gt=0),
            ),
            models.CheckConstraint(
                name="clinic_project_place_given_with_reason",
                condition=(Q(wanted_position__isnull=False, wanted_position__gte=1) & ~Q(overrule_reason=""))
                | Q(wanted_position__isnull=True, overrule_reason=""),
            ),
            models.CheckConstraint(name="clinic_project_funds_known", condition=Q(funds__in=Funds.values)),
            models.CheckConstraint(
                name="clinic_project_without_money_is_free", condition=~Q(funds=Funds.NONE) | Q(cost_rials=0)
            ),
            models.CheckConstraint(
                name="clinic_project_indicator_known", condition=Q(indicator__in=Indicator.values, expected__gte=0)
            ),
            models.CheckConstraint(name="clinic_project_status_known", condition=Q(status__in=ProjectStatus.values)),
            models.CheckConstraint(
                name="clinic_project_end_is_whole",
                condition=Q(
                    status__in=[ProjectStatus.PLANNED, ProjectStatus.UNDER_WAY], closed_at=None, dropped_reason=""
                )
                | Q(status=ProjectStatus.DONE, closed_at__isnull=False, dropped_reason="")
                | (Q(status=ProjectStatus.DROPPED, closed_at__isnull=False) & ~Q(dropped_reason="")),
            ),
        ]
        triggers = [project_of_a_draft()]

    def __str__(self) -> str:
        return self.name

    @property
    def case(self) -> Case:
        """The case of its plan. Needs `plan__case` selected with the row."""
        return self.plan.case

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in (ProjectStatus.PLANNED, ProjectStatus.UNDER_WAY)


@audited()
class ProjectCause(models.Model):
    """A cause of the tree that a project is to remove."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="cause_links", verbose_name=_("improvement project")
    )
    node = models.ForeignKey(CauseNode, on_delete=models.PROTECT, related_name="project_links", verbose_name=_("cause"))

    class Meta:
        verbose_name = _("cause of a project")
        verbose_name_plural = _("causes of projects")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["project", "node"], name="clinic_project_cause_once")]
        triggers = [cause_of_the_case()]

    def __str__(self) -> str:
        return f"{self.project_id}/{self.node_id}"


@audited()
class ProjectStep(models.Model):
    """One step of a project, with the day by which it is done."""

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="steps", verbose_name=_("improvement project")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = PersianCharField(_("step"), max_length=200)
    due_on = models.DateField(_("to be done by"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("noted by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("step of a project")
        verbose_name_plural = _("steps of projects")
        ordering = ["project", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["project", "position"], name="clinic_step_place_once"),
            models.CheckConstraint(name="clinic_step_has_name", condition=~Q(name="") & Q(position__gte=1)),
            models.CheckConstraint(
                name="clinic_step_done_is_whole",
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
            ),
        ]
        triggers = [step_of_a_draft()]

    def __str__(self) -> str:
        return f"{self.project_id}/{self.position}"
