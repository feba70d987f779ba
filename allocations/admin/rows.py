"""Tables that are only read: what was frozen, drawn, awarded, decided, declared, announced."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from accounts.choices import Role
from allocations.admin.base import APPLICATION_ROLES, CALL_ROLES, DECISION_ROLES, ReadOnlyAdmin
from allocations.models import (
    Award,
    CallAmendment,
    CallExtension,
    ConflictDeclaration,
    CorrectionRequest,
    CriterionResult,
    Draw,
    EligibilityDecision,
    FrozenList,
    RedrawOrder,
    Score,
    SubmissionVersion,
)

OF_APPLICATION = "application__call__estate__slug"


class Table(ReadOnlyAdmin):
    """A table that is only read."""

    related: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        """With what its rows are called by."""
        return super().get_queryset(request).select_related(*self.related)


@admin.register(FrozenList)
class FrozenListAdmin(Table):
    """Frozen lists, without their texts: those are on the record page."""

    list_display = ("call", "number", "applications_count", "frozen_by", "frozen_at", "draw_at")
    exclude = ("rules", "plots", "lines")
    related = ("call", "frozen_by")


@admin.register(Draw)
class DrawAdmin(Table):
    """Draws."""

    estate_path = "frozen_list__call__estate__slug"
    list_display = ("frozen_list", "event", "entered_by", "entered_at", "confirmed_by", "confirmed_at")
    related = ("frozen_list", "entered_by", "confirmed_by")


@admin.register(RedrawOrder)
class RedrawOrderAdmin(Table):
    """Orders to draw again."""

    estate_path = "frozen_list__call__estate__slug"
    list_display = ("frozen_list", "event", "draw_at", "proposed_by", "confirmed_by", "dropped_at")
    related = ("frozen_list", "proposed_by", "confirmed_by")


@admin.register(Award)
class AwardAdmin(Table):
    """Who holds which plot."""

    list_display = ("plot", "application", "status", "call", "awarded_at", "ended_at")
    list_filter = ("status", ("call", admin.RelatedOnlyFieldListFilter))
    related = ("plot", "application", "call")


@admin.register(EligibilityDecision)
class EligibilityDecisionAdmin(Table):
    """Decisions about eligibility."""

    roles = APPLICATION_ROLES
    estate_path = OF_APPLICATION
    list_display = ("application", "eligible", "reason_codes", "by", "at")
    list_filter = ("eligible", ("application__call", admin.RelatedOnlyFieldListFilter))
    related = ("application", "by")


@admin.register(CorrectionRequest)
class CorrectionRequestAdmin(Table):
    """Corrections asked for."""

    roles = APPLICATION_ROLES
    estate_path = OF_APPLICATION
    list_display = ("application", "until", "requested_by", "requested_at", "outcome", "resolved_at")
    list_filter = ("outcome", ("application__call", admin.RelatedOnlyFieldListFilter))
    related = ("application", "requested_by")


@admin.register(SubmissionVersion)
class SubmissionVersionAdmin(Table):
    """What was handed in, word for word."""

    roles = APPLICATION_ROLES
    estate_path = OF_APPLICATION
    list_display = ("application", "number", "cause", "sha256", "at")
    exclude = ("idempotency_key",)
    related = ("application", "by")


@admin.register(ConflictDeclaration)
class ConflictDeclarationAdmin(Table):
    """Declarations of interest."""

    list_display = ("call", "application", "scorer", "has_conflict", "at")
    list_filter = ("has_conflict", ("call", admin.RelatedOnlyFieldListFilter))
    related = ("call", "application", "scorer")


class AfterSettling(Table):
    """Points are shown once the score is settled: until then nobody sees them but the scorer himself."""

    settled_path: ClassVar[str] = "application"
    roles = DECISION_ROLES

    def get_queryset(self, request: HttpRequest) -> Any:
        """Of applications whose score is settled."""
        return super().get_queryset(request).filter(**{f"{self.settled_path}__score__isnull": False})


@admin.register(Score)
class ScoreAdmin(AfterSettling):
    """Points of scorers."""

    estate_path = "assignment__application__call__estate__slug"
    settled_path = "assignment__application"
    list_display = ("assignment", "criterion", "points", "at")
    related = ("assignment", "criterion")


@admin.register(CriterionResult)
class CriterionResultAdmin(AfterSettling):
    """Points that went into the score."""

    estate_path = OF_APPLICATION
    list_display = ("application", "criterion", "points", "settled_at")
    related = ("application", "criterion")


@admin.register(CallExtension)
class CallExtensionAdmin(Table):
    """Terms that were lengthened."""

    roles = CALL_ROLES - {Role.SCORER}
    list_display = ("call", "previous_closes_at", "closes_at", "by", "at")
    related = ("call", "by")


@admin.register(CallAmendment)
class CallAmendmentAdmin(Table):
    """Rules that were amended."""

    roles = CALL_ROLES - {Role.SCORER}
    list_display = ("call", "version", "by", "at")
    exclude = ("previous_rules_json", "previous_terms_json", "transaction_number")
    related = ("call", "by")
