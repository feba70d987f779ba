"""A firm's request for a booth, the booths it likes in order, and the points it got."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Applicant
from core.audit import audited
from core.fields.models import PersianTextField
from programs.clusters.models import ClusterMember
from programs.exhibitions.choices import LIVE, Readiness, RequestStatus
from programs.exhibitions.models.exhibition import Booth, Criterion, Exhibition
from programs.exhibitions.models.guards import booth_of_the_same_exhibition
from programs.exhibitions.querysets import RequestQuerySet


@audited()
class BoothRequest(models.Model):
    """One firm wants a booth. In public it is only its `opaque_id`. `member` is set when the firm belongs to a cluster."""

    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.PROTECT, related_name="requests", verbose_name=_("exhibition")
    )
    applicant = models.ForeignKey(
        Applicant, on_delete=models.PROTECT, related_name="booth_requests", verbose_name=_("firm")
    )
    member = models.ForeignKey(
        ClusterMember, on_delete=models.PROTECT, null=True, blank=True, related_name="booth_requests",
        verbose_name=_("member of a cluster"),
    )  # fmt: skip
    code = models.CharField(_("code of the receipt"), max_length=20, unique=True, editable=False)
    opaque_id = models.CharField(_("code in public lists"), max_length=26, unique=True, editable=False)
    status = models.CharField(
        _("status"), max_length=12, choices=RequestStatus.choices, default=RequestStatus.SUBMITTED, editable=False
    )
    products = PersianTextField(_("what will be shown"), max_length=600)
    participations = models.PositiveSmallIntegerField(
        _("exhibitions of the last five years"), default=0, validators=[MaxValueValidator(100)]
    )
    readiness = models.CharField(_("export"), max_length=8, choices=Readiness.choices, default=Readiness.NOT_YET)
    submitted_at = models.DateTimeField(_("handed in"))
    changed_at = models.DateTimeField(_("changed"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("handed in by")
    )
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a booth")
        verbose_name_plural = _("requests for booths")
        ordering = ["exhibition", "id"]
        constraints = [
            models.CheckConstraint(name="booth_request_status_known", condition=Q(status__in=RequestStatus.values)),
            models.CheckConstraint(name="booth_request_readiness_known", condition=Q(readiness__in=Readiness.values)),
            models.UniqueConstraint(
                fields=["exhibition", "applicant"], name="booth_request_one_live", condition=Q(status__in=LIVE)
            ),
            models.UniqueConstraint(
                fields=["exhibition", "member"], name="booth_request_one_live_per_member", condition=Q(status__in=LIVE)
            ),
            models.CheckConstraint(name="booth_request_changed_after", condition=Q(changed_at__gte=F("submitted_at"))),
            models.CheckConstraint(
                name="booth_request_withdrawn_has_time",
                condition=Q(status=RequestStatus.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(status=RequestStatus.WITHDRAWN) & Q(withdrawn_at__isnull=True)),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="booth_request_facts_stay",
                fields=["exhibition", "applicant", "code", "opaque_id", "submitted_at"],
            ),
            pgtrigger.Protect(name="booth_request_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def firm(self) -> str:
        """Name of the firm: as the cluster knows it, else of the person or entity."""
        return self.member.name if self.member else self.applicant.display_name


@audited()
class BoothChoice(models.Model):
    """One booth of a request's list, 1 is the best liked."""

    request = models.ForeignKey(
        BoothRequest, on_delete=models.PROTECT, related_name="choices", verbose_name=_("request")
    )
    booth = models.ForeignKey(Booth, on_delete=models.PROTECT, related_name="choices", verbose_name=_("booth"))
    position = models.PositiveSmallIntegerField(_("place in the list"))

    class Meta:
        verbose_name = _("booth of a request")
        verbose_name_plural = _("booths of requests")
        ordering = ["request", "position"]
        constraints = [
            models.UniqueConstraint(fields=["request", "booth"], name="booth_choice_once"),
            models.UniqueConstraint(fields=["request", "position"], name="booth_choice_rank_once"),
            models.CheckConstraint(name="booth_choice_from_1", condition=Q(position__gte=1)),
        ]
        triggers = [booth_of_the_same_exhibition()]

    def __str__(self) -> str:
        return f"{self.request_id}/{self.position}"


@audited()
class RequestPoints(models.Model):
    """Points of a request in one criterion, in whole points."""

    request = models.ForeignKey(
        BoothRequest, on_delete=models.PROTECT, related_name="points", verbose_name=_("request")
    )
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+", verbose_name=_("criterion"))
    points = models.PositiveSmallIntegerField(_("points"), validators=[MaxValueValidator(100)])
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    entered_at = models.DateTimeField(_("entered at"))

    class Meta:
        verbose_name = _("points of a request")
        verbose_name_plural = _("points of requests")
        constraints = [
            models.UniqueConstraint(fields=["request", "criterion"], name="booth_points_once"),
            models.CheckConstraint(name="booth_points_to_100", condition=Q(points__lte=100)),
        ]

    def __str__(self) -> str:
        return f"{self.request_id}/{self.criterion_id}"
