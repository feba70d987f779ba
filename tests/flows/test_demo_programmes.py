"""The programmes of the demo world: plans and readings, clusters, courses, exhibitions, wishes."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db.models import Sum
from django.test import Client

from accounts.choices import Role
from core.persian.calendar import JalaliDate
from core.procedure import verifying
from programs import verification
from programs.choices import ProgrammeGroup, ProgrammeStatus
from programs.clusters import selectors
from programs.clusters.choices import NeedStatus
from programs.clusters.models import ActionPlan, AgentContract, Cluster, ClusterMember, ExportRecord
from programs.demand.models import Wish
from programs.exhibitions.models import BoothRequest, Exhibition, TripCost
from programs.exhibitions.services import bridge
from programs.models import Activity, Baseline, Milestone, Programme, ProgrammeFact, ProgrammePhoto, Reading
from programs.selectors.plans import planned
from programs.selectors.progress import physical
from tests.flows.conftest import Demo
from training.models import Certificate, Course, Registration

pytestmark = pytest.mark.django_db

OLD, NEW = "assembly-road-lighting", "assembly-road-lighting-1405"
"""The programme that was rolled over, and what became of it."""


def test_every_programme_has_its_plan_with_money_facts_and_photos(demo: Demo, client: Client) -> None:
    programmes = Programme.objects.exclude(slug__in=[OLD, NEW])
    groups = dict(programmes.order_by().values_list("slug", "group"))
    assert list(groups.values()).count(ProgrammeGroup.FLAGSHIP_YEAR) == 5
    assert ProgrammeGroup.OUTLOOK_3Y not in groups.values()
    assert list(groups.values()).count(ProgrammeGroup.RESISTANCE_ECONOMY) == 1
    assert not programmes.exclude(status=ProgrammeStatus.ACTIVE, is_illustrative=True).exists()
    assert not ProgrammeFact.objects.filter(source="").exists()
    flagship = programmes.filter(group=ProgrammeGroup.FLAGSHIP_YEAR)
    assert all(programme.facts.exists() for programme in flagship)
    assert Baseline.objects.approved().filter(programme__in=programmes).count() == len(groups)
    sums = Activity.objects.order_by().values("programme").annotate(sum=Sum("weight"))
    assert {row["sum"] for row in sums} == {100}
    last = JalaliDate(flagship[0].year, 12, 1).to_date()
    ends = planned([programme.pk for programme in flagship], [last])
    assert {row[last][0] for row in ends.values()} == {100}
    assert ProgrammePhoto.objects.filter(stage="BEFORE").count() == ProgrammePhoto.objects.filter(stage="AFTER").count()
    assert client.get("/programs/").status_code == 200
    for slug in groups:
        assert client.get(f"/programs/{slug}/").status_code == 200, slug


def test_readings_agree_with_their_recount_and_some_wait_to_be_decided(demo: Demo) -> None:
    assert {"APPROVED", "SUBMITTED", "RETURNED"} <= set(Reading.objects.values_list("status", flat=True))
    assert verification.verify(demo.month).differences == ()


def test_what_remained_of_last_year_is_in_the_plan_of_this_year_and_each_page_leads_to_the_other(
    demo: Demo, client: Client
) -> None:
    old, new = Programme.objects.get(slug=OLD), Programme.objects.get(slug=NEW)
    assert (old.year, new.year, new.previous, new.status, new.is_illustrative) == (1404, 1405, old, "ACTIVE", True)
    for programme in (old, new):
        assert Baseline.objects.approved().filter(programme=programme).count() == 1
        assert sum(Activity.objects.filter(programme=programme).values_list("weight", flat=True)) == 100
    done = physical([old.pk, new.pk], demo.month)
    assert 0 < done[old.pk].percent < 100 and 0 < done[new.pk].percent < 100
    carried = set(Milestone.objects.filter(activity__programme=new).values_list("name", flat=True))
    every = set(Milestone.objects.filter(activity__programme=old).values_list("name", flat=True))
    assert carried < every  # what had reached 100 per cent stayed behind
    assert f"/programs/{NEW}/" in client.get(f"/programs/{OLD}/").content.decode()
    assert f"/programs/{OLD}/" in client.get(f"/programs/{NEW}/").content.decode()


def test_the_worked_clusters_are_full_and_of_the_others_the_page_says_no_more_than_the_sources(
    demo: Demo, client: Client
) -> None:
    for slug in ("zanjan-knife", "hidaj-shoes"):
        _full_and_marked(selectors.find(slug, public=True), demo)
    assert not ActionPlan.objects.filter(is_illustrative=False).exists()
    assert not AgentContract.objects.filter(is_illustrative=False).exists()
    others = Cluster.objects.exclude(slug__in=["zanjan-knife", "hidaj-shoes"])
    assert others.count() == 4
    assert not ClusterMember.objects.filter(cluster__in=others).exists()
    for slug in Cluster.objects.values_list("slug", flat=True):
        assert client.get(f"/programs/clusters/{slug}/").status_code == 200, slug


def _full_and_marked(cluster: Cluster, demo: Demo) -> None:
    assert cluster.is_illustrative
    assert cluster.members.count() >= 25
    assert not ClusterMember.objects.filter(cluster=cluster, is_illustrative=False).exists()
    assert not ExportRecord.objects.filter(member__cluster=cluster, is_illustrative=False).exists()
    assert {step.state for step in selectors.phases(cluster, demo.today)} == {"done", "current", "next"}
    progress = selectors.action_plan(cluster, demo.today)
    assert progress is not None and 0 < progress.done_percent < 100
    public = selectors.public_exports(cluster)
    assert public.by_year and public.by_country and public.by_product
    assert all(row.members >= 10 and row.is_better for row in selectors.before_after(cluster))
    assert all(survey.mean for survey in selectors.satisfaction(cluster))
    assert {row.status for row in selectors.needs(cluster).rows} >= {NeedStatus.OPEN, NeedStatus.MET}


def test_courses_in_every_state_with_a_waiting_list_and_certificates(demo: Demo) -> None:
    phases = {course.slug: str(course.phase_at(demo.now).value) for course in Course.objects.all()}
    assert phases == {
        "knife-heat-treatment": "CLOSED",
        "leather-shoe-design": "PUBLISHED",
        "workshop-finance": "PUBLISHED",
        "energy-for-engineers": "RUNNING",
    }
    shoe = Counter(Registration.objects.filter(course__slug="leather-shoe-design").values_list("status", flat=True))
    assert shoe == {"REGISTERED": 8, "WAITING": 3}
    knife = Counter(Registration.objects.filter(course__slug="knife-heat-treatment").values_list("status", flat=True))
    assert knife == {"COMPLETED": 10, "FAILED": 2}
    assert Certificate.objects.filter(pdf__isnull=False).count() == 10
    mine = Registration.objects.filter(person__user=demo.cast[Role.APPLICANT][0])
    assert sorted(mine.values_list("status", flat=True)) == ["COMPLETED", "REGISTERED", "WAITING"]
    assert not Course.objects.filter(is_illustrative=False).exists()


def test_exhibitions_in_three_states_with_a_record_that_holds(demo: Demo) -> None:
    assert sorted(Exhibition.objects.values_list("status", flat=True)) == ["APPROVED", "REGISTRATION", "REPORTED"]
    run = Exhibition.objects.get(status="REPORTED").runs.get()
    assert verifying.check(bytes(run.record), script=bridge.VERIFIER, manifest_sha256=run.manifest_sha256)
    assert TripCost.objects.filter(paper__isnull=False).count() == 2
    assert BoothRequest.objects.filter(exhibition__status="REPORTED", result__isnull=False).count() >= 5


def test_sixty_wishes_for_land(demo: Demo) -> None:
    assert Wish.objects.count() == 60
