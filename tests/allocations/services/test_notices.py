"""Messages about results: to everybody in the list, once, with his own result."""

import pytest

from allocations.services import notices
from core import clock
from core.jobs import services as jobs
from core.jobs.models import Job
from core.messages.models import Message
from tests.factories.decisions import AFTER_OBJECTIONS, scored_world

pytestmark = pytest.mark.django_db


def texts(template):
    return Message.objects.filter(template=f"allocations.{template}", channel="sms")


def test_publishing_tells_everybody_in_the_list_his_own_result():
    world = scored_world(5)
    world.provisional()
    with clock.shifted(AFTER_OBJECTIONS):
        jobs.drain(kinds=(notices.KIND,))
    assert texts("provisional_awarded").count() == 3
    assert texts("provisional_waiting").count() == 2
    first = world.applications[0]
    message = texts("provisional_awarded").get(user=first.applicant.person.user)
    assert first.tracking_code in message.text and world.plots[0].code in message.text


def test_the_final_result_is_told_too():
    world = scored_world(4)
    world.final()
    with clock.shifted(AFTER_OBJECTIONS):
        jobs.drain(kinds=(notices.KIND,))
    assert texts("final_awarded").count() == 3
    assert texts("final_others").count() == 1


def test_the_job_done_twice_writes_nothing_twice():
    world = scored_world(3)
    world.provisional()
    job = Job.objects.get(kind=notices.KIND)
    with clock.shifted(AFTER_OBJECTIONS):
        jobs.work(job.pk)
        before = Message.objects.count()
        Job.objects.filter(pk=job.pk).update(status="QUEUED", finished_at=None)
        jobs.work(job.pk)
    assert Message.objects.count() == before > 0
