"""Indicators, readings, gatherings and answers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from programs.clusters import permissions
from programs.clusters.admin.base import OnlyShown, ServiceAdmin, ServiceForm, WrittenOnce
from programs.clusters.models import ClusterGathering, ClusterIndicator, MemberReading, SatisfactionAnswer
from programs.clusters.services import effects


class IndicatorForm(ServiceForm):
    """Something that is measured at every member."""

    class Meta:
        model = ClusterIndicator
        fields = [
            "cluster", "code", "name", "name_en", "unit", "kind", "better", "decimals", "baseline_month", "position",
        ]  # fmt: skip

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ClusterIndicator:
        cluster = values.pop("cluster", None) or self.instance.cluster
        code = values.pop("code", None) or self.instance.code
        return effects.save_indicator(cluster_id=cluster.pk, code=code, values=values, by=by, now=now)


@admin.register(ClusterIndicator)
class ClusterIndicatorAdmin(ServiceAdmin):
    """Indicators; known by code."""

    permission = permissions.SET_UP
    form = IndicatorForm
    list_display = ("name", "cluster", "code", "unit", "kind", "better", "baseline_month")
    list_filter = ("cluster", "kind")
    list_select_related = ("cluster",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Known by cluster and code."""
        return [*super().get_readonly_fields(request, obj), *(["cluster", "code"] if obj else [])]


@admin.register(MemberReading)
class MemberReadingAdmin(OnlyShown):
    """Readings with those that were corrected; they are entered on the page of the cluster."""

    list_display = ("indicator", "member", "month", "value", "numerator", "denominator", "is_superseded", "author")
    list_filter = ("indicator__cluster", "indicator", "is_superseded")
    list_select_related = ("indicator", "member", "author")


class GatheringForm(ServiceForm):
    """A meeting or visit."""

    class Meta:
        model = ClusterGathering
        fields = [
            "cluster", "kind", "title", "place", "starts_on", "ends_on", "participants", "report", "is_public",
            "is_illustrative",
        ]  # fmt: skip

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> ClusterGathering:
        cluster = values.pop("cluster", None) or self.instance.cluster
        title = values.pop("title", None) or self.instance.title
        starts_on = values.pop("starts_on", None) or self.instance.starts_on
        return effects.add_gathering(
            cluster_id=cluster.pk, title=title, starts_on=starts_on, values=values, by=by, now=now
        )


@admin.register(ClusterGathering)
class ClusterGatheringAdmin(ServiceAdmin):
    """Meetings and visits."""

    form = GatheringForm
    list_display = ("title", "cluster", "kind", "starts_on", "participants", "is_public")
    list_filter = ("cluster", "kind")
    list_select_related = ("cluster",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Known by cluster, title and day."""
        return [*super().get_readonly_fields(request, obj), *(["cluster", "title", "starts_on"] if obj else [])]


class AnswerForm(ServiceForm):
    """An answer from a paper questionnaire."""

    class Meta:
        model = SatisfactionAnswer
        fields = ["member", "event", "year", "half", "score", "comment", "answered_on"]

    def _post_clean(self) -> None:
        """The service checks the row, in plain words."""

    def perform(self, values: dict[str, Any], by: Any, now: Any) -> SatisfactionAnswer:
        member, gathering = values.pop("member"), values.pop("event")
        return effects.answer(member_id=member.pk, gathering=gathering, by=by, now=now, **values)


@admin.register(SatisfactionAnswer)
class SatisfactionAnswerAdmin(WrittenOnce):
    """Answers; who answered what is seen by those who enter it alone."""

    read_permission = permissions.WRITE
    form = AnswerForm
    list_display = ("cluster", "event", "year", "half", "score", "answered_on")
    list_filter = ("cluster", "score")
    list_select_related = ("cluster", "event")
