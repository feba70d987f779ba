"""Life of a tariff version and of a site plan that was handed in."""

from __future__ import annotations

from core.transitions import Table, Transition, register, sources
from estates import permissions, policies
from estates.choices import PlanImportStatus, TariffStatus

TARIFF = register(
    Table(
        name="estates.tariff",
        states=tuple(TariffStatus.values),
        initial=TariffStatus.DRAFT,
        ends=sources(TariffStatus.PUBLISHED),
        transitions=(
            Transition(
                name="publish",
                sources=sources(TariffStatus.DRAFT),
                target=TariffStatus.PUBLISHED,
                permission=permissions.CHANGE_TARIFF,
                event="estates.tariff.published",
                policy=policies.tariff_can_be_published,
            ),
            # What the company brings with it when the portal is set up has no person of the portal behind it.
            Transition(
                name="take_over",
                sources=sources(TariffStatus.DRAFT),
                target=TariffStatus.PUBLISHED,
                permission="system",
                event="estates.tariff.taken_over",
                policy=policies.tariff_can_be_published,
            ),
        ),
    )
)

SITE_PLAN = register(
    Table(
        name="estates.site_plan",
        states=tuple(PlanImportStatus.values),
        initial=PlanImportStatus.CHECKED,
        ends=sources(PlanImportStatus.APPLIED, PlanImportStatus.REFUSED),
        transitions=(
            Transition(
                name="refuse",
                sources=sources(PlanImportStatus.CHECKED),
                target=PlanImportStatus.REFUSED,
                permission=permissions.CHANGE_LAND,
                event="estates.site_plan.refused",
            ),
            Transition(
                name="apply",
                sources=sources(PlanImportStatus.CHECKED),
                target=PlanImportStatus.APPLIED,
                permission=permissions.CHANGE_LAND,
                event="estates.site_plan.applied",
            ),
        ),
    )
)
