"""`{% load jobs %}{% job_progress job as shown %}`"""

from django import template

from core.jobs.models import Job
from core.jobs.selectors import Progress, progress_of

register = template.Library()


@register.simple_tag
def job_progress(job: Job) -> Progress:
    """What the progress piece shows of this job."""
    return progress_of(job)
