"""Life of a version of an instrument."""

from __future__ import annotations

from clinic.instruments import permissions, policies
from clinic.instruments.choices import VersionStatus
from core.transitions import Table, Transition, register, sources

VERSION = register(
    Table(
        name="instruments.version",
        states=tuple(VersionStatus.values),
        initial=VersionStatus.DRAFT,
        ends=sources(VersionStatus.RETIRED),
        transitions=(
            Transition(
                name="publish",
                sources=sources(VersionStatus.DRAFT),
                target=VersionStatus.PUBLISHED,
                permission=permissions.WRITE,
                event="instruments.version.published",
                policy=policies.may_be_published,
            ),
            Transition(
                name="retire",
                sources=sources(VersionStatus.PUBLISHED),
                target=VersionStatus.RETIRED,
                permission=permissions.WRITE,
                event="instruments.version.retired",
            ),
        ),
    )
)
