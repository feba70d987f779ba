"""Plans, projects, letters, tasks, follow-up and outcome."""

from clinic.treatment.models.decisions import PaperAnswer, PlanWriter
from clinic.treatment.models.follow_up import FollowUp, Outcome
from clinic.treatment.models.plan import RankRule, TreatmentPlan
from clinic.treatment.models.project import Project, ProjectCause, ProjectStep, Remedy
from clinic.treatment.models.work import REFERRAL_PREFIX, CaseTask, Referral

__all__ = [
    "REFERRAL_PREFIX",
    "CaseTask",
    "FollowUp",
    "Outcome",
    "PaperAnswer",
    "PlanWriter",
    "Project",
    "ProjectCause",
    "ProjectStep",
    "RankRule",
    "Referral",
    "Remedy",
    "TreatmentPlan",
]
