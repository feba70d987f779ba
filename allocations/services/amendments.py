"""Putting an error in published rules right in the open: every difference listed, and a new term."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from allocations import policies
from allocations.errors import DatesOutOfOrder
from allocations.models import Call, CallAmendment
from allocations.services import call_notices, calls, locking, terms
from allocations.services.rule_rows import RulesSpec, write_rules
from allocations.workflow import CALL
from core import clock, transitions
from core.errors import InvalidInput, PermissionRefused
from estates.choices import HoldKind
from estates.models import PlotHold
from estates.services import holds

_OF_THE_TERM = ("terms.dates.", "rules.randomness.announced_at")
"""Paths of differences that every new term brings with it."""

NEW_TERM = timedelta(days=7)
"""Shortest term after an amendment."""

AMENDABLE = frozenset(
    {
        "title",
        "accepted_licences",
        "minimum_age",
        "resident_county",
        "refuses_holders",
        "lapse_rule",
        "scorers_per_application",
        "tolerance",
        "randomness_source",
        "randomness_event",
        "randomness_fallback",
    }
)
"""Fields an amendment may change. Slug, estate and mode would make another call: cancel and announce anew."""


@transaction.atomic
def amend(
    *,
    call_id: int,
    closes_at: datetime,
    reason: str,
    by: Any,
    now: datetime,
    fields: Mapping[str, Any] | None = None,
    rules: RulesSpec | None = None,
) -> CallAmendment:
    """Change published rules and open the term anew until `closes_at`; possible until the first application is reviewed.

    The rules get a new version and new hashes; old and new stay side by side with the list of differences, and everybody
    with a draft or an application is told. Raises PermissionRefused, WrongState, InvalidInput (nothing changes, no
    reason), DatesOutOfOrder, Conflict (a plot that was chosen is taken out), NotReady.
    """
    moment = clock.database_now()
    calls.settle_phase(call_id=call_id, now=moment)
    call = locking.call(call_id)
    # Who and when are asked first: the row below opens the rules for this transaction.
    if not by.has_perm("allocations.amend_call", call):
        raise PermissionRefused(code="may_not_amend")
    CALL.find("amend", call.status)
    policies.may_be_amended(call, moment)
    values = _values(call, fields or {}, closes_at, reason, moment)
    before = _documents(call.rules_json, call.terms_json)
    amendment = _open_rules(call, reason, by, moment)
    if rules is not None:
        write_rules(call, rules)
    for name, value in values.items():
        setattr(call, name, value)
    made = _new_terms(call, amendment, before, moment)
    _move_holds(call, by, moment)
    transitions.apply(
        CALL,
        call,
        "amend",
        by=by,
        now=moment,
        reason=reason,
        changes={**values, **asdict(made), "rules_version": amendment.version},
        data={"version": amendment.version, "rules_sha256": made.rules_sha256, "terms_sha256": made.terms_sha256},
    )
    call_notices.tell_of_amendment(amendment, now=moment)
    return amendment


def _new_terms(call: Call, amendment: CallAmendment, before: Mapping[str, Any], moment: datetime) -> terms.Terms:
    """The documents of the amended call; the amendment gets the list of what differs, which must be more than dates."""
    calls.refuse_unready(call, moment)
    made = terms.build(call, announced_at=moment)
    found = terms.differences(before, _documents(made.rules_json, made.terms_json))
    if all(one["path"].startswith(_OF_THE_TERM) for one in found):
        raise InvalidInput(_("Nothing in the rules would change."), code="no_difference")
    amendment.differences = found
    amendment.save(update_fields=["differences"])
    return made


def _values(
    call: Call, fields: Mapping[str, Any], closes_at: datetime, reason: str, moment: datetime
) -> dict[str, Any]:
    """The new fields of the call, its dates included, or the refusal that names what is wrong."""
    unknown = set(fields) - AMENDABLE
    if unknown:
        raise InvalidInput(code="unknown_field", params={"names": ", ".join(sorted(unknown))})
    if not reason.strip():
        raise InvalidInput(
            _("Say why the rules are amended; the reason is published."), field="reason", code="no_reason"
        )
    before = call.closes_at
    if before is None or closes_at < max(before, moment + NEW_TERM):
        raise DatesOutOfOrder(
            _("After an amendment the term lasts at least seven days and never ends earlier than announced."),
            field="closes_at",
            code="term_too_short",
        )
    moved = {name: getattr(call, name) + (closes_at - before) for name in calls.LATER_DATES}
    return {**fields, "closes_at": closes_at, **moved}


def _open_rules(call: Call, reason: str, by: Any, moment: datetime) -> CallAmendment:
    """The row that lets this transaction, and no other, change the rules (allocations.models.triggers)."""
    return CallAmendment.objects.create(
        call=call,
        version=call.rules_version + 1,
        reason=reason,
        previous_rules_json=call.rules_json,
        previous_rules_sha256=call.rules_sha256,
        previous_terms_json=call.terms_json,
        previous_terms_sha256=call.terms_sha256,
        by=by,
        at=moment,
    )


def _documents(rules_json: str, terms_json: str) -> dict[str, Any]:
    return {"rules": json.loads(rules_json), "terms": json.loads(terms_json)}


def _move_holds(call: Call, by: Any, moment: datetime) -> None:
    wanted = set(call.call_plots.values_list("plot_id", flat=True))
    live = PlotHold.objects.filter(
        holder_type=calls.HOLDER, holder_id=str(call.pk), kind=HoldKind.IN_CALL, until_at__isnull=True
    )
    for hold in live.exclude(plot_id__in=wanted).order_by("plot_id"):
        holds.release(hold_id=hold.pk, by=by, now=moment, reason="taken out by an amendment")
    calls.hold_plots(call, by=by, now=moment)
