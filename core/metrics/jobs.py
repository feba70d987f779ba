"""The round through all live figures."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction

from core.jobs.context import JobContext
from core.jobs.registry import Result, periodic
from core.metrics import registry, services

log = logging.getLogger(__name__)


class MetricsFailed(Exception):
    """Some figures could not be read; the others were."""


@periodic("metrics.refresh", every=timedelta(minutes=10), atomic=False)
def refresh(context: JobContext) -> Result:
    """Read every figure. One that fails keeps its old value, whose age pages show, and does not stop the others."""
    failed = []
    for number, name in enumerate(sorted(registry.METRICS)):
        context.progress(number, len(registry.METRICS))
        try:
            services.refresh([name], now=context.now)
        except Exception:
            log.exception("the metric %s could not be read", name)
            failed.append(name)
    if failed:
        raise MetricsFailed(", ".join(failed))
    result = {"metrics": len(registry.METRICS)}
    with transaction.atomic():
        context.complete(result)
    return result
